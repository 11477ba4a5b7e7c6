"""A dossier with the claims behind it in, one object with everything in it out."""

from dataclasses import dataclass

from sayso.outputs.system.casebook import Casebook
from sayso.outputs.system.dossier import claims_of, verdicts_of
from sayso.outputs.system.forms.evidence import BasisForm, PartyForm, basis, party_form
from sayso.outputs.system.forms.passing import ExchangeForm, FigureForm, exchange_form, figure_form
from sayso.outputs.system.forms.rows import (
    DependenceForm,
    StakeForm,
    VerdictForm,
    dependence_form,
    stake_form,
    verdict_form,
)
from sayso.system.dossiers import Dispute, Dossier, Gap, Side
from sayso.system.unread import Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class SideForm:
    """All that concerns one party, or in a pair one party towards the other."""

    party: str
    gives: tuple[ExchangeForm, ...]
    unplaced: tuple[ExchangeForm, ...]
    wants: tuple[StakeForm, ...]
    gains: tuple[StakeForm, ...]
    fears: tuple[StakeForm, ...]
    risks: tuple[StakeForm, ...]
    stances: tuple[StakeForm, ...]
    depends: tuple[DependenceForm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeForm:
    """Two amounts of one flow that cannot both hold."""

    flow_id: str
    first: FigureForm
    second: FigureForm


@dataclass(frozen=True, slots=True, kw_only=True)
class GapForm:
    """What is not stated; `said` names parties by their ids."""

    sort: str
    giver: str | None
    recipient: str | None
    good: str | None
    said: str
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierForm:
    """All that `sayso dossier` knows; of one party `gets` is what others give it."""

    parties: tuple[PartyForm, ...]
    as_of: str | None
    rests_on: BasisForm
    sides: tuple[SideForm, ...]
    gets: tuple[ExchangeForm, ...]
    unowned: tuple[StakeForm, ...]
    others: tuple[StakeForm, ...]
    dependences: tuple[DependenceForm, ...]
    disputes: tuple[DisputeForm, ...]
    gaps: tuple[GapForm, ...]
    verdicts: tuple[VerdictForm, ...]
    unread: tuple[Unread, ...]


def form(dossier: Dossier, book: Casebook) -> DossierForm:
    """The dossier as exported."""
    return DossierForm(
        parties=tuple(party_form(each, book) for each in dossier.parties),
        as_of=dossier.as_of,
        rests_on=basis(claims_of(dossier), book),
        sides=tuple(map(_side, dossier.sides)),
        gets=tuple(map(exchange_form, dossier.gets)),
        unowned=tuple(map(stake_form, dossier.unowned)),
        others=tuple(map(stake_form, dossier.others)),
        dependences=tuple(map(dependence_form, dossier.dependences)),
        disputes=tuple(map(_dispute, dossier.disputes)),
        gaps=tuple(map(_gap, dossier.gaps)),
        verdicts=tuple(map(verdict_form, verdicts_of(dossier, book))),
        unread=book.unread,
    )


def _side(side: Side) -> SideForm:
    return SideForm(
        party=side.party,
        gives=tuple(map(exchange_form, side.gives)),
        unplaced=tuple(map(exchange_form, side.unplaced)),
        wants=tuple(map(stake_form, side.wants)),
        gains=tuple(map(stake_form, side.gains)),
        fears=tuple(map(stake_form, side.fears)),
        risks=tuple(map(stake_form, side.risks)),
        stances=tuple(map(stake_form, side.stances)),
        depends=tuple(map(dependence_form, side.depends)),
    )


def _dispute(dispute: Dispute) -> DisputeForm:
    figures = dispute.flow.figures
    return DisputeForm(
        flow_id=dispute.flow.id,
        first=figure_form(figures[dispute.first]),
        second=figure_form(figures[dispute.second]),
    )


def _gap(gap: Gap) -> GapForm:
    return GapForm(
        sort=gap.sort,
        giver=gap.giver,
        recipient=gap.recipient,
        good=gap.good,
        said=gap.said,
        claim_ids=gap.claim_ids,
    )
