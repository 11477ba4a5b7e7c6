"""Ranges and a measure in, the spread of the measure out."""

from collections.abc import Callable
from decimal import Decimal

import numpy as np
import pytest

from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import share
from sayso.system.measures.sampling import Draws, Spread, Uncertain, spread

ROOT_OF_THREE = Decimal(3).sqrt()


def uncertain(name: str, low: str | None, high: str | None, root: str | None = None) -> Uncertain:
    ends = (None if each is None else Decimal(each) for each in (low, high))
    return Uncertain(name=name, interval=Interval(low=next(ends), high=next(ends)), root=root)


def unit(name: str, root: str | None = None) -> Uncertain:
    """A rectangular variable of mean 0 and standard deviation 1."""
    return uncertain(name, str(-ROOT_OF_THREE), str(ROOT_OF_THREE), root)


def total(*names: str) -> Callable[[Callable[[str], Draws]], Draws]:
    return lambda value: np.sum([value(name) for name in names], axis=0)


def ends(found: Spread) -> tuple[float, float]:
    return found.percentiles[0][1], found.percentiles[-1][1]


def test_four_rectangular_variables_have_an_interval_of_3_88() -> None:
    # JCGM 101:2008, 9.2.3 and table 3: the probabilistically symmetric 95 % interval is [-3.88, 3.88].
    found = spread(total(*"abcd"), [unit(name) for name in "abcd"], seed=1, draws=1_000_000)
    assert ends(found) == pytest.approx((-3.88, 3.88), abs=0.015)


def test_values_of_one_root_move_together() -> None:
    found = spread(total(*"abcd"), [unit(name, "org/nyt") for name in "abcd"], seed=1)
    # One rectangular variable on plus and minus four roots of three; 95 % of it.
    assert ends(found) == pytest.approx((-4 * 0.95 * 3**0.5, 4 * 0.95 * 3**0.5), abs=0.05)
    assert "4 ranges of 1 root" in found.assumption


def test_the_same_seed_gives_the_same_and_another_gives_another() -> None:
    values = [unit("a", "KOR"), unit("b"), unit("c", "UKR")]
    found = spread(total("a", "b", "c"), values, seed=7)
    assert found == spread(total("a", "b", "c"), values[::-1], seed=7)
    assert found.percentiles != spread(total("a", "b", "c"), values, seed=8).percentiles


def test_a_root_draws_the_same_whatever_others_there_are() -> None:
    # Two cases that are compared differ by what was changed in them, and by nothing else.
    alone = spread(total("a"), [unit("a", "KOR")], seed=3)
    beside = spread(total("a"), [unit("b", "UKR"), unit("a", "KOR"), unit("c")], seed=3)
    assert alone.percentiles == beside.percentiles


def test_a_value_without_a_root_is_not_taken_for_a_root_of_its_name() -> None:
    found = spread(lambda value: value("a") - value("b"), [unit("a"), unit("b", "a")], seed=1)
    assert ends(found)[1] > 1


def test_draws_stay_within_the_bounds_of_the_share() -> None:
    money, rest = uncertain("money", "0.64", "2.06"), uncertain("rest", "2.5", "3")
    found = spread(
        lambda value: value("money") / (value("money") + value("rest")), [money, rest], seed=1, ranks=(0, 50, 100)
    )
    bounds = share(money.interval, rest.interval)
    assert float(bounds.low or 0) < found.percentiles[0][1] < found.percentiles[2][1] < float(bounds.high or 0)
    assert [rank for rank, _ in found.percentiles] == [0, 50, 100]


def test_the_assumption_and_the_seed_are_told() -> None:
    found = spread(total("a"), [unit("a"), uncertain("known", "5", "5")], seed=42, draws=10)
    for said in ("any other", "one root", "independent", "1 range of", "10 draws", "seed 42"):
        assert said in found.assumption


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ([uncertain("arms", None, "5.5")], "arms has no low bound"),
        ([uncertain("arms", "1.7", None)], "arms has no high bound"),
        ([uncertain("arms", "5.5", "1.7")], "lower number first"),
        ([uncertain("arms", "1", "NaN")], "no range"),
        ([uncertain("arms", "1", "Infinity")], "no range"),
        ([uncertain("arms", "1", "2"), uncertain("arms", "3", "4")], "same name"),
        ([uncertain("arms", "0", "0")], "no number"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_reason(values: list[Uncertain], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        spread(lambda value: 1 / value("arms"), values, seed=1, draws=10)


@pytest.mark.parametrize(("seed", "draws"), [(-1, 10), (1, 0)])
def test_a_negative_seed_and_no_draws_are_refused(seed: int, draws: int) -> None:
    with pytest.raises(ValueError, match="at least one draw"):
        spread(total("a"), [unit("a")], seed=seed, draws=draws)
