"""A stretch of the calendar and words that reckon from it in, the stretch they name out: "two weeks after 5 May"."""

import re
from datetime import timedelta

from sayso.claims.numbers.numerals import numbers
from sayso.claims.numbers.periods import piece_of, week_of, weekday_of
from sayso.claims.numbers.reckoning import Stretch, days, month_of, moved, shifted, single, span_of, year_of
from sayso.lang.dates import Calendar

ANCHORED = frozenset({"after", "before", "lasting", "around", "ending", "inside"})
"""Manners of words that need a date beside them to reckon from."""

_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_YEARS = {"year": 1, "decade": 10}
_WEEK = timedelta(days=6)


def anchored(match: re.Match[str], manner: str, *, base: Stretch, how: Calendar) -> Stretch | None:
    """What a match of an anchored pattern names beside the date `base`; None where that is not exact enough."""
    slots = {name: value for name, value in match.groupdict().items() if value}
    unit = how.units.meaning(slots["unit"]) if "unit" in slots else "day"
    count = _count(slots["count"], how) if "count" in slots else 1
    if count is None:
        return None
    if manner == "inside":
        which = how.ordinals.meaning(slots["ordinal"]) if "ordinal" in slots else "-1"
        if which is None or ("count" in slots and which not in ("1", "-1")):
            return None
        if "weekday" in slots:
            named = how.weekdays.meaning(slots["weekday"])
            return weekday_of(base, int(named), which=int(which)) if named and base.first < base.last else None
        return piece_of(base, unit, which=int(which), count=count) if unit and base.first < base.last else None
    if unit is None:
        return None
    if manner in ("after", "before"):
        return _off(unit, count if manner == "after" else -count, base)
    if manner == "lasting":
        return _lasting(unit, count, base)
    if base.first != base.last or unit != "week":
        return None
    return days(base.first - _WEEK, base.first) if manner == "ending" else week_of(base.first)


def _count(written: str, how: Calendar) -> int | None:
    if written in how.numerals.spelling.ones:
        return 1
    found = numbers(written, how.numerals)
    exact = len(found) == 1 and found[0].low == found[0].high and found[0].low == int(found[0].low)
    return int(found[0].low) if exact and found[0].low > 0 else None


def _off(unit: str, count: int, base: Stretch) -> Stretch | None:
    """So many units later, or earlier: with the precision of the unit, but for weeks after a day, which are a day."""
    if unit in _DAYS and base.first == base.last:
        day = moved(base.first, count * _DAYS[unit])
        return single(day) if day else None
    if unit in _MONTHS and base.last - base.first < timedelta(days=31):
        return shifted(base.first.year, base.first.month, by=count * _MONTHS[unit])
    if unit in _YEARS and _is_month(base):
        return shifted(base.first.year, base.first.month, by=12 * count * _YEARS[unit])
    return year_of(base.first.year + count * _YEARS[unit]) if unit in _YEARS else None


def _is_month(base: Stretch) -> bool:
    return base.first.day == 1 and base == month_of(base.first.year, base.first.month)


def _lasting(unit: str, count: int, base: Stretch) -> Stretch | None:
    """So many units that begin with a date."""
    if unit in _DAYS and base.first == base.last:
        last = moved(base.first, count * _DAYS[unit] - 1)
        return days(base.first, last) if last else None
    end = _off(unit, count, base)
    if end and (_is_month(base) or base == year_of(base.first.year)):
        last = end.first - timedelta(days=1)
        end = month_of(last.year, last.month) if _is_month(base) else year_of(last.year)
    return span_of(base, end) if end else None
