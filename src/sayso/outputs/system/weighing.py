"""Balances of a what-if in, the section of a page on whether there is enough out: the terms before and after, the rest.

All amounts of one balance are in one unit and for one time, which stand in its heading.
"""

from collections.abc import Iterator, Sequence

from sayso.corroboration.intervals import Interval
from sayso.outputs.display import isolated, visible
from sayso.outputs.system.casebook import NOBODY, Casebook, entries, in_text
from sayso.outputs.system.passing import good_name
from sayso.outputs.system.sheet import Entry, Grid, Point, Section
from sayso.outputs.system.words import opening, plural
from sayso.system.measures.shortfall import DEPENDS, Shortfall
from sayso.system.scenarios.deciding import supplied
from sayso.system.scenarios.keys import Key
from sayso.system.scenarios.records import Balance, Stretch, Supply, Wanting
from sayso.system.scenarios.wording import format_subject, say

TITLE = "Is there enough?"

_NOTHING, _UNKNOWN = "nothing", "not known"


def weighing(balances: Sequence[Balance], book: Casebook) -> Section | None:
    """A part for each good of a party; None where there is none."""
    if not balances:
        return None
    seen: dict[str, str] = {}
    return Section(title=TITLE, parts=tuple(_part(each, book, seen=seen) for each in balances))


def _part(found: Balance, book: Casebook, *, seen: dict[str, str]) -> Section:
    title = f"{good_name(found.good)} for {in_text(found.of, book)}"
    unit = "" if found.unit is None else f", {isolated(visible(plural(found.unit)))}"
    rows = [(Point(label=_from(each, book), said=""), each.claim_ids) for each in found.supplies if each.claim_ids]
    wanted = tuple(Entry(points=(_wanting(each, found, book),)) for each in found.needs)
    return Section(
        title=f"{opening(title)}{unit}, {_time_phrase(found.over)}",
        grid=Grid(head=("", "before", "after"), rows=tuple(_rows(found, book))),
        notes=tuple(isolated(visible(each)) for each in found.notes),
        entries=(*wanted, *entries(rows, book, seen=seen)),
    )


def _time_phrase(over: Stretch) -> str:
    """`in a year`, `in 6 months`."""
    return f"in a {over.unit}" if over.number == 1 else f"in {over.number.normalize():f} {over.unit}s"


def _verdict_phrase(found: Shortfall, balance: Balance, book: Casebook) -> str:
    """The verdict with the suppliers by their names."""
    if not found.unknowns:
        return found.verdict
    called = {
        format_subject(supplied(each.party, Key(balance.of, balance.good))): in_text(each.party, book)
        for each in balance.supplies
    }
    words = []
    for unknown in found.unknowns:
        sort, of, name = unknown.partition(" of ")
        words.append(f"{sort}{of}{called.get(name, name)}")
    return DEPENDS + ", ".join(words)


def _rows(found: Balance, book: Casebook) -> Iterator[tuple[str, str, str]]:
    need = _UNKNOWN if found.need is None else _say(found.need)
    yield "needed", need, need
    if found.stock is not None:
        yield "in stock", _say(found.stock), _say(found.stock)
    for each in found.supplies:
        limit = "" if each.capacity is None else f", able to deliver {_say(each.capacity)}"
        yield f"{_from(each, book)}{limit}", _say(each.before), _say(each.after)
    yield "missing", _say(found.before.missing), _say(found.after.missing)
    yield "verdict", _verdict_phrase(found.before, found, book), _verdict_phrase(found.after, found, book)


def _from(supply: Supply, book: Casebook) -> str:
    return f"from {NOBODY if supply.party is None else in_text(supply.party, book)}"


def _say(interval: Interval) -> str:
    """Bounds without the unit, which the heading has; at least nothing is what nobody knows."""
    low, high = interval.low or None, interval.high
    if high == 0:
        return _NOTHING
    return say(Interval(low=low, high=high), unit=None)


def _wanting(need: Wanting, balance: Balance, book: Casebook) -> Point:
    """What would have to be known, and which values of it would decide."""
    who = "" if need.sort in ("need", "stock") else f" of {NOBODY if need.party is None else in_text(need.party, book)}"
    known = _say(need.known)
    deciding = [
        f"{word} with {_say(each) if each.low or each.high is not None else 'any over nothing'}"
        for word, each in (("enough", need.enough), ("short", need.short))
        if each is not None
    ]
    return Point(
        label="to be known",
        said=f"the {need.sort}{who}",
        facts=("" if known == _UNKNOWN else f"known: {known}", "; ".join(deciding) or "no value of it alone decides"),
    )
