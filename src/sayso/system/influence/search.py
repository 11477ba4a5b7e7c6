"""Edges in, the simple paths from one node to another out, the shortest first, as far as the limits allow.

Whether two nodes are joined by a simple path of a given sign is NP-complete in directed graphs: it is the problem of
paths of even length (LaPaugh and Papadimitriou 1984, *Networks* 14(4), 507-513). So the search is bounded, and says
whether it came to its end. Walks, which may pass a node twice, are easy: see `reached_signs`.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from sayso.system.influence.records import Edge

_SIGNS = ("+", "-")

Graph = Mapping[str, tuple[Edge, ...]]
"""For every node the edges that leave it, in the order of effect and sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far paths are followed.

    `length` is in edges: readers follow no argument of more than a handful of steps, and in the maps of Axelrod (1976)
    the paths between a policy and its utility have two to six. `routes` is what is listed at most, `steps` how many
    edges are tried; at these numbers a search ends within half a second. Chosen, not tuned.
    """

    length: int = 10
    routes: int = 200
    steps: int = 50_000


def graph(edges: Iterable[Edge]) -> dict[str, tuple[Edge, ...]]:
    """The edges by their cause."""
    found: dict[str, list[Edge]] = {}
    for edge in edges:
        found.setdefault(edge.cause, []).append(edge)
    return {node: tuple(sorted(leaving, key=_by_effect)) for node, leaving in found.items()}


def reached_signs(within: Graph, start: str, *, goal: str) -> frozenset[str]:
    """The signs of the walks from the start to the goal which pass neither of them on the way.

    A search over pairs of node and sign, linear in the edges. Every simple path is such a walk, so that one sign alone
    is the sign of all paths, however many there are.
    """
    seen = {(start, "+")}
    left = deque(seen)
    found: set[str] = set()
    while left and len(found) < len(_SIGNS):
        node, sign = left.popleft()
        for edge in within.get(node, ()):
            state = edge.effect, "+" if edge.sign == sign else "-"
            if edge.effect == goal:
                found.add(state[1])
            elif edge.effect != start and state not in seen:
                seen.add(state)
                left.append(state)
    return frozenset(found)


class Search:
    """A search for simple paths within limits, which several searches may share."""

    def __init__(self, limits: Limits) -> None:
        self._length = limits.length
        self._routes = limits.routes
        self._steps = limits.steps
        self.is_complete = True
        """Whether nothing was left out so far for want of length, number or steps."""

    def follow(self, within: Graph, start: str, *, goal: str) -> list[tuple[Edge, ...]]:
        """The simple paths from start to goal, shortest first; loops where the two are the same."""
        distances = self._distances(within, goal)
        found: list[tuple[Edge, ...]] = []
        # By the length that a path will have at least, so that none is tried before those that may be shorter; of
        # those the one that has come farthest, so that few lie half done. The count keeps them in order.
        left: list[tuple[int, int, int, tuple[Edge, ...]]] = [(0, 0, 0, ())]
        count = 0
        while left:
            path = heappop(left)[-1]
            passed = {start, *(edge.effect for edge in path)}
            for edge in within.get(path[-1].effect if path else start, ()):
                node = edge.effect
                if node not in distances or (node in passed and node != goal):
                    continue
                length = len(path) + 1 + distances[node]
                if length > self._length or not self._may_step():
                    self.is_complete = False
                elif node != goal:
                    count += 1
                    heappush(left, (length, -len(path), count, (*path, edge)))
                elif self._may_list():
                    found.append((*path, edge))
                else:
                    self.is_complete = False
                    return found
        return found

    def _distances(self, within: Graph, goal: str) -> dict[str, int]:
        """For every node from which the goal is reached, over how many edges."""
        before: dict[str, list[str]] = {}
        for node, leaving in within.items():
            for edge in leaving:
                before.setdefault(edge.effect, []).append(node)
        distances = {goal: 0}
        left = deque([goal])
        while left:
            node = left.popleft()
            for cause in before.get(node, ()):
                if cause not in distances:
                    distances[cause] = distances[node] + 1
                    left.append(cause)
        return distances

    def _may_step(self) -> bool:
        self._steps -= 1
        return self._steps >= 0

    def _may_list(self) -> bool:
        self._routes -= 1
        return self._routes >= 0


def _by_effect(edge: Edge) -> tuple[str, str]:
    return edge.effect, edge.sign
