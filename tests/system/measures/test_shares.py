"""Shares of exports and imports in, shares of trade and what a list leaves for others out.

The lists are those of North Korea's partners in 2023 in the CIA World Factbook: exports China 74, Poland, Senegal,
Angola and Austria 3 each; imports China 97, Togo, Peru and Gabon 1 each, India 0.
"""

from decimal import Decimal

import pytest

from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import difference, exactly, share
from sayso.system.measures.shares import bounded, of_total, unlisted, weights_over


def interval(low: str | None, high: str | None) -> Interval:
    return Interval(low=None if low is None else Decimal(low), high=None if high is None else Decimal(high))


def percents(*numbers: str) -> list[Interval]:
    return [exactly(Decimal(each) / 100) for each in numbers]


EXPORTS = percents("74", "3", "3", "3", "3")
IMPORTS = percents("97", "1", "1", "1", "0")
WEIGHT = exactly(Decimal("0.913"))


def test_china_has_95_percent_of_the_trade_of_north_korea_in_2023() -> None:
    found = of_total(EXPORTS[0], IMPORTS[0], import_weight=WEIGHT)
    assert found.low == found.high == Decimal("0.94999")


def test_russia_that_is_in_neither_list_has_at_most_0_72_percent() -> None:
    found = of_total(unlisted(EXPORTS), unlisted(IMPORTS), import_weight=WEIGHT)
    assert found.low == 0
    assert found.high == Decimal("0.087") * Decimal("0.03") + Decimal("0.913") * Decimal("0.005") == Decimal("0.007175")


def test_china_over_90_percent_needs_imports_to_weigh_over_69_6_percent() -> None:
    found = weights_over(EXPORTS[0], IMPORTS[0], threshold=Decimal("0.9"))
    assert found.surely == found.possibly
    assert found.surely is not None
    assert found.surely.low == Decimal(16) / Decimal(23)
    assert found.surely.high == 1
    least = found.surely.low or Decimal(0)
    over = of_total(EXPORTS[0], IMPORTS[0], import_weight=exactly(least + Decimal("0.001")))
    under = of_total(EXPORTS[0], IMPORTS[0], import_weight=exactly(least - Decimal("0.001")))
    assert (over.low or 0) > Decimal("0.9") > (under.high or 1)


@pytest.mark.parametrize(
    ("exports", "imports", "surely", "possibly"),
    [
        (("0.97", "0.97"), ("0.74", "0.74"), ("0", "0.3043"), ("0", "0.3043")),  # over it for light imports
        (("0.95", "0.95"), ("0.97", "0.97"), ("0", "1"), ("0", "1")),
        (("0.5", "0.5"), ("0.9", "0.9"), None, None),  # never over what is never passed
        (("0.7", "0.74"), ("0.95", "0.99"), ("0.8", "1"), ("0.64", "1")),
        ((None, None), (None, None), None, ("0", "1")),
        (("0.8", None), ("0.8", None), None, ("0", "1")),
    ],
)
def test_weights_over_a_threshold_are_told_surely_and_possibly(
    exports: tuple[str | None, str | None],
    imports: tuple[str | None, str | None],
    surely: tuple[str, str] | None,
    possibly: tuple[str, str] | None,
) -> None:
    found = weights_over(interval(*exports), interval(*imports), threshold=Decimal("0.9"))
    for weights, expected in ((found.surely, surely), (found.possibly, possibly)):
        if weights is None or expected is None:
            assert (weights is None) == (expected is None)
        else:
            assert float(weights.low or 0) == pytest.approx(float(expected[0]), abs=1e-4)
            assert float(weights.high or 0) == pytest.approx(float(expected[1]), abs=1e-4)


@pytest.mark.parametrize(
    ("exports", "imports", "weight", "expected"),
    [
        (("0.7", "0.8"), ("0.9", "1"), ("0.5", "0.9"), ("0.8", "0.98")),
        (("0.9", "1"), ("0.7", "0.8"), ("0.5", "0.9"), ("0.72", "0.9")),  # here the share falls with the weight
        ((None, "0.5"), ("0.5", None), (None, None), ("0", "1")),
        (("0.2", "0.3"), ("0.2", "0.3"), (None, None), ("0.2", "0.3")),
    ],
)
def test_bounds_of_the_share_of_trade_are_at_the_ends_of_the_weight(
    exports: tuple[str | None, str | None],
    imports: tuple[str | None, str | None],
    weight: tuple[str | None, str | None],
    expected: tuple[str, str],
) -> None:
    found = of_total(interval(*exports), interval(*imports), import_weight=interval(*weight))
    assert (found.low, found.high) == (Decimal(expected[0]), Decimal(expected[1]))


@pytest.mark.parametrize(
    ("listed", "is_leading", "most"),
    [
        (EXPORTS, True, "0.03"),
        (IMPORTS, True, "0.005"),
        (percents("60", "30"), True, "0.1"),  # the remainder is under the smallest
        (percents("90", "2"), False, "0.08"),  # partners picked out by a report: others may have more than the smallest
        ([], True, "1"),
        (percents("98", "2", "1"), True, "0.005"),  # over 100 by rounding
        ([interval("0.9", None), interval(None, "0.02")], True, "0.02"),
        ([interval("0.9", None), interval(None, "0.02")], False, "0.1"),
    ],
)
def test_who_is_not_listed_has_at_most_what_the_list_leaves(
    listed: list[Interval], is_leading: bool, most: str
) -> None:
    found = unlisted(listed, is_leading=is_leading)
    assert (found.low, found.high) == (Decimal(0), Decimal(most))


@pytest.mark.parametrize("wrong", [("0.9", "0.1"), ("1.1", None), (None, "-0.1"), ("97", "97")])
def test_what_is_no_share_is_refused(wrong: tuple[str | None, str | None]) -> None:
    with pytest.raises(ValueError, match="no share from 0 to 1"):
        bounded(interval(*wrong))


@pytest.mark.parametrize(
    ("part", "rest"),
    [(("1", "2"), ("2", "3")), (("0.64", "2.06"), ("2.5", "3")), (("0", "5"), ("1", "1")), (("1", "9"), ("1", "9"))],
)
def test_a_share_of_part_and_rest_is_narrower_than_intervals_divided(
    part: tuple[str, str], rest: tuple[str, str]
) -> None:
    # X / (X + R) by interval arithmetic counts X twice, and so its bounds cannot be reached (Moore 1966, chapter 4).
    one, other = interval(*part), interval(*rest)
    (low, high), (least, most) = map(bounds, (one, other))
    divided = (low / (high + most), high / (low + least))
    found = bounds(share(one, other))
    assert divided[0] < found[0] or divided[1] > found[1]
    assert divided[0] <= found[0] <= found[1] <= divided[1]
    corners = [x / (x + r) for x in (low, high) for r in (least, most)]
    assert found == (min(corners), max(corners))
    assert bounds(difference(exactly(Decimal(1)), share(one, other))) == pytest.approx(bounds(share(other, one)))


def bounds(of: Interval) -> tuple[Decimal, Decimal]:
    assert of.low is not None
    assert of.high is not None
    return of.low, of.high
