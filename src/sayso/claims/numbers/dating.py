"""A place where a date is written and a date of publication in, the stretch of the calendar it names out."""

import re
from datetime import date

from sayso.claims.numbers.feasts import feast_of
from sayso.claims.numbers.periods import century_of, decade_of, months, piece_of, season_of, week_of, weekday_of
from sayso.claims.numbers.reckoning import (
    Reference,
    Stretch,
    day_of,
    days,
    month_of,
    shifted,
    year_of,
)
from sayso.claims.numbers.relative import distant, lasting, plus, unit_of
from sayso.claims.numbers.slots import century_in, count_in, length_in, ordinal_in, year_in
from sayso.lang.dates import Calendar, filled_slots

_SHIFTING = frozenset({"shift", "unit", "when", "this"})
"""Slots that say how far off the year is, and nothing about a part of it."""

_WHOLES = frozenset({"year", "month", "month_number", "shift", "unit", "this", "when"})
"""Slots that say of what month or year a part is meant."""

_SATURDAY = 6
_NEAREST = 190
"""Days from publication within which "Thursday the 15th" is looked for: of months farther off the name is said."""

_WEEKS = 5  # in a month at most
_WEEK = 7
_LEAP_YEARS = 8  # at least one of so many years has a 29th of February


def dated(
    match: re.Match[str], manner: str, *, how: Calendar, at: Reference, is_future: bool, is_led: bool = False
) -> tuple[Stretch, bool] | None:
    """The stretch that a match of a pattern names, and whether the date of publication was needed; None when it
    names none, or one that cannot be reckoned because the date of publication is not known.

    `is_future` says that the sentence speaks of what is to come, which decides between the last and the next Monday;
    `is_led` that two numbers with a sign between them are a date here, and no fraction.
    """
    slots = filled_slots(match) | ({"led": "1"} if is_led else {})
    if manner in ("point", "of_week", "this", "anchor"):
        slots |= {"this" if manner == "anchor" else manner: "1"} if manner != "point" else {}
        return _point(slots, how=how, at=at, is_future=is_future)
    count, unit = length_in(slots, how)
    if count is None or at.year is None:
        return None
    if "weekday" in slots and unit in ("week", None):
        return _with(_weekday_of_week(slots["weekday"], -count if manner == "ago" else count, unit, how=how, at=at))
    if unit is None:
        return None
    if manner in ("ago", "ahead"):
        stretch = distant(unit, -count if manner == "ago" else count, at=at)
    else:
        stretch = lasting(unit, -count if manner == "past" else count, at=at)
    return (stretch, True) if stretch else None


