"""Whole reports in, read with the shipped weights; whether they give the ledger written down, record by record.

Where they rightly give another, `python -m tests.golden.recording` writes them down again.
"""

import json
from typing import Any

import pytest

from sayso.reading import Reader, open_reader
from sayso.settings import Settings
from tests.golden.recording import REPORTS, ROOT, lines, recorded

ALIKE = 0.9
"""Least share of the claims written down that must come out as they stand, and of those that come out that must be
written down: processors round the reader's numbers differently, and a word in thirty may hang elsewhere for it."""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return open_reader(Settings())


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_gives_its_ledger(name: str, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = [_told(line) for line in lines(name, reader)]
    expected = [_told(line) for line in recorded(name)]
    same = sum(claim in expected for claim in found)
    assert same >= ALIKE * len(expected), [claim for claim in expected if claim not in found]
    assert same >= ALIKE * len(found), [claim for claim in found if claim not in expected]


def _told(line: str) -> dict[str, Any]:
    """What a record says, without its id, its confidence and the versions that made it."""
    claim: dict[str, Any] = json.loads(line)
    for field in ("id", "confidence"):
        del claim[field]
    for field in ("reader_version", "vocabulary_version"):
        del claim["why"][field]
    return claim
