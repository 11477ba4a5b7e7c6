"""The filters of `sayso matters`, or the id of a matter, in; a list, a page or a picture of matters out."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.choice import one_of
from sayso.cli.configuration import roster_of
from sayso.cli.counting import TABLE_FORMATS
from sayso.cli.destination import destination
from sayso.cli.filters import (
    ActorOption,
    FromOption,
    KindOption,
    PlaceOption,
    SpokenOption,
    TextOption,
    ToOption,
    check_actor,
    check_words,
)
from sayso.cli.finding import NO_CLAIMS, account_of, claims_of
from sayso.cli.opening import compared
from sayso.cli.options import ActorsOption, ColorOption, LedgerArgument, OutputOption
from sayso.cli.terminal import complain, layout, messages
from sayso.ledger import Filter, Ledger

if TYPE_CHECKING:
    from sayso.corroboration.records import Matter

MATTERS_HELP = """Show what the texts of a ledger tell, each matter once, with its origins, deniers and credibility.

A matter is what one or more claims say alike. Origins are independent ones:
ten copies of one report are one. A matter passes a filter when one of its
claims does.

[bold]Examples[/bold]

  [cyan]sayso matters case.sayso[/cyan]
  what most texts tell, first

  [cyan]sayso matters case.sayso --sort doubt --limit 5[/cyan]
  what is denied or contradicted most

  [cyan]sayso matters case.sayso --actor PRK --kind transfer --from 2023[/cyan]
  what North Korea is said to have given or got since 2023
"""
MATTER_HELP = """Show one matter: origins and why each counts, deniers, numbers, how it was retold, and every sentence.

[bold]Example[/bold]

  [cyan]sayso matter case.sayso 61c15ed371[/cyan]
  the id of the matter, or of any claim or echo in it; its first four signs,
  or more, are enough where only one has them
"""
LINEAGE_HELP = """Draw how a matter was told and retold: who has it from whom, and what was lost or changed on each way.

[bold]Examples[/bold]

  [cyan]sayso lineage case.sayso 61c15ed371[/cyan]
  as a tree, the earliest at the left

  [cyan]sayso lineage case.sayso 61c15ed371 --format svg --output lineage.svg[/cyan]
  as a picture; a dashed line is likely and not certain
