"""A text and the numerals of its language in, every amount in it out: numbers with their bounds, ranges and units."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sayso.claims.numbers.numerals import Number, numbers
from sayso.lang.forms import lower, narrow
from sayso.lang.numbers import Numerals
from sayso.vocab.units import units

_LOOKBACK = 40  # characters before a number in which words that bound it may stand: the longest phrase has 34
_GLUED = re.compile(r"[^\W\d_]-?\Z")
_LETTER = re.compile(r"[^\W\d_]")
_RATIO = re.compile(r"\d+/(?:1[1-9]|[2-9]\d|\d{3,})\Z")
"""A fraction in digits that is one only with a unit after it: 9/11 is a day."""

_MANY = 1_000_000
"""Pounds from which they are money: nobody weighs in millions of them."""

_FAR = 3
"""How many times larger the second of two numbers after "by" must be to be a level reached: "by 4 to 40 billion"."""

_COMMA = re.compile(r",? {0,2}")
_CONVERSION = re.compile(r"[ ]?[(\[（][^()\[\]（）]{0,12}\Z")
_CLOSING = re.compile(r"[^()\[\]（）]{0,24}[)\]）]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """What a number says, with its unit where the text names one; `start` and `end` are offsets in the text."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    is_approximate: bool
    number: Number
    """The number itself, the second of a range."""
    figures_end: int
    """Where the figures end and the unit begins."""

    @property
    def is_share(self) -> bool:
        """Whether it is a part of a whole."""
        return self.unit == "percent"


def amounts(text: str, numerals: Numerals, *, taken: Sequence[tuple[int, int]] = ()) -> tuple[Amount, ...]:
    """The amounts of a text in order; what stands in `taken`, such as dates, is passed over.

    A conversion in brackets after another amount of its kind is left out, as is a number that names something
    ("resolution 2270", "F-16", "5G").
    """
    text = narrow(text)
    low = lower(text)
    found = [number for number in numbers(low, numerals) if all(number.end <= a or number.start >= b for a, b in taken)]
    made: list[Amount] = []
    for number in found:
        if made and number.start < made[-1].end:  # the "cent" of "pour cent" is a unit
            continue
        for amount in _amount(text, low, number, numerals):
            if made and amount.start < made[-1].end:  # and so is the hundred that stands before a Chinese percentage
                made.pop()
            made.append(amount)
    whole = list(_between(low, [*_ranges(low, _compounds(low, made, numerals), numerals)], numerals))
    whole.extend(_lengths(low, [*taken, *((amount.start, amount.end) for amount in whole)], numerals))
    return tuple(_without_conversions(text, sorted(whole, key=lambda amount: amount.start)))


def _lengths(low: str, taken: Sequence[tuple[int, int]], numerals: Numerals) -> Iterator[Amount]:
    """Words that are number and unit in one: "decades"."""
    for match in numerals.length.finditer(low):
        start, end = match.span()
        meaning = numerals.lengths.meaning(match[0])
        if meaning and all(end <= a or start >= b for a, b in taken):
            lowest, highest, unit = meaning.split(maxsplit=2)
            number = Number(start=start, end=end, low=Decimal(lowest), high=Decimal(highest), is_vague=True)
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


