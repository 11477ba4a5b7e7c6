"""The exchanges of a model and the changes in, what passes in each direction before and after out, unit by unit.

A sum and a rate are two measures. A rate is known where the flows of a sum have closed windows: then it is the sum over
the years from the first day to the last. What nothing is told of is unknown and not nothing, so that an addition to it
gives a low bound alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sayso.claims.numbers.edtf import Bounds
from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import NOTHING, positive, scaled, total
from sayso.system.records import Exchange, SystemModel
from sayso.system.scenarios.amounts import PERIODS, yearly
from sayso.system.scenarios.bounds import UNKNOWN
from sayso.system.scenarios.keys import COMMERCE, Measure, measure_of
from sayso.system.scenarios.records import (
    Add,
    Alter,
    Change,
    Choose,
    Cut,
    Fix,
    Gauge,
    Outcome,
    Replace,
    Subject,
    Test,
)
from sayso.system.scenarios.selection import Selection, counted, sums_of

Amounts = dict[Measure, Interval]
"""What passes in one direction, measure by measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """What passes before and after the changes, for each direction and good that they touch or ask about."""

    before: Mapping[Subject, Mapping[Measure, Interval]]
    after: Mapping[Subject, Mapping[Measure, Interval]]
    outcomes: tuple[Outcome, ...]


def passages(model: SystemModel, changes: Sequence[Change], *, selection: Selection) -> Passages:
    """What the changes do to the exchanges; `selection` is what counts after them."""
    told = {
        Subject(of=each.recipient, topic=each.good, partner=each.giver): each
        for each in model.exchanges
        if each.giver is not None and each.recipient is not None
    }
    touched = dict.fromkeys(subject for change in changes for subject in subjects_of(change))
    if any(isinstance(change, Choose) for change in changes):
        usual = Selection()
        touched.update(
            (subject, None)
            for subject, each in told.items()
            if counted(each.flows, usual) != counted(each.flows, selection)
        )
    before = _amounts(told, touched, selection=Selection(), changes=changes)
    after = _amounts(told, touched, selection=selection, changes=changes)
    for change in changes:
        _apply(change, after)
    asked = _measures(changes)
    outcomes = [
        outcome
        for subject in sorted(touched, key=lambda each: (each.of, each.topic, each.partner or ""))
        for outcome in _outcomes(
            subject, before[subject], after[subject], asked=asked.get(subject, set()), told=told.get(subject)
        )
    ]
    return Passages(before=before, after=after, outcomes=tuple(outcomes))


def subjects_of(change: Change) -> list[Subject]:
    """The directions in which goods pass that the change is about."""
    if isinstance(change, Choose | Gauge) or change.subject.topic in COMMERCE or change.subject.partner is None:
        return []
    if change.subject.is_share:
        return []
    return [change.subject, *([_of_supplier(change)] if isinstance(change, Replace) else [])]


def _of_supplier(change: Replace) -> Subject:
    return Subject(of=change.subject.of, topic=change.subject.topic, partner=change.supplier)


def _measures(changes: Iterable[Change]) -> dict[Subject, set[Measure]]:
    """The measures in which the question speaks of a direction."""
    found: dict[Subject, set[Measure]] = {}
    for change in changes:
        volume = change.to if isinstance(change, Alter) else getattr(change, "volume", None)
        if volume is not None:
            for subject in subjects_of(change):
                found.setdefault(subject, set()).add(measure_of(volume))
    return found


def _amounts(
    told: Mapping[Subject, Exchange], subjects: Iterable[Subject], *, selection: Selection, changes: Iterable[Change]
) -> dict[Subject, Amounts]:
    found = {each: told_amounts(told[each], selection) if each in told else {} for each in subjects}
    _fix(changes, found)
    return found


def applied(changes: Sequence[Change], amounts: Mapping[Subject, Amounts]) -> dict[Subject, Amounts]:
    """The amounts after the changes, of which those that fix an unknown come first."""
    found = {subject: dict(each) for subject, each in amounts.items()}
    _fix(changes, found)
    for change in changes:
        _apply(change, found)
    return found


def _fix(changes: Iterable[Change], amounts: dict[Subject, Amounts]) -> None:
    for change in changes:
        if isinstance(change, Fix) and change.subject in amounts:
            amounts[change.subject][measure_of(change.volume)] = yearly(change.volume)


def told_amounts(passage: Exchange, selection: Selection) -> Amounts:
    """What the flows that count come to, and where they have closed windows, by the year."""
    found: Amounts = {}
    for each in sums_of(passage, selection):
        unit = each.amount.unit or ""
        found[Measure(unit, is_yearly=False)] = each.amount.interval
        years = _years(each.window)
        if years is not None:
            found[Measure(unit, is_yearly=True)] = scaled(each.amount.interval, 1 / years)
    return found


def _years(window: Bounds | None) -> Decimal | None:
    if window is None or window.first is None or window.until is None:
        return None
    return (date.fromisoformat(window.until) - date.fromisoformat(window.first)).days / PERIODS["day"]


def _apply(change: Change, amounts: dict[Subject, Amounts]) -> None:
    if isinstance(change, Choose | Fix | Gauge | Test) or change.subject not in amounts:
        return
    here = amounts[change.subject]
    if isinstance(change, Add):
        _add(here, measure_of(change.volume), yearly(change.volume))
    elif isinstance(change, Cut):
        amounts[change.subject] = _nothing(here)
    elif isinstance(change, Alter) and change.to is not None:
        amounts[change.subject] = {measure_of(change.to): yearly(change.to)}
    elif isinstance(change, Alter):
        factor = 1 + (change.by or Decimal(0))
        amounts[change.subject] = {measure: scaled(each, factor) for measure, each in here.items()}
    else:
        there = amounts.setdefault(_of_supplier(change), {})
        for measure in dict.fromkeys((*here, *there)):
            _add(there, measure, here.get(measure, Interval(low=Decimal(0), high=None)))
        amounts[change.subject] = _nothing(here)


def _add(amounts: Amounts, measure: Measure, more: Interval) -> None:
    # Amounts are not negative: what is not known is at least nothing.
    amounts[measure] = total([positive(amounts.get(measure, UNKNOWN)), positive(more)])


def _nothing(amounts: Amounts) -> Amounts:
    return dict.fromkeys(amounts or [Measure("", is_yearly=False)], NOTHING)


def _outcomes(
    subject: Subject,
    before: Mapping[Measure, Interval],
    after: Mapping[Measure, Interval],
    *,
    asked: set[Measure],
    told: Exchange | None,
) -> Iterable[Outcome]:
    """One for each measure in which something changes; a rate only where the question speaks of one."""
    claim_ids = () if told is None else tuple(dict.fromkeys(claim for flow in told.flows for claim in flow.claim_ids))
    for measure in sorted({*before, *after}, key=lambda each: (each.unit, each.is_yearly)):
        old, new = before.get(measure, UNKNOWN), after.get(measure, UNKNOWN)
        is_derived = measure.is_yearly and measure not in asked
        is_lost = measure not in after and asked and measure not in asked
        if old != new and not is_derived and not is_lost:
            yield Outcome(
                subject=subject,
                unit=measure.unit or None,
                over=measure.over,
                before=old,
                after=new,
                claim_ids=claim_ids,
            )
