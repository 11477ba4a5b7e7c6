"""Predicates and arguments compared by hand."""

import pytest

from benchmarks.metrics.counts import Counts
from benchmarks.metrics.roles import role_scores

# "The envoy who came promised grain", predicates `came` (3) and `promised` (4).
GOLD = [[(3, [("ARG1", 0, 2), ("R-ARG1", 2, 3)]), (4, [("ARG0", 0, 4), ("ARG1", 5, 6), ("V", 4, 5)])]]


def test_identity_is_perfect_and_the_predicate_itself_is_no_argument() -> None:
    scores = role_scores(GOLD, GOLD)
    assert scores.predicates == Counts(correct=2, gold=2, system=2)
    assert scores.arguments == Counts(correct=3, gold=3, system=3)
    assert scores.with_secondary == Counts(correct=4, gold=4, system=4)


def test_role_and_span_must_both_be_right() -> None:
    system = [[(3, [("ARG0", 0, 2), ("R-ARG0", 2, 3)]), (4, [("ARG0", 0, 4), ("ARG1", 4, 6)])]]
    scores = role_scores(GOLD, system)
    assert scores.arguments == Counts(correct=1, gold=3, system=3)
    assert scores.with_secondary == Counts(correct=1, gold=4, system=4)


def test_missed_and_invented_predicates_take_their_arguments_with_them() -> None:
    system = [[(1, [("ARG0", 0, 1)]), (4, [("ARG0", 0, 4), ("ARG1", 5, 6)])]]
    scores = role_scores(GOLD, system)
    assert scores.predicates == Counts(correct=1, gold=2, system=2)
    assert scores.arguments == Counts(correct=2, gold=3, system=3)


def test_a_predicate_without_arguments_counts_as_predicate() -> None:
    scores = role_scores([[(0, [])]], [[(0, [])]])
    assert scores.predicates.f1 == 100.0
    assert scores.arguments == Counts(correct=0, gold=0, system=0)


def test_sides_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="2 sentences"):
        role_scores([[], []], [[]])
