"""The claims behind a page and the roster in, names of parties and the sentences that bear out a row out.

A sentence is quoted once in a section, under the first row that rests on it; a later row refers to it by a claim's id.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.lang.calling import name_of
from sayso.outputs.claims.page import SHORT_ID
from sayso.outputs.claims.phrases import source_phrase
from sayso.outputs.display import isolated, shortened, visible
from sayso.outputs.system.sheet import Entry, Point, Quote
from sayso.outputs.system.words import LONGEST_SENTENCE, listed, number_of, quoted
from sayso.system.records import Testimony
from sayso.system.reference.checking import Verdict
from sayso.system.unread import Unread
from sayso.vocab.actors import Roster

NOBODY = "a party not named"

_LONGEST_PLACE = 60
_LONGEST_NAME = 60
_LONGEST_SOURCE = 80
_RECORDED = "recorded"
_SENTENCES = 3
_PLACES = 3
"""Sentences under a row, and texts that have one word for word, unless all are asked for."""
_IDS = 3
_WITH_ARTICLE = re.compile(
    r"^(United (States|Kingdom|Nations|Arab Emirates)|UN|EU|G7|European Union|African Union|"
    r"(Central African|Dominican) Republic|(Marshall|Solomon) Islands|Netherlands|Philippines|Bahamas|Gambia|Maldives|"
    r"Seychelles|Comoros|Vatican)\b"
)
"""Names that are written with an article in a sentence."""
_NAMED = 8
"""Origins that the head of a page names."""

_Any = TypeVar("_Any")
_Row = tuple[Point | Callable[[], Point], Sequence[str]]
"""What is said, or what makes it when it is shown, and the ids of the claims that say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Casebook:
    """The testimonies by claim, who is called what, how many rows of a list are shown (None for all), and verdicts.

    `verdicts` are what reference data says to numbers of the claims, in the order of the claims; `unread` are sentences
    that name both parties of a page and a good of which no claim was read.
    """

    testimonies: Mapping[str, Testimony]
    roster: Roster
    limit: int | None = None
    verdicts: tuple[Verdict, ...] = ()
    unread: tuple[Unread, ...] = ()


def casebook(
    testimonies: Iterable[Testimony], roster: Roster, *, limit: int | None = None, verdicts: Iterable[Verdict] = ()
) -> Casebook:
    """The casebook of these testimonies."""
    told = {each.claim.id: each for each in testimonies}
    return Casebook(testimonies=told, roster=roster, limit=limit, verdicts=tuple(verdicts))


def name(party: str | None, book: Casebook) -> str:
    """What a party is called: `North Korea`, `South Korea (official)` for a body or office without a name.

    A source that is no actor of the roster is called as it is written.
    """
    if party is None:
        return NOBODY
    called = name_of(party, book.roster)
    owner, slash, slug = party.partition("/")
    if called == party and slash:
        if owner == "org":
            called = slug.replace("-", " ").title()
        elif owner in book.roster.actors or book.roster.is_state(owner):
            called = f"{name_of(owner, book.roster)} ({slug.replace('-', ' ')})"
    return isolated(shortened(visible(called), limit=_LONGEST_NAME))


def in_text(party: str | None, book: Casebook) -> str:
    """The name as it stands in a sentence: `the United States`."""
    called = name(party, book)
    return f"the {called}" if _WITH_ARTICLE.search(called) else called


def full_name(party: str | None, book: Casebook) -> str:
    """The name with the id: `North Korea (PRK)`."""
    called = name(party, book)
    return called if party is None or called == party else f"{called} ({visible(party)})"


def foundation(claim_ids: Iterable[str], book: Casebook) -> tuple[str, str]:
    """What rows with these claims rest on: claims, matters and texts in numbers, and the known origins by name."""
    told = _told(claim_ids, book)
    origins = sorted({origin for each in told for origin in each.origins})
    texts = number_of(len({each.claim.document_id for each in told}), "text")
    matters = number_of(len({each.matter_id for each in told}), "matter")
    rests = f"rests on {number_of(len(told), 'claim')} of {matters} in {texts}"
    if not origins:
        return rests, "no origin of them is known"
    named = listed([name(each, book) for each in origins], most=_NAMED)
    return rests, f"{number_of(len(origins), 'known origin')}: {named}; a row without origins has none that is known"


def short_ids(claim_ids: Sequence[str]) -> str:
    """The ids as pages show them, the first few."""
    return listed([each[:SHORT_ID] for each in claim_ids], most=_IDS)


def origins_of(origins: Sequence[str]) -> str:
    """How many known origins there are: `2 origins`; empty where none is known, as the head of the page says."""
    return number_of(len(origins), "origin") if origins else ""


