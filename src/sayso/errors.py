"""Every exception `sayso` raises on purpose, as one tree.

SaysoError
├── DocumentError          a location could not be turned into documents
│   ├── NotFound           nothing is there
│   ├── Unreadable         something is there, but it is not text we can read
│   ├── TooLarge           over the size limit of the settings
│   └── Refused            an address that the settings do not allow, or that did not answer in time
├── RecordError            a JSON text is not the record it should be, or a record cannot be written as JSON
├── LedgerError            a ledger could not be opened, written or asked
│   ├── NoLedger           nothing is at the path
│   ├── NotALedger         something else is there: no database, or the database of another program
│   ├── Damaged            the file is broken
│   ├── FromTheFuture      a later version of sayso wrote it
│   ├── Outdated           an earlier version wrote it, and it was opened for reading only
│   ├── Locked             another process is writing and does not finish
│   ├── NotWritable        the file or its folder may not be written
│   ├── Full               the disk, or the limit on the size of a file, is full
│   ├── UnknownRecord      no claim, document, run or judgement has this id, or more than one has it
│   └── ImpossibleFilter   a filter that no claim could ever pass: an unreadable date, an unknown kind or actor
├── ReaderError            the reader or its weights are missing or damaged
├── ScenarioError          a line of a what-if that cannot be read; the message shows one that can
├── SettingsError          an unknown or impossible setting
└── MissingExtra           an optional library is not installed; the message names the pip command that cures it

A message says what was wrong, where, and what to do about it, in one sentence.
"""


class SaysoError(Exception):
    """Base of all errors raised on purpose; the command line prints its message and exits with 2."""


class DocumentError(SaysoError):
    """A location could not be turned into documents."""


class NotFound(DocumentError):
    """Nothing is at the location."""


class Unreadable(DocumentError):
    """The location holds something that is not text we can read: binary, empty, locked or broken."""


class TooLarge(DocumentError):
    """The document is over the size limit of the settings."""


class Refused(DocumentError):
    """The address is not allowed by the settings, or it did not answer in time."""


class RecordError(SaysoError):
    """A JSON text is not the record it should be, or a record cannot be written as JSON."""


class LedgerError(SaysoError):
    """A ledger could not be opened, written or asked; what was committed before is still there."""


class NoLedger(LedgerError):
    """Nothing is at the path of the ledger."""


class NotALedger(LedgerError):
    """The file is no SQLite database, or it is the database of another program."""


class Damaged(LedgerError):
    """The file of the ledger is broken: cut short, overwritten, or not what its own sums say."""


class FromTheFuture(LedgerError):
    """A later version of sayso wrote the ledger."""


class Outdated(LedgerError):
    """An earlier version of sayso wrote the ledger, and it was opened for reading only."""


class Locked(LedgerError):
    """Another process is writing to the ledger and did not finish in time."""


class NotWritable(LedgerError):
    """The file of the ledger, or the folder it lies in, may not be written."""


class Full(LedgerError):
    """There is no room left for the ledger to grow."""


class UnknownRecord(LedgerError):
    """The ledger holds no record with this id, or an abbreviated id fits more than one."""


class ImpossibleFilter(LedgerError):
    """A filter that no claim could pass: an unreadable date, an unknown kind, modality or actor."""


class ReaderError(SaysoError):
    """The reader or its weights are missing or damaged."""


class ScenarioError(SaysoError):
    """A line of a what-if that cannot be read, or that asks for something that cannot be computed."""


class SettingsError(SaysoError):
    """An unknown or impossible setting."""


class MissingExtra(SaysoError):
    """An optional library is not installed."""
