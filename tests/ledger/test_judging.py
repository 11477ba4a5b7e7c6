"""Judgements of analysts in, what stands after them out, in this run and the next."""

from dataclasses import replace

import pytest

from sayso.errors import RecordError, UnknownRecord
from sayso.ledger import Ledger, Standing
from sayso.records import Claim, Judgement
from tests.factories import claim, document, role, span
from tests.ledger.reports import begin

REPORT = document("Poland sold tanks and lent ships to Chile.")
SOLD = claim(REPORT, "transfer", "sold", role("giver", "POL", span(REPORT, "Poland")), role("recipient", "CHL"))
LENT = claim(REPORT, "transfer", "lent", role("giver", "POL"))


def _judgement(of: Claim, verdict: str, *, at: str = "2026-03-01T10:00:00Z", **fields: str) -> Judgement:
    return Judgement(id="", claim_id=of.id, verdict=verdict, reviewer="ann", at=at, **fields)


@pytest.fixture
def read_once(ledger: Ledger) -> Ledger:
    """A ledger in which one run has read the report."""
    ledger.append(REPORT, [SOLD, LENT], run=begin(ledger))
    return ledger


def test_a_judgement_is_a_row_of_its_own_with_reviewer_and_time(read_once: Ledger) -> None:
    given = _judgement(SOLD, "accept", note="checked against the ministry's list")
    kept = read_once.judge(given)
    assert replace(kept, id="") == given
    assert kept.id
    assert read_once.judge(given) == kept
    assert read_once.judgements() == read_once.judgements(SOLD.id) == (kept,)
    assert read_once.judgements(LENT.id) == ()
    assert list(read_once.claims()) == [SOLD, LENT]


def test_the_last_judgement_that_is_not_undone_stands(read_once: Ledger) -> None:
    assert read_once.standing(SOLD).verdict is None
    accepted = read_once.judge(_judgement(SOLD, "accept"))
    rejected = read_once.judge(_judgement(SOLD, "reject", at="2026-03-02T10:00:00Z"))
    assert read_once.standing(SOLD).verdict == "reject"
    undone = read_once.judge(_judgement(SOLD, "undo", at="2026-03-03T10:00:00Z", target=rejected.id))
    assert read_once.standing(SOLD).verdict == "accept"
    assert read_once.standing(SOLD).judgements == (accepted, rejected, undone)
    read_once.judge(_judgement(SOLD, "undo", at="2026-03-04T10:00:00Z", target=accepted.id))
    assert read_once.standing(SOLD).verdict is None
    assert read_once.standing(LENT).judgements == ()


def test_corrections_and_mergers_say_what_and_into_what(read_once: Ledger) -> None:
    corrected = read_once.judge(_judgement(SOLD, "correct", correction='{"modality":"planned"}'))
    merged = read_once.judge(_judgement(LENT, "merge", target=SOLD.id))
    assert read_once.standing(SOLD).judgements == (corrected,)
    assert read_once.standing(LENT) == Standing(judgements=(merged,), lapsed=())
    assert read_once.standing(LENT).verdict == "merge"


@pytest.mark.parametrize(
    ("after", "stands"),
    [
        (SOLD, True),
        (replace(SOLD, confidence=0.1, provenance=replace(SOLD.provenance, reader_version="2")), True),
        (replace(SOLD, id="made-in-another-way"), True),
        (replace(SOLD, polarity="negated"), False),
        (replace(SOLD, event=replace(SOLD.event, roles=SOLD.event.roles[:1])), False),
    ],
    ids=["the same", "surer", "another id", "negated", "a role less"],
)
def test_a_judgement_stays_with_a_claim_that_says_the_same_in_a_new_run(
    read_once: Ledger, after: Claim, stands: bool
) -> None:
    accepted = read_once.judge(_judgement(SOLD, "accept"))
    read_once.append(REPORT, [after], run=begin(read_once, "2"))
    standing = read_once.standing(next(read_once.claims()))
    assert (standing.verdict == "accept") is stands
    assert (standing.judgements, standing.lapsed) == (((accepted,), ()) if stands else ((), (accepted,)))
    assert read_once.judgements(after.id) == (accepted,)


def test_a_judgement_is_about_the_claim_as_last_read(read_once: Ledger) -> None:
    negated = replace(SOLD, polarity="negated")
    read_once.append(REPORT, [negated], run=begin(read_once, "2"))
    read_once.judge(_judgement(SOLD, "reject"))
    assert read_once.standing(negated).verdict == "reject"
    assert read_once.standing(SOLD).verdict is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (_judgement(SOLD, "approve"), "is no verdict; the verdicts are accept"),
        (replace(_judgement(SOLD, "accept"), reviewer=" "), "says who gave it"),
        (replace(_judgement(SOLD, "accept"), at=""), "says who gave it and when"),
        (_judgement(SOLD, "correct"), "needs a correction"),
        (_judgement(SOLD, "correct", correction="[1]"), "is not a dict"),
        (_judgement(SOLD, "accept", correction="{}"), "takes no correction"),
        (_judgement(SOLD, "merge"), "have a target"),
        (_judgement(SOLD, "accept", target=LENT.id), "have a target"),
        (_judgement(SOLD, "merge", target=SOLD.id), "into itself"),
        (_judgement(SOLD, "split"), "have a target"),
        (_judgement(SOLD, "split", target=SOLD.id), "from itself"),
    ],
)
def test_a_judgement_that_lacks_what_it_needs_is_refused(read_once: Ledger, wrong: Judgement, said: str) -> None:
    with pytest.raises(RecordError, match=said):
        read_once.judge(wrong)
    assert read_once.judgements() == ()


