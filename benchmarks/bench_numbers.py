"""The data folder in, one table of how well quantities and dates are read, language by language, out.

    python -m benchmarks.bench_numbers --data ../shared/data [--dev] [--show es] [--count 20]

An example counts as right when every amount or date it annotates is found with exactly its value, unit and bounds,
and, where it says that it is complete, nothing else of the kind is found in it. Only the third that
`benchmarks.expressions` sets aside is measured; `--dev` measures the other two, and `--show` prints what fails there.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from benchmarks.expressions import FILE, Example, ExpectedAmount, ExpectedDate, Stretched, examples
from benchmarks.newsquant import newsquant
from sayso.claims.numbers.amounts import amounts
from sayso.claims.numbers.dates import Stated, dates
from sayso.claims.numbers.joining import Amount
from sayso.claims.numbers.reckoning import day_of, month_of
from sayso.lang.numbers import numerals
from sayso.vocab.units import units

FLOORS = dict.fromkeys(("en", "es", "fr", "de", "pt"), 85.0) | dict.fromkeys(
    ("ru", "uk", "ko", "zh", "ar", "tr", "ja"), 65.0
)
NEWSQUANT_FLOOR = 80.0

_KINDS = {
    "age": {"duration"},
    "currency": {"currency"},
    "money": {"currency"},
    "percent": {"share"},
    "temperature": {"temperature"},
    "distance": {"length"},
    "duration": {"duration"},
    "part:duration": {"duration"},
}
"""What kinds of unit a task annotates; a task not named annotates everything that is a number."""

_LARGEST_ERROR = Decimal("0.005")
"""Of the value: two thirds are 66.67 percent here and .6667 there."""

_DAY = timedelta(days=1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 0 when every floor is reached, 1 when not, 2 when the data is absent."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.bench_numbers", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help=f"folder that holds {FILE}")
    parser.add_argument("--dev", action="store_true", help="measure the two thirds that may be looked at")
    parser.add_argument("--show", metavar="LANGUAGE", help="print what fails in the two thirds that may be looked at")
    parser.add_argument("--count", type=int, default=20, help="how many failures to print")
    chosen = parser.parse_args(arguments)
    data = chosen.data if (chosen.data / FILE).is_file() else chosen.data / "data"
    if not (data / FILE).is_file():
        sys.stdout.write(f"bench-numbers skipped: {chosen.data} does not hold {FILE}.\n")
        return 2
    if chosen.show:
        _show(data, chosen.show, chosen.count)
        return 0
    right, total = measure(data, aside=not chosen.dev)
    return _report(right, total, data)


def measure(data: Path, *, aside: bool) -> tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]]:
    """How many examples are right, and how many there are, by language and task."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for example in examples(data, aside=aside):
        if example.language in FLOORS:
            total[example.language, example.task] += 1
            right[example.language, example.task] += is_right(example)
    return right, total


def is_right(example: Example) -> bool:
    """Whether everything annotated is found exactly, and nothing else of the kind."""
    if example.amounts or example.task in _KINDS or example.task in _NUMERIC:
        return _amounts_right(example)
    return _dates_right(example)


_NUMERIC = frozenset({"number", "numeral", "numberrange", "dimension", "quantity"})


def _amounts_right(example: Example) -> bool:
    how = numerals(example.language)
    if how is None:
        return False
    found = amounts(example.text, how)
    for expected in example.amounts:
        if not any(_overlaps(expected, one) and _same_amount(expected, one) for one in found):
            return False
    if not example.is_complete:
        return True
    kinds = _KINDS.get(example.task)
    others = [one for one in found if not any(_overlaps(expected, one) for expected in example.amounts)]
    if example.task in ("dimension", "quantity", "numberrange"):
        return True  # counts and durations beside them are amounts to us and not annotated there
    return not any(kinds is None or (one.unit in units() and units()[one.unit or ""].kind in kinds) for one in others)


def _overlaps(expected: ExpectedAmount | ExpectedDate, found: Amount | Stated) -> bool:
    return found.start < expected.end and expected.start < found.end


def _same_amount(expected: ExpectedAmount, found: Amount) -> bool:
    low, high, unit = found.low, found.high, found.unit
    factor = _factor(expected.unit, unit)
    if factor is None:
        return False
    if unit == "percent" and expected.unit is None and found.number.is_share:
        factor = Decimal("0.01")
    ends = [None if end is None else end * factor for end in (low, high)]
    if expected.is_value:
        return any(end is not None and _close(end, expected.low) for end in ends)
    return _close(ends[0], expected.low) and _close(ends[1], expected.high)


def _factor(expected: str | None, unit: str | None) -> Decimal | None:
    """What to multiply our value with to get it in the expected unit; None when the units do not agree."""
    if expected is None or expected == unit:
        return Decimal(1)
    if expected == "days":
        return units()[unit].days if unit is not None and unit in units() else None
    if expected == "gram" and unit in ("kg", "milligram"):
        return Decimal(1000) if unit == "kg" else Decimal("0.001")
    return None