def _amount(text: str, low: str, number: Number, numerals: Numerals) -> Iterator[Amount]:
    """One number with its unit, before bounds and ranges are looked at; nothing when it is a name or part of a word."""
    start, end, unit = number.start, number.end, "percent" if number.is_share else None
    value_low, value_high = number.low, number.high
    window = slice(max(0, start - _LOOKBACK), start)
    before = numerals.unit_before.search(text[window]) or numerals.unit_before.search(low[window])
    if before and not number.is_share and (unit := _unit_of(before, numerals)):
        start -= len(before[0])
    if number.is_bare:
        suffix = numerals.suffix_after.match(low, end)
        if suffix and (before or _is_multiplier(text, low, suffix, numerals)):
            factor = Decimal(numerals.suffixes.meaning(suffix[1]) or 1)
            value_low, value_high, end = value_low * factor, value_high * factor, suffix.end()
    if not unit and number.is_bare and _is_glued(low[max(0, start - _LOOKBACK) : start], numerals):
        return
    figures_end = end
    if unit is None or unit == "USD" or number.is_share is False:
        end, unit = _unit_after(text, low, end, unit, numerals)
        if before and unit and end == figures_end:
            end, unit = _rate(low, end, unit, numerals)
        half = numerals.spelling.and_half.match(low, end) if end > figures_end and not number.is_vague else None
        if half:
            value_low, value_high, end = value_low + Decimal("0.5"), value_high + Decimal("0.5"), half.end()
    if unit is not None and unit[0].isdigit():  # East Asian "tenths", pounds of 500 gram
        many, _, unit = unit.partition(" ")
        value_low, value_high = value_low * Decimal(many), value_high * Decimal(many)
    if unit == "pound" and value_low >= _MANY:
        unit = "GBP"
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


def _is_inside(low: str, start: int, end: int, numerals: Numerals) -> bool:
    """Whether a single number word, with no noun that it counts, may be part of another word or another word itself."""
    if numerals.noun_after.match(low, end) or numerals.spelling.sure.match(low, start):
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


def _money_follows(text: str, low: str, end: int, numerals: Numerals) -> bool:
    return (unit := _unit_after(text, low, end, None, numerals)[1]) is not None and units()[unit].kind == "currency"


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


def _ranges(low: str, made: list[Amount], numerals: Numerals) -> Iterator[Amount]:
    """Pairs joined into ranges, the rest with the bounds that stand round them."""
    place = 0
    while place < len(made):
        amount = made[place]
        following = made[place + 1] if place + 1 < len(made) else None
        joined = _range(low, amount, following, numerals) if following else None
        if following and not joined and _is_score(low, amount, following):
            place += 2
            continue
        yield joined or _bounded(low, amount, numerals)
        place += 2 if joined else 1


def _is_score(low: str, first: Amount, second: Amount) -> bool:
    """Whether two numbers are the result of a game or a part of some code: "2-0"."""
    gap = low[first.end : second.start]
    alone = first.number.is_bare and second.number.is_bare and first.unit is None and second.unit is None
    return alone and gap in ("-", "–", ":") and first.low is not None and second.low is not None


def _compounds(low: str, made: Sequence[Amount], numerals: Numerals) -> list[Amount]:
    """With measures in two units put into the smaller one: "two years and three months"."""
    kept: list[Amount] = []
    for amount in made:
        joined = _compound(low, kept[-1], amount, numerals) if kept else None
        if joined:
            kept.pop()
        kept.append(joined or amount)
    return kept


def _compound(low: str, first: Amount, second: Amount, numerals: Numerals) -> Amount | None:
    if first.unit is None or second.unit is None or first.low is None or second.low is None:
        return None
    many = units()[first.unit].holds.get(second.unit) if first.unit in units() else None
    gap = low[first.end : second.start]
    if (
        many is None
        or second.low >= many
        or not (
            not gap
            or _COMMA.fullmatch(gap)
            or numerals.spelling.link.fullmatch(gap)
            or numerals.ranges.paired.fullmatch(gap)
        )
    ):
        return None
    if first.low != first.high or second.low != second.high:
        return None
    if units()[first.unit].kind == "currency":
        total, unit = first.low + second.low / many, first.unit
    else:
        total, unit = first.low * many + second.low, second.unit
    return replace(second, start=first.start, low=total, high=total, unit=unit)


def _between(low: str, found: Sequence[Amount], numerals: Numerals) -> Iterator[Amount]:
    """With "more than 10 and less than 20" put into one."""
    place = 0
    while place < len(found):
        amount, following = found[place], found[place + 1] if place + 1 < len(found) else None
        place += 1
        if following and numerals.ranges.paired.fullmatch(low[amount.end : following.start]):
            ends = (amount, following) if amount.high is None else (following, amount)
            lowest, highest = ends[0].low, ends[1].high
            opposed = ends[0].high is None and ends[1].low is None and lowest is not None and highest is not None
            if opposed and (amount.unit is None or amount.unit == following.unit) and lowest <= highest:  # type: ignore[operator]
                unit = following.unit or amount.unit
                yield replace(following, start=amount.start, low=lowest, high=highest, unit=unit)
                place += 1
                continue
        yield amount


