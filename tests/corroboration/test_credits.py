"""Texts of the table of credits in; whether each gives the credits that stand beside it out."""

import tomllib
from pathlib import Path

import pytest

from sayso.corroboration.credits import find_credits, is_agency, publisher_of
from sayso.corroboration.records import Credit
from sayso.documents.build import About, build
from sayso.lang import languages
from sayso.lang.credits import credit_cues
from sayso.records import Document
from sayso.settings import Settings
from sayso.vocab.actors import open_roster
from tests import factories

ROSTER = open_roster()
CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "credits.toml").read_text(encoding="utf-8"))["text"]
ROWS = [(case, row) for case in CASES for row in case["rows"]]


def _document(text: str, language: str = "en", **about: str) -> Document:
    if not text:
        return factories.document("")
    known = About(**{"location": "report.txt", "loader": "text", **about})
    return build(text, known, content=text.encode(), settings=Settings(language=language))


def _said(credit: Credit) -> str:
    return f"{credit.kind} {credit.actor or '-'}" + (f": {credit.covers.quote.strip()}" if credit.covers else "")


@pytest.mark.parametrize(("case", "row"), ROWS, ids=[f"{case['name']}: {row[0][:40]}" for case, row in ROWS])
def test_a_text_gives_its_credits(case: dict[str, str], row: list[str]) -> None:
    text, *expected = row
    about = {"publisher": case["publisher"]} if "publisher" in case else {}
    document = _document(text, case["language"], **about)
    found = find_credits(document, roster=ROSTER)
    assert sorted(map(_said, found)) == sorted(expected)
    for credit in found:
        assert document.text[credit.span.start : credit.span.end] == credit.span.quote
    assert [credit.span.start for credit in found] == sorted(credit.span.start for credit in found)
