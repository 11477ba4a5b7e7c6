"""A script of the schema, or names of tables, in; statements run one by one inside a migration out."""

import sqlite3
from collections.abc import Iterable


def run_each(connection: sqlite3.Connection, script: str) -> None:
    """Runs every statement of a script; `executescript` would commit the migration's transaction before it begins."""
    for statement in script.split(";\n"):
        connection.execute(statement)


def guard(connection: sqlite3.Connection, tables: Iterable[str]) -> None:
    """Makes the tables refuse every change and removal of a row, from any tool."""
    for table in tables:
        for verb in ("UPDATE", "DELETE"):
            connection.execute(
                f"CREATE TRIGGER {table}_refuse_{verb.lower()} BEFORE {verb} ON {table} "
                "BEGIN SELECT raise(ABORT, 'the ledger only grows: add a judgement instead'); END"
            )
