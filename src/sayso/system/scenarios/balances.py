"""A model and changes in, whether a party has enough of a good before and after them, and what decides that, out.

What is needed, in stock and able to come is fixed with the question. What suppliers give is what the exchanges tell, in
the unit of the need and by the year, and what the changes make of it. The arithmetic is that of `measures.shortfall`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import NOTHING, scaled
from sayso.system.measures.shortfall import Shortfall, Supplier, shortfall
from sayso.system.records import Exchange, SystemModel
from sayso.system.scenarios.amounts import PERIODS, yearly
from sayso.system.scenarios.bounds import UNKNOWN
from sayso.system.scenarios.deciding import needs, supplied
from sayso.system.scenarios.effects import is_money
from sayso.system.scenarios.keys import YEAR, Key, Measure, measure_of
from sayso.system.scenarios.passages import Amounts, applied, subjects_of, told_amounts
from sayso.system.scenarios.records import (
    Add,
    Alter,
    Balance,
    Change,
    Fix,
    Gauge,
    Replace,
    Stretch,
    Subject,
    Supply,
    Volume,
)
from sayso.system.scenarios.selection import Selection, counted, sums_of
from sayso.system.scenarios.wording import format_subject, format_volume

CONSUMED = frozenset(
    {"arms", "ammunition", "missiles", "vehicles", "troops", "workers", "oil", "gas", "food", "medicine", "energy"}
)
"""Goods of which a change alone asks whether there is enough. Of others, such as technology, a need has to be fixed."""

ASSUMPTIONS = (
    "nobody delivers but those of whom claims or changes tell, and none of them more than that; what a party makes "
    "itself is no part of what it needs here",
    "no stock is counted where none is fixed, and no limit to what a supplier is able to deliver",
)
"""What every balance takes for granted."""

_NO_LIMIT = Interval(low=Decimal("Infinity"), high=None)
_SOME = Interval(low=Decimal(0), high=None)
"""What passes where no number is told of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Terms:
    """What was fixed of one good of one party, in the unit of the balance and for its time."""

    key: Key
    unit: str | None
    over: Stretch
    need: Interval
    stock: Interval | None
    capacities: dict[str, Interval]
    notes: tuple[str, ...]

    @property
    def years(self) -> Decimal:
        return self.over.number / PERIODS[self.over.unit]


def balances(model: SystemModel, changes: Sequence[Change], *, selection: Selection) -> Iterator[Balance]:
    """One for each good of a party that the changes touch, or of which something is fixed; `selection` counts after."""
    others = [each for each in changes if not isinstance(each, Gauge)]
    for key in dict.fromkeys(_keys(changes)):
        told = {each.giver: each for each in model.exchanges if each.recipient == key.of and each.good == key.topic}
        terms = _terms(key, changes, unit=_unit(key, changes, told.values()))
        partners = [*told, *(each for each in _named(key, changes) if each not in told)]
        before = _offers(partners, told, terms=terms, changes=_fixes(others), selection=Selection())
        after = _offers(partners, told, terms=terms, changes=others, selection=selection)
        supplies = tuple(
            Supply(
                party=partner,
                before=before[partner],
                after=after[partner],
                capacity=terms.capacities.get(partner or ""),
                claim_ids=_claims(told.get(partner)),
            )
            for partner in partners
        )
        found = [_shortfall(supplies, terms, is_after=is_after) for is_after in (False, True)]
        yield Balance(
            of=key.of,
            good=key.topic,
            unit=terms.unit,
            over=terms.over,
            need=None if terms.need == UNKNOWN else terms.need,
            stock=terms.stock,
            supplies=supplies,
            before=found[0],
            after=found[1],
            needs=tuple(needs(key, supplies, need=terms.need, stock=terms.stock, found=found[1])),
            notes=(*terms.notes, *_undelivered(told, selection), *_uncounted(key, others, unit=terms.unit)),
        )


def _keys(changes: Iterable[Change]) -> Iterator[Key]:
    for change in changes:
        if isinstance(change, Gauge):
            yield Key(change.subject.of, change.subject.topic)
        elif not isinstance(change, Fix) and not (isinstance(change, Add) and is_money(change.volume.unit)):
            yield from (Key(each.of, each.topic) for each in subjects_of(change)[:1] if each.topic in CONSUMED)


def _named(key: Key, changes: Iterable[Change]) -> list[str]:
    """The suppliers that the changes name."""
    found = [each for change in changes for each in subjects_of(change)]
    found += [each.subject for each in changes if isinstance(each, Gauge)]
    own = (each.partner for each in found if (each.of, each.topic) == key and each.partner is not None)
    return list(dict.fromkeys(own))


def _unit(key: Key, changes: Sequence[Change], told: Iterable[Exchange]) -> str | None:
    """The unit of the need, else of what else is fixed or changed, else the one that most is told in."""
    gauges = [each for each in changes if isinstance(each, Gauge) and (each.subject.of, each.subject.topic) == key]
    gauges.sort(key=lambda each: each.sort != "need")
    units = [each.volume.unit for each in gauges]
    for change in changes:
        if [key] == [Key(each.of, each.topic) for each in subjects_of(change)[:1]]:
            volume = change.to if isinstance(change, Alter) else getattr(change, "volume", None)
            units += [] if volume is None or is_money(volume.unit) else [volume.unit]
    if units:
        return units[0]
    named = [each.amount.unit for one in told for each in sums_of(one, Selection()) if each.amount.unit]
    physical = [each for each in named if not is_money(each)]
    return max(sorted(set(physical)), key=physical.count, default=None)


