"""The text that both sides read, and how their runs are compared."""

from pathlib import Path

import pytest

from benchmarks.speed import Comparison, Run, news


def _runs(*speeds: float) -> tuple[Run, ...]:
    return tuple(Run(words_per_second=speed, resident_mb=300.0, peak_mb=350.0) for speed in speeds)


def test_stories_come_in_paragraphs_under_their_headline(data: Path) -> None:
    story, statement, readout = news(data)
    assert story == "Talks failed in Lima\n\nEnvoys left on Sunday. Nobody said why."
    assert statement == "Grain moves."
    assert len(readout.split()) == 40


def test_the_ratio_is_that_of_the_medians() -> None:
    assert Comparison(ours=_runs(2000, 4000), spacy=_runs(6000, 2000)).ratio == pytest.approx(0.75)


def test_without_spacy_there_is_no_ratio() -> None:
    assert Comparison(ours=_runs(2000), spacy=()).ratio is None
