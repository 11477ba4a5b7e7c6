"""Texts in many languages in, the memory of reading thousands of reports into one ledger out.

The reports are made of the White House statements, each once and whole, and then of runs of lines of the NTREX stories
in thirteen languages, no two alike: short reports, since it is their number that is in question. One process reads them
all, on one thread, through one ledger, and writes down its peak after each thousand. A reader that keeps nothing has
the same peak after the first thousand as after the last.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks import corpora
from benchmarks.measures.translation import LANGUAGES, PUBLISHED
from benchmarks.speed import LONGEST, ONE_THREAD, memory

REPORTS = 10_000
"""Reports that the figure is for."""

SAMPLE = 4_000
"""Reports read unless all are asked for; the rest of the way is reckoned from the slope, and the figure says so."""

EVERY = 500
"""Reports between two looks at the peak."""

SETTLED = 2_000
"""Reports after which the slope begins: by then every language is open, every long text read, and what the reader
remembers of forms and sentences near its limit. Of 4,000 reports the first 500 came to 777 MB, 2,000 to 795 and all to
799; from 1,000 on, the slope would promise 832 MB at the end."""

_SHORTEST, _LONGEST_RUN = 3, 5
"""Lines of a story that make a report: 40 to 130 words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """The peak of a process, in MB of a million bytes, after so many reports."""

    reports: int
    peak_mb: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """The points of one process in their order."""

    points: tuple[Point, ...]

    @property
    def is_whole(self) -> bool:
        """Whether all reports were read, and nothing is reckoned."""
        return self.points[-1].reports >= REPORTS

    @property
    def mb_per_thousand(self) -> float:
        """What the peak grows by with each thousand reports, once settled; 0 from a single point."""
        settled = [point for point in self.points if point.reports >= SETTLED] or self.points[-1:]
        first, last = settled[0], settled[-1]
        if first.reports == last.reports:
            return 0.0
        return 1000 * (last.peak_mb - first.peak_mb) / (last.reports - first.reports)

    @property
    def peak_mb(self) -> float:
        """The peak after all reports: as measured, or reckoned from the last point and the slope."""
        last = self.points[-1]
        return last.peak_mb + self.mb_per_thousand * max(0, REPORTS - last.reports) / 1000


def measure(data: Path, *, count: int = SAMPLE) -> Growth:
    """Read so many reports in a process of its own; raises `RuntimeError` when it fails."""
    with tempfile.TemporaryDirectory() as folder:
        written = write_reports(data, Path(folder) / "reports", count=count)
        finished = subprocess.run(
            [sys.executable, "-m", "benchmarks.memory", str(written)],
            cwd=Path(__file__).resolve().parents[1],
            env=os.environ | ONE_THREAD,
            capture_output=True,
            text=True,
        )
    if finished.returncode:
        raise RuntimeError(f"the measured process failed: {finished.stderr.strip().splitlines()[-1:]}")
    return Growth(points=tuple(Point(**point) for point in json.loads(finished.stdout.splitlines()[-1])))


def write_reports(data: Path, folder: Path, *, count: int) -> Path:
    """Write so many reports as text files into a new folder; returns the folder."""
    folder.mkdir()
    for number, text in zip(range(count), reports(data), strict=False):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return folder


def reports(data: Path) -> Iterator[str]:
    """Statements, then short reports, all different, without end."""
    yield from corpora.statements(data, longest=LONGEST)
    stories = [story for story in corpora.stories(data) if story.language in ("en", *LANGUAGES)]
    number = 0
    while True:
        for story in stories:
            size = _SHORTEST + number % (_LONGEST_RUN - _SHORTEST + 1)
            first = number // len(stories) % max(1, len(story.lines) - size)
            number += 1
            yield "\n\n".join([f"{story.lines[0]} ({number})", *story.lines[first + 1 : first + 1 + size]])


def main(arguments: Sequence[str] | None = None) -> None:
    """The measured process: read a folder of reports into a ledger and write the points as JSON."""
    from sayso.ledger import Ledger
    from sayso.pipeline import find
    from sayso.settings import Settings

    parser = argparse.ArgumentParser(description="Read reports and watch the memory; started by the benchmarks.")
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder
    points = []
    with tempfile.TemporaryDirectory() as place, Ledger.open(Path(place) / "memory.sayso") as ledger:
        findings = find([str(folder)], settings=Settings(threads=1, published=PUBLISHED), ledger=ledger)
        number = 0
        for number, _ in enumerate(findings, start=1):
            if number % EVERY == 0:
                points.append(Point(reports=number, peak_mb=memory("VmHWM")))
        if number % EVERY or not points:
            points.append(Point(reports=number, peak_mb=memory("VmHWM")))
    sys.stdout.write(json.dumps([asdict(point) for point in points]) + "\n")


if __name__ == "__main__":
    main()
