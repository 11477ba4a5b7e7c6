"""What a slot of a date pattern holds in, the number it is out."""

from collections.abc import Mapping

from sayso.claims.numbers.numerals import numbers
from sayso.lang.dates import Calendar

_ROMAN = {"i": 1, "v": 5, "x": 10}
_FIGURES = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}
_FIRST = "元"
"""What stands for one in the first year of an era."""

_LARGEST_COUNT = 10_000
_CENTURY_PIVOT = 70  # '69 is 2069 and '70 is 1970, as strptime has it
_EARLIEST, _LATEST = 1100, 2099


def year_in(written: str | None, how: Calendar) -> int | None:
    """A year in two or four figures, or in words: "two thousand and five", "nineteen ninety-six"."""
    if not written:
        return None
    for era, first in how.eras.exact.items():
        if written.startswith(era):
            count = 1 if (rest := written.removeprefix(era)) == _FIRST else count_in(rest, how)
            return int(first) - 1 + count if count else None
    if not any(sign.isdigit() or sign in _FIGURES for sign in written):
        said = [number.low for number in numbers(written, how.numerals) if number.low == int(number.low)]
        return int(said[0] * 100 + said[1] if len(said) == 2 else said[0]) if len(said) in (1, 2) else None
    figures = "".join(str(_FIGURES.get(sign, sign)) for sign in written if sign.isdigit() or sign in _FIGURES)
    year = int(figures)
    return year if len(figures) > 2 else year + (1900 if year >= _CENTURY_PIVOT else 2000)


def is_year_in_words(written: str, how: Calendar) -> bool:
    """Whether number words may be a year: "mil novecientos noventa"."""
    year = year_in(written, how)
    return year is not None and _EARLIEST <= year <= _LATEST


def count_in(written: str | None, how: Calendar) -> int | None:
    """A whole number more than 0 in figures or words; an article is one."""
    if not written:
        return None
    if written in how.numerals.spelling.ones:
        return 1
    found = numbers(written, how.numerals)
    if len(found) != 1 or found[0].low != found[0].high or not 0 < found[0].low <= _LARGEST_COUNT:
        return None
    value = found[0].low
    return int(value) if value == int(value) else None


def length_in(slots: Mapping[str, str], how: Calendar) -> tuple[int | None, str | None]:
    """So many of a unit; without a count one."""
    if "length" in slots and (meaning := how.numerals.lengths.meaning(slots["length"])):
        return int(meaning.split()[0]), meaning.split()[2]
    count = count_in(slots["count"], how) if "count" in slots else 1
    return count, how.units.meaning(slots.get("unit") or slots.get("single") or "")


def ordinal_in(written: str | None, how: Calendar) -> int | None:
    """Which of several: "second", or the number itself in figures; the last is -1."""
    if written and written.isdecimal():
        return int(written)
    meaning = how.ordinals.meaning(written) if written else None
    return int(meaning) if meaning else None


def century_in(written: str, how: Calendar) -> int | None:
    """The number of a century in figures, words or Roman figures."""
    if written.isdecimal():
        return int(written)
    return _roman(written) if set(written) <= _ROMAN.keys() else count_in(written, how)


def _roman(written: str) -> int:
    values = [_ROMAN[letter] for letter in written]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))
