"""Decisions of analysts in, the judgements that a ledger keeps of them out."""

from pathlib import Path

import pytest

from sayso.errors import RecordError, UnknownRecord
from tests.factories import claim, document
from tests.review.reviewed import REPORT, SALE, decide, holding

OTHER = document("Poland lent ships to Chile.", location="other.txt")
LENT = claim(OTHER, "transfer", "lent")
READ = ((REPORT, [SALE]), (OTHER, [LENT]))


def test_a_decision_is_kept_with_reviewer_time_and_what_was_put_right(tmp_path: Path) -> None:
    with holding(tmp_path / "case.sayso", *READ) as ledger:
        (kept,) = decide(ledger, SALE, "correct", note="see the table", corrections={"trigger": {"quote": "sales"}})
        assert kept.correction == '{"trigger":{"start":102,"end":107,"quote":"sales"}}'
        assert (kept.reviewer, kept.note) == ("ann", "see the table")
        assert ledger.judgements() == (kept,)


def test_an_undoing_takes_back_one_decision_after_the_other(tmp_path: Path) -> None:
    with holding(tmp_path / "case.sayso", *READ) as ledger:
        decide(ledger, SALE, "accept")
        decide(ledger, SALE, "reject", at="2026-03-01T11:00:00Z")
        decide(ledger, SALE, "undo", at="2026-03-01T12:00:00Z")
        assert ledger.standing(SALE).verdict == "accept"
        decide(ledger, SALE, "undo", at="2026-03-01T13:00:00Z")
        assert ledger.standing(SALE).verdict is None
        with pytest.raises(RecordError, match="no judgement that could be undone"):
            decide(ledger, SALE, "undo", at="2026-03-01T14:00:00Z")


def test_a_split_without_a_target_goes_against_the_whole_matter_and_is_undone_as_one(tmp_path: Path) -> None:
    with holding(tmp_path / "case.sayso", *READ) as ledger:
        assert len(decide(ledger, SALE, "split", told_with=[SALE.id, LENT.id])) == 1
        with pytest.raises(RecordError, match="alone in its matter"):
            decide(ledger, SALE, "split", told_with=[SALE.id])
        assert len(ledger.cuts()) == 1
        decide(ledger, SALE, "undo", at="2026-03-01T12:00:00Z")
        assert ledger.cuts() == ()


@pytest.mark.parametrize(
    ("verdict", "needs", "said"),
    [
        ("correct", {}, "correct needs them"),
        ("accept", {"corrections": {"modality": "done"}}, "correct needs them"),
        ("merge", {}, "merge needs a target"),
        ("reject", {"target": LENT.id}, "a target goes with merge"),
        ("agree", {}, "is no verdict"),
        ("correct", {"corrections": {}}, "names at least one field"),
    ],
)
def test_a_decision_that_lacks_what_it_needs_keeps_nothing(
    tmp_path: Path, verdict: str, needs: dict[str, object], said: str
) -> None:
    with holding(tmp_path / "case.sayso", *READ) as ledger:
        with pytest.raises(RecordError, match=said):
            decide(ledger, SALE, verdict, **needs)  # type: ignore[arg-type]
        with pytest.raises(UnknownRecord):
            decide(ledger, SALE, "merge", target="0" * 16)
        assert ledger.judgements() == ()
