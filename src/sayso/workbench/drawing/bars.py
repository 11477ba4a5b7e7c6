"""Intervals in, the bars that show them on one axis out; an open side is marked as open and not drawn to an end."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sayso.corroboration.intervals import Interval

WIDTH = 600
"""Units of the picture from the least to the greatest number of the axis."""

_LEAST_BAR = 3
"""Units that a bar has at least: a single number is a line that can be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Where a bar begins and how long it is, and which of its sides are open."""

    x: float
    width: float
    is_open_below: bool
    is_open_above: bool


def bars(intervals: Sequence[Interval]) -> tuple[Bar, ...]:
    """A bar for each interval, all on one axis from zero, or the least number below it, to the greatest."""
    ends = [end for each in intervals for end in (each.low, each.high) if end is not None]
    low, high = min([Decimal(0), *ends]), max([Decimal(0), *ends])
    scale = Decimal(WIDTH) / (high - low) if high > low else Decimal(0)
    return tuple(_bar(each, low, high, scale) for each in intervals)


def _bar(interval: Interval, low: Decimal, high: Decimal, scale: Decimal) -> Bar:
    start = low if interval.low is None else interval.low
    end = high if interval.high is None else interval.high
    x, width = float((start - low) * scale), float((end - start) * scale)
    return Bar(
        x=round(min(x, WIDTH - _LEAST_BAR), 1),
        width=round(max(width, _LEAST_BAR), 1),
        is_open_below=interval.low is None,
        is_open_above=interval.high is None,
    )
