"""Reports that differ, and what a few points say of ten thousand."""

from itertools import islice
from pathlib import Path

import pytest

from benchmarks.memory import REPORTS, Growth, Point, reports, write_reports


def _growth(*points: tuple[int, float]) -> Growth:
    return Growth(points=tuple(Point(reports=number, peak_mb=peak) for number, peak in points))


def test_reports_are_the_statements_and_then_lines_of_stories(data: Path) -> None:
    first = list(islice(reports(data), 40))
    assert first[0] == "Grain moves."
    assert first[2] == "Talks failed in Lima (1)\n\nEnvoys left on Sunday.\n\nNobody said why."
    assert len(set(first)) == len(first)


def test_so_many_reports_are_written(data: Path, tmp_path: Path) -> None:
    folder = write_reports(data, tmp_path / "reports", count=7)
    assert [path.name for path in sorted(folder.iterdir())] == [f"{number:05}.txt" for number in range(7)]


def test_a_peak_that_stays_is_the_peak_of_all() -> None:
    growth = _growth((500, 400.0), (2000, 410.0), (3000, 410.0))
    assert (growth.mb_per_thousand, growth.peak_mb, growth.is_whole) == (0.0, 410.0, False)


def test_a_peak_that_grows_is_followed_to_the_end() -> None:
    growth = _growth((500, 100.0), (2000, 400.0), (4000, 440.0))
    assert growth.mb_per_thousand == pytest.approx(20.0)
    assert growth.peak_mb == pytest.approx(440 + 20 * 6)


def test_what_was_measured_to_the_end_is_not_reckoned() -> None:
    growth = _growth((2000, 400.0), (REPORTS, 440.0))
    assert growth.is_whole
    assert growth.peak_mb == 440.0
    assert growth.mb_per_thousand == pytest.approx(5.0)


def test_from_one_point_no_growth_is_seen() -> None:
    assert _growth((120, 300.0)).mb_per_thousand == 0.0
