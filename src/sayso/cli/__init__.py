"""Words of the command line in, files and text out, with an exit code; no logic of its own."""

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from sayso import __version__
from sayso.cli.asking import CLAIMS_HELP, ClaimsOptions, claims
from sayso.cli.comparing import DIFF_HELP, DiffOptions, diff
from sayso.cli.corroborating import CORROBORATE_HELP, CorroborateOptions, corroborate
from sayso.cli.counting import ACTORS_HELP, SOURCES_HELP, CountOptions, actors, sources
from sayso.cli.exit_codes import FAILED
from sayso.cli.exporting import EXPORT_HELP, ExportOptions, export
from sayso.cli.gold import GOLD_HELP, GoldOptions, gold
from sayso.cli.identifying import SAME_HELP, SameOptions, same
from sayso.cli.judging import JUDGE_HELP, JudgeOptions, judge
from sayso.cli.languages import languages
from sayso.cli.matters import (
    LINEAGE_HELP,
    MATTER_HELP,
    MATTERS_HELP,
    LineageOptions,
    MatterOptions,
    MattersOptions,
    lineage,
    matter,
    matters,
)
from sayso.cli.options import as_command
from sayso.cli.questions import ASK_HELP, AskOptions, ask
from sayso.cli.rating import RATE_HELP, RateOptions, rate
from sayso.cli.reading import READ_HELP, ReadOptions, read
from sayso.cli.scoring import EVAL_HELP, EvalOptions, evaluate
from sayso.cli.serving import REPORT_HELP, SERVE_HELP, ReportOptions, ServeOptions, report, serve
from sayso.cli.showing import SHOW_HELP, ShowOptions, show
from sayso.cli.stories import STORIES_HELP, StoriesOptions, stories
from sayso.cli.system import (
    DEPENDS_HELP,
    DOSSIER_HELP,
    EXCHANGE_HELP,
    DependsOptions,
    DossierOptions,
    ExchangeOptions,
    depends,
    dossier,
    exchange,
)
from sayso.cli.weighing import (
    DISPUTES_HELP,
    NEW_HELP,
    ORIGINS_HELP,
    NewOptions,
    WeighOptions,
    disputes,
    new,
    origins,
)
from sayso.cli.whatif import WHATIF_HELP, WhatIfOptions, whatif
from sayso.errors import SaysoError
from sayso.outputs.display import visible

__all__ = ["FAILED", "app", "main"]

app = typer.Typer(
    name="sayso",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
_READ, _CLAIMS, _MATTERS, _SYSTEM, _LOOK, _ANALYSTS, _MORE = (
    "Read reports",
    "Ask for claims",
    "Ask for matters, what several reports tell",
    "Ask about the system of states",
    "Look at it in a browser",
    "Keep what analysts decide",
    "More",
)


def _add(panel: str, name: str, command: Callable[..., None], *, explained: str | None = None) -> None:
    """Register a command under the heading that the help page has for it."""
    app.command(name, help=explained, no_args_is_help=explained is not None, rich_help_panel=panel)(command)


_add(_READ, "read", as_command(read, ReadOptions), explained=READ_HELP)
_add(_READ, "corroborate", as_command(corroborate, CorroborateOptions), explained=CORROBORATE_HELP)
_add(_CLAIMS, "claims", as_command(claims, ClaimsOptions), explained=CLAIMS_HELP)
_add(_CLAIMS, "show", as_command(show, ShowOptions), explained=SHOW_HELP)
_add(_CLAIMS, "sources", as_command(sources, CountOptions), explained=SOURCES_HELP)
_add(_CLAIMS, "actors", as_command(actors, CountOptions), explained=ACTORS_HELP)
_add(_MATTERS, "matters", as_command(matters, MattersOptions), explained=MATTERS_HELP)
_add(_MATTERS, "matter", as_command(matter, MatterOptions), explained=MATTER_HELP)
_add(_MATTERS, "lineage", as_command(lineage, LineageOptions), explained=LINEAGE_HELP)
_add(_MATTERS, "stories", as_command(stories, StoriesOptions), explained=STORIES_HELP)
_add(_MATTERS, "origins", as_command(origins, WeighOptions), explained=ORIGINS_HELP)
_add(_MATTERS, "disputes", as_command(disputes, WeighOptions), explained=DISPUTES_HELP)
_add(_MATTERS, "new", as_command(new, NewOptions), explained=NEW_HELP)
_add(_SYSTEM, "dossier", as_command(dossier, DossierOptions), explained=DOSSIER_HELP)
_add(_SYSTEM, "exchange", as_command(exchange, ExchangeOptions), explained=EXCHANGE_HELP)
_add(_SYSTEM, "depends", as_command(depends, DependsOptions), explained=DEPENDS_HELP)
_add(_SYSTEM, "ask", as_command(ask, AskOptions), explained=ASK_HELP)
_add(_SYSTEM, "whatif", as_command(whatif, WhatIfOptions), explained=WHATIF_HELP)
_add(_LOOK, "serve", as_command(serve, ServeOptions), explained=SERVE_HELP)
_add(_LOOK, "report", as_command(report, ReportOptions), explained=REPORT_HELP)
_add(_ANALYSTS, "judge", as_command(judge, JudgeOptions), explained=JUDGE_HELP)
_add(_ANALYSTS, "rate", as_command(rate, RateOptions), explained=RATE_HELP)
_add(_ANALYSTS, "same", as_command(same, SameOptions), explained=SAME_HELP)
_add(_ANALYSTS, "gold", as_command(gold, GoldOptions), explained=GOLD_HELP)
_add(_MORE, "diff", as_command(diff, DiffOptions), explained=DIFF_HELP)
_add(_MORE, "export", as_command(export, ExportOptions), explained=EXPORT_HELP)
_add(_MORE, "eval", as_command(evaluate, EvalOptions), explained=EVAL_HELP)
_add(_MORE, "languages", languages)


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def sayso(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """On whose say-so? Read reports on international affairs, offline, and keep a ledger of who claims what.

    Start with [bold]sayso read FILE[/bold], then [bold]sayso read FILES --ledger case.sayso[/bold] and
    [bold]sayso claims case.sayso[/bold] and [bold]sayso matters case.sayso[/bold]; the [bold]--help[/bold] of every
    command shows examples.
    """


def main() -> None:
    """Run the command line and leave the process with its exit code."""
    try:
        app()
    except SaysoError as error:
        print(f"sayso: {visible(str(error))}", file=sys.stderr)
        sys.exit(FAILED)
