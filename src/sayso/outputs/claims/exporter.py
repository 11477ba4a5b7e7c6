"""What every export of claims has in common: the protocol it meets and what it is handed."""

from collections.abc import Iterable
from typing import Protocol, TextIO, TypeAlias

from sayso.outputs.exporter import Layout
from sayso.records import Claim, Document

Found: TypeAlias = tuple[Document, tuple[Claim, ...]]
"""A document and claims found in it, in the order of the text; there may be none."""


class ClaimExporter(Protocol):
    """A module that writes claims in one format."""

    @property
    def name(self) -> str:
        """The word after `--format`."""

    @property
    def description(self) -> str:
        """One line for the help page: who it is for and what it holds."""

    def write(self, found: Iterable[Found], stream: TextIO, *, layout: Layout) -> None:
        """Write the claims to `stream` document by document, as they come."""
