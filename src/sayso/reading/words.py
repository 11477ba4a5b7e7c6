"""Ids of word pieces in, their vectors out, from a 4-bit table that stays packed in memory."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BLOCK_BYTES = 18
"""A block of 32 weights in the format Q4_0: a half-precision scale, then 16 bytes of two weights each."""


class WordTable:
    """Rows of 384 weights at four bits; the file is mapped, so only the rows in use are read."""

    def __init__(self, path: Path) -> None:
        self._rows = np.load(path, mmap_mode="r")

    def vectors(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        """The vectors (ids, 384) of the pieces; low nibbles of a block come before the high ones."""
        distinct, where = np.unique(ids, return_inverse=True)
        rows = self._rows[distinct].reshape(len(distinct), -1, BLOCK_BYTES)
        scales = np.ascontiguousarray(rows[:, :, :2]).view(np.float16).astype(np.float32)
        nibbles = rows[:, :, 2:]
        weights = np.concatenate([nibbles & 15, nibbles >> 4], 2).astype(np.float32) - 8
        return (weights * scales).reshape(len(distinct), -1)[where]
