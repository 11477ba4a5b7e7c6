"""A document and its claims in, rows of the ledger out, each document in one transaction and none twice."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.claims.numbers.edtf import Bounds, bounds
from sayso.codec import Value, row
from sayso.corroboration.profiles import Profile
from sayso.errors import RecordError
from sayso.ledger.content import content_id, hashed, spans_of
from sayso.ledger.profiles import append_profile, check_profile
from sayso.ledger.search import indexed
from sayso.ledger.statements import Placed, append_statements, check_statements
from sayso.ledger.statements import spans_of as spans_stated
from sayso.ledger.transactions import transaction
from sayso.records import Attribution, Claim, Document, Period, Quantity, Role, Skipped, Span, Statement

_NOWHEN = Bounds(first=None, until="")
"""For a date that is no EDTF: no period ends after it begins, so no filter by date finds the claim."""

_INSERT_DOCUMENT = (
    "INSERT INTO documents (id, location, text, sha256, language, repaired, alignment, passages, loader, "
    "title, author, publisher, published, retrieved, translated_from, edition) "
    f"VALUES ({', '.join('?' * 16)})"
)
_REPAIRED = 5
"""Column of the repaired text, which is kept only where it is not the text itself."""

_INSERT_SPANS = 'INSERT INTO spans (number, document, "start", "end", quote) VALUES (?, ?, ?, ?, ?)'
_INSERT_CLAIMS = (
    'INSERT INTO claims (number, reading, content, id, document_id, language, published, kind, "trigger", '
    "occurred, occurred_basis, occurred_span, occurred_from, occurred_until, place, place_country, place_span, "
    "modality, polarity, certainty, confidence, evidence, rule, reader, reader_version, vocabulary_version, statement) "
    f"VALUES ({', '.join('?' * 27)})"
)
_INSERT_ROLES = "INSERT INTO roles (claim, number, role, actor, span, good, effect) VALUES (?, ?, ?, ?, ?, ?, ?)"
_INSERT_QUANTITIES = (
    "INSERT INTO quantities (claim, number, of, low, high, unit, approximate, basis, span) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_ATTRIBUTIONS = "INSERT INTO attributions (claim, number, source, actor, cue, channel) VALUES (?, ?, ?, ?, ?, ?)"
_INSERT_WORDS = "INSERT INTO words (claim, number, span) VALUES (?, ?, ?)"
_INSERT_SEARCH = "INSERT INTO claim_search (rowid, evidence) VALUES (?, ?)"
_INSERT_SKIPPED = (
    'INSERT OR IGNORE INTO skipped (run, location, document_id, "start", "end", quote, reader, reason) '
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _New:
    """A claim on its way in, with what is worked out once: its number, the hash of what it says, its spans."""

    number: int
    claim: Claim
    content: str
    spans: tuple[Span, ...]


def edition_of(document: Document) -> str:
    """A hash of what the reading of a document depends on besides its text: the same text with another date of
    publication is read again, and one that was only fetched again is not."""
    return hashed(
        document.published,
        document.language,
        document.translated_from,
        document.repaired,
        document.alignment,
        document.passages,
    )


def reading_of(connection: sqlite3.Connection, document: Document, *, run: int) -> int | None:
    """Number of the reading of this edition of the document in a run, None when there is none."""
    found = connection.execute(
        "SELECT readings.number FROM readings JOIN documents ON documents.number = document "
        "WHERE documents.id = ? AND edition = ? AND run = ?",
        (document.id, edition_of(document), run),
    ).fetchone()
    return None if found is None else int(found[0])


def append_document(
    connection: sqlite3.Connection,
    document: Document,
    *,
    claims: Sequence[Claim],
    run: int,
    skipped: Sequence[Skipped],
    statements: Sequence[Statement],
    profile: Profile | None,
) -> int:
    """How many claims were added: all of them, or none when the run has read this edition of the document before."""
    distinct = _checked(document, claims)
    check_statements(document, statements)
    if profile is not None:
        check_profile(document, profile)
    with transaction(connection):
        if reading_of(connection, document, run=run) is not None:
            return 0
        number = _document_number(connection, document)
        reading = connection.execute(
            "INSERT INTO readings (document_id, document, run, claims) VALUES (?, ?, ?, ?)",
            (document.id, number, run, len(distinct)),
        ).lastrowid
        following = _next(connection, "claims")
        made = [replace(each, number=following + place) for place, each in enumerate(distinct)]
        pointed = (
            *(span for each in made for span in each.spans),
            *(span for each in statements for span in spans_stated(each)),
        )
        spans = _span_numbers(connection, number, pointed)
        following = _next(connection, "statements")
        placed = append_statements(connection, statements, reading=reading or 0, following=following, spans=spans)
        _insert(connection, made, reading=reading or 0, spans=spans, placed=placed)
        if profile is not None:
            append_profile(connection, profile, reading=reading or 0)
        append_skipped(connection, skipped, run=run)
    return len(distinct)


def append_skipped(connection: sqlite3.Connection, skipped: Iterable[Skipped], *, run: int) -> None:
    """Adds what was not read; what the run has skipped before for the same reason is not added again."""
    connection.executemany(_INSERT_SKIPPED, ((run, *_skipped_columns(each)) for each in skipped))


def _skipped_columns(skipped: Skipped) -> tuple[Value, ...]:
    location, _, reader, reason = row(replace(skipped, span=None))
    place = (None, None, None, None) if skipped.span is None else row(skipped.span)
    return location, *place, reader, reason


def _checked(document: Document, claims: Sequence[Claim]) -> list[_New]:
    """The claims, those that stand there twice once; raises `RecordError` for one that is not of this document."""
    found: dict[str, _New] = {}
    for claim in claims:
        new = _New(number=len(found), claim=claim, content=content_id(claim), spans=tuple(spans_of(claim)))
        if claim.document_id != document.id:
            raise RecordError(f"claim {claim.id} is of document {claim.document_id}, not of document {document.id}")
        for span in new.spans:
            if span.document_id != document.id or document.text[span.start : span.end] != span.quote:
                raise RecordError(
                    f"claim {claim.id} points at {span.quote!r}, which is not at {span.start} of document {document.id}"
                )
        if found.setdefault(claim.id, new).content != new.content:
            raise RecordError(f"document {document.id} has two different claims with the id {claim.id}")
    return list(found.values())


def _document_number(connection: sqlite3.Connection, document: Document) -> int:
    edition = edition_of(document)
    found = connection.execute(
        "SELECT number FROM documents WHERE id = ? AND edition = ?", (document.id, edition)
    ).fetchone()
    if found is not None:
        return int(found[0])
    columns = list(row(document))
    if document.repaired == document.text:
        columns[_REPAIRED] = None
    return int(connection.execute(_INSERT_DOCUMENT, (*columns, edition)).lastrowid or 0)


def _span_numbers(connection: sqlite3.Connection, document: int, spans: Iterable[Span]) -> dict[Span, int]:
    """The number of every span, new ones added in the order in which they come."""
    known: dict[tuple[int, int], int] = {
        (start, end): number
        for number, start, end in connection.execute(
            'SELECT number, "start", "end" FROM spans WHERE document = ?', (document,)
        )
    }
    following = _next(connection, "spans")
    numbers: dict[Span, int] = {}
    rows: list[tuple[int, int, int, int, str]] = []
    for span in dict.fromkeys(spans):
        number = known.get((span.start, span.end))
        if number is None:
            number = following + len(rows)
            rows.append((number, document, span.start, span.end, span.quote))
        numbers[span] = number
    connection.executemany(_INSERT_SPANS, rows)
    return numbers


def _insert(
    connection: sqlite3.Connection,
    claims: Sequence[_New],
    *,
    reading: int,
    spans: dict[Span, int],
    placed: Placed,
) -> None:
    connection.executemany(
        _INSERT_CLAIMS,
        [
            (new.number, reading, new.content, *_columns(new.claim, spans), placed.at(new.claim.event.trigger.start))
            for new in claims
        ],
    )
    tables: tuple[tuple[str, list[tuple[int, Sequence[Role | Quantity | Attribution]]]], ...] = (
        (_INSERT_ROLES, [(new.number, new.claim.event.roles) for new in claims]),
        (_INSERT_QUANTITIES, [(new.number, new.claim.event.quantities) for new in claims]),
        (_INSERT_ATTRIBUTIONS, [(new.number, new.claim.attribution) for new in claims]),
    )
    for statement, parts in tables:
        connection.executemany(
            statement, [(number, place, *row(part, spans)) for number, each in parts for place, part in enumerate(each)]
        )
    connection.executemany(
        _INSERT_WORDS,
        [(new.number, place, spans[word]) for new in claims for place, word in enumerate(new.claim.provenance.words)],
    )
    connection.executemany(
        _INSERT_SEARCH, [(new.number, indexed(new.claim.provenance.evidence.quote)) for new in claims]
    )


def _columns(claim: Claim, spans: dict[Span, int]) -> tuple[Value, ...]:
    """The columns of a claim's own row, in the order of the statement."""
    event, provenance = claim.event, claim.provenance
    return (
        *(claim.id, claim.document_id, claim.language, claim.published, event.kind, spans[event.trigger]),
        *_period(event.occurred, spans),
        *((None, None, None) if event.place is None else row(event.place, spans)),
        *(claim.modality, claim.polarity, claim.certainty, claim.confidence, spans[provenance.evidence]),
        *(provenance.rule, provenance.reader, provenance.reader_version, provenance.vocabulary_version),
    )


def _period(occurred: Period | None, spans: dict[Span, int]) -> tuple[Value, ...]:
    if occurred is None:
        return None, None, None, None, None
    covered = bounds(occurred.edtf) or _NOWHEN
    return (*row(occurred, spans), covered.first, covered.until)


def _next(connection: sqlite3.Connection, table: str) -> int:
    """The number of the next row; nobody else takes it while the transaction lasts."""
    return int(connection.execute(f"SELECT ifnull(max(number), 0) + 1 FROM {table}").fetchone()[0])
