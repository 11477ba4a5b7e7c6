"""Locations in, what was read and what was skipped out: the stages in order."""

from collections.abc import Iterable, Iterator

from sayso.documents import load
from sayso.errors import DocumentError
from sayso.reading import Reader, open_reader
from sayso.records import Document, Outcome, Skipped
from sayso.settings import Settings

_DEFAULTS = Settings()


def read(
    locations: str | Iterable[str], *, settings: Settings = _DEFAULTS, reader: Reader | None = None
) -> Iterator[Outcome]:
    """Each document of the locations with its reading, in order, as soon as it is read.

    A location is a file, a folder, an address or `-` for standard input. One that cannot be loaded comes out as a
    `Skipped` with its reason and never stops the others. `reader` is opened from the settings when it is not given,
    once there is something to read; raises `ReaderError` when its weights are missing.
    """
    for loaded in _load_each((locations,) if isinstance(locations, str) else locations, settings):
        if isinstance(loaded, Skipped):
            yield loaded
        else:
            reader = reader or open_reader(settings)
            yield loaded, reader.read(loaded)


def _load_each(locations: Iterable[str], settings: Settings) -> Iterator[Document | Skipped]:
    for location in locations:
        try:
            yield from load(location, settings=settings)
        except DocumentError as error:
            yield Skipped(location=location, span=None, reader="load", reason=str(error))
