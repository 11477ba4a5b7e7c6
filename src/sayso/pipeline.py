"""Locations in, what was read, claimed and skipped out, into a ledger where one is given: the stages in order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.claims.composition import compose
from sayso.documents import load
from sayso.errors import DocumentError
from sayso.ledger import Ledger, ReaderRun
from sayso.reading import Reader, open_reader
from sayso.records import Claim, Document, Outcome, Reading, Skipped
from sayso.settings import Settings
from sayso.vocab.actors import Roster, open_roster
from sayso.vocab.version import version_with

_DEFAULTS = Settings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A document with its reading and its claims, in the order of the text.

    Both are empty (`reading` None) where the ledger held the document as these versions read it: it was not read
    again.
    """

    document: Document
    reading: Reading | None
    claims: tuple[Claim, ...]


def read(
    locations: str | Iterable[str], *, settings: Settings = _DEFAULTS, reader: Reader | None = None
) -> Iterator[Outcome]:
    """Each document of the locations with its reading, in order, as soon as it is read.

    A location is a file, a folder, an address or `-` for standard input. One that cannot be loaded comes out as a
    `Skipped` with its reason and never stops the others. `reader` is opened from the settings when it is not given,
    once there is something to read; raises `ReaderError` when its weights are missing.
    """
    for loaded in _load_each(locations, settings):
        if isinstance(loaded, Skipped):
            yield loaded
        else:
            reader = reader or open_reader(settings)
            yield loaded, reader.read(loaded)


def find(
    locations: str | Iterable[str],
    *,
    settings: Settings = _DEFAULTS,
    ledger: Ledger | None = None,
    reader: Reader | None = None,
) -> Iterator[Finding | Skipped]:
    """Each document of the locations with its claims, in order, as soon as they are found and written to the ledger.

    Locations, reader and what is skipped are as in `read`. A document that the ledger holds as these versions read it
    is not read again, so that work broken off goes on where it stopped. Raises `SettingsError` for a file of actors
    that is wrong, and `LedgerError` when the ledger cannot be written.
    """
    roster, run = open_roster(_actors(settings)), None
    for loaded in _load_each(locations, settings):
        if isinstance(loaded, Skipped) and ledger is None:
            yield loaded
            continue
        reader = reader or open_reader(settings)
        if ledger is not None:
            run = run or ledger.begin(reader.name, reader.version, vocabulary_version=version_with(roster))
            yield _kept(loaded, ledger, run, reader=reader, roster=roster)
        elif not isinstance(loaded, Skipped):
            yield _found(loaded, reader, roster)


def _found(document: Document, reader: Reader, roster: Roster) -> Finding:
    reading = reader.read(document)
    return Finding(document=document, reading=reading, claims=compose(document, reading, roster=roster))


def _kept(
    loaded: Document | Skipped, ledger: Ledger, run: ReaderRun, *, reader: Reader, roster: Roster
) -> Finding | Skipped:
    """What the ledger holds of the document already, or what was found in it and now is in the ledger."""
    if isinstance(loaded, Skipped):
        ledger.skip(loaded, run)
        return loaded
    if ledger.has(loaded, run):
        return Finding(document=loaded, reading=None, claims=())
    finding = _found(loaded, reader, roster)
    ledger.append(loaded, finding.claims, run=run, reading=finding.reading)
    return finding


def _actors(settings: Settings) -> Path | None:
    return None if settings.actors is None else Path(settings.actors)


def _load_each(locations: str | Iterable[str], settings: Settings) -> Iterator[Document | Skipped]:
    for location in (locations,) if isinstance(locations, str) else locations:
        try:
            yield from load(location, settings=settings)
        except DocumentError as error:
            yield Skipped(location=location, span=None, reader="load", reason=str(error))
