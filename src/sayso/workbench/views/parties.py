"""A case in, every party with its name and how often it takes part out."""

from dataclasses import dataclass

from sayso.lang.calling import name_of
from sayso.ledger import Identity
from sayso.ledger.identifying import holding_identities
from sayso.system.parties import party_of
from sayso.workbench.case import Case
from sayso.workbench.views.parts import Pages, pages_of

SIZE = 100
"""Parties of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A party with its name, its claims, and what it takes part in most."""

    id: str
    name: str
    claims: int
    kinds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartiesView:
    """A page of parties, most frequent first; `same` are the actors that analysts hold to be others."""

    title: str
    rows: tuple[PartyRow, ...]
    pages: Pages
    same: tuple[Identity, ...]


_KINDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """A party with its claims, and their kinds, most frequent first."""

    party: str
    claims: int
    kinds: tuple[str, ...]


def parties(case: Case, *, page: int = 1) -> PartiesView:
    """The page of parties; all actors of a state are one party."""
    ordered = case.kept(_counted)
    pages = pages_of(len(ordered), page=page, size=SIZE)
    start = (pages.page - 1) * SIZE
    return PartiesView(
        title="Parties",
        rows=tuple(
            PartyRow(
                id=each.party,
                name=name_of(each.party, case.roster),
                claims=each.claims,
                kinds=", ".join(each.kinds),
            )
            for each in ordered[start : start + SIZE]
        ),
        pages=pages,
        same=holding_identities(case.ledger.register.identities()),
    )


def _counted(case: Case) -> tuple[_Counted, ...]:
    claims: dict[str, int] = {}
    kinds: dict[str, dict[str, int]] = {}
    for each in case.findings.actors:
        party = party_of(each.actor) or each.actor
        claims[party] = claims.get(party, 0) + each.claims
        own = kinds.setdefault(party, {})
        for kind in each.kinds:
            own[kind.name] = own.get(kind.name, 0) + kind.claims
    return tuple(
        _Counted(
            party=party,
            claims=claims[party],
            kinds=tuple(sorted(kinds[party], key=lambda kind: (-kinds[party][kind], kind))[:_KINDS]),
        )
        for party in sorted(claims, key=lambda party: (-claims[party], party))
    )
