"""The examples of Recognizers-Text and Duckling in, those that the claims contract covers out, with what it expects.

Left out are times of day, time zones, holidays, repeated times, ordinals, moments to the hour or finer, units and
currencies that `vocab/units.toml` does not have, and examples whose projects give no value: a claim has no place for
the first six, and nothing to compare for the last two.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from benchmarks.archives import json_lines
from sayso.lang.forms import lower
from sayso.lang.numbers import numerals
from sayso.vocab.units import units

FILE = "time_quantity.jsonl.xz"

_THIRDS = 3
_GRAINS = frozenset({"day", "week", "month", "quarter", "year"})
_AMOUNTS = frozenset(
    [
        "age",
        "currency",
        "dimension",
        "number",
        "numberrange",
        "percent",
        "temperature",
        "distance",
        "duration",
        "money",
        "numeral",
        "quantity",
    ]
) | {"part:duration"}
_DATES = frozenset({"datetime", "part:date", "part:daterange", "time"})
_UNITS = {
    "dollar": "USD",
    "c": "celsius",
    "f": "fahrenheit",
    "k": "kelvin",
    "m": "metre",
    "rial": "IRR",
    "": None,
    "pound in money": "GBP",
}
_ABSOLUTE = re.compile(r"(?:1[5-9]|20)\d\d")
"""In a date without it, and without a date of reference, there is nothing to reckon from."""

_RANGE = re.compile(r"([\[(])([^,]*),([^,]*)[\])]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedAmount:
    """An amount at `[start, end)`; `is_value` says that only the number is annotated, and not its bounds."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    is_value: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretched:
    """One reading of a date: its first and its last day, None for an open side."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedDate:
    """A date at `[start, end)` with its readings: of "Monday" the last one and the next."""

    start: int
    end: int
    readings: tuple[Stretched, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text with what is to be found in it; where `is_complete`, nothing else of the kind of `task` is in it."""

    language: str
    text: str
    task: str
    reference: str | None
    is_complete: bool
    amounts: tuple[ExpectedAmount, ...]
    dates: tuple[ExpectedDate, ...]


def is_set_aside(language: str, text: str) -> bool:
    """Whether an example belongs to the third that is measured on and never looked at."""
    key = f"aside\n{language}\n" + " ".join(text.casefold().split())
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % _THIRDS == 0


def examples(data: Path, *, aside: bool) -> Iterator[Example]:
    """The examples that the contract covers, of the third set aside or of the other two."""
    for row in json_lines(data, FILE):
        if is_set_aside(row["lang"], row["text"]) == aside and (example := _example(row)) is not None:
            yield example


def _example(row: dict[str, Any]) -> Example | None:
    task = row["task"]
    if task not in _AMOUNTS | _DATES or (task == "time" and row["source"] != "duckling"):
        return None
    amounts: list[ExpectedAmount] = []
    dates: list[ExpectedDate] = []
    for span in row["spans"]:
        try:
            if task in _AMOUNTS:
                amounts.append(_amount(span, row["source"]))
            else:
                dates.append(_date(span))
                if "reference" not in row and not _ABSOLUTE.search(row["text"][span["start"] : span["end"]]):
                    return None
        except (KeyError, TypeError, ValueError, InvalidOperation, AttributeError):
            return None
    if not row["spans"] and not row["complete"]:
        return None
    return Example(
        language=row["lang"],
        text=row["text"],
        task=task,
        reference=row.get("reference"),
        is_complete=row["complete"],
        amounts=tuple(amounts),
        dates=tuple(dates),
    )


