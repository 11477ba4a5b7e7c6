"""What a period is named by in, weeks, quarters, seasons, decades and centuries as stretches of the calendar out."""

from datetime import date, timedelta

from sayso.claims.numbers.reckoning import Stretch, days, month_of, shifted, span_of, year_of

_SEASONS = {"spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "winter": (24, 12)}
"""EDTF number and first month of each season of the northern hemisphere."""


def week_of(day: date) -> Stretch:
    """The week of a day, from Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return days(monday, min(monday, date.max - timedelta(days=6)) + timedelta(days=6))


def months(year: int, first: int, *, last: int) -> Stretch | None:
    """From one month of a year to another: a quarter or a half."""
    start, end = month_of(year, first), month_of(year, last)
    return span_of(start, end) if start and end else None


def season_of(year: int, season: str) -> Stretch | None:
    """A season; winter is that which begins in the year."""
    number, month = _SEASONS[season]
    start = month_of(year, month)
    end = shifted(year, month, by=2)
    if start is None or end is None:
        return None
    return Stretch(edtf=f"{year:04}-{number}", first=start.first, last=end.last)


def decade_of(year: int) -> Stretch | None:
    """The ten years that share the first three figures of a year."""
    start, end = year_of(year // 10 * 10), year_of(year // 10 * 10 + 9)
    return Stretch(edtf=f"{year // 10:03}X", first=start.first, last=end.last) if start and end else None


def century_of(number: int) -> Stretch | None:
    """A century by its number: the 19th is 18XX.

    >>> century_of(19).edtf
    '18XX'
    """
    start, end = year_of((number - 1) * 100), year_of(number * 100 - 1)
    return Stretch(edtf=f"{number - 1:02}XX", first=start.first, last=end.last) if start and end else None
