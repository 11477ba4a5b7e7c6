"""What an analyst decides about a claim in, the judgements that say so, checked and kept in the ledger, out.

The terminal and the workbench say what was decided in the same words, so that one rule holds for both: a merger goes
against the splits between two matters too, a split without a target against every claim of the matter, and an undoing
against all that was judged with the last judgement that holds.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sayso.errors import RecordError
from sayso.ledger import Ledger
from sayso.ledger.judging import PAIRED
from sayso.records import Claim, Judgement
from sayso.review.corrections import checked

TELLINGS = Callable[[str], Collection[str]]
"""For the id of a claim the ids of all claims of its matter, itself among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What somebody decides about a claim: a verdict, and what the verdict needs.

    `corrections` are fields with what they should be, as `review.corrections` takes them; `target` is the other claim
    of a merger or split, or the judgement to undo.
    """

    claim_id: str
    verdict: str
    reviewer: str
    note: str | None = None
    corrections: Mapping[str, object] | None = None
    target: str | None = None


def now(*, timespec: str = "seconds") -> str:
    """The time of now as records have it: ISO, in UTC."""
    return datetime.now(UTC).isoformat(timespec=timespec).replace("+00:00", "Z")


def keep(decision: Decision, ledger: Ledger, *, told_with: TELLINGS, at: str) -> tuple[Judgement, ...]:
    """The judgements that were kept, in order; `at` is when it was decided.

    Raises `RecordError` for a decision that lacks what it needs or that changes nothing, and `UnknownRecord` for claims
    and judgements that the ledger does not have.
    """
    _check(decision)
    claim = ledger.claim(decision.claim_id)
    correction = None
    if decision.corrections is not None:
        correction = checked(decision.corrections, claim, document=ledger.document(claim.document_id))
    return tuple(
        ledger.judge(
            Judgement(
                id="",
                claim_id=claim_id,
                verdict=decision.verdict,
                reviewer=decision.reviewer,
                at=at,
                note=decision.note,
                correction=correction,
                target=target,
            )
        )
        for claim_id, target in _pairs(decision, ledger, claim, told_with)
    )


def _check(decision: Decision) -> None:
    if (decision.verdict == "correct") != (decision.corrections is not None):
        raise RecordError("fields put right go with correct, and correct needs them")
    if decision.verdict == "merge" and decision.target is None:
        raise RecordError("merge needs a target, the other claim")
    if decision.verdict not in (*PAIRED, "undo") and decision.target is not None:
        raise RecordError("a target goes with merge, split and undo")


def _pairs(decision: Decision, ledger: Ledger, claim: Claim, told_with: TELLINGS) -> Iterable[tuple[str, str | None]]:
    """Whole ids: which claim is judged, against what, one judgement each; None where it is about the claim alone."""
    if decision.verdict in PAIRED and decision.target is not None:
        target = ledger.claim(decision.target).id
        between = _cuts_between(ledger, (claim.id, target), told_with) if decision.verdict == "merge" else ()
        return ((claim.id, target), *between)
    if decision.verdict == "split":
        others = [each for each in told_with(claim.id) if each != claim.id]
        if not others:
            raise RecordError(f"claim {claim.id} is alone in its matter, so there is nothing to split it from")
        return [(claim.id, other) for other in others]
    if decision.verdict != "undo" or decision.target is not None:
        return ((claim.id, decision.target),)
    holding = ledger.standing(claim).holding
    if holding is None:
        raise RecordError(f"claim {claim.id} has no judgement that could be undone")
    return [(each.claim_id, each.id) for each in _given_with(holding, ledger)]


def _cuts_between(ledger: Ledger, both: tuple[str, str], told_with: TELLINGS) -> Iterable[tuple[str, str]]:
    """The splits that would keep a part of one matter from the other, but the one of these two claims."""
    cuts = [pair for pair in ledger.cuts() if {*pair} != {*both}]
    if not cuts:
        return ()
    mine, yours = map(told_with, both)
    return [
        (one, other)
        for one, other in cuts
        if (one in mine and other in yours) or (one in yours and other in mine and mine != yours)
    ]


def _given_with(holding: Judgement, ledger: Ledger) -> list[Judgement]:
    """The judgements that one decision has given, of which this is one, but those undone since."""
    if holding.verdict not in PAIRED:
        return [holding]
    given = ledger.judgements()
    undone = {each.target for each in given if each.verdict == "undo"}
    decision = (holding.verdict, holding.reviewer, holding.at, holding.note)
    return [
        each
        for each in given
        if (each.verdict, each.reviewer, each.at, each.note) == decision and each.id not in undone
    ]
