"""The options of `sayso read` in; claims in a ledger or on standard output, and a summary on standard error, out."""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from sayso.cli.choice import by_name, one_of
from sayso.cli.configuration import settings_from
from sayso.cli.corroborating import compare
from sayso.cli.destination import destination
from sayso.cli.exit_codes import EXIT_CODE_HELP, NOTHING, PARTLY
from sayso.cli.options import (
    LOCATION_HELP,
    ActorsOption,
    ColorOption,
    ConfigOption,
    LanguageOption,
    LocationsArgument,
    OutputOption,
    PrivateOption,
    PublishedOption,
    QuietOption,
)
from sayso.cli.parsing import READING_FORMAT_HELP, ParseOptions, parse
from sayso.cli.progress import advancing, is_worth_showing, length, progress
from sayso.cli.tally import Tally
from sayso.cli.terminal import complain, layout, messages
from sayso.errors import SettingsError
from sayso.ledger import Ledger
from sayso.outputs import EXPORTERS
from sayso.outputs.claims import CLAIM_EXPORTERS, ClaimExporter, Found
from sayso.outputs.claims import page as page_format
from sayso.records import Skipped

if TYPE_CHECKING:
    from sayso.pipeline import Finding

CLAIM_FORMAT_HELP = "; ".join(f"[bold]{each.name}[/bold] {each.description}" for each in CLAIM_EXPORTERS)

_LAYERS = ("claims", "reading")

READ_HELP = f"""Find what documents claim: who did, gave, promised, fears or denies what, on whose word.

{LOCATION_HELP}

[bold]Examples[/bold]

  [cyan]sayso read report.txt[/cyan]
  the claims of one report, for people

  [cyan]sayso read reports/ page.html --ledger case.sayso[/cyan]
  a folder and a page into a ledger; given again, it goes on where it stopped, and at the end
  the texts are compared with each other, for sayso matters

  [cyan]curl -s https://example.org/story | sayso read --published 2018-09-30 -[/cyan]
  standard input, with the date that the text does not say

  [cyan]sayso read --layer reading report.txt[/cyan]
  what claims are found in: sentences, trees, names, roles, who is who

  [cyan]sayso read --layer reading --format svg --sentence 3 -o sentence.svg report.txt[/cyan]
  a picture of the third sentence

{EXIT_CODE_HELP}
"""
"""The help page of `sayso read`; docs/claims.md says the same at length."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What `sayso read` may be told; each option has its default and its meaning beside it."""

    locations: LocationsArgument
    ledger: Annotated[
        Path | None,
        typer.Option("--ledger", "-l", metavar="LEDGER", help="Keep the claims in this ledger; made when missing."),
    ] = None
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            show_default="page, or nothing with --ledger; text for readings",
            help=f"Claims: {CLAIM_FORMAT_HELP}. Readings: {READING_FORMAT_HELP}.",
        ),
    ] = None
    output: OutputOption = None
    layer: Annotated[
        str,
        typer.Option(
            metavar="LAYER",
            help="How far to go: [bold]claims[/bold]; or [bold]reading[/bold], the sentences that claims are found in, "
            "with their trees, names and roles.",
        ),
    ] = _LAYERS[0]
    sentence: Annotated[
        int | None, typer.Option(metavar="N", help="The sentence to draw with --format svg; the first unless given.")
    ] = None
    published: PublishedOption = None
    language: LanguageOption = None
    actors: ActorsOption = None
    allow_private: PrivateOption = False
    config: ConfigOption = None
    corroborate: Annotated[
        bool,
        typer.Option(
            "--corroborate/--no-corroborate",
            help="With a ledger: compare the texts at the end, as sayso corroborate does.",
        ),
    ] = True
    color: ColorOption = None
    quiet: QuietOption = False


def read(options: ReadOptions) -> None:
    """Run the stages over the locations, keep or write what they give, and leave with the exit code."""
    if one_of(options.layer, _LAYERS, what="layer") == "reading":
        parse(_of_reading(options))
    else:
        _find(options)


def _of_reading(options: ReadOptions) -> ParseOptions:
    """The options that hold for readings; raises `SettingsError` for those that hold for claims alone."""
    if options.ledger is not None or options.actors is not None:
        raise SettingsError("--ledger and --actors go with --layer claims")
    own = {field.name: getattr(options, field.name) for field in fields(ParseOptions)}
    return ParseOptions(**own | {"format": options.format or EXPORTERS[0].name})


def _find(options: ReadOptions) -> None:
    from sayso import pipeline  # here, because the reader's libraries take a second that --help should not

    exporter = _exporter(options)
    flags = {"published": options.published, "language": options.language, "actors": options.actors}
    settings = settings_from(options.config, flags | {"allow_private": options.allow_private or None})
    tally, started, console = Tally(), time.monotonic(), messages(options.color)
    shown = is_worth_showing(options.output, quiet=options.quiet, prints=exporter is not None)
    with ExitStack() as stack:
        ledger = stack.enter_context(Ledger.open(options.ledger)) if options.ledger else None
        stream = stack.enter_context(destination(options.output)) if exporter else None
        bar = stack.enter_context(progress(console, is_wanted=shown))
        task = bar.add_task("opening the reader", total=length(options.locations))
        findings = pipeline.find(advancing(options.locations, bar), settings=settings, ledger=ledger)
        found = _counted(findings, tally, console, advance=lambda total: bar.update(task, description=total))
        if exporter and stream:
            exporter.write(found, stream, layout=layout(options.output, color=options.color))
        for _ in found:
            pass  # without a format nobody else asks for them
        if not tally.documents:
            if not tally.failures:
                complain(console, "there was nothing to read")
            raise typer.Exit(NOTHING)
    if not options.quiet:
        kept = str(options.ledger) if options.ledger else None
        for line in (*tally.summary(time.monotonic() - started), *tally.claims_summary(kept)):
            console.print(line)
    if options.ledger and options.corroborate:
        compare(options.ledger, console, quiet=options.quiet)
    if tally.failures:
        raise typer.Exit(PARTLY)


def _exporter(options: ReadOptions) -> ClaimExporter | None:
    """The format asked for; without one, the page when the claims go nowhere else."""
    if options.sentence is not None:
        raise SettingsError("--sentence goes with --layer reading")
    if options.format is None:
        return page_format if options.ledger is None or options.output is not None else None
    return by_name(options.format, CLAIM_EXPORTERS)


def _counted(
    findings: "Iterable[Finding | Skipped]", tally: Tally, console: Console, *, advance: Callable[[str], None]
) -> Iterator[Found]:
    """What was read, with its claims; locations that could not be read are told and counted on the way."""
    for finding in findings:
        if isinstance(finding, Skipped):
            tally.fail(finding, lambda reason: complain(console, reason))
            continue
        tally.add(finding.document, finding.reading)
        advance(tally.total())
        if finding.reading is not None:
            tally.add_claims(finding.document, finding.claims)
            yield finding.document, finding.claims
