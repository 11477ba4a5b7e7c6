"""A text and the spelling of its language in, its digits and number words in order and in groups out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TypeAlias

from sayso.lang.numbers import Atom, Spelling

PARTS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal("0.3333"),
    "⅔": Decimal("0.6667"),
}
"""Fractions that are one sign."""

_SIGN = re.compile(r"[½¼¾⅓⅔]")
_RATIO = re.compile(r"(?<![\d/.,:])(?:(?P<whole>\d{1,3})[ -])?(?P<part>\d{1,4})/(?P<of>\d{1,4})(?![\d/]|[.,:]\d)")
_PAIR = 2
_NEIGHBOURS = {(Decimal(one), Decimal(one + 1)) for one in range(1, 9)} | {(Decimal(3), Decimal(5))}
"""Figures that stand side by side to name a range."""

_LARGEST = 10**16
_LONGEST_DIGITS = 18
"""Digits in a row beyond which a figure is a code, not a number."""

Piece: TypeAlias = "tuple[int, int, Atom, bool]"
"""Start, end, worth, and whether it is written in digits."""


def _pieces(text: str, spelling: Spelling) -> Iterator[Piece]:
    """Digits and number words in order."""
    found: list[Piece] = []
    for match in _RATIO.finditer(text):
        if int(match["of"]) and int(match["part"]) < int(match["of"]):
            ratio = Decimal(match["whole"] or 0) + Decimal(match["part"]) / Decimal(match["of"])
            found.append((match.start(), match.end(), Atom(adds=ratio), True))
    found.extend(
        (match.start(), match.end(), Atom(adds=PARTS[match[0]]), True)
        for match in _SIGN.finditer(text)
        if not text[match.start() - 1 : match.start()].isdigit()
    )
    for match in spelling.digits.finditer(text):
        value = value_of(match)
        if value is not None:
            found.append((match.start(), match.end(), Atom(adds=value), True))
    for match in spelling.words.finditer(text):
        known = spelling.forms.meaning(match["word"])
        if known is not None:
            found.append((match.start("word"), match.end("word"), spelling.atoms[known.replace("_", " ")], False))
    found.extend(
        (match.start(), match.end(), Atom(adds=Decimal(1)), False) for match in spelling.following.finditer(text)
    )
    found.extend(_compounds(text, spelling))
    found.sort(key=lambda piece: piece[0])
    return _pairs(found) if spelling.figures else iter(found)


def _pairs(pieces: list[Piece]) -> Iterator[Piece]:
    """With two figures that name a range put into one, where no third stands beside them: 二三十, 一两个."""
    place = 0
    while place < len(pieces):
        start, _, atom, digits = pieces[place]
        run = place + 1
        while (
            _is_figure(atom, digits)
            and run < len(pieces)
            and pieces[run][0] == pieces[run - 1][1]
            and _is_figure(*pieces[run][2:])
        ):
            run += 1
        if run - place == _PAIR and (atom.adds, pieces[place + 1][2].adds) in _NEIGHBOURS:
            yield start, pieces[place + 1][1], replace(atom, to=pieces[place + 1][2].adds), digits
        else:
            yield from pieces[place:run]
        place = run


def _compounds(text: str, spelling: Spelling) -> Iterator[Piece]:
    """The parts of words such as `zweiundzwanzig`; one that has a single part is found as a word."""
    for match in spelling.compound.finditer(text) if spelling.compound else ():
        parts = _decomposed(text, match.start(), end=match.end(), spelling=spelling) or []
        if len(parts) > 1 or (parts and spelling.and_half.match(text, match.end())):
            yield from parts


def _decomposed(text: str, start: int, *, end: int, spelling: Spelling) -> list[Piece] | None:
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


def value_of(match: re.Match[str]) -> Decimal | None:
    """What digits are worth; None for a code, which has too many."""
    whole = "".join(sign for sign in _figures(match) if sign.isdigit())
    fraction = match["fraction"] or match.groupdict().get("english")
    if len(whole) > _LONGEST_DIGITS:
        return None
    value = Decimal(f"{int(whole)}.{int(fraction):0{len(fraction)}}" if fraction else str(int(whole)))
    exponent, power = match["exponent"], match["power"]
    if exponent:
        return value.scaleb(int(exponent))
    if power and value:
        times = int(power.lstrip("+-"))
        return value**times if power.count("-") % 2 == 0 else 1 / value**times
    return value


def _figures(match: re.Match[str]) -> str:
    found = match.groupdict()
    return next(found[name] for name in ("grouped", "thousands", "other", "plain") if found.get(name))


def groups(text: str, spelling: Spelling) -> Iterator[list[Piece]]:
    """Pieces that stand together and may be parts of one number; whether they are is seen when they are added up."""
    group: list[Piece] = []
    for piece in _pieces(text, spelling):
        if group and piece[0] < group[-1][1]:
            continue
        if group and not _linked(text[group[-1][1] : piece[0]], group[-1], spelling):
            yield group
            group = []
        while group and summed(text, [*group, piece], spelling=spelling) is None:
            yield group
            group = []
        if group or not spelling.tail.match(text, piece[0]):
            group.append(piece)
    if group:
        yield group


def _linked(gap: str, before: Piece, spelling: Spelling) -> bool:
    if not gap:
        return True
    vague = before[2].low is not None
    return bool(spelling.link.fullmatch(gap) or (vague and spelling.of.fullmatch(gap)))


def summed(text: str, group: list[Piece], *, spelling: Spelling) -> list[Decimal] | None:
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
            elif spelling.joined and group[place - 1][2].times == atom.times:
                parts[-1] *= atom.times  # the 万万 that are one 亿
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
            parts.append(atom.adds * _place_of(group, place, spelling) if not gap else atom.adds)
            multiplied = False
        elif atom.adds is not None:
            parts.append(atom.adds)
        elif atom.times is not None:
            parts.append(atom.times)
            multiplied = True
        else:
            parts.append(atom.low or Decimal())
    return parts if sum(parts) < _LARGEST else None


def _place_of(group: list[Piece], place: int, spelling: Spelling) -> Decimal:
    """What a last figure is worth that does not name its place: ten, in 三百五."""
    times, atom = group[place - 1][2].times, group[place][2]
    following = group[place + 1][2].times if place + 1 < len(group) else None
    last = place + 1 == len(group) or (following is not None and times is not None and following > times)
    if not spelling.elliptic or times is None or times < 100 or not _is_figure(atom, group[place][3]) or not last:
        return Decimal(1)
    return times / 10


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


def adds(word: str, spelling: Spelling) -> Decimal | None:
    """What a number word adds; None where it only multiplies or is none."""
    known = spelling.forms.meaning(word)
    return spelling.atoms[known.replace("_", " ")].adds if known is not None else None
