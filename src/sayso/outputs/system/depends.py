"""Dependences of a party, or between two, in, the page of who relies on whom out, or one object with the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.outputs.system.casebook import Casebook, foundation, full_name, name
from sayso.outputs.system.dossier import as_of_phrase
from sayso.outputs.system.forms.evidence import BasisForm, PartyForm, basis, party_form
from sayso.outputs.system.forms.rows import (
    DependenceForm,
    IntervalForm,
    WindowForm,
    dependence_form,
    interval_form,
    window_form,
)
from sayso.outputs.system.reliance import reliances
from sayso.outputs.system.sheet import Sheet
from sayso.system.dependence import Breakdown, breakdowns
from sayso.system.records import Dependence, SystemModel


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliance:
    """What a system tells of the dependence of a party, or of two on each other.

    `rows` are those of the first party, then those of the other, or of all that depend on it; `wholes` the shares that
    are of one whole, with their concentration.
    """

    parties: tuple[str, ...]
    as_of: str | None
    rows: tuple[Dependence, ...]
    wholes: tuple[Breakdown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeForm:
    """Shares of one whole: bounds of the Herfindahl–Hirschman index, and what a provider that is none of them has."""

    party: str
    good: str | None
    whole: str | None
    window: WindowForm | None
    basis: str
    shares: tuple[str, ...]
    concentration: IntervalForm
    unlisted: IntervalForm


@dataclass(frozen=True, slots=True, kw_only=True)
class DependencesForm:
    """All that `sayso depends` knows; `shares` of a whole are ids of `dependences`."""

    parties: tuple[PartyForm, ...]
    as_of: str | None
    basis: BasisForm
    dependences: tuple[DependenceForm, ...]
    wholes: tuple[WholeForm, ...]


def reliance(model: SystemModel, party: str, other: str | None = None) -> Reliance:
    """The rows that concern the party, or the two."""
    parties = (party,) if other is None or other == party else (party, other)
    rows = [each for each in model.dependences if _concerns(each, parties)]
    return Reliance(
        parties=parties,
        as_of=model.as_of,
        rows=tuple(sorted(rows, key=lambda each: each.dependent != party)),
        wholes=tuple(found for each in parties for found in breakdowns(model.dependences, each)),
    )


def sheet(found: Reliance, book: Casebook) -> Sheet:
    """The page: on whom a party depends, and who depends on it."""
    party = found.parties[0]
    seen: dict[str, str] = {}
    own = [each for each in found.rows if each.dependent == party]
    others = [each for each in found.rows if each.dependent != party]
    title, back = f"{name(party, book)} depends", f"Others depend on {name(party, book)}"
    if len(found.parties) > 1:
        other = name(found.parties[1], book)
        title, back = f"{name(party, book)} depends on {other}", f"{other} depends on {name(party, book)}"
    return Sheet(
        title="Dependence: " + " and ".join(full_name(each, book) for each in found.parties),
        facts=(as_of_phrase(found.as_of), *foundation(_claims(found.rows), book)),
        sections=(reliances(title, own, book, seen=seen), reliances(back, others, book, seen=seen)),
    )


def form(found: Reliance, book: Casebook) -> DependencesForm:
    """The same as exported."""
    return DependencesForm(
        parties=tuple(party_form(each, book) for each in found.parties),
        as_of=found.as_of,
        basis=basis(_claims(found.rows), book),
        dependences=tuple(map(dependence_form, found.rows)),
        wholes=tuple(map(_whole, found.wholes)),
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
    )


def _concerns(row: Dependence, parties: Sequence[str]) -> bool:
    if len(parties) == 1:
        return parties[0] in (row.dependent, row.provider)
    return {row.dependent, row.provider} == set(parties)


def _claims(rows: Iterable[Dependence]) -> list[str]:
    return [each for row in rows for each in row.claim_ids]
