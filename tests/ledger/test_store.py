"""Documents and claims into a ledger, and the same out of it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.ledger import Ledger, ReaderRun
from sayso.records import Claim, Document, Period, Place, Role
from tests.factories import amount, attributed, claim, document, role, span

TEXT = "Seoul said North Korea fired two missiles on Friday near Wonsan."


def _report(location: str = "report.txt") -> Document:
    return document(TEXT, location=location)


def _whole(within: Document) -> Claim:
    """A claim in which every field is filled."""
    tested = claim(
        within,
        "test",
        "fired",
        role("actor", "PRK", span(within, "North Korea")),
        role("weapon", None, span(within, "two missiles"), good="missiles"),
        Role(role="target", actor=None, span=None, effect="risk"),
    )
    event = replace(
        tested.event,
        quantities=(
            replace(amount(span(within, "two"), 2, "66.67", "missile", of="weapon"), approximate=True),
            amount(span(within, "two missiles"), None, 10**30, "missile"),
        ),
        occurred=Period(edtf="2024-05-03", basis="inferred", span=span(within, "Friday")),
        place=Place(name="Wonsan", country="PRK", span=span(within, "Wonsan")),
    )
    told = attributed(tested, span(within, "Seoul"), actor="KOR", cue=span(within, "said"))
    return replace(attributed(told, None, actor=None, cue=None, channel="hearsay"), event=event)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "case.sayso") as made:
        yield made


def _begin(ledger: Ledger, version: str = "1") -> ReaderRun:
    return ledger.begin("hand", version, vocabulary_version="1")


def test_what_is_appended_comes_back_as_it_was(ledger: Ledger) -> None:
    made = replace(_report(), repaired=TEXT.replace("  ", " "), title="Tests", published="2024-05-06")
    assert ledger.append(made, [_whole(made)], run=_begin(ledger)) == 1
    assert list(ledger.claims()) == [_whole(made)]
    assert list(ledger.documents()) == [made]
    assert ledger.claim(_whole(made).id[:6]) == _whole(made)
    assert ledger.document(made.id[:6]) == made


def test_reading_the_same_text_again_adds_nothing(ledger: Ledger) -> None:
    made, run = _report(), _begin(ledger)
    assert not ledger.has(made, run)
    assert ledger.append(made, [_whole(made)], run=run) == 1
    assert ledger.has(made, run)
    assert ledger.append(made, [_whole(made)], run=_begin(ledger)) == 0
    assert ledger.runs() == (run,)
    assert list(ledger.claims()) == [_whole(made)]
