"""What somebody wants to see in, the numbers of the claims that are it out."""

import re
import sqlite3
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.claims.numbers.edtf import Bounds, bounds
from sayso.errors import ImpossibleFilter
from sayso.ledger.fetching import find_id
from sayso.ledger.search import indexed, question
from sayso.vocab.frames import kinds

_WORDS = re.compile(r"\w+")

_IS_OR_BELOW = "actor = ? OR (actor >= ? AND actor < ?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which claims are wanted: those that meet every field that is given, and all when none is."""

    actor: str | None = None
    """Id of an actor that has a role; `RUS` finds `RUS/president` too."""
    kind: str | None = None
    """Kind of the event."""
    source: str | None = None
    """On whose word: id of an actor as above, or words of the source as it stands in the text."""
    modality: str | None = None
    """How the holder presents the event."""
    occurred_from: str | None = None
    """EDTF date; the event may have happened in this period or later."""
    occurred_to: str | None = None
    """EDTF date; the event may have happened in this period, to its end, or earlier."""
    place: str | None = None
    """Code of a state, or words of the name of a place."""
    text: str | None = None
    """Words of the evidence, in any order; `"in quotation marks"` as they stand, `missile*` with any ending."""
    language: str | None = None
    """Code of the language of the claim."""
    document: str | None = None
    """Id of a document, or its location."""
    run: str | None = None
    """Id of a run, or its beginning; when it is not given, every document counts as the latest run read it."""


_PLAIN = ("kind", "modality", "language")
"""Fields of the filter that are columns of the claim as they stand."""


def chosen_numbers(connection: sqlite3.Connection, chosen: Filter) -> "array[int]":
    """The numbers of the claims that pass the filter, in the order in which they were appended.

    Eight bytes a claim: the claims themselves are fetched by number later, without a transaction that would hold up
    the writer. Raises `ImpossibleFilter` for a kind that the vocabulary does not have, a date that is none and text
    without words, `UnknownRecord` for a run that is not there.
    """
    connection.create_function("says", 2, _says, deterministic=True)
    conditions, values = [], []
    for condition, each in _conditions(connection, chosen):
        conditions.append(condition)
        values.extend(each)
    where = " AND ".join(conditions)
    found = connection.execute(f"SELECT number FROM claims WHERE {where} ORDER BY number", values)
    return array("q", (number for (number,) in found))


def _conditions(connection: sqlite3.Connection, chosen: Filter) -> Iterator[tuple[str, list[str | int]]]:
    if chosen.run is None:
        yield "reading IN (SELECT number FROM current_readings)", []
    else:
        run = find_id(connection, chosen.run, table="runs")
        yield (
            "reading IN (SELECT readings.number FROM readings JOIN runs ON runs.number = run WHERE runs.id = ?)",
            [run],
        )
    if chosen.kind is not None and chosen.kind not in kinds():
        raise ImpossibleFilter(f"there is no kind {chosen.kind!r}; the kinds are {', '.join(kinds())}")
    for name in _PLAIN:
        value = getattr(chosen, name)
        if value is not None:
            yield f"{name} = ?", [value]
    if chosen.actor is not None:
        yield f"number IN (SELECT claim FROM roles WHERE {_IS_OR_BELOW})", _is_or_below(chosen.actor)
    if chosen.source is not None:
        yield (
            "number IN (SELECT claim FROM attributions LEFT JOIN spans ON spans.number = source "
            f"WHERE {_IS_OR_BELOW} OR says(quote, ?))",
            [*_is_or_below(chosen.source), chosen.source],
        )
    if chosen.place is not None:
        yield (
            "(place_country = ? OR says(place, ?) "
            "OR EXISTS (SELECT 1 FROM spans WHERE spans.number = place_span AND says(quote, ?)))",
            [chosen.place] * 3,
        )
    if chosen.text is not None:
        yield "number IN (SELECT rowid FROM claim_search WHERE claim_search MATCH ?)", [question(chosen.text)]
    if chosen.document is not None:
        yield (
            "document_id IN (SELECT id FROM documents WHERE id = ? OR location = ?)",
            [chosen.document, chosen.document],
        )
    yield from _dates(chosen)


def _dates(chosen: Filter) -> Iterator[tuple[str, list[str | int]]]:
    """Both periods of days share at least one day; a side without an end reaches any."""
    if chosen.occurred_from is not None or chosen.occurred_to is not None:
        yield "occurred IS NOT NULL AND ifnull(occurred_until, '~') > ifnull(occurred_from, '')", []
    if chosen.occurred_from is not None:
        first = _bound(chosen.occurred_from).first
        yield "ifnull(occurred_until, '~') > ?", [first or ""]
    if chosen.occurred_to is not None:
        until = _bound(chosen.occurred_to).until
        yield "ifnull(occurred_from, '') < ?", [until or "~"]


def _bound(edtf: str) -> Bounds:
    found = bounds(edtf)
    if found is None:
        raise ImpossibleFilter(f"{edtf!r} is no date; write it as 2018, 2018-06 or 2018-06-15")
    return found


def _is_or_below(actor: str) -> list[str | int]:
    """What `_IS_OR_BELOW` asks for: the actor, and ids from `RUS/` up to the sign that follows the slash."""
    return [actor, f"{actor}/", f"{actor}{chr(ord('/') + 1)}"]


def _says(quote: str | None, words: str) -> bool:
    """Whether the words stand in the quote one after the other, whatever their case."""
    if quote is None:
        return False
    looked_for = " ".join(_WORDS.findall(indexed(words.casefold())))
    return bool(looked_for) and f" {looked_for} " in f" {' '.join(_WORDS.findall(indexed(quote.casefold())))} "
