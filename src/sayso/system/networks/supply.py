"""Flows in, for each good the network of those who pass it on, with capacities as intervals, out."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from sayso.corroboration.intervals import Interval
from sayso.system.exchanges import exchange
from sayso.system.networks.centrality import PASSED
from sayso.system.networks.records import Link, Network
from sayso.system.records import Flow, Total

_UNKNOWN = Interval(low=Decimal(0), high=None)
"""What passes where no number is told of it."""

_LAST = "~"
"""Stands after every day: the end of a window that has none."""


def networks(flows: Iterable[Flow], *, on: str | None = None, statuses: frozenset[str] = PASSED) -> tuple[Network, ...]:
    """One network for each good and each unit in which any of it is told; one without unit where none is.

    What is to pass on must pass at one time: only flows are taken whose window holds the ISO day `on`, and where it is
    not given, the latest of the days that lie in most windows. Flows without a window may always be.
    """
    wanted = sorted((each for each in flows if each.status in statuses), key=lambda each: (each.good, each.id))
    found: list[Network] = []
    for good, group in groupby(wanted, key=lambda each: each.good):
        told = list(group)
        day = on or _busiest(told)
        kept = [each for each in told if each.giver and each.recipient and _goes_on(each, day)]
        ids = {each.id for each in kept}
        left_out = tuple(each.id for each in told if each.id not in ids)
        found += _networks(kept, good=good, day=day, left_out=left_out)
    return tuple(found)


def _networks(flows: Sequence[Flow], *, good: str, day: str | None, left_out: tuple[str, ...]) -> list[Network]:
    ordered = sorted(flows, key=_pair)
    ties = [(pair, tuple(group)) for pair, group in groupby(ordered, key=_pair)]
    totals = {pair: exchange(group).totals for pair, group in ties}
    named = {each.amount.unit for told in totals.values() for each in told}
    units: list[str | None] = [*sorted(unit for unit in named if unit is not None)]
    return [
        Network(
            good=good,
            unit=unit,
            day=day,
            links=tuple(_link(group, totals[pair], unit) for pair, group in ties),
            left_out=left_out,
        )
        for unit in (units or [None])
    ]


def _link(flows: Sequence[Flow], totals: Sequence[Total], unit: str | None) -> Link:
    counted = [each for each in totals if each.amount.unit == unit and unit is not None]
    known = {each for total in counted for each in total.flow_ids}
    capacity = _both([each.amount.interval for each in counted])
    if any(each.id not in known for each in flows):  # what is told without a number may be more than all others
        capacity = Interval(low=capacity.low, high=None, approximate=capacity.approximate)
    return Link(
        giver=flows[0].giver or "",
        recipient=flows[0].recipient or "",
        capacity=capacity,
        flow_ids=tuple(each.id for each in flows),
        claim_ids=tuple(sorted({claim for each in flows for claim in each.claim_ids})),
    )


def _both(intervals: Sequence[Interval]) -> Interval:
    """What amounts of several statuses come to: they may be the same goods, or not."""
    if not intervals:
        return _UNKNOWN
    highs = [each.high for each in intervals if each.high is not None]
    return Interval(
        low=max(each.low or Decimal(0) for each in intervals),
        high=sum(highs, Decimal(0)) if len(highs) == len(intervals) else None,
        approximate=any(each.approximate for each in intervals),
    )


def _pair(flow: Flow) -> tuple[str, str]:
    return flow.giver or "", flow.recipient or ""


def _busiest(flows: Sequence[Flow]) -> str | None:
    """The latest of the days on which the most flows begin or go on; None where no window has a first day."""
    windows = [each.window for each in flows if each.window is not None]
    starts = sorted(each.first or "" for each in windows)
    ends = sorted(each.until or _LAST for each in windows)
    days = sorted({day for day in starts if day})
    return max(days, key=lambda day: (bisect_right(starts, day) - bisect_right(ends, day), day), default=None)


def _goes_on(flow: Flow, day: str | None) -> bool:
    window = flow.window
    if day is None or window is None:
        return True
    return (window.first or "") <= day < (window.until or _LAST)
