"""A year and the rule of a feast in, its day out."""

from sayso.claims.numbers.periods import weekday_of
from sayso.claims.numbers.reckoning import Stretch, day_of, month_of, moved, single


def feast_of(year: int, rule: str) -> Stretch | None:
    """A feast in a year by its rule: a month and day, days from Easter or from the first Sunday of Advent, or the
    month, weekday and which of them, with days after that.

    >>> feast_of(2018, "12 25").edtf, feast_of(2018, "easter -2").edtf, feast_of(2018, "11 4 4 1").edtf
    ('2018-12-25', '2018-03-30', '2018-11-23')
    """
    start, *numbers = rule.split()
    if start in ("easter", "advent"):
        from_day = _easter(year) if start == "easter" else _advent(year)
        day = moved(from_day.first, int(numbers[0])) if from_day else None
        return single(day) if day else None
    if len(numbers) == 1:
        return day_of(year, int(start), day=int(numbers[0]))
    whole = month_of(year, int(start))
    base = weekday_of(whole, int(numbers[0]), which=int(numbers[1])) if whole else None
    day = moved(base.first, int((*numbers, "0")[2])) if base else None
    return single(day) if day else None


def _easter(year: int) -> Stretch | None:
    """Easter Sunday of the western churches, after the anonymous Gregorian algorithm (Nature 13, 1876, p. 487)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * shift) // 451
    month, day = divmod(epact + shift - 7 * late + 114, 31)
    return day_of(year, month, day=day + 1)


def _advent(year: int) -> Stretch | None:
    """The first Sunday of Advent, the fourth before Christmas."""
    eve = day_of(year, 12, day=24)
    day = moved(eve.first, -(eve.first.isoweekday() % 7) - 21) if eve else None
    return single(day) if day else None
