"""Sentences that say the same in, rows out, and those that count of all comparisons back."""

import sqlite3
from collections.abc import Iterator, Sequence

from sayso.codec import decode, encode
from sayso.corroboration.records import Evidence, Parallel
from sayso.errors import RecordError, UnknownRecord
from sayso.ledger.current import COUNTS
from sayso.records import Span

_PARALLELS = (
    'SELECT max(comparison), mine.document_id, here."start", here."end", here.quote, yours.document_id, '
    'there."start", there."end", there.quote, score, evidence '
    "FROM parallels CROSS JOIN statements AS one ON one.number = statement "
    "CROSS JOIN statements AS two ON two.number = other_statement "
    f"{COUNTS.format(mine='one.reading', yours='two.reading')} "
    "CROSS JOIN spans AS here ON here.number = one.span CROSS JOIN spans AS there ON there.number = two.span"
)
_STATEMENTS_OF = (
    "SELECT statements.number FROM readings JOIN statements ON reading = readings.number "
    "WHERE readings.document_id = ?1"
)
_OF = f" WHERE statement IN ({_STATEMENTS_OF}) OR other_statement IN ({_STATEMENTS_OF})"


def append_parallels(
    connection: sqlite3.Connection, parallels: Sequence[Parallel], *, document_id: str, comparison: int
) -> None:
    """Adds the parallels that a comparison of the document found.

    Raises `RecordError` for one that is not of this document, or has the greater id first, `UnknownRecord` for a
    sentence that the ledger does not have.
    """
    for each in parallels:
        pair = (each.span.document_id, each.other.document_id)
        if document_id not in pair or pair[0] >= pair[1]:
            raise RecordError(f"a parallel of {pair[0]} and {pair[1]}, the lesser first, is not one of {document_id}")
    numbers = _Numbers(connection)
    connection.executemany(
        "INSERT INTO parallels (comparison, statement, other_statement, score, evidence) VALUES (?, ?, ?, ?, ?)",
        [
            (comparison, numbers.at(each.span), numbers.at(each.other), each.score, encode(each.evidence).decode())
            for each in parallels
        ],
    )


def fetch_parallels(connection: sqlite3.Connection, document_id: str | None) -> Iterator[Parallel]:
    """Which sentences say the same, by the comparisons that count; with an id, those of this document with others.

    Of the same two sentences, in whatever readings, the latest counts.
    """
    rows = connection.execute(
        f"{_PARALLELS}{_OF if document_id is not None else ''} GROUP BY one.span, two.span",
        () if document_id is None else (document_id,),
    )
    for _, one, start, end, quote, two, other_start, other_end, other_quote, score, evidence in rows.fetchall():
        yield Parallel(
            span=Span(document_id=one, start=start, end=end, quote=quote),
            other=Span(document_id=two, start=other_start, end=other_end, quote=other_quote),
            score=score,
            evidence=decode(evidence, tuple[Evidence, ...]),
        )


class _Numbers:
    """The numbers of statements as last read, by where they stand; each document is looked up once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._documents: dict[str, dict[tuple[int, int], int]] = {}

    def at(self, span: Span) -> int:
        """The number of the statement at a place."""
        if span.document_id not in self._documents:
            rows = self._connection.execute(
                'SELECT "start", "end", statements.number FROM current_readings '
                "JOIN statements ON reading = current_readings.number JOIN spans ON spans.number = span "
                "WHERE document_id = ?",
                (span.document_id,),
            )
            self._documents[span.document_id] = {(start, end): number for start, end, number in rows}
        number = self._documents[span.document_id].get((span.start, span.end))
        if number is None:
            raise UnknownRecord(
                f"the ledger has no sentence at {span.start} of document {span.document_id!r} to compare"
            )
        return number
