"""Known words in running text: kept whole against a network that is unsure, given up where it is sure."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.lang.lexicon import Lexicon
from sayso.reading.lexical import KNOWN, SURE, begins

WORDS = Lexicon(weights={"ab": 1.0, "bcd": 1.0, "abcd": 1.5, "de": 0.4}, longest=4)


def cut(text: str, scores: list[float], known: Lexicon = WORDS) -> list[str]:
    found = begins(text, np.array(scores, np.float32), lexicon=known)
    starts = [0, *(place for place in range(1, len(text)) if found[place])]
    return [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def test_a_known_word_is_not_cut_through_where_the_network_is_unsure() -> None:
    assert cut("xabx", [1, 1, 0.5, 1]) == ["x", "ab", "x"]


def test_a_known_word_is_parted_from_its_neighbours() -> None:
    assert cut("xabx", [1, -1, -1, -1]) == ["x", "ab", "x"]


def test_the_network_wins_where_it_is_sure_of_more_than_the_word_is_worth() -> None:
    assert cut("xabx", [SURE, -SURE, SURE, SURE]) == ["xa", "b", "x"]


def test_of_overlapping_words_those_worth_most_together_are_kept() -> None:
    assert cut("abcde", [1, -0.5, 0.5, -0.5, 0.5]) == ["abcd", "e"]


@pytest.mark.parametrize("text", ["", "a", "ab"])
def test_short_texts_are_cut(text: str) -> None:
    assert len(begins(text, np.ones(len(text), np.float32), lexicon=WORDS)) == len(text)


@given(
    st.lists(
        st.tuples(st.sampled_from("abcde"), st.floats(-9, 9, width=32).filter(lambda score: score != 0)), max_size=9
    )
)
def test_no_other_cut_is_worth_more(letters: list[tuple[str, float]]) -> None:
    text, scores = "".join(letter for letter, _ in letters), [score for _, score in letters]

    def worth(starts: tuple[int, ...]) -> float:
        edges = [*starts, len(text)]
        words = [text[start:end] for start, end in pairwise(edges)]
        cost = sum(
            2 * min(abs(score), SURE)
            for place, score in enumerate(scores)
            if place and (score > 0) != (place in starts)
        )
        return sum(KNOWN * WORDS.weights.get(word, 0) for word in words) - cost

    if text:
        others = range(1 << (len(text) - 1))
        best = max(worth((0, *(place for place in range(1, len(text)) if cuts >> (place - 1) & 1))) for cuts in others)
        found = begins(text, np.array(scores, np.float32), lexicon=WORDS)
        assert worth((0, *(place for place in range(1, len(text)) if found[place]))) == pytest.approx(best, abs=1e-3)
