"""A document in, its `Credit`s out: the words that say which agency, outlet or own people its text comes from.

Lineage is first of all what a text says of itself; newsrooms sign for wire copy in set places (byline, dateline,
sign-off; AP Stylebook, "datelines"; Reuters Handbook of Journalism, "Attribution"), and the patterns of
`lang/*/credits.toml` are these places and the words round them. Claims' attributions hold who said what; credits hold
who carried it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from sayso.corroboration.outlets import Outlet, find_outlets, medium_called
from sayso.corroboration.paragraphs import Paragraph, is_quoted, paragraphs, sentence, unknown_name
from sayso.corroboration.records import Credit
from sayso.lang.credits import CreditCues, Frame, credit_cues
from sayso.records import Document, Span
from sayso.vocab.actors import Roster

AGENCY, OUTLET, OWN = "agency", "outlet", "own reporting"
"""The kinds of credit."""

_REACH = 140
"""Characters before a name in which words of credit may begin; a window keeps a sentence of ten thousand words linear.
60 to 400 gave the same on the cases and on a third of ECB+, 2026-11, as did the other ranges named below."""

_EDGE = 6
"""Paragraphs from the top and from the end in which a bare name is a byline; a site puts its section, headline, date
and share buttons around, and in the middle a bare name stands below a picture. 2 to 10 gave the same."""

_LINE = 220  # characters of a paragraph that may be nothing but a byline or copyright line; 120 to 300 gave the same

_PLACE_WORDS, _SMALL_WORDS = 10, 4
"""Words before the agency of a dateline, and how many of them in small letters: `Bogotá, 3 de marzo de 2025`.
6 to 14 and 2 to 6 gave the same."""

_PICTURE = 45
"""Characters before and behind an agency in which a word such as *photo* makes it the picture's; 15 to 80 are alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """Names in one run that are credited alike, and how."""

    paragraph: Paragraph
    outlets: tuple[Outlet, ...]
    start: int
    end: int
    """In the paragraph; the words that credit them with the names."""
    place: str
    """The table of the pattern: `opening`, `closing`, `whole`, `material`, `outlet`."""


def find_credits(document: Document, *, roster: Roster) -> tuple[Credit, ...]:
    """What the document says of where it comes from, in order of the text.

    An agency that only the author or publisher field names has an empty span at 0. Nothing is found in photo credits,
    links to other stories and such furniture, nor inside quotations.
    """
    parts = paragraphs(document, roster=roster)
    last = max((one.number for one in parts if one.is_body), default=-1)
    placed = [
        found
        for one in parts
        if not one.is_caption or one.number > last
        for found in _signed(one, roster, count=len(parts))
    ]
    publisher = publisher_of(document, roster)
    signed = [
        one
        for one in _signatures(placed, parts, document=document, roster=roster)
        if one.kind == AGENCY or one.actor != publisher
    ]
    named = {credit.actor for credit in signed if credit.covers is None}
    fields = [
        Credit(kind=AGENCY, actor=actor, span=document.span(0, 0), covers=None)
        for actor in dict.fromkeys(_of_fields(document, publisher, roster))
        if actor not in named
    ]
    owners = {one.actor for one in (*signed, *fields) if one.covers is None and one.kind == AGENCY}
    if publisher:
        owners.add(publisher)
    signatures = {one.paragraph.number for one in placed if one.place == "whole"}
    running = [one for one in parts if not (one.is_signature or one.is_caption or one.number in signatures)]
    told = [one for part in running for one in _told(document, part, owners=owners, publisher=publisher, roster=roster)]
    return tuple(sorted((*fields, *signed, *told), key=lambda one: (one.span.start, one.span.end, one.kind)))


def publisher_of(document: Document, roster: Roster) -> str | None:
    """The id of the outlet that published the document, by its publisher field or else the host of its location."""
    name = (document.publisher or "").strip()
    if name:
        by_host = _host(name if "/" in name else f"//{name}", roster) if "." in name and " " not in name else None
        by_name = [one for one in find_outlets(name, document.language, roster=roster) if not one.is_sign]
        best = max(by_name, key=lambda one: one.end - one.start, default=None)
        # "The Washington Post" and "BBC News - World" are they; "Friends of the BBC Singers" are not.
        if best and 2 * (best.end - best.start) >= len(name):
            return best.actor
        if by_host or medium_called(name, roster=roster):
            return by_host or medium_called(name, roster=roster)
    return _host(document.location[max(document.location.rfind("http"), 0) :], roster)


