"""Scores of possible heads in, one dependency tree out."""

import itertools
import time

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from sayso.reading.trees import decode

Scores = NDArray[np.float32]


def scores_of(longest: int, bound: float = 1e6) -> st.SearchStrategy[Scores]:
    """Any finite scores of up to `longest` words."""
    values = st.floats(-bound, bound, width=32)
    return st.integers(1, longest).flatmap(lambda words: arrays.arrays(np.float32, (words, words + 1), elements=values))


def is_tree(heads: list[int]) -> bool:
    """Whether there is one root and every word leads up to it."""
    for word in range(len(heads)):
        seen = set()
        while word >= 0:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word]
    return heads.count(-1) == 1


def total(scores: Scores, heads: list[int]) -> float:
    return float(sum(np.float64(scores[word, head + 1]) for word, head in enumerate(heads)))


def best_total(scores: Scores) -> float:
    """The score of the best tree, found by trying every choice of heads."""
    words = len(scores)
    choices = itertools.product(range(-1, words), repeat=words)
    return max(total(scores, list(heads)) for heads in choices if is_tree(list(heads)))


@given(scores_of(40))
def test_any_scores_give_a_tree_with_one_root(scores: Scores) -> None:
    assert is_tree(decode(scores))


@given(scores_of(4, bound=100))
@example(np.array([[9, 0, 0], [9, 0, 0]], np.float32))  # both words want the root
@example(np.array([[0, 0, 9], [0, 9, 0]], np.float32))  # each wants the other
@example(np.array([[1, 0, 9, 0], [2, 9, 0, 0], [8, 0, 0, 0]], np.float32))  # a cycle, and a third takes the root
def test_the_tree_is_the_best_of_all_trees(scores: Scores) -> None:
    assert total(scores, decode(scores)) == pytest.approx(best_total(scores), abs=1e-3)


@pytest.mark.parametrize("seed", range(5))
def test_the_tree_of_five_words_is_the_best_of_all_trees(seed: int) -> None:
    scores = np.random.default_rng(seed).integers(-3, 4, (5, 6)).astype(np.float32)
    assert total(scores, decode(scores)) == best_total(scores)


@given(scores_of(12, bound=100), st.floats(1, 1e6))
def test_the_scale_of_the_scores_does_not_matter(scores: Scores, scale: float) -> None:
    grown = scores.astype(np.float64) * scale
    assert total(scores, decode(grown.astype(np.float32))) == pytest.approx(total(scores, decode(scores)), abs=1e-2)


def test_no_word_and_one_word() -> None:
    assert decode(np.zeros((0, 1), np.float32)) == []
    assert decode(np.array([[-5, 5]], np.float32)) == [-1]


def test_the_best_heads_are_kept_where_they_make_a_tree() -> None:
    """North Korea fired missiles."""
    scores = np.array([[0, 0, 5, 1, 0], [0, 0, 0, 5, 0], [5, 0, 0, 0, 0], [0, 0, 0, 5, 0]], np.float32)
    assert decode(scores) == [1, 2, -1, 2]


def test_very_unlike_scores_leave_one_root() -> None:
    scores = np.full((3, 4), -3e38, np.float32)
    scores[:, 0] = 3e38
    assert is_tree(decode(scores))


def pairs(words: int) -> Scores:
    """Every word wants its neighbour, which wants it."""
    scores = np.zeros((words, words + 1), np.float32)
    for word in range(words):
        scores[word, (word ^ 1) + 1 if word ^ 1 < words else 0] = 9
    return scores


def nested(words: int) -> Scores:
    """Every cycle that is closed makes another one with the next word."""
    scores = np.zeros((words, words + 1), np.float32)
    for word in range(words):
        scores[word, max(word, 1)] = scores[word, min(word + 2, words)] = 9 + word / words
    return scores


@pytest.mark.parametrize(
    "scores",
    [pairs(400), nested(400), np.zeros((400, 401), np.float32), np.random.default_rng(0).random((400, 401))],
    ids=["pairs", "nested", "equal", "random"],
)
def test_a_long_hostile_sentence_takes_no_time(scores: Scores) -> None:
    begun = time.process_time()
    assert is_tree(decode(scores))
    assert time.process_time() - begun < 5  # a fifth of a second on one slow core
