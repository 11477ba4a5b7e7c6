"""A ledger in, who stands behind its matters, what is disputed in them and what is new of them out."""

from dataclasses import dataclass
from typing import Annotated

import typer

from sayso.claims.numbers.edtf import bounds
from sayso.cli.choice import one_of
from sayso.cli.configuration import roster_of
from sayso.cli.counting import TABLE_FORMATS
from sayso.cli.destination import destination
from sayso.cli.finding import NO_CLAIMS
from sayso.cli.opening import compared
from sayso.cli.options import ActorsOption, ColorOption, LedgerArgument, OutputOption
from sayso.cli.terminal import complain, layout, messages
from sayso.errors import SettingsError

# What the commands write with is imported in them: the libraries behind it take a second that --help should not.

ORIGINS_HELP = """Show who stands behind the matters of a ledger: each origin, its reliability, and who retells it.

An origin is where a report first came from. All bodies of a state count as one.

[bold]Example[/bold]

  [cyan]sayso origins case.sayso[/cyan]
"""
DISPUTES_HELP = """Show what is denied, or told with numbers that contradict each other: both sides, side by side.

Numbers stand as they were told, by date and origin. None is preferred, and they are never averaged.

[bold]Example[/bold]

  [cyan]sayso disputes case.sayso[/cyan]
"""
NEW_HELP = """Show what texts published since a date have added: new, changed, newly corroborated, newly contradicted.

[bold]Example[/bold]

  [cyan]sayso new case.sayso --since 2024-10-20[/cyan]
  what the ledger says now, against what it says without the texts of 20 October and later
"""

_FormatOption = Annotated[
    str, typer.Option("--format", "-f", metavar="|".join(TABLE_FORMATS), help="For people, or a JSON object a line.")
]


@dataclass(frozen=True, slots=True)
class WeighOptions:
    """What `sayso origins` and `sayso disputes` may be told."""

    ledger: LedgerArgument
    format: _FormatOption = TABLE_FORMATS[0]
    output: OutputOption = None
    actors: ActorsOption = None
    color: ColorOption = None


@dataclass(frozen=True, slots=True)
class NewOptions:
    """What `sayso new` may be told."""

    ledger: LedgerArgument
    since: Annotated[
        str, typer.Option(metavar="DATE", show_default=False, help="Date of publication: 2024, 2024-10 or 2024-10-20.")
    ]
    format: _FormatOption = TABLE_FORMATS[0]
    output: OutputOption = None
    actors: ActorsOption = None
    color: ColorOption = None


def origins(options: WeighOptions) -> None:
    """Write the origins, those behind most matters first."""
    from sayso import pipeline
    from sayso.corroboration.backing import backings
    from sayso.outputs.matters import origins as table
    from sayso.outputs.matters.assessed import assessed

    name, console = one_of(options.format, TABLE_FORMATS, what="format"), messages(options.color)
    with compared(options.ledger, console) as ledger, destination(options.output) as stream:
        roster = roster_of(options.actors)
        accounts = pipeline.accounts(ledger, roster=roster)
        found = table.backing_forms(backings(accounts, roster=roster), assessed(ledger))
        if name == "jsonl":
            table.write_lines(found, stream)
        elif found:
            table.write(found, stream, layout=layout(options.output, color=options.color))
    if not found:
        complain(console, "no origin is known of any matter of the ledger" if accounts else NO_CLAIMS)


def disputes(options: WeighOptions) -> None:
    """Write the disputed matters, those that most speak against first."""
    from sayso import pipeline
    from sayso.corroboration.accounts import ORDERS
    from sayso.outputs.matters import disputes as page
    from sayso.outputs.matters.assessed import assessed
    from sayso.outputs.matters.forms.matter import write_matters

    name, console = one_of(options.format, TABLE_FORMATS, what="format"), messages(options.color)
    with compared(options.ledger, console) as ledger, destination(options.output) as stream:
        accounts = pipeline.accounts(ledger, roster=roster_of(options.actors))
        found = sorted(filter(page.is_disputed, accounts), key=ORDERS["doubt"], reverse=True)
        if name == "jsonl":
            write_matters(found, stream, judged=assessed(ledger))
        else:
            look = layout(options.output, color=options.color)
            page.write(found, stream, layout=look, judged=assessed(ledger))
    if not found:
        complain(console, "no matter of the ledger is denied or contradicted" if accounts else NO_CLAIMS)


def new(options: NewOptions) -> None:
    """Write the matters of which there is news, the latest first."""
    from sayso import pipeline
    from sayso.corroboration.accounts import ORDERS
    from sayso.outputs.matters import news as page
    from sayso.outputs.matters.assessed import assessed
    from sayso.outputs.matters.forms.matter import write_news

    name, console = one_of(options.format, TABLE_FORMATS, what="format"), messages(options.color)
    if bounds(options.since) is None:
        raise SettingsError(f"{options.since!r} is no date; write it as 2024, 2024-10 or 2024-10-20")
    with compared(options.ledger, console) as ledger, destination(options.output) as stream:
        news = pipeline.news(ledger, roster=roster_of(options.actors), since=options.since)
        found = sorted(news, key=lambda each: ORDERS["news"](each.account), reverse=True)
        if name == "jsonl":
            write_news(found, stream, judged=assessed(ledger))
        else:
            look = layout(options.output, color=options.color)
            page.write(found, stream, layout=look, judged=assessed(ledger))
    if not found:
        complain(console, f"nothing is new since {options.since}, by the dates of publication that the texts have")
