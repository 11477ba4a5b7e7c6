"""Intervals in, their sum, share or hull as an interval that is no wider than it has to be out.

Moore (1966), *Interval Analysis*, chapter 2. An open side (None) stays open: what nobody said is no number. A share is
computed from part and rest, in each of which it is monotone, and not by dividing intervals, which would count the part
twice and widen the result.
"""

from collections.abc import Iterable
from decimal import Decimal

from sayso.corroboration.intervals import Interval

NOTHING = Interval(low=Decimal(0), high=Decimal(0))
"""Exactly none: the sum of no intervals."""


def exactly(number: Decimal) -> Interval:
    """The interval that holds one number alone."""
    return Interval(low=number, high=number)


def total(intervals: Iterable[Interval]) -> Interval:
    """The sum: low bounds with low bounds, high with high; a bound that one of them lacks, the sum lacks too.

    >>> total([Interval(low=Decimal(1), high=Decimal(2)), Interval(low=Decimal(3), high=None)])
    Interval(low=Decimal('4'), high=None, approximate=False)
    """
    low: Decimal | None = Decimal(0)
    high: Decimal | None = Decimal(0)
    is_approximate = False
    for each in intervals:
        low = None if low is None or each.low is None else low + each.low
        high = None if high is None or each.high is None else high + each.high
        is_approximate = is_approximate or each.approximate
    return Interval(low=low, high=high, approximate=is_approximate)


def difference(whole: Interval, part: Interval) -> Interval:
    """What is left when the part is taken away, where the two vary independently."""
    low = None if whole.low is None or part.high is None else whole.low - part.high
    high = None if whole.high is None or part.low is None else whole.high - part.low
    return Interval(low=low, high=high, approximate=whole.approximate or part.approximate)


def scaled(interval: Interval, factor: Decimal) -> Interval:
    """The interval times a number; a negative one turns it round."""
    low = None if interval.low is None else interval.low * factor
    high = None if interval.high is None else interval.high * factor
    if factor < 0:
        low, high = high, low
    return Interval(low=low, high=high, approximate=interval.approximate)


def product(one: Interval, other: Interval) -> Interval:
    """The product of two intervals of numbers that are not negative; an open low side counts as zero."""
    low = _least(one) * _least(other)
    high = None if one.high is None or other.high is None else one.high * other.high
    return Interval(low=low, high=high, approximate=one.approximate or other.approximate)


def share(part: Interval, rest: Interval) -> Interval:
    """`part / (part + rest)` for amounts that are not negative: it grows with the part and falls with the rest.

    Open low sides count as zero. A share is never under 0 or over 1. Where both may be nothing there is no share to
    speak of, and all from 0 to 1 is possible.

    >>> share(Interval(low=Decimal(1), high=Decimal(2)), Interval(low=Decimal(2), high=Decimal(3)))
    Interval(low=Decimal('0.25'), high=Decimal('0.5'), approximate=False)
    """
    least_rest, least_part = _least(rest), _least(part)
    low = Decimal(0) if rest.high is None else _ratio(least_part, least_part + rest.high, otherwise=Decimal(0))
    high = Decimal(1) if part.high is None else _ratio(part.high, part.high + least_rest, otherwise=Decimal(1))
    return Interval(low=low, high=high, approximate=part.approximate or rest.approximate)


def hull(intervals: Iterable[Interval]) -> Interval:
    """The narrowest interval that holds all of them; open on both sides where there is none."""
    found = list(intervals)
    lows, highs = [each.low for each in found], [each.high for each in found]
    return Interval(
        low=min((low for low in lows if low is not None), default=None) if None not in lows else None,
        high=max((high for high in highs if high is not None), default=None) if None not in highs else None,
        approximate=any(each.approximate for each in found),
    )


def positive(interval: Interval) -> Interval:
    """`max(0, interval)`: what is left of a need is never less than nothing."""
    zero = Decimal(0)
    low = zero if interval.low is None else max(zero, interval.low)
    high = None if interval.high is None else max(zero, interval.high)
    return Interval(low=low, high=high, approximate=interval.approximate)


def _least(interval: Interval) -> Decimal:
    return interval.low if interval.low is not None else Decimal(0)


def _ratio(part: Decimal, whole: Decimal, *, otherwise: Decimal) -> Decimal:
    return part / whole if whole else otherwise
