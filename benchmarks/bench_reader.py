"""The data folder and the shipped reader in, one table of measures with floors, marks and verdicts out.

python -m benchmarks.bench_reader --data ../shared [--only names,roles] [--quick] [--json]
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import archives, parts, precision, speed
from benchmarks.beside import beside
from benchmarks.floors import Floor, read_floors
from benchmarks.measures import GROUPS, Bench, Figures
from sayso.errors import ReaderError

NAMES = (*(group.name for group in GROUPS), "int8", "spacy", "speed")
"""Groups that `--only` may name, in the order in which they run."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print it; 0 when all could be measured, 2 when data or weights are absent."""
    chosen = _arguments(arguments)
    console = Console(stderr=chosen.json)
    data = data_folder(chosen.data)
    reason = absent(data)
    if reason:
        console.print(f"bench-reader skipped: {reason}.", soft_wrap=True, highlight=False)
        return 2
    try:
        opened = parts.open_parts(chosen.threads)
    except ReaderError as error:
        console.print(f"bench-reader: {error}.", soft_wrap=True, highlight=False)
        return 2
    values: dict[str, float] = {}
    notes: list[str] = []
    bench = Bench(data=data, parts=opened, quick=chosen.quick)
    for name in chosen.only:
        with console.status(f"measuring {name}"):
            values.update(_measure(name, bench, notes, chosen, values))
    if chosen.json:
        sys.stdout.write(json.dumps({"figures": values, "notes": notes, "quick": chosen.quick}, indent=1) + "\n")
    else:
        console.print(table(values, read_floors(), quick=chosen.quick))
        if chosen.all:
            for name, value in values.items():
                console.print(f"{name:34}{value:10.3f}", highlight=False)
        for note in notes:
            console.print(note, soft_wrap=True, highlight=False)
    return 0


def data_folder(chosen: Path) -> Path:
    """The folder of the archives: the one named, or `data` inside it."""
    return chosen if archives.available(chosen) else chosen / "data"


def absent(data: Path) -> str | None:
    """Why nothing can be measured, in one clause; None when all is there."""
    if not archives.available(data):
        return f"{data} does not hold the corpora ({', '.join(archives.ARCHIVES)})"
    return parts.missing()


def verdict(value: float | None, floor: Floor, *, quick: bool) -> str:
    """What a value means, in two or three words; only `BELOW FLOOR` makes the gate fail."""
    if value is None:
        return "not measured"
    if quick:
        return "quick run"
    if not floor.keeps(value):
        return "BELOW FLOOR"
    if floor.reaches(value):
        return "mark reached"
    missed = value < floor.asked if floor.higher else value > floor.asked
    return "below what was asked" if missed else "kept"


def table(values: dict[str, float], floors: Iterable[Floor], *, quick: bool) -> Table:
    """One row for each measure that has a floor and was asked for."""
    drawn = Table("measure", title="Reader", title_justify="left")
    for column in ("value", "floor", "mark", "spaCy"):
        drawn.add_column(column, justify="right")
    drawn.add_column("verdict")
    groups = {floor.group for floor in floors if floor.name in values}
    for floor in floors:
        if floor.group in groups:
            value, theirs = values.get(floor.name), values.get(f"spacy.{floor.name}")
            decimals = 3 if floor.asked < 2 else 1
            shown = ["–" if figure is None else f"{figure:.{decimals}f}" for figure in (value, theirs)]
            judged = verdict(value, floor, quick=quick)
            drawn.add_row(floor.label, shown[0], f"{floor.floor:g}", f"{floor.mark:g}", shown[1], judged)
    return drawn


def _measure(
    name: str, bench: Bench, notes: list[str], chosen: argparse.Namespace, known: Mapping[str, float]
) -> Figures:
    if name == "speed":
        yield from _speed(bench, notes, spacy_python=chosen.spacy_python, rounds=1 if bench.quick else speed.ROUNDS)
    elif name == "spacy":
        yield from beside(bench.data, spacy_python=chosen.spacy_python)
    elif name == "int8":
        if any(chosen.full.glob("*.onnx")):
            yield from precision.rounding(bench, parts.open_full(chosen.full, chosen.threads), known=known)
        else:
            notes.append(
                f"int8 not compared: `python -m training.export --full-precision` has left nothing in {chosen.full}."
            )
    else:
        yield from next(group for group in GROUPS if group.name == name).run(bench)


def _speed(bench: Bench, notes: list[str], *, spacy_python: str, rounds: int) -> Figures:
    compared = speed.compare(bench.data, spacy_python=spacy_python, rounds=rounds)
    for side, runs in (("ours", compared.ours), ("spaCy", compared.spacy)):
        listed = ", ".join(f"{run.words_per_second:,.0f}" for run in runs) or "not installed: pip install sayso[bench]"
        notes.append(f"words per CPU second, {side}: {listed}.")
    yield "memory.mb", max(run.resident_mb for run in compared.ours)
    yield "memory.peak_mb", max(run.peak_mb for run in compared.ours)
    yield "speed.ours", max(run.words_per_second for run in compared.ours)
    if compared.ratio is not None:
        yield "speed.spacy", max(run.words_per_second for run in compared.spacy)
        yield "speed.ratio", compared.ratio


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the reader against its floors and marks.")
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder of the corpora")
    parser.add_argument("--only", type=_groups, default=NAMES, help=f"groups to measure: {','.join(NAMES)}")
    parser.add_argument("--quick", action="store_true", help="a sample of each corpus, to see that all runs")
    parser.add_argument("--json", action="store_true", help="write all figures as JSON instead of the table")
    parser.add_argument("--all", action="store_true", help="list the figures without a floor as well")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1, help="threads for all but speed")
    parser.add_argument("--full", type=Path, default=precision.FULL, help="folder of the full-precision network")
    parser.add_argument("--spacy-python", default=sys.executable, help="interpreter that has spaCy and its model")
    return parser.parse_args(arguments)


def _groups(text: str) -> tuple[str, ...]:
    asked = tuple(text.split(","))
    unknown = [name for name in asked if name not in NAMES]
    if unknown:
        raise argparse.ArgumentTypeError(f"no group {', '.join(unknown)}; there are {', '.join(NAMES)}")
    return tuple(name for name in NAMES if name in asked)


if __name__ == "__main__":
    sys.exit(main())
