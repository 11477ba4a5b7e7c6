"""Votes of sources in, groups of sources that copy from one another out, each of which is then one vote.

Two who are right agree, so agreement alone shows nothing; agreement on what is unlikely to be right shows copying
(Dong, Berti-Equille and Srivastava 2009, section 3). What is right is not known at first and is distorted by the
copies, so that it goes in two steps:

1. Sources that agree wherever chance would let them differ are taken together. Chance is how many of the others say the
   same, so that a value that few give tells much and one that all give tells nothing (agreement corrected for chance,
   Cohen 1960).
2. With those as one, ACCU gives a consensus. Then sources are taken together that agree on what is not in it far more
   than two who err on their own.

A group is one where every two members that can be compared pass: a chain of likenesses makes no group. Here copies say
the same as each other, whoever took from whom.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.corroboration.agreement.records import Floats, Truths, Votes, Whole
from sayso.corroboration.agreement.resemblance import Resemblance, pairs_within
from sayso.corroboration.agreement.weighing import false_values, is_leading, weigh

_PAIRS = 8_000_000
"""Pairs of statements compared at most, those of the items that fewest state first; the Flight set has 4 million. It
bounds memory at about 600 MB; where many state everything, a part of the items shows as well who copies."""

_EVIDENCE = 2.0
"""Disagreements that two sources must have had the chance of, at least. More are asked for where more pairs of sources
are looked at, as some will agree by accident: so many that less than one pair is expected to, which is 4 on Population
and 7 on Book and Flight. With 2 throughout, a set made at random showed 401 copiers in 2,000 sources; so it shows none,
and one of 100 books is lost."""

_THE_SAME = 0.98
"""Agreement, corrected for chance, of step 1. On Flight, feeds of one supplier lie over 0.99 and two good suppliers at
0.96; from 0.9 to 0.99 nothing changes but two of 4,151 flights."""

_SAME_ERRORS = 0.5
"""Agreement on errors, corrected for chance, of step 2. From 0.4 to 0.5 nothing changes but one of 4,151 flights; at
0.6 one of 100 books is lost, at 0.7 three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Compared:
    """Statements of two sources about one item, and which two sources it is: `pair` numbers `one` and `other`."""

    one: Whole
    other: Whole
    pair: Whole
    value: Whole
    other_value: Whole

    def sums(self, weight: Floats | Truths) -> Floats:
        """The sum over the statements of each pair of sources."""
        return np.bincount(self.pair, weights=weight, minlength=len(self.one)).astype(np.float64)


def group_copies(
    votes: Votes, *, alike: Resemblance, known: Iterable[Sequence[int]] = (), detects: bool = True
) -> Whole:
    """The number of the group of each source; `known` groups are kept whole, and grow where it `detects` others."""
    start = _numbered(known, votes.sources)
    if not detects:
        return np.unique(start, return_inverse=True)[1]
    compared = _compared(votes)
    groups = _linked(start, compared, _overall(votes, compared), least=_THE_SAME, evidence=_evidence(compared, votes))
    collapsed = collapse(votes, groups)
    leads = is_leading(collapsed, weigh(collapsed, "ACCU", alike=alike).score)
    on_errors = _on_errors(compared, leads, false_values(collapsed))
    return _linked(start, compared, on_errors, least=_SAME_ERRORS, evidence=_evidence(compared, collapsed))


def collapse(votes: Votes, groups: Whole) -> Votes:
    """The votes with each group as one source, which has one vote for each item; divided members divide it."""
    values = max(len(votes.item), 1)
    stated, heads = np.unique(groups[votes.source] * values + votes.value, return_counts=True)
    group, value = stated // values, stated % values
    _, place = np.unique(group * max(votes.items, 1) + votes.item[value], return_inverse=True)
    part = heads / np.bincount(place, weights=heads)[place]
    return Votes(source=group, value=value, item=votes.item, part=part, sources=int(groups.max(initial=-1)) + 1)


def _compared(votes: Votes) -> _Compared:
    one, other = pairs_within(votes.item[votes.value], most=_PAIRS)
    low = np.minimum(votes.source[one], votes.source[other])
    high = np.maximum(votes.source[one], votes.source[other])
    # A source that states two values of an item is not compared with itself.
    apart = low != high
    known, pair = np.unique((low * votes.sources + high)[apart], return_inverse=True)
    return _Compared(
        one=known // max(votes.sources, 1),
        other=known % max(votes.sources, 1),
        pair=pair,
        value=votes.value[one[apart]],
        other_value=votes.value[other[apart]],
    )


def _overall(votes: Votes, compared: _Compared) -> tuple[Floats, Floats]:
    """Agreement over all items less that by chance, and how much more than chance there could have been."""
    stated = np.bincount(votes.value, minlength=len(votes.item))
    asked = np.bincount(votes.item, weights=stated, minlength=votes.items)[votes.item]
    by_chance = (stated - 1) / np.maximum(asked - 1, 1)
    expected = (by_chance[compared.value] + by_chance[compared.other_value]) / 2
    return compared.sums((compared.value == compared.other_value) - expected), compared.sums(1 - expected)


def _on_errors(compared: _Compared, leads: Truths, wrong_values: float) -> tuple[Floats, Floats]:
    """The same over those items alone on which one of the two, at least, is not with the consensus."""
    errs = ~(leads[compared.value] & leads[compared.other_value])
    asked = compared.sums(errs)
    same = compared.sums(errs & (compared.value == compared.other_value))
    return same - asked / wrong_values, asked * (1 - 1 / wrong_values)


def _evidence(compared: _Compared, votes: Votes) -> float:
    """The chances to disagree after which no two of all the pairs are expected to have agreed by accident."""
    return max(_EVIDENCE, float(np.log(max(len(compared.one), 1)) / np.log(false_values(votes))))


def _linked(
    start: Whole, compared: _Compared, agreed: tuple[Floats, Floats], *, least: float, evidence: float
) -> Whole:
    """Groups by complete linkage, the likest two sources first, on top of the groups there are at the start."""
    surplus, possible = agreed
    telling = np.flatnonzero(possible >= evidence)
    share = surplus[telling] / possible[telling]
    one, other = compared.one[telling].tolist(), compared.other[telling].tolist()
    unlike: list[set[int]] = [set() for _ in start]
    for place in np.flatnonzero(share < least).tolist():
        unlike[one[place]].add(other[place])
        unlike[other[place]].add(one[place])
    groups = start.tolist()
    members: dict[int, set[int]] = {}
    for source, group in enumerate(groups):
        members.setdefault(group, set()).add(source)
    for place in np.lexsort((share, -share.round(9)))[: int((share >= least).sum())].tolist():
        mine, yours = groups[one[place]], groups[other[place]]
        if mine == yours or any(not unlike[member].isdisjoint(members[yours]) for member in members[mine]):
            continue
        kept, gone = min(mine, yours), max(mine, yours)
        for member in members[gone]:
            groups[member] = kept
        members[kept] |= members.pop(gone)
    return np.unique(np.array(groups, dtype=np.int64), return_inverse=True)[1]


def _numbered(known: Iterable[Sequence[int]], sources: int) -> Whole:
    """Each source as a group of its own, but for those known to belong together, which share the least number."""
    groups = np.arange(sources)
    for members in known:
        found = np.isin(groups, groups[list(members)])
        if found.any():
            groups[found] = groups[found].min()
    return groups
