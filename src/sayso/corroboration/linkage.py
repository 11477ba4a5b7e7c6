"""Scored pairs of ids in, groups of ids out: average linkage, the same in whatever order the pairs came.

Groups are merged from single members upward, the pair of groups with the greatest mean score first (Sokal and Michener
1958), so that one bad pair does not chain two groups into one. Pairs without a score count as `missing`.
"""

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Pair = tuple[str, str]

_DIGITS = 9
"""Digits to which means are compared: sums of the same numbers in another order differ after them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linkage:
    """How groups are merged: while their mean score is at least `least`, pairs without one counting as `missing`."""

    least: float
    missing: float


@dataclass(slots=True)
class _Links:
    """What lies between two groups: the sum of the scores, and of how many pairs."""

    total: float = 0.0
    pairs: int = 0


@dataclass(slots=True)
class _Groups:
    """The groups so far by their least member, and what lies between those that touch."""

    members: dict[str, list[str]]
    links: dict[str, dict[str, _Links]] = field(default_factory=dict)
    parted: dict[str, set[str]] = field(default_factory=dict)

    def tie(self, one: str, other: str, *, score: float, pairs: int = 1) -> None:
        for mine, yours in ((one, other), (other, one)):
            between = self.links.setdefault(mine, {}).setdefault(yours, _Links())
            between.total += score
            between.pairs += pairs

    def part(self, one: str, other: str) -> None:
        self.parted.setdefault(one, set()).add(other)
        self.parted.setdefault(other, set()).add(one)

    def merge(self, one: str, other: str) -> str:
        """Makes the two groups one, under the lesser of their names."""
        kept, gone = sorted((one, other))
        self.members[kept] += self.members.pop(gone)
        for neighbour, between in self.links.pop(gone, {}).items():
            del self.links[neighbour][gone]
            if neighbour != kept:
                self.tie(kept, neighbour, score=between.total, pairs=between.pairs)
        for neighbour in self.parted.pop(gone, set()):
            self.parted[neighbour].discard(gone)
            if neighbour != kept:  # a bond has overruled the cut
                self.part(kept, neighbour)
        return kept

    def sizes(self, one: str, other: str) -> tuple[int, int]:
        return len(self.members[one]), len(self.members[other])

    def mean(self, one: str, other: str, *, missing: float) -> float:
        between = self.links[one][other]
        pairs = len(self.members[one]) * len(self.members[other])
        return round((between.total + missing * (pairs - between.pairs)) / pairs, _DIGITS)


def link(
    members: Iterable[str],
    scores: Mapping[Pair, float],
    *,
    linkage: Linkage,
    bonds: Iterable[Pair] = (),
    cuts: Iterable[Pair] = (),
) -> list[list[str]]:
    """The groups, each sorted, in the order of their least members.

    `bonds` are pairs that stand together and `cuts` pairs that stay apart, whatever their scores; of a pair that is in
    both, or that bonds bring together by way of others, the bond holds.

    >>> link("abc", {("a", "b"): 2.0, ("b", "c"): 1.0}, linkage=Linkage(least=0.5, missing=-1.0))
    [['a', 'b'], ['c']]
    """
    groups = _Groups({each: [each] for each in sorted(set(members))})
    for (one, other), score in sorted(scores.items()):
        groups.tie(one, other, score=score)
    for one, other in sorted(cuts):
        groups.part(one, other)
    _bind(groups, bonds)
    _merge(groups, linkage)
    return [sorted(groups.members[name]) for name in sorted(groups.members)]


def _bind(groups: _Groups, bonds: Iterable[Pair]) -> None:
    name = {each: each for each in groups.members}
    for one, other in sorted(bonds):
        mine, yours = name[one], name[other]
        if mine != yours:
            kept = groups.merge(mine, yours)
            name.update(dict.fromkeys(groups.members[kept], kept))


def _merge(groups: _Groups, linkage: Linkage) -> None:
    """Merges the nearest two groups as long as they are near enough; names decide between equals."""
    waiting = [
        (-groups.mean(one, other, missing=linkage.missing), one, other, *groups.sizes(one, other))
        for one, others in groups.links.items()
        for other in others
        if one < other
    ]
    heapq.heapify(waiting)
    while waiting and -waiting[0][0] >= linkage.least:
        _, one, other, mine, yours = heapq.heappop(waiting)
        if not _is_current(groups, (one, other), (mine, yours)) or other in groups.parted.get(one, ()):
            continue
        kept = groups.merge(one, other)
        for neighbour in groups.links.get(kept, ()):
            first, second = sorted((kept, neighbour))
            mean = groups.mean(first, second, missing=linkage.missing)
            heapq.heappush(waiting, (-mean, first, second, *groups.sizes(first, second)))


def _is_current(groups: _Groups, names: Pair, sizes: tuple[int, int]) -> bool:
    """Whether both groups are still as they were when their mean was taken."""
    return all(len(groups.members.get(name, ())) == size for name, size in zip(names, sizes, strict=True))
