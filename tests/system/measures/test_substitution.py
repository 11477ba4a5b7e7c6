"""Weights and elasticities in, the rise of prices when a source is lost out."""

from decimal import Decimal

import pytest

from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import exactly
from sayso.system.measures.substitution import price_rise


def interval(low: str | None, high: str | None) -> Interval:
    return Interval(low=None if low is None else Decimal(low), high=None if high is None else Decimal(high))


@pytest.mark.parametrize(
    ("weight", "rise"), [("0", "1.000"), ("0.02", "1.005"), ("0.5", "1.189"), ("0.9", "1.778"), ("0.97", "2.403")]
)
def test_the_rise_at_an_elasticity_of_five(weight: str, rise: str) -> None:
    # (1 - w) ** (-1 / 4): Feenstra (1994); Arkolakis, Costinot and Rodríguez-Clare (2012).
    found = price_rise(exactly(Decimal(weight)), elasticity=exactly(Decimal(5)))
    assert found.low == found.high
    assert found.high is not None
    assert found.high.quantize(Decimal("0.001")) == Decimal(rise)


@pytest.mark.parametrize(
    ("weight", "elasticity", "low", "high"),
    [
        (("0.5", "0.9"), ("5", "10"), "1.080", "1.778"),  # least of the low weight where much is substituted
        (("0.9", None), ("5", "5"), "1.778", None),  # over 90 %: no bound
        ((None, "0.02"), ("5", "5"), "1.000", "1.005"),
        (("1", "1"), ("5", "5"), None, None),
        (("0.5", "1"), ("5", "5"), "1.189", None),
        (("0.5", "0.5"), ("2", None), "1.000", "2.000"),
        (("0.5", "0.5"), (None, "2"), "2.000", None),
        (("0", "0"), (None, None), "1.000", "1.000"),  # nothing lost, nothing paid
        (("0.999999", "0.999999"), ("1.0000001", "5"), "31.623", None),  # more figures than can be written
    ],
)
def test_bounds_come_from_the_ends_of_weight_and_elasticity(
    weight: tuple[str | None, str | None],
    elasticity: tuple[str | None, str | None],
    low: str | None,
    high: str | None,
) -> None:
    found = price_rise(interval(*weight), elasticity=interval(*elasticity))
    for end, expected in ((found.low, low), (found.high, high)):
        assert (end is None) == (expected is None)
        assert end is None or expected is None or end.quantize(Decimal("0.001")) == Decimal(expected)


def test_a_wider_range_of_elasticities_holds_the_narrower_one() -> None:
    narrow = price_rise(exactly(Decimal("0.9")))  # of 5 to 10
    wide = price_rise(exactly(Decimal("0.9")), elasticity=interval("2", "20"))
    assert (wide.low or 9) < (narrow.low or 0) < (narrow.high or 9) < (wide.high or 0)


@pytest.mark.parametrize("elasticity", [("1", "5"), ("0.5", "0.5"), ("-2", None), (None, "1"), ("9", "5")])
def test_an_elasticity_of_one_or_less_is_an_error(elasticity: tuple[str | None, str | None]) -> None:
    with pytest.raises(ValueError, match="elasticity of substitution is over 1"):
        price_rise(exactly(Decimal("0.5")), elasticity=interval(*elasticity))


@pytest.mark.parametrize("weight", [("-0.1", "0.5"), ("0.5", "1.1"), ("0.5", "0.4"), ("97", "97")])
def test_a_weight_outside_of_zero_to_one_is_an_error(weight: tuple[str, str]) -> None:
    with pytest.raises(ValueError, match="weight of a partner is 0 to 1"):
        price_rise(interval(*weight))
