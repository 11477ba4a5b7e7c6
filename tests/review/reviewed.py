"""Ledgers with a report or two in them, and what analysts say of their claims."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sayso.ledger import Ledger
from sayso.records import Claim, Document, Judgement
from sayso.review.decisions import Decision, keep
from tests.factories import arms_claim, arms_report

AT = "2026-03-01T10:00:00Z"
REPORT = arms_report()
SALE = arms_claim(REPORT)


@contextmanager
def holding(path: Path, *read: tuple[Document, Sequence[Claim]]) -> Iterator[Ledger]:
    """A ledger with these documents and their claims."""
    with Ledger.open(path) as ledger:
        run = ledger.begin("hand", "1", vocabulary_version="1")
        for document, claims in read:
            ledger.append(document, claims, run=run)
        yield ledger


def decide(
    ledger: Ledger, claim: Claim, verdict: str, *, at: str = AT, told_with: Sequence[str] = (), **needs: object
) -> tuple[Judgement, ...]:
    """Keeps what Ann decides of the claim."""
    decision = Decision(claim_id=claim.id, verdict=verdict, reviewer="ann", **needs)  # type: ignore[arg-type]
    return keep(decision, ledger, told_with=lambda _: told_with, at=at)
