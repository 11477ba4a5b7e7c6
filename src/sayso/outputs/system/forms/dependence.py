"""Dependences of a party, or between two, in, one object with everything in it out."""

from dataclasses import dataclass

from sayso.outputs.system.casebook import Casebook
from sayso.outputs.system.depends import Comparison, Reliance, claims_of
from sayso.outputs.system.forms.evidence import BasisForm, PartyForm, basis, party_form
from sayso.outputs.system.forms.leverage import LossForm, PassageForm, loss_form, passage_forms
from sayso.outputs.system.forms.rows import (
    DependenceForm,
    IntervalForm,
    WindowForm,
    dependence_form,
    interval_form,
    interval_form_if_any,
    window_form,
)
from sayso.system.dependence import Breakdown
from sayso.system.measures.asymmetry import I_MORE, J_MORE

_VERDICTS = {I_MORE: "first depends more", J_MORE: "second depends more"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeForm:
    """Shares of one whole: bounds of the Herfindahl–Hirschman index, and what a provider that is none of them has.

    `shares` are ids of rows, `claim_ids` the claims that these rest on.
    """

    party: str
    good: str | None
    whole: str | None
    window: WindowForm | None
    basis: str
    shares: tuple[str, ...]
    concentration: IntervalForm
    unlisted: IntervalForm
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonForm:
    """Two parties' shares of each other; the measures are those of Oneal and Russett, and of Barbieri."""

    good: str | None
    whole: str | None
    window: WindowForm | None
    basis: str
    first_on_second: IntervalForm | None
    second_on_first: IntervalForm | None
    verdict: str
    lower: IntervalForm | None
    salience: IntervalForm | None
    symmetry: IntervalForm | None
    interdependence: IntervalForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DependencesForm:
    """All that `sayso depends` knows."""

    parties: tuple[PartyForm, ...]
    as_of: str | None
    rests_on: BasisForm
    dependences: tuple[DependenceForm, ...]
    wholes: tuple[WholeForm, ...]
    comparisons: tuple[ComparisonForm, ...]
    losses: tuple[LossForm, ...]
    passages: tuple[PassageForm, ...]


def form(found: Reliance, book: Casebook) -> DependencesForm:
    """The dependences as exported."""
    wholes = [claim for each in found.wholes for row in each.shares for claim in row.claim_ids]
    return DependencesForm(
        parties=tuple(party_form(each, book) for each in found.parties),
        as_of=found.as_of,
        rests_on=basis([*claims_of(found), *wholes], book),
        dependences=tuple(map(dependence_form, found.rows)),
        wholes=tuple(map(_whole, found.wholes)),
        comparisons=tuple(map(_comparison, found.comparisons)),
        losses=tuple(map(loss_form, found.losses)),
        passages=tuple(row for all_ in found.passings for each in all_.found for row in passage_forms(each)),
    )


def _whole(found: Breakdown) -> WholeForm:
    return WholeForm(
        party=found.party,
        good=found.good,
        whole=found.whole,
        window=window_form(found.window),
        basis=found.basis,
        shares=tuple(each.id for each in found.shares),
        concentration=interval_form(found.concentration),
        unlisted=interval_form(found.unlisted),
        claim_ids=tuple(dict.fromkeys(claim for each in found.shares for claim in each.claim_ids)),
    )


def _comparison(found: Comparison) -> ComparisonForm:
    measured = found.asymmetry
    return ComparisonForm(
        good=found.first.good,
        whole=found.first.whole,
        window=window_form(found.first.window),
        basis="computed",
        first_on_second=interval_form_if_any(measured.i_on_j),
        second_on_first=interval_form_if_any(measured.j_on_i),
        verdict=_VERDICTS.get(measured.verdict, measured.verdict),
        lower=interval_form_if_any(measured.lower),
        salience=interval_form_if_any(measured.salience),
        symmetry=interval_form_if_any(measured.symmetry),
        interdependence=interval_form_if_any(measured.interdependence),
    )
