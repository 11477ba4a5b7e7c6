"""Lengths of rows in, the indices that lead from rows laid end to end to rows padded to one width and back, out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.layout import BATCH, PADDING, batches, layout, shares

LENGTHS = st.lists(st.integers(1, 500), min_size=1, max_size=60)


def test_rows_are_laid_end_to_end_and_padded() -> None:
    laid = layout([3, 1, 2])
    assert laid.mask.tolist() == [[1, 1, 1], [1, 0, 0], [1, 1, 0]]
    assert laid.padded.tolist() == [[0, 1, 2], [3, 0, 0], [4, 5, 0]]
    assert laid.flat.tolist() == [0, 1, 2, 3, 6, 7]
    assert laid.starts.tolist() == [0, 3, 4]


@given(LENGTHS)
def test_the_way_there_and_back_leads_home(lengths: list[int]) -> None:
    laid = layout(lengths)
    values = np.arange(100, 100 + sum(lengths))
    assert values[laid.padded].ravel()[laid.flat].tolist() == values.tolist()
    assert laid.mask.sum(1).tolist() == lengths


def test_shares_make_the_mean_of_each_row() -> None:
    values = np.array([[1.0], [2.0], [6.0], [10.0]], np.float32)
    assert (shares([3, 1]) @ values).tolist() == [[pytest.approx(3)], [10]]


@given(LENGTHS)
def test_every_row_is_in_one_batch_of_bounded_size(lengths: list[int]) -> None:
    made = batches(lengths)
    assert sorted(index for batch in made for index in batch) == list(range(len(lengths)))
    in_order = [lengths[index] for batch in made for index in batch]
    assert in_order == sorted(lengths)
    for batch in made:
        sizes = [lengths[index] for index in batch]
        assert len(batch) == 1 or sum(sizes) <= 1.5 * BATCH + 1
        assert len(batch) == 1 or len(batch) * max(sizes) <= PADDING * BATCH


def test_a_little_more_than_a_batch_stays_one_and_more_is_shared_out() -> None:
    assert [len(batch) for batch in batches([8] * (BATCH // 8 + 4))] == [BATCH // 8 + 4]
    sizes = [len(batch) for batch in batches([8] * (BATCH // 4 + 8))]
    assert max(sizes) - min(sizes) <= 4
    assert len(sizes) == 2
    assert batches([]) == []
