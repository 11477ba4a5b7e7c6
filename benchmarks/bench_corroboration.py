"""The data folder in, one table of what corroboration is worth, with floors, marks and verdicts, out.

python -m benchmarks.bench_corroboration --data ../shared [--only origins,agreement] [--verbose] [--quick] [--json]
"""

import argparse
import sys
from collections.abc import Sequence

from benchmarks import command, reuse_scale
from benchmarks.comparing_speed import comparing_speed
from benchmarks.floors import read_floors
from benchmarks.measures import CORROBORATION_GROUPS, ClaimsBench, Figures
from benchmarks.republications import CORPUS

HEAVY = ("reuse-speed", "reuse-memory", "corroborate-speed")
"""Groups of time and memory, which say more on an idle machine; not part of the gate."""

NAMES = (*(group.name for group in CORROBORATION_GROUPS), *HEAVY)
"""Groups that `--only` may name, in the order in which they run."""

_QUICK_COUNTS = (1_000, 2_000, 4_000)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print it; 0 when anything could be measured, 2 when not."""
    parser = argparse.ArgumentParser(description="Measure corroboration against its floors and marks.")
    command.add_arguments(parser, NAMES)
    chosen = parser.parse_args(arguments)
    console = command.console_of(chosen)
    bench = command.open_bench(chosen)
    if isinstance(bench, str):
        console.print(f"bench-corroboration skipped: {bench}.", soft_wrap=True, highlight=False)
        return 2
    measured = command.measure([_group(name) for name in chosen.only], bench, console)
    floors = [floor for floor in read_floors() if floor.group in chosen.only]
    command.report(console, measured, floors, title="Corroboration", chosen=chosen)
    return 0 if measured.values else 2


def _group(name: str) -> command.Runnable:
    if name == "reuse-speed":
        return command.Runnable(name=name, corpora=(CORPUS,), run=_speed)
    if name == "reuse-memory":
        return command.Runnable(name=name, corpora=(CORPUS,), run=_memory)
    if name == "corroborate-speed":
        return command.Runnable(name=name, corpora=(), run=comparing_speed)
    group = next(group for group in CORROBORATION_GROUPS if group.name == name)
    return command.Runnable(name=name, corpora=group.corpora, run=lambda bench, _: group.run(bench))


def _speed(bench: ClaimsBench, notes: list[str]) -> Figures:
    """Documents a second of processor time that the index of reuse takes in and compares."""
    found = dict(reuse_scale.speed(bench.data))
    notes.extend(f"reuse, {name}: {value:,.1f}." for name, value in found.items())
    yield "reuse_speed.documents", found["republications: compared too, documents/s"]


def _memory(bench: ClaimsBench, notes: list[str]) -> Figures:
    """Bytes a document in the index of reuse, and the last stretch's bytes a document as a multiple of the first's."""
    points = reuse_scale.grown(bench.data, _QUICK_COUNTS if bench.quick else reuse_scale.COUNTS)
    listed = ", ".join(f"{megabytes:.0f} after {count:,}" for count, megabytes, _ in points)
    notes.append(f"memory of the index of reuse in MB: {listed} documents.")
    (first, low, _), (middle, mid, _), (last, high, _) = points
    yield "reuse_memory.bytes", 1e6 * high / last
    yield "reuse_memory.growth", (high - mid) / (last - middle) * (middle - first) / (mid - low)


if __name__ == "__main__":
    sys.exit(main())
