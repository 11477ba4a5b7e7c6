"""A text and the numerals of its language in, every amount in it out: numbers with their bounds, ranges and units."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from sayso.claims.numbers.joining import LOOKBACK, Amount, joined, without_conversions
from sayso.claims.numbers.numerals import Number, numbers
from sayso.claims.numbers.ones import with_ones
from sayso.claims.numbers.pieces import adds
from sayso.lang.forms import lower, narrow
from sayso.lang.numbers import Numerals
from sayso.vocab.units import units

_GLUED = re.compile(r"[^\W\d_]-?\Z")
_LETTER = re.compile(r"[^\W\d_]")
_RATIO = re.compile(r"\d+/(?:1[1-9]|[2-9]\d|\d{3,})\Z")
"""A fraction in digits that is one only with a unit after it: 9/11 is a day."""

_MANY = 1_000_000
"""Pounds from which they are money: nobody weighs in millions of them."""


def amounts(text: str, numerals: Numerals, *, taken: Sequence[tuple[int, int]] = ()) -> tuple[Amount, ...]:
    """The amounts of a text in order; what stands in `taken`, such as dates, is passed over.

    A conversion in brackets after another amount of its kind is left out, as is a number that names something
    ("resolution 2270", "F-16", "5G").
    """
    text = narrow(text).translate(numerals.folded)
    low = lower(text)
    found = [number for number in numbers(low, numerals) if all(number.end <= a or number.start >= b for a, b in taken)]
    made: list[Amount] = []
    for number in found:
        if made and number.start < made[-1].end:  # the "cent" of "pour cent" is a unit
            continue
        last = made[-1] if made else None
        free = last.end if last and _is_money(last.unit) else 0
        measured = last.end if last and last.end > last.number.end else 0
        for amount in _amount(text, low, number, numerals=numerals, free=free, measured=measured):
            if made and amount.start < made[-1].end:  # and so is the hundred that stands before a Chinese percentage
                made.pop()
            made.append(amount)
    lengths = tuple(_lengths(low, [*taken, *((amount.start, amount.end) for amount in made)], numerals))
    exact = [length for length in lengths if length.low == length.high]
    vague = [length for length in lengths if length.low != length.high]
    counted = with_ones(low, sorted((*made, *exact), key=lambda one: one.start), taken=taken, numerals=numerals)
    whole = list(joined(low, counted, numerals=numerals))
    apart = [one for one in vague if all(one.end <= other.start or one.start >= other.end for other in whole)]
    return tuple(without_conversions(text, sorted((*whole, *apart), key=lambda amount: amount.start)))


def _lengths(low: str, taken: Sequence[tuple[int, int]], numerals: Numerals) -> Iterator[Amount]:
    """Words that are number and unit in one: "decades", and words for two days; with half a unit after them."""
    for match in numerals.length.finditer(low):
        start, end = match.span()
        meaning = numerals.lengths.meaning(match[0])
        if meaning and all(end <= a or start >= b for a, b in taken):
            lowest, highest, unit = meaning.split(maxsplit=2)
            half = numerals.spelling.and_half.match(low, end) if lowest == highest else None
            added, end = (Decimal("0.5"), half.end()) if half else (Decimal(), end)
            worth = Decimal(lowest) + added, Decimal(highest) + added
            number = Number(start=start, end=end, low=worth[0], high=worth[1], is_vague=True)
            yield Amount(
                start=start,
                end=end,
                low=number.low,
                high=number.high,
                unit=unit,
                is_approximate=number.low != number.high,
                number=number,
                figures_end=end,
            )


def _amount(text: str, low: str, number: Number, *, numerals: Numerals, free: int, measured: int) -> Iterator[Amount]:
    """One number with its unit, before bounds and ranges are looked at; nothing when it is a name or part of a word.

    What stands before `free` is the unit of a sum of money before, what stands before `measured` that of any number.
    """
    start, end, unit = number.start, number.end, "percent" if number.is_share else None
    value_low, value_high = number.low, number.high
    window, mine = slice(max(0, start - LOOKBACK), start), slice(max(free, start - LOOKBACK), start)
    before = numerals.unit_before.search(text[mine]) or numerals.unit_before.search(low[mine])
    if before and not number.is_share and (unit := _unit_of(before, numerals)):
        start -= len(before[0])
    if number.is_bare:
        suffix = numerals.suffix_after.match(low, end)
        if suffix and (before or _is_multiplier(text, low, suffix, numerals)):
            factor = Decimal(numerals.suffixes.meaning(suffix[1]) or 1)
            value_low, value_high, end = value_low * factor, value_high * factor, suffix.end()
    if not unit and number.is_bare and _is_glued(low[max(measured, start - LOOKBACK) : start], numerals):
        return
    figures_end = end
    if unit is None or unit == "USD" or number.is_share is False:
        end, unit = _unit_after(text, low, end, unit, numerals)
        if before and unit and end == figures_end:
            end, unit = _rate(low, end, unit, numerals)
        if end > figures_end and not number.is_vague:
            added, end = _added(low, end, numerals)
            value_low, value_high = value_low + added, value_high + added
            if added and unit == "piece":  # the hour of 一个半小时
                end, unit = _unit_after(text, low, end, None, numerals)
    many, unit = _multiple(low[window], unit, value_low, numerals)
    value_low, value_high = value_low * many, value_high * many
    if unit is None and (_RATIO.search(low[start:end]) or (number.is_short and 0 < value_low < 1)):
        return  # "half" without what it is half of
    if unit is None and numerals.spelling.joined and number.is_short and _is_inside(low, start, end, numerals):
        return
    is_alone = end == figures_end == number.end and number.is_bare
    if is_alone and (
        (_LETTER.match(low, end) and not numerals.spelling.joined) or numerals.bounds.ranks.match(low, end)
    ):
        return
    if (unit is None or numerals.spelling.joined) and numerals.bounds.labels.search(low[window]):
        return
    if numerals.spelling.joined and numerals.bounds.ranks.match(low, figures_end):
        return
    is_more = number.is_more or numerals.spelling.more.match(low, figures_end) is not None
    yield Amount(
        start=start,
        end=end,
        low=_plain(value_low),
        high=None if is_more else _plain(value_high),
        unit=unit,
        is_approximate=number.is_vague,
        number=number,
        figures_end=figures_end,
    )


def _added(low: str, end: int, numerals: Numerals) -> tuple[Decimal, int]:
    """What stands after a unit and adds to it, a half or Chinese tenths, and where it ends."""
    half, tenth = numerals.spelling.and_half.match(low, end), numerals.tenth.match(low, end)
    if half:
        return Decimal("0.5"), half.end()
    figure = tenth["figure"] if tenth else ""
    worth = Decimal(figure) if figure.isdecimal() else adds(figure, numerals.spelling)
    return (worth / 10, tenth.end()) if tenth and worth else (Decimal(), end)


def _multiple(before: str, unit: str | None, value: Decimal, numerals: Numerals) -> tuple[Decimal, str | None]:
    """How many of which unit the unit that stands in the text is worth."""
    many = Decimal(1)
    if unit is not None and unit[0].isdigit():  # East Asian "tenths", pounds of 500 gram
        written, _, unit = unit.partition(" ")
        many = Decimal(written) if unit != "percent" or value <= many * 10 else many  # 七五折 names two tenths
    if unit == "pound" and value >= _MANY:
        unit = "GBP"
    if f"{unit} per hour" in units() and numerals.hourly.search(before):
        unit = f"{unit} per hour"
    return many, unit


def _is_inside(low: str, start: int, end: int, numerals: Numerals) -> bool:
    """Whether a single number word, with no noun that it counts, may be part of another word or another word itself."""
    if numerals.noun_after.match(low, end) or numerals.spelling.sure.match(low, start):
        return False
    joint = numerals.ranges.between.match(low, end)
    if joint and (numerals.spelling.words.match(low, joint.end()) or numerals.spelling.digits.match(low, joint.end())):
        return False
    return low[:start].strip() != "" or low[end:].strip() != ""


def _is_multiplier(text: str, low: str, suffix: re.Match[str], numerals: Numerals) -> bool:
    """Whether letters after digits multiply them: `5M`, `5m euros`, but not the metres of `5m`."""
    if suffix[1] not in numerals.signs or text[suffix.start(1)].isupper():
        return suffix[1] not in numerals.signs or suffix.end() - suffix.start() == 1
    return _money_follows(text, low, suffix.end(), numerals)


def _is_glued(before: str, numerals: Numerals) -> bool:
    """Whether digits are the end of a name: "F-16"; where words are run together, only Latin letters tell."""
    glued = _GLUED.search(before)
    if glued is None or numerals.spelling.before.search(before):
        return False
    return not numerals.spelling.joined or glued[0].isascii()


def _is_name(low: str, end: int, numerals: Numerals) -> bool:
    """Whether what follows digits makes them a name or a rank: "5G", "22nd"."""
    letter = _LETTER.match(low, end)
    return bool(letter and not numerals.spelling.joined) or bool(numerals.bounds.ranks.match(low, end))


def _plain(value: Decimal) -> Decimal:
    """The number without zeros that say nothing: 5500000000, not 5500000000.0."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def _unit_of(match: re.Match[str], numerals: Numerals) -> str | None:
    written = match["sign"] or match["lead"]
    return numerals.signs.get(written) or numerals.signs.get(written.upper())


