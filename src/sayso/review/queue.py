"""Accounts of matters and what was judged in, every claim in the order in which it is worth an analyst's look, out.

A claim comes first where much hangs on it and little is sure: its weight is importance × doubt.

- importance = log2(1 + texts) + log2(1 + origins), of the matter it tells: texts that say it, and the likeliest number
  of independent origins, those who deny it among them. A logarithm, since the hundredth text adds less than the second.
- doubt = (1 - confidence) + log2(1 + denials + contradictions): how unsure the reader is of the claim, 0 to 1, and how
  many origins deny its matter, or would have to be wrong for no two of its values to contradict each other.

Claims of the same weight come in the order of the accounts, and those that were decided on come last, in their order.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from math import log2

from sayso.corroboration.accounts import Account
from sayso.records import Claim

_DIGITS = 9
"""Decimal places of a weight that are compared, so that the last bit of a logarithm decides nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """A claim with what its place in the queue is reckoned from."""

    claim_id: str
    texts: int
    origins: int
    denials: int
    contradictions: int
    confidence: float

    @property
    def importance(self) -> float:
        """How much hangs on it."""
        return log2(1 + self.texts) + log2(1 + self.origins)

    @property
    def doubt(self) -> float:
        """How little of it is sure."""
        return 1 - self.confidence + log2(1 + self.denials + self.contradictions)

    @property
    def weight(self) -> float:
        """What the queue is sorted by, greatest first."""
        return round(self.importance * self.doubt, _DIGITS)


def queue(accounts: Iterable[Account], *, rejected: Iterable[Claim] = ()) -> tuple[Queued, ...]:
    """Every claim, the greatest weight first; claims rejected before, which no account has, weigh as if told alone."""
    found = [*_of_accounts(accounts), *(_alone(claim) for claim in rejected)]
    return tuple(sorted(found, key=lambda each: -each.weight))


def arranged(queued: Iterable[Queued], decided: Collection[str]) -> list[str]:
    """The ids of the claims of a queue, those that were decided on last."""
    ids = [each.claim_id for each in queued]
    return [each for each in ids if each not in decided] + [each for each in ids if each in decided]


def _of_accounts(accounts: Iterable[Account]) -> Iterator[Queued]:
    for account in accounts:
        found = account.corroboration
        for telling in account.matter.tellings:
            yield Queued(
                claim_id=telling.claim.id,
                texts=account.documents,
                origins=found.count + len(found.deniers),
                denials=len(found.deniers),
                contradictions=account.contradictions,
                confidence=telling.claim.confidence,
            )


def _alone(claim: Claim) -> Queued:
    return Queued(claim_id=claim.id, texts=1, origins=1, denials=0, contradictions=0, confidence=claim.confidence)
