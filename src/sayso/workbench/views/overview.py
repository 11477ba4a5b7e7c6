"""A case in, what it holds, what is told most, what is disputed and what came last out."""

import heapq
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.corroboration.accounts import ORDERS, Account
from sayso.lang.calling import name_of
from sayso.ledger import Filter
from sayso.outputs.matters.disputes import is_disputed
from sayso.workbench.case import Case
from sayso.workbench.views.parts import MatterRow, matter_row

_SHOWN = 8
"""Matters of each list: more than this is a page of its own."""

_PARTIES = 12
_PAIRS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party with its name and in how many claims it takes part."""

    id: str
    name: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two parties between which things pass, with how many flows are told of."""

    first: Party
    second: Party
    flows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """The first page: figures of the ledger and the lists that lead on."""

    title: str
    documents: int
    claims: int
    matters: int
    languages: tuple[tuple[str, int], ...]
    earliest: str | None
    latest: str | None
    parties: tuple[Party, ...]
    pairs: tuple[Pair, ...]
    told_most: tuple[MatterRow, ...]
    disputed: tuple[MatterRow, ...]
    disputes: int
    newest: tuple[MatterRow, ...]


def overview(case: Case) -> OverviewView:
    """The overview of the case."""
    found = case.findings
    leaf = case.ledger.leaf(Filter(), size=0)
    facets = dict(leaf.facets)
    counts = {each.name: each.claims for each in facets["actor"]}
    parties = [_party(name, case, counts) for name in list(counts)[:_PARTIES]]
    between: Counter[tuple[str, str]] = Counter()
    for exchange in found.model.exchanges:
        if exchange.giver and exchange.recipient:
            between[min(exchange.giver, exchange.recipient), max(exchange.giver, exchange.recipient)] += len(
                exchange.flows
            )
    dates = sorted(each.published for each in found.documents.values() if each.published)
    disputed = [each for each in found.accounts if is_disputed(each)]
    return OverviewView(
        title=case.name,
        documents=len(found.documents),
        claims=leaf.total,
        matters=len(found.accounts),
        languages=tuple((each.name, each.claims) for each in facets["language"]),
        earliest=dates[0] if dates else None,
        latest=dates[-1] if dates else None,
        parties=tuple(parties),
        pairs=tuple(
            Pair(first=_party(one, case, counts), second=_party(other, case, counts), flows=flows)
            for (one, other), flows in sorted(between.items(), key=lambda item: (-item[1], item[0]))[:_PAIRS]
        ),
        told_most=_rows(found.accounts, "importance", case),
        disputed=_rows(disputed, "doubt", case),
        disputes=len(disputed),
        newest=_rows(found.accounts, "news", case),
    )


def _party(party: str, case: Case, counts: dict[str, int]) -> Party:
    return Party(id=party, name=name_of(party, case.roster), claims=counts.get(party, 0))


def _rows(accounts: Sequence[Account], order: str, case: Case) -> tuple[MatterRow, ...]:
    chosen = heapq.nlargest(_SHOWN, accounts, key=ORDERS[order])
    return tuple(matter_row(each, case.findings.assessed) for each in chosen)
