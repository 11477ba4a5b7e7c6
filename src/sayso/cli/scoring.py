"""Texts, their gold claims and the claims found in them in, the scores of the contract out."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli.asking import by_document
from sayso.cli.choice import one_of
from sayso.cli.configuration import settings_from
from sayso.cli.destination import destination
from sayso.cli.exit_codes import NOTHING, PARTLY
from sayso.cli.options import ActorsOption, ColorOption, ConfigOption, LanguageOption, OutputOption, PublishedOption
from sayso.cli.tally import Tally
from sayso.cli.terminal import complain, layout, messages
from sayso.errors import NotFound, SettingsError
from sayso.evaluation import Marks, marks_of, read_export, read_gold, score
from sayso.ledger import Filter, Ledger
from sayso.outputs.scores import write_scores, write_scores_object
from sayso.records import Claim, Document, Skipped

EVAL_HELP = """Score the claims found in texts against gold claims.

[bold]TEXTS[/bold] is a folder of texts, [bold]GOLD[/bold] one of files named as the texts are, `<text>.json`,
in the form that docs/claims.md describes. The texts are read now, unless the claims come from a ledger
or an export.

[bold]Examples[/bold]

  [cyan]sayso eval texts/ gold/ --published 2018-09-30[/cyan]

  [cyan]sayso eval texts/ gold/ --ledger case.sayso[/cyan]

  [cyan]sayso eval texts/ gold/ --predictions claims.jsonl[/cyan]
  claims of any program, in the form of sayso export --format jsonl
"""

_FORMATS = ("text", "json")


@dataclass(frozen=True, slots=True)
class EvalOptions:
    """What `sayso eval` may be told."""

    texts: Annotated[Path, typer.Argument(metavar="TEXTS", show_default=False, help="Folder of the texts.")]
    gold: Annotated[Path, typer.Argument(metavar="GOLD", show_default=False, help="Folder of the gold files.")]
    ledger: Annotated[
        Path | None, typer.Option("--ledger", "-l", metavar="LEDGER", help="Score the claims of this ledger.")
    ] = None
    predictions: Annotated[Path | None, typer.Option(metavar="FILE", help="Score the claims of this export.")] = None
    format: Annotated[
        str, typer.Option("--format", "-f", metavar="|".join(_FORMATS), help="For people, or one JSON object.")
    ] = _FORMATS[0]
    output: OutputOption = None
    published: PublishedOption = None
    language: LanguageOption = None
    actors: ActorsOption = None
    config: ConfigOption = None
    color: ColorOption = None


def evaluate(options: EvalOptions) -> None:
    """Write the scores; a sentence for every claim that could not be scored goes to standard error."""
    name = one_of(options.format, _FORMATS, what="format")
    if options.ledger is not None and options.predictions is not None:
        raise SettingsError("give a ledger or predictions, not both")
    console, tally = messages(options.color), Tally()
    gold = read_gold(options.texts, options.gold)
    predicted = _predicted(options, [each.document for each in gold.documents], tally=tally, console=console)
    for problem in (*gold.problems, *predicted.problems):
        complain(console, problem)
    if tally.failures and not tally.documents:
        raise typer.Exit(NOTHING)
    scores = score(gold, predicted)
    with destination(options.output) as stream:
        if name == "json":
            write_scores_object(scores, stream)
        else:
            write_scores(scores, stream, layout=layout(options.output, color=options.color))
    if not scores.predicted:
        complain(console, "no claim was found in the texts that have gold claims")
    if tally.failures:
        raise typer.Exit(PARTLY)


def _predicted(options: EvalOptions, documents: list[str], *, tally: Tally, console: Console) -> Marks:
    if options.predictions is not None:
        try:
            with options.predictions.open(encoding="utf-8") as lines:
                return read_export(options.texts, lines, documents=documents)
        except OSError as error:
            raise NotFound(f"{options.predictions} cannot be read: {error.strerror}") from error
    if options.ledger is not None:
        with Ledger.open(options.ledger, write=False) as ledger:
            found = by_document(ledger, Filter())
            return marks_of(((document, claim) for document, claims in found for claim in claims), documents=documents)
    return marks_of(_read_now(options, documents, tally=tally, console=console), documents=documents)


def _read_now(
    options: EvalOptions, documents: list[str], *, tally: Tally, console: Console
) -> Iterator[tuple[Document, Claim]]:
    from sayso import pipeline  # here, because the reader's libraries take a second that --help should not

    flags = {"published": options.published, "language": options.language, "actors": options.actors}
    settings = settings_from(options.config, flags)
    for finding in pipeline.find((str(options.texts / f"{name}.txt") for name in documents), settings=settings):
        if isinstance(finding, Skipped):
            tally.fail(finding, lambda reason: complain(console, reason))
        else:
            tally.add(finding.document, finding.reading)
            yield from ((finding.document, claim) for claim in finding.claims)
