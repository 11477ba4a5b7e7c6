"""What a comparison of one document with others found in, rows out, and what counts of all comparisons back.

A comparison belongs to a reading and to a version of the code that made it. What it found counts while neither document
has been read and compared again, or its own by a later version. A claim that says the same in a later reading takes the
place of the one that was compared; one that no longer stands is passed over.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import product

from sayso.codec import decode, encode
from sayso.corroboration.records import Comparison, Evidence, Join, Reuse, SharedPassage, Telling
from sayso.errors import RecordError, UnknownRecord
from sayso.ledger.answers import Comparable, Scene
from sayso.ledger.current import COUNTS, CurrentClaims, Saying, current_reading
from sayso.ledger.fetching import document_at
from sayso.ledger.parallels import append_parallels
from sayso.ledger.profiles import append_alike, profile_of
from sayso.ledger.statements import statements_of
from sayso.ledger.telling import fetch_tellings
from sayso.ledger.transactions import transaction
from sayso.records import Span

# A pair that both comparisons found is one; of a group with a greatest value SQLite gives the row which has it.
_REUSES = (
    "SELECT max(comparison), reuses.number, mine.document_id, yours.document_id, method, share, other_share, "
    f"mine.number, yours.number FROM reuses {COUNTS.format(mine='reuses.reading', yours='other_reading')}"
)
_REUSES_OF = (
    " WHERE reuses.reading IN (SELECT number FROM readings WHERE document_id = ?1) "
    "OR other_reading IN (SELECT number FROM readings WHERE document_id = ?1)"
)
_JOINS = (
    "SELECT max(comparison), one.document_id, one.content, one.id, two.document_id, two.content, two.id, "
    "score, joins.evidence "
    "FROM joins CROSS JOIN claims AS one ON one.number = claim CROSS JOIN claims AS two ON two.number = other_claim "
    f"{COUNTS.format(mine='one.reading', yours='two.reading')}"
)
_CLAIMS_OF = (
    "SELECT claims.number FROM readings JOIN claims ON reading = readings.number WHERE readings.document_id = ?1"
)
_JOINS_OF = f" WHERE claim IN ({_CLAIMS_OF}) OR other_claim IN ({_CLAIMS_OF})"


def fetch_comparables(connection: sqlite3.Connection, version: str, *, is_compared: bool) -> Iterator[Comparable]:
    """The documents, as last read, that this version has compared, or that it has not, in the order of reading."""
    rows = connection.execute(
        "SELECT number, document FROM current_readings WHERE "
        "(number IN (SELECT reading FROM comparisons WHERE version = ?)) = ? ORDER BY number",
        (version, is_compared),
    ).fetchall()
    for reading, number in rows:
        yield _comparable(connection, reading, number)


def fetch_scenes(connection: sqlite3.Connection, version: str) -> Iterator[Scene]:
    """Whom the documents name that this version has compared as last read, in the order of reading."""
    rows = connection.execute(
        "SELECT current_readings.number, documents.id, published FROM current_readings "
        "JOIN documents ON documents.number = document "
        "WHERE current_readings.number IN (SELECT reading FROM comparisons WHERE version = ?) "
        "ORDER BY current_readings.number",
        (version,),
    ).fetchall()
    for reading, document_id, published in rows:
        named = connection.execute("SELECT DISTINCT actors FROM statements WHERE reading = ?", (reading,))
        actors = frozenset(actor for (each,) in named for actor in decode(each, tuple[str, ...]))
        yield Scene(document_id=document_id, published=published, actors=actors)


def fetch_comparable(connection: sqlite3.Connection, document_id: str) -> Comparable:
    """The document as last read; raises `UnknownRecord`."""
    row = connection.execute(
        "SELECT number, document FROM current_readings WHERE document_id = ?", (document_id,)
    ).fetchone()
    if row is None:
        raise UnknownRecord(f"the ledger has no document {document_id!r} to compare")
    return _comparable(connection, *row)


def _comparable(connection: sqlite3.Connection, reading: int, document: int) -> Comparable:
    claims = connection.execute("SELECT number FROM claims WHERE reading = ? ORDER BY number", (reading,))
    return Comparable(
        reading=reading,
        document=document_at(connection, document),
        statements=statements_of(connection, reading),
        tellings=tuple(fetch_tellings(connection, [each for (each,) in claims.fetchall()])),
        profile=profile_of(connection, reading),
    )


def append_comparison(
    connection: sqlite3.Connection,
    compared: Comparable,
    *,
    version: str,
    found: Comparison,
    others: Iterable[Telling],
) -> bool:
    """Adds what was found in one transaction; False when this version has compared the reading before."""
    with transaction(connection):
        known = connection.execute(
            "SELECT 1 FROM comparisons WHERE reading = ? AND version = ?", (compared.reading, version)
        ).fetchone()
        if known is not None:
            return False
        comparison = connection.execute(
            "INSERT INTO comparisons (reading, version) VALUES (?, ?)", (compared.reading, version)
        ).lastrowid
        for reuse in found.reuses:
            _append_reuse(connection, reuse, compared=compared, comparison=comparison or 0)
        claims = _Claims(connection, (*compared.tellings, *others))
        connection.executemany(
            "INSERT INTO joins (comparison, claim, other_claim, score, evidence) VALUES (?, ?, ?, ?, ?)",
            [(comparison, *claims.pair(each), each.score, encode(each.evidence).decode()) for each in found.joins],
        )
        append_parallels(connection, found.parallels, document_id=compared.document.id, comparison=comparison or 0)
        append_alike(connection, found.alike, document_id=compared.document.id, comparison=comparison or 0)
    return True


class _Claims:
    """The numbers of the claims that are joined, looked up by the documents they stand in."""

    def __init__(self, connection: sqlite3.Connection, tellings: Iterable[Telling]) -> None:
        self._connection = connection
        self._documents = {telling.claim.id: telling.claim.document_id for telling in tellings}

    def pair(self, join: Join) -> tuple[int, int]:
        """The numbers of both claims; raises `RecordError` for a claim that is none of the tellings."""
        if join.claim_id >= join.other_id:
            raise RecordError(f"a join has the lesser id first, and {join.claim_id} is not less than {join.other_id}")
        one, other = self._number(join.claim_id), self._number(join.other_id)
        return one, other

    def _number(self, claim_id: str) -> int:
        if claim_id not in self._documents:
            raise RecordError(f"claim {claim_id} is joined, and is none of the tellings that were compared")
        found = self._connection.execute(
            "SELECT claims.number FROM readings JOIN claims ON reading = readings.number "
            "WHERE readings.document_id = ? AND id = ? ORDER BY run DESC, readings.number DESC LIMIT 1",
            (self._documents[claim_id], claim_id),
        ).fetchone()
        if found is None:
            raise UnknownRecord(f"the ledger has no claim {claim_id!r} to join")
        return int(found[0])


def _append_reuse(connection: sqlite3.Connection, reuse: Reuse, *, compared: Comparable, comparison: int) -> None:
    pair = (reuse.document_id, reuse.other_id)
    if compared.document.id not in pair or pair[0] >= pair[1]:
        raise RecordError(f"a reuse of {pair[0]} and {pair[1]}, the lesser first, is not one of {compared.document.id}")
    readings = {document: current_reading(connection, document) for document in pair} | {
        compared.document.id: compared.reading
    }
    number = connection.execute(
        "INSERT INTO reuses (comparison, reading, other_reading, method, share, other_share) VALUES (?, ?, ?, ?, ?, ?)",
        (comparison, *(readings[document] for document in pair), reuse.method, reuse.share, reuse.other_share),
    ).lastrowid
    texts = {document: _text(connection, readings[document]) for document in pair}
    for passage in reuse.passages:
        for span, document in ((passage.span, pair[0]), (passage.other, pair[1])):
            if span.document_id != document or texts[document][span.start : span.end] != span.quote:
                raise RecordError(f"a passage points at {span.quote!r}, which is not at {span.start} of {document}")
    connection.executemany(
        'INSERT INTO shared_passages (reuse, number, "start", "end", other_start, other_end) VALUES (?, ?, ?, ?, ?, ?)',
        [
            (number, place, each.span.start, each.span.end, each.other.start, each.other.end)
            for place, each in enumerate(reuse.passages)
        ],
    )


def fetch_reuses(connection: sqlite3.Connection, document_id: str | None) -> Iterator[Reuse]:
    """What documents share by the comparisons that count; with an id, what this one shares with others."""
    rows = connection.execute(
        f"{_REUSES}{_REUSES_OF if document_id is not None else ''} "
        "GROUP BY mine.document_id, yours.document_id, method",
        () if document_id is None else (document_id,),
    ).fetchall()
    for _, number, one, other, method, share, other_share, reading, other_reading in rows:
        texts = (_text(connection, reading), _text(connection, other_reading))
        passages = connection.execute(
            'SELECT "start", "end", other_start, other_end FROM shared_passages WHERE reuse = ? ORDER BY number',
            (number,),
        )
        yield Reuse(
            document_id=one,
            other_id=other,
            method=method,
            share=share,
            other_share=other_share,
            passages=tuple(
                SharedPassage(
                    span=_span(one, texts[0], start=start, end=end),
                    other=_span(other, texts[1], start=other_start, end=other_end),
                )
                for start, end, other_start, other_end in passages.fetchall()
            ),
        )


def fetch_joins(connection: sqlite3.Connection, document_id: str | None) -> Iterator[Join]:
    """Which claims, as last read, tell of one matter; with an id, those of which this document tells one or both."""
    rows = connection.execute(
        f"{_JOINS}{_JOINS_OF if document_id is not None else ''} GROUP BY claim, other_claim ORDER BY 1, joins.number",
        () if document_id is None else (document_id,),
    ).fetchall()
    current = CurrentClaims(connection)
    seen: set[tuple[str, str]] = set()
    # The latest first: it takes the place of what was found of the same two claims in an earlier reading.
    for _, document, content, one, other_document, other_content, other, score, evidence in reversed(rows):
        ones = _now(current.ids(Saying(document_id=document, content=content)), one)
        others = _now(current.ids(Saying(document_id=other_document, content=other_content)), other)
        for pair in {(min(each), max(each)) for each in product(ones, others)} - seen:
            if pair[0] != pair[1]:
                seen.add(pair)
                yield Join(
                    claim_id=pair[0], other_id=pair[1], score=score, evidence=decode(evidence, tuple[Evidence, ...])
                )


def _now(saying_it: tuple[str, ...], claim_id: str) -> tuple[str, ...]:
    """The claim itself where it stands, else those that say the same."""
    return (claim_id,) if claim_id in saying_it else saying_it


def _text(connection: sqlite3.Connection, reading: int) -> str:
    found = connection.execute(
        "SELECT text FROM readings JOIN documents ON documents.number = document WHERE readings.number = ?", (reading,)
    ).fetchone()
    if found is None:
        raise RecordError(f"the text of reading {reading} is missing")
    return str(found[0])


def _span(document_id: str, text: str, *, start: int, end: int) -> Span:
    if not 0 <= start <= end <= len(text):
        raise RecordError(f"a passage [{start}, {end}) lies outside document {document_id}")
    return Span(document_id=document_id, start=start, end=end, quote=text[start:end])
