"""Ids of word pieces in, their vectors out of a 4-bit table."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.reading.words import WordTable

COLUMNS = 64


def packed(weights: list[list[int]], scales: list[list[float]]) -> NDArray[np.uint8]:
    """Rows as the format Q4_0 writes them: per 32 weights a half-precision scale, then byte i holds weight i low and
    weight i + 16 high, each plus 8."""
    rows = []
    for row, row_scales in zip(weights, scales, strict=True):
        written = b""
        for block, scale in enumerate(row_scales):
            part = row[32 * block : 32 * block + 32]
            written += np.float16(scale).tobytes()
            written += bytes((part[index] + 8) | (part[index + 16] + 8) << 4 for index in range(16))
        rows.append(np.frombuffer(written, np.uint8))
    return np.stack(rows)


def table(path: Path, weights: list[list[int]], scales: list[list[float]]) -> WordTable:
    np.save(path / "words.npy", packed(weights, scales))
    return WordTable(path / "words.npy")


ROWS = [[(7 * row + column) % 16 - 8 for column in range(COLUMNS)] for row in range(3)]
SCALES = [[0.5, 2.0], [-1.0, 0.25], [0.0, 1.5]]
WANTED = np.array([[value * SCALES[row][column // 32] for column, value in enumerate(ROWS[row])] for row in range(3)])


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> WordTable:
    return table(tmp_path_factory.mktemp("table"), ROWS, SCALES)


def test_a_row_packed_by_hand_is_unpacked(small: WordTable) -> None:
    found = small.vectors(np.array([0]))
    assert found.dtype == np.float32
    assert np.array_equal(found, WANTED[:1])


@given(st.lists(st.integers(0, 2), min_size=1, max_size=20))
def test_ids_may_come_in_any_order_and_again(small: WordTable, ids: list[int]) -> None:
    assert np.array_equal(small.vectors(np.array(ids)), WANTED[ids])


def test_the_lowest_and_the_highest_weight(tmp_path: Path) -> None:
    found = table(tmp_path, [[-8] * 16 + [7] * 16], [[1.0]]).vectors(np.array([0]))
    assert found.tolist() == [[-8.0] * 16 + [7.0] * 16]
