"""Testimonies in, the system that they describe out, whole or one testimony at a time.

Everything is found matter by matter, so that a testimony that comes later changes what is known of its own matter and
of the exchanges that this takes part in, and nothing else.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from sayso.system.dependence import dependences
from sayso.system.exchanges import exchange, exchanges
from sayso.system.flows import flows, order
from sayso.system.records import Dependence, Exchange, Flow, Stake, SystemModel, Testimony
from sayso.system.stakes import stakes

_Row = TypeVar("_Row")
_Key = tuple[str, ...]


def assemble(testimonies: Iterable[Testimony], *, as_of: str | None = None) -> SystemModel:
    """The system as claims published up to the date describe it; those without a date are always among them.

    `as_of` is an ISO date of any precision, and all of the year or month that it names belongs to it.
    """
    return Assembly(testimonies, as_of=as_of).model()


class Assembly:
    """The system while it grows: holds the testimonies by matter, and every row in its place."""

    def __init__(self, testimonies: Iterable[Testimony] = (), *, as_of: str | None = None) -> None:
        self._as_of = as_of
        self._matters: dict[str, list[Testimony]] = {}
        told = [each for each in testimonies if is_told_by(each, as_of)]
        for each in told:
            self._matters.setdefault(each.matter_id, []).append(each)
        found = flows(told)
        self._flows: dict[_Key, dict[str, Flow]] = {}
        for flow in found:
            self._flows.setdefault(_pair(flow), {})[flow.id] = flow
        self._exchanges = _Ordered(exchanges(found), _pair)
        self._dependences = _Ordered(dependences(told), _by_dependence)
        self._stakes = _Ordered(stakes(told), _by_stake)
        self._parties: dict[str, int] = {}
        self._count(self._exchanges.rows, self._dependences.rows, self._stakes.rows, by=1)

    def add(self, testimony: Testimony) -> None:
        """Take in one more testimony; one that was published after `as_of` changes nothing."""
        if not is_told_by(testimony, self._as_of):
            return
        before = tuple(self._matters.get(testimony.matter_id, ()))
        after = (*before, testimony)
        self._matters[testimony.matter_id] = list(after)
        self._pass(flows(before), flows(after))
        for ordered, find in ((self._dependences, dependences), (self._stakes, stakes)):
            old, new = find(before), find(after)
            self._count(old, by=-1)
            self._count(new, by=1)
            ordered.replace(old, new)  # type: ignore[arg-type]

    def model(self) -> SystemModel:
        """The system as it is now."""
        return SystemModel(
            as_of=self._as_of,
            parties=tuple(sorted(self._parties)),
            exchanges=tuple(self._exchanges.rows),
            dependences=tuple(self._dependences.rows),
            stakes=tuple(self._stakes.rows),
        )

    def _pass(self, before: Sequence[Flow], after: Sequence[Flow]) -> None:
        """Make the exchanges anew in which flows are gone or have come."""
        touched = dict.fromkeys(map(_pair, (*before, *after)))
        for flow in before:
            del self._flows[_pair(flow)][flow.id]
        for flow in after:
            self._flows.setdefault(_pair(flow), {})[flow.id] = flow
        for pair in touched:
            old = self._exchanges.at(pair)
            left = sorted(self._flows[pair].values(), key=order)
            new = (exchange(left),) if left else ()
            self._count(old, by=-1)
            self._count(new, by=1)
            self._exchanges.replace(old, new)

    def _count(self, *groups: Sequence[Exchange | Dependence | Stake], by: int) -> None:
        """Keep how many rows name each party, so that one whom none names any more is no longer listed."""
        for party in (party for rows in groups for row in rows for party in _named(row)):
            self._parties[party] = self._parties.get(party, 0) + by
            if not self._parties[party]:
                del self._parties[party]


def is_told_by(testimony: Testimony, as_of: str | None) -> bool:
    """Whether the claim was published by the date, or is of no known date."""
    published = testimony.claim.published
    return as_of is None or published is None or published[: len(as_of)] <= as_of


class _Ordered(Generic[_Row]):
    """Rows in the order of a key that no two of them share, kept so while rows come and go."""

    def __init__(self, rows: Iterable[_Row], key: Callable[[_Row], _Key]) -> None:
        self._key = key
        self.rows = sorted(rows, key=key)

    def at(self, key: _Key) -> Sequence[_Row]:
        place = self._place(key)
        found = self.rows[place : place + 1]
        return found if found and self._key(found[0]) == key else []

    def replace(self, old: Iterable[_Row], new: Iterable[_Row]) -> None:
        for row in old:
            del self.rows[self._place(self._key(row))]
        for row in new:
            self.rows.insert(self._place(self._key(row)), row)

    def _place(self, key: _Key) -> int:
        return bisect_left(self.rows, key, key=self._key)


def _pair(row: Flow | Exchange) -> _Key:
    return row.giver or "~", row.recipient or "~", row.good


def _by_dependence(row: Dependence) -> _Key:
    return row.dependent, row.provider, row.good or "", row.whole or "", row.id


def _by_stake(row: Stake) -> _Key:
    return row.party or "~", row.sort, row.other or "~", row.id


def _named(row: Exchange | Dependence | Stake) -> Iterator[str]:
    if isinstance(row, Exchange):
        parties: tuple[str | None, ...] = (row.giver, row.recipient)
    elif isinstance(row, Dependence):
        parties = (row.dependent, row.provider)
    else:
        parties = (row.party, row.other)
    return (party for party in parties if party is not None)
