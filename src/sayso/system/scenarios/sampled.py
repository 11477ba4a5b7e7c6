"""A model and changes in, how the shares that change are spread if every stated range is drawn from, out.

An addition to the bounds and no part of them: it assumes what nobody said, that every number within a stated range is
as likely as any other, and every result prints so. A range that is open on a side is not drawn from, nor are ranges
that could come to more than the whole.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from sayso.corroboration.intervals import Interval
from sayso.system.measures.sampling import DRAWS, Draws, Measure, Spread, Uncertain, spread
from sayso.system.records import SystemModel
from sayso.system.scenarios.bounds import ALL, UNKNOWN, meet
from sayso.system.scenarios.cases import Case, cases
from sayso.system.scenarios.effects import effect_of, touches
from sayso.system.scenarios.keys import subject_of
from sayso.system.scenarios.records import Add, Alter, Change, Gauge, Subject, Volume
from sayso.system.scenarios.selection import select
from sayso.system.scenarios.wholes import Whole
from sayso.system.scenarios.wording import format_change, format_subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Sampled:
    """How a share is spread after the changes, from 0 to 1; or the reason why nothing was drawn."""

    subject: Subject
    spread: Spread | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class _Input:
    """An amount that a change adds, and how much of each unit of it comes to each partner."""

    value: Uncertain
    weights: Mapping[str, Decimal]


def sample(model: SystemModel, changes: Sequence[Change], *, seed: int, draws: int = DRAWS) -> tuple[Sampled, ...]:
    """The spread of every share that an answer has bounds for and that the changes may move, in the same order."""
    changes = [each for each in changes if not isinstance(each, Gauge)]
    found = cases(model, changes, selection=select(changes))
    return tuple(row for case in found for row in _of_case(case, changes, seed=seed, draws=draws))


def _of_case(case: Case, changes: Sequence[Change], *, seed: int, draws: int) -> Iterator[Sampled]:
    if not case.effect.added and not case.effect.moved:
        return
    inputs = _inputs(case, changes)
    for partner in sorted({*case.after.shares, *case.effect.partners}):
        subject = subject_of(case.after.key, partner)
        if case.effect.unknown:
            yield Sampled(subject=subject, spread=None, reason=f"it is not known {case.effect.unknown[0]}")
            continue
        try:
            values = _values(partner, case, inputs)
            found = spread(_measure(partner, case, inputs), values, seed=seed, draws=draws)
        except ValueError as error:
            yield Sampled(subject=subject, spread=None, reason=str(error))
        else:
            yield Sampled(subject=subject, spread=found, reason=None)


def _inputs(case: Case, changes: Sequence[Change]) -> list[_Input]:
    """The amounts of the changes. What they add is linear in them, so that one at a time tells what each adds."""
    key, measure = case.after.key, case.after.measure
    own = [change for change in changes if touches(change, key)]
    found = []
    for at, change in enumerate(own):
        volume = _volume(change)
        if volume is not None:
            alone = [_with_amount(each, Decimal(int(other == at))) for other, each in enumerate(own)]
            added = effect_of(alone, key, measure=measure).added
            weights = {partner: each.low for partner, each in added.items() if each.low}
            name = f"{format_change(change)} (change {at + 1})"
            found.append(_Input(Uncertain(name=name, interval=volume.interval), weights))
    return found


def _volume(change: Change) -> Volume | None:
    return change.volume if isinstance(change, Add) else change.to if isinstance(change, Alter) else None


def _with_amount(change: Change, amount: Decimal) -> Change:
    volume = _volume(change)
    if volume is None:
        return change
    volume = replace(volume, interval=Interval(low=amount, high=amount))
    if isinstance(change, Alter):
        return replace(change, to=volume)
    return replace(change, volume=volume) if isinstance(change, Add) else change


def _values(partner: str, case: Case, inputs: Sequence[_Input]) -> list[Uncertain]:
    """All that is drawn for the share of a partner; raises `ValueError` where the shares might be over the whole."""
    whole = case.after
    alone = _alone(partner, case)
    most = sum((whole.shares.get(each, ALL).high or Decimal(1) for each in alone), Decimal(0))
    if most > 1 and len(alone) > 1:
        raise ValueError(f"the shares of {', '.join(alone)} may come to more than the whole; narrow their ranges")
    values = [_share(each, whole) for each in alone]
    if inputs or any(each in whole.fixed for each in alone):
        values.append(Uncertain(name=_size(whole), interval=whole.total))
    return [*values, *(each.value for each in inputs)]


def _alone(partner: str, case: Case) -> list[str]:
    """The partner, and those whose parts the changes move; all others are left as they are, and only count together."""
    return list(dict.fromkeys((partner, *case.effect.moved)))


def _size(whole: Whole) -> str:
    return format_subject(subject_of(whole.key))


def _share(partner: str, whole: Whole) -> Uncertain:
    """The share of a partner as it is stated, or the amount from which it follows."""
    if partner in whole.fixed:
        return Uncertain(name=partner, interval=whole.fixed[partner])
    subject = subject_of(whole.key, partner)
    told = [each for each in whole.premises if each.subject == subject and each.set_aside is None]
    found: Interval | None = UNKNOWN
    for each in told:
        found = None if found is None else meet(found, each.volume.interval)
    roots = {origin for each in told for origin in each.origins}
    # Where several roots tell of a share it is no one's number alone, and moves with none of them.
    return Uncertain(
        name=partner,
        interval=whole.shares[partner] if found is None else found,
        root=next(iter(roots)) if len(roots) == 1 else None,
    )


def _measure(partner: str, case: Case, inputs: Sequence[_Input]) -> Measure:
    """The share of the partner for each draw, as `shares` has it for bounds."""
    whole, moved = case.after, case.effect.moved
    alone = _alone(partner, case)

    def measure(value: Callable[[str], Draws]) -> Draws:
        size = value(_size(whole)) if inputs or any(each in whole.fixed for each in alone) else np.ones(1)
        parts = {each: value(each) / (size if each in whole.fixed else 1) for each in alone}
        rest = 1 - sum(parts.values(), np.zeros(1))
        above, below = np.zeros(1), rest
        for each, part in parts.items():
            kept = moved.get(each, {each: Decimal(1)})
            above = above + part * float(kept.get(partner, 0))
            below = below + part * float(sum(kept.values()))
        above, below = above * size, below * size
        for one in inputs:
            drawn = value(one.value.name)
            above = above + drawn * float(one.weights.get(partner, 0))
            below = below + drawn * float(sum(one.weights.values()))
        return above / below

    return measure
