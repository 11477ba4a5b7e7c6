"""Intervals in, whole numbers with which a maximal flow is found exactly, and back to intervals, out.

An open side is a number so great that no sum of known capacities reaches it: twice that sum and one. A flow over the
sum has then an open side in every cut and is unbounded, and so is a difference of two flows that is over it. No greater
number would say more, as from there on the least cut is always one with the fewest open sides.
"""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from sayso.corroboration.intervals import Interval

_PLACES = 6
"""Decimal places that are kept; what is beyond is rounded outwards, so that the bounds still hold."""

_GREATEST = Decimal(10) ** 18
"""Numbers from which a capacity counts as open: more than all the money of the world in cents."""

_DOWN = Context(prec=60, rounding=ROUND_FLOOR)
_UP = Context(prec=60, rounding=ROUND_CEILING)


class Capacities:
    """The capacities of the arcs of a network as whole numbers at their low and at their high bounds."""

    def __init__(self, intervals: Sequence[Interval]) -> None:
        self.lows = [_low(each) for each in intervals]
        highs = [_high(each) for each in intervals]
        # Low over high is a contradiction of somebody's; the low one then is both.
        highs = [high if high is None else max(high, low) for high, low in zip(highs, self.lows, strict=True)]
        self._known = sum(self.lows) + sum(high for high in highs if high is not None)
        endless = 2 * self._known + 1
        self.highs = [endless if high is None else high for high in highs]

    def interval(self, low: int, high: int) -> Interval:
        """The interval between two flows, or differences of flows; open where the high one is unbounded."""
        return Interval(low=_decimal(low), high=None if high > self._known else _decimal(high))


def _low(interval: Interval) -> int:
    low = interval.low
    if low is None or not low.is_finite() or low <= 0:
        return 0
    return int(_DOWN.scaleb(min(low, _GREATEST), _PLACES).to_integral_value(rounding=ROUND_FLOOR))


def _high(interval: Interval) -> int | None:
    high = interval.high
    if high is None or not high.is_finite() or high >= _GREATEST:
        return None
    return int(_UP.scaleb(max(high, Decimal(0)), _PLACES).to_integral_value(rounding=ROUND_CEILING))


def _decimal(number: int) -> Decimal:
    whole = Decimal(number).scaleb(-_PLACES, _UP)
    return whole.quantize(Decimal(1)) if whole == whole.to_integral_value() else whole.normalize(_UP)
