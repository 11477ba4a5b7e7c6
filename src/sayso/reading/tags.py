"""Scores of begin/inside/outside tags in, labelled spans of words out."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Tags = NDArray[np.int64]


class Tagged(NamedTuple):
    """The words `[start, end)` under one label, an index into the labels without their prefixes."""

    start: int
    end: int
    label: int


def best_paths(scores: NDArray[np.float32], lengths: Sequence[int]) -> list[list[Tagged]]:
    """The best well-formed tag sequence of each row, as spans.

    `scores` (words, tags) has the rows, of these lengths, end to end, and the tag O first, then B and I of each label
    in turn. In a well-formed sequence I-x only follows B-x or I-x. Where the best tags of all words make one, it is the
    best there is; only rows in which they do not are searched.
    """
    if not len(scores):
        return [[] for _ in lengths]
    sizes = np.asarray(lengths, np.int64)
    starts = np.cumsum(sizes) - sizes
    firsts = np.zeros(len(scores), bool)
    firsts[starts[sizes > 0]] = True
    tags: Tags = scores.argmax(1)
    inside = (tags > 0) & (tags % 2 == 0)
    before = np.concatenate([[0], tags[:-1]])
    astray = inside & (firsts | ((before != tags) & (before != tags - 1)))
    if astray.any():
        rows = np.flatnonzero(sizes > 0)
        broken = rows[np.unique(np.searchsorted(starts[rows], np.flatnonzero(astray), "right") - 1)]
        broken = broken[np.argsort(-sizes[broken], kind="stable")]
        first = starts[broken]
        for start, path in zip(first.tolist(), _searched(scores, first, sizes[broken]), strict=True):
            tags[start : start + len(path)] = path
    return _spans(tags, starts, rows=len(sizes))


def _searched(scores: NDArray[np.float32], starts: Tags, sizes: Tags) -> list[list[int]]:
    """The best well-formed tags of rows of words, longest first.

    Viterbi decoding over all at once, with one state a label: a sequence that ends here in a span with that label.
    """
    words, rows = int(sizes[0]), len(sizes)
    places = np.minimum(starts + np.arange(words)[:, None], len(scores) - 1)
    outside, begin, inside = scores[places, 0], scores[:, 1::2][places], scores[:, 2::2][places]
    spans, best = begin.copy(), np.empty((words, rows), np.float32)
    begun = np.ones(begin.shape, bool)
    best[0] = np.maximum(outside[0], spans[0].max(1))
    live = np.searchsorted(-sizes, -np.arange(words)).tolist()  # how many stretches are longer than so many words
    for word in range(1, words):
        row = slice(live[word])
        opened = spans[word, row]
        opened += best[word - 1, row, None]
        gone_on = spans[word - 1, row] + inside[word, row]
        np.greater_equal(opened, gone_on, out=begun[word, row])
        np.maximum(opened, gone_on, out=opened)
        outside[word, row] += best[word - 1, row]
        np.maximum(outside[word, row], opened.max(1), out=best[word, row])
    labels = spans.argmax(2)
    in_span = spans.max(2) > outside
    return [
        _traced(labels[:size, row].tolist(), in_span[:size, row].tolist(), begun[:size, row])
        for row, size in enumerate(sizes.tolist())
    ]


def _traced(labels: Sequence[int], in_span: Sequence[bool], begun: NDArray[np.bool_]) -> list[int]:
    """The tags of one stretch, from its last word back.

    For each word the label of the best span that it could be in, whether that beats O, and for each label whether a
    span would begin here rather than go on.
    """
    tags = [0] * len(labels)
    word = len(labels) - 1
    while word >= 0:
        if in_span[word]:
            label = labels[word]
            while not begun[word, label]:
                tags[word] = 2 * label + 2
                word -= 1
            tags[word] = 2 * label + 1
        word -= 1
    return tags


def _spans(tags: Tags, starts: Tags, *, rows: int) -> list[list[Tagged]]:
    """The spans of well-formed tags, row by row."""
    found: list[list[Tagged]] = [[] for _ in range(rows)]
    begins = np.flatnonzero(tags % 2)
    # A span ends at the next tag that is no I; the first tag of a row never is one.
    stops = np.append(np.flatnonzero((tags == 0) | (tags % 2 == 1)), len(tags))
    ends = stops[np.searchsorted(stops, begins, "right")]
    row_starts = starts.tolist()
    for begin, end, tag in zip(begins.tolist(), ends.tolist(), tags[begins].tolist(), strict=True):
        row = bisect_right(row_starts, begin) - 1
        found[row].append(Tagged(begin - row_starts[row], end - row_starts[row], tag // 2))
    return found
