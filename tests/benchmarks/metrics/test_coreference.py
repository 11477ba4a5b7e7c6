"""Chains compared by hand, and with the worked example of Pradhan et al. 2014, figure 1 and table 2."""

import pytest

from benchmarks.metrics.coreference import chain_scores


def test_identity_is_perfect() -> None:
    chains = [["ab", "cde"], ["xy"]]
    scores = chain_scores(chains, chains)
    assert scores.conll == pytest.approx(100.0)
    assert (scores.muc.precision, scores.b_cubed.recall, scores.ceaf.f1) == pytest.approx((100.0, 100.0, 100.0))


def test_worked_example_of_the_reference_scorer() -> None:
    """Key {a b c} {d e f g}, response {a b} {c d} {f g h i}.

    MUC: recall (3-2 + 4-3) / 5, precision (1 + 0 + 1) / 5. B-cubed: recall (4/3 + 1/3 + 1/4 + 4/4) / 7,
    precision (2 + 1/2 + 1/2 + 1) / 8. CEAF: the best match pairs {a b c} with {a b}, 4/5, and {d e f g} with
    {f g h i}, 4/8; 1.3 over 2 entities and over 3.
    """
    scores = chain_scores([["abc", "defg"]], [["ab", "cd", "fghi"]])
    assert scores.muc.recall == pytest.approx(40.0)
    assert scores.muc.precision == pytest.approx(40.0)
    assert scores.b_cubed.recall == pytest.approx(100 * (4 / 3 + 1 / 3 + 1 / 4 + 1) / 7)
    assert scores.b_cubed.precision == pytest.approx(100 * 4 / 8)
    assert scores.ceaf.recall == pytest.approx(65.0)
    assert scores.ceaf.precision == pytest.approx(100 * 1.3 / 3)
    expected = (40.0 + scores.b_cubed.f1 + scores.ceaf.f1) / 3
    assert scores.conll == pytest.approx(expected)
    assert scores.b_cubed.f1 == pytest.approx(45.45, abs=0.01)


def test_the_best_match_is_not_the_greedy_one() -> None:
    """Greedy matching takes {a b c d} with {a b c}, 6/7, and is left with nothing for the other two."""
    scores = chain_scores([["abcd", "ef"]], [["abc", "def"]])
    assert scores.ceaf.recall == pytest.approx(100 * (6 / 7 + 4 / 5) / 2)
    crossed = chain_scores([["abcd", "efgh"]], [["abef", "cd"]])
    # {a b e f} shares two mentions with each gold chain; {c d} only with the first: 4/8 + 4/6.
    assert crossed.ceaf.recall == pytest.approx(100 * (4 / 8 + 4 / 6) / 2)


def test_chains_of_one_mention_are_dropped() -> None:
    assert chain_scores([["ab", "c"]], [["ab", "d", "e"]]).conll == pytest.approx(100.0)
    assert chain_scores([["ab"]], [["a", "b"]]).conll == 0.0


def test_sums_over_documents_come_before_division() -> None:
    """One link of one found, none of three found: 1 of 4, not the mean of 100 and 0."""
    scores = chain_scores([["ab"], ["cdef"]], [["ab"], []])
    assert scores.muc.recall == pytest.approx(25.0)
    assert scores.muc.precision == pytest.approx(100.0)


def test_the_same_mention_in_two_documents_stays_apart() -> None:
    assert chain_scores([["ab"], ["ab"]], [["ab"], ["bc"]]).muc.recall == pytest.approx(50.0)


def test_nothing_against_nothing_scores_nothing() -> None:
    assert chain_scores([[]], [[]]).conll == 0.0
    assert chain_scores([], []).conll == 0.0


def test_a_mention_in_two_chains_is_refused() -> None:
    with pytest.raises(ValueError, match="two clusters"):
        chain_scores([["ab", "bc"]], [[]])
