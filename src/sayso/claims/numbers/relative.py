"""A unit of time and a number of them in, the stretch so far from the date of publication out."""

from datetime import date

from sayso.claims.numbers.periods import century_of, decade_of, months, week_of
from sayso.claims.numbers.reckoning import (
    Reference,
    Stretch,
    days,
    month_of,
    moved,
    shifted,
    single,
    span_of,
    year_of,
)

_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_YEARS = {"year": 1, "decade": 10, "century": 100}


def plus(day: date | None, by: int) -> Stretch | None:
    """The day so many days later; None beyond the calendar, or where the day is not known."""
    later = moved(day, by) if day else None
    return single(later) if later else None


def unit_of(unit: str, shift: int, *, at: Reference) -> Stretch | None:
    """The unit that the date of publication is in, or the one so many before or after it: "last month"."""
    if at.year is None:
        return None
    if unit in _YEARS:
        year = at.year + _YEARS[unit] * shift
        if unit == "century":
            return century_of(year // 100 + 1)
        return year_of(year) if unit == "year" else decade_of(year)
    if unit in _MONTHS and at.month:
        size = _MONTHS[unit]
        index = (at.month - 1) // size + shift
        first = index * size
        year = at.year + first // 12
        first = first % 12 + 1
        return month_of(year, first) if size == 1 else months(year, first, last=first + size - 1)
    if at.today is None or unit not in _DAYS:
        return None
    if unit == "fortnight":
        return lasting(unit, shift, at=at) if shift else None
    day = moved(at.today, _DAYS[unit] * shift)
    if day is None or unit == "day":
        return None  # "the last day" and "the next day" are reckoned from something else
    week = week_of(day)
    if unit == "weekend":
        saturday = moved(week.first, 5)
        return days(saturday, week.last) if saturday else None
    return week


def distant(unit: str, count: int, *, at: Reference) -> Stretch | None:
    """So many units before or after the date of publication, with the precision of the unit."""
    if at.year is None:
        return None
    if unit in _YEARS:
        return year_of(at.year + count * _YEARS[unit])
    if unit in _MONTHS and at.month:
        return shifted(at.year, at.month, by=count * _MONTHS[unit])
    day = moved(at.today, count * _DAYS[unit]) if at.today and unit in _DAYS else None
    if day is None:
        return None
    return single(day) if unit == "day" or abs(count) == 1 else week_of(day)


def lasting(unit: str, count: int, *, at: Reference) -> Stretch | None:
    """The stretch of so many units that ends, or begins, with the date of publication."""
    edge: Stretch | None
    if at.year is None:
        return None
    if unit in _YEARS:
        edge, now = year_of(at.year + count * _YEARS[unit]), year_of(at.year)
    elif unit in _MONTHS and at.month:
        edge, now = shifted(at.year, at.month, by=count * _MONTHS[unit]), month_of(at.year, at.month)
    elif unit in _DAYS and at.today:
        edge, now = plus(at.today, count * _DAYS[unit]), single(at.today)
    else:
        return None
    if edge is None or now is None:
        return None
    return span_of(edge, now) if count < 0 else span_of(now, edge)
