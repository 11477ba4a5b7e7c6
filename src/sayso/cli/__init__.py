"""Words of the command line in, files and text out, with an exit code; no logic of its own."""

import sys
from typing import Annotated

import typer

from sayso import __version__
from sayso.cli.languages import languages
from sayso.cli.options import as_command
from sayso.cli.reading import READ_HELP, ReadOptions, read
from sayso.errors import SaysoError
from sayso.outputs.display import visible

__all__ = ["FAILED", "app", "main"]

FAILED = 2
"""Exit code when the command or a setting was wrong, or something it needs is missing."""

app = typer.Typer(
    name="sayso",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read", help=READ_HELP, no_args_is_help=True)(as_command(read, ReadOptions))
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
    """On whose say-so? Read reports on international affairs, offline, and see what they say word by word.

    Start with [bold]sayso read FILE[/bold]; [bold]sayso read --help[/bold] shows more examples.
    """


def main() -> None:
    """Run the command line and leave the process with its exit code."""
    try:
        app()
    except SaysoError as error:
        print(f"sayso: {visible(str(error))}", file=sys.stderr)
        sys.exit(FAILED)
