"""Shares after a change, drawn from stated ranges: within the bounds, the same for a seed, and refused where open."""

import pytest

from sayso.system.scenarios.answers import what_if
from sayso.system.scenarios.language import parse_changes
from sayso.system.scenarios.sampled import Sampled, sample
from tests.system.scenarios.known import ARMS, RECORDED, SEED, dependence, model

DRAWS = 2000


def drawn(text: str, of: object = SEED, *, seed: int = 1) -> dict[str, Sampled]:
    return {each.subject.partner or "": each for each in sample(of, parse_changes(text), seed=seed, draws=DRAWS)}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        RECORDED + ARMS,
        f"{RECORDED} {ARMS}; change RUS->PRK trade by +50%; change CHN->PRK trade to 1..2 bn USD/year",
        "fix PRK trade = 2..3 bn USD/year; fix CHN share of PRK trade = 90..95%; add 1..2 bn USD/year CHN->PRK money",
        "fix CHN share of PRK trade = 90..95%; cut CHN->PRK trade",
        "fix CHN share of PRK trade = 90..95%; change CHN->PRK trade by -50%",
        "fix PRK trade = 2 bn USD/year; fix CHN share of PRK trade = 90..95%; replace CHN->PRK trade by TUR; " + ARMS,
    ],
)
def test_what_is_drawn_lies_within_the_bounds_and_reaches_for_them(text: str) -> None:
    bounds = {
        each.subject.partner: each.after
        for each in what_if(SEED, parse_changes(text)).outcomes
        if each.subject.is_share
    }
    found = drawn(text)
    assert set(found) <= set(bounds)
    assert any(each.spread for each in found.values())
    for partner, each in found.items():
        if each.spread is not None:
            low, high = (float(bound or 0) for bound in (bounds[partner].low, bounds[partner].high))
            numbers = [number for _, number in each.spread.percentiles]
            assert low - 1e-12 <= numbers[0] <= numbers[-1] <= high + 1e-12
            assert "seed 1" in each.spread.assumption


def test_the_arms_of_the_example_are_spread_evenly_between_19_7_and_43_4_percent() -> None:
    spread = drawn(RECORDED + ARMS)["RUS"].spread
    assert spread is not None
    # A sum of 1350 m a year, the middle of the range, is a share of (34.4 + 1350) / (2770 + 1350) = 33.6 %.
    assert dict(spread.percentiles)[50.0] == pytest.approx(0.336, abs=0.005)
    assert drawn(RECORDED + ARMS) == drawn(RECORDED + ARMS)
    assert drawn(RECORDED + ARMS, seed=2) != drawn(RECORDED + ARMS)


def test_nothing_is_drawn_from_what_nobody_bounded() -> None:
    found = drawn("fix PRK trade = 2.77 bn USD/year; add 1..2 bn USD/year RUS->PRK money")
    assert found["CHN"].spread is None
    assert "no high bound" in (found["CHN"].reason or "")
    assert "no low bound" in (found["RUS"].reason or "")
    whole = drawn("fix CHN share of PRK trade = 95%; add 1..2 bn USD/year RUS->PRK money")["CHN"]
    assert "PRK trade has no low bound" in (whole.reason or "")
    known = "fix PRK trade = 2 bn USD/year; fix CHN share of PRK trade = 95%"
    some = drawn(f"{known}; add up to 2 bn USD/year RUS->PRK money")
    assert "no low bound" in (some["CHN"].reason or "")
    other = drawn(f"{known}; add 2 bn EUR/year RUS->PRK money")
    assert "in USD" in (other["CHN"].reason or "")


def test_ranges_that_may_come_to_more_than_the_whole_are_not_drawn_from() -> None:
    of = model(dependence("CHN", "0.5", "0.9"), dependence("RUS", "0.1", "0.3"))
    found = drawn("cut CHN->PRK trade", of)
    assert found["CHN"].spread is not None
    assert "more than the whole" in (found["RUS"].reason or "")


def test_without_a_change_of_what_passes_nothing_is_drawn() -> None:
    assert drawn("test CHN share of PRK trade > 90%") == {}
