"""The options of `sayso parse` in; readings on standard output or in a file, and a summary on standard error, out."""

import time
from dataclasses import dataclass
from typing import Annotated

import typer

from sayso.cli.choice import by_name
from sayso.cli.configuration import settings_from
from sayso.cli.destination import destination
from sayso.cli.exit_codes import EXIT_CODE_HELP, NOTHING, PARTLY
from sayso.cli.options import (
    LOCATION_HELP,
    ColorOption,
    ConfigOption,
    LanguageOption,
    LocationsArgument,
    OutputOption,
    PrivateOption,
    PublishedOption,
    QuietOption,
)
from sayso.cli.progress import advancing, is_worth_showing, length, progress
from sayso.cli.tally import Tally
from sayso.cli.terminal import complain, layout, messages
from sayso.errors import SettingsError
from sayso.outputs import EXPORTERS, Exporter

_FORMAT_HELP = "; ".join(f"[bold]{exporter.name}[/bold] {exporter.description}" for exporter in EXPORTERS)

PARSE_HELP = f"""Take documents apart: sentences, trees, names, roles, who is who.

{LOCATION_HELP}

[bold]Examples[/bold]

  [cyan]sayso parse report.txt[/cyan]
  the reading of one report, for people

  [cyan]sayso parse --format jsonl -o readings.jsonl reports/ page.html[/cyan]
  a folder and a page, for machines

  [cyan]sayso parse --format svg --sentence 3 -o sentence.svg report.txt[/cyan]
  a picture of the third sentence

  [cyan]curl -s https://example.org/story | sayso parse --published 2018-09-30 -[/cyan]
  standard input, with the date that the text does not say

{EXIT_CODE_HELP}
"""
"""The help page of `sayso parse`; docs/reading.md says the same at length."""


@dataclass(frozen=True, slots=True)
class ParseOptions:
    """What `sayso parse` may be told; each option has its default and its meaning beside it."""

    locations: LocationsArgument
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="|".join(each.name for each in EXPORTERS), help=_FORMAT_HELP)
    ] = EXPORTERS[0].name
    output: OutputOption = None
    sentence: Annotated[
        int | None, typer.Option(metavar="N", help="The sentence to draw with --format svg; the first unless given.")
    ] = None
    published: PublishedOption = None
    language: LanguageOption = None
    allow_private: PrivateOption = False
    config: ConfigOption = None
    color: ColorOption = None
    quiet: QuietOption = False


def parse(options: ParseOptions) -> None:
    """Read the locations, write what the sentences are made of, and leave with the exit code."""
    from sayso import pipeline  # here, because the reader's libraries take a second that --help should not

    exporter = _exporter(options)
    page = layout(options.output, color=options.color, sentence=1 if options.sentence is None else options.sentence)
    flags = {"published": options.published, "language": options.language}
    settings = settings_from(options.config, flags | {"allow_private": options.allow_private or None})
    tally, started, console = Tally(), time.monotonic(), messages(options.color)
    shown = is_worth_showing(options.output, quiet=options.quiet)
    with destination(options.output) as stream, progress(console, is_wanted=shown) as bar:
        task = bar.add_task("opening the reader", total=length(options.locations))
        outcomes = tally.count(
            pipeline.read(advancing(options.locations, bar), settings=settings),
            warn=lambda reason: complain(console, reason),
            advance=lambda total: bar.update(task, description=total),
        )
        exporter.write(outcomes, stream, layout=page)
        if not tally.documents:
            if not tally.failures:
                complain(console, "there was nothing to read")
            raise typer.Exit(NOTHING)
    if not options.quiet:
        for line in tally.summary(time.monotonic() - started):
            console.print(line)
    if tally.failures:
        raise typer.Exit(PARTLY)


def _exporter(options: ParseOptions) -> Exporter:
    exporter = by_name(options.format, EXPORTERS)
    if options.sentence is not None and exporter.name != "svg":
        raise SettingsError("--sentence goes with --format svg")
    return exporter
