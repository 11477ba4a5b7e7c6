"""Flows in, the exchange ledger out: for each pair and category what passes, and what it comes to at least and at most.

A sum of reports is not the sum of their numbers. Two reports may tell of the same delivery, and one source that is
quoted thrice has counted once. So the low bound adds only what surely is not the same: flows whose windows lie apart.
The high bound adds what may all be true: every root once, and its flows of different times each. Both hold if all the
statements do; where claims of one matter differ, either may be right, and the interval covers them all.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from sayso.corroboration.conversion import convert
from sayso.corroboration.intervals import Interval
from sayso.records import Quantity, Span
from sayso.system.arithmetic import hull as interval_hull
from sayso.system.flows import order
from sayso.system.records import Amount, Exchange, Flow, Total
from sayso.system.windows import hull

_SUMMED = ("delivered", "agreed", "promised", "sought")
"""Statuses whose numbers are added; those of what is feared, refused or denied are only listed."""

_NOWHERE = Span(document_id="", start=0, end=0, quote="")
_UNKNOWN = ""
"""Stands for the root of a flow whose lineage is unknown; each such flow is taken for one of its own."""


@dataclass(frozen=True, slots=True)
class _Statement:
    """What one flow comes to in one unit."""

    flow: Flow
    interval: Interval


def exchanges(flows: Iterable[Flow]) -> tuple[Exchange, ...]:
    """One exchange for each giver, recipient and category, in the order of `flows.order`."""
    ordered = sorted(flows, key=order)
    return tuple(exchange(tuple(group)) for _, group in groupby(ordered, key=lambda each: order(each)[:3]))


def exchange(flows: Sequence[Flow]) -> Exchange:
    """The exchange of flows that share giver, recipient and category; raises `ValueError` for none."""
    if not flows:
        raise ValueError("an exchange has at least one flow")
    first = flows[0]
    found = []
    for status in _SUMMED:
        for unit, statements in _by_unit([each for each in flows if each.status == status and each.figures]):
            found.append(_total(status, unit, statements))
    return Exchange(
        giver=first.giver, recipient=first.recipient, good=first.good, flows=tuple(flows), totals=tuple(found)
    )


def _by_unit(flows: Sequence[Flow]) -> list[tuple[str | None, list[_Statement]]]:
    """The flows with what their figures come to, unit by unit; units of one measure are converted where they differ."""
    stated = {figure.amount.unit for flow in flows for figure in flow.figures}
    bases = {unit: _converted(Amount(interval=Interval(low=Decimal(1), high=None), unit=unit)).unit for unit in stated}
    differ = {base for base in bases.values() if sum(one == base for one in bases.values()) > 1}
    found: dict[str | None, dict[str, tuple[Flow, list[Interval]]]] = {}
    for flow in flows:
        for figure in flow.figures:
            amount = _converted(figure.amount) if bases[figure.amount.unit] in differ else figure.amount
            found.setdefault(amount.unit, {}).setdefault(flow.id, (flow, []))[1].append(amount.interval)
    return [
        (unit, [_Statement(flow, interval_hull(intervals)) for flow, intervals in found[unit].values()])
        for unit in sorted(found, key=lambda each: each or "")
    ]


def _converted(amount: Amount) -> Amount:
    told = Quantity(
        of=None,
        low=amount.interval.low,
        high=amount.interval.high,
        unit=amount.unit,
        approximate=amount.interval.approximate,
        basis="stated",
        span=_NOWHERE,
    )
    found = convert(told)
    return Amount(interval=Interval(low=found.low, high=found.high, approximate=found.approximate), unit=found.unit)


def _total(status: str, unit: str | None, statements: Sequence[_Statement]) -> Total:
    low = _most([(each.flow, each.interval.low or Decimal(0)) for each in statements])
    groups = _told_once(statements)
    high: Decimal | None = Decimal(0)
    for group in groups:
        tops = [(each.flow, each.interval.high) for each in group]
        known = [(flow, top) for flow, top in tops if top is not None]
        high = None if high is None or len(known) < len(tops) else high + _most(known)
    flows = [each.flow for each in statements]
    return Total(
        status=status,
        amount=Amount(
            interval=Interval(low=low, high=high, approximate=any(each.interval.approximate for each in statements)),
            unit=unit,
        ),
        window=hull(each.window for each in flows),
        flow_ids=tuple(each.id for each in flows),
        origins=tuple(sorted({origin for each in flows for origin in each.origins})),
        said=_said(len(flows), len(groups)),
    )


def _said(number: int, groups: int) -> str:
    if number == 1:
        return "one statement"
    if groups == 1:
        return f"{number} statements that go back to one root, which counts once for each time"
    return f"at least what {number} statements tell of times apart, at most what {groups} roots tell together"


def _told_once(statements: Sequence[_Statement]) -> list[list[_Statement]]:
    """The statements grouped so that those with a root in common are together; one without a root is alone."""
    leaders: dict[str, str] = {}

    def leader(name: str) -> str:
        while leaders.setdefault(name, name) != name:
            leaders[name] = leaders[leaders[name]]
            name = leaders[name]
        return name

    def first(each: _Statement) -> str:
        return each.flow.origins[0] if each.flow.origins else f"{_UNKNOWN}\0{each.flow.id}"

    for each in statements:
        for origin in each.flow.origins[1:]:
            leaders[leader(origin)] = leader(first(each))
    groups: dict[str, list[_Statement]] = {}
    for each in statements:
        groups.setdefault(leader(first(each)), []).append(each)
    return list(groups.values())


def _most(weighted: Sequence[tuple[Flow, Decimal]]) -> Decimal:
    """The greatest sum of weights of flows that surely are of different times: weighted interval scheduling.

    Kleinberg and Tardos (2005), *Algorithm Design*, section 6.1. A flow whose window is unknown or open may be of any
    time, and is never added to another.
    """
    alone = [weight for _, weight in weighted]
    closed = [
        (flow.window.until, flow.window.first, weight)
        for flow, weight in weighted
        if flow.window is not None and flow.window.first is not None and flow.window.until is not None
    ]
    closed.sort()
    ends = [until for until, _, _ in closed]
    best = [Decimal(0)]
    for at, (_, since, weight) in enumerate(closed):
        best.append(max(best[at], best[bisect_right(ends, since, 0, at)] + weight))
    return max([best[-1], *alone])
