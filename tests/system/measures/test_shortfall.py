"""A need, a stock and suppliers in, what is missing and on what that depends out."""

from decimal import Decimal

import pytest

from sayso.corroboration.intervals import Interval
from sayso.system.measures.shortfall import COVERED, DEPENDS, SHORT, Supplier, shortfall

NO_TEXT = (None, None)
Ends = tuple[int | None, int | None]


def interval(ends: Ends) -> Interval:
    low, high = (None if each is None else Decimal(each) for each in ends)
    return Interval(low=low, high=high)


def supplier(name: str, capacity: Ends, offer: Ends) -> Supplier:
    return Supplier(name=name, capacity=interval(capacity), offer=interval(offer))


CASES: list[tuple[str, Ends, Ends | None, Ends | None, list[tuple[str, Ends, Ends]], Ends, str]] = [
    # why, need, stock, horizon, suppliers, missing, verdict
    ("nobody delivers", (90, 100), None, None, [], (90, 100), SHORT),
    ("all are able and willing", (90, 100), None, None, [("CHN", (100, 200), (100, 100))], (0, 0), COVERED),
    ("the lesser of both counts", (100, 100), None, None, [("CHN", (60, 60), (90, 90))], (40, 40), SHORT),
    ("willing, not able", (100, 100), None, None, [("CHN", (0, 0), NO_TEXT)], (100, 100), SHORT),
    ("a stock for four years", (100, 100), (200, 200), (4, 4), [("CHN", (50, 50), (50, 50))], (0, 0), COVERED),
    ("a stock for eight years", (100, 100), (200, 200), (8, 8), [("CHN", (50, 50), (50, 50))], (25, 25), SHORT),
    (
        "how long is not known",
        (100, 100),
        (200, 200),
        (4, 8),
        [("CHN", (50, 50), (50, 50))],
        (0, 25),
        DEPENDS + "how long the stock must last",
    ),
    ("nobody said how much", (None, None), None, None, [("CHN", (5, 5), (5, 5))], (0, None), DEPENDS + "the need"),
    (
        "one offer decides, the other is too small",
        (100, 100),
        None,
        None,
        [("CHN", (95, 95), (0, 95)), ("RUS", (10, 10), (6, 7))],
        (0, 94),
        DEPENDS + "the offer of CHN",
    ),
    (
        "willing or able is not known",
        (100, 100),
        None,
        None,
        [("CHN", NO_TEXT, (100, 100))],
        (0, 100),
        DEPENDS + "the capacity of CHN",
    ),
    (
        "no unknown decides alone",
        (100, 100),
        None,
        None,
        [(name, (0, 60), (60, 60)) for name in ("CHN", "RUS", "IRN")],
        (0, 100),
        DEPENDS + "the capacity of CHN, the capacity of RUS, the capacity of IRN",
    ),
    (
        "one of three is too small to decide",
        (90, 90),
        None,
        None,
        [("CHN", (0, 45), (45, 45)), ("RUS", (0, 45), (45, 45)), ("IRN", (0, 20), (20, 20))],
        (0, 90),
        DEPENDS + "the capacity of CHN, the capacity of RUS",
    ),
    ("nothing needed", (0, 0), (None, None), None, [("CHN", NO_TEXT, NO_TEXT)], (0, 0), COVERED),
    ("a stock without limit", (5, 9), (None, None), None, [], (0, 9), DEPENDS + "the stock"),
    ("less than nothing is nothing", (-5, 10), None, None, [("CHN", (-5, -1), (3, 4))], (0, 10), DEPENDS + "the need"),
]


@pytest.mark.parametrize(
    ("need", "stock", "horizon", "suppliers", "missing", "verdict"),
    [case[1:] for case in CASES],
    ids=[c[0] for c in CASES],
)
def test_what_is_missing_and_what_decides(
    need: Ends,
    stock: Ends | None,
    horizon: Ends | None,
    suppliers: list[tuple[str, Ends, Ends]],
    missing: Ends,
    verdict: str,
) -> None:
    found = shortfall(
        interval(need),
        [supplier(*each) for each in suppliers],
        stock=stock and interval(stock),
        horizon=horizon and interval(horizon),
    )
    assert found.missing == interval(missing)
    assert found.verdict == verdict
    assert bool(found.unknowns) == verdict.startswith(DEPENDS)


@pytest.mark.parametrize("horizon", [(0, 4), (-1, 1), (None, 4)])
def test_a_stock_that_lasts_for_no_time_is_an_error(horizon: Ends) -> None:
    with pytest.raises(ValueError, match="some time over 0"):
        shortfall(interval((1, 1)), stock=interval((1, 1)), horizon=interval(horizon))


def test_an_interval_that_is_turned_round_is_an_error() -> None:
    with pytest.raises(ValueError, match="lower to the higher"):
        shortfall(interval((9, 1)))


def test_thousands_of_suppliers_are_fixed_one_by_one_in_no_time() -> None:
    many = [supplier(f"S{number}", (0, 2), (1, 1)) for number in range(3000)]
    found = shortfall(interval((1500, 1500)), many)
    assert found.missing == interval((0, 1500))
    assert len(found.unknowns) == len(many)
