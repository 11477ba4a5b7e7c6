"""A ledger in, tables of who is cited in it and who takes part in it out."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, TypeVar

import typer

from sayso.cli.choice import one_of
from sayso.cli.destination import destination
from sayso.cli.options import ColorOption, LedgerArgument, OutputOption
from sayso.cli.terminal import complain, layout, messages
from sayso.ledger import ActorCount, Ledger, SourceCount
from sayso.outputs.counts import write_actors, write_lines, write_sources

SOURCES_HELP = "Show who is cited in a ledger, how often, in how many texts, how and for what."
ACTORS_HELP = "Show who takes part in the events of a ledger, how often, in how many texts, as what and in what."

TABLE_FORMATS = ("table", "jsonl")

_Count = TypeVar("_Count", SourceCount, ActorCount)


@dataclass(frozen=True, slots=True)
class CountOptions:
    """What `sayso sources` and `sayso actors` may be told."""

    ledger: LedgerArgument
    format: Annotated[
        str,
        typer.Option("--format", "-f", metavar="|".join(TABLE_FORMATS), help="A table, or one JSON object per line."),
    ] = TABLE_FORMATS[0]
    output: OutputOption = None
    color: ColorOption = None


def sources(options: CountOptions) -> None:
    """Write the sources, the most cited first."""
    _count(options, Ledger.sources, write=write_sources, none="nobody is cited in this ledger")


def actors(options: CountOptions) -> None:
    """Write the actors, those with the most claims first."""
    _count(options, Ledger.actors, write=write_actors, none="no actor is identified in this ledger")


def _count(
    options: CountOptions, ask: Callable[[Ledger], tuple[_Count, ...]], *, write: Callable[..., None], none: str
) -> None:
    """Write what the ledger counts; say so when there is nothing to count."""
    name = one_of(options.format, TABLE_FORMATS, what="format")
    with Ledger.open(options.ledger, write=False) as ledger, destination(options.output) as stream:
        counts = ask(ledger)
        if name == "jsonl":
            write_lines(counts, stream)
        elif counts:
            write(counts, stream, layout=layout(options.output, color=options.color))
    if not counts:
        complain(messages(options.color), none)
