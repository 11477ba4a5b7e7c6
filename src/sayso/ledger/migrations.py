"""A database of any earlier version in, the same with the tables of this version out, nothing lost on the way.

Migrations are numbered by their place in `MIGRATIONS` and never changed once released; a change of the schema is a new
one at the end. Each runs in one transaction together with its row in `migrations` and the new `user_version`.
"""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso import __version__
from sayso.ledger import corroboration_tables
from sayso.ledger.scripts import guard, run_each
from sayso.ledger.search import indexed
from sayso.ledger.transactions import transaction

APPLICATION_ID = int.from_bytes(b"says")
"""Stands in the header of the file, so that a ledger is told from the databases of other programs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step from a version to the next; `name` says what it brings."""

    name: str
    apply: Callable[[sqlite3.Connection], None]


def migrate(connection: sqlite3.Connection, steps: Sequence[Migration]) -> None:
    """Takes the database through the steps it has not had; whoever comes second waits and finds the work done."""
    for version, step in enumerate(steps, start=1):
        with transaction(connection):
            if version_of(connection) < version:
                step.apply(connection)
                connection.execute(
                    "INSERT INTO migrations (version, name, sayso_version) VALUES (?, ?, ?)",
                    (version, step.name, __version__),
                )
                connection.execute(f"PRAGMA user_version = {version}")
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def version_of(connection: sqlite3.Connection) -> int:
    """How many migrations the database has had."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


_TABLES = """
CREATE TABLE migrations (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sayso_version TEXT NOT NULL
);
CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    reader TEXT NOT NULL,
    reader_version TEXT NOT NULL,
    vocabulary_version TEXT NOT NULL
);
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    edition TEXT NOT NULL,
    location TEXT NOT NULL,
    text TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    language TEXT NOT NULL,
    repaired TEXT,
    alignment TEXT NOT NULL,
    passages TEXT NOT NULL,
    loader TEXT NOT NULL,
    title TEXT,
    author TEXT,
    publisher TEXT,
    published TEXT,
    retrieved TEXT,
    translated_from TEXT,
    UNIQUE (id, edition)
);
CREATE TABLE readings (
    number INTEGER PRIMARY KEY,
    document_id TEXT NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (number),
    run INTEGER NOT NULL REFERENCES runs (number),
    claims INTEGER NOT NULL,
    UNIQUE (document, run)
);
CREATE INDEX readings_of_a_document ON readings (document_id, run);
CREATE TABLE spans (
    number INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (number),
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    UNIQUE (document, "start", "end")
);
CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES readings (number),
    id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    language TEXT NOT NULL,
    published TEXT,
    kind TEXT NOT NULL,
    "trigger" INTEGER NOT NULL REFERENCES spans (number),
    occurred TEXT,
    occurred_basis TEXT,
    occurred_span INTEGER REFERENCES spans (number),
    occurred_from TEXT,
    occurred_until TEXT,
    place TEXT,
    place_country TEXT,
    place_span INTEGER REFERENCES spans (number),
    modality TEXT NOT NULL,
    polarity TEXT NOT NULL,
    certainty TEXT NOT NULL,
    confidence REAL NOT NULL,
    evidence INTEGER NOT NULL REFERENCES spans (number),
    rule TEXT NOT NULL,
    reader TEXT NOT NULL,
    reader_version TEXT NOT NULL,
    vocabulary_version TEXT NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (reading, id)
);
CREATE TABLE roles (
    claim INTEGER NOT NULL REFERENCES claims (number),
    number INTEGER NOT NULL,
    role TEXT NOT NULL,
    actor TEXT,
    span INTEGER REFERENCES spans (number),
    good TEXT,
    effect TEXT,
    PRIMARY KEY (claim, number)
) WITHOUT ROWID;
CREATE INDEX roles_by_actor ON roles (actor) WHERE actor IS NOT NULL;
CREATE TABLE quantities (
    claim INTEGER NOT NULL REFERENCES claims (number),
    number INTEGER NOT NULL,
    of TEXT,
    low,
    high,
    unit TEXT,
    approximate INTEGER NOT NULL,
    basis TEXT NOT NULL,
    span INTEGER NOT NULL REFERENCES spans (number),
    PRIMARY KEY (claim, number)
) WITHOUT ROWID;
CREATE TABLE attributions (
    claim INTEGER NOT NULL REFERENCES claims (number),
    number INTEGER NOT NULL,
    source INTEGER REFERENCES spans (number),
    actor TEXT,
    cue INTEGER REFERENCES spans (number),
    channel TEXT NOT NULL,
    PRIMARY KEY (claim, number)
) WITHOUT ROWID;
CREATE TABLE words (
    claim INTEGER NOT NULL REFERENCES claims (number),
    number INTEGER NOT NULL,
    span INTEGER NOT NULL REFERENCES spans (number),
    PRIMARY KEY (claim, number)
) WITHOUT ROWID;
CREATE TABLE judgements (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    claim_id TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT,
    correction TEXT,
    target TEXT,
    content TEXT NOT NULL
);
CREATE INDEX judgements_by_content ON judgements (content);
CREATE TABLE skipped (
    number INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs (number),
    location TEXT NOT NULL,
    document_id TEXT,
    "start" INTEGER,
    "end" INTEGER,
    quote TEXT,
    reader TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE UNIQUE INDEX skipped_once
    ON skipped (run, location, ifnull(document_id, ''), ifnull("start", -1), ifnull("end", -1), reader, reason);
"""

_GUARDED = (
    *("migrations", "runs", "documents", "readings", "spans", "claims", "roles", "quantities", "attributions"),
    *("words", "judgements", "skipped"),
)


def _tables_and_guards(connection: sqlite3.Connection) -> None:
    run_each(connection, _TABLES)
    guard(connection, _GUARDED)


def _search(connection: sqlite3.Connection) -> None:
    """An index of the words of the evidence; rowid is the number of the claim.

    The index keeps no text of its own (`content=''`): the evidence stands in `spans`.
    """
    connection.execute(
        "CREATE VIRTUAL TABLE claim_search USING fts5 (evidence, content='', tokenize='unicode61 remove_diacritics 2')"
    )
    last = 0
    while True:
        # In portions, so that a ledger of any size is brought up to date in the same memory.
        rows = connection.execute(
            "SELECT claims.number, quote FROM claims JOIN spans ON spans.number = evidence "
            "WHERE claims.number > ? ORDER BY claims.number LIMIT 1000",
            (last,),
        ).fetchall()
        if not rows:
            return
        connection.executemany(
            "INSERT INTO claim_search (rowid, evidence) VALUES (?, ?)",
            ((number, indexed(quote)) for number, quote in rows),
        )
        last = rows[-1][0]


_VIEWS = """
CREATE VIEW current_readings AS
    SELECT * FROM readings WHERE number = (
        SELECT other.number FROM readings AS other WHERE other.document_id = readings.document_id
        ORDER BY other.run DESC, other.number DESC LIMIT 1
    );
CREATE VIEW claim_overview AS
    SELECT
        claims.number AS claim, claims.id, runs.id AS run_id, claims.language, claims.published, documents.location,
        (SELECT group_concat(coalesce(actor, quote), '; ') FROM roles LEFT JOIN spans ON spans.number = span
            WHERE roles.claim = claims.number AND role = doing.role) AS doer,
        kind, modality, polarity, certainty,
        (SELECT group_concat(role || ': ' || coalesce(actor, good, effect, quote), '; ')
            FROM roles LEFT JOIN spans ON spans.number = span
            WHERE roles.claim = claims.number AND role <> doing.role) AS others,
        (SELECT group_concat(coalesce(low, '') || CASE WHEN low IS high THEN '' ELSE '..' || coalesce(high, '') END
            || coalesce(' ' || unit, ''), '; ') FROM quantities WHERE quantities.claim = claims.number) AS quantities,
        occurred, place, place_country,
        (SELECT group_concat(coalesce(actor, quote, channel), ' > ')
            FROM attributions LEFT JOIN spans ON spans.number = source
            WHERE attributions.claim = claims.number) AS sources,
        confidence, evidences.quote AS evidence
    FROM claims
    JOIN current_readings ON current_readings.number = claims.reading
    JOIN runs ON runs.number = current_readings.run
    JOIN documents ON documents.number = current_readings.document
    JOIN spans AS evidences ON evidences.number = claims.evidence
    LEFT JOIN roles AS doing ON doing.claim = claims.number AND doing.number = 0;
CREATE VIEW sources AS
    SELECT actor, quote AS name, channel, count(*) AS claims, count(DISTINCT claims.document_id) AS documents
    FROM attributions
    JOIN claims ON claims.number = attributions.claim
    JOIN current_readings ON current_readings.number = claims.reading
    LEFT JOIN spans ON spans.number = attributions.source
    GROUP BY actor, quote, channel;
CREATE VIEW actors AS
    SELECT actor AS id, role, count(*) AS claims, count(DISTINCT claims.document_id) AS documents
    FROM roles
    JOIN claims ON claims.number = roles.claim
    JOIN current_readings ON current_readings.number = claims.reading
    WHERE actor IS NOT NULL
    GROUP BY actor, role;
"""


def _views(connection: sqlite3.Connection) -> None:
    """Readable tables for other tools: claims with their parties named, who is cited, who appears."""
    run_each(connection, _VIEWS)


_COUNTS = """
DROP VIEW sources;
DROP VIEW actors;
CREATE VIEW sources AS
    SELECT actor, quote AS name, channel, count(DISTINCT claims.number) AS claims,
        count(DISTINCT claims.document_id) AS documents
    FROM attributions
    JOIN claims ON claims.number = attributions.claim
    JOIN current_readings ON current_readings.number = claims.reading
    LEFT JOIN spans ON spans.number = attributions.source
    GROUP BY actor, quote, channel;
CREATE VIEW actors AS
    SELECT actor AS id, role, count(DISTINCT claims.number) AS claims, count(DISTINCT claims.document_id) AS documents
    FROM roles
    JOIN claims ON claims.number = roles.claim
    JOIN current_readings ON current_readings.number = claims.reading
    WHERE actor IS NOT NULL
    GROUP BY actor, role;
"""


def _counts(connection: sqlite3.Connection) -> None:
    """A claim counts once for a source that it cites twice and for an actor that stands in it twice."""
    run_each(connection, _COUNTS)


MIGRATIONS = (
    Migration(name="tables of claims, append-only", apply=_tables_and_guards),
    Migration(name="search in the evidence", apply=_search),
    Migration(name="views for other tools", apply=_views),
    Migration(name="claims counted once in the views", apply=_counts),
    Migration(name="statements with their embeddings", apply=corroboration_tables.statements),
    Migration(name="reuses of documents and joins of claims", apply=corroboration_tables.comparisons),
    Migration(name="ratings of sources and credibilities of matters", apply=corroboration_tables.register),
    Migration(name="sentences that say the same", apply=corroboration_tables.parallels),
    Migration(name="profiles of documents, and how alike they are", apply=corroboration_tables.profiles),
    Migration(name="actors that are one, and claims found by id", apply=corroboration_tables.identities),
)
"""Every step from an empty file to this version, oldest first."""
