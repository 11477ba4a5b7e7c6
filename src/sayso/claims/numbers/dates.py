"""Trees of a document in, the dates its sentences state out, reckoned from the date of publication."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.claims.numbers.aligning import End, aligned, in_year
from sayso.claims.numbers.anchored import ANCHORED, anchored
from sayso.claims.numbers.dating import dated
from sayso.claims.numbers.reckoning import Reference, Stretch, reference, span_of
from sayso.claims.numbers.slots import is_year_in_words
from sayso.claims.numbers.surface import surface
from sayso.claims.trees import Tree, ancestors, children, span
from sayso.lang.dates import Calendar, calendar, filled_slots
from sayso.lang.forms import lower, narrow
from sayso.records import Document, Period

_LOOKBACK = 32  # characters before a date in which "since the beginning of" may stand
_KEPT = 512  # sentences whose dates are remembered: those of one document, asked for once here and once for quantities
_DIGIT = re.compile(r"\d")
_OPEN = ".."
_NAMED_SO = re.compile(r"[^\W\d_][’'-]?\Z|[A-ZÀ-ÞА-Я]\w+ \Z")
_NAMED = re.compile(r"-?[^\W\d_]|[- ][A-ZÀ-ÞА-Я]")
_LENGTHS = frozenset({"ago", "ahead", "past", "coming", "after", "before", "lasting"})
"""Manners of a date that is reckoned by a length of time."""

_ENDED = frozenset({"past", "coming", "lasting", "around", "ending"})
"""Manners of a period, which no word before it leaves open."""

_LEANING = ANCHORED | {"anchor"}
"""Manners of words that are a date only beside another."""

_NOW = (1900, 2099)
"""Years that are taken for years wherever they stand; others only where something beside them says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date with its place in the trees."""

    sentence: int
    words: tuple[int, int]
    """Half-open range of the words that state it, with "since" or "until" before it."""
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A date in a text, before it is put into the trees; `edtf` is None where it cannot be reckoned."""

    start: int
    end: int
    edtf: str | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    start: int
    end: int
    match: re.Match[str]
    manner: str
    anchor: "_Place | None" = None
    """The date that it is reckoned from."""


def find_dates(trees: Sequence[Tree], document: Document) -> tuple[Dated, ...]:
    """The dates of every sentence in order, as EDTF; one that cannot be reckoned gives none.

    A weekday is the last one before the publication, that day included, unless the verb above it speaks of what is
    to come.
    """
    at = reference(document.published)
    return tuple(found for tree in trees for found in _of_sentence(tree, document, at))


_LINKS = frozenset({"ADP", "PART"})
"""Parts of speech that begin a phrase: the "to" in "agreed on Friday to lend" says nothing of Friday."""


def _of_sentence(tree: Tree, document: Document, at: Reference) -> Iterator[Dated]:
    how = calendar(tree.language)
    if how is None:
        return
    line = surface(tree)
    places = _places(line.text, tree.language)
    if not places:
        return
    low = lower(narrow(line.text).translate(how.numerals.folded))
    ahead = tuple(_is_future(tree, line.range(place.start, place.end), how) for place in places)
    for stated in _stated(low, places, how=how, at=at, ahead=ahead):
        if stated.edtf is not None:
            words = line.range(stated.start, stated.end)
            period = Period(edtf=stated.edtf, basis=stated.basis, span=span(document, tree, words=words))
            yield Dated(sentence=tree.index, words=words, period=period)


def dates(text: str, code: str, *, published: str | None, is_future: bool = False) -> tuple[Stated, ...]:
    """The dates in a text in the language with this code, without its trees; empty where the language has no data.

    >>> [(date.edtf, date.basis) for date in dates("It began in June 2018.", "en", published=None)]
    [('2018-06', 'stated')]
    """
    how = calendar(code)
    if how is None:
        return ()
    low = lower(narrow(text).translate(how.numerals.folded))
    places = _places(text, code)
    return tuple(_stated(low, places, how=how, at=reference(published), ahead=(is_future,) * len(places)))


def dated_places(text: str, code: str, *, with_lengths: bool = True) -> tuple[tuple[int, int], ...]:
    """Where in a text dates stand, so that their figures are not taken for quantities.

    Those reckoned by a length of time, such as "three days ago", are left out where `with_lengths` is false.
    """
    how = calendar(code)
    if how is None:
        return ()
    places = _places(text, code)
    return tuple((place.start, place.end) for place in places if with_lengths or place.manner not in _LENGTHS)


