"""The shipped edition of the World Factbook in, one row for each number that it states of a state out.

Three things that look alike are kept apart. A partner with `0%` is listed: it has some trade, less than half a percent.
A partner that is on no list of the greatest five is not listed: it has at most what the smallest of them has, and at
most what they leave over. A field that a state has no entry for was not collected, and says nothing.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import scaled
from sayso.system.measures.shares import unlisted
from sayso.system.reference.fields import FIELDS, Field

_FILE = Path(__file__).with_name("factbook.jsonl")
_ABOUT = "about"
_WHOLE = Decimal(100)

GRADES: Final = ("stated", "estimate", "doubted estimate")
"""How good a number is by the Factbook's own words: without a qualification; called an estimate; and an estimate of an
economy about whose data the Factbook warns ("economic data integrity issues")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Which reference it is, and on what terms: shown beside every verdict."""

    name: str
    publisher: str
    edition: str
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One number that the Factbook states.

    `written` is the number as it stands there, `interval` all that it may be, with its rounding: 74% is [73.5, 74.5].
    `field` is a name of `fields.FIELDS`, `year` an EDTF date, `partner` the other state of a share of trade. `quote`
    are the words of the number, which begin at `start` of `entry`, the words of the whole entry.
    """

    state: str
    field: str
    year: str
    partner: str | None
    written: Interval
    interval: Interval
    grade: str
    quote: str
    start: int
    entry: str
    note: str

    @property
    def about(self) -> Field:
        """What the number counts, and in what unit."""
        return FIELDS[self.field]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The words that the Factbook has under one heading for one state and year, with the rows read from them."""

    field: str
    year: str
    words: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a list of partners says of one state: `status` is `listed`, `not listed` or `not collected`.

    `written` and `interval` are as in a row: of a partner that is not listed, from nothing to the bound that follows
    from the list; open where there is no list, or one without numbers. `rows` are those that it follows from.
    """

    status: str
    written: Interval
    interval: Interval
    rows: tuple[Row, ...]


@cache
def edition() -> Edition:
    """The edition that ships."""
    head = _head()
    return Edition(**{name: head[name] for name in ("name", "publisher", "edition", "licence")})


def states() -> tuple[str, ...]:
    """Every state and territory that has a page, by id, in order."""
    return tuple(_pages())


@cache
def page(state: str) -> tuple[Entry, ...]:
    """The entries of a state in the order of the data; empty where it has no page."""
    line = _pages().get(state)
    return () if line is None else tuple(_entries(json.loads(line)))


def rows(state: str, field: str) -> tuple[Row, ...]:
    """The rows of one field, latest first; empty where the number was not collected.

    >>> [(row.year, row.quote) for row in rows("PRK", "coal produced")]
    [('2023', '21.928 million metric tons')]
    """
    found = [row for entry in page(state) if entry.field == field for row in entry.rows]
    return tuple(sorted(found, key=lambda row: row.year, reverse=True))


def standing(state: str, partner: str, *, field: str) -> Standing:
    """What the list of export or import partners of a state says of a partner; `field` names the list.

    >>> found = standing("PRK", "RUS", field="export partners")
    >>> found.status, float(found.written.high), float(found.interval.high)
    ('not listed', 3.0, 3.5)
    """
    listed = rows(state, field)
    for row in listed:
        if row.partner == partner:
            return Standing(status="listed", written=_at_least_seen(row), interval=row.interval, rows=(row,))
    if not listed:
        is_there = any(entry.field == field for entry in page(state))
        unknown = Interval(low=Decimal(0), high=_WHOLE)
        return Standing(
            status="not listed" if is_there else "not collected", written=unknown, interval=unknown, rows=()
        )
    return Standing(
        status="not listed",
        written=_behind([_at_least_seen(row) for row in listed]),
        interval=_behind([row.interval for row in listed]),
        rows=listed,
    )


def _behind(shares: list[Interval]) -> Interval:
    """What a partner behind all of the listed may have, in percent."""
    return scaled(unlisted([scaled(share, 1 / _WHOLE) for share in shares]), _WHOLE)


def _at_least_seen(row: Row) -> Interval:
    """The number as it is written; of 0%, what is rounded to it, since a partner without any trade is on no list."""
    return row.written if row.written.high else row.interval


def _entries(data: Mapping[str, Any]) -> Iterator[Entry]:
    notes = _head()["notes"]
    for field, year, words, values, *note in data["entries"]:
        is_doubted = "doubt" in data and FIELDS[field].is_economic
        is_estimate = "est.)" in words or "estimate" in words or any(value[4] == _ABOUT for value in values)
        grade = GRADES[0] if not is_estimate else GRADES[2] if is_doubted else GRADES[1]
        common = {"state": data["state"], "field": field, "year": year, "grade": grade, "entry": words}
        common["note"] = note[0] if note else notes[field]
        found = tuple(_row(common, value, words) for value in values)
        yield Entry(field=field, year=year, words=words, rows=found)


def _row(common: Mapping[str, Any], value: list[Any], words: str) -> Row:
    start, end, low, high, margin, *partner = value
    written = Interval(low=None if low is None else Decimal(low), high=Decimal(high), approximate=margin == _ABOUT)
    return Row(
        **common,
        partner=partner[0] if partner else None,
        written=written,
        interval=written if margin == _ABOUT else _rounded(written, Decimal(margin)),
        quote=words[start:end],
        start=start,
    )


def _rounded(written: Interval, margin: Decimal) -> Interval:
    low = None if written.low is None else max(Decimal(0), written.low - margin)
    return Interval(low=low, high=None if written.high is None else written.high + margin)


@cache
def _head() -> Mapping[str, Any]:
    return MappingProxyType(json.loads(_lines()[0]))


@cache
def _pages() -> Mapping[str, str]:
    """The line of each state, not yet read: few states are asked for, and all of them take a tenth of a second."""
    opening = len('{"state":"')
    return MappingProxyType({line[opening : line.index('"', opening)]: line for line in _lines()[1:]})


@cache
def _lines() -> tuple[str, ...]:
    return tuple(_FILE.read_text(encoding="utf-8").splitlines())
