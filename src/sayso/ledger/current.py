"""What a claim says, as some run read it, in; the claims that say it in the document as last read out."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.codec import encode
from sayso.errors import UnknownRecord

# CROSS JOIN keeps SQLite from beginning with all comparisons there are.
COUNTS = (
    "CROSS JOIN current_comparisons ON current_comparisons.number = comparison "
    "CROSS JOIN standing_readings AS mine ON mine.number = {mine} "
    "CROSS JOIN standing_readings AS yours ON yours.number = {yours}"
)
"""Joins what a comparison found to those comparisons and readings of both documents that count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What a claim says: the document in which it stands, and the hash of the content."""

    document_id: str
    content: str


class CurrentClaims:
    """The claims as last read, by what they say; each document is looked up once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._documents: dict[str, Mapping[str, tuple[str, ...]]] = {}

    def ids(self, saying: Saying) -> tuple[str, ...]:
        """The ids of the claims that say this now: mostly one, none when nobody reads it there any more."""
        if saying.document_id not in self._documents:
            self._documents[saying.document_id] = self._of_document(saying.document_id)
        return self._documents[saying.document_id].get(saying.content, ())

    def _of_document(self, document_id: str) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for content, claim_id in self._connection.execute(
            "SELECT content, id FROM current_readings JOIN claims ON reading = current_readings.number "
            "WHERE current_readings.document_id = ? ORDER BY claims.number",
            (document_id,),
        ):
            found[content] = (*found.get(content, ()), claim_id)
        return found


def current_reading(connection: sqlite3.Connection, document_id: str) -> int:
    """The number of the last reading of a document; raises `UnknownRecord`."""
    found = connection.execute("SELECT number FROM current_readings WHERE document_id = ?", (document_id,)).fetchone()
    if found is None:
        raise UnknownRecord(f"the ledger has no document {document_id!r} as read")
    return int(found[0])


def sayings(connection: sqlite3.Connection, claim_ids: Iterable[str]) -> dict[str, Saying]:
    """What the claims with these ids say, as last read; those that the ledger does not have are left out."""
    # The inner query runs over an index alone, where the table is ten times as large.
    rows = connection.execute(
        "SELECT claims.id, claims.document_id, content FROM claims JOIN readings ON readings.number = reading "
        "WHERE claims.number IN (SELECT number FROM claims WHERE id IN (SELECT value FROM json_each(?))) "
        "ORDER BY run, readings.number",
        (encode(sorted(set(claim_ids))).decode(),),
    )
    return {claim_id: Saying(document_id=document_id, content=content) for claim_id, document_id, content in rows}
