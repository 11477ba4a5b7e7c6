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
from sayso.claims.numbers.quantities import Counted, find_quantities
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

_VAGUE = {
    Decimal(24): "12.0-120.0",
    Decimal(200): "100.0-1000.0",
    Decimal(2000): "1000.0-10000.0",
    Decimal(20000): "10000.0-100000.0",
    Decimal(2000000): "1000000.0-10000000.0",
}
"""By the low end here, how the corpus writes "dozens", "hundreds" and so on."""

_DIGIT = re.compile(r"[%0-9]")
_SHARES = frozenset(Decimal(share) for share in ("50", "25", "75", "20"))
"""Shares in words, which the corpus gives as fractions of one."""

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
        whole["correct"] += _matched(gold, ours)
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
        yield row, (_ours(one, trees) for one in find_quantities(trees, document, within_dates=True))


def _ours(counted: Counted, trees: Sequence[Tree]) -> tuple[str, str]:
    quantity = counted.quantity
    low, high = quantity.low, quantity.high
    if low in _VAGUE and low != high:
        return _VAGUE[low], _ISO.get(quantity.unit or "-", quantity.unit or "-")
    if (
        quantity.unit == "percent"
        and low is not None
        and not any(sign in quantity.span.quote for sign in "%0123456789")
    ):
        return str(float(low) / 100 if low in _SHARES else float(low)), "-" if low in _SHARES else "percent"
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
    words = {form for word in gold[1].lower().split() for form in (word, lemma(word, "en"))}
    return gold[1] not in _UNSTATED and (ours[1].split()[-1] in words or (ours[1] == "person" and "people" in words))


def _matched(gold: Sequence[tuple[str, str]], ours: Sequence[tuple[str, str]]) -> int:
    """How many find a partner, each of ours serving once."""
    free = list(ours)
    for one in gold:
        partner = next((pair for pair in free if _agree(pair, one)), None)
        if partner is not None:
            free.remove(partner)
    return len(ours) - len(free)


def _count(counts: Counter[str], gold: Sequence[str], ours: Sequence[str]) -> None:
    counts["correct"] += (Counter(gold) & Counter(ours)).total()
    counts["gold"] += len(gold)
    counts["system"] += len(ours)
