"""The amounts of a text in, with those whose number is a word for one that may be an article out: "over a year"."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sayso.claims.numbers.joining import LOOKBACK, Amount, is_measure
from sayso.claims.numbers.numerals import Number
from sayso.lang.numbers import Numerals
from sayso.vocab.units import units

_HALF = Decimal("0.5")


def with_ones(
    low: str, made: Sequence[Amount], *, taken: Sequence[tuple[int, int]], numerals: Numerals
) -> list[Amount]:
    """The amounts in order, among them "a year" where what stands round it says that one is counted.

    `low` is the text in lower case.
    """
    places = [*taken, *((amount.start, amount.end) for amount in made)]
    found = list(made)
    for one in reversed([*_ones(low, made, numerals)]):
        if all(one.end <= a or one.start >= b for a, b in places):
            before = next((amount for amount in reversed(made) if amount.end <= one.start), None)
            after = next((amount for amount in sorted(found, key=_start) if amount.start >= one.end), None)
            if (
                one.unit is None
                or one.low != 1
                or _is_counted(low, one, numerals)
                or (after and is_measure(one, after, low=low, numerals=numerals))
                or (before and is_measure(before, one, low=low, numerals=numerals))
            ):
                found.append(one)
    return sorted(found, key=_start)


def _start(amount: Amount) -> int:
    return amount.start


def _ones(low: str, made: Sequence[Amount], numerals: Numerals) -> Iterator[Amount]:
    """Every word for one with the unit after it, or before the other end of a range: "one or two years"."""
    starts = {amount.start for amount in made}
    for match in numerals.spelling.one.finditer(low):
        start, figures_end = match.span()
        if numerals.bounds.idioms.match(low, start):
            continue
        joint = numerals.ranges.between.match(low, figures_end)
        unit = numerals.unit_after.match(low, figures_end)
        named = numerals.units.meaning(unit["name"]) if unit and unit["name"] else None
        if joint and joint.end() in starts:
            yield _one(start, figures_end, end=figures_end, unit=None)
        elif unit and named in units():
            half = numerals.spelling.and_half.match(low, unit.end())
            value, end = (1 + _HALF, half.end()) if half else (Decimal(1), unit.end())
            yield _one(start, figures_end, end=end, unit=named, value=value)


def _one(start: int, figures_end: int, *, end: int, unit: str | None, value: Decimal = Decimal(1)) -> Amount:
    number = Number(start=start, end=figures_end, low=value, high=value, is_one=True)
    return Amount(
        start=start,
        end=end,
        low=value,
        high=value,
        unit=unit,
        is_approximate=False,
        number=number,
        figures_end=figures_end,
    )


def _is_counted(low: str, one: Amount, numerals: Numerals) -> bool:
    """Whether it is a unit that is always counted, a bound stands beside it, or "for" beside a length of time."""
    if numerals.bounds.counted.fullmatch(low, one.figures_end + 1, one.end):
        return True
    bounds, before = numerals.bounds, low[max(0, one.start - LOOKBACK) : one.start]
    if any(bound.search(before) for bound in (bounds.low, bounds.high, bounds.near)):
        return True
    if any(bound.match(low, one.end) for bound in (bounds.low_after, bounds.high_after, bounds.near_after)):
        return True
    lasts = bounds.spans.search(before) or bounds.spans_after.match(low, one.end)
    return bool(lasts) and units()[one.unit or ""].kind == "duration"