def _range(low: str, first: Amount, second: Amount, numerals: Numerals) -> Amount | None:
    gap = low[first.end : second.start]
    opening = numerals.ranges.opening.search(low[max(0, first.start - _LOOKBACK) : first.start])
    closing = numerals.ranges.closing.match(low, second.end)
    paired = (opening or closing) and numerals.ranges.paired.fullmatch(gap)
    joined = numerals.ranges.between.fullmatch(gap) or paired
    if not joined or first.low is None or second.low is None or second.high is None:
        return None
    if first.unit is not None and second.unit is not None and first.unit != second.unit:
        return None
    lowest = _scaled(first, second)
    before = low[max(0, first.start - _LOOKBACK) : first.start]
    if lowest > second.low or (second.low > _FAR * lowest and numerals.ranges.apart.search(before)):
        return None
    whole = replace(
        second,
        start=first.start - len(opening[0]) if opening else first.start,
        end=closing.end() if closing else second.end,
        low=lowest,
        unit=second.unit or first.unit,
        is_approximate=first.is_approximate or second.is_approximate,
    )
    near = numerals.bounds.near.search(low[max(0, whole.start - _LOOKBACK) : whole.start])
    return replace(whole, start=whole.start - len(near[0]), is_approximate=True) if near else whole


def _scaled(first: Amount, second: Amount) -> Decimal:
    """The low end in the units of the high one: the "5" of "5 to 10 million" is five million."""
    assert first.low is not None
    assert second.high is not None
    figures = second.number.high
    if not first.number.is_bare or first.low >= 1000:
        return first.low
    if second.number.is_bare:
        factor = second.high / figures if figures else Decimal(1)
        return first.low * factor if first.number.low == first.low else first.low
    scale = Decimal(1)
    while scale * 1000 <= second.high and first.low * scale * 1000 <= second.high:
        scale *= 1000
    return first.low * scale


def _bounded(low: str, amount: Amount, numerals: Numerals) -> Amount:
    """The amount with the words that bound it; a word such as "dozens" keeps the range it names."""
    bounds = numerals.bounds
    before = low[max(0, amount.start - _LOOKBACK) : amount.start]
    start, end, lowest, highest = amount.start, amount.end, amount.low, amount.high
    near = bounds.near.search(before)
    if near:
        start -= len(near[0])
        before = low[max(0, start - _LOOKBACK) : start]
    at_least, at_most = bounds.low.search(before), bounds.high.search(before)
    if at_least and not (at_most and len(at_most[0]) > len(at_least[0])):
        start, highest = start - len(at_least[0]), None
    elif at_most:
        start, lowest = start - len(at_most[0]), None
    else:
        for edge in (amount.figures_end, amount.end):
            after_low, after_high = bounds.low_after.match(low, edge), bounds.high_after.match(low, edge)
            if after_low or after_high:
                lowest, highest = (None, highest) if after_high else (lowest, None)
                end = max(end, (after_low or after_high or near).end())  # type: ignore[union-attr]
                break
    near_after = bounds.near_after.match(low, end)
    if near_after:
        end = near_after.end()
    approximate = amount.is_approximate or bool(near) or bool(near_after)
    return replace(amount, start=start, end=end, low=lowest, high=highest, is_approximate=approximate)


def _without_conversions(text: str, found: Sequence[Amount]) -> Iterator[Amount]:
    last: Amount | None = None
    for amount in found:
        if last is not None and amount.unit is not None and last.unit is not None:
            gap = text[last.end : amount.start]
            if _CONVERSION.fullmatch(gap) and _CLOSING.match(text, amount.end) and _same_kind(last.unit, amount.unit):
                continue
        last = amount
        yield amount


def _same_kind(one: str, other: str) -> bool:
    known = units()
    return one != other and one in known and other in known and known[one].kind == known[other].kind
