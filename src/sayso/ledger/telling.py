"""Numbers of claims in, each as its document tells it, with the sentence around it, out."""

import sqlite3
from collections.abc import Iterator, Sequence

from sayso.corroboration.records import Telling
from sayso.ledger.fetching import AMONG, among, fetch_claims
from sayso.ledger.statements import fetch_statements

_TOGETHER = 256
"""Claims fetched with one set of queries, as in `fetching`."""


def fetch_tellings(connection: sqlite3.Connection, numbers: Sequence[int]) -> Iterator[Telling]:
    """The claims with these numbers, in this order, each with publisher, location and statement."""
    for first in range(0, len(numbers), _TOGETHER):
        batch = numbers[first : first + _TOGETHER]
        rows = {
            number: (publisher, location, statement)
            for number, publisher, location, statement in connection.execute(
                "SELECT claims.number, publisher, location, statement FROM claims "
                "JOIN readings ON readings.number = claims.reading JOIN documents ON documents.number = document "
                f"WHERE claims.number {AMONG}",
                (among(batch),),
            )
        }
        statements = fetch_statements(connection, sorted({row[2] for row in rows.values() if row[2] is not None}))
        for number, claim in zip(batch, fetch_claims(connection, batch), strict=True):
            publisher, location, statement = rows[number]
            yield Telling(
                claim=claim,
                publisher=publisher,
                location=location,
                statement=None if statement is None else statements[statement],
            )
