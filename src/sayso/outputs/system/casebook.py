"""The claims behind a page and the roster in, names of parties and the sentences that bear out a row out.

A sentence is quoted once in a section, under the first row that rests on it; a later row refers to it by a claim's id.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sayso.lang.calling import name_of
from sayso.outputs.claims.page import SHORT_ID
from sayso.outputs.claims.phrases import source_phrase
from sayso.outputs.display import isolated, shortened, visible
from sayso.outputs.system.sheet import Entry, Point, Quote
from sayso.outputs.system.words import listed, number_of, quoted
from sayso.system.records import Testimony
from sayso.system.reference.checking import Verdict
from sayso.vocab.actors import Roster

NOBODY = "a party not named"

_LONGEST_SENTENCE = 600
"""Columns of a sentence; a list or a broken page that passes for one may be longer, and `sayso show` has it whole."""
_LONGEST_PLACE = 60
_LONGEST_SOURCE = 80
_RECORDED = "recorded"
_SENTENCES = 3
_PLACES = 3
"""Sentences under a row, and texts that have one word for word, unless all are asked for."""
_IDS = 3
_NAMED = 8
"""Origins that the head of a page names."""

_Any = TypeVar("_Any")
_Row = tuple[Point, Sequence[str]]
"""What is said, and the ids of the claims that say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Casebook:
    """The testimonies by claim, who is called what, how many rows of a list are shown (None for all), and verdicts.

    `verdicts` are what reference data says to numbers of the claims, in the order of the claims.
    """

    testimonies: Mapping[str, Testimony]
    roster: Roster
    limit: int | None = None
    verdicts: tuple[Verdict, ...] = ()


def casebook(
    testimonies: Iterable[Testimony], roster: Roster, *, limit: int | None = None, verdicts: Iterable[Verdict] = ()
) -> Casebook:
    """The casebook of these testimonies."""
    told = {each.claim.id: each for each in testimonies}
    return Casebook(testimonies=told, roster=roster, limit=limit, verdicts=tuple(verdicts))


def name(party: str | None, book: Casebook) -> str:
    """What a party is called: `North Korea`, `South Korea (official)` for a body or office without a name."""
    if party is None:
        return NOBODY
    called = name_of(party, book.roster)
    owner, slash, slug = party.partition("/")
    if called == party and slash:
        words = slug.replace("-", " ")
        called = words.title() if owner == "org" else f"{name_of(owner, book.roster)} ({words})"
    return isolated(visible(called))


def full_name(party: str | None, book: Casebook) -> str:
    """The name with the id: `North Korea (PRK)`."""
    called = name(party, book)
    return called if party is None or called == party else f"{called} ({visible(party)})"


def foundation(claim_ids: Iterable[str], book: Casebook) -> tuple[str, str]:
    """What rows with these claims rest on: claims, matters and texts in numbers, and the known origins by name."""
    told = [book.testimonies[each] for each in dict.fromkeys(claim_ids) if each in book.testimonies]
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
    together: dict[tuple[tuple[str, ...], int], list[_Row]] = {}
    turn = 0
    for row in rows:
        words = tuple(_sentences(row[1], book))
        # Rows without a sentence are together only where they stand next to each other, which keeps their order.
        turn += bool(words)
        together.setdefault((words, 0 if words else turn), []).append(row)
    for (words, _), group in together.items():
        claim_ids = list(dict.fromkeys(each for _, ids in group for each in ids))
        told = _sentences(claim_ids, book)
        fresh = [each for each in words if each not in seen]
        known = list(dict.fromkeys(seen[each] for each in words if each in seen))
        shown = fresh[: None if book.limit is None else _SENTENCES]
        seen.update((each, told[each][0].claim.id[:SHORT_ID]) for each in shown)
        more = len(fresh) - len(shown)
        yield Entry(
            points=tuple(point for point, _ in group),
            quotes=tuple(_quote(each, told[each], book) for each in shown),
            repeats=f"sentence quoted above: {listed(known, most=_IDS)}" if known else "",
            more=f"and {number_of(more, 'more sentence')}" if more else "",
        )


def cut(rows: Sequence[_Any], book: Casebook, *, limit: int | None = None) -> tuple[tuple[_Any, ...], str]:
    """As many rows as are shown, and a word on the rest; `limit` may allow fewer than the casebook does."""
    if book.limit is None:
        return tuple(rows), ""
    most = book.limit if limit is None else min(limit, book.limit)
    more = f"{most:,} of {len(rows):,} are shown; --limit 0 shows all" if len(rows) > most else ""
    return tuple(rows[:most]), more


def _sentences(claim_ids: Iterable[str], book: Casebook) -> dict[str, list[Testimony]]:
    """The testimonies by the words of their evidence, the first published first."""
    found: dict[str, list[Testimony]] = {}
    told = [book.testimonies[each] for each in dict.fromkeys(claim_ids) if each in book.testimonies]
    for each in sorted(told, key=_by_date):
        words = shortened(visible(each.claim.provenance.evidence.quote), limit=_LONGEST_SENTENCE)
        found.setdefault(words, []).append(each)
    return found


def _by_date(testimony: Testimony) -> tuple[str, str, int, str]:
    claim = testimony.claim
    return claim.published or "~", testimony.location, claim.provenance.evidence.start, claim.id


def _word(testimony: Testimony) -> str:
    """On whose word the claim stands; a row of reference data speaks for itself."""
    if testimony.kind == _RECORDED:
        return "reference data"
    return shortened(source_phrase(testimony.claim), limit=_LONGEST_SOURCE)


def _quote(words: str, told: Sequence[Testimony], book: Casebook) -> Quote:
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
    return Quote(words=quoted(words), places=(*lines[:most], *tail), claim_ids=ids)
