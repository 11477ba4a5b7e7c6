"""The page of limits: never empty, and its scores are those that every change is held to."""

import tomllib
from pathlib import Path

import pytest

from sayso.workbench.views.limits import Extractor, Score, limits

FLOORS = tomllib.loads((Path(__file__).parents[3] / "benchmarks" / "floors.toml").read_text(encoding="utf-8"))
EXTRACTORS = limits().extractors


def test_every_stage_of_the_program_has_its_limits() -> None:
    assert len(EXTRACTORS) >= 7


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda each: each.name)
def test_an_extractor_says_how_it_works_what_it_cannot_tell_and_how_well_it_does(extractor: Extractor) -> None:
    assert extractor.method
    assert extractor.cannot
    assert extractor.scores or extractor.unmeasured


@pytest.mark.parametrize(
    "score", [score for each in EXTRACTORS for score in each.scores], ids=lambda each: each.measure
)
def test_a_score_is_the_floor_that_is_enforced(score: Score) -> None:
    measure = score.measure
    assert FLOORS["measure"][measure]["floor"] == score.value, (
        f"{measure} has changed: write it into workbench/limits.toml"
    )
