"""Claims of our own in; the typed columns of a Parquet file out."""

import io
import sys

import pytest
from pyarrow.parquet import read_table

from sayso.errors import MissingExtra
from sayso.outputs.exports import parquet
from tests.outputs.exports.made import arms, contents, written


def test_columns_are_those_of_json_lines_with_their_types() -> None:
    [row] = read_table(io.BytesIO(written(parquet, contents(arms())))).to_pylist()
    claim = arms()[0][1][0]
    assert (row["id"], row["modality"], row["polarity"]) == (claim.id, "possible", "affirmed")
    assert [(each["role"], each["actor"], each["good"]) for each in row["roles"]] == [
        ("giver", "PRK", None),
        ("recipient", "RUS", None),
        ("good", None, "arms"),
    ]
    [quantity] = row["quantities"]
    assert (quantity["low"], quantity["high"], quantity["unit"]) == (None, 5_500_000_000, "USD")
    assert row["attribution"][0]["source"]["quote"] == "The New York Times"
    assert row["evidence"]["quote"] == claim.provenance.evidence.quote


def test_without_the_library_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r'pip install "sayso\[parquet\]"'):
        written(parquet, contents(arms()))
