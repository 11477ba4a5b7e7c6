"""An open ledger in, how far it has grown out, so that whoever keeps it open sees what others append."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How far a ledger has grown, each a number or a text that is another one after something was appended.

    `read` is of texts and their comparisons, `judged` the number of the last judgement, `rated` is of what analysts say
    of sources, matters and actors.
    """

    read: str
    judged: int
    rated: str


def state_of(connection: sqlite3.Connection) -> State:
    """How far the ledger has grown."""
    return State(
        read=_grown(connection, "readings", "comparisons"),
        judged=int(_grown(connection, "judgements")),
        rated=_grown(connection, "ratings", "credibilities", "identities"),
    )


def _grown(connection: sqlite3.Connection, *tables: str) -> str:
    counts = (connection.execute(f"SELECT max(rowid) FROM {each}").fetchone()[0] for each in tables)
    return "-".join(str(count or 0) for count in counts)
