"""Parts of dates in; stretches of the calendar in EDTF out."""

from datetime import date

import pytest

from sayso.claims.numbers.periods import century_of, decade_of, months, season_of, week_of
from sayso.claims.numbers.reckoning import Stretch, day_of, reference, shifted


@pytest.mark.parametrize(
    ("stretch", "edtf", "first", "last"),
    [
        (day_of(2024, 2, day=29), "2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
        (months(2019, 1, last=6), "2019-01/2019-06", date(2019, 1, 1), date(2019, 6, 30)),
        (week_of(date(2018, 9, 30)), "2018-09-24/2018-09-30", date(2018, 9, 24), date(2018, 9, 30)),
        (season_of(2017, "winter"), "2017-24", date(2017, 12, 1), date(2018, 2, 28)),
        (decade_of(1994), "199X", date(1990, 1, 1), date(1999, 12, 31)),
        (century_of(19), "18XX", date(1800, 1, 1), date(1899, 12, 31)),
        (shifted(2024, 1, by=-2), "2023-11", date(2023, 11, 1), date(2023, 11, 30)),
    ],
)
def test_a_stretch_knows_its_days(stretch: Stretch | None, edtf: str, first: date, last: date) -> None:
    assert stretch == Stretch(edtf=edtf, first=first, last=last)


@pytest.mark.parametrize(
    "stretch", [day_of(2023, 2, day=29), months(2023, 0, last=3), century_of(0), decade_of(10_000)]
)
def test_what_the_calendar_does_not_have_is_none(stretch: Stretch | None) -> None:
    assert stretch is None


@pytest.mark.parametrize(
    ("published", "known"),
    [
        ("2018-09-30T10:00", (2018, 9, 30)),
        ("2018-13", (2018, None, None)),
        (None, (None, None, None)),
        ("x", (None,) * 3),
    ],
)
def test_a_date_of_publication_counts_as_far_as_it_goes(published: str | None, known: tuple[int | None, ...]) -> None:
    at = reference(published)
    assert (at.year, at.month, at.day) == known
