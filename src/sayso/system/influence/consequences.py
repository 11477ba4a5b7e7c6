"""A signed graph and a node that there is more or less of in, what becomes of all that it works on, nearest first, out.

The sign is that of Axelrod (ed., 1976): what all paths have in common, `?` where they conflict. Less of the node turns
it round. That a party gains or is harmed is where a path ends. The graph goes on, and takes what a party does to grow
with how it fares; of that only the parties are told, apart, as it is a second thing to believe.
"""

from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from sayso.system.influence.paths import effect_within
from sayso.system.influence.records import Edge, Effect
from sayso.system.influence.search import Graph, Limits, graph

MOST = 12
"""Parties and things of which it is told: as many as a reader goes through for one change. Those nearest by steps come
first, as a conclusion over six claims is weaker than one over two."""

LIMITS = Limits(length=6, routes=20, steps=10_000)
"""Shorter than those of a single question, as there are some dozen searches: they end within a second. In the maps of
Axelrod (1976) the paths between a policy and its utility have two to six edges."""

_SIGNS = {"+": "more", "-": "less", "?": "?"}
_TURNED = {"+": "-", "-": "+", "?": "?"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What becomes of a party or thing: `more`, `less`, `?` where paths conflict, or None where it cannot be told.

    `effect` has the paths, with signs for more of the node where they begin; `steps` are those of the shortest.
    `is_beyond` where every path passes a party, and goes on with what that does.
    """

    stake: str
    becomes: str | None
    steps: int
    is_beyond: bool
    effect: Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """What follows from more or less of `start`; `left_out` counts those farther off that are not told of."""

    start: str
    is_more: bool
    found: tuple[Consequence, ...]
    left_out: int


def consequences(
    edges: Iterable[Edge], start: str, *, is_more: bool, parties: Collection[str] = (), most: int = MOST
) -> Consequences:
    """All that is reached without passing a party, then parties beyond; nearest first, of those as near the parties."""
    beyond = graph(edges)
    direct = {node: leaving for node, leaving in beyond.items() if node == start or node not in parties}
    steps = _steps(direct, start)
    farther = {node: number for node, number in _steps(beyond, start).items() if node in parties and node not in steps}
    rows = [(direct, steps, False), (beyond, farther, True)]
    ordered = [
        (within, node, known[node], is_beyond)
        for within, known, is_beyond in rows
        for node in sorted(known.keys() - {start}, key=lambda node: (known[node], node not in parties, node))
    ]
    near = [each for each in ordered if each[2] <= LIMITS.length]
    found = tuple(
        _consequence(within, start, stake=stake, steps=number, is_more=is_more, is_beyond=is_beyond)
        for within, stake, number, is_beyond in near[:most]
    )
    return Consequences(start=start, is_more=is_more, found=found, left_out=len(ordered) - len(found))


def _consequence(within: Graph, start: str, *, stake: str, steps: int, is_more: bool, is_beyond: bool) -> Consequence:
    known = effect_within(within, start, stake=stake, limits=LIMITS)
    sign = known.sign if is_more or known.sign is None else _TURNED[known.sign]
    becomes = None if sign is None else _SIGNS[sign]
    return Consequence(stake=stake, becomes=becomes, steps=steps, is_beyond=is_beyond, effect=known)


def _steps(within: Graph, start: str) -> dict[str, int]:
    """How many edges away each node is that is reached."""
    steps = {start: 0}
    left = deque(steps)
    while left:
        node = left.popleft()
        for edge in within.get(node, ()):
            if edge.effect not in steps:
                steps[edge.effect] = steps[node] + 1
                left.append(edge.effect)
    return steps
