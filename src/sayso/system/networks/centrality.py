"""Pairs of parties in, how often each party lies on the shortest ways between the others out.

Freeman (1977), *Sociometry* 40(1), 35-41. On the marriages of Florence (Padgett and Ansell 1993, *American Journal of
Sociology* 98(6), 1259-1319) it gives the Medici .5220, twice any other family.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import networkx as nx

from sayso.system.records import Exchange

PASSED = frozenset({"delivered"})
"""Statuses of what has passed; what is promised or sought is no tie yet."""

_EXACT = 500
"""Parties up to which all are starting points: the time grows with parties times ties. The world has 200 states, and a
large ledger some hundreds of parties."""

_PIVOTS = 200
"""Starting points where there are more parties (Brandes and Pich 2007, *International Journal of Bifurcation and Chaos*
17(7), 2303-2318). Chosen, not tuned."""

_SEED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Centrality:
    """How central a party is among those that are tied.

    `betweenness` is the share, 0 to 1, of pairs of other parties between which it lies; of several shortest ways each
    counts in part. It is an estimate where only some starting points were taken. `partners` counts the parties that
    it is tied to.
    """

    party: str
    betweenness: float
    partners: int
    is_estimate: bool


def centralities(pairs: Iterable[tuple[str, str]]) -> tuple[Centrality, ...]:
    """The parties of the pairs, the most central first; a tie has no direction, and of itself nobody is a partner."""
    ties = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    network: nx.Graph[str] = nx.Graph()
    network.add_edges_from(ties)
    is_estimate = len(network) > _EXACT
    found = nx.betweenness_centrality(network, k=_PIVOTS if is_estimate else None, seed=_SEED)
    rows = [
        Centrality(party=party, betweenness=share, partners=network.degree(party), is_estimate=is_estimate)
        for party, share in found.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.betweenness, -row.partners, row.party)))


def tied(exchanges: Iterable[Exchange], statuses: frozenset[str] = PASSED) -> Iterator[tuple[str, str]]:
    """The pairs of known parties between which anything passes with one of the statuses."""
    for each in exchanges:
        is_tie = any(flow.status in statuses for flow in each.flows)
        if is_tie and each.giver is not None and each.recipient is not None:
            yield each.giver, each.recipient
