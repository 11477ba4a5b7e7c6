"""What SQLite complains of in, the `LedgerError` that says it in one sentence out."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import shorten

from sayso.errors import Damaged, Full, LedgerError, Locked, NotALedger, NotWritable, RecordError

_PRIMARY = 0xFF
"""SQLite's extended result codes carry the primary one in their lowest byte."""

_LONGEST = 120
"""Signs of a complaint that are shown; SQLite may quote a whole statement."""

_CHANGED = re.compile("no such (table|column)|table .* (already exists|has no column)|vtable constructor failed")
"""What SQLite says of a ledger whose tables are not those of its version."""


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raises a `LedgerError` for whatever SQLite raises inside about the ledger at `path`."""
    try:
        yield
    except sqlite3.ProgrammingError as error:
        if "closed" in str(error):
            raise LedgerError(f"the ledger {path} has been closed; open it again") from error
        raise
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if _is_ours(error):
            raise
        raise _translation(error, path) from error


def _is_ours(error: Exception) -> bool:
    """Whether it is a mistake of the program: a statement that SQLite does not take, a value that a column refuses."""
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(error, sqlite3.IntegrityError):
        # That a row is new is asked before it is added, so one that is there all the same stands on a broken page.
        return code not in (sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
    return code == sqlite3.SQLITE_ERROR and _CHANGED.match(str(error)) is None


@contextmanager
def sound(path: Path) -> Iterator[None]:
    """As `translated`, where rows are made into records again: one that is none, or lacks a part, is damage."""
    try:
        with translated(path):
            yield
    except RecordError as error:
        raise damaged(path, str(error)) from error
    except LookupError as error:
        raise damaged(path, f"a row that others point at, {error}, is missing") from error


def _translation(error: Exception, path: Path) -> LedgerError:
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & _PRIMARY
    # A failed write is what a limit on the size of files gives where a full disk gives SQLITE_FULL.
    if primary == sqlite3.SQLITE_FULL or code in (sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE):
        return Full(
            f"there is no room left to write the ledger {path}; what was committed is kept: make room, try again"
        )
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL):
        return Locked(f"another process holds the ledger {path} locked; try again when it has finished")
    if primary == sqlite3.SQLITE_NOTADB:
        return NotALedger(f"{path} is not a ledger: it is no SQLite database, or its first page is destroyed")
    if primary in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return NotWritable(
            f"the ledger {path} cannot be written, or its folder cannot ({error}); "
            "copy it to a folder of your own or change the permissions"
        )
    # What is left of sqlite3.DatabaseError on statements that tests have run: pages that are not what they should be.
    return damaged(path, str(error))


def damaged(path: Path, complaint: str) -> Damaged:
    """The error that says what is wrong with the ledger and what to do about it."""
    brief = shorten(complaint, _LONGEST, placeholder=" ...")
    return Damaged(
        f"the ledger {path} is damaged ({brief}); work on a copy, see what is left with `sqlite3 FILE .recover`, "
        "and read the reports again"
    )
