"""Counts compared by hand."""

import pytest

from benchmarks.metrics.counts import Counts, compare


def test_ratios_are_in_percent() -> None:
    counts = Counts(correct=3, gold=4, system=6)
    assert counts.precision == 50.0
    assert counts.recall == 75.0
    assert counts.f1 == pytest.approx(60.0)


def test_nothing_found_of_nothing_is_no_perfect_score() -> None:
    counts = compare([], [])
    assert (counts.precision, counts.recall, counts.f1) == (0.0, 0.0, 0.0)


def test_an_item_given_twice_is_right_as_often_as_the_gold_holds_it() -> None:
    assert compare("aab", "aaac") == Counts(correct=2, gold=3, system=4)
