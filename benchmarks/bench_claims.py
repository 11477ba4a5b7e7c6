"""The data folder in, one table of what claims are worth, with floors, marks and verdicts, out.

python -m benchmarks.bench_claims --data ../shared [--only claims,translation] [--verbose] [--quick] [--json]
python -m benchmarks.bench_claims --data ../shared --only claims --gold TEXTS GOLD [--published 2018-09-30]

`--gold` scores another folder of texts and gold claims in the same table; its floor is .05 under the development gold,
since what is read well only where it was looked at is an error. `--published` is the date of its texts, or a JSON file
with the date of each.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks import archives, command, memory, speed
from benchmarks.floors import Floor, read_floors
from benchmarks.measures import CLAIM_GROUPS, ClaimsBench, Figures
from benchmarks.measures.annotated import Annotated, dates_of, development, score_annotated
from sayso.errors import SaysoError
from sayso.evaluation import Scores
from sayso.outputs.exporter import Layout
from sayso.outputs.scores import write_scores

HEAVY = ("claims-speed", "claims-memory")
"""Groups that start processes of their own and take minutes; not part of the gate."""

NAMES = (*(group.name for group in CLAIM_GROUPS), *HEAVY)
"""Groups that `--only` may name, in the order in which they run."""

FALL = 0.05
"""By how much the scores on other gold may lie under those on the development gold."""

_REPORTS = ("reporting/ntrex.jsonl", "reporting/whitehouse_en.jsonl")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print it; 0 when anything could be measured, 2 when not."""
    chosen = _arguments(arguments)
    console = command.console_of(chosen)
    bench = command.open_bench(chosen)
    if isinstance(bench, str):
        console.print(f"bench-claims skipped: {bench}.", soft_wrap=True, highlight=False)
        return 2
    measured = command.measure([_group(name, chosen) for name in chosen.only], bench, console)
    floors = [floor for floor in read_floors() if floor.group in chosen.only]
    try:
        scored = _scored(bench, chosen)
    except (SaysoError, OSError, ValueError) as error:
        console.print(f"bench-claims: {error}.", soft_wrap=True, highlight=False)
        return 2
    if chosen.gold:
        label, scores = scored[-1]
        measured.values.update({"other.found": scores.found.f1, "other.whole": scores.whole.f1})
        floors += other_floors(floors, measured.values, label=label)
    command.report(console, measured, floors, title="Claims", chosen=chosen)
    for label, scores in scored if chosen.verbose and not chosen.json else ():
        console.print(f"\n{label}")
        write_scores(scores, sys.stdout, layout=Layout(width=command.WIDTH, color=False))
    return 0 if measured.values else 2


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


def _group(name: str, chosen: argparse.Namespace) -> command.Runnable:
    if name == "claims-speed":
        return command.Runnable(name=name, corpora=_REPORTS, run=partial(_speed, spacy_python=chosen.spacy_python))
    if name == "claims-memory":
        return command.Runnable(name=name, corpora=_REPORTS, run=partial(_memory, reports=chosen.reports))
    group = next(group for group in CLAIM_GROUPS if group.name == name)
    return command.Runnable(name=name, corpora=group.corpora, run=lambda bench, _: group.run(bench))


def _speed(bench: ClaimsBench, notes: list[str], *, spacy_python: str) -> Figures:
    rounds = 1 if bench.quick else speed.ROUNDS
    compared = speed.compare(bench.data, spacy_python=spacy_python, rounds=rounds, side="claims")
    for side, runs in (("text to committed claims", compared.ours), ("spaCy", compared.spacy)):
        listed = ", ".join(f"{run.words_per_second:,.0f}" for run in runs) or "not installed: pip install sayso[bench]"
        notes.append(f"words per CPU second, {side}: {listed}.")
    yield "claims_speed.ours", max(run.words_per_second for run in compared.ours)
    if compared.ratio is not None:
        yield "claims_speed.spacy", max(run.words_per_second for run in compared.spacy)
        yield "claims_speed.ratio", compared.ratio


def _memory(bench: ClaimsBench, notes: list[str], *, reports: int) -> Figures:
    growth = memory.measure(bench.data, count=memory.EVERY if bench.quick else reports)
    listed = ", ".join(f"{point.peak_mb:.0f} after {point.reports:,}" for point in growth.points)
    how = "as measured" if growth.is_whole else f"reckoned from the slope after {memory.SETTLED:,}"
    notes.append(f"peak memory in MB: {listed} reports; at {memory.REPORTS:,} {how}: {growth.peak_mb:.0f}.")
    yield "claims_memory.mb", growth.peak_mb
    yield "claims_memory.growth", growth.mb_per_thousand


def _scored(bench: ClaimsBench, chosen: argparse.Namespace) -> list[tuple[str, Scores]]:
    """What `--verbose` and `--gold` ask for besides the figures: whole scores, under the names of their gold."""
    scored = []
    corpora = _group("claims", chosen).corpora
    if chosen.verbose and "claims" in chosen.only and all(archives.present(bench.data, each) for each in corpora):
        scored.append(("development gold", score_annotated(bench, development(bench.data))))
    if chosen.gold:
        published, dates = dates_of(chosen.published)
        other = Annotated(texts=chosen.gold[0], gold=chosen.gold[1], published=published, dates=dates)
        scored.append(
            (f"other gold ({chosen.gold[1].parent.name}/{chosen.gold[1].name})", score_annotated(bench, other))
        )
    return scored


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure claims against their floors and marks.")
    command.add_arguments(parser, NAMES)
    parser.add_argument("--gold", type=Path, nargs=2, metavar=("TEXTS", "GOLD"), help="score this gold as well")
    parser.add_argument("--published", help="date of the texts of --gold, or a JSON file with one for each")
    parser.add_argument("--reports", type=int, default=memory.SAMPLE, help="reports to read for the figure of memory")
    parser.add_argument("--spacy-python", default=sys.executable, help="interpreter that has spaCy and its model")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
