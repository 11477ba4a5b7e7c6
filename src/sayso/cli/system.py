"""A ledger and one party or two in, what the claims tell of them as a system of states out."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.case import (
    PAGE_FORMATS,
    SHOWN,
    AsOfOption,
    Case,
    LimitOption,
    PageFormatOption,
    ReferenceOption,
    case_of,
    checked,
    with_unread,
    write_page,
)
from sayso.cli.choice import one_of
from sayso.cli.options import ActorsOption, ColorOption, LedgerArgument, OutputOption
from sayso.cli.parties import party_called
from sayso.cli.terminal import complain, messages
from sayso.errors import SettingsError

if TYPE_CHECKING:
    from sayso.corroboration.intervals import Interval
    from sayso.vocab.actors import Roster

DOSSIER_HELP = """Show what the claims of a ledger tell of a party, or of two and what lies between them.

What each gives, by category and status; what each wants, gains, fears and
risks; who depends on whom; where third parties stand; numbers that cannot
both hold; and what is not stated. Each row has its sentence, with the id of
the claim for [cyan]sayso show[/cyan]. A party is a code or a name in any language.

[bold]Examples[/bold]

  [cyan]sayso dossier case.sayso PRK RUS[/cyan]
  North Korea and Russia

  [cyan]sayso dossier case.sayso "North Korea" --as-of 2024-06[/cyan]
  North Korea, by texts published up to the end of June 2024

  [cyan]sayso dossier case.sayso PRK RUS --format markdown --output brief.md[/cyan]
  the same as a document to pass on
"""
EXCHANGE_HELP = """Show what passes between two parties, each way, by category and status, with what it comes to.

Delivered, agreed, promised, sought and denied stand side by side. A sum is
at least what surely is not told twice, and at most what all independent
origins tell together: an origin that is quoted three times counts once.

[bold]Examples[/bold]

  [cyan]sayso exchange case.sayso PRK RUS[/cyan]
  both ways

  [cyan]sayso exchange case.sayso PRK RUS --format jsonl[/cyan]
  one JSON object with every flow, figure and sentence
"""
DEPENDS_HELP = """Show on whom a party depends and who depends on it, with shares and the whole they are of.

Shares of one whole stand together, with the bounds of their concentration
(Herfindahl-Hirschman index) and what anybody else may have at most. The World
Factbook is among the texts unless [cyan]--no-reference[/cyan] leaves it out. What losing a
provider would cost is a rise of prices; and for each good that comes through
others, it is said through whom it must pass.

[bold]Examples[/bold]

  [cyan]sayso depends case.sayso PRK[/cyan]
  on whom North Korea depends, and who on North Korea

  [cyan]sayso depends case.sayso PRK CHN --no-reference[/cyan]
  what reports say of the two

  [cyan]sayso depends case.sayso PRK --elasticity 3..8 --good oil[/cyan]
  with providers that are harder to replace; and through whom its oil comes