def test_nothing_can_be_judged_that_is_not_there(read_once: Ledger) -> None:
    accepted = read_once.judge(_judgement(SOLD, "accept"))
    for wrong in (
        replace(_judgement(SOLD, "accept"), claim_id="0" * 16),
        _judgement(SOLD, "merge", target="0" * 16),
        _judgement(SOLD, "split", target="0" * 16),
        _judgement(SOLD, "undo", target="0" * 16),
        _judgement(LENT, "undo", target=accepted.id),
    ):
        with pytest.raises(UnknownRecord, match="the ledger has no"):
            read_once.judge(wrong)
    undone = read_once.judge(_judgement(SOLD, "undo", target=accepted.id))
    with pytest.raises(RecordError, match="give the verdict again"):
        read_once.judge(_judgement(SOLD, "undo", target=undone.id, at="2026-03-05T10:00:00Z"))


PAIR = (min(SOLD.id, LENT.id), max(SOLD.id, LENT.id))


def test_of_two_claims_the_last_verdict_that_is_not_undone_holds_whichever_was_judged(read_once: Ledger) -> None:
    assert read_once.bonds() == read_once.cuts() == ()
    merged = read_once.judge(_judgement(SOLD, "merge", target=LENT.id))
    assert (read_once.bonds(), read_once.cuts()) == ((PAIR,), ())
    parted = read_once.judge(_judgement(LENT, "split", target=SOLD.id, note="another sale"))
    assert (read_once.bonds(), read_once.cuts()) == ((), (PAIR,))
    read_once.judge(_judgement(LENT, "undo", target=parted.id))
    assert (read_once.bonds(), read_once.cuts()) == ((PAIR,), ())
    read_once.judge(_judgement(SOLD, "undo", target=merged.id))
    assert read_once.bonds() == read_once.cuts() == ()


def test_a_split_says_nothing_of_the_claim_itself_and_can_be_undone_as_the_last_judgement(read_once: Ledger) -> None:
    read_once.judge(_judgement(SOLD, "reject"))
    parted = read_once.judge(_judgement(SOLD, "split", target=LENT.id))
    assert read_once.standing(SOLD).verdict == "reject"
    assert read_once.standing(SOLD).holding == parted
    read_once.judge(_judgement(LENT, "split", target=SOLD.id))
    assert read_once.standing(LENT).verdict is None


def test_verdicts_on_two_claims_hold_for_a_later_reading_that_says_the_same_of_both(read_once: Ledger) -> None:
    read_once.judge(_judgement(SOLD, "split", target=LENT.id))
    sold, lent = replace(SOLD, id="1" * 16, confidence=0.1), replace(LENT, id="0" * 16)
    read_once.append(REPORT, [sold, lent], run=begin(read_once, "2"))
    assert read_once.cuts() == ((lent.id, sold.id),)
    read_once.append(REPORT, [sold, replace(lent, polarity="negated")], run=begin(read_once, "3"))
    assert read_once.cuts() == ()
    read_once.append(REPORT, [sold, lent], run=begin(read_once, "4"))
    assert read_once.cuts() == ((lent.id, sold.id),)


def test_what_stands_of_all_claims_is_what_stands_of_each(read_once: Ledger) -> None:
    assert read_once.standings() == {}
    accepted = read_once.judge(_judgement(SOLD, "accept"))
    assert read_once.standings() == {SOLD.id: read_once.standing(SOLD)}
    read_once.append(REPORT, [replace(SOLD, polarity="negated"), LENT], run=begin(read_once, "2"))
    assert read_once.standings() == {}
    negated = next(read_once.claims())
    read_once.judge(_judgement(negated, "reject"))
    read_once.judge(_judgement(LENT, "split", target=SOLD.id))
    read_once.judge(_judgement(LENT, "accept"))
    found = read_once.standings()
    assert found == {each.id: read_once.standing(each) for each in (negated, LENT)}
    assert found[SOLD.id].lapsed == (accepted,)
    decision = found[LENT.id].decision
    assert decision is not None
    assert decision.verdict == "accept"
    assert list(read_once.standings(since=2)) == [LENT.id]
    assert read_once.standings(since=read_once.state().judged) == {}
