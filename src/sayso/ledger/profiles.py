"""Profiles of documents, and how alike they are, in; rows out, and what counts of all comparisons back."""

import sqlite3
from collections.abc import Iterator, Sequence

from sayso.codec import decode, encode
from sayso.corroboration.profiles import Profile
from sayso.corroboration.records import Alike
from sayso.errors import RecordError
from sayso.ledger.current import COUNTS, current_reading
from sayso.ledger.statements import VECTOR_BYTES
from sayso.records import Document

_WEIGHTS = ("terms", "names", "actors", "numbers", "dates")

_KIND = dict[str, int]

_PROFILES = (
    f"SELECT documents.id, language, published, {', '.join(_WEIGHTS)}, vector FROM profiles "
    "JOIN readings ON readings.number = reading JOIN documents ON documents.number = document "
)
_CURRENT = "WHERE reading IN (SELECT number FROM current_readings) "

_ALIKE = (
    "SELECT max(comparison), mine.document_id, yours.document_id, likeness "
    f"FROM alike {COUNTS.format(mine='alike.reading', yours='other_reading')}"
)
_ALIKE_OF = (
    " WHERE alike.reading IN (SELECT number FROM readings WHERE document_id = ?1) "
    "OR other_reading IN (SELECT number FROM readings WHERE document_id = ?1)"
)


def check_profile(document: Document, profile: Profile) -> None:
    """Raises `RecordError` for a profile that is not of this document, or whose embedding is none."""
    if (profile.document_id, profile.language, profile.published) != (
        document.id,
        document.language,
        document.published,
    ):
        raise RecordError(f"the profile of document {profile.document_id} is not one of document {document.id}")
    if len(profile.vector) not in (0, VECTOR_BYTES):
        raise RecordError(
            f"the profile of document {document.id} has an embedding of {len(profile.vector)} bytes, "
            f"not of {VECTOR_BYTES}"
        )


def append_profile(connection: sqlite3.Connection, profile: Profile, *, reading: int) -> None:
    """Adds the profile of a reading; language and date stand with the document."""
    connection.execute(
        f"INSERT INTO profiles (reading, {', '.join(_WEIGHTS)}, vector) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (reading, *(encode(getattr(profile, part)).decode() for part in _WEIGHTS), profile.vector),
    )


def fetch_profiles(connection: sqlite3.Connection, version: str | None) -> Iterator[Profile]:
    """The profiles of the documents as last read, or of those that this version has compared, in order of reading."""
    compared = "AND reading IN (SELECT reading FROM comparisons WHERE version = ?) "
    rows = connection.execute(
        f"{_PROFILES}{_CURRENT}{compared if version is not None else ''}ORDER BY reading",
        () if version is None else (version,),
    )
    for row in rows.fetchall():
        yield _profile(row)


def profile_of(connection: sqlite3.Connection, reading: int) -> Profile | None:
    """The profile of a reading; None where it was appended without one."""
    row = connection.execute(f"{_PROFILES}WHERE reading = ?", (reading,)).fetchone()
    return None if row is None else _profile(row)


def false_profiles(connection: sqlite3.Connection) -> Iterator[str]:
    """What is wrong with the profiles, one clause each."""
    for number, *parts, vector in connection.execute(f"SELECT reading, {', '.join(_WEIGHTS)}, vector FROM profiles"):
        try:
            for part in parts:
                decode(part, _KIND)
        except RecordError:
            yield f"the profile of reading {number} cannot be read"
        if len(vector) not in (0, VECTOR_BYTES):
            yield f"the profile of reading {number} has no whole embedding"


def append_alike(connection: sqlite3.Connection, alike: Sequence[Alike], *, document_id: str, comparison: int) -> None:
    """Adds how alike the document and others are.

    Raises `RecordError` for a pair that it is none of, or that has the greater id first, `UnknownRecord` for a
    document that the ledger does not have.
    """
    for each in alike:
        if document_id not in (each.document_id, each.other_id) or each.document_id >= each.other_id:
            raise RecordError(
                f"a likeness of {each.document_id} and {each.other_id}, the lesser first, is not one of {document_id}"
            )
    connection.executemany(
        "INSERT INTO alike (comparison, reading, other_reading, likeness) VALUES (?, ?, ?, ?)",
        [
            (
                comparison,
                current_reading(connection, each.document_id),
                current_reading(connection, each.other_id),
                each.likeness,
            )
            for each in alike
        ],
    )


def fetch_alike(connection: sqlite3.Connection, document_id: str | None) -> Iterator[Alike]:
    """How alike documents are by the comparisons that count; with an id, this one and others."""
    rows = connection.execute(
        f"{_ALIKE}{_ALIKE_OF if document_id is not None else ''} GROUP BY mine.document_id, yours.document_id",
        () if document_id is None else (document_id,),
    ).fetchall()
    for _, one, other, likeness in rows:
        yield Alike(document_id=one, other_id=other, likeness=likeness)


def _profile(row: sqlite3.Row) -> Profile:
    document_id, language, published, *parts, vector = row
    terms, names, actors, numbers, dates = (decode(part, _KIND) for part in parts)
    return Profile(
        document_id=document_id,
        language=language,
        published=published,
        terms=terms,
        names=names,
        actors=actors,
        numbers=numbers,
        dates=dates,
        vector=vector,
    )
