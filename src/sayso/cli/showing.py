"""The id of a claim in, the page of that claim out."""

from dataclasses import dataclass
from typing import Annotated

import typer

from sayso.cli.destination import destination
from sayso.cli.options import ColorOption, LedgerArgument
from sayso.cli.terminal import layout
from sayso.ledger import Ledger
from sayso.outputs.claims import write_passage

SHOW_HELP = """Show one claim: its passage with every span marked, every field, and why it was read so.

[bold]Example[/bold]

  [cyan]sayso show case.sayso 61c15ed371[/cyan]
  the first four signs of an id, or more, are enough where only one claim has them
"""

ClaimArgument = Annotated[
    str, typer.Argument(metavar="CLAIM", show_default=False, help="Id of a claim, or its first four signs or more.")
]


@dataclass(frozen=True, slots=True)
class ShowOptions:
    """What `sayso show` may be told."""

    ledger: LedgerArgument
    claim: ClaimArgument
    color: ColorOption = None


def show(options: ShowOptions) -> None:
    """Write the page of the claim."""
    with Ledger.open(options.ledger, write=False) as ledger, destination(None) as stream:
        claim = ledger.claim(options.claim)
        write_passage(
            claim,
            stream,
            document=ledger.document(claim.document_id),
            standing=ledger.standing(claim),
            layout=layout(None, color=options.color),
        )
