"""Every exception `sayso` raises on purpose, as one tree.

SaysoError
├── DocumentError          a location could not be turned into documents
│   ├── NotFound           nothing is there
│   ├── Unreadable         something is there, but it is not text we can read
│   ├── TooLarge           over the size limit of the settings
│   └── Refused            an address that the settings do not allow, or that did not answer in time
├── RecordError            a JSON text is not the record it should be, or a record cannot be written as JSON
├── ReaderError            the reader or its weights are missing or damaged
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


class ReaderError(SaysoError):
    """The reader or its weights are missing or damaged."""


class SettingsError(SaysoError):
    """An unknown or impossible setting."""


class MissingExtra(SaysoError):
    """An optional library is not installed."""
