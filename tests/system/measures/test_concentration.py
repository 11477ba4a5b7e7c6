"""Listed shares in, bounds of the Herfindahl–Hirschman index out."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import exactly
from sayso.system.measures.concentration import UNBOUNDED, concentration


def percents(*numbers: str | tuple[str | None, str | None]) -> list[Interval]:
    """Shares from percent: a number, or both ends of an interval."""
    ends = [each if isinstance(each, tuple) else (each, each) for each in numbers]
    return [Interval(low=_share(low), high=_share(high)) for low, high in ends]


def _share(percent: str | None) -> Decimal | None:
    return None if percent is None else Decimal(percent) / 100


@pytest.mark.parametrize(
    ("listed", "is_leading", "low", "high"),
    [
        # Horizontal Merger Guidelines (US Department of Justice 2010), 5.3: 30, 30, 20, 20 give 2,600.
        (percents("30", "30", "20", "20"), True, "2600", "2600"),
        # North Korea 2023, CIA World Factbook: exports, 14 % left in pieces of 3 at most; imports, nothing left.
        (percents("74", "3", "3", "3", "3"), True, "5512", "5552"),
        (percents("97", "1", "1", "1"), True, "9412", "9412"),
        (percents("97", "1", "1", "1", "0"), True, "9412", "9412"),
        (percents("90", "2"), False, "8104", "8168"),  # all 8 % left may be of one
        ([], True, "0", "10000"),
        (percents("100"), True, "10000", "10000"),
        (percents("0"), True, "0", "50"),  # 200 partners of half a percent, which would each be printed as 0
        (percents("50", "50", "1"), True, "5001", "5001"),  # over 100 by what rounding explains
        (percents(("90", None), (None, "2")), False, "8100", "10000"),
        (percents(("50", None), "40"), True, "4100", "5200"),  # no share is more than the other leaves
        (percents((None, None)), True, "0", "10000"),
    ],
)
def test_the_index_is_bounded_by_thin_and_by_thick_remainders(
    listed: list[Interval], is_leading: bool, low: str, high: str
) -> None:
    found = concentration(listed, is_leading=is_leading)
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("listed", [percents("60", "60"), percents("90", "90", "90"), percents(("70", None), "40")])
def test_shares_that_cannot_be_of_one_whole_have_no_index(listed: list[Interval]) -> None:
    assert concentration(listed) == UNBOUNDED


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)), max_size=3), st.booleans())
def test_no_way_to_fill_the_whole_lies_outside_of_the_bounds(drawn: list[tuple[int, int]], is_leading: bool) -> None:
    ends = [(low, min(100, low + width)) for low, width in drawn]
    listed = [Interval(low=Decimal(low) / 100, high=Decimal(high) / 100) for low, high in ends]
    found = concentration(listed, is_leading=is_leading)
    for shares in product(*(sorted({low, (low + high) // 2, high}) for low, high in ends)):
        left = 100 - sum(shares)
        if left < 0 or found == UNBOUNDED:
            continue
        listed_alone = sum(Decimal(each) ** 2 for each in shares)
        piece = Decimal(min(shares, default=100) if is_leading else 100)
        pieces, rest = divmod(Decimal(left), piece) if piece else (Decimal(0), Decimal(0))
        if left and not piece:
            continue  # the remainder has nowhere to go: no such whole
        thick, thin = pieces * piece**2 + rest**2, left * min(piece, Decimal("0.01"))
        assert (found.low or 0) <= listed_alone + thin
        assert listed_alone + thick <= (found.high or 0) + Decimal("1e-20")


def test_thousands_of_partners_take_no_time() -> None:
    found = concentration([exactly(Decimal(1) / 10_000)] * 10_000)
    assert (found.low, found.high) == (Decimal(1), Decimal(1))
