"""An open ledger in, what its documents and claims have to do with each other out, and in, one document at a time."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sayso.corroboration.profiles import Profile
from sayso.corroboration.records import Alike, Comparison, Join, Parallel, Reuse, Telling
from sayso.errors import UnknownRecord
from sayso.ledger.answers import Comparable, Scene
from sayso.ledger.comparing import (
    append_comparison,
    fetch_comparable,
    fetch_comparables,
    fetch_joins,
    fetch_reuses,
    fetch_scenes,
)
from sayso.ledger.current import current_reading
from sayso.ledger.faults import sound, translated
from sayso.ledger.fetching import find_id
from sayso.ledger.parallels import fetch_parallels
from sayso.ledger.profiles import fetch_alike, fetch_profiles, profile_of


class Comparisons:
    """The comparisons of a ledger, as `Ledger.comparisons`; errors are those of the `Ledger`.

    A document is compared when it was read: with whatever the ledger holds, or with what was read before it; both give
    the same in the end, since relations are symmetric.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def pending(self, version: str) -> Iterator[Comparable]:
        """The documents that this version of the comparison has not compared as last read, in the order of reading.

        They are those that stand in the ledger when the first is asked for.
        """
        with sound(self._path):
            yield from fetch_comparables(self._connection, version, is_compared=False)

    def left(self, version: str) -> int:
        """How many documents this version has not compared as last read."""
        with sound(self._path):
            (count,) = self._connection.execute(
                "SELECT count(*) FROM current_readings "
                "WHERE number NOT IN (SELECT reading FROM comparisons WHERE version = ?)",
                (version,),
            ).fetchone()
            return int(count)

    def compared(self, version: str) -> Iterator[Comparable]:
        """The documents that this version has compared as last read, in the order of reading."""
        with sound(self._path):
            yield from fetch_comparables(self._connection, version, is_compared=True)

    def scenes(self, version: str) -> Iterator[Scene]:
        """Whom the documents name that this version has compared as last read, and when they were published."""
        with sound(self._path):
            yield from fetch_scenes(self._connection, version)

    def profiles(self, version: str | None = None) -> Iterator[Profile]:
        """The profiles of the documents as last read, or of those that this version has compared, in order of reading.

        A document that was appended without one is left out.
        """
        with sound(self._path):
            yield from fetch_profiles(self._connection, version)

    def profile(self, document_id: str) -> Profile:
        """The profile of a document as last read; raises `UnknownRecord` where it has none."""
        with sound(self._path):
            found = profile_of(self._connection, current_reading(self._connection, document_id))
        if found is None:
            raise UnknownRecord(f"the ledger has no profile of document {document_id!r}")
        return found

    def comparable(self, document_id: str) -> Comparable:
        """One document as last read, with all that is compared; raises `UnknownRecord`."""
        with sound(self._path):
            return fetch_comparable(self._connection, document_id)

    def append(
        self,
        compared: Comparable,
        *,
        version: str,
        reuses: Sequence[Reuse] = (),
        joins: Sequence[Join] = (),
        parallels: Sequence[Parallel] = (),
        alike: Sequence[Alike] = (),
        others: Iterable[Telling] = (),
    ) -> bool:
        """Keeps what a comparison found, in one transaction; False when it is there already, and nothing is added.

        `others` are the tellings of other documents that the joins name. Raises `RecordError` for a reuse, a
        join, a parallel or a likeness that is not of this document, `UnknownRecord` for one with a document, a claim or
        a sentence that the ledger does not have.
        """
        with translated(self._path):
            return append_comparison(
                self._connection,
                compared,
                version=version,
                found=Comparison(
                    reuses=tuple(reuses), joins=tuple(joins), parallels=tuple(parallels), alike=tuple(alike)
                ),
                others=others,
            )

    def reuses(self, document_id: str | None = None) -> Iterator[Reuse]:
        """What any documents share, or this one with others, by the latest comparison of both."""
        with sound(self._path):
            whole = None if document_id is None else find_id(self._connection, document_id, table="documents")
            yield from fetch_reuses(self._connection, whole)

    def joins(self, document_id: str | None = None) -> Iterator[Join]:
        """Which claims tell of one matter, all or those of this document, by the latest comparison of both.

        Only claims as last read; one that says the same as before keeps its joins until it is compared again.
        """
        with sound(self._path):
            whole = None if document_id is None else find_id(self._connection, document_id, table="documents")
            yield from fetch_joins(self._connection, whole)

    def parallels(self, document_id: str | None = None) -> Iterator[Parallel]:
        """Which sentences of different documents say the same, all or those of this one, by the latest comparison."""
        with sound(self._path):
            whole = None if document_id is None else find_id(self._connection, document_id, table="documents")
            yield from fetch_parallels(self._connection, whole)

    def alike(self, document_id: str | None = None) -> Iterator[Alike]:
        """How alike documents are, all or this one and others, by the latest comparison of both."""
        with sound(self._path):
            whole = None if document_id is None else find_id(self._connection, document_id, table="documents")
            yield from fetch_alike(self._connection, whole)
