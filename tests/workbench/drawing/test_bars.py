"""Numbers as bars on one axis."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sayso.corroboration.intervals import Interval
from sayso.workbench.drawing.bars import WIDTH, bars

NUMBERS = st.none() | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15)


def interval(low: str | None, high: str | None) -> Interval:
    """The interval between two numbers as written."""
    return Interval(low=None if low is None else Decimal(low), high=None if high is None else Decimal(high))


def test_bars_begin_at_zero_and_end_at_the_greatest_number() -> None:
    half, whole = bars([interval("50", "50"), interval("0", "100")])
    assert (whole.x, whole.width) == (0, WIDTH)
    assert half.x == WIDTH / 2
    assert 0 < half.width < 10, "a single number is a line that can be seen"


def test_an_open_side_runs_to_the_edge_and_is_marked() -> None:
    below, above, neither = bars([interval(None, "30"), interval("70", None), interval("0", "100")])
    assert (below.is_open_below, below.is_open_above, below.x) == (True, False, 0)
    assert (above.is_open_below, above.is_open_above) == (False, True)
    assert above.x + above.width == WIDTH
    assert not neither.is_open_below
    assert not neither.is_open_above


def test_numbers_below_zero_lie_left_of_zero() -> None:
    loss, gain = bars([interval("-10", "-10"), interval("10", "10")])
    assert loss.x == 0
    assert gain.x > WIDTH / 2


def test_nothing_and_zero_alone_can_be_drawn() -> None:
    assert bars([]) == ()
    assert bars([interval("0", "0")])[0].x >= 0
    assert bars([interval(None, None)])[0].is_open_below


@given(st.lists(st.tuples(NUMBERS, NUMBERS), max_size=6))
def test_no_bar_leaves_the_picture(pairs: list[tuple[Decimal | None, Decimal | None]]) -> None:
    ordered = [
        Interval(low=high, high=low)
        if low is not None and high is not None and low > high
        else Interval(low=low, high=high)
        for low, high in pairs
    ]
    for bar in bars(ordered):
        assert bar.x >= 0
        assert bar.width > 0
        assert bar.x + bar.width <= WIDTH + 0.2
