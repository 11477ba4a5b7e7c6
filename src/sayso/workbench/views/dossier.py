"""A case and one party or two in, the page of their dossier, the same that `sayso dossier` writes, out."""

from dataclasses import dataclass

from sayso.errors import UnknownRecord
from sayso.lang.calling import actor_called, name_of
from sayso.outputs.system import dossier as page
from sayso.outputs.system.casebook import Casebook
from sayso.outputs.system.sheet import Sheet
from sayso.system.dossiers import dossier as assembled
from sayso.system.parties import party_of
from sayso.workbench.case import Case

_ROWS = 40
"""Rows of a list on the page; the command line shows all with `--limit 0`."""

_OTHERS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A party with which something passes, or to which there is a stance; `pair` is both, in the order of ids."""

    name: str
    pair: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierView:
    """The dossier of one party or two; `neighbours` lead on from the page of one."""

    title: str
    parties: tuple[str, ...]
    sheet: Sheet
    neighbours: tuple[Neighbour, ...]


def dossier(case: Case, *parties: str) -> DossierView:
    """The page; raises `UnknownRecord` for a party that nobody is called by."""
    ids = tuple(dict.fromkeys(_party(each, case) for each in parties))
    found = assembled(case.findings.model, *ids)
    sheet = page.sheet(found, Casebook(testimonies=case.findings.testimonies, roster=case.roster, limit=_ROWS))
    return DossierView(
        title=sheet.title,
        parties=ids,
        sheet=sheet,
        neighbours=_neighbours(ids[0], case) if len(ids) == 1 else (),
    )


def _party(called: str, case: Case) -> str:
    party = called if called in case.kept(_named) else party_of(actor_called(called, case.roster))
    if party is None:
        raise UnknownRecord(f"nobody is known by {called!r}")
    return party


def _named(case: Case) -> frozenset[str | None]:
    return frozenset(party_of(each.actor) for each in case.findings.actors)


def _neighbours(party: str, case: Case) -> tuple[Neighbour, ...]:
    rows: dict[str, int] = {}
    for each in case.findings.model.exchanges:
        if party in (each.giver, each.recipient):
            other = each.recipient if each.giver == party else each.giver
            if other is not None:
                rows[other] = rows.get(other, 0) + len(each.flows)
    for stake in case.findings.model.stakes:
        if party in (stake.party, stake.other):
            other = stake.other if stake.party == party else stake.party
            if other is not None and other != party:
                rows[other] = rows.get(other, 0) + 1
    chosen = sorted(rows, key=lambda each: (-rows[each], each))[:_OTHERS]
    return tuple(
        Neighbour(name=name_of(each, case.roster), pair=(min(party, each), max(party, each))) for each in chosen
    )
