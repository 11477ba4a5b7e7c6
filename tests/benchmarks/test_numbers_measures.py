"""Examples written for this project in; whether the measures of quantities and dates count them right out."""

from datetime import date
from decimal import Decimal

import pytest

from benchmarks.bench_numbers import is_right
from benchmarks.expressions import Example, ExpectedAmount, ExpectedDate, Stretched, is_set_aside


def _amount(text: str, low: str | None, high: str | None, *, unit: str | None, complete: bool = True) -> Example:
    ends = (Decimal(low) if low else None, Decimal(high) if high else None)
    expected = ExpectedAmount(start=0, end=len(text), low=ends[0], high=ends[1], unit=unit, is_value=low == high)
    return Example(
        language="en", text=text, task="money", reference=None, is_complete=complete, amounts=(expected,), dates=()
    )


def _date(text: str, first: date, last: date) -> Example:
    expected = ExpectedDate(start=0, end=len(text), readings=(Stretched(first=first, last=last),))
    reference = "2024-05-16T00:00:00"
    return Example(
        language="en", text=text, task="time", reference=reference, is_complete=True, amounts=(), dates=(expected,)
    )


@pytest.mark.parametrize(
    ("example", "right"),
    [
        (_amount("less than 7 euros", None, "7", unit="EUR"), True),
        (_amount("7 euros", "7", "7", unit="EUR"), True),
        (_amount("7 euros", "7", "7", unit="USD"), False),
        (_amount("7 euros", "8", "8", unit="EUR"), False),
        (_date("last month", date(2024, 4, 1), date(2024, 4, 30)), True),
        (_date("last month", date(2024, 3, 1), date(2024, 3, 31)), False),
        (_date("two years ago", date(2022, 5, 16), date(2022, 5, 16)), True),
        (_date("late August", date(2024, 8, 21), date(2024, 8, 31)), True),
    ],
)
def test_an_example_is_right_when_its_value_is(example: Example, right: bool) -> None:
    assert is_right(example) == right


def test_about_a_third_is_set_aside_for_good() -> None:
    texts = [f"{number} tonnes" for number in range(900)]
    aside = [text for text in texts if is_set_aside("en", text)]
    assert 250 < len(aside) < 350
    assert aside[:3] == [text for text in texts if is_set_aside("en", text.upper())][:3]
