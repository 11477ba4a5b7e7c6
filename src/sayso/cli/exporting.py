"""A ledger and the name of a format in, a file or folder for other tools out, and what was left out of it told."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.asking import by_document
from sayso.cli.choice import by_name
from sayso.cli.configuration import roster_of
from sayso.cli.destination import destination
from sayso.cli.options import ActorsOption, LedgerArgument, OutputOption
from sayso.cli.tally import number
from sayso.cli.terminal import complain, messages
from sayso.errors import SettingsError
from sayso.ledger import Filter, Ledger
from sayso.ledger.answers import Standing
from sayso.outputs.claims import Found
from sayso.outputs.exports import FOLDER_EXPORTERS, LEDGER_EXPORTERS, Contents, LedgerExporter
from sayso.outputs.exports.jsonl import schema
from sayso.vocab.actors import Roster

if TYPE_CHECKING:
    from sayso.corroboration.accounts import Account

EXPORT_HELP = """Write a ledger for other tools: tables, networks, references, threat intelligence, event data, notes.

[bold]Examples[/bold]

  [cyan]sayso export case.sayso > claims.jsonl[/cyan]
  every claim with every span, one JSON object a line

  [cyan]sayso export case.sayso --format gexf -o case.gexf[/cyan]
  the network of parties, for Gephi

  [cyan]sayso export case.sayso --format vault -o notes[/cyan]
  a folder of linked notes, for Obsidian; notes.zip makes an archive

  [cyan]sayso export --list[/cyan]
  every format, what it is for, and what it loses
"""

_FORMATS = ", ".join(each.name for each in LEDGER_EXPORTERS)
_BINARY = (".parquet", ".zip")
"""Endings of files that would make a mess of a terminal."""


def _list(wanted: bool) -> None:
    if wanted:
        for each in LEDGER_EXPORTERS:
            print(f"{each.name}\n  {each.description}\n  loses: {each.loses}")
        raise typer.Exit


def _print_schema(wanted: bool) -> None:
    if wanted:
        print(schema(), end="")
        raise typer.Exit


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What `sayso export` may be told."""

    ledger: LedgerArgument
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="FORMAT", help=f"{_FORMATS}; --list tells them apart.")
    ] = LEDGER_EXPORTERS[0].name
    run: Annotated[str | None, typer.Option(metavar="RUN", help="A run other than the latest; see sayso diff.")] = None
    actors: ActorsOption = None
    output: OutputOption = None
    list: Annotated[
        bool, typer.Option("--list", callback=_list, is_eager=True, help="Every format and what it loses, and exit.")
    ] = False
    schema: Annotated[
        bool,
        typer.Option("--schema", callback=_print_schema, is_eager=True, help="The JSON Schema of jsonl, and exit."),
    ] = False


def export(options: ExportOptions) -> None:
    """Write the ledger in the form asked for; one sentence on standard error for what was left out."""
    exporter = by_name(options.format, LEDGER_EXPORTERS)
    roster = roster_of(options.actors)
    with Ledger.open(options.ledger, write=False) as ledger:
        held = _Held(ledger, roster, options.run)
        remarks = _written(exporter, held.contents(), options.output)
    for remark in (*remarks, *held.remarks()):
        complain(messages(), remark)


def _written(exporter: LedgerExporter, contents: Contents, output: Path | None) -> Sequence[str]:
    is_standard = output is None or str(output) == "-"
    for each in FOLDER_EXPORTERS:
        if output is not None and not is_standard and each.name == exporter.name and output.suffix != each.ending:
            return tuple(each.write_folder(contents, output))
    if is_standard and exporter.ending in _BINARY and sys.stdout.isatty():
        raise SettingsError(f"{exporter.name} is no text; say where to write it with --output FILE")
    with destination(output) as stream:
        return tuple(exporter.write(contents, stream.buffer))


class _Held:
    """What exports ask of an open ledger, found when they ask; counts the rejected claims that it keeps back."""

    def __init__(self, ledger: Ledger, roster: Roster, run: str | None) -> None:
        self._ledger = ledger
        self._roster = roster
        self._chosen = Filter(run=run)
        self._standings = ledger.standings()
        self._rejected: set[str] = set()
        self._accounts: Sequence[Account] | None = None

    def contents(self) -> Contents:
        """The record that exporters are handed."""
        return Contents(
            name=self._ledger.path.name,
            roster=self._roster,
            runs=self._ledger.runs(),
            standings=self._standings,
            documents=self._ledger.documents,
            everything=partial(by_document, self._ledger, self._chosen),
            found=self._found,
            accounts=self._found_accounts,
        )

    def remarks(self) -> tuple[str, ...]:
        """One sentence where rejected claims were kept back."""
        if not self._rejected:
            return ()
        told = number(len(self._rejected), "claim")
        return (f"{told} that analysts rejected {'is' if len(self._rejected) == 1 else 'are'} left out",)

    def _found(self) -> Iterator[Found]:
        for document, claims in by_document(self._ledger, self._chosen):
            kept = tuple(claim for claim in claims if not _is_rejected(self._standings.get(claim.id)))
            self._rejected.update({claim.id for claim in claims} - {claim.id for claim in kept})
            if kept:
                yield document, kept

    def _found_accounts(self) -> Sequence["Account"]:
        """None where nothing was compared: every claim would be a matter of its own, and that takes the longest."""
        if self._accounts is None:
            from sayso import pipeline

            documents = sum(1 for _ in self._ledger.documents())
            is_compared = pipeline.uncompared(self._ledger) < documents
            self._accounts = pipeline.accounts(self._ledger, roster=self._roster) if is_compared else ()
        return self._accounts


def _is_rejected(standing: Standing | None) -> bool:
    decision = standing.decision if standing else None
    return decision is not None and decision.verdict == "reject"
