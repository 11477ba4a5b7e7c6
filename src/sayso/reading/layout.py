"""Lengths of rows in, the indices that lead from rows laid end to end to rows padded to one width and back, out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BATCH = 256
"""Positions read at once. From 120 to 300 speed was the same within 5 %; 600 and 1,200 were 4 to 10 % slower, since
what is worked on leaves the cache, and took more memory (November 2026, news, two cores)."""

PADDING = 2
"""Padded positions of a batch for each of `BATCH`, at most; only attention meets them, at a tenth of the cost."""

Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where rows of different lengths stand, laid end to end and one under the other.

    `mask` (rows, width) is 1 inside a row; `padded` (rows, width) is the place, end to end, of each position, 0 behind
    the end of a row; `flat` (positions,) is the place of each position in the flattened table; row `i` runs from
    `starts[i]`.
    """

    mask: NDArray[np.int32]
    padded: Indices
    flat: Indices
    starts: Indices

    def inputs(self) -> dict[str, NDArray[np.generic]]:
        """What the graphs are told of it."""
        return {"mask": self.mask, "padded": self.padded, "flat": self.flat}


def layout(lengths: Sequence[int] | Indices) -> Layout:
    """The layout of rows of these lengths, each at least 1."""
    sizes = np.asarray(lengths, np.int64)
    starts = np.cumsum(sizes) - sizes
    order = np.arange(int(sizes.max()))
    inside = order < sizes[:, None]
    padded = np.where(inside, starts[:, None] + order, 0)
    return Layout(mask=inside.astype(np.int32), padded=padded, flat=np.flatnonzero(inside), starts=starts)


def shares(lengths: Sequence[int]) -> NDArray[np.float32]:
    """The matrix (rows, positions) by which positions laid end to end become the mean of each row."""
    sizes = np.asarray(lengths, np.int64)
    rows = np.repeat(np.arange(len(sizes)), sizes)
    return np.where(rows == np.arange(len(sizes))[:, None], (1 / sizes).astype(np.float32)[:, None], np.float32(0))


def batches(lengths: Sequence[int]) -> list[list[int]]:
    """Indices of rows of similar length, shortest first: about `BATCH` positions each, evenly shared out."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    total = sum(lengths)
    most = total / max(1, round(total / BATCH)) + 1
    result: list[list[int]] = []
    positions = 0
    for index in order:
        positions += lengths[index]
        full = not result or positions > most or (len(result[-1]) + 1) * lengths[index] > PADDING * BATCH
        if full:
            result.append([])
            positions = lengths[index]
        result[-1].append(index)
    return result
