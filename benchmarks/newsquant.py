"""The sentences of NewsQuant in, the F1 of values and of values with their units out."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from benchmarks.metrics.counts import Counts
from sayso.claims.quantities import Counted, find_quantities
from sayso.claims.trees import Tree, grow
from sayso.documents.build import About, build
from sayso.lang.lemmas import lemma
from sayso.reading import open_reader
from sayso.settings import Settings

FILE = "eval/newsquant_dev.json"

_ISO = {
    "USD": "dollar",
    "EUR": "euro",
    "GBP": "pound",
    "JPY": "yen",
    "CNY": "yuan",
    "INR": "rupee",
    "RUB": "ruble",
    "AUD": "australian dollar",
    "CAD": "canadian dollar",
    "CHF": "franc",
    "ZAR": "rand",
    "KES": "kenyan shilling",
    "NGN": "nigerian naira",
}
_SAME = {
    "percentage": "percent",
    "kilometre": "km",
    "kilometer": "km",
    "kilogram": "kg",
    "meter": "metre",
    "millimetre": "mm",
    "centimetre": "cm",
    "centimeter": "cm",
    "kilometre per hour": "km per hour",
    "ton": "tonne",
    "people": "person",
    "liter": "litre",
    "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit",
    "year of age": "year",
    "revolutions per minute": "revolution per minute",
    "gb": "gigabyte",
    "percentage point": "percent",
    "pound sterling": "pound",
}
"""Names of units there and here."""

_UNSTATED = frozenset({"-", "", "% -"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """How many values were found, without and with their units."""

    value: Counts
    value_and_unit: Counts


def newsquant(data: Path) -> Values | None:
    """Read every sentence as a document and compare; None when the file is absent."""
    path = data / FILE
    if not path.is_file():
        return None
    plain: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for row, found in _read(json.loads(path.read_text(encoding="utf-8"))):
        gold = [(_value(one["value"]), _unit(one["normalized_unit"])) for one in row["quantities"]]
        ours = list(found)
        _count(plain, [value for value, _ in gold], [value for value, _ in ours])
        matched = [next((pair for pair in ours if _agree(pair, one)), None) for one in gold]
        whole["correct"] += len({id(pair) for pair in matched if pair is not None})
        whole["gold"] += len(gold)
        whole["system"] += len(ours)
    return Values(value=Counts(**plain), value_and_unit=Counts(**whole))


def _read(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Iterator[tuple[str, str]]]]:
    """Every row with what the reader finds in its sentence."""
    settings = Settings(language="en")
    reader = open_reader(settings)
    for number, row in enumerate(rows):
        about = About(location=f"{FILE}#{number}", loader="text")
        document = build(row["text"], about, content=row["text"].encode(), settings=settings)
        trees = grow(reader.read(document))
        yield row, (_ours(one, trees) for one in find_quantities(trees, document))


def _ours(counted: Counted, trees: Sequence[Tree]) -> tuple[str, str]:
    quantity = counted.quantity
    low, high = quantity.low, quantity.high
    ends = [str(float(end)) for end in (low, high) if end is not None]
    value = ends[0] if len(set(ends)) == 1 else "-".join(ends)
    return value, _ISO.get(quantity.unit or "-", quantity.unit or "-")


def _value(written: str) -> str:
    try:
        return "-".join(str(float(Decimal(part))) for part in re.split(r"(?<=\d)-", written))
    except InvalidOperation:
        return written


def _unit(written: str) -> str:
    return _SAME.get(written, written)


def _agree(ours: tuple[str, str], gold: tuple[str, str]) -> bool:
    """The same value, and the same unit; of a counted noun with its adjectives, the noun is enough."""
    if ours[0] != gold[0]:
        return False
    if ours[1] == gold[1] or (gold[1] in _UNSTATED and ours[1] == "-"):
        return True
    return lemma(gold[1].split()[-1], "en") == ours[1].split()[-1] if gold[1] not in _UNSTATED else False


def _count(counts: Counter[str], gold: Sequence[str], ours: Sequence[str]) -> None:
    counts["correct"] += (Counter(gold) & Counter(ours)).total()
    counts["gold"] += len(gold)
    counts["system"] += len(ours)