def _point(slots: dict[str, str], *, how: Calendar, at: Reference, is_future: bool) -> tuple[Stretch, bool] | None:
    year = year_in(slots.get("year"), how)
    shift = int(how.shifts.meaning(slots["shift"]) or 0) if "shift" in slots else None
    unit = how.units.meaning(slots["unit"]) if "unit" in slots else "week" if "of_week" in slots else None
    if "this" in slots and shift is None:
        shift = 0
    if "when" in slots and (when := how.whens.meaning(slots["when"])):
        shift, unit = int(when.split()[0]), when.split()[1]
    inferred = year is None
    if inferred:
        year = at.year
        if shift is not None and unit == "year" and year is not None:
            year, shift, unit = year + shift, None, None if slots.keys() - _SHIFTING else "year"
    if "last_year" in slots:
        return _in_digits(slots, how)
    if "second" in slots:
        return _with(_day_and_month(slots, how=how, at=at, is_future=is_future))
    if "named" in slots:
        return _with(plus(at.today, int(how.named.meaning(slots["named"]) or 0)))
    if "today" in slots:
        return _with(plus(at.today, 0))
    if "decade" in slots and unit == "century" and shift is not None and at.year:
        return _with(decade_of((at.year // 100 + shift) * 100 + (count_in(slots["decade"], how) or 0) % 100))
    if "decade" in slots or "decade_name" in slots:
        return _decade(slots.get("decade") or how.decades.meaning(slots["decade_name"]) or "", how)
    if "hundred" in slots or "century" in slots:
        number = ordinal_in(slots.get("ordinal"), how) or century_in(slots.get("century", ""), how)
        stretch = century_of(number) if number else None
        return (stretch, False) if stretch else None
    if "holiday" in slots:
        return _holiday(slots["holiday"], how=how, year=year, shift=shift, at=at, inferred=inferred)
    if "piece" in slots or ("weekday" in slots and "day" not in slots and {"ordinal", "final"} & slots.keys()):
        return _piece(slots, how=how, at=at)
    if "month" in slots or "month_number" in slots:
        return _month(slots, how=how, year=year, shift=shift, unit=unit, at=at, inferred=inferred)
    if year is not None and any(name in slots for name in ("part", "quarter", "half")):
        stretch = _part(slots, year, how)
        return (stretch, inferred) if stretch else None
    if "season" in slots:
        return _season(slots["season"], how=how, year=year, shift=shift, at=at, inferred=inferred)
    if "day" in slots and unit == "month" and shift is not None and at.year and at.month:
        whole = shifted(at.year, at.month, by=shift)
        return _with(_days_of(slots, whole.first.year, whole.first.month, how=how) if whole else None)
    if "weekend" in slots:
        return _with(_weekend(at, is_future))
    if "weekday" in slots:
        agreeing = _weekday_and_day(slots, how, at) if "day" in slots else None
        return _with(
            agreeing or _weekday(slots["weekday"], how=how, shift=shift, unit=unit, at=at, is_future=is_future)
        )
    if unit is not None:
        return _with(unit_of(unit, shift, at=at) if shift is not None else year_of(year) if year else None)
    if "day" in slots and "year" not in slots:
        return _with(_day_of_month(slots, how, at, is_future or bool(shift and shift > 0)))
    stretch = year_of(year) if year is not None and "year" in slots else None
    return (stretch, False) if stretch else None


def _with(stretch: Stretch | None) -> tuple[Stretch, bool] | None:
    return (stretch, True) if stretch else None


def _in_digits(slots: dict[str, str], how: Calendar) -> tuple[Stretch, bool] | None:
    """A date in digits in the order of the language, or in the only order that gives a day."""
    if how.order == "ymd" and len(slots["last_year"]) == len("18"):
        stretch = day_of(year_in(slots["first"], how) or 0, int(slots["second"]), day=int(slots["last_year"]))
        if stretch:
            return stretch, False
    first, second, year = int(slots["first"]), int(slots["second"]), year_in(slots["last_year"], how)
    orders = ((second, first), (first, second)) if how.order == "dmy" else ((first, second), (second, first))
    for month, day in orders:
        stretch = day_of(year, month, day=day) if year else None
        if stretch:
            return stretch, False
    return None


def _day_and_month(slots: dict[str, str], *, how: Calendar, at: Reference, is_future: bool) -> Stretch | None:
    """A day and a month in digits: 22/04. Without a word before them only where no other order gives a date.

    The 29th of February is that of the nearest leap year before or, in what is to come, after.
    """
    first, second = int(slots["first"]), int(slots["second"])
    if at.year is None or ("led" not in slots and (first > 12) == (second > 12)):
        return None
    day, month = (first, second) if how.order == "dmy" else (second, first)
    for years in range(_LEAP_YEARS):
        year = at.year + (years if is_future else -years)
        if found := day_of(year, month, day=day) or day_of(year, day, day=month):
            return found
    return None


def _decade(written: str, how: Calendar) -> tuple[Stretch, bool] | None:
    year = count_in(written, how) or 0
    stretch = decade_of(year if year >= 100 else 1900 + year if year >= 20 else 2000 + year)
    return (stretch, False) if stretch else None


def _month(
    slots: dict[str, str],
    *,
    how: Calendar,
    year: int | None,
    shift: int | None,
    unit: str | None,
    at: Reference,
    inferred: bool,
) -> tuple[Stretch, bool] | None:
    named = how.months.meaning(slots["month"]) if "month" in slots else slots["month_number"]
    if named is None or year is None:
        return None
    month = int(named)
    if shift is not None and unit is None:
        if at.month is None:
            return None
        if shift and "day" in slots and at.today:
            return _with(_nearest(slots, month, shift=shift, how=how, today=at.today))
        year += shift if shift and (month >= at.month) == (shift < 0) else 0
        year += 1 if shift > 0 and month == at.month else 0
    if "day" not in slots and "ordinal" not in slots:
        stretch = month_of(year, month)
        return (stretch, inferred) if stretch else None
    stretch = _days_of(slots, year, month, how=how)
    return (stretch, inferred) if stretch else None


def _nearest(slots: dict[str, str], month: int, *, shift: int, how: Calendar, today: date) -> Stretch | None:
    """The last or the next such day of the year: "last 12 December"."""
    for years in range(_LEAP_YEARS):
        found = _days_of(slots, today.year + shift * years, month, how=how)
        if found and ((found.first > today) if shift > 0 else (found.first < today)):
            return found
    return None


def _days_of(slots: dict[str, str], year: int, month: int, *, how: Calendar) -> Stretch | None:
    """A day of a month, or two with all between them."""
    day = ordinal_in(slots.get("ordinal"), how) or count_in(slots.get("day"), how)
    first = day_of(year, month, day=day) if day else None
    second = ordinal_in(slots.get("second_day"), how) or count_in(slots.get("second_day"), how)
    last = day_of(year, month, day=second) if second else first
    if first is None or last is None or last.first < first.first:
        return None
    return first if first == last else days(first.first, last.first)


def _piece(slots: dict[str, str], *, how: Calendar, at: Reference) -> tuple[Stretch, bool] | None:
    """The first, second, ... or last days, weeks, months or Mondays of a month or year.

    A weekday before the number is that of the day of the month, where it can be: "Monday the first of May".
    """
    within = {name: written for name, written in slots.items() if name in _WHOLES}
    if "unit" in within and "shift" not in within:
        within["this"] = within["unit"]
    year = year_of(at.year) if at.year else None
    whole = _point(within, how=how, at=at, is_future=False) if within else _with(year)
    which = -1 if "final" in slots else ordinal_in(slots.get("ordinal"), how) if "ordinal" in slots else 1
    count = count_in(slots["count"], how) if "count" in slots else 1
    if whole is None or which is None or count is None:
        return None
    weekday, unit = how.weekdays.meaning(slots.get("weekday", "")), how.units.meaning(slots.get("piece", ""))
    stated = _weekday_stated(slots, whole[0], int(weekday), which=which) if weekday else None
    if weekday:
        stretch = stated or weekday_of(whole[0], int(weekday), which=which)
    else:
        stretch = piece_of(whole[0], unit, which=which, count=count) if unit else None
    return (stretch, whole[1]) if stretch else None


def _weekday_stated(slots: dict[str, str], month: Stretch, weekday: int, *, which: int) -> Stretch | None:
    if next(iter(slots)) != "weekday" or "month" not in slots or which < 1:
        return None
    day = day_of(month.first.year, month.first.month, day=which)
    return day if day and (which > _WEEKS or day.first.isoweekday() == weekday) else None


def _holiday(
    written: str, *, how: Calendar, year: int | None, shift: int | None, at: Reference, inferred: bool
) -> tuple[Stretch, bool] | None:
    """A feast in its year, which is that of publication where the text says no other; "last" is the last one."""
    rule = how.holidays.meaning(written)
    stretch = feast_of(year, rule) if rule and year is not None else None
    if rule and stretch and year is not None and shift and at.today and (stretch.first < at.today) == (shift > 0):
        stretch = feast_of(year + shift, rule)
    return (stretch, inferred) if stretch else None


def _part(slots: dict[str, str], year: int, how: Calendar) -> Stretch | None:
    if "part" in slots and (part := how.parts.meaning(slots["part"])):
        size = 3 if part.startswith("quarter") else 6
        return months(year, (int(part.split()[1]) - 1) * size + 1, last=int(part.split()[1]) * size)
    kind = slots.get("part") or ("quarter" if "quarter" in slots else "half")
    which = ordinal_in(slots.get("ordinal"), how) or int(slots.get(kind) or 0)
    size = 3 if how.units.meaning(kind) == "quarter" or kind == "quarter" else 6
    which = which if which >= 0 else 12 // size + 1 + which
    return months(year, (which - 1) * size + 1, last=which * size) if 0 < which <= 12 // size else None


def _season(
    written: str, *, how: Calendar, year: int | None, shift: int | None, at: Reference, inferred: bool
) -> tuple[Stretch, bool] | None:
    season = how.seasons.meaning(written)
    if season is None or year is None:
        return None
    stretch = season_of(year, season)
    if shift and at.today and stretch:
        if shift < 0 and stretch.last >= at.today:
            stretch = season_of(year - 1, season)
        elif shift > 0 and stretch.first <= at.today:
            stretch = season_of(year + 1, season)
    return (stretch, inferred) if stretch else None


def _weekday(
    written: str, *, how: Calendar, shift: int | None, unit: str | None, at: Reference, is_future: bool
) -> Stretch | None:
    named = how.weekdays.meaning(written)
    if named is None or at.today is None:
        return None
    ahead = (int(named) - at.today.isoweekday()) % 7
    if shift is not None and unit == "week":
        return plus(week_of(at.today).first, 7 * shift + int(named) - 1)
    if shift == -1:
        return plus(at.today, ahead - 7)
    if shift == 1:
        return plus(week_of(at.today).first, 6 + int(named))
    if shift == 0 or is_future:
        return plus(at.today, ahead)
    return plus(at.today, ahead - 7 if ahead else 0)


def _weekday_and_day(slots: dict[str, str], how: Calendar, at: Reference) -> Stretch | None:
    """The day nearest to publication that has both: "Thursday the 15th"."""
    named, day = how.weekdays.meaning(slots["weekday"]), count_in(slots["day"], how)
    if named is None or day is None or at.today is None:
        return None
    for by in sorted(range(-_NEAREST, _NEAREST + 1), key=abs):
        stretch = plus(at.today, by)
        if stretch and stretch.first.day == day and stretch.first.isoweekday() == int(named):
            return stretch
    return None


def _weekend(at: Reference, is_future: bool) -> Stretch | None:
    """The last weekend that has begun, or the one that is coming."""
    if at.today is None:
        return None
    since = (at.today.isoweekday() - _SATURDAY) % 7
    saturday = plus(at.today, 7 - since if is_future and since > 1 else -since)
    sunday = plus(saturday.first, 1) if saturday else None
    return days(saturday.first, sunday.first) if saturday and sunday else None


def _weekday_of_week(written: str, count: int, unit: str | None, *, how: Calendar, at: Reference) -> Stretch | None:
    """A weekday so many weeks off: of that week, or, without a unit, "two Fridays from now" and so many days on."""
    named = how.weekdays.meaning(written)
    if named is None or at.today is None:
        return None
    ahead = (int(named) - at.today.isoweekday()) % 7
    if unit is None and abs(count) < _WEEK:
        return plus(at.today, (ahead or _WEEK) + _WEEK * (count - 1 if count > 0 else count))
    if unit is None:
        return plus(at.today, ahead + count // _WEEK * _WEEK)
    return plus(week_of(at.today).first, 7 * count + int(named) - 1)


def _day_of_month(slots: dict[str, str], how: Calendar, at: Reference, is_future: bool) -> Stretch | None:
    """The day of the month of publication, or of the one beside it that the sentence speaks of."""
    day = count_in(slots["day"], how)
    if at.today is None or day is None:
        return None
    beside = -1 if day > at.today.day and not is_future else 1 if day < at.today.day and is_future else 0
    month = shifted(at.today.year, at.today.month, by=beside)
    return day_of(month.first.year, month.first.month, day=day) if month else None
