"""A record of options in, a command that typer understands out; and the options that several commands share."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar, get_type_hints

import typer

LocationsArgument = Annotated[list[str], typer.Argument(metavar="LOCATION", show_default=False, help="What to read.")]
LedgerArgument = Annotated[Path, typer.Argument(metavar="LEDGER", show_default=False, help="The file of the ledger.")]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, not to standard output.")
]
ColorOption = Annotated[
    bool | None,
    typer.Option("--color/--no-color", show_default=False, help="Colours; on a terminal unless NO_COLOR is set."),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Date of documents that do not say theirs: 2024, 2024-03 or 2024-03-07."),
]
LanguageOption = Annotated[
    str | None,
    typer.Option(metavar="CODE", help="Language of all documents; found out when not given. See sayso languages."),
]
ActorsOption = Annotated[str | None, typer.Option(metavar="FILE", help="Actors of your own, in TOML.")]
PrivateOption = Annotated[bool, typer.Option("--allow-private", help="Fetch addresses inside private networks, too.")]
ConfigOption = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Settings in TOML; flags given here overrule them.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary; errors are shown.")]

LOCATION_HELP = """A [bold]LOCATION[/bold] is a file (text, Markdown, HTML, PDF, RSS or Atom, JSON Lines,
CSV, WARC), a folder, an address beginning with http, or [bold]-[/bold] for standard input."""

_Options = TypeVar("_Options")


def as_command(run: Callable[[_Options], None], options: type[_Options]) -> Callable[..., None]:
    """A function whose parameters are the fields of the dataclass `options`, and which hands them to `run` as one.

    Typer reads a command's options off its parameters; a record keeps each option with its default and meaning in
    one place, and lets it be passed whole.
    """

    def command(**given: object) -> None:
        run(options(**given))

    signature = inspect.signature(options)
    hints = get_type_hints(options, include_extras=True)
    parameters = [each.replace(annotation=hints[each.name]) for each in signature.parameters.values()]
    command.__doc__ = run.__doc__
    command.__annotations__ = hints
    command.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]
    return command
