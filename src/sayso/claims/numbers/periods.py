"""What a period is named by in, weeks, quarters, seasons, decades and centuries, and their parts, as stretches out."""

from datetime import date, timedelta

from sayso.claims.numbers.reckoning import Stretch, days, month_of, moved, shifted, single, span_of, year_of

_SEASONS = {"spring": (21, 3), "summer": (22, 6), "autumn": (23, 9), "winter": (24, 12)}
"""EDTF number and first month of each season of the northern hemisphere."""

_PARTS = {"quarter": 3, "half": 6}
_YEARS = {"year": 1, "decade": 10}
_HALF_MONTH = 15
_SATURDAY = 6
_THURSDAY = 4
"""The weekday by which a week belongs to a month or year, as in ISO 8601."""


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


def half_of(month: Stretch, which: int) -> Stretch | None:
    """The first or second half of a month, which begins on the 16th; -1 is the second."""
    middle = month.first + timedelta(days=_HALF_MONTH)
    if which == 1:
        return days(month.first, middle - timedelta(days=1))
    return days(middle, month.last) if which in (2, -1) else None


def piece_of(whole: Stretch, unit: str, *, which: int, count: int = 1) -> Stretch | None:
    """The `which`-th unit of a stretch, counted from its end when negative; so many of them when `count` is more.

    None where the stretch has no such unit, or too few of them.

    >>> piece_of(year_of(2018), "month", which=1, count=6).edtf, piece_of(year_of(2015), "week", which=1).edtf
    ('2018-01/2018-06', '2014-12-29/2015-01-04')
    """
    ends = (which, which + count - 1) if which > 0 else (which - count + 1, which)
    if 0 in range(ends[0], ends[1] + 1):
        return None
    first, last = _single(whole, unit, ends[0]), _single(whole, unit, ends[1])
    if first is None or last is None:
        return None
    return first if count == 1 else span_of(first, last)


def weekday_of(whole: Stretch, weekday: int, *, which: int) -> Stretch | None:
    """The `which`-th Monday (1) to Sunday (7) of a stretch, counted from its end when negative."""
    if which > 0:
        day = moved(whole.first, (weekday - whole.first.isoweekday()) % 7 + 7 * (which - 1))
    else:
        day = moved(whole.last, (weekday - whole.last.isoweekday()) % -7 + 7 * (which + 1))
    return single(day) if day is not None and whole.first <= day <= whole.last else None


def _single(whole: Stretch, unit: str, which: int) -> Stretch | None:
    if unit == "day":
        day = moved(whole.first, which - 1) if which > 0 else moved(whole.last, which + 1)
        return single(day) if day is not None and whole.first <= day <= whole.last else None
    if unit in _PARTS:
        place = which if which > 0 else 12 // _PARTS[unit] + 1 + which
        end = place * _PARTS[unit]
        return months(whole.first.year, end - _PARTS[unit] + 1, last=end) if whole.edtf.isdecimal() else None
    if unit in _YEARS:
        step = _YEARS[unit]
        first = whole.first.year + (which - 1) * step if which > 0 else whole.last.year + 1 + which * step
        is_within = whole.first.year <= first and first + step - 1 <= whole.last.year
        return (year_of(first) if step == 1 else decade_of(first)) if is_within else None
    if unit == "fortnight":
        return half_of(whole, which) if whole.edtf.count("-") == 1 and "/" not in whole.edtf else None
    if unit == "month":
        edge = whole.first if which > 0 else whole.last
        month = shifted(edge.year, edge.month, by=which - 1 if which > 0 else which + 1)
        return month if month and whole.first <= month.first and month.last <= whole.last else None
    if unit == "weekend":
        saturday = weekday_of(whole, _SATURDAY, which=which)
        sunday = moved(saturday.first, 1) if saturday else None
        return days(saturday.first, sunday) if saturday and sunday else None
    if unit == "week":
        thursday = weekday_of(whole, _THURSDAY, which=which)
        return week_of(thursday.first) if thursday else None
    return None
