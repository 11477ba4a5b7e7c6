"""Amounts, shares, windows and lists in, short phrases for people out."""

from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal

from sayso.claims.numbers.edtf import Bounds
from sayso.corroboration.intervals import Interval
from sayso.outputs.claims.phrases import amount
from sayso.outputs.display import isolated, visible
from sayso.records import Quantity, Span
from sayso.system.records import Amount
from sayso.vocab.units import units

NOT_STATED = "not stated"
NO_AMOUNT = "no amount"

LONGEST_SENTENCE = 600
"""Columns of a sentence; a list or a broken page that passes for one may be longer, and `sayso show` has it whole."""

_NOWHERE = Span(document_id="", start=0, end=0, quote="")
_PRECISIONS = ((4, "-01-01"), (7, "-01"), (10, ""))
"""Characters of an ISO date that name a year, a month and a day, and how the first day of each ends."""

_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet", "inch": "inches"}
_UNCOUNTED = ("personnel", "aircraft", "police", "head", "hertz", "percent", "celsius", "fahrenheit", "kelvin")
_HISSING = ("s", "x", "ch", "sh")
_VOWELS = "aeiou"

_PERCENT = Decimal(100)
_WHOLE = Decimal(1)
_FINE, _COARSE, _COARSE_FROM = Decimal("0.01"), Decimal("0.1"), Decimal(10)
"""Percent are shown to a tenth from 10 up and to a hundredth below, where partners of 1% are told apart."""


def amount_phrase(told: Amount) -> str:
    """How much, in words, with the plural of what is counted.

    >>> amount_phrase(Amount(interval=Interval(low=Decimal(10000), high=Decimal(12000)), unit="soldier"))
    '10,000 to 12,000 soldiers'
    >>> amount_phrase(Amount(interval=Interval(low=Decimal(0), high=Decimal(5500000000)), unit="USD"))
    'up to 5.5 billion USD'
    """
    interval = told.interval
    # At least nothing is nothing that anybody said.
    low = interval.low if interval.low or interval.high == 0 else None
    if low is None and interval.high is None:
        return NO_AMOUNT
    is_one = low == interval.high == 1
    return amount(
        Quantity(
            of=None,
            low=low,
            high=interval.high,
            unit=told.unit if told.unit is None or is_one else plural(told.unit),
            approximate=interval.approximate,
            basis="stated",
            span=_NOWHERE,
        )
    )


def plural(noun: str) -> str:
    """The English plural of a unit: a singular noun, or the code of a currency, which has none.

    >>> [plural(each) for each in ("soldier", "USD", "cubic metre", "metre per second", "company", "поставщик")]
    ['soldiers', 'USD', 'cubic metres', 'metres per second', 'companies', 'поставщик']
    """
    known = units().get(noun)
    first, per, rest = noun.partition(" per ")
    head, space, last = first.rpartition(" ")
    if (known and known.kind == "currency") or not last.isascii() or not last.isalpha() or last in _UNCOUNTED:
        return noun
    if last in _IRREGULAR:
        many = _IRREGULAR[last]
    elif last.endswith("y") and last[-2:-1] not in _VOWELS:
        many = f"{last[:-1]}ies"
    else:
        many = f"{last}es" if last.endswith(_HISSING) else f"{last}s"
    return f"{head}{space}{many}{per}{rest}"


def share_phrase(share: Interval | None) -> str:
    """A share of 0 to 1 in percent; bounds are rounded outwards, so that what is shown holds what is known.

    >>> share_phrase(Interval(low=Decimal("0.19712"), high=Decimal("0.43398")))
    '19.7 to 43.4%'
    >>> share_phrase(Interval(low=None, high=Decimal("0.02"))), share_phrase(Interval(low=Decimal("0.9"), high=None))
    ('up to 2%', 'at least 90%')
    """
    if share is None:
        return "share not stated"
    low = share.low if share.low is not None and share.low > 0 else None
    high = share.high if share.high is not None and share.high < 1 else None
    about = "about " if share.approximate else ""
    if share.low is not None and share.low == share.high:
        return f"{about}{_percent(share.low, ROUND_HALF_EVEN)}%"
    if low is not None and high is not None:
        return f"{about}{_percent(low, ROUND_FLOOR)} to {_percent(high, ROUND_CEILING)}%"
    if high is not None:
        return f"up to {about}{_percent(high, ROUND_CEILING)}%"
    return f"at least {about}{_percent(low, ROUND_FLOOR)}%" if low is not None else "anything from 0 to 100%"


def number_phrase(interval: Interval) -> str:
    """Bounds of a measure without a unit, to whole numbers, rounded outwards: `5,512 to 5,552`."""
    if interval.low is None or interval.high is None:
        return NOT_STATED
    low = interval.low.quantize(_WHOLE, rounding=ROUND_FLOOR)
    high = interval.high.quantize(_WHOLE, rounding=ROUND_CEILING)
    return f"{low:,f}" if low == high else f"{low:,f} to {high:,f}"


def window_phrase(window: Bounds | None) -> str:
    """When, as exactly as both ends are whole years, months or days; empty where no time is known.

    >>> window_phrase(Bounds(first="2022-01-01", until=None))
    'from 2022'
    >>> window_phrase(Bounds(first="2023-01-01", until="2024-11-01"))
    '2023-01 to 2024-10'
    """
    if window is None or (window.first is None and window.until is None):
        return ""
    ends = [each for each in (window.first, window.until) if each is not None]
    length = next(length for length, ending in _PRECISIONS if all(each.endswith(ending) for each in ends))
    first = window.first[:length] if window.first else None
    last = _day_before(window.until)[:length] if window.until else None
    if first == last:
        return first or ""
    if first and last:
        return f"{first} to {last}"
    return f"from {first}" if first else f"until {last}"


def quoted(text: str) -> str:
    """Words of a text between quotation marks, fit to be shown."""
    return f"“{isolated(visible(text))}”"


def number_of(number: int, noun: str) -> str:
    """`1 claim`, `1,024 claims`."""
    return f"{number:,} {noun if number == 1 else plural(noun)}"


def opening(text: str) -> str:
    """The text with a capital, as a heading begins: `The United States on China`."""
    return text[:1].upper() + text[1:]


def listed(words: list[str], *, most: int) -> str:
    """The first words of a list, and how many more there are."""
    more = len(words) - most
    return ", ".join(words) if more <= 0 else f"{', '.join(words[:most])} and {more:,} more"


def _percent(share: Decimal, rounding: str) -> str:
    number = share * _PERCENT
    step = _COARSE if number >= _COARSE_FROM else _FINE
    return f"{number.quantize(step, rounding=rounding).normalize():,f}"


def _day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
