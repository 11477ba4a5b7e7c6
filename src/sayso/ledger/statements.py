"""What the sentences of a document state in; rows with their embeddings out, and statements back."""

import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sayso.codec import decode, encode, from_row, row
from sayso.errors import RecordError
from sayso.ledger.fetching import AMONG, among, fetch_spans
from sayso.records import Attribution, Document, Span, Statement

VECTOR_BYTES = 384
"""Of an embedding, as in `Sentence.vector`; a reader without embeddings gives none."""

_INSERT = (
    "INSERT INTO statements (number, reading, span, language, vector, polarity, sources, actors, numbers) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_ATTRIBUTIONS = (
    "INSERT INTO statement_attributions (statement, number, source, actor, cue, channel) VALUES (?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The sentences of a reading as (start, end, number), in order."""

    places: tuple[tuple[int, int, int], ...]

    def at(self, offset: int) -> int | None:
        """The number of the sentence that holds this place; None where there is none."""
        before = bisect_right(self.places, offset, key=lambda place: place[0])
        if not before or self.places[before - 1][1] <= offset:
            return None
        return self.places[before - 1][2]


def check_statements(document: Document, statements: Sequence[Statement]) -> None:
    """Raises `RecordError` for one that is not of this document, or whose embedding is none."""
    for each in statements:
        for span in spans_of(each):
            if span.document_id != document.id or document.text[span.start : span.end] != span.quote:
                raise RecordError(
                    f"a statement points at {span.quote!r}, which is not at {span.start} of document {document.id}"
                )
        if len(each.vector) not in (0, VECTOR_BYTES):
            raise RecordError(
                f"the statement at {each.span.start} of document {document.id} has an embedding of "
                f"{len(each.vector)} bytes, not of {VECTOR_BYTES}"
            )


def spans_of(statement: Statement) -> Iterator[Span]:
    """Every span of a statement."""
    yield statement.span
    yield from (span for link in statement.attribution for span in (link.source, link.cue) if span is not None)


def append_statements(
    connection: sqlite3.Connection,
    statements: Sequence[Statement],
    *,
    reading: int,
    following: int,
    spans: Mapping[Span, int],
) -> Placed:
    """Adds the statements under numbers from `following` on; returns where they stand."""
    numbered = list(enumerate(statements, start=following))
    connection.executemany(
        _INSERT,
        [
            (
                *(number, reading, spans[each.span], each.language, each.vector, each.polarity),
                *(encode(part).decode() for part in (each.sources, each.actors, each.numbers)),
            )
            for number, each in numbered
        ],
    )
    connection.executemany(
        _INSERT_ATTRIBUTIONS,
        [
            (number, place, *row(link, spans))
            for number, each in numbered
            for place, link in enumerate(each.attribution)
        ],
    )
    return Placed(places=tuple(sorted((each.span.start, each.span.end, number) for number, each in numbered)))


def fetch_statements(connection: sqlite3.Connection, numbers: Sequence[int]) -> dict[int, Statement]:
    """The statements with these numbers, in order."""
    wanted = (among(numbers),)
    spans = fetch_spans(
        connection,
        (
            f"SELECT span FROM statements WHERE number {AMONG}",
            f"SELECT source FROM statement_attributions WHERE statement {AMONG}",
            f"SELECT cue FROM statement_attributions WHERE statement {AMONG}",
        ),
        wanted=wanted[0],
    )
    links: dict[int, list[Attribution]] = defaultdict(list)
    for statement, *link in connection.execute(
        "SELECT statement, source, actor, cue, channel FROM statement_attributions "
        f"WHERE statement {AMONG} ORDER BY statement, number",
        wanted,
    ):
        links[statement].append(from_row(link, Attribution, spans=spans))
    return {
        number: Statement(
            span=spans[span],
            language=language,
            vector=vector,
            polarity=polarity,
            attribution=tuple(links[number]),
            sources=decode(sources, tuple[str, ...]),
            actors=decode(actors, tuple[str, ...]),
            numbers=decode(sides, tuple[Decimal, ...]),
        )
        for number, span, language, vector, polarity, sources, actors, sides in connection.execute(
            "SELECT number, span, language, vector, polarity, sources, actors, numbers FROM statements "
            f"WHERE number {AMONG} ORDER BY number",
            wanted,
        )
    }


def statements_of(connection: sqlite3.Connection, reading: int) -> tuple[Statement, ...]:
    """What the sentences of a reading state, in order of the text."""
    numbers = connection.execute("SELECT number FROM statements WHERE reading = ?", (reading,)).fetchall()
    return tuple(fetch_statements(connection, [number for (number,) in numbers]).values())
