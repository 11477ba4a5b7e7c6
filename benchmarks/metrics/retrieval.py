"""Sentence vectors of two aligned languages in, how often the translation is found first out."""

import numpy as np
from numpy.typing import NDArray


def found_first(source: NDArray[np.float32], target: NDArray[np.float32]) -> float:
    """Share, 0 to 1, of sentences whose own translation is nearest of all, mean of both directions.

    Row i of both arrays is the same sentence; nearness is the dot product of unit vectors. A tie is a miss, so that
    vectors which are all alike score 0. Raises `ValueError` when the arrays differ in shape.
    """
    if source.shape != target.shape:
        raise ValueError(f"the vectors differ in shape: {source.shape} and {target.shape}")
    if not len(source):
        return 0.0
    nearness = source @ target.T
    own = np.diagonal(nearness).copy()
    others = nearness.copy()
    np.fill_diagonal(others, -np.inf)
    hits = (own > others.max(axis=1)).mean() + (own > others.max(axis=0)).mean()
    return float(hits) / 2
