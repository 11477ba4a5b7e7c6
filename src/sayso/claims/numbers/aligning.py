"""Two dates that stand together in, the ends of the period from one to the other out."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from sayso.claims.numbers.dating import dated
from sayso.claims.numbers.reckoning import Reference, Stretch
from sayso.lang.dates import Calendar, filled_slots

_SHORTEST_MONTH = 28
_YEARLY = frozenset({"month", "month_number", "second"})
"""Slots of a date that comes round every year."""

_RECKONED = frozenset({"when", "shift", "unit", "count"})
"""Slots of a date that is reckoned from publication."""

_Value: TypeAlias = tuple[Stretch, bool]
"""A stretch, and whether the date of publication was needed for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """A date as it is written: the match of its pattern, and how that is reckoned."""

    match: re.Match[str]
    manner: str


def aligned(
    first: End, second: End, *, value: _Value, other: _Value, how: Calendar, at: Reference, is_future: bool
) -> tuple[_Value, _Value]:
    """The two ends of a period: what one leaves out, a year, month or week, it has from the other.

    A period that runs over the end of a year begins in the year before its end.
    """
    ours, theirs = filled_slots(first.match), filled_slots(second.match)

    def again(which: End, there: Reference, *, future: bool) -> Stretch | None:
        found = dated(which.match, which.manner, how=how, at=there, is_future=future, is_led=True)
        return found[0] if found else None

    if theirs.keys() == {"day"} and (day := again(second, _from(value[0].first), future=True)):
        return value, (day, value[1])
    if "weekday" in ours and theirs.keys() == {"weekday"} and ours.keys() != {"weekday"}:
        day = again(second, _from(value[0].first), future=True)
        return value, (day, value[1]) if day else other
    if ours.keys() == {"weekday"} and "weekday" in theirs:
        day = again(first, _from(other[0].first), future=False)
        return (day, True) if day else value, other
    if not value[1] and other[1] and _YEARLY & theirs.keys() and not _RECKONED & theirs.keys():
        ends = (again(second, in_year(at, value[0].first.year + by), future=True) for by in (0, 1))
        ending = next((end for end in ends if end and end.first >= value[0].first), None)
        return value, (ending, False) if ending else other
    if not value[1] or "shift" in ours or theirs.keys() == {"year"}:
        return value, other
    year = other[0].first.year
    if not other[1] and (start := again(first, in_year(at, year), future=False)):
        if start.first > other[0].first:
            start = again(first, in_year(at, year - 1), future=False) or start
        return (start, False), other
    if value[0].first > other[0].first and _YEARLY & ours.keys() and _YEARLY & theirs.keys() and "shift" not in theirs:
        if is_future or at.today is None or other[0].first > at.today:
            end = again(second, in_year(at, year + 1), future=True)
            return value, (end, True) if end else other
        start = again(first, in_year(at, year - 1), future=False)
        return (start, True) if start else value, other
    return value, other


def in_year(at: Reference, year: int) -> Reference:
    """The same day of another year, to reckon a date from that has none of its own."""
    return replace(at, year=year, day=min(at.day, _SHORTEST_MONTH) if at.day else None)


def _from(day: date) -> Reference:
    return Reference(year=day.year, month=day.month, day=day.day)
