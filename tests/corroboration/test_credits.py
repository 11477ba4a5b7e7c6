"""Texts of the table of credits in; whether each gives the credits that stand beside it out."""

import tomllib
from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest

from sayso.corroboration.credits import find_credits, is_agency, publisher_of
from sayso.corroboration.records import Credit
from sayso.documents.build import About, build
from sayso.records import Document
from sayso.settings import Settings
from sayso.vocab.actors import open_roster
from tests import factories

ROSTER = open_roster()
CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "credits.toml").read_text(encoding="utf-8"))["text"]
_SECONDS = 4  # of a slow machine; what took the square of the length took minutes

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


@pytest.mark.parametrize(
    ("publisher", "location", "expected"),
    [
        ("The Washington Post", "report.txt", "org/washington-post"),
        ("BBC News", "report.txt", "org/bbc"),
        ("nytimes.com", "report.txt", "org/nyt"),
        ("ТАСС", "report.txt", "org/tass"),
        (None, "https://edition.cnn.com/2024/03/03/world/story.html", "org/cnn"),
        (None, "https://web.archive.org/web/2024/https://www.lemonde.fr/a.html", "org/le-monde"),
        (None, "https://notcnn.com/story", None),
        (None, "https://[broken", None),
        ("Friends of the BBC Singers", "report.txt", None),
        ("Harbour Gazette", "https://www.bbc.co.uk/news", "org/bbc"),
        (None, "folder/report.txt", None),
    ],
)
def test_the_publisher_is_known_by_its_name_or_its_host(publisher: str, location: str, expected: str | None) -> None:
    document = replace(factories.document(location=location), publisher=publisher)
    assert publisher_of(document, ROSTER) == expected


def test_agencies_are_told_from_other_media() -> None:
    assert is_agency("org/reuters", ROSTER)
    assert not is_agency("org/bbc", ROSTER)
    assert not is_agency(None, ROSTER)
    assert {ROSTER.kind(actor) for actor in (*ROSTER.agencies, *ROSTER.hosts.values())} == {"media"}


@pytest.mark.parametrize("field", ["author", "publisher"])
def test_an_agency_in_a_field_has_an_empty_span(field: str) -> None:
    document = _document("The army left the town on Monday.", **{field: "Agence France-Presse"})
    (credit,) = find_credits(document, roster=ROSTER)
    assert (credit.kind, credit.actor, credit.covers) == ("agency", "org/afp", None)
    assert (credit.span.start, credit.span.end) == (0, 0)


def test_an_agency_in_the_text_needs_no_field() -> None:
    document = _document("KYIV (AFP) - The army left the town on Monday.", author="AFP")
    (credit,) = find_credits(document, roster=ROSTER)
    assert credit.span.quote == "KYIV (AFP) -"


def test_a_photographer_of_an_agency_is_no_author_of_the_text() -> None:
    assert not find_credits(_document("The army left the town.", author="Photo: AFP"), roster=ROSTER)


def test_datelines_of_several_agencies_cover_their_own_parts() -> None:
    first = "KYIV (Reuters) - The army left the town on Monday.\n\nNobody was hurt, it said."
    second = "MOSCOW (AP) — The ministry denied it on Tuesday.\n\nIt gave no reason for that."
    found = find_credits(_document(f"{first}\n\n{second}"), roster=ROSTER)
    assert [(one.actor, one.covers and one.covers.quote) for one in found] == [
        ("org/reuters", first),
        ("org/associated-press", second),
    ]


def test_a_sign_off_in_the_middle_covers_its_paragraph() -> None:
    text = "The army left the town on Monday. (AFP)\n\nThe ministry denied it on Tuesday, and gave no reason."
    (credit,) = find_credits(_document(text), roster=ROSTER)
    assert credit.covers is not None
    assert credit.covers.quote == "The army left the town on Monday. (AFP)"


def test_a_medium_of_the_user_is_found(tmp_path: Path) -> None:
    path = tmp_path / "actors.toml"
    path.write_text('[[actor]]\nid = "org/harbour-gazette"\nkind = "media"\nnames = ["Harbour Gazette"]\n')
    (credit,) = find_credits(_document("The port is shut, the Harbour Gazette reported."), roster=open_roster(path))
    assert (credit.kind, credit.actor) == ("outlet", "org/harbour-gazette")


@pytest.mark.parametrize(
    "text",
    [
        "(AP",
        "😀" * 500,
        "Reuters " * 6_000,
        "reported " * 6_000,
        "(((((Reuters" * 2_000,
        "according to " * 6_000 + "Reuters",
        '"“' * 6_000 + " told Reuters",
        "told Reuters " * 3_000,
        "МОСКВА, 3 марта " * 5_000 + "— ТАСС.",
        "据路透社" * 3_000,
    ],
    ids=lambda text: text[:20],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_odd_text_is_borne_and_quickly(text: str, language: str) -> None:
    whole = replace(factories.document(text), language=language, publisher="Gazette")
    document = replace(whole, passages=tuple(replace(one, language=language) for one in whole.passages))
    begun = process_time()
    for credit in find_credits(document, roster=ROSTER):
        assert document.text[credit.span.start : credit.span.end] == credit.span.quote
    assert process_time() - begun < _SECONDS


def test_a_medium_of_the_user_may_be_written_with_space_round_its_name(tmp_path: Path) -> None:
    path = tmp_path / "actors.toml"
    names = r'["\u2028Harbour Post \t", "  "]'
    path.write_text(f'[[actor]]\nid = "org/harbour-post"\nkind = "media"\nnames = {names}\n', encoding="utf-8")
    document = _document("HARBOUR, May 5 (Harbour Post) - The \u2028Harbour Post said so.")
    found = find_credits(document, roster=open_roster(path))
    assert {credit.actor for credit in found} == {"org/harbour-post"}