"""

_ORDERS = ("importance", "doubt", "news")
"""The ways to sort, as `corroboration.accounts.ORDERS` has them: its libraries take a second that --help should not."""

_PAGE_FORMATS = ("page", "jsonl")
_LINEAGE_FORMATS = ("tree", "svg")

_SHOWN = 20
"""Matters that a terminal is shown unless `--limit` says otherwise: three or four screens."""


MatterArgument = Annotated[
    str,
    typer.Argument(metavar="ID", show_default=False, help="Id of a matter, or of a claim or echo in it; or its start."),
]


@dataclass(frozen=True, slots=True)
class MattersOptions:
    """What `sayso matters` may be told; a filter that is not given lets everything pass."""

    ledger: LedgerArgument
    actor: ActorOption = None
    kind: KindOption = None
    since: FromOption = None
    until: ToOption = None
    place: PlaceOption = None
    text: TextOption = None
    language: SpokenOption = None
    sort: Annotated[
        str,
        typer.Option(metavar="|".join(_ORDERS), help="Most texts first, most disputed, or latest."),
    ] = _ORDERS[0]
    limit: Annotated[
        int | None,
        typer.Option(
            metavar="NUMBER", min=0, show_default=f"{_SHOWN} on a terminal", help="How many are shown; 0 for all."
        ),
    ] = None
    format: Annotated[
        str,
        typer.Option("--format", "-f", metavar="|".join(TABLE_FORMATS), help="For people, or a JSON object a line."),
    ] = TABLE_FORMATS[0]
    output: OutputOption = None
    actors: ActorsOption = None
    color: ColorOption = None


@dataclass(frozen=True, slots=True)
class MatterOptions:
    """What `sayso matter` may be told."""

    ledger: LedgerArgument
    matter: MatterArgument
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="|".join(_PAGE_FORMATS), help="For people, or one JSON object.")
    ] = _PAGE_FORMATS[0]
    output: OutputOption = None
    actors: ActorsOption = None
    color: ColorOption = None


@dataclass(frozen=True, slots=True)
class LineageOptions:
    """What `sayso lineage` may be told."""

    ledger: LedgerArgument
    matter: MatterArgument
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="|".join(_LINEAGE_FORMATS), help="In the terminal, or a picture.")
    ] = _LINEAGE_FORMATS[0]
    output: OutputOption = None
    actors: ActorsOption = None
    color: ColorOption = None


def matters(options: MattersOptions) -> None:
    """Write the matters that pass in the order asked for; say so when there are none, or more than are shown."""
    # Here, because the libraries behind them take a second that --help should not.
    from sayso import pipeline
    from sayso.corroboration.accounts import ORDERS
    from sayso.outputs.matters import listing
    from sayso.outputs.matters.assessed import assessed
    from sayso.outputs.matters.forms.matter import write_summaries

    name = one_of(options.format, TABLE_FORMATS, what="format")
    order = ORDERS[one_of(options.sort, _ORDERS, what="order")]
    check_words(options.kind, options.language)
    console = messages(options.color)
    with compared(options.ledger, console) as ledger, destination(options.output) as stream:
        check_actor(options.actor, ledger)
        passing = _passing(options, ledger)
        found = pipeline.accounts(ledger, roster=roster_of(options.actors), wanted=passing)
        shown = sorted(found, key=order, reverse=True)[: _limit(options)]
        if name == "jsonl":
            write_summaries(shown, stream, judged=assessed(ledger))
        else:
            look = layout(options.output, color=options.color)
            listing.write(shown, stream, layout=look, judged=assessed(ledger))
    if not found:
        complain(console, "no matter of the ledger passes the filter" if passing else NO_CLAIMS)
    elif len(shown) < len(found):
        complain(console, f"{len(shown):,} of {len(found):,} matters are shown; --limit 0 shows all")


def matter(options: MatterOptions) -> None:
    """Write the page of the matter."""
    from sayso.outputs.matters import page
    from sayso.outputs.matters.assessed import assessed
    from sayso.outputs.matters.forms.matter import write_matters

    name = one_of(options.format, _PAGE_FORMATS, what="format")
    with compared(options.ledger, messages(options.color)) as ledger:
        found = account_of(ledger, options.matter, actors=options.actors)
        with destination(options.output) as stream:
            if name == "jsonl":
                write_matters((found,), stream, judged=assessed(ledger))
            else:
                look = layout(options.output, color=options.color)
                page.write(found, stream, layout=look, judged=assessed(ledger))


def lineage(options: LineageOptions) -> None:
    """Draw the lineage of the matter."""
    from sayso.outputs.matters import svg, tree

    name = one_of(options.format, _LINEAGE_FORMATS, what="format")
    with compared(options.ledger, messages(options.color)) as ledger:
        found = account_of(ledger, options.matter, actors=options.actors)
    with destination(options.output) as stream:
        draw = svg.write if name == "svg" else tree.write
        draw(found, stream, layout=layout(options.output, color=options.color))


def _passing(options: MattersOptions, ledger: Ledger) -> Callable[["Matter"], bool] | None:
    """Whether one of the claims of a matter passes the filters; None where there is no filter."""
    chosen = Filter(
        actor=options.actor,
        kind=options.kind,
        occurred_from=options.since,
        occurred_to=options.until,
        place=options.place,
        text=options.text,
        language=options.language,
    )
    if chosen == Filter():
        return None
    ids = {claim.id for claim in ledger.claims(chosen)}
    return lambda matter: not ids.isdisjoint(claims_of(matter))


def _limit(options: MattersOptions) -> int | None:
    """How many matters are shown; None for all."""
    is_on_screen = options.output is None and options.format == TABLE_FORMATS[0] and sys.stdout.isatty()
    limit = _SHOWN if options.limit is None and is_on_screen else options.limit
    return limit or None
