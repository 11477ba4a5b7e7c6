"""Floors, the shipped reader and the rules in, a pass or the sentences that say what fell below out.

python -m benchmarks.gate --data ../shared               0: all floors kept, or nothing to measure with; 1: not
python -m benchmarks.gate --data ../shared --raise       lift floors to what is measured
python -m benchmarks.gate --data ../shared --lower NAME  lower one, once CHANGELOG.md has a sentence naming it

Without the corpora it measures what needs none: sentences and reports that stand in this tree.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from benchmarks import archives, parts
from benchmarks.bench_reader import data_folder
from benchmarks.floors import FLOORS, Floor, read_floors, read_pins, with_floor
from benchmarks.measures import CLAIM_GROUPS, CORROBORATION_GROUPS, GROUPS, Bench, ClaimGroup, ClaimsBench
from sayso.errors import ReaderError
from sayso.reading import open_reader
from sayso.settings import Settings
from sayso.vocab.actors import open_roster

CHANGELOG = Path(__file__).resolve().parents[1] / "CHANGELOG.md"

_STEP = 0.05
"""Floors are raised in steps of this size, so that they read as figures one agreed on; below 2 in tenths of it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Check, and change floors where asked to; the exit status."""
    chosen = _arguments(arguments)
    data, floors = data_folder(chosen.data), read_floors()
    unexplained = unexplained_floors(floors, _changelog(), chosen.lower)
    if unexplained:
        return _report(unexplained)
    reason = parts.missing()
    if reason:
        return _say(f"quality gate skipped: {reason}.")
    changed = changed_corpora(data)
    if changed:
        return _report(changed)
    absent_groups = unmeasurable(data)
    gated = [floor for floor in floors if floor.gated and floor.group not in absent_groups]
    try:
        values = measure(Bench(data=data, parts=parts.open_parts(chosen.threads)), gated)
        reader = open_reader(Settings(threads=chosen.threads))
    except ReaderError as error:
        return _report([f"{error}."])
    values |= measure_claims(ClaimsBench(data=data, reader=reader, roster=open_roster()), gated)
    if chosen.raise_floors:
        rewrite((floor, values[floor.name]) for floor in gated if improves(values[floor.name], floor))
    rewrite((floor, values[floor.name]) for floor in gated if floor.name in chosen.lower)
    failed = failures(values, [floor for floor in read_floors() if floor.name in {kept.name for kept in gated}])
    for corpora in dict.fromkeys(absent_groups.values()):
        groups = ", ".join(group for group, missing in absent_groups.items() if missing == corpora)
        _say(f"{groups} skipped: {', '.join(corpora)} not found in {data} or beside it.")
    return _report(failed) if failed else _say(f"quality gate passed: {len(gated)} floors kept.")


def measure(bench: Bench, floors: Iterable[Floor]) -> dict[str, float]:
    """The values of all measures of the reader in the groups that the floors need."""
    needed = {floor.group for floor in floors}
    return {name: value for group in GROUPS if group.name in needed for name, value in group.run(bench)}


def measure_claims(bench: ClaimsBench, floors: Iterable[Floor]) -> dict[str, float]:
    """The values of all measures of claims in the groups that the floors need."""
    needed = {floor.group for floor in floors}
    return {name: value for group in _claim_groups() if group.name in needed for name, value in group.run(bench)}


def unmeasurable(data: Path) -> dict[str, tuple[str, ...]]:
    """The groups whose corpora are not all there, with what is missing; some corpora may not be passed on.

    The reader is measured with all of its archives or not at all.
    """
    archived = () if archives.available(data) else archives.ARCHIVES
    missing = {group.name: tuple(name for name in archived if not (data / name).is_file()) for group in GROUPS}
    for claim_group in _claim_groups():
        missing[claim_group.name] = tuple(name for name in claim_group.corpora if not archives.present(data, name))
    return {group: names for group, names in missing.items() if names}


def failures(values: Mapping[str, float], floors: Iterable[Floor]) -> tuple[str, ...]:
    """A sentence for each floor that is not kept or was not measured."""
    found = []
    for floor in floors:
        value = values.get(floor.name)
        if value is None:
            found.append(f"{floor.name} was not measured.")
        elif not floor.keeps(value):
            side = "below" if floor.higher else "above"
            found.append(f"{floor.name} is {value:.3f}, {side} its floor {floor.floor:g} by more than {floor.noise:g}.")
    return tuple(found)


def unexplained_floors(floors: Iterable[Floor], changelog: str, lowering: Iterable[str] = ()) -> tuple[str, ...]:
    """A sentence for each floor under what was asked, or about to be lowered, that the changelog does not name."""
    wanted = set(lowering)
    return tuple(
        f"the floor of {floor.name} may not be lowered before CHANGELOG.md names `{floor.name}` and says why."
        for floor in floors
        if (floor.lowered or floor.name in wanted) and f"`{floor.name}`" not in changelog
    )


def changed_corpora(data: Path) -> tuple[str, ...]:
    """A sentence for each corpus that is not the one the floors were set on; what is not there is passed over."""
    return tuple(
        f"{name} differs from what the floors were set on: its SHA-256 is {found}, not {pinned}."
        for name, pinned in read_pins()
        if archives.present(data, name) and (found := archives.digest(data, name)) != pinned
    )


def improves(value: float, floor: Floor) -> bool:
    """Whether the value is better than the floor by a step or more."""
    return rounded(value, floor) > floor.floor if floor.higher else rounded(value, floor) < floor.floor


def rounded(value: float, floor: Floor) -> float:
    """The value as a floor: a whole number of steps, on the side that the value still keeps."""
    step = _STEP if abs(floor.asked) >= 2 else _STEP / 10
    steps = value / step
    whole = int(steps // 1) if floor.higher else -int(-steps // 1)
    return round(whole * step, 4)


def rewrite(changes: Iterable[tuple[Floor, float]], path: Path = FLOORS) -> None:
    """Write floors at the values given into `floors.toml`, leaving everything else as it is."""
    text = path.read_text(encoding="utf-8")
    for floor, value in changes:
        text = with_floor(text, floor.name, value=rounded(value, floor))
    path.write_text(text, encoding="utf-8")


def _claim_groups() -> tuple[ClaimGroup, ...]:
    return (*CLAIM_GROUPS, *CORROBORATION_GROUPS)


def _changelog() -> str:
    return CHANGELOG.read_text(encoding="utf-8") if CHANGELOG.exists() else ""


def _report(sentences: Sequence[str]) -> int:
    for sentence in sentences:
        sys.stderr.write(f"quality gate: {sentence}\n")
    return 1


def _say(sentence: str) -> int:
    sys.stdout.write(sentence + "\n")
    return 0


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Fail when what is measured falls below its floor.")
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="folder of the corpora")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="lift floors to what is measured")
    parser.add_argument("--lower", nargs="+", default=(), metavar="NAME", help="lower the floor of these measures")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
