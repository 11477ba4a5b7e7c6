"""Words of the command line in, files and text out, with an exit code; no logic of its own."""

import sys
from typing import Annotated

import typer

from sayso import __version__
from sayso.cli.asking import CLAIMS_HELP, EXPORT_HELP, ClaimsOptions, ExportOptions, claims, export
from sayso.cli.comparing import DIFF_HELP, DiffOptions, diff
from sayso.cli.counting import ACTORS_HELP, SOURCES_HELP, CountOptions, actors, sources
from sayso.cli.exit_codes import FAILED
from sayso.cli.judging import JUDGE_HELP, JudgeOptions, judge
from sayso.cli.languages import languages
from sayso.cli.options import as_command
from sayso.cli.parsing import PARSE_HELP, ParseOptions, parse
from sayso.cli.reading import READ_HELP, ReadOptions, read
from sayso.cli.scoring import EVAL_HELP, EvalOptions, evaluate
from sayso.cli.showing import SHOW_HELP, ShowOptions, show
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
app.command("read", help=READ_HELP, no_args_is_help=True)(as_command(read, ReadOptions))
app.command("claims", help=CLAIMS_HELP, no_args_is_help=True)(as_command(claims, ClaimsOptions))
app.command("show", help=SHOW_HELP, no_args_is_help=True)(as_command(show, ShowOptions))
app.command("sources", help=SOURCES_HELP, no_args_is_help=True)(as_command(sources, CountOptions))
app.command("actors", help=ACTORS_HELP, no_args_is_help=True)(as_command(actors, CountOptions))
app.command("judge", help=JUDGE_HELP, no_args_is_help=True)(as_command(judge, JudgeOptions))
app.command("diff", help=DIFF_HELP, no_args_is_help=True)(as_command(diff, DiffOptions))
app.command("export", help=EXPORT_HELP, no_args_is_help=True)(as_command(export, ExportOptions))
app.command("eval", help=EVAL_HELP, no_args_is_help=True)(as_command(evaluate, EvalOptions))
app.command("parse", help=PARSE_HELP, no_args_is_help=True)(as_command(parse, ParseOptions))
app.command("languages")(languages)


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
    [bold]sayso claims case.sayso[/bold]; the [bold]--help[/bold] of every command shows examples.
    """


def main() -> None:
    """Run the command line and leave the process with its exit code."""
    try:
        app()
    except SaysoError as error:
        print(f"sayso: {visible(str(error))}", file=sys.stderr)
        sys.exit(FAILED)
