"""Sentence ends compared by hand."""

from benchmarks.metrics.boundaries import boundary_counts
from benchmarks.metrics.counts import Counts

TEXT = "Talks failed. Troops moved. Nobody spoke."


def test_identity_is_perfect() -> None:
    assert boundary_counts([TEXT], gold=[[13, 27, 41]], system=[[13, 27, 41]]).f1 == 100.0


def test_ends_before_or_after_white_space_are_the_same() -> None:
    assert boundary_counts([TEXT], gold=[[13, 27, 41]], system=[[14, 28, 41]]).f1 == 100.0


def test_missed_and_invented_ends() -> None:
    assert boundary_counts([TEXT], gold=[[13, 27, 41]], system=[[5, 27, 34, 41]]) == Counts(correct=2, gold=3, system=4)


def test_each_text_has_its_own_ends() -> None:
    assert boundary_counts(["Yes.", "Oh no."], gold=[[4], [6]], system=[[4], [2]]) == Counts(
        correct=1, gold=2, system=2
    )
    assert boundary_counts([], gold=[], system=[]) == Counts(correct=0, gold=0, system=0)
