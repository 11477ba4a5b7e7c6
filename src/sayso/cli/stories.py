"""A ledger in, the stories that its texts tell out."""

from dataclasses import dataclass
from typing import Annotated

import typer

from sayso.cli.choice import one_of
from sayso.cli.configuration import roster_of
from sayso.cli.counting import TABLE_FORMATS
from sayso.cli.destination import destination
from sayso.cli.opening import compared
from sayso.cli.options import ActorsOption, ColorOption, LedgerArgument, OutputOption
from sayso.cli.terminal import complain, layout, messages

STORIES_HELP = """Show which texts of a ledger tell the same story: date, language, publisher and title of each.

A story is what happened once and is told by one or more texts, in whatever
language. Below it stand its matters that more than one text tells.

[bold]Examples[/bold]

  [cyan]sayso stories case.sayso[/cyan]
  the stories that two or more texts tell, those of most texts first

  [cyan]sayso stories case.sayso --least 1[/cyan]
  every text of the ledger, in its story
"""


@dataclass(frozen=True, slots=True)
class StoriesOptions:
    """What `sayso stories` may be told."""

    ledger: LedgerArgument
    least: Annotated[
        int, typer.Option(metavar="NUMBER", min=1, help="Fewest texts of the stories that are shown; 1 for all.")
    ] = 2
    format: Annotated[
        str,
        typer.Option("--format", "-f", metavar="|".join(TABLE_FORMATS), help="A list, or a JSON object a line."),
    ] = TABLE_FORMATS[0]
    output: OutputOption = None
    actors: ActorsOption = None
    color: ColorOption = None


def stories(options: StoriesOptions) -> None:
    """Write the stories, those of most texts first; say so when there are none."""
    # Here, because the libraries behind them take a second that --help should not.
    from sayso import pipeline
    from sayso.outputs.matters import stories as listing

    name, console = one_of(options.format, TABLE_FORMATS, what="format"), messages(options.color)
    with compared(options.ledger, console) as ledger, destination(options.output) as stream:
        roster = roster_of(options.actors)
        found = [each for each in pipeline.stories(ledger) if len(each.document_ids) >= options.least]
        forms = listing.story_forms(
            found,
            documents={each: ledger.document(each) for story in found for each in story.document_ids},
            accounts=pipeline.accounts(ledger, roster=roster) if found else (),
            roster=roster,
        )
        if name == "jsonl":
            listing.write_lines(forms, stream)
        else:
            listing.write(forms, stream, layout=layout(options.output, color=options.color))
    if not found:
        complain(console, f"no story of the ledger is told by {options.least} texts or more")
