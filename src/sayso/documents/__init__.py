"""A location in, documents out: a file, a folder, a web address or standard input, in any kind a loader knows."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from sayso.documents import csv, feed, html, jsonl, pdf, text, warc
from sayso.documents.address import fetch, is_address
from sayso.documents.batch import kept_going, skipped
from sayso.documents.folder import files
from sayso.documents.source import Source, open_file
from sayso.documents.stdin import LOCATION, read_stdin
from sayso.errors import DocumentError
from sayso.records import Document, Skipped
from sayso.settings import Settings


class Loader(Protocol):
    """A kind of source material; each module of this folder that is named in `LOADERS` is one."""

    @property
    def name(self) -> str:
        """One word for the kind, as `Document.loader` carries it."""

    def accepts(self, source: Source) -> bool:
        """Whether `source` is of this kind, judged by its name, its declared type and its first bytes."""

    def load(self, source: Source, *, settings: Settings) -> Iterator[Document | Skipped]:
        """The documents of `source` in order."""


LOADERS: tuple[Loader, ...] = (pdf, warc, feed, html, jsonl, csv, text)
"""The kinds of source material; the first that accepts a source loads it, and the last accepts all."""


def load(location: str, *, settings: Settings) -> Iterator[Document | Skipped]:
    """The documents at `location`: a path, a folder, an `http` or `https` address, or `-` for standard input.

    What cannot be read inside a container (a line, an entry, a file in a folder) comes out as a `Skipped` in its
    place; a location that gives no document at all raises a `DocumentError`. Errors come while iterating.
    """
    if location == LOCATION:
        yield from _loaded(read_stdin(settings), settings)
    elif is_address(location):
        yield from _loaded(fetch(location, settings=settings), settings)
    elif Path(location).is_dir():
        yield from kept_going(_folder(Path(location), settings), location=location, loader="folder")
    else:
        with open_file(Path(location)) as source:
            yield from _loaded(source, settings)


def _loaded(source: Source, settings: Settings) -> Iterator[Document | Skipped]:
    loader = next(loader for loader in LOADERS if loader.accepts(source))
    yield from loader.load(source, settings=settings)


def _folder(folder: Path, settings: Settings) -> Iterator[Document | Skipped]:
    for path in files(folder):
        if isinstance(path, Skipped):
            yield path
            continue
        try:
            with open_file(path) as source:
                yield from _loaded(source, settings)
        except DocumentError as error:
            yield skipped(str(path), loader="folder", error=error)
