"""Groups of items in, how far they agree out."""

import pytest

from benchmarks.metrics.grouping import bcubed

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2}


@pytest.mark.parametrize(
    ("groups", "precision", "recall"),
    [
        ("xxxy", 1.0, 1.0),
        ("xxxx", (3 * 0.75 + 0.25) / 4, 1.0),
        ("wxyz", 1.0, (3 / 3 + 1) / 4),
        ("xxyy", (1 + 1 + 0.5 + 0.5) / 4, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4),
    ],
)
def test_the_groups_of_each_item_are_compared_and_the_shares_averaged(
    groups: str, precision: float, recall: float
) -> None:
    scores = bcubed(GOLD, dict(zip(GOLD, groups, strict=True)))
    assert scores.precision == pytest.approx(precision)
    assert scores.recall == pytest.approx(recall)


def test_nothing_to_group_scores_nothing() -> None:
    assert bcubed({}, {}).f1 == 0.0