@lru_cache(maxsize=_KEPT)
def _places(text: str, code: str) -> tuple[_Place, ...]:
    """Matches without overlap in order: the longest first, then that on the left, then the first in the data."""
    how = calendar(code)
    if how is None:
        return ()
    low = lower(narrow(text).translate(how.numerals.folded))
    if how.trigger.search(low) is None:
        return ()
    has_digit = _DIGIT.search(low) is not None
    found = [
        _Place(start=match.start(), end=match.end(), match=match, manner=pattern.manner)
        for pattern in how.patterns
        if has_digit or not pattern.needs_digit
        for match in pattern.pattern.finditer(low)
        if match.end() > match.start() and _is_name(text, match, how) and _is_dated(low, match, how)
    ]
    kept: list[_Place] = []
    for place in sorted(found, key=lambda place: (place.start - place.end, place.start)):
        if place.manner not in _LEANING and all(_are_apart(place, other) for other in kept):
            kept.append(place)
    leaning = sorted(
        (place for place in found if place.manner in _LEANING), key=lambda place: (-place.end, place.start)
    )
    for place in leaning:
        if place.manner != "anchor" and (whole := _anchored(low, place, [*kept, *leaning], trailing=how.trailing)):
            kept = [*(other for other in kept if _are_apart(whole, other)), whole]
    return tuple(sorted(kept, key=lambda place: place.start))


def _are_apart(one: _Place, other: _Place) -> bool:
    return one.end <= other.start or one.start >= other.end


def _anchored(low: str, place: _Place, others: Sequence[_Place], *, trailing: bool) -> _Place | None:
    """With the date beside it that it is reckoned from: the one after it or, where `trailing`, before it."""
    for other in others:
        first, second = (other, place) if trailing else (place, other)
        beside = first.start < second.start <= first.end + 1 and first.end < second.end
        if beside and low[first.end : second.start].strip() == "" and (other.manner not in ANCHORED or other.anchor):
            return replace(place, start=first.start, end=second.end, anchor=other)
    return None


def _is_name(text: str, match: re.Match[str], how: Calendar) -> bool:
    """Whether a month or weekday that is another word, too, is written as a name: March, not march.

    A feast beside another name is a name: `Jean-Noël`, `Noël Coward`.
    """
    slots = filled_slots(match).keys()
    if slots == {"holiday"} and not (text.islower() or how.numerals.spelling.joined):
        led = match.start() < match.start("holiday") or _NAMED_SO.search(text[: match.start()]) is None
        return led and _NAMED.match(text, match.end()) is None
    filled = (name for name, value in match.groupdict().items() if value)
    named = next((name for name in filled if name.split("__")[0] in ("month", "weekday")), None)
    if named is None or not slots <= {"month", "weekday", "day"} or _DIGIT.search(match[0]) or match[0] == lower(text):
        return True
    return text[match.start(named)].isupper() or how.capitals.fullmatch(match[named]) is None


def _is_dated(low: str, match: re.Match[str], how: Calendar) -> bool:
    """Whether four figures alone are a year: "in 2018", not "2000 soldiers" or "1200 shells"; and words one of ours."""
    year = filled_slots(match).get("year")
    if year and not any(sign.isdigit() for sign in year) and not how.numerals.spelling.joined:
        is_alone = how.spoken_years.fullmatch(match[0]) is not None
        is_led = not is_alone or how.years.search(low[max(0, match.start() - _LOOKBACK) : match.start()]) is not None
        counts = is_alone and how.numerals.noun_after.match(low, match.end()) is not None
        return is_led and not counts and is_year_in_words(year, how)
    if year != match[0]:
        return True
    if how.numerals.noun_after.match(low, match.end()) or how.numerals.unit_after.match(low, match.end()):
        return False
    if _NOW[0] <= int(match[0]) <= _NOW[1]:
        return True
    before, opens = low[max(0, match.start() - _LOOKBACK) : match.start()], how.opens
    led = opens.since.search(before) or opens.until.search(before) or opens.opening.search(before)
    return bool(led) or how.years.search(before) is not None


def _is_future(tree: Tree, words: tuple[int, int], how: Calendar) -> bool:
    """Whether the nearest verb above a date, what helps it, or the word that follows speaks of what is to come."""
    after = tree.words[words[1]] if words[1] < len(tree.words) else None
    if after is not None and after.upos not in _LINKS and how.future.search(after.form.lower()):
        return True
    for head in ancestors(tree, words[0]):
        if tree.words[head].upos in ("VERB", "AUX", "ADJ"):
            near = (head, *children(tree, head, "aux", "cop", "mark"))
            return any(how.future.search(tree.words[number].form.lower()) for number in near)
    return False


