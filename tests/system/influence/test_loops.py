"""Loops and their signs: Axelrod (ed., 1976), Structure of Decision, chapter 3; Maruyama (1963)."""

from itertools import product

import pytest

from sayso.system.influence.loops import loops
from sayso.system.influence.records import Edge
from sayso.system.influence.search import Limits


def edges(text: str) -> list[Edge]:
    return [
        Edge(cause=each[0], effect=each[2], sign=each[1], is_possible=False, about="", origins=(), claim_ids=(each,))
        for each in text.split()
    ]


@pytest.mark.parametrize(
    ("graph", "found"),
    [
        ("A+B B-C C-A", [("A", "B", "C", "A", "+")]),  # two minuses: reinforcing
        ("A+B B-C C+A", [("A", "B", "C", "A", "-")]),  # one minus: balancing
        ("A+B B+C", []),
        ("A-A", [("A", "A", "-")]),
        ("A+B B+A B-A", [("A", "B", "A", "+"), ("A", "B", "A", "-")]),
        ("A+B B+A B+C C-B", [("A", "B", "A", "+"), ("B", "C", "B", "-")]),
        ("A+B B+A C+D D-C", [("A", "B", "A", "+"), ("C", "D", "C", "-")]),
        ("", []),
    ],
)
def test_every_loop_is_found_once_with_its_sign(graph: str, found: list[tuple[str, ...]]) -> None:
    result = loops(edges(graph))
    assert [(*loop.nodes, loop.sign) for loop in result.loops] == found
    assert result.is_complete


def test_the_sorts_are_counted() -> None:
    assert loops(edges("A+B B-A A-C C-A")).said == "1 reinforcing and 1 balancing loops"


def test_the_loops_of_a_thick_knot_are_not_all_followed_and_it_says_so() -> None:
    graph = edges(" ".join(f"{one}+{other}" for one, other in product("ABCDEFGHIJKLMNOP", repeat=2) if one != other))
    result = loops(graph, Limits(routes=50))
    assert len(result.loops) == 50
    assert result.said == "50 reinforcing and 0 balancing loops; not all loops were followed"


def test_a_ring_longer_than_the_limit_is_not_followed_and_it_says_so() -> None:
    ring = edges("A+B B+C C+D D+A")
    assert loops(ring, Limits(length=4)).is_complete
    assert not loops(ring, Limits(length=3)).is_complete
