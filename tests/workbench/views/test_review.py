"""Ledgers in, the queue at one claim, its text marked and its form filled in, out."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.errors import UnknownRecord
from sayso.ledger import Ledger
from sayso.records import Claim, Document, Judgement, Span
from sayso.vocab.actors import open_roster
from sayso.workbench.case import Case
from sayso.workbench.offsets import code_points, units
from sayso.workbench.views.review import review
from tests.workbench.reviewing import ARABIC, EMOJI, KOREAN, SALE, reports

ORDER = [KOREAN[1].id, ARABIC[1].id, EMOJI[1].id, SALE.id]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case of four reports, none judged; the less sure the reader, the earlier."""
    with Ledger.open(reports(tmp_path / "case.sayso")) as ledger:
        yield Case(ledger, open_roster())


def _judge(case: Case, claim_id: str, verdict: str, **fields: str) -> None:
    at = f"2026-03-01T10:00:{len(case.ledger.judgements()):02}Z"
    case.ledger.judge(Judgement(id="", claim_id=claim_id, verdict=verdict, reviewer="ann", at=at, **fields))


def _walked(case: Case) -> list[str]:
    found, at = [], review(case)
    while at.claim:
        found.append(at.claim.id)
        if at.next is None:
            break
        at = review(case, at.next)
    return found


def test_the_queue_begins_with_the_least_sure_and_ends_with_what_was_judged(case: Case) -> None:
    assert _walked(case) == ORDER
    first = review(case)
    assert (first.place, first.total, first.left, first.previous, first.next_open) == (1, 4, 4, None, ORDER[1])
    _judge(case, ORDER[0], "reject")
    _judge(case, ORDER[2], "accept")
    assert _walked(case) == [ORDER[1], ORDER[3], ORDER[0], ORDER[2]]
    again = review(case)
    assert (again.place, again.left, again.next_open) == (1, 2, ORDER[3])
    assert review(case, ORDER[3]).next_open == ORDER[1]
    assert review(case, ORDER[0]).next_open == ORDER[1]


def test_when_all_is_judged_nothing_is_left_and_all_can_be_seen(case: Case) -> None:
    for each in ORDER:
        _judge(case, each, "accept")
    seen = review(case)
    assert (seen.left, seen.next_open, _walked(case)) == (0, None, ORDER)
    assert seen.claim is not None
    assert seen.claim.decision is not None


def test_a_rejected_claim_is_in_the_queue_of_a_case_opened_later(case: Case) -> None:
    _judge(case, ORDER[1], "reject")
    later = Case(case.ledger, case.roster)
    assert sorted(_walked(later)) == sorted(ORDER)
    assert _walked(later)[-1] == ORDER[1]
    assert ORDER[1] not in later.findings.account_of


@pytest.mark.parametrize(("made", "told"), [KOREAN, ARABIC, EMOJI])
def test_the_stretches_are_the_text_and_the_first_unit_says_where_they_begin(
    case: Case, made: Document, told: Claim
) -> None:
    shown = review(case, told.id).claim
    assert shown is not None
    words = "".join(each.words for each in shown.stretches)
    start = code_points(made.text, shown.first_unit)
    assert made.text[start : start + len(words)] == words
    assert [each.words for each in shown.stretches if "trigger" in each.labels] == [told.event.trigger.quote]
    opened = [each for each in shown.stretches if each.opens]
    assert {label for each in opened for label in each.opens} == {"trigger", "giver"}


def test_a_long_text_is_cut_round_the_sentence(tmp_path: Path) -> None:
    made, told = EMOJI
    long = replace(made, id="long", text=f"{'🧨 ' * 5000}{made.text}{' end' * 5000}")
    shift = len("🧨 " * 5000)

    def moved(span: Span) -> Span:
        return replace(span, document_id="long", start=span.start + shift, end=span.end + shift)

    event = replace(
        told.event,
        trigger=moved(told.event.trigger),
        roles=tuple(replace(each, span=each.span and moved(each.span)) for each in told.event.roles),
    )
    made_by = replace(told.provenance, evidence=moved(told.provenance.evidence), words=())
    with Ledger.open(tmp_path / "case.sayso") as ledger:
        run = ledger.begin("hand", "1", vocabulary_version="1")
        ledger.append(long, [replace(told, document_id="long", event=event, provenance=made_by)], run=run)
        shown = review(Case(ledger, open_roster())).claim
    assert shown is not None
    assert shown.is_cut_before
    assert shown.is_cut_after
    start = event.trigger.start
    before = "".join(each.words for each in shown.stretches).index("sent")
    assert code_points(long.text, shown.first_unit) + before == start
    assert shown.first_unit == units(long.text[: start - before])


def test_the_form_has_what_was_put_right_and_the_page_what_was_said(case: Case) -> None:
    _judge(case, ORDER[0], "correct", correction='{"modality":"planned"}', note="<b>")
    shown = review(case, ORDER[0]).claim
    assert shown is not None
    assert shown.now.modality == "planned"
    assert [each.note for each in shown.judgements] == ["<b>"]


def test_what_is_not_there_cannot_be_reviewed(case: Case, tmp_path: Path) -> None:
    with pytest.raises(UnknownRecord):
        review(case, "0" * 16)
    with Ledger.open(tmp_path / "empty.sayso") as ledger:
        empty = review(Case(ledger, open_roster()))
    assert (empty.claim, empty.total, empty.left, empty.next) == (None, 0, 0, None)
