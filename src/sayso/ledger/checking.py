"""An open ledger in, what is wrong with it out."""

import sqlite3
from collections.abc import Iterator

from sayso.ledger.appending import edition_of
from sayso.ledger.content import content_id
from sayso.ledger.fetching import document_at, fetch_claims

_TOGETHER = 1000
"""Claims compared with their hashes at a time."""


def complaints(connection: sqlite3.Connection) -> Iterator[str]:
    """What is not as it was appended, one clause each: pages first, then references, quotes, claims and documents."""
    for (message,) in connection.execute("PRAGMA integrity_check"):
        # The first message may be many in one, below a line that names the database.
        yield from (line for line in str(message).splitlines() if line != "ok" and not line.startswith("***"))
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} points at a row of {parent} that is not there"
    yield from _false_quotes(connection)
    yield from _false_claims(connection)
    for number, edition in connection.execute("SELECT number, edition FROM documents ORDER BY number"):
        document = document_at(connection, number)
        if edition_of(document) != edition:
            yield f"document {document.id} is not what its hash says"


def _false_quotes(connection: sqlite3.Connection) -> Iterator[str]:
    # Compared here, since SQLite's own functions end a text at a zero character.
    for document, text in connection.execute("SELECT number, text FROM documents ORDER BY number"):
        for number, start, end, quote in connection.execute(
            'SELECT number, "start", "end", quote FROM spans WHERE document = ?', (document,)
        ):
            if text[start:end] != quote:
                yield f"span {number} does not hold what stands at [{start}, {end}) of its document"


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
