"""A dossier of two in, the page of what passes between them out, or one object with the same."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.outputs.system.casebook import Casebook, foundation, full_name, in_text
from sayso.outputs.system.dossier import as_of_phrase, disputes, exchanges_of, given
from sayso.outputs.system.forms.evidence import BasisForm, PartyForm, basis, party_form
from sayso.outputs.system.forms.passing import ExchangeForm, exchange_form
from sayso.outputs.system.sheet import Section, Sheet
from sayso.outputs.system.words import opening
from sayso.system.dossiers import Dossier


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangesForm:
    """What passes between two parties, in both directions."""

    parties: tuple[PartyForm, ...]
    as_of: str | None
    rests_on: BasisForm
    exchanges: tuple[ExchangeForm, ...]


def sheet(dossier: Dossier, book: Casebook) -> Sheet:
    """The page: a table and the sentences for each direction, then numbers that cannot both hold."""
    one, other = dossier.parties
    sections: list[Section] = []
    for side, giver, recipient in zip(dossier.sides, (one, other), (other, one), strict=True):
        title = opening(f"{in_text(giver, book)} to {in_text(recipient, book)}")
        sections.append(given(title, side, book=book, other=recipient))
    if dossier.disputes:
        sections.append(disputes(dossier.disputes, book))
    return Sheet(
        title=f"What passes between {full_name(one, book)} and {full_name(other, book)}",
        facts=(as_of_phrase(dossier.as_of), *foundation(_claims(dossier), book)),
        sections=tuple(sections),
    )


def form(dossier: Dossier, book: Casebook) -> ExchangesForm:
    """The same as exported."""
    return ExchangesForm(
        parties=tuple(party_form(each, book) for each in dossier.parties),
        as_of=dossier.as_of,
        rests_on=basis(_claims(dossier), book),
        exchanges=tuple(map(exchange_form, exchanges_of(dossier))),
    )


def _claims(dossier: Dossier) -> Iterator[str]:
    return (each for exchange in exchanges_of(dossier) for flow in exchange.flows for each in flow.claim_ids)