def is_agency(actor: str | None, roster: Roster) -> bool:
    """Whether the actor is a news agency, whose text other media print."""
    return actor in roster.agencies


def _host(location: str, roster: Roster) -> str | None:
    try:
        host = urlsplit(location).hostname or ""
    except ValueError:
        return None
    parts = host.split(".")
    return next((found for at in range(len(parts)) if (found := roster.hosts.get(".".join(parts[at:])))), None)


def _of_fields(document: Document, publisher: str | None, roster: Roster) -> Iterator[str]:
    """The agencies that the author and publisher fields name."""
    author = document.author or ""
    if not credit_cues(document.language).photo.search(author):
        for one in find_outlets(author, document.language, roster=roster):
            if is_agency(one.actor, roster):
                yield one.actor
    if publisher and is_agency(publisher, roster):
        yield publisher


def _signed(part: Paragraph, roster: Roster, *, count: int) -> Iterator[_Found]:
    """Where a paragraph is signed by an agency, or credits the whole text to another outlet."""
    cues = credit_cues(part.code)
    for run in _runs(part, cues):
        agencies = tuple(one for one in run if is_agency(one.actor, roster))
        start, end = run[0].start, run[-1].end
        place, words = _place(part, cues, start=start, end=end, count=count)
        # A bare name of an outlet is the head of a page, and one behind a text may be anything.
        named = place in ("opening", "material") or any(letter.isalpha() for letter in part.text[words[0] : start])
        if place and (agencies or (place != "closing" and named and not any(one.is_sign for one in run))):
            yield _Found(paragraph=part, outlets=agencies or run, start=words[0], end=words[1], place=place)


def _place(part: Paragraph, cues: CreditCues, *, start: int, end: int, count: int) -> tuple[str, tuple[int, int]]:
    """The table whose pattern the run fits, and the words of the credit; the table is empty when there is none."""
    text = part.text
    pictured = cues.photo.search(text, max(0, start - _PICTURE), min(len(text), end + _PICTURE)) is not None
    at_edge = part.number < _EDGE or part.number >= count - _EDGE
    words = _fits(text, cues.opening, start, end, whole=True)
    if words and _is_place(text[:start]) and not cues.photo.search(text, *words):
        return "opening", words
    words = None if pictured else _fits(text, cues.closing, start, end)
    if words:
        return "closing", words
    words = None if pictured or len(text) > _LINE else _fits(text, cues.whole, start, end, whole=True)
    if words and (at_edge or part.is_signature or not text.lstrip()[:1].isalnum()):
        return "whole", words
    words = _fits(text, cues.material, start, end)
    if words and not is_quoted(part, words[0]):
        return "material", words
    return "", (start, end)


def _signatures(
    placed: Sequence[_Found], parts: Sequence[Paragraph], *, document: Document, roster: Roster
) -> Iterator[Credit]:
    """The credits of what was signed, each with the part that it covers; an agency has the whole text only once."""
    datelines = [found for found in placed if found.place == "opening"]
    several = len({tuple(one.actor for one in found.outlets) for found in datelines}) > 1
    given: set[tuple[str, int | None]] = set()
    for found in placed:
        covers = _covers(document, found, parts, datelines if several else ())
        for outlet in found.outlets:
            key = (outlet.actor, covers.start if covers else None)
            if key not in given:
                given.add(key)
                yield Credit(
                    kind=AGENCY if is_agency(outlet.actor, roster) else OUTLET,
                    actor=outlet.actor,
                    span=_span(document, found.paragraph, found.start, found.end),
                    covers=covers,
                )


