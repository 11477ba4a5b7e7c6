"""Scored pairs in, groups out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.corroboration.linkage import Linkage, link

PLAIN = Linkage(least=0.5, missing=-1.0)

_PAIRS = st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(lambda pair: pair[0] < pair[1])


@pytest.mark.parametrize(
    ("scores", "groups"),
    [
        pytest.param({}, ["a", "b", "c", "d"], id="nothing is joined"),
        pytest.param({("a", "b"): 1.0, ("c", "d"): 1.0}, ["ab", "cd"], id="two pairs"),
        pytest.param({("a", "b"): 1.0, ("b", "c"): 1.0}, ["ab", "c", "d"], id="a chain breaks where it is longest"),
        pytest.param({("a", "b"): 1.0, ("b", "c"): 3.0}, ["a", "bc", "d"], id="the strongest pair comes first"),
        pytest.param({("a", "b"): 2.0, ("b", "c"): 2.5, ("a", "c"): -0.5}, ["abc", "d"], id="the mean decides"),
        pytest.param({("a", "b"): 0.4}, ["a", "b", "c", "d"], id="under the least"),
    ],
)
def test_groups(scores: dict[tuple[str, str], float], groups: list[str]) -> None:
    assert ["".join(group) for group in link("abcd", scores, linkage=PLAIN)] == groups


def test_bonds_hold_without_a_score_and_cuts_against_one() -> None:
    scores = {("a", "b"): 5.0, ("b", "c"): 5.0, ("a", "c"): 5.0}
    assert link("abc", scores, linkage=PLAIN, cuts=[("a", "b")]) == [["a", "c"], ["b"]]
    assert link("abc", {}, linkage=PLAIN, bonds=[("a", "c")]) == [["a", "c"], ["b"]]
    assert link("abc", scores, linkage=PLAIN, bonds=[("a", "b")], cuts=[("a", "b")]) == [["a", "b", "c"]]


def test_a_cut_within_a_group_that_bonds_have_made_is_no_error_when_the_group_is_merged() -> None:
    scores = {("a", "b"): 3.0, ("a", "c"): 3.0, ("a", "d"): 3.0}
    assert link("abcd", scores, linkage=PLAIN, bonds=[("b", "c"), ("c", "d")], cuts=[("b", "d")]) == [[*"abcd"]]


def test_a_cut_keeps_whole_groups_apart() -> None:
    scores = {("a", "b"): 9.0, ("c", "d"): 8.0, ("b", "c"): 7.0, ("a", "c"): 7.0, ("b", "d"): 7.0, ("a", "d"): 7.0}
    assert link("abcd", scores, linkage=PLAIN, cuts=[("a", "d")]) == [["a", "b"], ["c", "d"]]


@given(
    st.dictionaries(
        _PAIRS,
        st.floats(min_value=-2, max_value=9, allow_nan=False),
    ),
    st.lists(_PAIRS, max_size=4),
    st.lists(_PAIRS, max_size=4),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_pairs_makes_no_difference(
    scores: dict[tuple[str, str], float],
    bonds: list[tuple[str, str]],
    cuts: list[tuple[str, str]],
    chance: object,
) -> None:
    items = list(scores.items())
    chance.shuffle(items)  # type: ignore[attr-defined]
    groups = link("abcdefg", scores, linkage=PLAIN, bonds=bonds, cuts=cuts)
    assert groups == link("gfedcba", dict(items), linkage=PLAIN, bonds=bonds[::-1], cuts=cuts[::-1])
    assert all(any({*bond} <= {*group} for group in groups) for bond in bonds)
    assert sorted(member for group in groups for member in group) == list("abcdefg")
