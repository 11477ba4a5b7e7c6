"""Accounts of matters and what was judged in, every claim in the order in which it is worth an analyst's look, out.

A claim comes first where much hangs on it and little is sure: its weight is importance × doubt.

- importance = log2(1 + texts) + log2(1 + origins), of the matter it tells: texts that say it, and the likeliest number
  of independent origins, those who deny it among them. A logarithm, since the hundredth text adds less than the second.
- doubt = (1 - confidence) + log2(1 + denials + contradictions): how unsure the reader is of the claim, 0 to 1, and how
  many origins deny its matter, or would have to be wrong for no two of its values to contradict each other.

Claims of the same weight come in the order of the accounts, and those that were decided on come last, in their order.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody is in the queue: the claim, its number from 1, how many are left, and the ids of those around it.

    `next_open` is the next that nobody has decided on, round again from the first; None where there is no other.
    """

    queued: Queued | None
    number: int | None
    left: int
    previous: str | None
    next: str | None
    next_open: str | None


def queue(accounts: Iterable[Account], *, rejected: Iterable[Claim] = ()) -> "Queue":
    """Every claim, the greatest weight first; claims rejected before, which no account has, weigh as if told alone."""
    found = [*_of_accounts(accounts), *(_alone(claim) for claim in rejected)]
    return Queue(sorted(found, key=lambda each: -each.weight))


class Queue:
    """The claims in their order, those that were decided on last; asking for a place costs what was decided."""

    def __init__(self, queued: Sequence[Queued]) -> None:
        self._queued = queued
        self._index = {each.claim_id: number for number, each in enumerate(queued)}

    def __len__(self) -> int:
        return len(self._queued)

    def at(self, claim_id: str | None, *, decided: Iterable[str]) -> Place:
        """Where the claim stands, or without one the first that nobody has decided on."""
        done = sorted(self._index[each] for each in decided if each in self._index)
        order = _Order(len(self._queued), done)
        if claim_id is None:
            place = 0 if len(order) else None
        else:
            place = order.place(self._index[claim_id]) if claim_id in self._index else None
        return Place(
            queued=None if place is None else self._queued[order.index(place)],
            number=None if place is None else place + 1,
            left=len(order) - len(done),
            previous=self._claim(order, None if place is None else place - 1),
            next=self._claim(order, None if place is None else place + 1),
            next_open=self._claim(order, _next_open(place, left=len(order) - len(done))),
        )

    def ids(self, *, decided: Iterable[str]) -> list[str]:
        """The ids of all claims in their order."""
        done = {each for each in decided if each in self._index}
        return sorted(self._index, key=lambda each: (each in done, self._index[each]))

    def _claim(self, order: "_Order", place: int | None) -> str | None:
        is_there = place is not None and 0 <= place < len(order)
        return self._queued[order.index(place or 0)].claim_id if is_there else None


class _Order:
    """So many claims, of which those with the numbers `done`, sorted, come last."""

    def __init__(self, size: int, done: Sequence[int]) -> None:
        self._size = size
        self._done = done

    def __len__(self) -> int:
        return self._size

    def place(self, index: int) -> int:
        before = bisect_left(self._done, index)
        is_done = before < len(self._done) and self._done[before] == index
        return self._size - len(self._done) + before if is_done else index - before

    def index(self, place: int) -> int:
        """The number of the claim at a place: what `place` turns into it."""
        left = self._size - len(self._done)
        if place >= left:
            return self._done[place - left]
        # As many are done before it as have a number that, less those done before them, is not behind it.
        return place + bisect_right(range(len(self._done)), place, key=lambda at: self._done[at] - at)


def _next_open(place: int | None, *, left: int) -> int | None:
    """The next that nobody has decided on, round again from the first; None where this is the only one."""
    if place is None or place >= left:
        return 0 if left else None
    return None if left == 1 else (place + 1) % left


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
