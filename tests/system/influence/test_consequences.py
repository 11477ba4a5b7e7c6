"""A signed graph and a node in, what becomes of all that it works on out: Axelrod (ed., 1976), chapter 3."""

from time import perf_counter

import pytest

from sayso.system.influence.consequences import Consequences, consequences
from sayso.system.influence.records import Edge


def edge(text: str) -> Edge:
    """`A+B`: more of A makes more of B."""
    sign = "+" if "+" in text else "-"
    cause, _, effect = text.partition(sign)
    return Edge(
        cause=cause, effect=effect, sign=sign, is_possible=False, about="", origins=(), claim_ids=(f"claim {text}",)
    )


def found(*edges: str, is_more: bool = True, parties: tuple[str, ...] = (), most: int = 12) -> Consequences:
    return consequences(map(edge, edges), "A", is_more=is_more, parties=parties, most=most)


def signs(result: Consequences) -> list[tuple[str, str | None]]:
    return [(each.stake, each.becomes) for each in result.found]


@pytest.mark.parametrize(
    ("edges", "more", "less"),
    [
        (("A+B", "B-C"), [("B", "more"), ("C", "less")], [("B", "less"), ("C", "more")]),
        (
            ("A+B", "B-C", "A+D", "D+C"),
            [("B", "more"), ("D", "more"), ("C", "?")],
            [("B", "less"), ("D", "less"), ("C", "?")],
        ),
        (("A-B", "B-C"), [("B", "less"), ("C", "more")], [("B", "more"), ("C", "less")]),
        (("B+A",), [], []),
        ((), [], []),
    ],
)
def test_less_turns_the_common_sign_round(
    edges: tuple[str, ...], more: list[tuple[str, str]], less: list[tuple[str, str]]
) -> None:
    assert signs(found(*edges)) == more
    assert signs(found(*edges, is_more=False)) == less


def test_conflicting_paths_are_kept_side_by_side_with_their_claims() -> None:
    (_, _, last) = found("A+B", "B-C", "A+D", "D+C").found
    assert {(path.sign, path.nodes) for path in last.effect.paths} == {("-", ("A", "B", "C")), ("+", ("A", "D", "C"))}
    assert last.effect.paths[0].edges[0].claim_ids == ("claim A+B",)


def test_a_path_ends_at_a_party_and_only_parties_are_told_of_beyond() -> None:
    result = found("A+P", "P+oil", "oil-Q", "A+word", parties=("P", "Q"))
    assert [(each.stake, each.becomes, each.is_beyond, each.steps) for each in result.found] == [
        ("P", "more", False, 1),
        ("word", "more", False, 1),
        ("Q", "less", True, 3),
    ]


def test_a_party_that_is_reached_directly_is_not_conflicted_by_what_others_would_do() -> None:
    assert signs(found("A+P", "A+Q", "Q-P", parties=("P", "Q"))) == [("P", "more"), ("Q", "more")]


def test_the_nearest_come_first_and_what_is_left_out_is_counted() -> None:
    result = found("A+B", "B+C", "C+D", "A+P", parties=("P",), most=2)
    assert signs(result) == [("P", "more"), ("B", "more")]
    assert result.left_out == 2


def test_a_longer_path_than_is_followed_may_conflict_and_is_not_forgotten() -> None:
    far = [f"{one}+{one + 1}" for one in range(7)]
    result = found("A+Z", "A+0", *far, "7-Z", most=1)
    assert [(each.stake, each.becomes, each.effect.is_complete) for each in result.found] == [("0", "more", True)]
    (last,) = [each for each in found("A+Z", "A+0", *far, "7-Z").found if each.stake == "Z"]
    assert (last.becomes, last.effect.is_complete) == (None, False)


def test_loops_and_a_dense_graph_come_to_an_end() -> None:
    nodes = ["A", *map(str, range(40))]
    dense = [
        f"{one}{'+' if (len(one) + len(other)) % 2 else '-'}{other}" for one in nodes for other in nodes if one != other
    ]
    started = perf_counter()
    result = found(*dense)
    assert perf_counter() - started < 5
    assert any(not each.effect.is_complete for each in result.found)
