"""EDTF dates in, first and last days out."""

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.numbers.edtf import bounds


@pytest.mark.parametrize(
    ("edtf", "first", "until"),
    [
        ("2018", "2018-01-01", "2019-01-01"),
        ("2018-06", "2018-06-01", "2018-07-01"),
        ("2018-12", "2018-12-01", "2019-01-01"),
        ("2020-02", "2020-02-01", "2020-03-01"),
        ("2018-06-30", "2018-06-30", "2018-07-01"),
        ("2018-06-15T12:30:00Z", "2018-06-15", "2018-06-16"),
        ("18XX", "1800-01-01", "1900-01-01"),
        ("201X", "2010-01-01", "2020-01-01"),
        ("2018-XX", "2018-01-01", "2019-01-01"),
        ("2018-XX-XX", "2018-01-01", "2019-01-01"),
        ("2018-1X", "2018-10-01", "2019-01-01"),
        ("2018-02-2X", "2018-02-20", "2018-03-01"),
        ("2018-21", "2018-03-01", "2018-06-01"),
        ("2018-24", "2018-12-01", "2019-03-01"),
        ("2018-33", "2018-01-01", "2018-04-01"),
        ("2018-41", "2018-07-01", "2019-01-01"),
        ("2018~", "2018-01-01", "2019-01-01"),
        ("2018-06?", "2018-06-01", "2018-07-01"),
        ("1962/..", "1962-01-01", None),
        ("1962/", "1962-01-01", None),
        ("../2018-06", None, "2018-07-01"),
        ("2018-06-04/2018-06-10", "2018-06-04", "2018-06-11"),
        ("2018/2019-02", "2018-01-01", "2019-03-01"),
        ("../..", None, None),
    ],
)
def test_a_date_covers_all_the_days_it_may_mean(edtf: str, first: str | None, until: str | None) -> None:
    found = bounds(edtf)
    assert found is not None
    assert (found.first, found.until) == (first, until)


@pytest.mark.parametrize(
    "edtf", ["", "..", "soon", "18", "2018-13", "2018-02-30", "2018-00", "2019/2018", "2018-21-01", "2018-6", "0000"]
)
def test_what_is_no_date_has_no_bounds(edtf: str) -> None:
    assert bounds(edtf) is None


@given(st.dates())
def test_a_day_lies_in_its_month_and_year(day: date) -> None:
    month = f"{day.year:04}-{day.month:02}"
    for edtf in (f"{day.year:04}", month, f"{month}-{day.day:02}"):
        found = bounds(edtf)
        assert found is not None
        assert (found.first or "") <= day.isoformat() < (found.until or "~")
    length = calendar.monthrange(day.year, day.month)[1]
    assert bounds(f"{month}-{length:02}/..") is not None


@given(st.text(alphabet="0123456789X-/.~?T", max_size=14))
def test_any_string_is_a_date_or_none(text: str) -> None:
    found = bounds(text)
    if found is not None and found.first is not None and found.until is not None:
        assert found.first < found.until
