"""Groups of measures of claims and what was asked for in, one table with floors, marks and verdicts out.

What `bench_claims` and `bench_corroboration` have in common.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import archives, parts
from benchmarks.bench_reader import data_folder, verdict
from benchmarks.floors import Floor
from benchmarks.measures import ClaimsBench, Figures
from sayso.errors import ReaderError
from sayso.reading import open_reader
from sayso.settings import Settings
from sayso.vocab.actors import open_roster

WIDTH = 128
"""Columns of what does not go to a terminal: the table at its full width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was measured, by name, and sentences on how, or why not."""

    values: dict[str, float] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Runnable:
    """A group of measures under its name; `corpora` are what it needs, in the data folder or beside it.

    `run` may add sentences to the notes that it is given.
    """

    name: str
    corpora: tuple[str, ...]
    run: Callable[[ClaimsBench, list[str]], Figures]


def add_arguments(parser: argparse.ArgumentParser, names: Sequence[str]) -> None:
    """The arguments that every table of claims takes; `names` are those of its groups, in the order they run in."""

    def groups(text: str) -> tuple[str, ...]:
        asked = tuple(text.split(","))
        unknown = [name for name in asked if name not in names]
        if unknown:
            raise argparse.ArgumentTypeError(f"no group {', '.join(unknown)}; there are {', '.join(names)}")
        return tuple(name for name in names if name in asked)

    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder of the corpora")
    parser.add_argument("--only", type=groups, default=tuple(names), help=f"groups to measure: {','.join(names)}")
    parser.add_argument(
        "--verbose", action="store_true", help="list figures without a floor, and whole scores, as well"
    )
    parser.add_argument("--quick", action="store_true", help="a sample of each corpus, to see that all runs")
    parser.add_argument("--json", action="store_true", help="write all figures as JSON instead of the table")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1, help="threads for all but speed and memory")


def console_of(chosen: argparse.Namespace) -> Console:
    """Where the table goes; in a file or a pipe it is as wide as it wants to be."""
    console = Console(stderr=chosen.json)
    return console if console.is_terminal else Console(stderr=chosen.json, width=WIDTH)


def open_bench(chosen: argparse.Namespace) -> ClaimsBench | str:
    """What the measures need, or why the reader cannot be opened, in one clause."""
    reason = parts.missing()
    if reason:
        return reason
    try:
        reader = open_reader(Settings(threads=chosen.threads))
    except ReaderError as error:
        return str(error)
    return ClaimsBench(data=data_folder(chosen.data), reader=reader, roster=open_roster(), quick=chosen.quick)


def measure(groups: Iterable[Runnable], bench: ClaimsBench, console: Console) -> Measured:
    """The figures of the groups whose corpora are there; the notes say which are not."""
    measured = Measured()
    for group in groups:
        absent = [corpus for corpus in group.corpora if not archives.present(bench.data, corpus)]
        if absent:
            missing = ", ".join(absent)
            measured.notes.append(
                f"{group.name} skipped: neither {bench.data} nor the folder above it holds {missing}."
            )
            continue
        with console.status(f"measuring {group.name}"):
            measured.values.update(group.run(bench, measured.notes))
    return measured


def report(
    console: Console, measured: Measured, floors: Sequence[Floor], *, title: str, chosen: argparse.Namespace
) -> None:
    """Prints the table with the notes and, where asked for, the figures without a floor; or everything as JSON."""
    values, notes = measured.values, measured.notes
    if chosen.json:
        sys.stdout.write(json.dumps({"figures": values, "notes": notes, "quick": chosen.quick}, indent=1) + "\n")
        return
    console.print(table(values, floors, title=title, quick=chosen.quick))
    for note in notes:
        console.print(note, soft_wrap=True, highlight=False)
    if chosen.verbose:
        known = {floor.name for floor in floors}
        for name, value in values.items():
            if name not in known:
                console.print(f"{name:44}{value:10.3f}", highlight=False)


def table(values: Mapping[str, float], floors: Iterable[Floor], *, title: str, quick: bool) -> Table:
    """One row for each measure that has a floor: what was measured, agreed on, held by the gate and aimed at."""
    drawn = Table("measure", title=title, title_justify="left")
    for column in ("measured", "floor agreed", "floor held", "mark"):
        drawn.add_column(column, justify="right")
    drawn.add_column("verdict")
    for floor in floors:
        value = values.get(floor.name)
        decimals = 3 if floor.asked < 2 else 1
        measured = "–" if value is None else f"{value:.{decimals}f}"
        held = f"{floor.floor:g}" if floor.gated else "–"
        drawn.add_row(
            floor.label, measured, f"{floor.asked:g}", held, f"{floor.mark:g}", verdict(value, floor, quick=quick)
        )
    return drawn
