"""What sources state of items in, the consensus on each item and how often each source agrees with it out.

Copies are one vote before anything is weighed: forty sites with one supplier are one. What comes out is agreement with
a reference that is named, "ACCU consensus over 4,153 items", and never truth: where all err alike, so does it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from sayso.corroboration.agreement.copying import collapse, group_copies
from sayso.corroboration.agreement.records import (
    Consensus,
    Estimate,
    SourceAgreement,
    Stated,
    Votes,
    Whole,
)
from sayso.corroboration.agreement.resemblance import number, resemblance
from sayso.corroboration.agreement.weighing import Weighed, leading, weigh

_TIE = 1e-9
"""Difference of weights that only the order of adding makes."""


def estimate_agreement(
    stated: Iterable[Stated],
    method: str = "ACCU",
    *,
    copies: Iterable[Sequence[str]] = (),
    detects_copies: bool = True,
) -> Estimate:
    """The consensus by `ACCU`, `CRH` or `VOTE`, with sources that copy from one another as one.

    `copies` are groups of sources known to be one, as the reuse of texts shows; others are found by the values they
    share unless `detects_copies` is False. Numbers are the same however written, "12" and "12.0". Raises `ValueError`
    for another method.

    >>> told = [("Reuters", "17"), ("AFP", "17"), ("Gazette", "70"), ("Herald", "70"), ("Echo", "70")]
    >>> toll = [Stated(source=source, item="toll", value=value) for source, value in told]
    >>> estimate_agreement(toll, "VOTE").consensus[0].value
    '70'
    >>> estimate_agreement(toll, "VOTE", copies=[("Gazette", "Herald", "Echo")]).consensus[0].value
    '17'
    """
    names = _named(stated)
    votes = names.votes
    alike = resemblance(names.values, votes.item)
    known = [[names.numbers[source] for source in group if source in names.numbers] for group in copies]
    groups = group_copies(votes, alike=alike, known=known, detects=detects_copies)
    collapsed = collapse(votes, groups)
    weighed = weigh(collapsed, method, alike=alike)
    best = leading(collapsed, weighed.score)
    reference = f"{method} consensus over {votes.items:,} {'item' if votes.items == 1 else 'items'}"
    return Estimate(
        reference=reference,
        consensus=_consensus(names, collapsed, weighed, best),
        agreements=_agreements(names, groups, best, reference),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """Votes and the names of their sources, items and values."""

    votes: Votes
    sources: tuple[str, ...]
    items: tuple[str, ...]
    values: tuple[str, ...]
    numbers: dict[str, int]


def _named(stated: Iterable[Stated]) -> _Named:
    """The statements by number; one that is made twice counts once."""
    spelled: dict[tuple[str, Decimal | str], str] = {}
    rows = set()
    for each in stated:
        meant = number(each.value)
        key = (each.item, each.value if meant is None else meant)
        spelled[key] = min(spelled.get(key, each.value), each.value)
        rows.add((each.source, key))
    ordered = sorted(spelled, key=lambda key: (key[0], spelled[key]))
    value_of = {key: place for place, key in enumerate(ordered)}
    items = sorted({item for item, _ in ordered})
    item_of = {item: place for place, item in enumerate(items)}
    sources = sorted({source for source, _ in rows})
    source_of = {source: place for place, source in enumerate(sources)}
    pairs = np.array(sorted((value_of[key], source_of[source]) for source, key in rows), dtype=np.int64).reshape(-1, 2)
    votes = Votes(
        source=pairs[:, 1],
        value=pairs[:, 0],
        item=np.array([item_of[item] for item, _ in ordered], dtype=np.int64),
        part=np.ones(len(pairs)),
        sources=len(sources),
    )
    values = tuple(spelled[key] for key in ordered)
    return _Named(votes=votes, sources=tuple(sources), items=tuple(items), values=values, numbers=source_of)


def _consensus(names: _Named, collapsed: Votes, weighed: Weighed, best: Whole) -> tuple[Consensus, ...]:
    item, count = collapsed.item, len(collapsed.item)
    # A source that is more often wrong than right weighs against its value, which is then without support.
    own = weighed.own.clip(0)
    total = np.bincount(item, weights=own, minlength=collapsed.items)
    highest = weighed.score[best][item]
    level = np.bincount(item, weights=weighed.score >= highest - _TIE, minlength=collapsed.items)
    sources = np.bincount(names.votes.value, minlength=count)
    origins = np.bincount(collapsed.value, minlength=count)
    asked = np.bincount(item[collapsed.value], weights=collapsed.part, minlength=collapsed.items).round()
    return tuple(
        Consensus(
            item=names.items[place],
            value=names.values[value],
            support=float(own[value] / total[place]) if total[place] else 0.0,
            sources=int(sources[value]),
            origins=int(origins[value]),
            asked=int(asked[place]),
            is_tied=bool(level[place] > 1),
        )
        for place, value in enumerate(best.tolist())
    )


def _agreements(names: _Named, groups: Whole, best: Whole, reference: str) -> tuple[SourceAgreement, ...]:
    votes = names.votes
    item = votes.item[votes.value]
    told = np.unique(np.stack([item, groups[votes.source]], axis=1), axis=0)[:, 0]
    compared = np.bincount(told, minlength=votes.items)[item] > 1
    # Who states two values of an item is asked once: it agrees when one of them is that of the reference.
    asked = np.unique(np.stack([votes.source[compared], item[compared]], axis=1), axis=0)[:, 0]
    agrees = compared & (best[item] == votes.value)
    counts = np.bincount(asked, minlength=votes.sources)
    agreed = np.bincount(votes.source[agrees], minlength=votes.sources)
    members: dict[int, list[str]] = {}
    for source, group in zip(names.sources, groups.tolist(), strict=True):
        members.setdefault(group, []).append(source)
    return tuple(
        SourceAgreement(
            source=source,
            reference=reference,
            agreed=int(agreed[place]),
            compared=int(counts[place]),
            copies=tuple(other for other in members[group] if other != source),
        )
        for place, (source, group) in enumerate(zip(names.sources, groups.tolist(), strict=True))
    )