def _is_money(unit: str | None) -> bool:
    return unit in units() and units()[unit or ""].kind == "currency"


def _money_follows(text: str, low: str, end: int, numerals: Numerals) -> bool:
    return _is_money(_unit_after(text, low, end, None, numerals)[1])


def _unit_after(text: str, low: str, end: int, unit: str | None, numerals: Numerals) -> tuple[int, str | None]:
    """Where the unit after a number ends, and which it is; a sign before the number stands, unless it is a plain $."""
    named = numerals.unit_after.match(low, end)
    signed = numerals.unit_after.match(text, end)
    match = named if named and named["name"] else signed if signed and signed["sign"] else None
    if match is None:
        return end, unit
    found = numerals.units.meaning(match["name"]) if match["name"] else numerals.signs[match["sign"]]
    if found is None or (unit is not None and units()[found].kind != "currency" if found in units() else False):
        return end, unit
    return _rate(low, match.end(), found if unit in (None, "USD") else unit, numerals)


def _rate(low: str, end: int, unit: str | None, numerals: Numerals) -> tuple[int, str | None]:
    """With what the unit is counted by, when that is not time: a price "per barrel" is another unit than a sum."""
    match = numerals.rate.match(low, end)
    if match is None or unit is None:
        return end, unit
    by = numerals.units.meaning(match["name"]) if match["name"] else numerals.nouns.meaning(match["noun"])
    if by is None or (by in units() and units()[by].kind == "duration"):
        return end, unit
    return match.end(), f"{unit} per {by}"
