"""An EDTF date in, the first day it may mean and the first day after it out."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_QUALIFIERS = re.compile("[?~%]")
_DATE = re.compile(
    r"(?P<year>[0-9]{1,4}X{0,3}|X{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2})(?:T.*)?)?)?", re.ASCII
)

_DIVISIONS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
"""First month and length in months of what EDTF level 2 puts in place of a month: seasons, the same of either
hemisphere, quarters, thirds and halves of a year. Winter runs into the next year."""

_MONTHS = 12
_REMEMBERED = 4096
"""Dates kept with their bounds: those of a few years, since reports of one time speak of the same days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """ISO days: `first` inclusive, `until` exclusive; None where that side is open."""

    first: str | None
    until: str | None


@lru_cache(maxsize=_REMEMBERED)
def bounds(edtf: str) -> Bounds | None:
    """The stretch of days that a date, a date with unknown digits or an interval covers; None when it is no EDTF.

    >>> bounds("2018-06")
    Bounds(first='2018-06-01', until='2018-07-01')
    >>> bounds("1962/..")
    Bounds(first='1962-01-01', until=None)
    """
    text = _QUALIFIERS.sub("", edtf.strip())
    opening, slash, closing = text.partition("/")
    first, last = _one(opening), _one(closing) if slash else _one(opening)
    if first is None or last is None or (not slash and opening in ("", "..")):
        return None
    if first.first is not None and last.until is not None and first.first >= last.until:
        return None
    return Bounds(first=first.first, until=last.until)


def _one(text: str) -> Bounds | None:
    """What one side of an interval covers; `..`, and nothing at all, leave it open."""
    if text in ("", ".."):
        return Bounds(first=None, until=None)
    match = _DATE.fullmatch(text)
    if match is None or len(match["year"]) != len("YYYY"):
        return None
    # The calendar of Python begins with the year 1, and a report that dates anything before it is not of our world.
    low, high = _digits(match["year"], 1, date.max.year)
    try:
        if match["month"] is None:
            return _days(date(low, 1, 1), date(high, _MONTHS, 31))
        if match["month"].isdigit() and int(match["month"]) in _DIVISIONS:
            month, length = _DIVISIONS[int(match["month"])]
            return None if match["day"] else _days(date(low, month, 1), _last(high, month + length - 1))
        from_month, to_month = _digits(match["month"], 1, _MONTHS)
        if match["day"] is None:
            return _days(date(low, from_month, 1), _last(high, to_month))
        final = _last(high, to_month)
        from_day, to_day = _digits(match["day"], 1, final.day)
        return _days(date(low, from_month, from_day), date(high, to_month, to_day))
    except ValueError:
        return None


def _digits(text: str, least: int, most: int) -> tuple[int, int]:
    """The smallest and greatest number that digits, with X for an unknown one, may mean within limits."""
    low, high = int(text.replace("X", "0")), int(text.replace("X", "9"))
    return (max(low, least), min(high, most)) if "X" in text else (low, high)


def _last(year: int, month: int) -> date:
    """The last day of a month; months after the twelfth are those of the next year."""
    year, month = year + (month - 1) // _MONTHS, (month - 1) % _MONTHS + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def _days(first: date, last: date) -> Bounds | None:
    if last < first:
        return None
    until = None if last == date.max else (last + timedelta(days=1)).isoformat()
    return Bounds(first=first.isoformat(), until=until)
