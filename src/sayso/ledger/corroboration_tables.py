"""A ledger without a word on corroboration in, one with statements, comparisons, ratings and credibilities out.

Migrations of `migrations.py`, which runs them; never changed once released.
"""

import sqlite3

from sayso.ledger.scripts import guard, run_each

_STATEMENTS = """
CREATE TABLE statements (
    number INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES readings (number),
    span INTEGER NOT NULL REFERENCES spans (number),
    language TEXT NOT NULL,
    vector BLOB NOT NULL,
    polarity TEXT NOT NULL,
    sources TEXT NOT NULL,
    actors TEXT NOT NULL,
    numbers TEXT NOT NULL
);
CREATE INDEX statements_of_a_reading ON statements (reading);
CREATE TABLE statement_attributions (
    statement INTEGER NOT NULL REFERENCES statements (number),
    number INTEGER NOT NULL,
    source INTEGER REFERENCES spans (number),
    actor TEXT,
    cue INTEGER REFERENCES spans (number),
    channel TEXT NOT NULL,
    PRIMARY KEY (statement, number)
) WITHOUT ROWID;
ALTER TABLE claims ADD COLUMN statement INTEGER REFERENCES statements (number);
"""


def statements(connection: sqlite3.Connection) -> None:
    """What the sentences of a reading state, with their embeddings; claims read before have none."""
    run_each(connection, _STATEMENTS)
    guard(connection, ("statements", "statement_attributions"))


_COMPARISONS = """
CREATE TABLE comparisons (
    number INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES readings (number),
    version TEXT NOT NULL,
    UNIQUE (reading, version)
);
CREATE TABLE reuses (
    number INTEGER PRIMARY KEY,
    comparison INTEGER NOT NULL REFERENCES comparisons (number),
    reading INTEGER NOT NULL REFERENCES readings (number),
    other_reading INTEGER NOT NULL REFERENCES readings (number),
    method TEXT NOT NULL,
    share REAL NOT NULL,
    other_share REAL NOT NULL
);
CREATE INDEX reuses_of_a_reading ON reuses (reading);
CREATE INDEX reuses_of_the_other_reading ON reuses (other_reading);
CREATE TABLE shared_passages (
    reuse INTEGER NOT NULL REFERENCES reuses (number),
    number INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    other_start INTEGER NOT NULL,
    other_end INTEGER NOT NULL,
    PRIMARY KEY (reuse, number)
) WITHOUT ROWID;
CREATE TABLE joins (
    number INTEGER PRIMARY KEY,
    comparison INTEGER NOT NULL REFERENCES comparisons (number),
    claim INTEGER NOT NULL REFERENCES claims (number),
    other_claim INTEGER NOT NULL REFERENCES claims (number),
    score REAL NOT NULL,
    evidence TEXT NOT NULL
);
CREATE INDEX joins_of_a_claim ON joins (claim);
CREATE INDEX joins_of_the_other_claim ON joins (other_claim);
CREATE VIEW standing_readings AS
    SELECT * FROM readings WHERE NOT EXISTS (
        SELECT 1 FROM readings AS later JOIN comparisons ON comparisons.reading = later.number
        WHERE later.document_id = readings.document_id
        AND (later.run, later.number) > (readings.run, readings.number)
    );
CREATE VIEW current_comparisons AS
    SELECT comparisons.* FROM comparisons JOIN standing_readings ON standing_readings.number = comparisons.reading
    WHERE comparisons.number = (
        SELECT max(other.number) FROM comparisons AS other WHERE other.reading = comparisons.reading
    );
"""


def comparisons(connection: sqlite3.Connection) -> None:
    """What documents share and which claims tell of one matter."""
    run_each(connection, _COMPARISONS)
    guard(connection, ("comparisons", "reuses", "shared_passages", "joins"))


_PARALLELS = """
CREATE TABLE parallels (
    number INTEGER PRIMARY KEY,
    comparison INTEGER NOT NULL REFERENCES comparisons (number),
    statement INTEGER NOT NULL REFERENCES statements (number),
    other_statement INTEGER NOT NULL REFERENCES statements (number),
    score REAL NOT NULL,
    evidence TEXT NOT NULL
);
CREATE INDEX parallels_of_a_statement ON parallels (statement);
CREATE INDEX parallels_of_the_other_statement ON parallels (other_statement);
"""


def parallels(connection: sqlite3.Connection) -> None:
    """Which sentences of different documents say the same."""
    run_each(connection, _PARALLELS)
    guard(connection, ("parallels",))


_PROFILES = """
CREATE TABLE profiles (
    reading INTEGER PRIMARY KEY REFERENCES readings (number),
    terms TEXT NOT NULL,
    names TEXT NOT NULL,
    actors TEXT NOT NULL,
    numbers TEXT NOT NULL,
    dates TEXT NOT NULL,
    vector BLOB NOT NULL
);
CREATE TABLE alike (
    number INTEGER PRIMARY KEY,
    comparison INTEGER NOT NULL REFERENCES comparisons (number),
    reading INTEGER NOT NULL REFERENCES readings (number),
    other_reading INTEGER NOT NULL REFERENCES readings (number),
    likeness REAL NOT NULL
);
CREATE INDEX alike_of_a_reading ON alike (reading);
CREATE INDEX alike_of_the_other_reading ON alike (other_reading);
"""


def profiles(connection: sqlite3.Connection) -> None:
    """What tells the stories of documents from each other, and how alike the documents are; old readings have none."""
    run_each(connection, _PROFILES)
    guard(connection, ("profiles", "alike"))


_REGISTER = """
CREATE TABLE ratings (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    actor TEXT,
    name TEXT,
    letter TEXT,
    reviewer TEXT NOT NULL,
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    withdraws TEXT
);
CREATE TABLE credibilities (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    digit INTEGER,
    reviewer TEXT NOT NULL,
    at TEXT NOT NULL,
    note TEXT NOT NULL,
    withdraws TEXT
);
CREATE TABLE credibility_claims (
    credibility INTEGER NOT NULL REFERENCES credibilities (number),
    number INTEGER NOT NULL,
    claim_id TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (credibility, number)
) WITHOUT ROWID;
"""


def register(connection: sqlite3.Connection) -> None:
    """How reliable sources are and how credible matters, each as analysts have said."""
    run_each(connection, _REGISTER)
    guard(connection, ("ratings", "credibilities", "credibility_claims"))


_IDENTITIES = """
CREATE TABLE identities (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    actor TEXT NOT NULL,
    same_as TEXT,
    reviewer TEXT NOT NULL,
    at TEXT NOT NULL,
    reason TEXT NOT NULL,
    withdraws TEXT
);
CREATE INDEX judgements_by_claim ON judgements (claim_id);
CREATE INDEX claims_by_id ON claims (id);
"""


def identities(connection: sqlite3.Connection) -> None:
    """Which actors are one, as analysts have said; claims and their judgements are found by id in ledgers of any size.

    Before, looking up one claim of 100,000 took 30 ms, and judging it four such times.
    """
    run_each(connection, _IDENTITIES)
    guard(connection, ("identities",))
