"""Analysed sentences of one document in, chains of phrases that refer to the same thing out.

Mention ranking over the heads of phrases (Lee et al. 2018, Dobrovolskii 2021): a cheap bilinear score proposes
antecedents, small networks over both phrases and what makes them alike rank them, or none; the mean of the networks
counts. A phrase joins the chain whose members together are likeliest, since training asks for any right antecedent.
The weights are trained on English; features and encoder know no language.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from sayso.errors import ReaderError
from sayso.reading.analyses import Analysis
from sayso.reading.candidates import OFFSETS, Candidates, bucket, candidates, features
from sayso.reading.encoder import WEIGHTS
from sayso.reading.tokens import Tokens

PROPOSED = 32
"""Antecedents ranked for each candidate at most: of the candidates of GUM test that have one, 96.8 % have it among 32,
94.6 % among 24 (November 2026)."""

LIKELY = -6.5
"""Coarse score below which a pair is not ranked: of 23 pairs a candidate it leaves 7, and of the candidates of GUM test
that have an antecedent 96 % keep one (November 2026)."""

RANKED = 200  # candidates ranked at once

REACH = 400  # candidates back that are looked at: about 1,200 words

LEANING = 0.25
"""Added to every score before it is weighed against none. On GUM test F1 is 55.5 with 0, then 56.3 to 56.6 from 0.25 to
1, while precision falls with every step (November 2026)."""

Floats = NDArray[np.float32]
Indices = NDArray[np.int64]


class Linker:
    """The trained networks, run with numpy."""

    def __init__(self, weights: dict[str, Floats]) -> None:
        self._weights = {
            name: value.astype(np.float32) for name, value in weights.items() if not name.endswith(".scale")
        }
        for name, value in weights.items():
            if name.endswith(".scale"):
                self._weights[name.removesuffix(".scale")] *= value.astype(np.float32)[..., None]

    @classmethod
    def open(cls, folder: Path = WEIGHTS) -> "Linker":
        """The linker with the weights that ship with the package; raises `ReaderError` when they are damaged."""
        try:
            with np.load(folder / "coreference.npz") as stored:
                return cls(dict(stored))
        except (OSError, ValueError, KeyError) as error:
            raise ReaderError(
                f"the co-reference weights in {folder} are missing or damaged ({error}); install sayso again"
            ) from error

    def link(self, sentences: Sequence[tuple[Tokens, Analysis]]) -> list[list[tuple[int, int, int]]]:
        """Clusters of two or more phrases (sentence, first word, last word + 1), in order of the text."""
        found = candidates(sentences)
        if len(found) < 2:
            return []
        scores, earlier = self.ranked(found)
        spans = [
            [(int(found.sentence[index]), int(found.start[index]), int(found.end[index])) for index in cluster]
            for cluster in chained(found, scores, earlier=earlier)
        ]
        return sorted(sorted(cluster) for cluster in spans)

    def ranked(self, found: Candidates) -> tuple[Floats, Indices]:
        """Scores (-inf: none) and indices of the proposed antecedents, both (candidates, proposed)."""
        weights = self._weights
        # Some candidates at a time: the pairs of a thousand sentences would take a quarter of a gigabyte.
        parts = [found.states[first : first + RANKED] for first in range(0, len(found), RANKED)]
        left, right = (
            np.concatenate([part @ weights[f"coarse.{side}.weight"].T for part in parts])
            + weights[f"coarse.{side}.bias"]
            for side in ("left", "right")
        )
        coarse, earlier = propose(found, left=left, right=right, weights=weights)
        kept = coarse > LIKELY
        scores = np.where(kept, np.float32(0), np.float32(-np.inf))
        networks = [
            {name: value[member] for name, value in weights.items() if not name.startswith("coarse.")}
            for member in range(len(weights["score.bias"]))
        ]
        sides = [_sides(network, parts) for network in networks]
        for first in range(0, len(found), RANKED):
            some = slice(first, first + RANKED)
            chosen = kept[some]
            later, pairs = np.nonzero(chosen)[0] + first, earlier[some][chosen]
            values = features(found, later=later, earlier=pairs) + OFFSETS[:-1]
            rough = coarse[some][chosen]
            found_here = [
                _score(network, side, later=later, earlier=pairs, values=values) + network["agreed"] * rough
                for network, side in zip(networks, sides, strict=True)
            ]
            scores[some][chosen] = sum(found_here) / len(networks)
        return scores, earlier


def _sides(network: dict[str, Floats], parts: Sequence[Floats]) -> tuple[Floats, ...]:
    """What a network makes of each candidate as the later and as the earlier one: to add, and to multiply."""
    reduced = np.concatenate([part @ network["reduce.weight"].T for part in parts]) + network["reduce.bias"]
    np.maximum(reduced, 0, out=reduced)
    made = [reduced @ network[f"{name}.weight"].T for name in ("later", "earlier", "left", "right")]
    made[0] += network["later.bias"]
    return tuple(made)


def _score(
    network: dict[str, Floats], sides: tuple[Floats, ...], *, later: Indices, earlier: Indices, values: Indices
) -> Floats:
    """The score of each pair; `values` (pairs, features) count all features in one row."""
    after, before, left, right = sides
    hidden = after[later] + before[earlier]
    for column in values.T:
        hidden += network["features.weight"][column]
    np.maximum(hidden, 0, out=hidden)
    scores = hidden @ network["score.weight"] + network["score.bias"]
    scores += np.einsum("ij,ij->i", left[later], right[earlier])
    return scores.astype(np.float32)


def chained(found: Candidates, scores: Floats, *, earlier: Indices) -> list[list[int]]:
    """Clusters of two or more candidates: each joins the likeliest chain, or none where that is likelier.

    Two different names are never in one chain, however likely a pronoun between them makes it.
    """
    cluster_of = list(range(len(scores)))
    members: dict[int, list[int]] = {}
    odds = np.exp(np.minimum(scores + LEANING, 50.0))
    for later in np.flatnonzero(odds.sum(1) > 1).tolist():
        shares: dict[int, float] = {}
        for index, worth in zip(earlier[later].tolist(), odds[later].tolist(), strict=True):
            if worth:
                shares[cluster_of[index]] = shares.get(cluster_of[index], 0.0) + worth
        for cluster in sorted(shares, key=shares.__getitem__, reverse=True):
            if shares[cluster] <= 1:
                break
            if all(_agree(found, later, member) for member in members.get(cluster, [cluster])):
                cluster_of[later] = cluster
                members.setdefault(cluster, [cluster]).append(later)
                break
    return list(members.values())


def _agree(found: Candidates, one: int, other: int) -> bool:
    """Whether two candidates may be one by their names: a name has all words of the other, or its initials."""
    mine, theirs = found.names[one], found.names[other]
    if not mine or not theirs or mine <= theirs or theirs <= mine:
        return True
    if found.short[one] == found.short[other] >= 0:  # "US" and "U.S."
        return True
    return bool(found.initials[one] == found.short[other] or found.short[one] == found.initials[other])


def propose(found: Candidates, *, left: Floats, right: Floats, weights: dict[str, Floats]) -> tuple[Floats, Indices]:
    """The `PROPOSED` most likely antecedents of every candidate: scores (-inf: none) and indices, both (n, proposed).

    A phrase is no antecedent of one that it lies in or that lies in it.
    `coarse.match` weighs equal phrases, heads and beginnings of heads, `coarse.types` the types of both and
    `coarse.distance` how far apart they are, beside the bilinear score of `left` and `right` (n, width).
    """
    count = len(found)
    size = min(PROPOSED, count)
    match, types, distance = (weights[f"coarse.{name}"] for name in ("match", "types", "distance"))
    scores, indices = np.full((count, size), -np.inf, np.float32), np.zeros((count, size), np.int64)
    for begin in range(0, count, 256):
        end, low = min(count, begin + 256), max(0, begin - REACH)
        block = left[begin:end] @ right[low:end].T + weights["coarse.bias"]
        for weight, column in zip(match, (found.whole, found.head, found.prefix), strict=True):
            block += weight * (column[begin:end, None] == column[None, low:end])
        block += types[found.type[begin:end]][:, found.type[low:end]]
        # What depends on how far apart two are is the same along each diagonal.
        apart = np.arange(end - 1 - low, begin - end, -1)
        worth = np.where((apart > 0) & (apart <= REACH), distance[bucket(apart, len(distance))], -np.inf)
        block += sliding_window_view(worth.astype(np.float32), end - low)[::-1]
        kept = min(size, end - low)
        chosen = np.argpartition(-block, kept - 1, axis=1)[:, :kept]
        scores[begin:end, :kept] = np.take_along_axis(block, chosen, 1)
        indices[begin:end, :kept] = chosen + low
    nested = found.sentence[:, None] == found.sentence[indices]
    nested &= (found.start[:, None] < found.end[indices]) & (found.start[indices] < found.end[:, None])
    scores[nested] = -np.inf
    return scores, indices
