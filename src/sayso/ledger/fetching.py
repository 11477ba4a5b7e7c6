"""Numbers of rows in, the records that they hold out, a few hundred at a time."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from sayso.codec import Value, from_row
from sayso.errors import UnknownRecord
from sayso.ledger.answers import ReaderRun
from sayso.records import (
    Attribution,
    Claim,
    Document,
    Event,
    Period,
    Place,
    Provenance,
    Quantity,
    Role,
    Skipped,
    Span,
)

_Part = TypeVar("_Part")

_TOGETHER = 256
"""Claims fetched with one set of queries: from 64 up the time for 150,000 claims changed by less than a tenth."""

_CLAIM = (
    'number, id, document_id, language, published, kind, "trigger", occurred, occurred_basis, occurred_span, '
    "place, place_country, place_span, modality, polarity, certainty, confidence, evidence, rule, reader, "
    "reader_version, vocabulary_version"
)
_PARTS = {
    Role: ("roles", "role, actor, span, good, effect"),
    Quantity: ("quantities", "of, low, high, unit, approximate, basis, span"),
    Attribution: ("attributions", "source, actor, cue, channel"),
}
AMONG = "IN (SELECT value FROM json_each(?))"
"""Among the numbers that `among` writes."""
_SPANS = (
    f'SELECT "trigger" FROM claims WHERE number {AMONG}',
    f"SELECT evidence FROM claims WHERE number {AMONG}",
    f"SELECT occurred_span FROM claims WHERE number {AMONG}",
    f"SELECT place_span FROM claims WHERE number {AMONG}",
    f"SELECT span FROM roles WHERE claim {AMONG}",
    f"SELECT span FROM quantities WHERE claim {AMONG}",
    f"SELECT source FROM attributions WHERE claim {AMONG}",
    f"SELECT cue FROM attributions WHERE claim {AMONG}",
    f"SELECT span FROM words WHERE claim {AMONG}",
)
"""Where claims and their parts point at spans."""

_DOCUMENT = (
    "id, location, text, sha256, language, coalesce(repaired, text), alignment, passages, loader, title, author, "
    "publisher, published, retrieved, translated_from"
)
_SHORTEST_ID = 4
"""Fewest signs of an abbreviated id."""


def fetch_claims(connection: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[Claim]:
    """The claims with these numbers, in this order."""
    for first in range(0, len(numbers), _TOGETHER):
        yield from _batch(connection, numbers[first : first + _TOGETHER])


def _batch(connection: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[Claim]:
    wanted = (among(numbers),)
    spans = fetch_spans(connection, _SPANS, wanted=wanted[0])
    roles = _parts(connection, wanted, kind=Role, spans=spans)
    quantities = _parts(connection, wanted, kind=Quantity, spans=spans)
    attributions = _parts(connection, wanted, kind=Attribution, spans=spans)
    words: dict[int, list[Span]] = defaultdict(list)
    for claim, span in connection.execute(
        f"SELECT claim, span FROM words WHERE claim {AMONG} ORDER BY claim, number", wanted
    ):
        words[claim].append(spans[span])
    rows = {row[0]: row[1:] for row in connection.execute(f"SELECT {_CLAIM} FROM claims WHERE number {AMONG}", wanted)}
    for number in numbers:
        own = rows[number]
        event = Event(
            kind=own[4],
            trigger=spans[own[5]],
            roles=tuple(roles[number]),
            quantities=tuple(quantities[number]),
            occurred=None if own[6] is None else from_row(own[6:9], Period, spans=spans),
            place=None if own[9] is None else from_row(own[9:12], Place, spans=spans),
        )
        yield Claim(
            id=own[0],
            document_id=own[1],
            language=own[2],
            published=own[3],
            event=event,
            modality=own[12],
            polarity=own[13],
            certainty=own[14],
            attribution=tuple(attributions[number]),
            confidence=own[15],
            provenance=Provenance(
                evidence=spans[own[16]],
                rule=own[17],
                words=tuple(words[number]),
                reader=own[18],
                reader_version=own[19],
                vocabulary_version=own[20],
            ),
        )


def _parts(
    connection: sqlite3.Connection, wanted: tuple[str], *, kind: type[_Part], spans: dict[int, Span]
) -> dict[int, list[_Part]]:
    table, columns = _PARTS[kind]
    found: dict[int, list[_Part]] = defaultdict(list)
    for claim, *row in connection.execute(
        f"SELECT claim, {columns} FROM {table} WHERE claim {AMONG} ORDER BY claim, number", wanted
    ):
        found[claim].append(from_row(row, kind, spans=spans))
    return found


def fetch_spans(connection: sqlite3.Connection, used: Iterable[str], *, wanted: str) -> dict[int, Span]:
    """Every span that queries for those `AMONG` the wanted numbers give, by its number."""
    numbers = " UNION ".join(used).replace("?", "?1")
    return {
        number: Span(document_id=document, start=start, end=end, quote=quote)
        for number, document, start, end, quote in connection.execute(
            'SELECT spans.number, documents.id, "start", "end", quote FROM spans '
            f"JOIN documents ON documents.number = spans.document WHERE spans.number IN ({numbers})",
            (wanted,),
        )
    }


def among(numbers: Iterable[int]) -> str:
    """The numbers, for `AMONG`."""
    return f"[{','.join(map(str, numbers))}]"


def fetch_documents(connection: sqlite3.Connection) -> Iterator[Document]:
    """The latest edition of every document, in the order in which they were first appended."""
    numbers = connection.execute("SELECT max(number) FROM documents GROUP BY id ORDER BY min(number)").fetchall()
    for (number,) in numbers:
        yield document_at(connection, number)


def fetch_document(connection: sqlite3.Connection, document_id: str) -> Document:
    """The latest edition of the document with this id or unique beginning of an id; raises `UnknownRecord`."""
    whole = find_id(connection, document_id, table="documents")
    number = connection.execute("SELECT max(number) FROM documents WHERE id = ?", (whole,)).fetchone()[0]
    return document_at(connection, number)


def document_at(connection: sqlite3.Connection, number: int) -> Document:
    """The document in the row of this number."""
    row = connection.execute(f"SELECT {_DOCUMENT} FROM documents WHERE number = ?", (number,)).fetchone()
    return from_row(row, Document)


def fetch_runs(connection: sqlite3.Connection) -> tuple[ReaderRun, ...]:
    """The runs, oldest first."""
    rows = connection.execute("SELECT number, id, reader, reader_version, vocabulary_version FROM runs ORDER BY number")
    return tuple(from_row(row, ReaderRun) for row in rows)


def fetch_skipped(connection: sqlite3.Connection, runs: Iterable[int]) -> Iterator[Skipped]:
    """What these runs did not read, in the order in which they met it."""
    rows = connection.execute(
        'SELECT location, document_id, "start", "end", quote, reader, reason FROM skipped '
        f"WHERE run {AMONG} ORDER BY number",
        (among(runs),),
    )
    for location, document_id, start, end, quote, reader, reason in rows.fetchall():
        span = None if document_id is None else Span(document_id=document_id, start=start, end=end, quote=quote)
        yield Skipped(location=location, span=span, reader=reader, reason=reason)


def find_id(connection: sqlite3.Connection, beginning: str, *, table: str) -> str:
    """The one id of the table that begins so; raises `UnknownRecord` when there is none, or more than one."""
    name = table.removesuffix("s")
    found: list[Value] = [
        each
        for (each,) in connection.execute(
            f"SELECT DISTINCT id FROM {table} WHERE id >= ? AND id < ? ORDER BY id LIMIT 3",
            (beginning, f"{beginning}~"),
        )
    ]
    if beginning in found:
        return beginning
    if not found or len(beginning) < _SHORTEST_ID:
        raise UnknownRecord(
            f"the ledger has no {name} {beginning!r}; give an id, or its first {_SHORTEST_ID} signs or more"
        )
    if len(found) > 1:
        raise UnknownRecord(
            f"more than one {name} begins with {beginning!r}: {', '.join(map(str, found))}; give more of it"
        )
    return str(found[0])
