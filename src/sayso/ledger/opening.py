"""The path of a ledger in, a connection to its database out, brought up to date or refused with the reason."""

import sqlite3
from pathlib import Path

from sayso.errors import FromTheFuture, LedgerError, NoLedger, NotALedger, NotWritable, Outdated
from sayso.ledger.faults import translated
from sayso.ledger.migrations import APPLICATION_ID, MIGRATIONS, migrate, version_of

PATIENCE_SECONDS = 10.0
"""How long a writer waits for another one. Appending a document takes milliseconds, so ten seconds mean that somebody
holds the ledger; not tuned."""

_ATTEMPTS = 20
"""Times that the journal is changed before somebody else is taken to hold the file for good."""

_CACHE_KIB = 16_384
"""Pages kept in memory while writing: the ends of all tables and indexes and the upper levels of the indexes. 64 MiB
made 10,000 documents no faster."""

_HEADER = b"SQLite format 3\0"


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection in which every statement is its own transaction unless `transaction` says otherwise.

    With `write` a missing ledger is made and an older one brought up to date. Raises a `LedgerError` that says why the
    ledger cannot be opened.
    """
    with translated(path):
        _check_file(path, write=write)
        connection = _open(path, mode="rwc" if write else "rw")
        try:
            if not write and not _readable(connection):
                # In a folder that may not be written SQLite cannot keep its log; a ledger that is closed needs none.
                connection.close()
                _check_log(path)
                connection = _open(path, mode="ro&immutable=1")
            _check_version(connection, path, write=write)
            if write:
                _prepare(connection)
            else:
                connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
    return connection


def _check_log(path: Path) -> None:
    """Raises when documents still stand in the log beside the ledger, which a folder without rights keeps shut."""
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        raise NotWritable(
            f"the ledger {path} was not closed and its folder may not be written; copy it together with {log.name} to "
            "a folder of yours and open it there"
        )


def _check_file(path: Path, *, write: bool) -> None:
    """Raises for what can be told of the path without opening it."""
    try:
        if path.is_dir():
            raise NotALedger(f"{path} is a folder; give the path of a ledger, such as {path / 'case.sayso'}")
        if not path.parent.is_dir():
            raise NoLedger(f"there is no folder {path.parent} to keep the ledger {path.name} in; make it first")
        if not path.exists():
            if write:
                return
            raise NoLedger(f"there is no ledger at {path}; `sayso read REPORT --ledger {path}` makes one")
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except OSError as error:
        raise NotWritable(f"the ledger {path} cannot be opened: {error.strerror}") from error
    if header != _HEADER and (header or not write):
        raise NotALedger(
            f"{path} is not a ledger: "
            + ("it is no SQLite database, or its start is destroyed" if header else "it is empty")
        )


def _open(path: Path, *, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=PATIENCE_SECONDS
    )


def _readable(connection: sqlite3.Connection) -> bool:
    try:
        version_of(connection)
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            return False
        raise
    return True


def _check_version(connection: sqlite3.Connection, path: Path, *, write: bool) -> None:
    """Raises unless this is an empty database that may be written, or a ledger of a version that is known."""
    version = version_of(connection)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if application != APPLICATION_ID and (tables or version or application or not write):
        raise NotALedger(f"{path} is not a ledger: it is the database of another program")
    if version > len(MIGRATIONS):
        raise FromTheFuture(
            f"the ledger {path} has version {version}, and this sayso knows versions up to {len(MIGRATIONS)}; "
            "install a newer sayso"
        )
    if not write and version < len(MIGRATIONS):
        raise Outdated(
            f"the ledger {path} has version {version}, older than version {len(MIGRATIONS)} of this sayso; "
            "open it for writing once, for example with `sayso read`, to bring it up to date"
        )


def _with_log(connection: sqlite3.Connection) -> str:
    """The journal that the file has now.

    Changing it does not wait for others who open the file at the same moment, and beginning a transaction does.
    """
    for left in reversed(range(_ATTEMPTS)):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")
        try:
            return str(connection.execute("PRAGMA journal_mode = WAL").fetchone()[0])
        except sqlite3.OperationalError:
            if not left:
                raise
    return ""


def _prepare(connection: sqlite3.Connection) -> None:
    mode = _with_log(connection)
    if mode != "wal":
        raise LedgerError(f"the file system keeps no write-ahead log ({mode}); put the ledger on a local disk")
    # With a write-ahead log NORMAL never loses the consistency of the file. A power cut may take back the last
    # documents, whole, and they are read again; FULL would wait for the disk after every document.
    connection.execute("PRAGMA synchronous = NORMAL")
    # References are declared for whoever reads the tables and not checked row by row, which took a fifth of the time of
    # appending: all numbers of a document are given out in the transaction that writes them.
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    # Without it INSERT OR REPLACE deletes rows behind the back of the guards.
    connection.execute("PRAGMA recursive_triggers = ON")
    migrate(connection, MIGRATIONS)