def _stated(
    low: str, places: Sequence[_Place], *, how: Calendar, at: Reference, ahead: Sequence[bool]
) -> Iterator[Stated]:
    found = [_value(place, how=how, at=at, is_future=future) for place, future in zip(places, ahead, strict=True)]
    following = [*found[1:], None][: len(found)]
    skip = False
    for (place, value), after, future in zip(found, following, ahead, strict=True):
        if skip:
            skip = False
            continue
        joined = _joined(low, place, value, after=after, how=how, at=at, is_future=future) if after else None
        if joined:
            skip = True
            yield joined
        elif value is None:
            yield Stated(start=place.start, end=place.end, edtf=None, basis="inferred")
        else:
            yield _opened(low, place, value, how)


def _value(
    place: _Place, *, how: Calendar, at: Reference, is_future: bool
) -> tuple[_Place, tuple[Stretch, bool] | None]:
    """The place with its stretch; the date beside words that do not suit it stands alone."""
    if place.anchor is None:
        return place, dated(place.match, place.manner, how=how, at=at, is_future=is_future)
    anchor, base = _value(place.anchor, how=how, at=at, is_future=is_future)
    if base is None:
        return place, None
    stretch = anchored(place.match, place.manner, base=base[0], how=how)
    if stretch is not None:
        return place, (stretch, base[1])
    return (anchor, base) if anchor.manner != "anchor" else (place, None)


def _joined(
    low: str,
    place: _Place,
    value: tuple[Stretch, bool] | None,
    *,
    after: tuple[_Place, tuple[Stretch, bool] | None],
    how: Calendar,
    at: Reference,
    is_future: bool,
) -> Stated | None:
    """Two dates joined into a period."""
    second, other = after
    gap = place.end, second.start
    opening = how.opens.opening.search(low[max(0, place.start - _LOOKBACK) : place.start])
    framed = opening or how.opens.closing.match(low, second.end)
    until = how.opens.up_to.match(low, second.end)
    if not (
        how.opens.between.fullmatch(low, *gap)
        or (framed and how.opens.paired.fullmatch(low, *gap))
        or (until and how.opens.onward.fullmatch(low, *gap))
    ):
        return None
    if other is None and value is not None and "second" in filled_slots(second.match):
        other = dated(second.match, second.manner, how=how, at=at, is_future=is_future, is_led=True)
    if value is None and other is not None and not other[1]:
        there = in_year(at, other[0].first.year)
        value = dated(place.match, place.manner, how=how, at=there, is_future=False)
    if other is None or value is None:
        return None
    if place.anchor is None and second.anchor is None:
        ends = (End(match=one.match, manner=one.manner) for one in (place, second))
        value, other = aligned(*ends, value=value, other=other, how=how, at=at, is_future=is_future)
    first, inferred = value
    if first.first > other[0].first:
        return None
    whole = span_of(first, other[0])
    start = place.start - len(opening[0]) if opening else place.start
    return Stated(start=start, end=second.end, edtf=whole.edtf, basis="inferred" if inferred or other[1] else "stated")


def _opened(low: str, place: _Place, value: tuple[Stretch, bool], how: Calendar) -> Stated:
    """A date with the words that leave one side of it open."""
    stretch, inferred = value
    basis = "inferred" if inferred else "stated"
    before = low[max(0, place.start - _LOOKBACK) : place.start]
    since, until = how.opens.since.search(before), how.opens.until.search(before)
    onward, up_to = how.opens.onward.match(low, place.end), how.opens.up_to.match(low, place.end)
    start, end, edtf = place.start, place.end, stretch.edtf
    if place.manner in _ENDED or "second_day" in filled_slots(place.match):
        return Stated(start=start, end=end, edtf=edtf, basis=basis)
    if since or onward:
        start, end = start - len(since[0]) if since else start, onward.end() if onward else end
        edtf = f"{edtf.split('/')[0]}/{_OPEN}"
    elif until or up_to:
        start, end = start - len(until[0]) if until else start, up_to.end() if up_to else end
        edtf = f"{_OPEN}/{edtf.split('/')[-1]}"
    return Stated(start=start, end=end, edtf=edtf, basis=basis)
