"""An open ledger in, what is wrong with it out."""

import sqlite3
from collections.abc import Iterator

from sayso.ledger.appending import edition_of
from sayso.ledger.content import content_id
from sayso.ledger.crediting import credibilities, credibility_id
from sayso.ledger.fetching import document_at, fetch_claims
from sayso.ledger.identifying import identities_of, identity_id
from sayso.ledger.judging import judgement_id, judgements_of
from sayso.ledger.profiles import false_profiles
from sayso.ledger.rating import rating_id, ratings_of
from sayso.ledger.statements import VECTOR_BYTES

_TOGETHER = 1000
"""Claims compared with their hashes at a time."""


def complaints(connection: sqlite3.Connection) -> Iterator[str]:
    """What is not as it was appended, one clause each.

    Pages come first, then references, places in texts, profiles, claims, documents and what analysts gave.
    """
    for (message,) in connection.execute("PRAGMA integrity_check"):
        # The first message may be many in one, below a line that names the database.
        yield from (line for line in str(message).splitlines() if line != "ok" and not line.startswith("***"))
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} points at a row of {parent} that is not there"
    yield from _false_places(connection)
    yield from false_profiles(connection)
    yield from _false_claims(connection)
    for number, edition in connection.execute("SELECT number, edition FROM documents ORDER BY number"):
        document = document_at(connection, number)
        if edition_of(document) != edition:
            yield f"document {document.id} is not what its hash says"
    for judgement in judgements_of(connection, None):
        if judgement_id(judgement) != judgement.id:
            yield f"judgement {judgement.id} is not what its hash says"
    for rating in ratings_of(connection, actor=None, name=None):
        if rating_id(rating) != rating.id:
            yield f"rating {rating.id} is not what its hash says"
    for credibility in credibilities(connection):
        if credibility_id(credibility) != credibility.id:
            yield f"credibility {credibility.id} is not what its hash says"
    for identity in identities_of(connection):
        if identity_id(identity) != identity.id:
            yield f"word {identity.id} on two actors is not what its hash says"


_PASSAGES = """
SELECT reuse, "start", "end"
FROM readings JOIN reuses ON reading = readings.number JOIN shared_passages ON reuse = reuses.number
WHERE document = ?1
UNION ALL
SELECT reuse, other_start, other_end
FROM readings JOIN reuses ON other_reading = readings.number JOIN shared_passages ON reuse = reuses.number
WHERE document = ?1
"""


def _false_places(connection: sqlite3.Connection) -> Iterator[str]:
    # Compared here, since SQLite's own functions end a text at a zero character.
    for document, text in connection.execute("SELECT number, text FROM documents ORDER BY number"):
        for number, start, end, quote in connection.execute(
            'SELECT number, "start", "end", quote FROM spans WHERE document = ?', (document,)
        ):
            if text[start:end] != quote:
                yield f"span {number} does not hold what stands at [{start}, {end}) of its document"
        for reuse, start, end in connection.execute(_PASSAGES, (document,)):
            if not 0 <= start <= end <= len(text):
                yield f"a passage of reuse {reuse} lies at [{start}, {end}), outside its document"
    for (number,) in connection.execute(
        f"SELECT number FROM statements WHERE length(vector) NOT IN (0, {VECTOR_BYTES})"
    ):
        yield f"statement {number} has no whole embedding"


def _false_claims(connection: sqlite3.Connection) -> Iterator[str]:
    last = 0
    while rows := connection.execute(
        "SELECT number, content FROM claims WHERE number > ? ORDER BY number LIMIT ?", (last, _TOGETHER)
    ).fetchall():
        numbers = [number for number, _ in rows]
        for claim, (_, content) in zip(fetch_claims(connection, numbers), rows, strict=True):
            if content_id(claim) != content:
                yield f"claim {claim.id} is not what its hash says"
        last = numbers[-1]
