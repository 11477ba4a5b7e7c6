"""A text and the numerals of its language in, every number written in it out: digits, words, shares, "dozens"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from sayso.claims.numbers.pieces import PARTS, Piece, adds, groups, summed, value_of
from sayso.lang.numbers import Numerals, Spelling

_FRACTION = re.compile(r" ?([½¼¾⅓⅔])")
_LARGEST_RATIO = 1000
"""Largest fraction in words: what is more is no fraction but a garbled text."""

_LARGEST_OF = 100
"""Largest whole of "one in five" in digits: 2 in 1998 is a number and a year."""

_LEADING_POINT = re.compile(r"(?<![\w.,])[.,](?=\d)")
_LOOKBACK = 24  # characters before a number in which an article, "minus" or "several" may stand: the longest has 16
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2099


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as written: `low == high` unless the word itself names a range."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    is_vague: bool = False
    """Whether the word names no number: "hundreds"."""
    is_share: bool = False
    """Whether it is a part of a whole in words, in percent: "two thirds"."""
    is_bare: bool = False
    """Whether it is digits alone, so that a unit or multiplier may still be glued to it."""
    scale: Decimal = Decimal(1)
    """What it was multiplied with last, of which "and a half" adds half: "two million and a half"."""
    is_more: bool = False
    """Whether its words say that it is more: `550多万`."""
    is_short: bool = False
    """Whether it is one word, which may be no number at all where words are written without spaces."""
    is_one: bool = False
    """Whether it is the single word for one, which may be an article or a pronoun."""

    @property
    def is_year(self) -> bool:
        """Whether it looks like a year of our time."""
        return self.is_bare and self.end - self.start == len("2018") and _EARLIEST_YEAR <= self.low <= _LATEST_YEAR


def numbers(text: str, numerals: Numerals) -> tuple[Number, ...]:
    """The numbers in a text made lower case, in order and without overlap."""
    if numerals.trigger.search(text) is None:
        return ()
    counted = [number for group in groups(text, numerals.spelling) if (number := _number(text, group, numerals))]
    counted.extend(_articles(text, counted, numerals.spelling))
    counted.sort(key=lambda number: number.start)
    found = [_finished(text, number, numerals) for number in counted]
    found = [one for last, one in pairwise([None, *found]) if one and (last is None or one.end > last.end)]
    found = _parts_of(text, found, numerals.spelling)
    shares = [share for share in _shares(text, numerals) if not any(_holds(one, share) for one in found)]
    taken = [(share.start, share.end) for share in shares]
    kept = [number for number in found if all(number.end <= a or number.start >= b for a, b in taken)]
    return tuple(_mixed(text, sorted((*kept, *shares), key=lambda number: number.start), numerals.spelling))


def _articles(text: str, counted: list[Number], spelling: Spelling) -> Iterator[Number]:
    """Words for one that may be articles where a fraction follows: "un sur cinq", "trois et un quart", "un et demi"."""
    starts, ends = {number.start for number in counted}, [number.end for number in counted]
    for match in spelling.one.finditer(text):
        out_of, half = spelling.out_of.match(text, match.end()), spelling.and_half.match(text, match.end())
        apart = all(number.end <= match.start() or number.start >= match.end() for number in counted)
        is_part = spelling.denominator.match(text, match.end()) is not None
        follows = is_part and any(spelling.mixed.fullmatch(text, end, match.start()) for end in ends)
        if apart and (half or follows or (out_of and out_of.end() in starts)):
            yield Number(start=match.start(), end=match.end(), low=Decimal(1), high=Decimal(1), is_one=True)


def _mixed(text: str, found: list[Number], spelling: Spelling) -> list[Number]:
    """With a whole number and the fraction that follows it put into one: 三又五分之一."""
    made: list[Number] = []
    for number in found:
        whole = made[-1] if made else number
        gap = text[whole.end : number.start]
        if number.is_share and not (whole.is_share or whole.is_vague) and spelling.mixed.fullmatch(gap):
            value = whole.low + (number.low / 100).copy_sign(whole.low)
            made[-1] = replace(whole, end=number.end, low=value, high=value, is_bare=False, is_short=False)
        else:
            made.append(number)
    return made


def _holds(number: Number, share: Number) -> bool:
    """Whether words for a part of a whole belong to a number: "four and a half"."""
    apart = share.end <= number.start or share.start >= number.end
    return not apart and (number.is_share or number.start < share.start < share.end <= number.end)


def _parts_of(text: str, found: list[Number], spelling: Spelling) -> list[Number]:
    """With fractions in words: "five eighths", and 三分之二, where the whole stands before the part."""
    made: list[Number] = []
    for number in found:
        denominator = spelling.denominator.match(text, number.end)
        of = spelling.denominators.meaning(denominator[1]) if denominator else None
        gap = text[made[-1].end : number.start] if made else ""
        out_of = spelling.out_of.match(text, made[-1].end) if made else None
        apart = bool(made) and not (made[-1].is_vague or number.is_vague) and number.low >= 0
        if apart and spelling.over.fullmatch(gap) and number.low < abs(made[-1].low) * _LARGEST_RATIO:
            made.append(_share(made[-1].start, number.end, number.low / made.pop().low))
        elif apart and out_of and out_of.end() == number.start and _is_whole(made[-1], number):
            made.append(_share(made[-1].start, number.end, made.pop().low / number.low))
        elif of and denominator and number.low == number.high and 0 < number.low <= Decimal(of) and not number.is_share:
            made.append(_share(number.start, denominator.end(), number.low / Decimal(of)))
        else:
            made.append(number)
    return made


def _is_whole(part: Number, whole: Number) -> bool:
    """Whether of two numbers the second can be what the first is out of; in digits it may be a year."""
    return 0 < part.low < whole.low and (whole.low <= _LARGEST_OF or not whole.is_bare)


def _share(start: int, end: int, part: Decimal) -> Number:
    percent = round(part * 100, 2) if abs(part) * 100 >= 1 else Decimal(f"{part * 100:.4g}")
    return Number(start=start, end=end, low=percent, high=percent, is_share=True)


def _shares(text: str, numerals: Numerals) -> Iterator[Number]:
    end = 0
    places = [
        (match.start(), match.end(), share) for pattern, share in numerals.shares for match in pattern.finditer(text)
    ]
    for first, last, share in sorted(places, key=lambda place: (place[0], -place[1])):
        if first >= end:
            end = last
            yield Number(start=first, end=last, low=share, high=share, is_share=True)


def _number(text: str, group: list[Piece], numerals: Numerals) -> Number | None:
    spelling = numerals.spelling
    start, end, (_, _, first, digits) = group[0][0], group[-1][1], group[0]
    before = text[max(0, start - _LOOKBACK) : start]
    few = spelling.few.search(before) if not digits and first.times is not None else None
    if few or (first.low is not None and not digits):
        return _vague(group, few, spelling, start - len(few[0]) if few else start)
    parts = summed(text, group, spelling=spelling)
    if parts is None:
        return None
    value = sum(parts, Decimal())
    highest, end = _highest(text, group, value=value, spelling=spelling)
    article = spelling.articles.search(before) if first.times is not None and not digits else None
    if article:
        start -= len(article[0])
    one = len(group) == 1 and not digits and value == 1
    bare = len(group) == 1 and digits
    if not digits and (spelling.inside.search(before) or spelling.never.match(text, start)):
        return None
    if one and text[start:end] == spelling.inner and not spelling.minus.search(before):
        return None
    gaps = [text[one[1] : other[0]] for one, other in pairwise(group)]
    scale = group[-1][2].times or Decimal(1)
    return Number(
        start=start,
        end=end,
        low=value,
        high=highest,
        is_vague=highest != value,
        is_bare=bare,
        scale=scale,
        is_one=one,
        is_more=any(spelling.more.fullmatch(gap) for gap in gaps),
        is_short=len(group) == 1 and not digits,
    )


def _highest(text: str, group: list[Piece], *, value: Decimal, spelling: Spelling) -> tuple[Decimal, int]:
    """The high end of figures that name a range, 二三十, or leave ones unsaid, 二十几万, else the value; its end."""
    end = group[-1][1]
    if any(atom.to for _, _, atom, _ in group):
        there = [(start, end, replace(atom, adds=atom.to or atom.adds), digits) for start, end, atom, digits in group]
        return sum(summed(text, there, spelling=spelling) or [value], Decimal()), end
    tens = value % 10 == 0 and not group[-1][3] and spelling.several.match(text, end)
    if tens:
        return value + 9, tens.end()
    times = group[-1][2].times
    between = spelling.several.match(text, group[-2][1]) if times and len(group) > 1 else None
    if times and between and between.end() == group[-1][0]:
        return value + 10 * times - 1, end
    return value, end


def _vague(group: list[Piece], few: re.Match[str] | None, spelling: Spelling, start: int) -> Number:
    """ "Hundreds of thousands": the range of the first word in units of the words that follow it."""
    first = group[0][2]
    if few and first.times is not None and (first.low is None or first.high is None):
        low, high = 2 * first.times, Decimal(10) ** len(str(int(first.times))) - 1
    else:
        low, high = first.low or Decimal(), first.high or Decimal()
    for _, _, atom, _ in group[1:]:
        if atom.times is not None:
            low, high = low * atom.times, (high + 1) * atom.times - 1
    return Number(start=start, end=group[-1][1], low=low, high=high, is_vague=True)


def _finished(text: str, number: Number, numerals: Numerals) -> Number:
    """The number with its sign and with what stands glued after it: a fraction, "and a half"."""
    if number.is_vague:
        return number
    start, end = number.start, number.end
    value, end = _with_point(text, number.low, end, numerals.spelling)
    fraction = _FRACTION.match(text, end)
    if fraction:
        value, end = value + PARTS[fraction[1]], fraction.end()
    else:
        half = numerals.spelling.and_half.match(text, end)
        if half:
            value, end = value + number.scale / 2, half.end()
    if end != number.end and value % 1 != 0:
        value, end = _multiplied(text, value, end, numerals.spelling)
    minus = numerals.spelling.minus.search(text[max(0, start - _LOOKBACK) : start])
    if minus:
        value, start = -value, start - len(minus[0])
    elif text[start - 1 : start] in ("-", "−") and (start < 2 or text[start - 2] in " (<>=\u00a0"):
        value, start = -value, start - 1
    elif number.is_bare and text[start:end].isdecimal() and _LEADING_POINT.match(text, start - 1):
        value, start = Decimal(f"0.{text[start:end]}"), start - 1
    changed = end != number.end
    return replace(
        number,
        start=start,
        end=end,
        low=value,
        high=value,
        is_bare=number.is_bare and not changed,
        is_short=number.is_short and not changed and start == number.start,
        is_one=number.is_one and not changed,
    )


def _multiplied(text: str, value: Decimal, end: int, spelling: Spelling) -> tuple[Decimal, int]:
    """A broken number with the multiplier that follows it: "two and a half million"."""
    gap = spelling.link.match(text, end)
    word = spelling.words.match(text, gap.end()) if gap else None
    known = spelling.forms.meaning(word["word"]) if word else None
    times = spelling.atoms[known.replace("_", " ")].times if known is not None else None
    return (value * times, word.end()) if word and times else (value, end)


def _with_point(text: str, value: Decimal, end: int, spelling: Spelling) -> tuple[Decimal, int]:
    """With the figures after the word for the decimal sign: "one point five"."""
    point = spelling.point.match(text, end)
    figures = ""
    while point and (gap := spelling.link.match(text, end) if figures else point):
        word = spelling.words.match(text, gap.end()) or spelling.digits.match(text, gap.end())
        if word is None:
            break
        worth = value_of(word) if "word" not in word.groupdict() else adds(word["word"], spelling)
        if worth is None or worth >= 100 or worth != int(worth):
            break
        tens = figures[-2:] if len(figures) > 1 and figures[-1] == "0" and 0 < worth < 10 else ""
        figures, end = figures.removesuffix(tens) + str(int(tens or 0) + int(worth)), word.end()
    return (value + Decimal(f"0.{figures}"), end) if figures else (value, end)