def _covers(document: Document, found: _Found, parts: Sequence[Paragraph], datelines: Sequence[_Found]) -> Span | None:
    """The part of the document that the signature stands for; None for all of it."""
    here = found.paragraph
    if found.place == "opening" and datelines:
        following = [one.paragraph.start for one in datelines if one.paragraph.start > here.start]
        before = [one for one in parts if one.start < (following[0] if following else len(document.text))]
        return document.span(here.start, before[-1].end)
    later = any(one.is_body for one in parts[here.number + 1 :])
    if found.place == "closing" and later:
        return document.span(here.start, here.end)
    if found.place == "whole" and later and here.number >= _EDGE and not here.is_signature:
        return document.span(parts[here.number - 1].start, parts[here.number - 1].end)
    return None


def _told(
    document: Document, part: Paragraph, *, owners: set[str | None], publisher: str | None, roster: Roster
) -> Iterator[Credit]:
    """Outlets named as the ones that had it, and what the document's own people saw or were told."""
    cues = credit_cues(part.code)
    given: set[tuple[str | None, str, int]] = set()
    for kind, actor, start, end in _tellings(document, part, cues, owners=owners, publisher=publisher, roster=roster):
        first, last = sentence(part, start=start, end=end)
        if (actor, kind, first) not in given and not is_quoted(part, start):
            given.add((actor, kind, first))
            span = _span(document, part, start, end)
            yield Credit(kind=kind, actor=actor, span=span, covers=_span(document, part, first, last))


def _tellings(
    document: Document,
    part: Paragraph,
    cues: CreditCues,
    *,
    owners: set[str | None],
    publisher: str | None,
    roster: Roster,
) -> Iterator[tuple[str, str | None, int, int]]:
    for match in cues.own.finditer(part.text):
        yield OWN, publisher, match.start(), match.end()
    named = part.outlets
    for run in _runs(part, cues):
        said = cues.statement if all(is_agency(one.actor, roster) for one in run) else ()
        words = _fits(part.text, (*cues.outlet, *said), run[0].start, run[-1].end)
        for one in run if words else ():
            if words and (not one.is_sign or one.actor in owners):
                yield OWN if one.actor in owners else OUTLET, one.actor, *words
    if publisher is None and document.publisher and len(document.publisher) > 2:
        at = part.text.find(document.publisher)
        while at >= 0:
            words = _fits(part.text, cues.outlet, at, at + len(document.publisher))
            if words:
                yield OWN, None, *words
            at = part.text.find(document.publisher, at + 1)
    for match in cues.first.finditer(part.text):
        end = unknown_name(part, match.end())
        if end and not any(one.start < end and match.end() < one.end for one in named):
            yield OUTLET, None, match.start(), end


def _runs(part: Paragraph, cues: CreditCues) -> Iterator[tuple[Outlet, ...]]:
    """The names of the paragraph, those together that are only joined (`AP and AFP`)."""
    run: list[Outlet] = []
    for one in part.outlets:
        if run and not cues.joins.fullmatch(part.text, run[-1].end, one.start):
            yield tuple(run)
            run = []
        run.append(one)
    if run:
        yield tuple(run)


def _fits(text: str, frames: Sequence[Frame], start: int, end: int, *, whole: bool = False) -> tuple[int, int] | None:
    """The words of the first pattern that fits round `[start, end)`; `whole` when it must begin the paragraph."""
    low = max(0, start - _REACH)
    if whole and low:
        return None
    for frame in frames:
        after = frame.after.match(text, end)
        if after:
            before = frame.before.match(text, 0, start) if whole else frame.before.search(text, low, start)
            if before:
                return before.start(), max(after.end(), end)
    return None


def _is_place(before: str) -> bool:
    """Whether the words before the agency of a dateline look like a place and a date."""
    words = [word.lstrip("([（【［/«“\"'") for word in before.split()]
    words = [word for word in words if word[:1].isalpha()]
    small = sum(word[0].islower() for word in words)
    return len(words) <= _PLACE_WORDS and small <= _SMALL_WORDS and not (words and words[0][0].islower())


def _span(document: Document, part: Paragraph, start: int, end: int) -> Span:
    words = part.text[start:end]
    left, right = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
    return document.span(part.start + start + left, part.start + end - right)
