"""A case in, its parties and what lies between them as a picture whose edges lead to their sentences, out."""

from collections import Counter
from dataclasses import dataclass

from sayso.lang.calling import name_of
from sayso.outputs.display import shortened, visible
from sayso.system.records import Exchange, Stake
from sayso.workbench.case import Case
from sayso.workbench.drawing.network import HEIGHT, WIDTH, Point, placed

_PARTIES = 30
"""Parties of the picture, those of most rows: with more, names lie upon each other."""

_LONGEST_NAME = 40
_BESIDE = 180
"""Units from a side of the picture within which half of a name of the longest would not fit."""

_EDGES = 120
_HOSTILE = ("oppose", "threaten", "fear")
_FRIENDLY = ("support",)
_LEAST, _MOST = 1.5, 9.0
"""Width of the thinnest and the broadest edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A party, where it stands, on which side of its middle its name begins, and how many rows of the system name it.

    `anchor` is `start` at the left of the picture, `end` at its right, else `middle`: no name leaves the picture.
    """

    id: str
    name: str
    at: Point
    anchor: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """What lies between two parties: how much passes, how many stances are for and against, and its line.

    `manner` is `passes`, `opposed`, or `both`; a dashed line is opposition alone, so that colour is not the only sign.
    """

    first: Node
    second: Node
    flows: int
    support: int
    oppose: int
    manner: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """The picture, and the same as a table for those who do not see it."""

    title: str
    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    parties: int


def network(case: Case) -> NetworkView:
    """The network of the case, of the parties that most is told of."""
    return case.kept(_network)


def _network(case: Case) -> NetworkView:
    model = case.findings.model
    flows: Counter[tuple[str, str]] = Counter()
    support: Counter[tuple[str, str]] = Counter()
    oppose: Counter[tuple[str, str]] = Counter()
    for exchange in model.exchanges:
        _count(flows, exchange, len(exchange.flows))
    for stake in model.stakes:
        if stake.sort in _FRIENDLY:
            _count(support, stake, 1)
        elif stake.sort in _HOSTILE:
            _count(oppose, stake, 1)
    strength = flows + support + oppose
    rows: Counter[str] = Counter()
    for (one, other), number in strength.items():
        rows[one] += number
        rows[other] += number
    chosen = sorted(rows, key=lambda party: (-rows[party], party))[:_PARTIES]
    points = placed(chosen, strength)
    nodes = {
        each: Node(
            id=each,
            name=shortened(visible(name_of(each, case.roster)), limit=_LONGEST_NAME),
            at=points[each],
            anchor=_anchor(points[each]),
            rows=rows[each],
        )
        for each in chosen
    }
    pairs = sorted((pair for pair in strength if set(pair) <= nodes.keys()), key=lambda pair: (-strength[pair], pair))
    most = max((strength[pair] for pair in pairs), default=1)
    return NetworkView(
        title="Network",
        width=WIDTH,
        height=HEIGHT,
        nodes=tuple(nodes.values()),
        edges=tuple(
            Edge(
                first=nodes[one],
                second=nodes[other],
                flows=flows[one, other],
                support=support[one, other],
                oppose=oppose[one, other],
                manner=_manner(flows[one, other] + support[one, other], oppose[one, other]),
                width=round(_LEAST + (_MOST - _LEAST) * (strength[one, other] / most) ** 0.5, 1),
            )
            for one, other in pairs[:_EDGES]
        ),
        parties=len(rows),
    )


def _anchor(at: Point) -> str:
    if at.x < _BESIDE:
        return "start"
    return "end" if at.x > WIDTH - _BESIDE else "middle"


def _count(counter: Counter[tuple[str, str]], row: Exchange | Stake, number: int) -> None:
    ends = (row.giver, row.recipient) if isinstance(row, Exchange) else (row.party, row.other)
    one, other = ends
    if one is not None and other is not None and one != other:
        counter[min(one, other), max(one, other)] += number


def _manner(with_each_other: int, against: int) -> str:
    if not against:
        return "passes"
    return "both" if with_each_other else "opposed"
