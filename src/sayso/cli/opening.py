"""The path of a ledger in, the ledger open for what a command wants to do with it out."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from rich.console import Console

from sayso.cli.tally import number
from sayso.cli.terminal import complain
from sayso.errors import Outdated
from sayso.ledger import Ledger


def existing(path: Path) -> Ledger:
    """The ledger, open for writing; raises `NoLedger` where none is there, and makes none."""
    with suppress(Outdated):
        Ledger.open(path, write=False).close()
    return Ledger.open(path)


@contextmanager
def compared(path: Path, console: Console) -> Iterator[Ledger]:
    """The ledger, open for reading; one sentence says so when not all of its texts are compared."""
    from sayso import pipeline

    with Ledger.open(path, write=False) as ledger:
        left = pipeline.uncompared(ledger)
        if left:
            are = "is" if left == 1 else "are"
            complain(console, f"{number(left, 'text')} {are} not compared yet: run sayso corroborate {path}")
        yield ledger
