"""Amounts of a text in order in, those that belong together made one out: ranges, measures in two units, bounds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sayso.claims.numbers.numerals import Number
from sayso.lang.numbers import Numerals
from sayso.vocab.units import units

LOOKBACK = 40
"""Characters before a number in which words that bound it may stand: the longest phrase has 34."""

_FAR = 3
"""How many times larger the second of two numbers after "by" must be to be a level reached: "by 4 to 40 billion"."""

_COMMA = re.compile(r"[,、]? {0,2}")
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


def joined(low: str, made: Sequence[Amount], *, numerals: Numerals) -> tuple[Amount, ...]:
    """The amounts with their bounds, those that make a range or a measure in two units put into one.

    `low` is the text in lower case.
    """
    return tuple(_between(low, [*_ranges(low, _compounds(low, made, numerals), numerals)], numerals))


def is_measure(first: Amount, second: Amount, *, low: str, numerals: Numerals) -> bool:
    """Whether two amounts are one measure in two units: "two years and three months"."""
    return _compound(low, first, second, numerals) is not None


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
        total, unit = _in_units(first.low, first.unit, many=many, smaller=second.unit) + second.low, second.unit
    return replace(second, start=first.start, low=total, high=total, unit=unit)


def _in_units(value: Decimal, unit: str, *, many: int, smaller: str) -> Decimal:
    """The value in smaller units; of months those that make years have 365 days and not twelve times 30."""
    if (unit, smaller) != ("month", "day"):
        return value * many
    year = units()["year"].holds
    years, months = divmod(value, year["month"])
    return years * year["day"] + months * many


def _between(low: str, found: Sequence[Amount], numerals: Numerals) -> Iterator[Amount]:
    """With "more than 10 and less than 20" put into one."""
    place = 0
    while place < len(found):
        amount, following = found[place], found[place + 1] if place + 1 < len(found) else None
        place += 1
        joint = (numerals.ranges.paired.match(low, amount.end) or _COMMA.match(low, amount.end)) if following else None
        if following and joint and joint.end() >= following.start:  # an "and" may be glued to the bound
            ends = (amount, following) if amount.high is None else (following, amount)
            lowest, highest = ends[0].low, ends[1].high
            opposed = ends[0].high is None and ends[1].low is None and lowest is not None and highest is not None
            if opposed and (amount.unit is None or amount.unit == following.unit) and lowest < highest:  # type: ignore[operator]
                unit = following.unit or amount.unit
                yield replace(following, start=amount.start, low=lowest, high=highest, unit=unit)
                place += 1
                continue
        yield amount


def _range(low: str, first: Amount, second: Amount, numerals: Numerals) -> Amount | None:
    gap = low[first.end : second.start]
    opening = numerals.ranges.opening.search(low[max(0, first.start - LOOKBACK) : first.start])
    closing = numerals.ranges.closing.match(low, second.end)
    paired = (opening or closing) and numerals.ranges.paired.fullmatch(gap)
    joined = numerals.ranges.between.fullmatch(gap) or paired
    if not joined or first.low is None or second.low is None or second.high is None:
        return None
    if first.unit is not None and second.unit is not None and first.unit != second.unit:
        return None
    lowest = _scaled(first, second)
    before = low[max(0, first.start - LOOKBACK) : first.start]
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
    near = numerals.bounds.near.search(low[max(0, whole.start - LOOKBACK) : whole.start])
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
    before = low[max(0, amount.start - LOOKBACK) : amount.start]
    start, end, lowest, highest = amount.start, amount.end, amount.low, amount.high
    near = bounds.near.search(before)
    if near:
        start -= len(near[0])
        before = low[max(0, start - LOOKBACK) : start]
    at_least, at_most = bounds.low.search(before), bounds.high.search(before)
    if at_least and not (at_most and len(at_most[0]) > len(at_least[0])):
        start, highest = start - len(at_least[0]), None
    elif at_most:
        start, lowest, highest = start - len(at_most[0]), None, highest or lowest
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


def without_conversions(text: str, found: Sequence[Amount]) -> Iterator[Amount]:
    """The amounts but for those in brackets that say the one before in another unit."""
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
