"""Parts of a date in, the stretch of the calendar they name out, written in EDTF."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_FIRST_YEAR, _LAST_YEAR = 1, 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of the calendar: as EDTF, and its first and last day."""

    edtf: str
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The date from which relative dates are reckoned, as far as it is known."""

    year: int | None
    month: int | None
    day: int | None

    @property
    def today(self) -> date | None:
        """The day itself; None when only the month or year is known."""
        return date(self.year, self.month, self.day) if self.year and self.month and self.day else None


def reference(published: str | None) -> Reference:
    """The reference that a date of publication gives; an impossible one gives none.

    >>> reference("2018-09")
    Reference(year=2018, month=9, day=None)
    """
    parts = (published or "").split("T")[0].split("-")
    numbers = [int(part) for part in parts[:3] if part.isascii() and part.isdigit()]
    if len(numbers) != len(parts[:3]) or not _FIRST_YEAR <= numbers[0] <= _LAST_YEAR:
        return Reference(year=None, month=None, day=None)
    if len(numbers) > 1 and month_of(numbers[0], numbers[1]) is None:
        numbers = numbers[:1]
    if len(numbers) > 2 and day_of(numbers[0], numbers[1], day=numbers[2]) is None:
        numbers = numbers[:2]
    year, month, day = (*numbers, None, None)[:3]
    return Reference(year=year, month=month, day=day)


def year_of(year: int) -> Stretch | None:
    """A year; None, here and below, when the calendar has no such thing."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return Stretch(edtf=f"{year:04}", first=date(year, 1, 1), last=date(year, 12, 31))


def month_of(year: int, month: int) -> Stretch | None:
    """A month of a year."""
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):
        return None
    last = date(year, month, monthrange(year, month)[1])
    return Stretch(edtf=f"{year:04}-{month:02}", first=date(year, month, 1), last=last)


def day_of(year: int, month: int, *, day: int) -> Stretch | None:
    """A day of a month.

    >>> day_of(2018, 9, day=30).edtf, day_of(2018, 9, day=31)
    ('2018-09-30', None)
    """
    whole = month_of(year, month)
    if whole is None or not 1 <= day <= whole.last.day:
        return None
    return single(date(year, month, day))


def single(day: date) -> Stretch:
    """One day."""
    return Stretch(edtf=day.isoformat(), first=day, last=day)


def days(first: date, last: date) -> Stretch:
    """From one day to another."""
    return Stretch(edtf=f"{first.isoformat()}/{last.isoformat()}", first=first, last=last)


def span_of(start: Stretch, end: Stretch) -> Stretch:
    """From the beginning of one stretch to the end of another; a part that is itself an interval gives its edge.

    >>> span_of(year_of(2014), year_of(2018)).edtf
    '2014/2018'
    """
    edtf = f"{start.edtf.split('/')[0]}/{end.edtf.split('/')[-1]}"
    return Stretch(edtf=edtf, first=start.first, last=end.last)


def shifted(year: int, month: int, *, by: int) -> Stretch | None:
    """The month so many months later, or earlier when `by` is negative."""
    count = year * 12 + month - 1 + by
    return month_of(count // 12, count % 12 + 1)


def moved(day: date, by: int) -> date | None:
    """The day so many days later; None beyond the calendar."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None