def _terms(key: Key, changes: Iterable[Change], *, unit: str | None) -> _Terms:
    found = _Terms(key=key, unit=unit, over=YEAR, need=UNKNOWN, stock=None, capacities={}, notes=())
    own = [each for each in changes if isinstance(each, Gauge) and (each.subject.of, each.subject.topic) == key]
    # How long a stock has to last is the time of the balance.
    lasting = [each.volume.over for each in own if each.sort == "stock" and each.volume.over is not None]
    found = replace(found, over=lasting[-1] if lasting else YEAR)
    for each in own:
        known = each.volume.interval
        if each.volume.unit != unit:
            known = _SOME
            note = f"{format_volume(each.volume)} is not converted to {unit}, and may be any amount"
            found = replace(found, notes=(*found.notes, note))
        elif each.sort != "stock":
            known = scaled(yearly(each.volume), found.years)
        if each.sort == "need":
            found = replace(found, need=known)
        elif each.sort == "stock":
            found = replace(found, stock=known)
        else:
            found.capacities[each.subject.partner or ""] = known
    return found


def _fixes(changes: Iterable[Change]) -> list[Change]:
    return [each for each in changes if isinstance(each, Fix)]


def _offers(
    partners: Sequence[str | None],
    told: dict[str | None, Exchange],
    *,
    terms: _Terms,
    changes: Sequence[Change],
    selection: Selection,
) -> dict[str | None, Interval]:
    """What each supplier gives in the time of the balance; what a giver who is not named gives may be told already."""
    subjects = {each: supplied(each, terms.key) for each in partners}
    amounts = {
        subject: _told(told.get(each), terms, selection, is_unknown=each in terms.capacities)
        for each, subject in subjects.items()
    }
    after = applied(changes, amounts)
    found = {}
    for each, subject in subjects.items():
        rate = _rate(after[subject], terms)
        if any(_is_elsewhere(change, subject, terms) for change in changes):
            rate = Interval(low=rate.low, high=None)
        if each is None:
            rate = Interval(low=Decimal(0), high=rate.high)
        found[each] = scaled(rate, terms.years)
    return found


def _told(told: Exchange | None, terms: _Terms, selection: Selection, *, is_unknown: bool) -> Amounts:
    """What passes by the claims that count: nothing where none tells of it, unless only its limit was given."""
    measure = Measure(terms.unit or "", is_yearly=True)
    if told is None:
        return {} if is_unknown else {measure: NOTHING}
    flows = counted(told.flows, selection)
    if not flows:
        return {measure: NOTHING}
    amounts = told_amounts(told, selection)
    rate = amounts.get(measure)
    known = {each for one in sums_of(told, selection) if one.amount.unit == terms.unit for each in one.flow_ids}
    if rate is not None and any(flow.id not in known for flow in flows):
        amounts[measure] = Interval(low=rate.low, high=None)  # what is told in other units, or without a number
    return amounts


def _rate(amounts: Amounts, terms: _Terms) -> Interval:
    if amounts and all(each == NOTHING for each in amounts.values()):
        return NOTHING
    found = amounts.get(Measure(terms.unit or "", is_yearly=True), _SOME)
    return Interval(low=found.low or Decimal(0), high=found.high)


def _is_elsewhere(change: Change, subject: Subject, terms: _Terms) -> bool:
    """Whether the change adds to the supply in a measure that cannot be counted with it."""
    volume = _volume(change)
    is_own = subject in subjects_of(change)
    return is_own and volume is not None and measure_of(volume) != Measure(terms.unit or "", is_yearly=True)


def _volume(change: Change) -> Volume | None:
    if isinstance(change, Add | Fix):
        return change.volume
    return change.to if isinstance(change, Alter) else None


def _undelivered(told: Mapping[str | None, Exchange], selection: Selection) -> Iterator[str]:
    """What is told of suppliers and does not count, as it is promised, say, or denied."""
    for partner, each in told.items():
        if not counted(each.flows, selection):
            statuses = ", ".join(dict.fromkeys(flow.status for flow in each.flows))
            name = format_subject(Subject(of=each.recipient or "?", topic=each.good, partner=partner or "?"))
            yield f"{name} is told as {statuses} and does not count, unless it is included"


def _uncounted(key: Key, changes: Iterable[Change], *, unit: str | None) -> Iterator[str]:
    for change in changes:
        own = [each for each in subjects_of(change) if (each.of, each.topic) == key]
        volume = _volume(change)
        if own and volume is not None and (volume.unit != unit or volume.over is None):
            what = f"{unit or 'a unit of its own'} by the year"
            yield f"{format_volume(volume)} {format_subject(own[0])} is not told as {what}, and may be any amount of it"
        if own and isinstance(change, Replace):
            yield f"{change.supplier} is taken to be able to give what {change.subject.partner} gave"


def _shortfall(supplies: Iterable[Supply], terms: _Terms, *, is_after: bool) -> Shortfall:
    return shortfall(
        terms.need,
        [
            Supplier(
                name=format_subject(supplied(each.party, terms.key)),
                capacity=_NO_LIMIT if each.capacity is None else each.capacity,
                offer=each.after if is_after else each.before,
            )
            for each in supplies
        ],
        stock=terms.stock,
    )


def _claims(told: Exchange | None) -> tuple[str, ...]:
    flows = () if told is None else told.flows
    return tuple(dict.fromkeys(claim for flow in flows for claim in flow.claim_ids))
