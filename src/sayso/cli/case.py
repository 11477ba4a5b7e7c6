"""The options of a command about the system of states in, the system that a ledger describes out, and its page."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from sayso.claims.numbers.edtf import bounds
from sayso.cli.choice import one_of
from sayso.cli.configuration import roster_of
from sayso.cli.destination import destination
from sayso.cli.opening import compared
from sayso.cli.terminal import layout, messages
from sayso.codec import encode
from sayso.errors import LedgerError, SettingsError
from sayso.ledger import Ledger

if TYPE_CHECKING:
    from sayso.outputs.system.casebook import Casebook
    from sayso.outputs.system.sheet import Sheet
    from sayso.system.records import SystemModel, Testimony
    from sayso.vocab.actors import Roster

PAGE_FORMATS = ("text", "jsonl", "markdown")

SHOWN = 10
"""Rows of a list on a page unless `--limit` says otherwise: a dossier of a hundred texts is then some ten screens."""

_PAIR = 2
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", re.ASCII)

AsOfOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Leave out texts published later: 2024, 2024-10 or 2024-10-20."),
]
LimitOption = Annotated[
    int, typer.Option(metavar="NUMBER", min=0, help="How many rows of a list are shown; 0 for all. JSON has all.")
]
ReferenceOption = Annotated[
    bool,
    typer.Option("--reference/--no-reference", help="Count the rows of the World Factbook among the claims."),
]
PageFormatOption = Annotated[
    str,
    typer.Option("--format", "-f", metavar="|".join(PAGE_FORMATS), help="For people, one JSON object, or a document."),
]


class Asked(Protocol):
    """The options that every command about the system has."""

    @property
    def ledger(self) -> Path:
        """The file of the ledger."""

    @property
    def as_of(self) -> str | None:
        """Date after which texts are left out."""

    @property
    def limit(self) -> int:
        """Rows of a list that are shown, 0 for all."""

    @property
    def format(self) -> str:
        """A word of `PAGE_FORMATS`."""

    @property
    def output(self) -> Path | None:
        """The file to write to."""

    @property
    def actors(self) -> str | None:
        """A file of actors of the user."""

    @property
    def color(self) -> bool | None:
        """Whether there are colours; None where the user did not say."""


@dataclass(frozen=True, slots=True)
class Case:
    """The system that a ledger describes, and the claims behind it."""

    model: "SystemModel"
    book: "Casebook"
    testimonies: "tuple[Testimony, ...]"


def checked(options: Asked) -> "Roster":
    """The roster, where format and date are sound; raises `SettingsError` before the ledger is opened."""
    one_of(options.format, PAGE_FORMATS, what="format")
    if options.as_of is not None and (not _DATE.fullmatch(options.as_of) or bounds(options.as_of) is None):
        raise SettingsError(f"{options.as_of!r} is no date; write it as 2024, 2024-10 or 2024-10-20")
    return roster_of(options.actors)


def case_of(options: Asked, roster: "Roster", *, recorded: Iterable[str] = ()) -> Case:
    """The system of the ledger; the reference rows of the `recorded` parties are among the claims.

    Where there are such parties, what the reference says to numbers of the claims is in the casebook.
    Raises `LedgerError` where the ledger has no claim, or none of its texts is compared with the others.
    """
    # Here, because the libraries behind them take a second that --help should not.
    from sayso import pipeline
    from sayso.outputs.system.casebook import casebook
    from sayso.system.assembly import assemble, is_told_by
    from sayso.system.reference import claims as reference
    from sayso.system.reference.checking import check

    _check(options.ledger)
    with compared(options.ledger, messages(options.color)) as ledger:
        told = list(pipeline.testimonies(pipeline.accounts(ledger, roster=roster)))
    told.extend(each for party in recorded for each in reference.testimonies(party))
    told = [each for each in told if is_told_by(each, options.as_of)]
    return Case(
        model=assemble(told, as_of=options.as_of),
        book=casebook(told, roster, limit=options.limit or None, verdicts=check(told) if recorded else ()),
        testimonies=tuple(told),
    )


def with_unread(case: Case, options: Asked, *, parties: tuple[str, ...]) -> "Casebook":
    """The casebook with the sentences that name both parties and a good of which no claim was read.

    Of parties that fight each other there are none: nearly every sentence on a war names both, and arms.
    """
    from sayso import pipeline

    if len(parties) < _PAIR or pipeline.are_fighting(case.testimonies, parties):
        return case.book
    with Ledger.open(options.ledger, write=False) as ledger:
        return replace(case.book, unread=pipeline.unread_of(ledger, case.testimonies, parties=parties))


def write_page(options: Asked, sheet: "Sheet", *, form: Callable[[], object]) -> None:
    """Write the page, or for machines the object that `form` makes."""
    from sayso.outputs.system import markdown, text

    with destination(options.output) as stream:
        if options.format == "jsonl":
            stream.write(encode(form()).decode("utf-8") + "\n")
        else:
            write = markdown.write if options.format == "markdown" else text.write
            write(sheet, stream, layout=layout(options.output, color=options.color))


def _check(path: Path) -> None:
    """Raises `LedgerError` where there is nothing to assemble, or it would be counted twice in every sum."""
    from sayso import pipeline

    with Ledger.open(path, write=False) as ledger:
        number = sum(1 for _ in ledger.documents())
        if next(iter(ledger.claims()), None) is None:
            raise LedgerError(f"the ledger {path} holds no claim; read texts into it with sayso read --ledger")
        if number > 1 and pipeline.uncompared(ledger) == number:
            raise LedgerError(f"no text of {path} is compared with the others yet: run sayso corroborate {path}")
