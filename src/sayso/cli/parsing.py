"""The options of `sayso read --layer reading` in; readings, and a summary on standard error, out."""

import time
from dataclasses import dataclass
from pathlib import Path

import typer

from sayso.cli.choice import by_name
from sayso.cli.configuration import settings_from
from sayso.cli.destination import destination
from sayso.cli.exit_codes import NOTHING, PARTLY
from sayso.cli.progress import advancing, is_worth_showing, length, progress
from sayso.cli.tally import Tally
from sayso.cli.terminal import complain, layout, messages
from sayso.errors import SettingsError
from sayso.outputs import EXPORTERS, Exporter

READING_FORMAT_HELP = "; ".join(f"[bold]{exporter.name}[/bold] {exporter.description}" for exporter in EXPORTERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseOptions:
    """What of the options of `sayso read` holds for readings."""

    locations: list[str]
    format: str
    output: Path | None
    sentence: int | None
    published: str | None
    language: str | None
    allow_private: bool
    config: Path | None
    color: bool | None
    quiet: bool


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
