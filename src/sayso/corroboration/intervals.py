"""Two ranges of numbers in, whether one holds the other, they meet, are near or lie apart out."""

from dataclasses import dataclass
from decimal import Decimal

_ABOUT = Decimal("0.1")
"""Part of itself by which a number told as about right may be off. Newspapers use "about" for any rounding; with 0.1,
about 10,000 and 11,000 go together and about 10,000 and 12,000 do not. Chosen, not tuned: no set has such pairs."""

_ROUNDED = Decimal("0.05")
"""Part of itself by which a round number may be off at most, and half of its last figure that is not zero: 1,200 may
stand for 1,234, but 10,000 for no more than 10,500. Chosen, not tuned."""

_SMALL = 1000
"""Numbers under this are told as counted, however round: 100 dead are not 104."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Inclusive bounds, None for an open side; `approximate` as it was told."""

    low: Decimal | None
    high: Decimal | None
    approximate: bool = False


def relate(first: Interval, second: Interval) -> str:
    """How the second stands to the first: `same`, `narrower`, `wider`, `overlapping`, `near` or `apart`.

    `near` is apart by no more than rounding and "about" explain.

    >>> relate(Interval(low=None, high=Decimal("5.5")), Interval(low=Decimal("1.7"), high=Decimal("5.5")))
    'narrower'
    """
    if (first.low, first.high) == (second.low, second.high):
        return "same"
    if _holds(first, second):
        return "narrower"
    if _holds(second, first):
        return "wider"
    if _meet(first, second):
        return "overlapping"
    return "near" if _meet(_loosened(first), _loosened(second)) else "apart"


def grows(first: Interval, second: Interval) -> bool:
    """Whether all of the second lies above all of the first."""
    return first.high is not None and second.low is not None and first.high < second.low


def _holds(outer: Interval, inner: Interval) -> bool:
    low = outer.low is None or (inner.low is not None and outer.low <= inner.low)
    high = outer.high is None or (inner.high is not None and outer.high >= inner.high)
    return low and high


def _meet(one: Interval, other: Interval) -> bool:
    return not grows(one, other) and not grows(other, one)


def _loosened(interval: Interval) -> Interval:
    low, high = interval.low, interval.high
    return Interval(
        low=None if low is None else low - _slack(low, is_about=interval.approximate),
        high=None if high is None else high + _slack(high, is_about=interval.approximate),
    )


def _slack(number: Decimal, *, is_about: bool) -> Decimal:
    size = abs(number)
    if is_about:
        return size * _ABOUT
    if size < _SMALL:
        return Decimal(0)
    exponent = number.normalize().as_tuple().exponent
    half = Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) and exponent > 0 else Decimal(0)
    return min(half, size * _ROUNDED)
