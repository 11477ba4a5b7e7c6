"""Heads in, lines of a tree out."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.outputs.tree import tree_lines


def drawn(heads: list[int], *, step: int = 2) -> str:
    return "\n".join(tree_lines(heads, step=step))


def test_a_word_alone_and_no_word_at_all() -> None:
    assert tree_lines([-1]) == ("─",)
    assert tree_lines([]) == ()


def test_dependents_on_both_sides() -> None:
    assert drawn([2, 2, -1, 2]) == "╭──\n├──\n┼\n╰──"


def test_crossing_branches_are_drawn_crossing() -> None:
    """A hearing is scheduled on the issue today: `issue` hangs on `hearing`, across `scheduled`."""
    assert drawn([1, 3, 3, -1, 6, 6, 1, 3]).splitlines() == [
        "  ╭──",
        "╭─┼",
        "├─╫",
        "┼─╫",
        "│ │ ╭──",
        "│ │ ├──",
        "│ ╰─┴",
        "╰──",
    ]


def test_a_narrow_step_keeps_the_shape() -> None:
    assert drawn([1, 2, -1, 2], step=1) == " ╭─\n╭┴\n┼\n╰─"


def test_heads_outside_the_sentence_and_cycles_count_as_roots() -> None:
    assert drawn([7, 0]) == drawn([-1, 0])
    assert drawn([1, 0]) == drawn([-1, 0])
    assert drawn([0]) == drawn([-1])


@given(st.lists(st.integers(-2, 14), max_size=12))
def test_any_heads_give_one_line_a_word_and_no_line_hangs_in_the_air(heads: list[int]) -> None:
    lines = tree_lines(heads)
    assert len(lines) == len(heads)
    grid = [line.ljust(60) for line in lines]
    for above, below in zip([" " * 60, *grid], [*grid, " " * 60], strict=True):
        assert [char in "│├╭┼┬╫╮┤" for char in above] == [char in "│├╰┼┴╫╯┤" for char in below]
