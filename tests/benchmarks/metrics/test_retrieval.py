"""Translations found by hand."""

import numpy as np
import pytest

from benchmarks.metrics.retrieval import found_first

UNIT = np.eye(4, dtype=np.float32)


def test_identity_finds_every_translation() -> None:
    assert found_first(UNIT, UNIT) == 1.0


def test_both_directions_count() -> None:
    """Sentence 3 of the target lies nearest sentence 0 of the source; seen from the source, 0 ties and is missed."""
    target = UNIT.copy()
    target[3] = UNIT[0]
    # From the source: 0 ties with 3, 3 has no likeness to its own; 1 and 2 are found. From the target: 0, 1, 2.
    assert found_first(UNIT, target) == pytest.approx((2 / 4 + 3 / 4) / 2)


def test_vectors_that_are_all_alike_find_nothing() -> None:
    alike = np.ones((3, 2), dtype=np.float32)
    assert found_first(alike, alike) == 0.0


def test_no_sentences_score_nothing() -> None:
    assert found_first(UNIT[:0], UNIT[:0]) == 0.0


def test_a_single_sentence_is_found() -> None:
    assert found_first(UNIT[:1], UNIT[:1]) == 1.0


def test_sides_of_different_shape_are_refused() -> None:
    with pytest.raises(ValueError, match="shape"):
        found_first(UNIT, UNIT[:2])
