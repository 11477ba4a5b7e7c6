"""A ledger and a question in English in, the claims and computed rows that answer it out; or the shapes there are."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.case import (
    PAGE_FORMATS,
    SHOWN,
    AsOfOption,
    LimitOption,
    PageFormatOption,
    ReferenceOption,
    case_of,
    checked,
    write_page,
)
from sayso.cli.exit_codes import FAILED
from sayso.cli.options import ActorsOption, ColorOption, LedgerArgument, OutputOption
from sayso.cli.terminal import complain, messages
from sayso.outputs.display import shortened, visible

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.system.questions.records import Refusal

ASK_HELP = """Answer a question in English by claims of the ledger and what is computed from them, and by nothing else.

Who gives, gains, wants, fears, risks, depends, opposes, denies or says what;
how much, since when, on whose word; what is disputed and what is not known.
Each row has its sentence and the id of its claim. A question of another shape
is answered by the list of those there are, and so is [cyan]help[/cyan].

[bold]Examples[/bold]

  [cyan]sayso ask case.sayso "What does North Korea gain from Russia?"[/cyan]
  what it gets, delivered, promised, sought and denied, and what it gains

  [cyan]sayso ask case.sayso "How many troops did North Korea send to Russia in 2024?"[/cyan]
  the numbers, with what they come to at least and at most

  [cyan]sayso ask case.sayso "On whose word does Iran give Russia drones?"[/cyan]
  a row for each source

  [cyan]sayso ask case.sayso "What share of North Korea's trade is with Russia?"[/cyan]
  what reports and the World Factbook say
"""

_LONGEST_QUESTION = 120
"""Columns of a question that was not understood, where it is named in a message."""


@dataclass(frozen=True, slots=True)
class AskOptions:
    """What `sayso ask` may be told."""

    ledger: LedgerArgument
    question: Annotated[
        str, typer.Argument(metavar="QUESTION", show_default=False, help="In English, between quotation marks.")
    ]
    as_of: AsOfOption = None
    reference: ReferenceOption = True
    limit: LimitOption = SHOWN
    format: PageFormatOption = PAGE_FORMATS[0]
    output: OutputOption = None
    actors: ActorsOption = None
    color: ColorOption = None


def ask(options: AskOptions) -> None:
    """Write the answer; where the question is not understood, say why and which questions are."""
    # Here, because the libraries behind them take a second that --help should not.
    from sayso.outputs.system import answer as page
    from sayso.outputs.system.forms.answer import form
    from sayso.system.parties import party_of
    from sayso.system.questions.answering import answer
    from sayso.system.questions.parsing import parse
    from sayso.system.questions.records import Refusal

    roster = checked(options)
    question = parse(options.question, roster)
    if isinstance(question, Refusal):
        _refuse(question, messages(options.color))
        raise typer.Exit(FAILED)
    parties = dict.fromkeys(map(party_of, filter(None, (question.party, question.other))))
    recorded = [each for each in parties if each is not None] if options.reference else []
    case = case_of(options, roster, recorded=recorded)
    found = answer(question, case.model, testimonies=case.book.testimonies)
    write_page(options, page.sheet(found, case.book), form=lambda: form(found, case.book))


def _refuse(refusal: "Refusal", console: "Console") -> None:
    """Why it is not answered, the questions near it, and one of every shape."""
    from sayso.system.questions.shapes import family

    asked = shortened(visible(refusal.text), limit=_LONGEST_QUESTION)
    complain(console, f"{refusal.reason}: {asked!r}" if asked else refusal.reason)
    for each in refusal.near:
        console.print(f"  did you mean: {visible(each)}")
    console.print(
        "Questions that can be asked, in these words or words like them, and of any time (in 2024, since 2022):"
    )
    for shape in family().shapes:
        console.print(f"  {shape.example}\n    {shape.says}")
