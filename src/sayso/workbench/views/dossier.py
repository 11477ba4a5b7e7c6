"""A case and one party or two in, the page of their dossier out: what claims of the ledger tell, with shares as bars.

`sayso dossier` writes the same, and beside it reference data and sentences to look at, which would take a page seconds.
"""

from dataclasses import dataclass
from decimal import Decimal

from sayso.corroboration.intervals import Interval
from sayso.errors import UnknownRecord
from sayso.lang.calling import actor_called, name_of
from sayso.outputs.system import dossier as page
from sayso.outputs.system.casebook import Casebook
from sayso.outputs.system.sheet import Sheet
from sayso.outputs.system.words import share_phrase
from sayso.system.dossiers import Dossier
from sayso.system.dossiers import dossier as assembled
from sayso.system.parties import party_of
from sayso.workbench.case import Case
from sayso.workbench.drawing.bars import Bar, bars

_ROWS = 40
"""Rows of a list on the page; the command line shows all with `--limit 0`."""

_OTHERS = 12
_WHOLE = Interval(low=Decimal(0), high=Decimal(1))
"""Drawn with the shares, so that the axis of every page runs from nothing to all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A party with which something passes, or to which there is a stance; `pair` is both, in the order of ids."""

    name: str
    pair: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRow:
    """How much one party has from another of a whole, in words and as a bar from nothing to all of it."""

    dependent: str
    provider: str
    whole: str
    share: str
    bar: Bar
    claim_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierView:
    """The dossier of one party or two, with the shares in it as bars; `neighbours` lead on from the page of one."""

    title: str
    parties: tuple[str, ...]
    sheet: Sheet
    shares: tuple[ShareRow, ...]
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
        shares=_shares(found, case),
        neighbours=_neighbours(ids[0], case) if len(ids) == 1 else (),
    )


def _shares(found: Dossier, case: Case) -> tuple[ShareRow, ...]:
    """The shares of the sides, and those of others who depend on them, each on an axis from 0 to 1."""
    rows = [*(row for side in found.sides for row in side.depends), *found.dependences]
    told = [(row, row.share) for row in rows if row.share is not None and row.polarity == "affirmed"][:_ROWS]
    drawn = bars([*(share for _, share in told), _WHOLE])
    return tuple(
        ShareRow(
            dependent=name_of(row.dependent, case.roster),
            provider=name_of(row.provider, case.roster),
            whole=row.whole or row.good or "not stated",
            share=share_phrase(share),
            bar=bar,
            claim_id=next((each for each in row.claim_ids if each in case.findings.testimonies), ""),
        )
        for (row, share), bar in zip(told, drawn, strict=False)
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
