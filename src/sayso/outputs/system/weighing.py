"""Balances of a what-if in, the section of a page on whether there is enough out: the terms before and after, the rest.

All amounts of one balance are in one unit and for one time, which stand in its heading.
"""

from collections.abc import Iterator, Sequence

from sayso.corroboration.intervals import Interval
from sayso.outputs.display import isolated, visible
from sayso.outputs.system.casebook import NOBODY, Casebook, entries, in_text
from sayso.outputs.system.passing import good_name
from sayso.outputs.system.sheet import Entry, Grid, Point, Section
from sayso.outputs.system.words import listed, opening, plural
from sayso.system.measures.shortfall import DEPENDS, Shortfall
from sayso.system.scenarios.deciding import supplied
from sayso.system.scenarios.keys import Key
from sayso.system.scenarios.records import Balance, Stretch, Supply, Wanting
from sayso.system.scenarios.wording import format_subject, say

TITLE = "Is there enough?"

_UNKNOWNS = 6
"""Unknowns that are named where no one of them decides; the table has all."""

_UNTOLD = "none told"
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
    alone = [each for each in found.needs if each.enough is not None or each.short is not None]
    wanted = [Entry(points=(_wanting(each, book),)) for each in alone]
    others = [_unknown(each, book) for each in found.needs if each not in alone]
    if others:
        wanted.append(Entry(points=(_together(others),)))
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
        # Of whom no claim tells that he delivers, nothing comes as far as is told; that is not what a cut leaves.
        is_untold = each.before.high == 0
        before, after = _say(each.before), _say(each.after)
        yield (
            f"{_from(each, book)}{limit}",
            _UNTOLD if is_untold else before,
            _UNTOLD if is_untold and after == _NOTHING else after,
        )
    yield "missing", _say(found.before.missing), _say(found.after.missing)
    yield "of what is told", _verdict_phrase(found.before, found, book), _verdict_phrase(found.after, found, book)


def _from(supply: Supply, book: Casebook) -> str:
    return f"from {NOBODY if supply.party is None else in_text(supply.party, book)}"


def _say(interval: Interval) -> str:
    """Bounds without the unit, which the heading has; at least nothing is what nobody knows."""
    low, high = interval.low or None, interval.high
    if high == 0:
        return _NOTHING
    return say(Interval(low=low, high=high), unit=None)


def _unknown(need: Wanting, book: Casebook) -> str:
    """`the need`, `the offer of Russia`."""
    who = "" if need.sort in ("need", "stock") else f" of {NOBODY if need.party is None else in_text(need.party, book)}"
    return f"the {need.sort}{who}"


def _together(unknowns: Sequence[str]) -> Point:
    facts = ("no value of it alone decides" if len(unknowns) == 1 else "no value of one of them alone decides",)
    return Point(label="to be known", said=listed(list(unknowns), most=_UNKNOWNS), facts=facts)


def _wanting(need: Wanting, book: Casebook) -> Point:
    """What would have to be known, and which values of it would decide."""
    known = _say(need.known)
    deciding = [
        f"{word} with {_say(each) if each.low or each.high is not None else 'any over nothing'}"
        for word, each in (("enough", need.enough), ("short", need.short))
        if each is not None
    ]
    return Point(
        label="to be known",
        said=_unknown(need, book),
        facts=("" if known == _UNKNOWN else f"known: {known}", "; ".join(deciding)),
    )
