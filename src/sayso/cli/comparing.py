"""A ledger and two of its runs in, what they read differently out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli.choice import one_of
from sayso.cli.counting import TABLE_FORMATS
from sayso.cli.destination import destination
from sayso.cli.options import ColorOption, LedgerArgument, OutputOption
from sayso.cli.terminal import complain, layout, messages
from sayso.ledger import Ledger, ReaderRun
from sayso.outputs.changes import Changed, write_change_lines, write_changes

DIFF_HELP = """Show what a newer reading of the same texts changed: claims added, removed and read differently.

A run is everything that was read with one version of the reader and the vocabulary. Without
[bold]OLD[/bold] and [bold]NEW[/bold] the last two runs are compared; a run is given by its number or its id.

[bold]Example[/bold]

  [cyan]sayso diff case.sayso[/cyan]
"""


@dataclass(frozen=True, slots=True)
class DiffOptions:
    """What `sayso diff` may be told."""

    ledger: LedgerArgument
    old: Annotated[str | None, typer.Argument(metavar="[OLD", show_default=False, help="The earlier run.")] = None
    new: Annotated[str | None, typer.Argument(metavar="NEW]", show_default=False, help="The later run.")] = None
    format: Annotated[
        str,
        typer.Option("--format", "-f", metavar="|".join(TABLE_FORMATS), help="Pages, or one JSON object per document."),
    ] = TABLE_FORMATS[0]
    output: OutputOption = None
    color: ColorOption = None


def diff(options: DiffOptions) -> None:
    """Write what changed, then the totals."""
    name = one_of(options.format, TABLE_FORMATS, what="format")
    console, totals = messages(options.color), _Totals()
    with Ledger.open(options.ledger, write=False) as ledger, destination(options.output) as stream:
        pair = _runs(ledger, options)
        if pair is None:
            complain(console, "the ledger has one run, and nothing to compare it with")
            return
        changes = totals.count(ledger, pair)
        if name == "jsonl":
            write_change_lines(changes, stream)
        else:
            write_changes(changes, stream, layout=layout(options.output, color=options.color))
    totals.tell(console, pair)


class _Totals:
    """How many claims were added, removed, changed and read as before."""

    def __init__(self) -> None:
        self.added = self.removed = self.changed = self.same = 0

    def count(self, ledger: Ledger, runs: tuple[ReaderRun, ReaderRun]) -> Iterator[Changed]:
        """The differences with their documents, counted as they are passed on."""
        for difference in ledger.diff(*runs):
            self.added += len(difference.added)
            self.removed += len(difference.removed)
            self.changed += len(difference.changed)
            self.same += difference.same
            yield ledger.document(difference.document_id), difference

    def tell(self, console: Console, runs: tuple[ReaderRun, ReaderRun]) -> None:
        """The totals in two lines."""
        old, new = runs
        console.print(f"Run {old.number} ({_versions(old)}) to run {new.number} ({_versions(new)}):")
        console.print(
            f"{self.added:,} added, {self.removed:,} removed, {self.changed:,} changed, {self.same:,} as before."
        )


def _versions(run: ReaderRun) -> str:
    return f"{run.reader} {run.reader_version}, vocabulary {run.vocabulary_version}"


def _runs(ledger: Ledger, options: DiffOptions) -> tuple[ReaderRun, ReaderRun] | None:
    """The two runs asked for; without them the last two, None where there are not two."""
    runs = ledger.runs()
    if options.old is None:
        return (runs[-2], runs[-1]) if len(runs) > 1 else None
    old = _run(options.old, ledger)
    return (old, _run(options.new, ledger)) if options.new else (old, runs[-1])


def _run(word: str, ledger: Ledger) -> ReaderRun:
    by_number = next((run for run in ledger.runs() if str(run.number) == word), None)
    return by_number or ledger.run(word)
