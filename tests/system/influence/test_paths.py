"""Signed graphs in, the effect of one node on another out: Axelrod (ed., 1976), Structure of Decision, chapter 3."""

from itertools import pairwise
from random import Random

import pytest

from sayso.system.influence.edges import cut
from sayso.system.influence.paths import effect
from sayso.system.influence.records import Edge
from sayso.system.influence.search import Limits


def edge(text: str) -> Edge:
    """`A+B` is more of A making more of B."""
    cause, sign, end = text[0], text[1], text[2]
    return Edge(cause=cause, effect=end, sign=sign, is_possible=False, about=text, origins=(), claim_ids=(f"c{text}",))


def edges(text: str) -> list[Edge]:
    return [edge(each) for each in text.split()]


ONE_PATH = "A+B B-C"
TWO_PATHS = f"{ONE_PATH} A+D D+C"


def test_a_plus_and_a_minus_are_a_minus() -> None:
    found = effect(edges(ONE_PATH), "A", stake="C")
    assert found.sign == "-"
    assert [path.nodes for path in found.paths] == [("A", "B", "C")]
    assert [edge.claim_ids for edge in found.paths[0].edges] == [("cA+B",), ("cB-C",)]


def test_paths_that_conflict_have_no_sign_and_are_both_shown() -> None:
    found = effect(edges(TWO_PATHS), "A", stake="C")
    assert found.sign == "?"
    assert [(path.nodes, path.sign) for path in found.paths] == [(("A", "B", "C"), "-"), (("A", "D", "C"), "+")]
    assert found.said == "paths: 1 with + and 1 with -"


@pytest.mark.parametrize(("cause", "end", "sign"), [("A", "B", "+"), ("B", "C", "+"), ("A", "D", "-"), ("D", "C", "-")])
def test_cutting_an_edge_leaves_the_sign_of_the_other_path(cause: str, end: str, sign: str) -> None:
    assert effect(cut(edges(TWO_PATHS), cause=cause, effect=end), "A", stake="C").sign == sign


@pytest.mark.parametrize(
    ("graph", "sign", "paths"),
    [
        ("", None, 0),
        ("C+A", None, 0),
        ("A+B", None, 0),
        ("A-B B-C", "+", 1),
        ("A+C A-C", "?", 2),
        ("A+A A+C C-C", "+", 1),
        ("A+B B-B B+C", "+", 1),  # the walk round B has a minus, and no simple path takes it
        ("A+B B-D D+B B+C", "+", 1),
        ("A+B B-A A+C", "+", 1),  # a walk that comes back to A is no path of A
        ("A+C C-E E+C", "+", 1),
    ],
)
def test_the_common_sign_is_that_of_simple_paths(graph: str, sign: str | None, paths: int) -> None:
    found = effect(edges(graph), "A", stake="C")
    assert (found.sign, len(found.paths), found.is_complete) == (sign, paths, True)


def test_what_a_node_does_to_itself_is_no_path() -> None:
    assert effect(edges("A-B B+A A-A"), "A", stake="A").paths == ()


def ladder(steps: int, signs: str) -> list[Edge]:
    """Two ways on every step: 2 to the power of `steps` paths from 0 to `steps`."""
    return [
        Edge(
            cause=one,
            effect=other,
            sign=sign,
            is_possible=False,
            about="",
            origins=(),
            claim_ids=(f"{one}{sign}{via}",),
        )
        for start, end in pairwise(map(str, range(steps + 1)))
        for via, sign in zip("ab", signs, strict=True)
        for one, other in ((start, end + via), (end + via, end))
    ]


def test_a_million_paths_have_a_sign_where_no_walk_has_another() -> None:
    found = effect(ladder(20, "+-"), "0", stake="20")  # each way has its sign twice, so that all are plus
    assert not found.is_complete
    assert found.sign == "+"
    assert "not all paths were followed, and none can have another sign" in found.said


def test_no_sign_is_claimed_where_paths_are_left_that_may_conflict() -> None:
    graph = [*edges("A+B B+C"), *edges("A-D D+E E+F F+C")]
    found = effect(graph, "A", stake="C", limits=Limits(length=3))
    assert (found.sign, found.is_complete, len(found.paths)) == (None, False, 1)
    assert "not all paths were followed, and they may conflict" in found.said
    assert effect(graph, "A", stake="C", limits=Limits(length=4)).sign == "?"


def test_a_conflict_that_was_seen_stands_though_not_all_was_followed() -> None:
    found = effect([*edges(TWO_PATHS), *ladder(12, "++")], "A", stake="C", limits=Limits(routes=2))
    assert (found.sign, found.is_complete) == ("?", True)
    found = effect(edges(f"{TWO_PATHS} A+E E+C"), "A", stake="C", limits=Limits(routes=2))
    assert (found.sign, found.is_complete) == ("?", False)
    assert "not all paths were followed" in found.said


def test_the_shortest_way_is_found_in_a_thicket() -> None:
    names = [chr(ord("a") + number) for number in range(26)]
    thicket = [edge(f"{one}+{other}") for one in names for other in names if one != other]
    found = effect([*thicket, *edges("A+a y-z z+C")], "A", stake="C", limits=Limits(steps=500))
    assert found.paths[0].nodes == ("A", "a", "z", "C")
    assert not found.is_complete


@pytest.mark.parametrize("seed", range(60))
def test_signs_are_those_of_all_paths_by_brute_force(seed: int) -> None:
    chance = Random(seed)
    names = "ABCDEF"
    graph = [edge(f"{one}{chance.choice('+-')}{other}") for one in names for other in names if chance.random() < 0.3]
    limits = Limits(length=chance.choice([2, 3, 9]), routes=chance.choice([1, 3, 999]))
    found = effect(graph, "A", stake="C", limits=limits)
    signs = _signs(graph, "A", "+", frozenset("A"))
    assert found.sign in (None, "?" if len(signs) > 1 else next(iter(signs), None))
    if found.is_complete:
        assert {path.sign for path in found.paths} == signs
        assert found.sign is not None or not signs


def _signs(graph: list[Edge], node: str, sign: str, passed: frozenset[str]) -> set[str]:
    found = set()
    for each in graph:
        if each.cause == node and each.effect not in passed:
            after = "+" if each.sign == sign else "-"
            if each.effect == "C":
                found.add(after)
            else:
                found |= _signs(graph, each.effect, after, passed | {each.effect})
    return found
