"""What every export of a ledger to another tool has in common: the protocol it meets and what it is handed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Protocol

from sayso.outputs.claims.exporter import Found
from sayso.records import Document
from sayso.vocab.actors import Roster

if TYPE_CHECKING:
    from sayso.corroboration.accounts import Account
    from sayso.ledger import ReaderRun
    from sayso.ledger.answers import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What an export may ask of a ledger.

    Whatever takes long or much room is asked for by a call, and read anew by each: nothing is found out or held that no
    format asks for. `everything` are all claims, `found` those that no analyst has rejected, both document by document.
    `accounts` are those of all matters, none where no two texts were compared.
    """

    name: str
    roster: Roster
    runs: Sequence["ReaderRun"]
    standings: Mapping[str, "Standing"]
    documents: Callable[[], Iterator[Document]]
    everything: Callable[[], Iterator[Found]]
    found: Callable[[], Iterator[Found]]
    accounts: Callable[[], Sequence["Account"]]


class LedgerExporter(Protocol):
    """A module that writes a ledger in a form that another tool reads."""

    @property
    def name(self) -> str:
        """The word after `--format`."""

    @property
    def description(self) -> str:
        """One line for the help page: for which tools, and what it holds."""

    @property
    def loses(self) -> str:
        """One sentence: what of a claim has no place in the format."""

    @property
    def ending(self) -> str:
        """How the names of its files end: `.csv`."""

    def write(self, contents: Contents, stream: BinaryIO) -> Iterable[str]:
        """Write the ledger to `stream` as it is read; returns what the user should be told of it, in sentences."""