"""

_USUAL = "5..10"
"""The range of `measures.substitution.ELASTICITY`."""

_RANGE = re.compile(r"(?P<low>[0-9]{1,6}(?:\.[0-9]{1,6})?)(?:(?P<dots>\.\.)(?P<high>[0-9]{1,6}(?:\.[0-9]{1,6})?)?)?")

_PartyArgument = Annotated[
    str, typer.Argument(metavar="PARTY", show_default=False, help="Code or name: PRK, North Korea, Corea del Norte.")
]
_OtherArgument = Annotated[str, typer.Argument(metavar="OTHER", show_default=False, help="The other party.")]
_PossibleOtherArgument = Annotated[
    str | None, typer.Argument(metavar="OTHER", show_default=False, help="The other party, for what is between two.")
]
_ElasticityOption = Annotated[
    str,
    typer.Option(metavar="RANGE", help="Of substitution between providers: 5..10, 4, or 5.. for any from 5 up."),
]
_GoodOption = Annotated[
    str | None, typer.Option(metavar="GOOD", help="Tell through whom this good alone comes, such as oil or arms.")
]


@dataclass(frozen=True, slots=True)
class DossierOptions:
    """What `sayso dossier` may be told."""

    ledger: LedgerArgument
    party: _PartyArgument
    other: _PossibleOtherArgument = None
    as_of: AsOfOption = None
    reference: ReferenceOption = True
    limit: LimitOption = SHOWN
    format: PageFormatOption = PAGE_FORMATS[0]
    output: OutputOption = None
    actors: ActorsOption = None
    color: ColorOption = None


@dataclass(frozen=True, slots=True)
class ExchangeOptions:
    """What `sayso exchange` may be told."""

    ledger: LedgerArgument
    party: _PartyArgument
    other: _OtherArgument
    as_of: AsOfOption = None
    limit: LimitOption = SHOWN
    format: PageFormatOption = PAGE_FORMATS[0]
    output: OutputOption = None
    actors: ActorsOption = None
    color: ColorOption = None


@dataclass(frozen=True, slots=True)
class DependsOptions:
    """What `sayso depends` may be told."""

    ledger: LedgerArgument
    party: _PartyArgument
    other: _PossibleOtherArgument = None
    elasticity: _ElasticityOption = _USUAL
    good: _GoodOption = None
    as_of: AsOfOption = None
    reference: ReferenceOption = True
    limit: LimitOption = SHOWN
    format: PageFormatOption = PAGE_FORMATS[0]
    output: OutputOption = None
    actors: ActorsOption = None
    color: ColorOption = None


def dossier(options: DossierOptions) -> None:
    """Write the dossier; say so when the ledger tells nothing."""
    # Here and below, because the libraries behind them take a second that --help should not.
    from sayso.outputs.system import dossier as page
    from sayso.outputs.system.forms import dossier as forms
    from sayso.system.dossiers import dossier as assembled

    roster = checked(options)
    parties = _parties(options.party, options.other, roster=roster)
    case = case_of(options, roster, recorded=parties if options.reference else ())
    found = assembled(case.model, *parties)
    book = with_unread(case, options, parties=parties)
    write_page(options, page.sheet(found, book), form=lambda: forms.form(found, book))
    if not any(True for _ in page.claims_of(found)):
        complain(messages(options.color), f"no claim tells of {_called(parties, case)}")


def exchange(options: ExchangeOptions) -> None:
    """Write what passes between the two; say so when nothing does."""
    from sayso.outputs.system import exchange as page
    from sayso.system.dossiers import dossier as assembled

    roster = checked(options)
    parties = _parties(options.party, options.other, roster=roster)
    if len(parties) == 1:
        raise SettingsError(f"{options.party!r} and {options.other!r} are one party; an exchange is between two")
    case = case_of(options, roster)
    found = assembled(case.model, *parties)
    write_page(options, page.sheet(found, case.book), form=lambda: page.form(found, case.book))
    if not any(side.gives or side.unplaced for side in found.sides):
        complain(messages(options.color), f"no claim tells that anything passes between {_called(parties, case)}")


def depends(options: DependsOptions) -> None:
    """Write who depends on whom; say so when the ledger tells nothing of it."""
    from sayso.outputs.system import depends as page
    from sayso.outputs.system.forms import dependence as forms

    elasticity, good = _elasticity(options.elasticity), _good(options.good)
    roster = checked(options)
    parties = _parties(options.party, options.other, roster=roster)
    case = case_of(options, roster, recorded=parties if options.reference else ())
    found = page.reliance(case.model, parties, elasticity=elasticity, good=good)
    write_page(options, page.sheet(found, case.book), form=lambda: forms.form(found, case.book))
    if not (found.rows or found.comparisons):
        complain(messages(options.color), f"no claim tells of the dependence of {_called(parties, case)}")


def _elasticity(text: str) -> "Interval":
    """The range that is written: `5..10`, `4` or `5..`; raises `SettingsError` for what is none over 1."""
    from sayso.corroboration.intervals import Interval

    written = _RANGE.fullmatch(text.replace(" ", ""))
    if written is not None:
        low = Decimal(written["low"])
        high = Decimal(written["high"]) if written["high"] else None if written["dots"] else low
        if low > 1 and (high is None or low <= high):
            return Interval(low=low, high=high)
    raise SettingsError(
        f"{text!r} is no range of elasticities of substitution; write it as 5..10, 4 or 5.., the lower end first and "
        "over 1: at 1 or less no other provider could ever make up for the loss"
    )


def _good(text: str | None) -> str | None:
    from sayso.system.scenarios.language import GOODS

    return None if text is None else one_of(text.casefold(), GOODS, what="good")


def _parties(party: str, other: str | None, *, roster: "Roster") -> tuple[str, ...]:
    """The parties that are meant, each once."""
    return tuple(dict.fromkeys(party_called(each, roster) for each in (party, other) if each is not None))


def _called(parties: tuple[str, ...], case: Case) -> str:
    from sayso.outputs.system.casebook import full_name

    return " and ".join(full_name(each, case.book) for each in parties)
