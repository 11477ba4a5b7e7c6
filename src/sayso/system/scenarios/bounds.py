"""Bounds in, what lies within both of two, out; and the bounds of what is not known."""

from decimal import Decimal

from sayso.corroboration.intervals import Interval

UNKNOWN = Interval(low=None, high=None)
"""The bounds of what is not known at all."""

ALL = Interval(low=Decimal(0), high=Decimal(1))
"""The bounds of a share of which nothing is known."""


def meet(one: Interval, other: Interval) -> Interval | None:
    """What lies in both intervals, None where nothing does."""
    low = max((each for each in (one.low, other.low) if each is not None), default=None)
    high = min((each for each in (one.high, other.high) if each is not None), default=None)
    if low is not None and high is not None and low > high:
        return None
    return Interval(low=low, high=high, approximate=one.approximate or other.approximate)
