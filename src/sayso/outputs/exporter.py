"""What every export has in common: the protocol it meets and the layout it is handed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TextIO

from sayso.records import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How an export should look; an exporter ignores what does not concern it."""

    width: int = 80
    """Columns of the terminal or page, for text."""

    color: bool = False
    """Whether text may carry terminal colours."""

    sentence: int = 1
    """The sentence to draw, counted from 1, for a picture."""


class Exporter(Protocol):
    """A module that writes what was read in one format."""

    @property
    def name(self) -> str:
        """The word after `--format`."""

    @property
    def description(self) -> str:
        """One line for the help page: who it is for and what it holds."""

    def write(self, outcomes: Iterable[Outcome], stream: TextIO, *, layout: Layout) -> None:
        """Write the outcomes to `stream` as they come."""
