"""The data folder in, one table of what claims are worth, with floors, marks and verdicts, out.

python -m benchmarks.bench_claims --data ../shared [--only claims,translation] [--verbose] [--quick] [--json]
python -m benchmarks.bench_claims --data ../shared --only claims --gold TEXTS GOLD [--published 2018-09-30]

`--gold` scores another folder of texts and gold claims in the same table; its floor is .05 under the development gold,
since what is read well only where it was looked at is an error. `--published` is the date of its texts, or a JSON file
with the date of each.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import archives, memory, parts, speed
from benchmarks.bench_reader import data_folder, verdict
from benchmarks.floors import Floor, read_floors
from benchmarks.measures import CLAIM_GROUPS, ClaimsBench, Figures
from benchmarks.measures.annotated import Annotated, dates_of, development, score_annotated
from sayso.errors import ReaderError, SaysoError
from sayso.evaluation import Scores
from sayso.outputs.exporter import Layout
from sayso.outputs.scores import write_scores
from sayso.reading import open_reader
from sayso.settings import Settings
from sayso.vocab.actors import open_roster

HEAVY = ("claims-speed", "claims-memory")
"""Groups that start processes of their own and take minutes; not part of the gate."""

NAMES = (*(group.name for group in CLAIM_GROUPS), *HEAVY)
"""Groups that `--only` may name, in the order in which they run."""

FALL = 0.05
"""By how much the scores on other gold may lie under those on the development gold."""

_WIDTH = 128
"""Columns of what does not go to a terminal: the table at its full width."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print it; 0 when anything could be measured, 2 when not."""
    chosen = _arguments(arguments)
    console = _console(chosen)
    data = data_folder(chosen.data)
    reason = parts.missing()
    try:
        reader = None if reason else open_reader(Settings(threads=chosen.threads))
    except ReaderError as error:
        reason = str(error)
    if reason or reader is None:
        console.print(f"bench-claims skipped: {reason}.", soft_wrap=True, highlight=False)
        return 2
    bench = ClaimsBench(data=data, reader=reader, roster=open_roster(), quick=chosen.quick)
    values: dict[str, float] = {}
    notes: list[str] = []
    for name in chosen.only:
        absent = [corpus for corpus in _corpora(name) if not archives.present(data, corpus)]
        if absent:
            notes.append(f"{name} skipped: neither {data} nor the folder above it holds {', '.join(absent)}.")
            continue
        with console.status(f"measuring {name}"):
            values.update(_measure(name, bench, chosen, notes))
    floors = [floor for floor in read_floors() if floor.group in chosen.only]
    try:
        scored = _scored(bench, chosen)
    except (SaysoError, OSError, ValueError) as error:
        console.print(f"bench-claims: {error}.", soft_wrap=True, highlight=False)
        return 2
    if chosen.gold:
        values["other.found"], values["other.whole"] = scored[-1][1].found.f1, scored[-1][1].whole.f1
        floors += other_floors(floors, values, label=scored[-1][0])
    _report(console, chosen, (values, notes, scored), floors)
    return 0 if values else 2


def table(values: Mapping[str, float], floors: Iterable[Floor], *, quick: bool) -> Table:
    """One row for each measure that has a floor: what was measured, agreed on, held by the gate and aimed at."""
    drawn = Table("measure", title="Claims", title_justify="left")
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


def other_floors(floors: Iterable[Floor], values: Mapping[str, float], *, label: str) -> tuple[Floor, ...]:
    """The floors of other gold: those of the development gold, or its figures less `FALL` where it was measured."""
    found = []
    for floor in floors:
        if floor.name in ("claims.found", "claims.whole"):
            asked = round(values.get(floor.name, floor.asked) - FALL, 3)
            name = floor.name.replace("claims", "other")
            other = f"{label}, {floor.label.rpartition(', ')[2]}"
            found.append(replace(floor, name=name, label=other, floor=asked, asked=asked, noise=0.0, gated=False))
    return tuple(found)


def _console(chosen: argparse.Namespace) -> Console:
    """Where the table goes; in a file or a pipe it is as wide as it wants to be."""
    console = Console(stderr=chosen.json)
    return console if console.is_terminal else Console(stderr=chosen.json, width=_WIDTH)


def _corpora(name: str) -> tuple[str, ...]:
    """What a group needs to be there."""
    return next(
        (group.corpora for group in CLAIM_GROUPS if group.name == name),
        ("reporting/ntrex.jsonl", "reporting/whitehouse_en.jsonl"),
    )


