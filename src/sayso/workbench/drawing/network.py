"""Parties and the strength of what lies between them in, where each stands on the picture out.

Force-directed placement after Fruchterman and Reingold (1991) as networkx has it, with a fixed seed: the same ledger
gives the same picture.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

WIDTH, HEIGHT = 960.0, 640.0
"""Units of the picture."""

_MARGIN = 70.0
_SEED = 1
_ROUNDS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A place on the picture, from the left and from the top."""

    x: float
    y: float


def placed(parties: Sequence[str], strength: Mapping[tuple[str, str], int]) -> Mapping[str, Point]:
    """Where each party stands: those with more between them nearer to each other."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(parties)
    for (one, other), number in sorted(strength.items()):
        if one != other and one in graph and other in graph:
            graph.add_edge(one, other, weight=1 + number**0.5)
    if len(graph) < 2:
        return dict.fromkeys(graph, Point(x=WIDTH / 2, y=HEIGHT / 2))
    found = nx.spring_layout(graph, seed=_SEED, iterations=_ROUNDS, k=2.2 / len(graph) ** 0.5, weight="weight")
    xs, ys = [float(at[0]) for at in found.values()], [float(at[1]) for at in found.values()]
    return {
        party: Point(x=_scaled(float(at[0]), xs, WIDTH), y=_scaled(float(at[1]), ys, HEIGHT))
        for party, at in found.items()
    }


def _scaled(value: float, values: Sequence[float], length: float) -> float:
    low, high = min(values), max(values)
    part = (value - low) / (high - low) if high > low else 0.5
    return round(_MARGIN + part * (length - 2 * _MARGIN), 1)
