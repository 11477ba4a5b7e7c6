"""The words of an amount in, its bounds with unit and period out: `0.64..2.06 bn USD/year`, `about 98.3%`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from sayso.corroboration.intervals import Interval
from sayso.system.scenarios.records import SHARE, Stretch, Volume
from sayso.system.scenarios.tokens import Cursor, Token
from sayso.vocab.units import units

SCALES: dict[str, int] = {"": 0, "k": 3, "m": 6, "bn": 9}
"""How a number may be shortened, and the power of ten that this stands for; spelled out it may be as well."""

PERIODS: Mapping[str, Decimal] = {
    "year": Decimal(1),
    "quarter": Decimal(4),
    "month": Decimal(12),
    "week": Decimal("365.2425") / 7,
    "day": Decimal("365.2425"),
}
"""How many of each make a year: twelve months exactly, and days as in the Gregorian calendar on average."""

_WRITTEN = {
    **SCALES,
    "thousand": 3,
    "mn": 6,
    "million": 6,
    "millions": 6,
    "b": 9,
    "billion": 9,
    "billions": 9,
    "tn": 12,
    "trillion": 12,
}
_DIGITS = 20
"""Digits a number may have. Decimal arithmetic keeps 28, and what is computed from two numbers should not lose any."""

_LENGTH = 60
"""Characters a number may have, zeros and commas with it."""

_WHOLE = Decimal(100)
_LONGEST_UNIT = 3
"""Words in the longest unit of the table: "megabit per second"."""

_QUALIFIERS = ("up to", "at most", "at least", "about")


def yearly(volume: Volume) -> Interval:
    """What the volume comes to in a year; one without a period as it is.

    >>> from decimal import Decimal
    >>> sales = Interval(low=Decimal("1.7"), high=Decimal("5.5"))
    >>> yearly(Volume(interval=sales, unit="USD", over=Stretch(number=Decimal(32), unit="month"))).low
    Decimal('0.6375')
    """
    if volume.over is None:
        return volume.interval
    made, by = PERIODS[volume.over.unit], volume.over.number
    low, high = volume.interval.low, volume.interval.high
    return replace(
        volume.interval, low=None if low is None else low * made / by, high=None if high is None else high * made / by
    )


def read_volume(cursor: Cursor) -> Volume:
    """An amount with its unit, and its period if it has one."""
    interval = _interval(cursor, is_share=False)
    unit, period = _unit(cursor)
    return Volume(interval=interval, unit=unit, over=_over(cursor, period))


def read_share(cursor: Cursor) -> Volume:
    """A part of a whole, in per cent."""
    at = cursor.token
    interval = _interval(cursor, is_share=True)
    if not cursor.take("percent") and not cursor.phrase("percent", "per cent", "pct"):
        cursor.fail("a share in per cent, such as 98.3%")
    low, high = interval.low, interval.high
    # A number that is about 100 may be rounded up, and its interval reach over the whole; the number itself may not.
    middle = None if low is None or high is None or not interval.approximate else (low + high) / 2
    if any(each is not None and each > _WHOLE for each in ((middle,) if middle is not None else (low, high))):
        cursor.fail("a share from 0% to 100%", at)
    return Volume(interval=_hundredth(interval), unit=SHARE)


def read_change(cursor: Cursor) -> Decimal:
    """A change by so many per cent, -1 at least: `-20%` is -0.2."""
    at = cursor.token
    sign = cursor.take("sign")
    if at is not None and sign is None and at.kind != "number":
        cursor.fail("a change in per cent, such as -20% or +10%")
    number = _number(cursor)[0] * (-1 if sign is not None and sign.text == "-" else 1)
    if not cursor.take("percent") and not cursor.phrase("percent", "per cent", "pct"):
        cursor.fail("a change in per cent, such as -20% or +10%")
    if number < -_WHOLE:
        cursor.fail("at most -100%, which leaves nothing", at)
    return number / _WHOLE


def read_bound(cursor: Cursor, *, is_share: bool) -> Volume:
    """`> 90%`, `under 2%`, `= 80..90%`: where something is said to lie. Bounds belong to it, as in speech."""
    lower = cursor.phrase(">=", ">", "over", "more than", "at least")
    upper = None if lower else cursor.phrase("<=", "<", "under", "less than", "at most", "up to")
    if lower is None and upper is None and cursor.phrase("=") is None:
        cursor.fail("a comparison: > or <, or = with a range")
    volume = read_share(cursor) if is_share else read_volume(cursor)
    if lower is None and upper is None:
        return volume
    low, high = volume.interval.low, volume.interval.high
    if low is None or low != high:
        cursor.fail("one number after the comparison")
    return replace(volume, interval=Interval(low=low if lower else None, high=high if upper else None))


def _interval(cursor: Cursor, *, is_share: bool) -> Interval:
    qualifier = cursor.phrase(*_QUALIFIERS)
    first = cursor.token
    if qualifier is None and cursor.take("range"):  # "..5": open below
        qualifier = "up to"
    low, own = _number(cursor)
    if qualifier is None and _is_open(cursor.left):
        cursor.take("range")
        qualifier = "at least"
    separator = cursor.take("range") or (cursor.take("sign") if _is_dash(cursor.token) else None)
    if separator is not None:
        if qualifier is not None:
            cursor.fail(f"one number after {qualifier!r}", separator)
        high, scale = _number(cursor)
        # "1.7..5.5 bn": what stands behind the range counts for both of its ends.
        low, high = _scaled(low, own or scale), _scaled(high, scale)
        if low > high:
            cursor.fail("the lower end of a range first", first)
        return Interval(low=low, high=high)
    if qualifier == "about":
        if not low:
            cursor.fail("a number over 0 after 'about'", first)
        half = half_of_last_figure(low, is_share=is_share)
        return Interval(low=_scaled(low - half, own), high=_scaled(low + half, own), approximate=True)
    number = _scaled(low, own)
    return Interval(
        low=None if qualifier in ("up to", "at most") else number, high=None if qualifier == "at least" else number
    )


def _is_open(tokens: Sequence[Token]) -> bool:
    """Whether a range begins here that has no upper end: "5.. barrel"."""
    return len(tokens) > 1 and tokens[0].text == ".." and tokens[1].kind != "number"


def _is_dash(token: Token | None) -> bool:
    return token is not None and token.text == "-"


def _number(cursor: Cursor) -> tuple[Decimal, str | None]:
    token = cursor.take("number")
    if token is None:
        cursor.fail("a number, such as 0.64 or 1.7..5.5")
    number = Decimal(token.text.replace(",", ""))
    if len(number.as_tuple().digits) > _DIGITS or len(token.text) > _LENGTH:
        cursor.fail(f"a number of at most {_DIGITS} digits", token)
    return number, cursor.word(*filter(None, _WRITTEN))


def _scaled(number: Decimal, scale: str | None) -> Decimal:
    return number.scaleb(_WRITTEN[scale]) if scale else number


def half_of_last_figure(number: Decimal, *, is_share: bool) -> Decimal:
    """Half a unit of the last figure that counts: 98.3 stands for 98.25 to 98.35, and 12,000 for 11,500 to 12,500.

    In per cent the zeros at the end of a whole number count too: "about 90%" is a figure of two digits.
    """
    exponent = int(number.as_tuple().exponent)
    if is_share:
        exponent = min(exponent, 0)
    elif exponent == 0 and number:
        exponent = int(number.normalize().as_tuple().exponent)
    return Decimal(5).scaleb(exponent - 1)


def _hundredth(interval: Interval) -> Interval:
    low, high = interval.low, interval.high
    return replace(interval, low=None if low is None else low / 100, high=None if high is None else high / 100)


def _unit(cursor: Cursor) -> tuple[str, str | None]:
    """The unit, and the period after a slash where one is written together with it."""
    tokens = cursor.left[:_LONGEST_UNIT]
    if cursor.token is None or cursor.token.kind != "word" or cursor.token.text.startswith("/"):
        cursor.fail("a unit after the number, such as USD, barrel or shell")
    if len(tokens) > 1 and tokens[1].kind == "arrow":
        cursor.fail("a unit between the number and the direction, such as USD, barrel or shell")
    for length in range(len(tokens), 1, -1):
        written, slash, period = cursor.text(tokens[:length]).partition("/")
        if period.isalpha() or not period:
            known = _known(" ".join(written.split()))
            if known is not None:
                cursor.until(length)
                return known, period if slash else None
    written, slash, period = cursor.token.text.partition("/")
    known = _known(written)
    if known is None:
        cursor.fail("a unit as a word, or money as its ISO code, such as USD")
    cursor.until(1)
    return known, period if slash else None


def _known(written: str) -> str | None:
    """The unit of the table that is written so, in either number and whatever the case; a plural ends in s."""
    table = units()
    singular = written[:-1] if written.casefold().endswith("s") and len(written) > len("gas") else written
    for each in (written, written.upper(), written.casefold(), singular, singular.casefold()):
        if each in table:
            return each
    if not written.isalpha():
        return None
    return (written if written.casefold().endswith(("ss", "us", "is")) else singular).casefold()


def _over(cursor: Cursor, period: str | None) -> Stretch | None:
    at = cursor.token
    if period is None and at is not None and at.kind == "word" and at.text.startswith("/"):
        cursor.until(1)
        period = at.text[1:]
    elif period is None and cursor.word("per", "a"):
        period = ""
    if period == "":  # the slash stands alone, or a word for it does
        period = cursor.text(cursor.until(1))
    if period is not None:
        if period.casefold() not in PERIODS:
            cursor.fail(f"a period: {', '.join(PERIODS)}", at)
        return Stretch(number=Decimal(1), unit=period.casefold())
    if not cursor.word("over"):
        return None
    before = cursor.token
    token = cursor.take("number")
    number = Decimal(token.text.replace(",", "")) if token is not None and len(token.text) <= _DIGITS else Decimal(0)
    unit = cursor.word(*PERIODS, *(f"{each}s" for each in PERIODS))
    if not number or unit is None:
        cursor.fail("a length of time over 0, such as 32 months or 2.67 years", before)
    return Stretch(number=number, unit=unit.removesuffix("s"))
