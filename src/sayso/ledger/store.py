"""The path of a ledger in, the open `Ledger` out, which appends and answers; it is the only thing that writes."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from sayso.corroboration.profiles import Profile
from sayso.corroboration.records import Telling
from sayso.ledger.answers import ActorCount, Difference, ReaderRun, SourceCount, Standing
from sayso.ledger.appending import append_document, append_skipped, reading_of
from sayso.ledger.checking import complaints
from sayso.ledger.comparisons import Comparisons
from sayso.ledger.content import hashed
from sayso.ledger.counting import count_actors, count_sources
from sayso.ledger.current import current_reading
from sayso.ledger.difference import compare
from sayso.ledger.facets import Chosen, count_facets
from sayso.ledger.faults import damaged, sound, translated
from sayso.ledger.fetching import (
    fetch_claims,
    fetch_document,
    fetch_documents,
    fetch_runs,
    fetch_skipped,
    find_id,
)
from sayso.ledger.filters import Filter, chosen_numbers
from sayso.ledger.growth import State, state_of
from sayso.ledger.judging import Pair, append_judgement, judged_pairs, judgements_of, standing_of, standings_of
from sayso.ledger.opening import connect
from sayso.ledger.register import Register
from sayso.ledger.statements import statements_of
from sayso.ledger.telling import fetch_tellings
from sayso.ledger.transactions import transaction
from sayso.records import Claim, Document, Judgement, Reading, Skipped, Statement

_EVERYTHING = Filter()


class Ledger:
    """One ledger, open; made by `Ledger.open`, closed by `close` or at the end of a `with` block.

    Every method raises a `LedgerError` with one clear sentence when the file cannot do what is asked; what was
    appended before is kept. A `Ledger` belongs to the thread that opened it; several may be open on one file, of which
    one at a time writes.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path
        self.comparisons = Comparisons(connection, path)
        self.register = Register(connection, path)

    @classmethod
    def open(cls, path: Path, *, write: bool = True) -> Self:
        """The ledger at `path`: made when it is missing and brought up to date when `write` is set."""
        return cls(connect(path, write=write), path)

    def close(self) -> None:
        """Gives the file back; harmless when it is closed already."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def begin(self, reader: str, reader_version: str, *, vocabulary_version: str) -> ReaderRun:
        """The run of these versions: the one they had before, or a new one, the latest from now on."""
        run_id = hashed(reader, reader_version, vocabulary_version)
        with translated(self.path), transaction(self._connection):
            self._connection.execute(
                "INSERT INTO runs (id, reader, reader_version, vocabulary_version) SELECT ?1, ?2, ?3, ?4 "
                "WHERE NOT EXISTS (SELECT 1 FROM runs WHERE id = ?1)",
                (run_id, reader, reader_version, vocabulary_version),
            )
            return next(run for run in fetch_runs(self._connection) if run.id == run_id)

    def has(self, document: Document, run: ReaderRun) -> bool:
        """Whether the run has read this text, published on this date; then there is no need to read it again."""
        with translated(self.path):
            return reading_of(self._connection, document, run=run.number) is not None

    def append(
        self,
        document: Document,
        claims: Sequence[Claim],
        *,
        run: ReaderRun,
        reading: Reading | None = None,
        statements: Sequence[Statement] = (),
        profile: Profile | None = None,
    ) -> int:
        """Adds the document with its claims in one transaction; returns how many claims were added.

        Nothing is added when the run has the document already. What `reading` left unread is kept too, and what its
        sentences state, with their embeddings, and the profile. Raises `RecordError` when a claim, a statement or the
        profile is not of this document.
        """
        skipped = () if reading is None else reading.skipped
        with translated(self.path):
            return append_document(
                self._connection,
                document,
                claims=claims,
                run=run.number,
                skipped=skipped,
                statements=statements,
                profile=profile,
            )

    def skip(self, skipped: Skipped, run: ReaderRun) -> None:
        """Keeps what could not be read, with its reason."""
        with translated(self.path), transaction(self._connection):
            append_skipped(self._connection, (skipped,), run=run.number)

    def skipped(self, run: ReaderRun | None = None) -> Iterator[Skipped]:
        """What a run, or any, could not read, in order."""
        with sound(self.path):
            runs = fetch_runs(self._connection) if run is None else (run,)
            yield from fetch_skipped(self._connection, (each.number for each in runs))

    def claims(self, chosen: Filter = _EVERYTHING) -> Iterator[Claim]:
        """The claims that pass the filter, in the order in which they were appended.

        They are those that stand in the ledger when the first is asked for. Raises `ImpossibleFilter` and
        `UnknownRecord` for filters that make no sense in this ledger.
        """
        with sound(self.path):
            yield from fetch_claims(self._connection, chosen_numbers(self._connection, chosen))

    def chosen(self, chosen: Filter = _EVERYTHING) -> Chosen:
        """The numbers of the claims that pass, for `numbered`, and the facets of all of them; raises as `claims`."""
        with sound(self.path):
            numbers = chosen_numbers(self._connection, chosen)
            return Chosen(numbers=numbers, facets=tuple(count_facets(self._connection, numbers).items()))

    def numbered(self, numbers: Sequence[int]) -> Iterator[Claim]:
        """The claims with these numbers, as `chosen` gives them, in this order."""
        with sound(self.path):
            yield from fetch_claims(self._connection, numbers)

    def state(self) -> State:
        """How far the ledger has grown, by whatever process: another one after anything was appended."""
        with sound(self.path):
            return state_of(self._connection)

    def tellings(self, chosen: Filter = _EVERYTHING) -> Iterator[Telling]:
        """The claims that `claims` gives, each with publisher, location and the statement of its sentence."""
        with sound(self.path):
            yield from fetch_tellings(self._connection, chosen_numbers(self._connection, chosen))

    def statements(self, document_id: str) -> tuple[Statement, ...]:
        """What the sentences of a document state, as last read, in order; raises `UnknownRecord`.

        None where the document was appended without its statements.
        """
        with sound(self.path):
            whole = find_id(self._connection, document_id, table="documents")
            return statements_of(self._connection, current_reading(self._connection, whole))

    def claim(self, claim_id: str) -> Claim:
        """The claim with this id, or unique beginning of an id, as last read; raises `UnknownRecord`."""
        with sound(self.path):
            whole = find_id(self._connection, claim_id, table="claims")
            number = self._connection.execute(
                "SELECT claims.number FROM claims JOIN readings ON readings.number = reading WHERE id = ? "
                "ORDER BY run DESC, readings.number DESC LIMIT 1",
                (whole,),
            ).fetchone()[0]
            return next(fetch_claims(self._connection, (number,)))

    def document(self, document_id: str) -> Document:
        """The document with this id or unique beginning of an id; raises `UnknownRecord`."""
        with sound(self.path):
            return fetch_document(self._connection, document_id)

    def documents(self) -> Iterator[Document]:
        """Every document, in the order in which they were appended."""
        with sound(self.path):
            yield from fetch_documents(self._connection)

    def runs(self) -> tuple[ReaderRun, ...]:
        """The runs, oldest first."""
        with sound(self.path):
            return fetch_runs(self._connection)

    def run(self, run_id: str) -> ReaderRun:
        """The run with this id, or unique beginning of an id; raises `UnknownRecord`."""
        with sound(self.path):
            whole = find_id(self._connection, run_id, table="runs")
            return next(each for each in fetch_runs(self._connection) if each.id == whole)

    def sources(self) -> tuple[SourceCount, ...]:
        """Who is cited, how often and for what, most frequent first."""
        with sound(self.path):
            return count_sources(self._connection)

    def actors(self) -> tuple[ActorCount, ...]:
        """Who takes part, how often and in what, most frequent first."""
        with sound(self.path):
            return count_actors(self._connection)

    def diff(self, old: ReaderRun, new: ReaderRun) -> Iterator[Difference]:
        """What changed from one run to another: a `Difference` for every document that both have read.

        Documents come in the order in which the new run read them, those in which nothing changed too.
        """
        with sound(self.path):
            both = self._connection.execute(
                "SELECT document_id FROM readings WHERE run = ?1 GROUP BY document_id "
                "HAVING document_id IN (SELECT document_id FROM readings WHERE run = ?2) ORDER BY min(number)",
                (new.number, old.number),
            ).fetchall()
            for (document_id,) in both:
                before, after = (
                    tuple(fetch_claims(self._connection, self._as_read(document_id, run))) for run in (old, new)
                )
                yield compare(document_id, before=before, after=after)

    def _as_read(self, document_id: str, run: ReaderRun) -> tuple[int, ...]:
        """Numbers of the claims of a document as a run last read it."""
        rows = self._connection.execute(
            "SELECT number FROM claims WHERE reading = "
            "(SELECT max(number) FROM readings WHERE document_id = ? AND run = ?) ORDER BY number",
            (document_id, run.number),
        )
        return tuple(number for (number,) in rows)

    def check(self) -> None:
        """Reads the whole ledger; raises `Damaged` when anything in it is not what it was when it was appended.

        SQLite notices a broken page when it comes upon one; this comes upon all of them, and compares every quote with
        the text it was taken from and every claim with its hash. A gigabyte takes a minute and a half.
        """
        with sound(self.path):
            for complaint in complaints(self._connection):
                raise damaged(self.path, complaint)

    def judge(self, judgement: Judgement) -> Judgement:
        """Keeps a judgement and returns it with its id, whatever id it came with; the same again adds nothing.

        Raises `UnknownRecord` when the ledger does not have the claim, or the judgement to undo, and `RecordError` for
        a judgement that does not say what it must.
        """
        with translated(self.path):
            return append_judgement(self._connection, judgement)

    def judgements(self, claim_id: str | None = None) -> tuple[Judgement, ...]:
        """The judgements of a claim, or all, in the order in which they were given."""
        with sound(self.path):
            return judgements_of(self._connection, claim_id)

    def standing(self, claim: Claim) -> Standing:
        """What the judgements make of a claim; those of an earlier run count where it says the same."""
        with sound(self.path):
            return standing_of(self._connection, claim)

    def standings(self, *, since: int = 0) -> dict[str, Standing]:
        """What the judgements make of every claim that was judged, by its id; `since` leaves out the first so many.

        Only claims as last read are there. What is given costs as much as there are judgements after `since`.
        """
        with sound(self.path):
            return standings_of(self._connection, since=since)

    def bonds(self) -> tuple[Pair, ...]:
        """The pairs of claims, as last read, that analysts have merged; the lesser id first."""
        with sound(self.path):
            return judged_pairs(self._connection, "merge")

    def cuts(self) -> tuple[Pair, ...]:
        """The pairs of claims, as last read, that analysts have split; the lesser id first."""
        with sound(self.path):
            return judged_pairs(self._connection, "split")
