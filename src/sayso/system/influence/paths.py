"""A signed graph and two nodes in, what a change of the one does to the other out, with every path.

Axelrod (ed., 1976), *Structure of Decision*, chapter 3 and appendix 2: the total effect is the sign that all paths have
in common, and cannot be told where they conflict.
"""

from collections import Counter
from collections.abc import Iterable

from sayso.system.influence.records import Edge, Effect, Route
from sayso.system.influence.search import Graph, Limits, Search, graph, reached_signs

USUAL = Limits()
"""The limits that searches have where none are given."""


def effect(edges: Iterable[Edge], change: str, *, stake: str, limits: Limits = USUAL) -> Effect:
    """What more of `change` does to `stake`.

    A sign is claimed only where it holds for all simple paths: because all were followed, or because no walk from the
    one to the other has another sign. What a node does to itself is a matter of loops, and has no paths here.
    """
    return effect_within(graph(edges), change, stake=stake, limits=limits)


def effect_within(within: Graph, change: str, *, stake: str, limits: Limits = USUAL) -> Effect:
    """The same in a graph that is made already, for several questions of it."""
    signs = reached_signs(within, change, goal=stake) if change != stake else frozenset()
    search = Search(limits)
    paths = [Route(edges=each) for each in search.follow(within, change, goal=stake)] if signs else []
    counts = Counter(path.sign for path in paths)
    sign: str | None
    if len(counts) > 1:
        sign = "?"
    elif len(signs) == 1:
        (sign,) = signs
    else:
        sign = next(iter(counts), None) if search.is_complete else None
    return Effect(
        change=change,
        stake=stake,
        sign=sign,
        paths=tuple(paths),
        is_complete=search.is_complete,
        said=_said(counts, sign, is_complete=search.is_complete),
    )


def _said(counts: Counter[str], sign: str | None, *, is_complete: bool) -> str:
    followed = " and ".join(f"{counts[each]} with {each}" for each in ("+", "-") if counts[each])
    if is_complete:
        return f"paths: {followed}" if followed else "no path is known"
    start = f"paths followed: {followed or 'none'}; not all paths were followed"
    if sign == "?":
        return f"{start}, and these conflict"
    return f"{start}, and they may conflict" if sign is None else f"{start}, and none can have another sign"
