"""Ledgers of our own, and hostile ones, in; whether every format is read by its own library, and says enough, out."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import networkx
import pytest
import stix2
from hypothesis import HealthCheck, given, settings
from prov.model import ProvDocument
from pyarrow import parquet

from sayso.outputs.claims import Found
from sayso.outputs.exports import LEDGER_EXPORTERS, LedgerExporter
from tests.outputs.exports.made import arms, contents, ledgers, three, written

NAMES = [each.name for each in LEDGER_EXPORTERS]
PAGE = (Path(__file__).parents[3] / "docs" / "exports.md").read_text(encoding="utf-8")


def _lines(data: bytes) -> None:
    for line in data.decode().rstrip("\n").split("\n") if data else ():
        json.loads(line)


def _table(delimiter: str) -> Callable[[bytes], None]:
    def check(data: bytes) -> None:
        head, *rows = csv.reader(io.StringIO(data.decode(), newline=""), delimiter=delimiter)
        assert all(len(row) == len(head) for row in rows)
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@", "\t", "\r"))]

    return check


def _parquet(data: bytes) -> None:
    parquet.read_table(io.BytesIO(data))


def _stix(data: bytes) -> None:
    stix2.parse(json.loads(data), allow_custom=False)


def _prov(data: bytes) -> None:
    ProvDocument.deserialize(content=data.decode(), format="json")


def _archive(data: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    assert all(re.fullmatch(r"[^/\\]+\.md|(Actors|Pairs|Matters)/[^/\\]+\.md", name) for name in archive.namelist())


READ_BY: dict[str, Callable[[bytes], object]] = {
    "jsonl": lambda data: _lines(data),
    "csv": _table(","),
    "parquet": _parquet,
    "gexf": lambda data: networkx.read_gexf(io.BytesIO(data)),
    "graphml": lambda data: networkx.read_graphml(io.BytesIO(data)),
    "csl": json.loads,
    "stix": _stix,
    "ftm": _lines,
    "plover": _table(","),
    "annotations": json.loads,
    "prov": _prov,
    "dna": _table(";"),
    "vault": _archive,
}


def test_names_differ_and_each_is_read_by_something() -> None:
    assert list(READ_BY) == NAMES


@pytest.mark.parametrize("exporter", LEDGER_EXPORTERS, ids=NAMES)
def test_a_format_says_whom_it_is_for_and_what_it_loses(exporter: LedgerExporter) -> None:
    assert exporter.description.startswith("for ")
    assert exporter.loses.endswith(".")
    assert exporter.ending.startswith(".")


@pytest.mark.parametrize("exporter", LEDGER_EXPORTERS, ids=NAMES)
def test_every_format_is_documented_with_what_it_loses(exporter: LedgerExporter) -> None:
    section = re.search(rf"^## `{exporter.name}`$(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert section is not None
    assert " ".join(exporter.loses.split()) in " ".join(section[1].split())


@pytest.mark.parametrize("exporter", LEDGER_EXPORTERS, ids=NAMES)
@pytest.mark.parametrize("found", [arms(), three(), []], ids=["arms", "three", "empty"])
def test_what_is_written_can_be_read(exporter: LedgerExporter, found: list[Found]) -> None:
    READ_BY[exporter.name](written(exporter, contents(found)))


@pytest.mark.parametrize("exporter", LEDGER_EXPORTERS, ids=NAMES)
def test_the_same_ledger_gives_the_same_file(exporter: LedgerExporter) -> None:
    data = written(exporter, contents(three()))
    assert data == written(exporter, contents(three()))
    assert b"lastmodified" not in data


@pytest.mark.parametrize("exporter", LEDGER_EXPORTERS, ids=NAMES)
def test_speaker_modality_polarity_certainty_and_words_are_kept(exporter: LedgerExporter) -> None:
    data = written(exporter, contents(arms()))
    if exporter.name == "parquet":
        data = json.dumps(parquet.read_table(io.BytesIO(data)).to_pylist()).encode()
    if exporter.name == "vault":
        archive = zipfile.ZipFile(io.BytesIO(data))
        data = b"".join(archive.read(name) for name in archive.namelist())
    text = data.decode()
    for kept in ("New York Times", "possible", "North Korea may have earned"):
        assert kept in text, kept
    assert "affirmed" in text or exporter.name in ("csl", "vault")  # which say "not" where it is negated
    assert "certainty" in text


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(found=ledgers())
def test_no_text_breaks_a_format(found: list[Found]) -> None:
    for exporter in LEDGER_EXPORTERS:
        READ_BY[exporter.name](written(exporter, contents(found)))