def _close(one: Decimal | None, other: Decimal | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _LARGEST_ERROR * max(abs(one), abs(other))


def _dates_right(example: Example) -> bool:
    for expected in example.dates:
        found = [
            one.edtf
            for future in (False, True)
            for one in dates(example.text, example.language, published=example.reference, is_future=future)
            if one.edtf is not None and _overlaps(expected, one)
        ]
        if not any(_same_date(edtf, expected, example) for edtf in found):
            return False
    if not example.is_complete or example.dates:
        return True
    return not dates(example.text, example.language, published=example.reference)


def _same_date(edtf: str, expected: ExpectedDate, example: Example) -> bool:
    ours = _stretch(edtf)
    if ours is None:
        return False
    published = date.fromisoformat(example.reference[:10]) if example.reference else None
    return any(_agree(edtf, ours, reading, published) for reading in expected.readings)


def _agree(edtf: str, ours: Stretched, theirs: Stretched, published: date | None) -> bool:
    """The same days; or, where the contract keeps less precision than the project, ours holding theirs.

    The contract gives a stated day or month without a year the year of publication, the projects the next or the
    last; it gives "two years ago" the year and "the past four years" both years whole, the projects days; and it has
    no part of a month or week: "late August" is August.
    """
    if ours == theirs:
        return True
    if "/" in edtf and not _is_week(ours):
        pairs = zip((ours.first, ours.last), (theirs.first, theirs.last), strict=True)
        if any((mine is None) != (other is None) for mine, other in pairs):
            return False
        start, end = (_stretch(part) for part in edtf.split("/"))
        return _holds(start, theirs.first) and _holds(end, theirs.last)
    if edtf[4:5] == "-" and edtf[5:7] in ("21", "22", "23", "24"):
        return theirs.first is not None and ours.first is not None and abs(theirs.first - ours.first) < 35 * _DAY
    if ours.first and ours.last and theirs.first and theirs.last and theirs.first < theirs.last:
        return ours.first <= theirs.first and theirs.last <= ours.last  # the end of a week, early in a month
    if published is None or ours.first is None or theirs.first is None or ours.last is None or theirs.last is None:
        return False
    if ours.first.year == published.year and abs(theirs.first.year - published.year) == 1 and len(edtf) > len("2018"):
        return (ours.first.month, ours.first.day) == (theirs.first.month, theirs.first.day)
    coarse = len(edtf) < len("2018-09-30") and theirs.first.day == published.day
    coarse |= _is_week(ours) and theirs.first.weekday() == published.weekday()
    return coarse and ours.first <= theirs.first <= theirs.last <= ours.last


def _is_week(ours: Stretched) -> bool:
    return bool(ours.first and ours.last and ours.last - ours.first == 6 * _DAY and ours.first.weekday() == 0)


def _holds(part: Stretched | None, day: date | None) -> bool:
    if part is None or part.first is None or part.last is None:
        return day is None
    return day is not None and part.first - _DAY <= day <= part.last + _DAY


def _stretch(edtf: str) -> Stretched | None:
    """First and last day of what we write in EDTF."""
    if "/" in edtf:
        first, last = (_stretch(part) for part in edtf.split("/"))
        return Stretched(first=first.first if first else None, last=last.last if last else None)
    if edtf == "..":
        return None
    if "X" in edtf:
        return Stretched(first=date(int(edtf.replace("X", "0")), 1, 1), last=date(int(edtf.replace("X", "9")), 12, 31))
    numbers = [int(part) for part in re.findall(r"\d+", edtf)]
    if len(numbers) == 1:
        return Stretched(first=date(numbers[0], 1, 1), last=date(numbers[0], 12, 31))
    if len(numbers) == 2 and numbers[1] > 12:
        first_month = 3 * (numbers[1] - 20)
        return Stretched(first=date(numbers[0], first_month, 1), last=date(numbers[0], first_month, 28))
    whole = month_of(*numbers) if len(numbers) == 2 else day_of(numbers[0], numbers[1], day=numbers[2])
    return Stretched(first=whole.first, last=whole.last) if whole else None


def _report(right: Counter[tuple[str, str]], total: Counter[tuple[str, str]], data: Path) -> int:
    reached = True
    for code, floor in FLOORS.items():
        of_language = [task for language, task in total if language == code]
        count = sum(total[code, task] for task in of_language)
        score = 100 * sum(right[code, task] for task in of_language) / count
        reached &= score >= floor
        parts = " ".join(
            f"{task} {100 * right[code, task] / total[code, task]:.0f} ({total[code, task]})" for task in of_language
        )
        sys.stdout.write(f"{code}  {score:5.1f}  floor {floor:.0f}  of {count}:  {parts}\n")
    values = newsquant(data)
    if values is not None:
        reached &= values.value_and_unit.f1 >= NEWSQUANT_FLOOR
        sys.stdout.write(
            f"NewsQuant dev  value F1 {values.value.f1:.1f}  value + unit F1 {values.value_and_unit.f1:.1f}"
            f"  floor {NEWSQUANT_FLOOR:.0f}\n"
        )
    return 0 if reached else 1


def _show(data: Path, code: str, count: int) -> None:
    how = numerals(code)
    for example in examples(data, aside=False):
        if count and example.language == code and how and not is_right(example):
            count -= 1
            found = (
                [(example.text[one.start : one.end], one.low, one.high, one.unit) for one in amounts(example.text, how)]
                if example.task not in ("time", "datetime", "part:date", "part:daterange")
                else [
                    (example.text[one.start : one.end], one.edtf)
                    for one in dates(example.text, code, published=example.reference)
                ]
            )
            expected = [
                *((example.text[one.start : one.end], one.low, one.high, one.unit) for one in example.amounts),
                *(
                    (example.text[one.start : one.end], [(str(r.first), str(r.last)) for r in one.readings])
                    for one in example.dates
                ),
            ]
            sys.stdout.write(
                f"{example.task} [{(example.reference or '')[:10]}] {example.text!r}\n"
                f"    want {_plain(expected)}\n    have {_plain(found)}\n"
            )


def _plain(items: Sequence[object]) -> str:
    return re.sub(r"Decimal\('([^']*)'\)", r"\1", str(items))


if __name__ == "__main__":
    sys.exit(main())
