"""Gold and system chains of mentions in, MUC, B-cubed, CEAF and their mean (the CoNLL 2012 score) out.

Definitions as in Pradhan et al. 2014, "Scoring Coreference Partitions of Predicted Mentions": mentions match when
their ends agree exactly, and numerators and denominators are summed over documents before dividing.
"""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

Cluster = frozenset[Hashable]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """Precision and recall as sums of numerators over sums of denominators, in percent with their F1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of both, in percent; 0 when both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainScores:
    """The three measures and the mean of their F1, in percent."""

    muc: Ratio
    b_cubed: Ratio
    ceaf: Ratio

    @property
    def conll(self) -> float:
        """Mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf.f1) / 3


def chain_scores(
    gold: Sequence[Collection[Collection[Hashable]]], system: Sequence[Collection[Collection[Hashable]]]
) -> ChainScores:
    """Score documents, each a collection of clusters of mentions; clusters of one mention are dropped on both sides.

    Raises `ValueError` when the sides differ in documents or a mention stands in two clusters.
    """
    pairs = [(_clusters(right), _clusters(given)) for right, given in zip(gold, system, strict=True)]
    swapped = [(given, right) for right, given in pairs]
    similarity = sum(_best_match(right, given) for right, given in pairs)
    return ChainScores(
        muc=Ratio(precision=_share(map(_links, swapped)), recall=_share(map(_links, pairs))),
        b_cubed=Ratio(precision=_share(map(_overlaps, swapped)), recall=_share(map(_overlaps, pairs))),
        ceaf=Ratio(
            precision=_percent(similarity, sum(len(given) for _, given in pairs)),
            recall=_percent(similarity, sum(len(right) for right, _ in pairs)),
        ),
    )


def _clusters(collections: Collection[Collection[Hashable]]) -> tuple[Cluster, ...]:
    clusters = tuple(frozenset(mentions) for mentions in collections if len(set(mentions)) > 1)
    if sum(map(len, clusters)) != len(frozenset().union(*clusters)):
        raise ValueError("a mention stands in two clusters of one document")
    return clusters


def _percent(numerator: float, denominator: float) -> float:
    return 100.0 * numerator / denominator if denominator else 0.0


def _share(terms: "map[tuple[float, float]]") -> float:
    numerator = denominator = 0.0
    for above, below in terms:
        numerator, denominator = numerator + above, denominator + below
    return _percent(numerator, denominator)


def _links(pair: tuple[Sequence[Cluster], Sequence[Cluster]]) -> tuple[float, float]:
    """Recall of links (Vilain et al. 1995): mentions of a cluster less the parts the other side cuts it into."""
    clusters, others = pair
    owner = {mention: number for number, other in enumerate(others) for mention in other}
    kept = 0
    for cluster in clusters:
        owners = [owner.get(mention) for mention in cluster]
        parts = len({number for number in owners if number is not None}) + owners.count(None)
        kept += len(cluster) - parts
    return kept, sum(len(cluster) - 1 for cluster in clusters)


def _overlaps(pair: tuple[Sequence[Cluster], Sequence[Cluster]]) -> tuple[float, float]:
    """Recall by mention (Bagga and Baldwin 1998): the share of its cluster that the other side keeps with it."""
    clusters, others = pair
    kept = sum(len(cluster & other) ** 2 / len(cluster) for cluster in clusters for other in others)
    return kept, sum(map(len, clusters))


def _best_match(gold: Sequence[Cluster], system: Sequence[Cluster]) -> float:
    """Summed similarity of the best one-to-one match of entities (Luo 2005, phi 4)."""
    if not gold or not system:
        return 0.0
    similarity = np.array([[2 * len(right & given) / (len(right) + len(given)) for given in system] for right in gold])
    rows, columns = linear_sum_assignment(-similarity)
    return float(similarity[rows, columns].sum())
