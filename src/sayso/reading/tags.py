"""Scores of begin/inside/outside tags in, labelled spans of words out."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Tagged(NamedTuple):
    """The words `[start, end)` under one label, an index into the labels without their prefixes."""

    start: int
    end: int
    label: int


def best_paths(scores: NDArray[np.float32], lengths: Sequence[int]) -> list[list[Tagged]]:
    """The best well-formed tag sequence of each row, as spans.

    `scores` (rows, words, tags) has the tag O first, then B and I of each label in turn; only the first `lengths[row]`
    words of a row count. Viterbi decoding in which I-x may only follow B-x or I-x, over all rows at once.
    """
    rows, words, tags = scores.shape
    if rows == 0 or words == 0:
        return [[] for _ in range(rows)]
    inside = np.arange(2, tags, 2)
    running = scores[:, 0].copy()
    running[:, inside] = -np.inf
    back = np.zeros((words, rows, tags), np.int16)
    for word in range(1, words):
        best = running.argmax(1)
        moved = np.repeat(running[np.arange(rows), best][:, None], tags, 1)
        came = np.repeat(best[:, None], tags, 1)
        # I-x sits right behind B-x.
        stays = running[:, inside] >= running[:, inside - 1]
        moved[:, inside] = np.where(stays, running[:, inside], running[:, inside - 1])
        came[:, inside] = np.where(stays, inside, inside - 1)
        # Behind its end a row keeps its state, so that all rows are traced back from the last word.
        going = np.asarray(lengths) > word
        running = np.where(going[:, None], moved + scores[:, word], running)
        back[word] = np.where(going[:, None], came, np.arange(tags))
    path = np.zeros((words, rows), np.int64)
    path[-1] = running.argmax(1)
    for word in range(words - 1, 0, -1):
        path[word - 1] = back[word, np.arange(rows), path[word]]
    return [_spans(path[:length, row].tolist()) for row, length in enumerate(lengths)]


def _spans(tags: list[int]) -> list[Tagged]:
    found: list[Tagged] = []
    for word, tag in enumerate(tags):
        if tag == 0:
            continue
        if tag % 2 == 0 and found and found[-1].end == word:
            found[-1] = found[-1]._replace(end=word + 1)
        else:
            found.append(Tagged(word, word + 1, (tag - 1) // 2))
    return found
