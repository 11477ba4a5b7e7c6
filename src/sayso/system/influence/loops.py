"""A signed graph in, the loops in which what is done comes back to who did it out.

A loop with an even number of minuses is reinforcing, one with an odd number balancing (Axelrod, ed., 1976, chapter 3;
Maruyama 1963, *American Scientist* 51(2), 164-179).
"""

from collections.abc import Iterable

import networkx as nx

from sayso.system.influence.paths import USUAL
from sayso.system.influence.records import Edge, Loops, Route
from sayso.system.influence.search import Limits, Search, graph

_MOST_WORK = 300_000
"""Edges that are looked at before any is followed, which grow with the square of the nodes: a second, or some 700
nodes that all reach each other over as many edges. Chosen, not tuned."""


def loops(edges: Iterable[Edge], limits: Limits = USUAL) -> Loops:
    """Every loop once, beginning with its first node by name; the loops of a node are listed the shortest first."""
    within = graph(edges)
    search = Search(limits)
    work = 0
    found: list[Route] = []
    for nodes in _knots(within):
        # Loops through the first node; then those of the rest, which do not pass it.
        for place, root in enumerate(nodes):
            allowed = set(nodes[place:])
            rest = {node: tuple(edge for edge in within[node] if edge.effect in allowed) for node in nodes[place:]}
            work += sum(map(len, rest.values()))
            if work > _MOST_WORK:
                return Loops(loops=tuple(found), is_complete=False)
            found += [Route(edges=each) for each in search.follow(rest, root, goal=root)]
    return Loops(loops=tuple(found), is_complete=search.is_complete)


def _knots(within: dict[str, tuple[Edge, ...]]) -> list[list[str]]:
    """The sets of nodes that all reach each other, in which alone there are loops; in the order of names."""
    joined: nx.DiGraph[str] = nx.DiGraph()
    joined.add_edges_from((edge.cause, edge.effect) for leaving in within.values() for edge in leaving)
    knots = [sorted(nodes) for nodes in nx.strongly_connected_components(joined)]
    return sorted(nodes for nodes in knots if len(nodes) > 1 or joined.has_edge(nodes[0], nodes[0]))