def entries(rows: Iterable[_Row], book: Casebook, *, seen: dict[str, str]) -> Iterator[Entry]:
    """The rows with their sentences, those of the same sentences together; `seen` holds the sentences quoted so far."""
    return (_entry(group, book, seen=seen) for group in _together(rows, book))


def shown(
    rows: Iterable[_Row], book: Casebook, *, seen: dict[str, str], limit: int | None = None
) -> tuple[tuple[Entry, ...], str]:
    """As many entries as are shown, as `entries` makes them, and a word on the rest, of which nothing is made."""
    kept, more = cut(_together(rows, book), book, limit=limit)
    return tuple(_entry(group, book, seen=seen) for group in kept), more


def cut(rows: Sequence[_Any], book: Casebook, *, limit: int | None = None) -> tuple[tuple[_Any, ...], str]:
    """As many rows as are shown, and a word on the rest; `limit` may allow fewer than the casebook does."""
    if book.limit is None:
        return tuple(rows), ""
    most = book.limit if limit is None else min(limit, book.limit)
    more = f"{most:,} of {len(rows):,} are shown; --limit 0 shows all" if len(rows) > most else ""
    return tuple(rows[:most]), more


def _together(rows: Iterable[_Row], book: Casebook) -> list[list[_Row]]:
    """The rows that rest on the same sentences together, each group where its first row stands."""
    found: dict[tuple[frozenset[str], int], list[_Row]] = {}
    turn = 0
    for row in rows:
        words = frozenset(_words(each) for each in _told(row[1], book))
        # Rows without a sentence are together only where they stand next to each other, which keeps their order.
        turn += bool(words)
        found.setdefault((words, 0 if words else turn), []).append(row)
    return list(found.values())


def _entry(rows: Sequence[_Row], book: Casebook, *, seen: dict[str, str]) -> Entry:
    sentences: dict[str, list[Testimony]] = {}
    for each in sorted(_told((claim_id for _, ids in rows for claim_id in ids), book), key=_by_date):
        sentences.setdefault(_words(each), []).append(each)
    fresh = [each for each in sentences if each not in seen]
    known = list(dict.fromkeys(seen[each] for each in sentences if each in seen))
    quoted_here = fresh[: None if book.limit is None else _SENTENCES]
    seen.update((each, sentences[each][0].claim.id[:SHORT_ID]) for each in quoted_here)
    more = len(fresh) - len(quoted_here)
    return Entry(
        points=tuple(point if isinstance(point, Point) else point() for point, _ in rows),
        quotes=tuple(_quote(sentences[each], book) for each in quoted_here),
        repeats=f"sentence quoted above: {listed(known, most=_IDS)}" if known else "",
        more=f"and {number_of(more, 'more sentence')}" if more else "",
    )


def _told(claim_ids: Iterable[str], book: Casebook) -> list[Testimony]:
    return [book.testimonies[each] for each in dict.fromkeys(claim_ids) if each in book.testimonies]


def _words(testimony: Testimony) -> str:
    """The sentences of the claim, by which two are the same."""
    return " ".join(testimony.claim.provenance.evidence.quote.split())


def _by_date(testimony: Testimony) -> tuple[str, str, int, str]:
    claim = testimony.claim
    return claim.published or "~", testimony.location, claim.provenance.evidence.start, claim.id


def _word(testimony: Testimony) -> str:
    """On whose word the claim stands; a row of reference data speaks for itself."""
    if testimony.kind == _RECORDED:
        return "reference data"
    return shortened(source_phrase(testimony.claim), limit=_LONGEST_SOURCE)


def _quote(told: Sequence[Testimony], book: Casebook) -> Quote:
    """The sentence that all of them have, with its places."""
    words = quoted(shortened(visible(_words(told[0])), limit=LONGEST_SENTENCE))
    places: dict[tuple[str, str, str], list[str]] = {}
    for each in told:
        claim = each.claim
        location = isolated(shortened(visible(each.location), limit=_LONGEST_PLACE)) or "no location"
        key = (location, claim.published or "no date", _word(each))
        places.setdefault(key, []).append(claim.id[:SHORT_ID])
    lines = [f"{where}, {date} · {word} · {listed(ids, most=_IDS)}" for (where, date, word), ids in places.items()]
    most = len(lines) if book.limit is None else _PLACES
    more = len(lines) - most
    tail = (f"and {number_of(more, 'more place')}",) if more > 0 else ()
    ids = tuple(dict.fromkeys(each.claim.id for each in told))
    return Quote(words=words, places=(*lines[:most], *tail), claim_ids=ids)
