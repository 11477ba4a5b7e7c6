"""A case in, what it holds, what is told most, what is disputed and what came last out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.corroboration.accounts import Account
from sayso.lang.calling import name_of
from sayso.ledger import Filter
from sayso.ledger.answers import Count
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What the page shows that only a look through the whole ledger tells."""

    claims: int
    facets: Mapping[str, tuple[Count, ...]]
    pairs: tuple[tuple[tuple[str, str], int], ...]
    disputed: tuple[Account, ...]
    disputes: int
    dates: tuple[str, ...]


def overview(case: Case) -> OverviewView:
    """The overview of the case."""
    found = case.kept(_found)
    counts = {each.name: each.claims for each in found.facets["actor"]}
    return OverviewView(
        title=case.name,
        documents=len(case.findings.documents),
        claims=found.claims,
        matters=len(case.findings.accounts),
        languages=tuple((each.name, each.claims) for each in found.facets["language"]),
        earliest=found.dates[0] if found.dates else None,
        latest=found.dates[-1] if found.dates else None,
        parties=tuple(_party(name, case, counts) for name in list(counts)[:_PARTIES]),
        pairs=tuple(
            Pair(first=_party(one, case, counts), second=_party(other, case, counts), flows=flows)
            for (one, other), flows in found.pairs
        ),
        told_most=_rows(case.findings.ordered("importance")[:_SHOWN], case),
        disputed=_rows(found.disputed, case),
        disputes=found.disputes,
        newest=_rows(case.findings.ordered("news")[:_SHOWN], case),
    )


def _found(case: Case) -> _Found:
    findings = case.findings
    everything = findings.chosen(Filter())
    between: Counter[tuple[str, str]] = Counter()
    for exchange in findings.model.exchanges:
        if exchange.giver and exchange.recipient:
            pair = min(exchange.giver, exchange.recipient), max(exchange.giver, exchange.recipient)
            between[pair] += len(exchange.flows)
    disputed = [each for each in findings.ordered("doubt") if is_disputed(each)]
    return _Found(
        claims=len(everything.numbers),
        facets=dict(everything.facets),
        pairs=tuple(sorted(between.items(), key=lambda item: (-item[1], item[0]))[:_PAIRS]),
        disputed=tuple(disputed[:_SHOWN]),
        disputes=len(disputed),
        dates=tuple(sorted(each.published for each in findings.documents.values() if each.published)),
    )


def _party(party: str, case: Case, counts: dict[str, int]) -> Party:
    return Party(id=party, name=name_of(party, case.roster), claims=counts.get(party, 0))


def _rows(accounts: Sequence[Account], case: Case) -> tuple[MatterRow, ...]:
    return tuple(matter_row(each, case.findings.assessed) for each in accounts)
