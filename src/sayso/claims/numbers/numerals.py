"""A text and the numerals of its language in, every number written in it out: digits, words, shares, "dozens"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import TypeAlias

from sayso.lang.numbers import Atom, Numerals, Spelling

_PARTS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal("0.3333"),
    "⅔": Decimal("0.6667"),
}
_FRACTION = re.compile(r" ?([½¼¾⅓⅔])")
_SIGN = re.compile(r"[½¼¾⅓⅔]")
_RATIO = re.compile(r"(?<![\d/.,:])(?:(?P<whole>\d{1,3})[ -])?(?P<part>\d{1,4})/(?P<of>\d{1,4})(?![\d/]|[.,:]\d)")
_LARGEST_RATIO = 1000
"""Largest fraction in words: what is more is no fraction but a garbled text."""

_LARGEST_OF = 100
"""Largest whole of "one in five": 2 in 1998 is a number and a year."""

_LEADING_POINT = re.compile(r"(?<![\w.,])[.,](?=\d)")
_LOOKBACK = 24  # characters before a number in which an article, "minus" or "several" may stand: the longest has 16
_LARGEST = 10**16
_LONGEST_DIGITS = 18
"""Digits in a row beyond which a figure is a code, not a number."""
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2099

_Piece: TypeAlias = "tuple[int, int, Atom, bool]"
"""Start, end, worth, and whether it is written in digits."""


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
    groups = _groups(text, list(_pieces(text, numerals)), numerals.spelling)
    found = [_finished(text, number, numerals) for group in groups if (number := _number(text, group, numerals))]
    found = _parts_of(text, found, numerals.spelling)
    words = [one for one in found if one.is_share]
    shares = [
        share
        for share in _shares(text, numerals)
        if all(share.end <= one.start or share.start >= one.end for one in words)
    ]
    taken = [(share.start, share.end) for share in shares]
    kept = [number for number in found if all(number.end <= a or number.start >= b for a, b in taken)]
    return tuple(sorted((*kept, *shares), key=lambda number: number.start))


def _parts_of(text: str, found: list[Number], spelling: Spelling) -> list[Number]:
    """With fractions in words: "five eighths", and 三分之二, where the whole stands before the part."""
    made: list[Number] = []
    for number in found:
        denominator = spelling.denominator.match(text, number.end)
        of = spelling.denominators.meaning(denominator[1]) if denominator else None
        gap = text[made[-1].end : number.start] if made else ""
        apart = bool(made) and not (made[-1].is_vague or number.is_vague) and number.low >= 0
        if apart and spelling.over.fullmatch(gap) and number.low < made[-1].low * _LARGEST_RATIO:
            made.append(_share(made[-1].start, number.end, number.low / made.pop().low))
        elif apart and spelling.out_of.fullmatch(gap) and 0 < made[-1].low < number.low <= _LARGEST_OF:
            made.append(_share(made[-1].start, number.end, made.pop().low / number.low))
        elif of and denominator and number.low == number.high and 0 < number.low <= Decimal(of) and not number.is_share:
            made.append(_share(number.start, denominator.end(), number.low / Decimal(of)))
        else:
            made.append(number)
    return made


def _share(start: int, end: int, part: Decimal) -> Number:
    percent = round(part * 100, 2)
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


def _pieces(text: str, numerals: Numerals) -> Iterator[_Piece]:
    """Digits and number words in order."""
    spelling = numerals.spelling
    pieces: list[_Piece] = []
    for match in _RATIO.finditer(text):
        if int(match["of"]) and int(match["part"]) < int(match["of"]):
            ratio = Decimal(match["whole"] or 0) + Decimal(match["part"]) / Decimal(match["of"])
            pieces.append((match.start(), match.end(), Atom(adds=ratio), True))
    pieces.extend(
        (match.start(), match.end(), Atom(adds=_PARTS[match[0]]), True)
        for match in _SIGN.finditer(text)
        if not text[match.start() - 1 : match.start()].isdigit()
    )
    for match in spelling.digits.finditer(text):
        value = _value(match, spelling)
        if value is not None:
            pieces.append((match.start(), match.end(), Atom(adds=value), True))
    for match in spelling.words.finditer(text):
        known = spelling.forms.meaning(match["word"])
        if known is not None:
            pieces.append((match.start("word"), match.end("word"), spelling.atoms[known.replace("_", " ")], False))
    pieces.extend(_compounds(text, spelling))
    return iter(sorted(pieces, key=lambda piece: piece[0]))


def _compounds(text: str, spelling: Spelling) -> Iterator[_Piece]:
    """The parts of words such as `zweiundzwanzig`; one that has a single part is found as a word."""
    for match in spelling.compound.finditer(text) if spelling.compound else ():
        parts = _decomposed(text, match.start(), end=match.end(), spelling=spelling) or []
        if len(parts) > 1 or (parts and spelling.and_half.match(text, match.end())):
            yield from parts


def _decomposed(text: str, start: int, *, end: int, spelling: Spelling) -> list[_Piece] | None:
    """The parts of one word; None when they do not fill it. The longest first part that leads to an end wins."""
    if start == end:
        return []
    part = spelling.part.match(text, start, end)
    for stop in range(part.end() if part else start, start, -1):
        form = text[start:stop]
        known = spelling.forms.meaning(form)
        if known is None and form not in (spelling.inner, spelling.joint):
            continue
        rest = _decomposed(text, stop, end=end, spelling=spelling)
        if rest is None:
            continue
        if known is not None:
            return [(start, stop, spelling.atoms[known.replace("_", " ")], False), *rest]
        return [(start, stop, Atom(adds=Decimal(1)), False), *rest] if form == spelling.inner else rest
    return None


def _value(match: re.Match[str], spelling: Spelling) -> Decimal | None:
    whole = "".join(sign for sign in _figures(match) if sign.isdigit())
    fraction = match["fraction"] or match.groupdict().get("english")
    if len(whole) > _LONGEST_DIGITS:
        return None
    return Decimal(f"{int(whole)}.{int(fraction):0{len(fraction)}}" if fraction else str(int(whole)))


def _figures(match: re.Match[str]) -> str:
    found = match.groupdict()
    return next(found[name] for name in ("grouped", "thousands", "other", "plain") if found.get(name))


def _groups(text: str, pieces: list[_Piece], spelling: Spelling) -> Iterator[list[_Piece]]:
    """Pieces that stand together and may be parts of one number; whether they are is seen when they are added up."""
    group: list[_Piece] = []
    for piece in pieces:
        if group and piece[0] < group[-1][1]:
            continue
        if group and not _linked(text[group[-1][1] : piece[0]], group[-1], spelling):
            yield group
            group = []
        while group and _sum([*group, piece], spelling, text) is None:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _linked(gap: str, before: _Piece, spelling: Spelling) -> bool:
    if not gap:
        return True
    vague = before[2].low is not None
    return bool(spelling.link.fullmatch(gap) or (vague and spelling.of.fullmatch(gap)))


def _sum(group: list[_Piece], spelling: Spelling, text: str) -> list[Decimal] | None:
    """The parts whose sum the pieces are worth; None when they are not one number."""
    parts: list[Decimal] = []
    multiplied = False
    if any(atom.alone for _, _, atom, _ in group) and len(group) > 1:
        return None
    if spelling.figures and len(group) > 1 and all(_is_figure(atom, digits) for _, _, atom, digits in group):
        return [Decimal("".join(str(atom.adds) for _, _, atom, _ in group))]
    for place, (start, _, atom, digits) in enumerate(group):
        if spelling.joined and atom.adds == 0 and parts:
            continue  # the zero of 二百零三 only keeps a place
        if atom.times is not None and parts:
            tail = [part for part in parts if part < atom.times]
            if not tail and len(parts) == 1 and not multiplied and group[0][3]:
                tail = parts  # "322 hundred"
            if tail:
                parts = [*parts[: len(parts) - len(tail)], sum(tail, Decimal()) * atom.times]
            elif multiplied and parts[-1] > atom.times:
                parts.append(atom.times)
            else:
                return None
            multiplied = True
        elif parts and digits and not (spelling.joined and multiplied and _has_room(parts[-1], atom.adds)):
            return None
        elif parts:
            gap = text[group[place - 1][1] : start]
            if group[place - 1][3] and not multiplied:
                return None
            if atom.adds is None or not _may_follow(parts[-1], atom.adds, gap, spelling):
                return None
            parts.append(atom.adds)
            multiplied = False
        elif atom.adds is not None:
            parts.append(atom.adds)
        elif atom.times is not None:
            parts.append(atom.times)
            multiplied = True
        else:
            parts.append(atom.low or Decimal())
    return parts if sum(parts) < _LARGEST else None


def _is_figure(atom: Atom, digits: bool) -> bool:
    """Whether a word is a single figure, which may stand for its place as in 二〇一八."""
    return not digits and atom.adds is not None and atom.times is None and atom.adds < 10


def _has_room(part: Decimal, added: Decimal | None) -> bool:
    """Whether the last places of `part` are free for what is added: 300 has room for 21, not 120 for 31."""
    if added is None or added >= part or added != added.to_integral_value():
        return False
    return part % Decimal(10) ** len(str(int(added))) == 0


def _may_follow(part: Decimal, added: Decimal, gap: str, spelling: Spelling) -> bool:
    if _has_room(part, added):
        return added > 0
    if spelling.reversed_ones and 0 < part < 10 and added in range(20, 100, 10):
        return bool(gap.strip()) or spelling.joined
    return int(part) % 100 in spelling.scores and part == part.to_integral_value() and 10 <= added < 20


def _number(text: str, group: list[_Piece], numerals: Numerals) -> Number | None:
    spelling = numerals.spelling
    start, end, (_, _, first, digits) = group[0][0], group[-1][1], group[0]
    before = text[max(0, start - _LOOKBACK) : start]
    few = spelling.few.search(before) if not digits and first.times is not None else None
    if few or (first.low is not None and not digits):
        return _vague(group, few, spelling, start - len(few[0]) if few else start)
    parts = _sum(group, spelling, text)
    if parts is None:
        return None
    value = sum(parts, Decimal())
    article = spelling.articles.search(before) if first.times is not None and not digits else None
    if article:
        start -= len(article[0])
    one = len(group) == 1 and not digits and value == 1
    bare = len(group) == 1 and digits
    if not digits and (spelling.inside.search(before) or spelling.never.match(text, start)):
        return None
    gaps = [text[one[1] : other[0]] for one, other in pairwise(group)]
    scale = group[-1][2].times or Decimal(1)
    return Number(
        start=start,
        end=end,
        low=value,
        high=value,
        is_bare=bare,
        scale=scale,
        is_one=one,
        is_more=any(spelling.more.fullmatch(gap) for gap in gaps),
        is_short=len(group) == 1 and not digits,
    )


def _vague(group: list[_Piece], few: re.Match[str] | None, spelling: Spelling, start: int) -> Number:
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
    value, start, end = number.low, number.start, number.end
    fraction = _FRACTION.match(text, end)
    if fraction:
        value, end = value + _PARTS[fraction[1]], fraction.end()
    else:
        half = numerals.spelling.and_half.match(text, end)
        if half:
            value, end = value + number.scale / 2, half.end()
    minus = numerals.spelling.minus.search(text[max(0, start - _LOOKBACK) : start])
    if minus:
        value, start = -value, start - len(minus[0])
    elif text[start - 1 : start] in ("-", "−") and (start < 2 or text[start - 2] in " (\u00a0"):
        value, start = -value, start - 1
    elif number.is_bare and text[start:end].isdecimal() and _LEADING_POINT.match(text, start - 1):
        value, start = Decimal(f"0.{text[start:end]}"), start - 1
    value, end = _with_point(text, value, end, numerals.spelling)
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


def _with_point(text: str, value: Decimal, end: int, spelling: Spelling) -> tuple[Decimal, int]:
    """With the figures after the word for the decimal sign: "one point five"."""
    point = spelling.point.match(text, end)
    figures = ""
    while point and (gap := spelling.link.match(text, end) if figures else point):
        word = spelling.words.match(text, gap.end()) or spelling.digits.match(text, gap.end())
        if word is None:
            break
        adds = _value(word, spelling) if "word" not in word.groupdict() else _adds(word["word"], spelling)
        if adds is None or adds >= 100 or adds != int(adds):
            break
        figures, end = figures + str(int(adds)), word.end()
    return (value + Decimal(f"0.{figures}"), end) if figures else (value, end)


def _adds(word: str, spelling: Spelling) -> Decimal | None:
    known = spelling.forms.meaning(word)
    return spelling.atoms[known.replace("_", " ")].adds if known is not None else None
