"""Three sets of conflicting values in, how many the consensus has right and how much the collapse of copies brings out.

One set of parameters serves all three, and the gold is looked at to score alone. What it asks and nobody states is left
out: 31 of 308 towns in Population and 2 of 4,153 values in Flight.
"""

import csv
import lzma
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks.archives import located
from benchmarks.measures.bench import Figures
from benchmarks.measures.claims_bench import ClaimsBench
from sayso.corroboration.agreement.estimation import estimate_agreement
from sayso.corroboration.agreement.records import Estimate, Stated
from sayso.corroboration.agreement.weighing import METHODS

SETS = ("book", "population", "flight")
CORPORA = tuple(f"eval/truth_{name}/{file}" for name in SETS for file in ("claims.tsv.xz", "gold.tsv"))

_WITHIN = 0.01
"""Part by which a population may be off and be right, as the set is scored."""


def agreement(bench: ClaimsBench) -> Figures:
    """The share of gold that each method has right, 0 to 1, with copies collapsed and with every source for itself.

    `ties` counts gold values that the alphabet decided, each of which may be right or wrong by chance; `seconds` are of
    the processor.
    """
    for name in SETS:
        folder = located(bench.data, f"eval/truth_{name}")
        if folder is None:
            continue
        stated, gold = statements(folder), _gold(folder)
        for method in METHODS[:1] if bench.quick else METHODS:
            begun = time.process_time()
            estimate = estimate_agreement(stated, method)
            yield f"agreement.{name}.{method.lower()}.seconds", time.process_time() - begun
            yield f"agreement.{name}.{method.lower()}", _right(estimate, gold, name)
            yield f"agreement.{name}.{method.lower()}.ties", _ties(estimate, gold)
            alone = estimate_agreement(stated, method, detects_copies=False)
            yield f"agreement.{name}.{method.lower()}.uncollapsed", _right(alone, gold, name)


def statements(folder: Path) -> list[Stated]:
    """What the sources of a set state."""
    with lzma.open(folder / "claims.tsv.xz", "rt", encoding="utf-8", newline="") as file:
        return [Stated(**row) for row in _rows(file)]


def _gold(folder: Path) -> dict[str, str]:
    with (folder / "gold.tsv").open(encoding="utf-8", newline="") as file:
        return {row["item"]: row["value"] for row in _rows(file)}


def _rows(file: Iterable[str]) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _right(estimate: Estimate, gold: Mapping[str, str], name: str) -> float:
    answers = [(each.value, gold[each.item]) for each in estimate.consensus if each.item in gold]
    return sum(_is_right(value, right, name) for value, right in answers) / len(answers)


def _is_right(value: str, right: str, name: str) -> bool:
    if name == "population":
        return abs(float(value) - float(right)) <= _WITHIN * abs(float(right))
    return value == right


def _ties(estimate: Estimate, gold: Mapping[str, str]) -> float:
    return float(sum(each.is_tied for each in estimate.consensus if each.item in gold))