def _measure(name: str, bench: ClaimsBench, chosen: argparse.Namespace, notes: list[str]) -> Figures:
    if name == "claims-speed":
        yield from _speed(bench, notes, spacy_python=chosen.spacy_python, rounds=1 if bench.quick else speed.ROUNDS)
    elif name == "claims-memory":
        yield from _memory(bench, notes, count=memory.EVERY if bench.quick else chosen.reports)
    else:
        yield from next(group for group in CLAIM_GROUPS if group.name == name).run(bench)


def _speed(bench: ClaimsBench, notes: list[str], *, spacy_python: str, rounds: int) -> Figures:
    compared = speed.compare(bench.data, spacy_python=spacy_python, rounds=rounds, side="claims")
    for side, runs in (("text to committed claims", compared.ours), ("spaCy", compared.spacy)):
        listed = ", ".join(f"{run.words_per_second:,.0f}" for run in runs) or "not installed: pip install sayso[bench]"
        notes.append(f"words per CPU second, {side}: {listed}.")
    yield "claims_speed.ours", max(run.words_per_second for run in compared.ours)
    if compared.ratio is not None:
        yield "claims_speed.spacy", max(run.words_per_second for run in compared.spacy)
        yield "claims_speed.ratio", compared.ratio


def _memory(bench: ClaimsBench, notes: list[str], *, count: int) -> Figures:
    growth = memory.measure(bench.data, count=count)
    listed = ", ".join(f"{point.peak_mb:.0f} after {point.reports:,}" for point in growth.points)
    how = "as measured" if growth.is_whole else f"reckoned from the slope after {memory.SETTLED:,}"
    notes.append(f"peak memory in MB: {listed} reports; at {memory.REPORTS:,} {how}: {growth.peak_mb:.0f}.")
    yield "claims_memory.mb", growth.peak_mb
    yield "claims_memory.growth", growth.mb_per_thousand


def _scored(bench: ClaimsBench, chosen: argparse.Namespace) -> list[tuple[str, Scores]]:
    """What `--verbose` and `--gold` ask for besides the figures: whole scores, under the names of their gold."""
    scored = []
    if chosen.verbose and "claims" in chosen.only and all(archives.present(bench.data, c) for c in _corpora("claims")):
        scored.append(("development gold", score_annotated(bench, development(bench.data))))
    if chosen.gold:
        published, dates = dates_of(chosen.published)
        other = Annotated(texts=chosen.gold[0], gold=chosen.gold[1], published=published, dates=dates)
        scored.append(
            (f"other gold ({chosen.gold[1].parent.name}/{chosen.gold[1].name})", score_annotated(bench, other))
        )
    return scored


def _report(
    console: Console,
    chosen: argparse.Namespace,
    measured: tuple[Mapping[str, float], Sequence[str], Sequence[tuple[str, Scores]]],
    floors: Sequence[Floor],
) -> None:
    values, notes, scored = measured
    if chosen.json:
        sys.stdout.write(json.dumps({"figures": values, "notes": notes, "quick": chosen.quick}, indent=1) + "\n")
        return
    console.print(table(values, floors, quick=chosen.quick))
    for note in notes:
        console.print(note, soft_wrap=True, highlight=False)
    if chosen.verbose:
        known = {floor.name for floor in floors}
        for name, value in values.items():
            if name not in known:
                console.print(f"{name:44}{value:10.3f}", highlight=False)
        for label, scores in scored:
            console.print(f"\n{label}")
            write_scores(scores, sys.stdout, layout=Layout(width=_WIDTH, color=False))


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure claims against their floors and marks.")
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder of the corpora")
    parser.add_argument("--only", type=_groups, default=NAMES, help=f"groups to measure: {','.join(NAMES)}")
    parser.add_argument("--gold", type=Path, nargs=2, metavar=("TEXTS", "GOLD"), help="score this gold as well")
    parser.add_argument("--published", help="date of the texts of --gold, or a JSON file with one for each")
    parser.add_argument("--verbose", action="store_true", help="list slots, kinds and figures without a floor as well")
    parser.add_argument(
        "--quick", action="store_true", help="a sample of gold, stories and reports, to see that all runs"
    )
    parser.add_argument("--json", action="store_true", help="write all figures as JSON instead of the table")
    parser.add_argument("--reports", type=int, default=memory.SAMPLE, help="reports to read for the figure of memory")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1, help="threads for all but speed and memory")
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
