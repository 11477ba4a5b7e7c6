"""Dependences and what was given with the question in, what is known of a party's whole and its parts out.

A whole is the commerce of a party, in both directions or one, or what it is given of a good. What the question fixes
wins over what claims say. Claims that can all be right are taken together; where they cannot, the bounds hold them all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import hull
from sayso.system.records import Dependence
from sayso.system.scenarios.amounts import half_of_last_figure, yearly
from sayso.system.scenarios.bounds import ALL, UNKNOWN, meet
from sayso.system.scenarios.keys import Key, Measure, is_within, key_of, measure_of, partner_of, subject_of
from sayso.system.scenarios.records import SHARE, Change, Fix, Premise, Subject, Volume

GIVEN = "given by you"
"""The basis of what was fixed with the question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What is known of a whole: its size, and the shares of partners within 0 to 1.

    `measure` is that of the size and of what may be added to it, None where nothing tells. `fixed` are amounts that
    pass between the party and a partner. `premises` tell where all of it comes from, `notes` what is wrong with it.
    """

    key: Key
    measure: Measure | None
    total: Interval
    shares: Mapping[str, Interval]
    fixed: Mapping[str, Interval]
    premises: tuple[Premise, ...]
    notes: tuple[str, ...]


def whole(key: Key, dependences: Iterable[Dependence], *, changes: Sequence[Change], measure: Measure | None) -> Whole:
    """What is known of one whole from the dependences that belong to it and from what is fixed.

    `measure` is that of the changes, and serves where no size is fixed.
    """
    fixes = [each for each in changes if isinstance(each, Fix) and is_within(each.subject, key)]
    sizes = [each for each in fixes if not each.subject.is_share]
    # The size of the whole says how all of it is counted.
    sizes.sort(key=lambda each: each.subject.partner is not None)
    measure = measure_of(sizes[0].volume) if sizes else measure
    given = {partner_of(each.subject, key): each.volume for each in fixes if each.subject.is_share}
    fixed: dict[str | None, Interval] = {}
    notes = []
    for each in sizes:
        if measure_of(each.volume) == measure:
            fixed[partner_of(each.subject, key)] = yearly(each.volume)
        else:
            notes.append(_elsewhere(each.subject, key))
    total = fixed.pop(None, UNKNOWN)
    amounts = {partner: interval for partner, interval in fixed.items() if partner is not None}
    premises = [Premise(subject=each.subject, volume=each.volume, basis=GIVEN) for each in fixes]
    shares: dict[str, Interval] = {partner: _within_all(each.interval) for partner, each in given.items() if partner}
    for partner, rows in _by_provider(dependences).items():
        told = _told(rows)
        intervals = [_within_all(each.volume.interval) for each in told]
        agreed = _agreed(intervals)
        if partner in shares:
            told = [replace(each, set_aside="another share is given by you") for each in told]
        else:
            if agreed is None:
                notes.append(
                    f"what is told of the {_words(key, partner)} cannot all be right: the bounds hold all of it"
                )
            shares[partner] = agreed or hull(intervals)
        premises += told
    total, computed = _computed_total(key, measure, total=total, shares=shares, amounts=amounts)
    for partner, amount in amounts.items():
        part = _quotient(amount, total)
        known = shares.get(partner)
        meeting = part if known is None else meet(part, known)
        if meeting is None:
            notes.append(f"the amount and the {_words(key, partner)} do not agree: the amount is taken")
        shares[partner] = meeting or part
    return Whole(
        key=key,
        measure=measure,
        total=total,
        shares=shares,
        fixed=amounts,
        premises=(*premises, *computed),
        notes=tuple(notes),
    )


def _by_provider(dependences: Iterable[Dependence]) -> dict[str, list[Dependence]]:
    found: dict[str, list[Dependence]] = {}
    for each in dependences:
        if each.share is not None and each.polarity == "affirmed" and each.provider != each.dependent:
            found.setdefault(each.provider, []).append(each)
    return found


def _told(rows: Sequence[Dependence]) -> list[Premise]:
    return [
        Premise(
            subject=subject_of(key_of(row), row.provider),
            volume=Volume(interval=_loosened(row.share or UNKNOWN), unit=SHARE),
            basis=row.basis,
            origins=row.origins,
            claim_ids=row.claim_ids,
        )
        for row in rows
    ]


def _loosened(share: Interval) -> Interval:
    """A share that is told as about right, as the bounds between which it is rounded so."""
    if not share.approximate or share.low is None or share.low != share.high:
        return share
    half = half_of_last_figure((share.low * 100).normalize(), is_share=True) / 100
    return Interval(low=share.low - half, high=share.high + half, approximate=True)


def _within_all(share: Interval) -> Interval:
    low, high = (Decimal(0) if share.low is None else share.low), (Decimal(1) if share.high is None else share.high)
    return Interval(
        low=min(max(low, Decimal(0)), Decimal(1)),
        high=max(min(high, Decimal(1)), Decimal(0)),
        approximate=share.approximate,
    )


def _agreed(intervals: Sequence[Interval]) -> Interval | None:
    """What lies in all of the intervals, None where nothing does."""
    found: Interval | None = intervals[0]
    for each in intervals[1:]:
        found = None if found is None else meet(found, each)
    return found


def _computed_total(
    key: Key,
    measure: Measure | None,
    *,
    total: Interval,
    shares: Mapping[str, Interval],
    amounts: Mapping[str, Interval],
) -> tuple[Interval, list[Premise]]:
    """The size of the whole from an amount and its share, where it is not fixed."""
    if total != UNKNOWN or measure is None:
        return total, []
    found: Interval | None = total
    for partner, amount in amounts.items():
        share = shares.get(partner, ALL)
        low = None if amount.low is None or not share.high else amount.low / share.high
        high = None if amount.high is None or not share.low else amount.high / share.low
        found = None if found is None else meet(found, Interval(low=low, high=high))
    if found is None or found == UNKNOWN:
        return total, []
    volume = Volume(interval=found, unit=measure.unit, over=measure.over)
    return found, [Premise(subject=subject_of(key), volume=volume, basis="computed")]


def _quotient(part: Interval, total: Interval) -> Interval:
    """The share that an amount has in the whole, both known within bounds."""
    low = Decimal(0) if not part.low or not total.high else part.low / total.high
    high = Decimal(1) if part.high is None or not total.low else part.high / total.low
    return _within_all(Interval(low=low, high=high))


def _words(key: Key, partner: str) -> str:
    return f"{partner} share of {key.of} {key.topic}"


def _elsewhere(subject: Subject, key: Key) -> str:
    return f"an amount fixed for {subject.partner}->{subject.of} is in another unit or period than {key.of} {key.topic}"
