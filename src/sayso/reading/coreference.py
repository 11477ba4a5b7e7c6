"""Analysed sentences of one document in, chains of phrases that refer to the same thing out.

Mention ranking over the heads of phrases (Lee et al. 2018, Dobrovolskii 2021): a cheap bilinear score proposes
antecedents, a small network over both phrases and what makes them alike ranks them, or none. The weights are trained
on English; features and encoder know no language.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.errors import ReaderError
from sayso.reading.analyses import Analysis
from sayso.reading.candidates import FEATURES, Candidates, candidates, features
from sayso.reading.encoder import WEIGHTS
from sayso.reading.tokens import Tokens

PROPOSED = 24
"""Antecedents ranked for each candidate; 12 lost half a point on GUM dev, 50 gained nothing."""

RANKED = 100  # candidates ranked at once

REACH = 400  # candidates back that are looked at: about 1,200 words
Floats = NDArray[np.float32]


class Linker:
    """The trained network, run with numpy."""

    def __init__(self, weights: dict[str, Floats]) -> None:
        self._weights = {name: value.astype(np.float32) for name, value in weights.items()}

    @classmethod
    def open(cls, folder: Path = WEIGHTS) -> "Linker":
        """The linker with the weights that ship with the package; raises `ReaderError` when they are damaged."""
        try:
            with np.load(folder / "coreference.npz") as stored:
                return cls(dict(stored))
        except (OSError, ValueError) as error:
            raise ReaderError(
                f"the co-reference weights in {folder} are missing or damaged ({error}); install sayso again"
            ) from error

    def link(self, sentences: Sequence[tuple[Tokens, Analysis]]) -> list[list[tuple[int, int, int]]]:
        """Clusters of two or more phrases (sentence, first word, last word + 1), in order of the text."""
        found = candidates(sentences)
        if len(found) < 2:
            return []
        clusters: dict[int, list[int]] = {}
        cluster_of: dict[int, int] = {}
        for later, earlier in enumerate(self._antecedents(found)):
            if earlier >= 0:
                cluster = cluster_of.setdefault(earlier, earlier)
                clusters.setdefault(cluster, [earlier]).append(later)
                cluster_of[later] = cluster
        spans = [
            [(int(found.sentence[index]), int(found.start[index]), int(found.end[index])) for index in cluster]
            for cluster in clusters.values()
        ]
        return sorted(sorted(cluster) for cluster in spans)

    def _antecedents(self, found: Candidates) -> list[int]:
        """For each candidate the index of its antecedent, or -1."""
        weights = self._weights
        states: Floats = found.states @ weights["reduce.weight"].T + weights["reduce.bias"]
        np.maximum(states, 0, out=states)
        left: Floats = states @ weights["left.weight"].T
        right: Floats = states @ weights["right.weight"].T
        coarse, earlier = propose(found, left=left, right=right, match=weights["match"])
        after = states @ weights["later.weight"].T + weights["later.bias"]
        before = states @ weights["earlier.weight"].T
        antecedents: list[int] = []
        # Some candidates at a time: the pairs of a thousand sentences would take a quarter of a gigabyte.
        for first in range(0, len(found), RANKED):
            some = slice(first, first + RANKED)
            proposed = earlier[some]
            valid = np.isfinite(coarse[some])
            later = np.repeat(np.arange(first, first + len(proposed)), valid.sum(1))
            pairs = proposed[valid]
            hidden = after[later] + before[pairs]
            values = features(found, later=later, earlier=pairs)
            for column, (name, _) in enumerate(FEATURES):
                hidden += weights[f"features.{name}.weight"][values[:, column]]
            np.maximum(hidden, 0, out=hidden)
            table = np.full(proposed.shape, -np.inf, np.float32)
            table[valid] = hidden @ weights["score.weight"][0] + coarse[some][valid] + weights["score.bias"][0]
            best = table.argmax(1)
            rows = np.arange(len(proposed))
            antecedents += np.where(table[rows, best] > 0, proposed[rows, best], -1).tolist()
        return antecedents


def propose(found: Candidates, *, left: Floats, right: Floats, match: Floats) -> tuple[Floats, NDArray[np.int64]]:
    """The `PROPOSED` most likely antecedents of every candidate: scores (-inf: none) and indices, both (n, proposed).

    `match` weighs equal phrases and equal heads beside the bilinear score of `left` and `right` (n, width).
    """
    count = len(found)
    size = min(PROPOSED, count)
    scores, indices = np.full((count, size), -np.inf, np.float32), np.zeros((count, size), np.int64)
    for begin in range(0, count, 256):
        end, low = min(count, begin + 256), max(0, begin - REACH)
        block = left[begin:end] @ right[low:end].T
        block += match[0] * (found.whole[begin:end, None] == found.whole[None, low:end])
        block += match[1] * (found.head[begin:end, None] == found.head[None, low:end])
        block[np.arange(low, end)[None] >= np.arange(begin, end)[:, None]] = -np.inf
        kept = min(size, end - low)
        chosen = np.argpartition(-block, kept - 1, axis=1)[:, :kept]
        scores[begin:end, :kept] = np.take_along_axis(block, chosen, 1)
        indices[begin:end, :kept] = chosen + low
    return scores, indices
