"""Whole reports in, read with the shipped weights; whether they give the ledger written down, record by record.

Where they rightly give another, `python -m tests.golden.recording` writes them down again.
"""

import json
from typing import Any

import pytest

from sayso.reading import Reader, open_reader
from sayso.reading.encoder import WEIGHTS
from sayso.settings import Settings
from tests.golden.recording import REPORTS, ROOT, lines, recorded

VARIES = 0.1
"""How far the confidence may stray: processors round the reader's own differently."""


@pytest.fixture(scope="module")
def reader() -> Reader:
    if not (WEIGHTS / "labels.onnx").exists():
        pytest.skip("the reader has no weights: train it first")
    return open_reader(Settings())


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_gives_its_ledger(name: str, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = [json.loads(line) for line in lines(name, reader)]
    expected = [json.loads(line) for line in recorded(name)]
    assert [_place(claim) for claim in found] == [_place(claim) for claim in expected]
    for one, other in zip(found, expected, strict=True):
        assert abs(one.pop("confidence") - other.pop("confidence")) <= VARIES
        assert one == other


def _place(claim: dict[str, Any]) -> str:
    return f"{claim['kind']} {claim['trigger']['quote']} at {claim['trigger']['start']}"