def _amount(span: dict[str, Any], source: str) -> ExpectedAmount:
    value, place = span["value"], {"start": span["start"], "end": span["end"]}
    if span["type"] == "numberrange":
        match = _RANGE.fullmatch(value["value"])
        if match is None:
            raise ValueError(value)
        low, high = (Decimal(end) if end else None for end in (match[2], match[3]))
        return ExpectedAmount(**place, low=low, high=high, unit=None, is_value=False)
    if span["type"] == "duration":
        return ExpectedAmount(**place, **_duration(value))
    if "value" not in value and not {"low", "high"} & value.keys():
        raise ValueError(value)
    is_money = span["type"] in ("currency", "money")
    if is_money and value.get("unit") == "Pound":
        value = {**value, "unit": "pound in money"}
    unit = "percent" if span["type"] == "percentage" else _unit(value)
    if "value" in value:
        number = Decimal(str(value["value"]).rstrip("%"))
        return ExpectedAmount(**place, low=number, high=number, unit=unit)
    low, high = (Decimal(str(value[end])) if end in value else None for end in ("low", "high"))
    return ExpectedAmount(**place, low=low, high=high, unit=unit, is_value=False)


def _duration(value: dict[str, Any]) -> dict[str, Any]:
    """A duration in days, whatever its unit."""
    if "unit" in value:
        number = Decimal(str(value["value"])) * (units()[value["unit"]].days or Decimal(0))
    else:
        resolved = value.get("futureResolution", value)
        if "BD" in value["timex"]:
            raise ValueError(value)
        number = Decimal(resolved.get("duration", resolved.get("value"))) / 86400
    return {"low": number, "high": number, "unit": "days"}


def _unit(value: dict[str, Any]) -> str | None:
    if "isoCurrency" in value:
        if value["isoCurrency"] not in units():
            raise ValueError(value)
        return str(value["isoCurrency"])
    written = value.get("unit", "")
    if written in units() or lower(written) in units():
        return written if written in units() else lower(written)
    english = numerals("en")
    known = _UNITS.get(lower(written)) or (english.units.meaning(lower(written)) if english else None)
    if known is None and written:
        raise ValueError(value)
    return known


def _date(span: dict[str, Any]) -> ExpectedDate:
    value = span["value"]
    if isinstance(value, list):
        if span["type"] not in ("date", "daterange"):
            raise ValueError(value)
        readings = tuple(_listed(one) for one in value)
    elif span["type"] == "time":
        readings = (_duckling(value),)
    elif span["type"] in ("date", "daterange"):
        readings = tuple(_resolved(value[when]) for when in ("futureResolution", "pastResolution"))
    else:
        raise ValueError(value)
    return ExpectedDate(start=span["start"], end=span["end"], readings=readings)


def _duckling(value: dict[str, Any]) -> Stretched:
    if value["grain"] not in _GRAINS or "holiday" in value:
        raise ValueError(value)
    if "value" not in value:
        first = _day(value["from"]) if "from" in value else None
        return Stretched(first=first, last=_before(_day(value["to"])) if "to" in value else None)
    first = _day(value["value"])
    return Stretched(first=first, last=_end_of(first, value["grain"]))


def _end_of(first: date, grain: str) -> date:
    if grain in ("day", "week"):
        return first + timedelta(days={"day": 0, "week": 6}[grain])
    count = first.year * 12 + first.month - 1 + {"month": 1, "quarter": 3, "year": 12}[grain]
    return date(count // 12, count % 12 + 1, 1) - timedelta(days=1)


def _listed(value: dict[str, Any]) -> Stretched:
    if "value" in value:
        day = _day(value["value"])
        return Stretched(first=day, last=day)
    first = _day(value["start"]) if "start" in value else None
    return Stretched(first=first, last=_before(_day(value["end"])) if "end" in value else None)


def _resolved(value: dict[str, Any]) -> Stretched:
    if "date" in value:
        day = _day(value["date"])
        return Stretched(first=day, last=day)
    first = _day(value["startDate"]) if "startDate" in value else None
    last = _before(_day(value["endDate"])) if "endDate" in value else None
    if first is None and last is None:
        raise ValueError(value)
    return Stretched(first=first, last=last)


def _day(written: str) -> date:
    return date.fromisoformat(written[:10])


def _before(day: date) -> date:
    """Ends are given as the day after the last."""
    return day - timedelta(days=1)
