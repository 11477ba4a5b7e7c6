"""Documents in, readings out: sentences, words, trees, names, roles and chains, each with its place in the text."""

from typing import Protocol

from sayso.records import Document, Reading
from sayso.settings import Settings


class Reader(Protocol):
    """What turns a document into a reading."""

    @property
    def name(self) -> str:
        """Short name, written into everything the reader finds."""

    @property
    def version(self) -> str:
        """Changes whenever the same document may be read differently."""

    def read(self, document: Document) -> Reading:
        """The reading of one document; the same document always gives the same reading."""


READERS = ("compact",)
"""Names of the readers there are, the default first."""


def open_reader(settings: Settings) -> Reader:
    """The default reader; raises `ReaderError` when its weights are missing or damaged."""
    # onnxruntime takes a fifth of a second to import, which `sayso --help` need not wait for.
    from sayso.reading.compact import CompactReader

    return CompactReader.open(settings.threads)
