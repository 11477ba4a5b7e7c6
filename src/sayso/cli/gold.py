"""A ledger with judgements in, a folder of texts and gold files, with which readings are scored, out."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.destination import destination
from sayso.cli.options import LedgerArgument
from sayso.cli.tally import number
from sayso.cli.terminal import complain, messages
from sayso.codec import encode
from sayso.errors import SettingsError
from sayso.ledger import Ledger

GOLD_HELP = """Write what analysts have judged as gold claims, to score readings with.

Every text of which each claim was accepted, corrected or rejected becomes
texts/<text>.txt and gold/<text>.json in the folder, which is made.

[bold]Example[/bold]

  [cyan]sayso gold case.sayso --output mine/[/cyan]
  [cyan]sayso eval mine/texts mine/gold --ledger case.sayso[/cyan]
  how far the reading of the ledger agrees with the analysts
"""


@dataclass(frozen=True, slots=True)
class GoldOptions:
    """What `sayso gold` may be told."""

    ledger: LedgerArgument
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FOLDER", show_default=False, help="A folder that is not there yet."),
    ]


def gold(options: GoldOptions) -> None:
    """Write the folder."""
    from sayso.review.gold import gold as gold_of  # here, because the libraries behind it take a second

    with Ledger.open(options.ledger, write=False) as ledger:
        found = gold_of(ledger)
    if not found.texts:
        raise SettingsError(
            "no text has all of its claims judged yet: accept, correct or reject them with sayso judge or sayso serve"
        )
    texts, files = options.output / "texts", options.output / "gold"
    try:
        for folder in (texts, files):
            folder.mkdir(parents=True)
    except OSError as error:
        raise SettingsError(f"{folder} cannot be made: {error.strerror}; give a folder that is not there") from error
    for each in found.texts:
        with destination(texts / f"{each.file.document}.txt") as stream:
            stream.write(each.text)
        with destination(files / f"{each.file.document}.json") as stream:
            stream.write(encode(each.file).decode() + "\n")
    claims = sum(len(each.file.claims) for each in found.texts)
    left = f"; {number(found.begun, 'text')} besides are judged in part" if found.begun else ""
    complain(messages(), f"{number(len(found.texts), 'text')} with {number(claims, 'claim')} in {options.output}{left}")
