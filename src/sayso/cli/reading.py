"""The options of `sayso read` in; readings on standard output or in a file, and a summary on standard error, out."""

import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from sayso.cli.configuration import settings_from
from sayso.cli.destination import destination
from sayso.cli.tally import Tally
from sayso.errors import SettingsError
from sayso.outputs import EXPORTERS, Exporter, Layout
from sayso.outputs.display import visible

LAYERS = ("reading",)
"""What `--layer` may ask for; the claims come with a later version."""

PARTLY = 1
"""Exit code when something was read and something else could not be."""

NOTHING = 2
"""Exit code when nothing could be read."""

_PAGE_WIDTH = 80
_WIDEST_PAGE = 120

_FORMAT_HELP = "; ".join(f"[bold]{exporter.name}[/bold] {exporter.description}" for exporter in EXPORTERS)

READ_HELP = """Read documents and show what is found in them: sentences, trees, names, roles, who is who.

A [bold]LOCATION[/bold] is a file (text, Markdown, HTML, PDF, RSS or Atom, JSON Lines,
CSV, WARC), a folder, an address beginning with http, or [bold]-[/bold] for standard input.

[bold]Examples[/bold]

  [cyan]sayso read report.txt[/cyan]
  the reading of one report, for people

  [cyan]sayso read --format jsonl -o readings.jsonl reports/ page.html[/cyan]
  a folder and a page, for machines

  [cyan]sayso read --format svg --sentence 3 -o sentence.svg report.txt[/cyan]
  a picture of the third sentence

  [cyan]curl -s https://example.org/story | sayso read --published 2018-09-30 -[/cyan]
  standard input, with the date that the text does not say

[bold]Exit code[/bold]: 0 all was read; 1 some could not be read; 2 nothing was read.
"""
"""The help page of `sayso read`; docs/reading.md says the same at length."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What `sayso read` may be told; each option has its default and its meaning beside it."""

    locations: Annotated[list[str], typer.Argument(metavar="LOCATION", show_default=False, help="What to read.")]
    layer: Annotated[str, typer.Option(metavar="|".join(LAYERS), help="How far to read.")] = LAYERS[-1]
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="|".join(each.name for each in EXPORTERS), help=_FORMAT_HELP)
    ] = EXPORTERS[0].name
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, not to standard output.")
    ] = None
    sentence: Annotated[
        int | None, typer.Option(metavar="N", help="The sentence to draw with --format svg; the first unless given.")
    ] = None
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Date of documents that do not say theirs: 2024, 2024-03 or 2024-03-07."),
    ] = None
    language: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="Language of all documents; found out when not given. See sayso languages."),
    ] = None
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch addresses inside private networks, too.")
    ] = False
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Settings in TOML; flags given here overrule them.")
    ] = None
    color: Annotated[
        bool | None,
        typer.Option("--color/--no-color", show_default=False, help="Colours; on a terminal unless NO_COLOR is set."),
    ] = None
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary; errors are shown.")] = False


def read(options: ReadOptions) -> None:
    """Run the stages over the locations, write what they give, and leave with the exit code."""
    from sayso import pipeline  # here, because the reader's libraries take a second that --help should not

    exporter, layout = _exporter(options), _layout(options)
    flags = {"published": options.published, "language": options.language}
    settings = settings_from(options.config, flags | {"allow_private": options.allow_private or None})
    tally, started = Tally(), time.monotonic()
    no_color = None if options.color is None else not options.color
    console = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True, no_color=no_color)
    with destination(options.output) as stream, _progress(console, is_wanted=_wants_progress(options)) as progress:
        task = progress.add_task("opening the reader", total=len(options.locations))
        outcomes = tally.count(
            pipeline.read(_advancing(options.locations, progress), settings=settings),
            warn=lambda reason: console.print(f"sayso: {visible(reason)}"),
            advance=lambda total: progress.update(task, description=total),
        )
        exporter.write(outcomes, stream, layout=layout)
        if not tally.documents:
            if not tally.failures:
                console.print("sayso: there was nothing to read")
            raise typer.Exit(NOTHING)
    if not options.quiet:
        for line in tally.summary(time.monotonic() - started):
            console.print(line)
    if tally.failures:
        raise typer.Exit(PARTLY)


def _exporter(options: ReadOptions) -> Exporter:
    if options.layer not in LAYERS:
        raise SettingsError(f"there is no layer {options.layer!r}; the layers are {', '.join(LAYERS)}")
    for exporter in EXPORTERS:
        if exporter.name == options.format:
            if options.sentence is not None and exporter.name != "svg":
                raise SettingsError("--sentence goes with --format svg")
            return exporter
    raise SettingsError(
        f"there is no format {options.format!r}; the formats are {', '.join(each.name for each in EXPORTERS)}"
    )


def _layout(options: ReadOptions) -> Layout:
    is_terminal = options.output is None and sys.stdout.isatty()
    color = is_terminal and not os.environ.get("NO_COLOR") if options.color is None else options.color
    width = min(shutil.get_terminal_size().columns, _WIDEST_PAGE) if is_terminal else _PAGE_WIDTH
    return Layout(width=width, color=color, sentence=1 if options.sentence is None else options.sentence)


def _wants_progress(options: ReadOptions) -> bool:
    """Readings that scroll by on the terminal are progress enough."""
    return not options.quiet and sys.stderr.isatty() and (options.output is not None or not sys.stdout.isatty())


@contextmanager
def _progress(console: Console, *, is_wanted: bool) -> Iterator[Progress]:
    columns = (
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not is_wanted) as progress:
        yield progress


def _advancing(locations: Iterable[str], progress: Progress) -> Iterator[str]:
    """The locations, each counted as done when the next one is asked for."""
    for location in locations:
        yield location
        progress.advance(progress.task_ids[0])
