"""Intervals as whole numbers, and back."""

from decimal import Decimal

import pytest

from sayso.corroboration.intervals import Interval
from sayso.system.networks.capacities import Capacities


def interval(low: str | None, high: str | None) -> Interval:
    return Interval(low=None if low is None else Decimal(low), high=None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("given", "back"),
    [
        (("1", "2"), ("1", "2")),
        (("0.1", "5.5E+9"), ("0.1", "5500000000")),
        ((None, "3"), ("0", "3")),
        (("-4", "-1"), ("0", "0")),
        (("5", "3"), ("5", "5")),
        (("0.00000049", "0.00000051"), ("0", "0.000001")),
        (("NaN", "NaN"), ("0", None)),
        (("2", None), ("2", None)),
        (("1", "Infinity"), ("1", None)),
        (("1", "1E+999999"), ("1", None)),
    ],
)
def test_bounds_are_kept_exactly_or_rounded_outwards(
    given: tuple[str | None, str | None], back: tuple[str, str | None]
) -> None:
    found = Capacities([interval(*given), interval("7", "9")])
    assert found.interval(found.lows[0], found.highs[0]) == interval(*back)


def test_the_sum_of_all_that_is_known_is_known_and_one_open_side_is_not() -> None:
    found = Capacities([interval("1", "2"), interval("3", None)])
    assert found.interval(0, sum(found.lows) + found.highs[0]).high == Decimal(6)
    assert found.interval(0, found.highs[1] - sum(found.lows)).high is None
