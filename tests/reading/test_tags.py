"""Scores of begin/inside/outside tags in, labelled spans of words out."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from sayso.reading.tags import Tagged, best_paths

O, B_A, I_A, B_B, I_B = range(5)  # noqa: E741 - the tag is called O
TAGS = 5

Scores = NDArray[np.float32]


def well_formed(path: tuple[int, ...]) -> bool:
    """Whether every I stands behind B or I of its own label."""
    return all(tag not in (I_A, I_B) or before in (tag, tag - 1) for before, tag in zip((O, *path), path, strict=False))


def spans(path: tuple[int, ...]) -> list[Tagged]:
    """The spans of a well-formed path, read off as the format defines them."""
    found: list[list[int]] = []
    for word, tag in enumerate(path):
        if tag in (B_A, B_B):
            found.append([word, word + 1, (tag - 1) // 2])
        elif tag in (I_A, I_B):
            found[-1][1] = word + 1
    return [Tagged(*span) for span in found]


def best(scores: Scores) -> tuple[float, list[list[Tagged]]]:
    """The highest score of a well-formed path, and the spans of every path that reaches it."""
    totals: dict[tuple[int, ...], float] = {}
    for path in itertools.product(range(scores.shape[1]), repeat=len(scores)):
        if well_formed(path):
            totals[path] = float(sum(scores[word, tag] for word, tag in enumerate(path)))
    highest = max(totals.values())
    return highest, [spans(path) for path, value in totals.items() if value > highest - 1e-6]


def chosen(*tags: int) -> Scores:
    """Scores of one row that are best for the given tags."""
    return np.eye(TAGS, dtype=np.float32)[list(tags)]


whole_scores = arrays.arrays(
    np.float32, st.tuples(st.just(3), st.just(4), st.just(TAGS)), elements=st.integers(-4, 4).map(float)
)


@given(whole_scores, st.lists(st.integers(0, 4), min_size=3, max_size=3))
def test_the_path_is_the_best_of_all_well_formed_paths_of_its_length(scores: Scores, lengths: list[int]) -> None:
    rows = [row[:length] for row, length in zip(scores, lengths, strict=True)]
    for row, found in zip(rows, best_paths(np.concatenate(rows), lengths), strict=True):
        assert found in (best(row)[1] if len(row) else [[]])


def test_an_inside_tag_never_opens_a_span_nor_follows_another_label() -> None:
    scores = chosen(I_A, B_B, I_A) * 5
    (found,) = best_paths(scores, [3])
    assert [(span.start, span.end) for span in found] != [(0, 1), (1, 2), (2, 3)]
    assert found in best(scores)[1]


def test_two_names_side_by_side_stay_two() -> None:
    scores = chosen(B_A, I_A, B_A, B_B, I_B, O)
    assert best_paths(scores, [6]) == [[Tagged(0, 2, 0), Tagged(2, 3, 0), Tagged(3, 5, 1)]]


def test_rows_are_apart() -> None:
    scores = chosen(B_A, I_A, I_A, I_A, O, B_B, I_B, B_A)
    assert best_paths(scores, [5, 3]) == [[Tagged(0, 4, 0)], [Tagged(0, 2, 1), Tagged(2, 3, 0)]]
    assert best_paths(scores, [1, 7])[0] == [Tagged(0, 1, 0)]
    assert best_paths(scores, [1, 7])[1][-2:] == [Tagged(4, 6, 1), Tagged(6, 7, 0)]


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(0, 12), min_size=1, max_size=8))
def test_rows_read_together_are_read_as_if_alone(seed: int, lengths: list[int]) -> None:
    scores = np.random.default_rng(seed).normal(size=(sum(lengths), 9)).astype(np.float32) * 3
    ends = np.cumsum(lengths)
    alone = [best_paths(scores[end - length : end], [length])[0] for end, length in zip(ends, lengths, strict=True)]
    assert best_paths(scores, lengths) == alone


@given(st.integers(0, 2**32 - 1))
def test_a_part_searched_alone_is_part_of_the_best_path(seed: int) -> None:
    """Longer rows, where cuts are found, against plain dynamic programming over all tags."""
    scores = np.random.default_rng(seed).normal(size=(30, TAGS)).astype(np.float32) * 2
    scores[:, 0] += 1
    totals = np.where([tag in (I_A, I_B) for tag in range(TAGS)], -np.inf, scores[0].astype(np.float64))
    for row in scores[1:]:
        came = [max(totals[tag - 1], totals[tag]) if tag in (I_A, I_B) else totals.max() for tag in range(TAGS)]
        totals = np.array(came) + row
    (found,) = best_paths(scores, [30])
    path = [O] * 30
    for span in found:
        path[span.start : span.end] = [2 * span.label + 1, *[2 * span.label + 2] * (span.end - span.start - 1)]
    assert well_formed(tuple(path))
    assert sum(scores[word, tag] for word, tag in enumerate(path)) == pytest.approx(totals.max(), abs=1e-4)


def test_no_row_no_word_and_a_row_without_words() -> None:
    assert best_paths(np.zeros((0, TAGS), np.float32), []) == []
    assert best_paths(np.zeros((0, TAGS), np.float32), [0, 0]) == [[], []]
    assert best_paths(chosen(B_A), [0, 1]) == [[], [Tagged(0, 1, 0)]]
    assert best_paths(chosen(I_A, I_A), [0, 2, 0])[0::2] == [[], []]
