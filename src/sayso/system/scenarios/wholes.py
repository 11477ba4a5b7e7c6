"""Dependences and what was given with the question in, what is known of a party's whole and its parts out.

A whole is the commerce of a party, in both directions or one, or what it is given of a good. What the question fixes
wins over what claims say. Claims of one time that can all be right are taken together; where they cannot, the bounds
hold them all. Of several times the latest counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import hull
from sayso.system.records import Dependence
from sayso.system.scenarios.amounts import half_of_last_figure, yearly
from sayso.system.scenarios.bounds import ALL, UNKNOWN, meet
from sayso.system.scenarios.keys import Key, Measure, is_within, measure_of, partner_of, subject_of
from sayso.system.scenarios.records import SHARE, Change, Fix, Premise, Subject, Volume
from sayso.system.windows import ends_before

GIVEN = "given by you"
"""The basis of what was fixed with the question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What is known of a whole: its size, and the shares of partners within 0 to 1.

    `measure` is that of the size and of what may be added to it, None where nothing tells. `fixed` are amounts that
    pass between the party and a partner, `told` is the sum of the low bounds of all shares.
    `premises` tell where all of it comes from, `notes` what is wrong with it.
    """

    key: Key
    measure: Measure | None
    total: Interval
    shares: Mapping[str, Interval]
    told: Decimal
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
    fixed = {partner_of(each.subject, key): yearly(each.volume) for each in sizes if measure_of(each.volume) == measure}
    total = fixed.pop(None, UNKNOWN)
    amounts = {partner: amount for partner, amount in fixed.items() if partner is not None}
    given = {each.subject.partner: each.volume.interval for each in fixes if each.subject.is_share}
    premises = [Premise(subject=each.subject, volume=each.volume, basis=GIVEN) for each in fixes]
    notes = [_elsewhere(each.subject, key) for each in sizes if measure_of(each.volume) != measure]
    shares = {partner: _within_all(share) for partner, share in given.items() if partner is not None}
    for partner, told in _told(key, dependences).items():
        if partner in shares:
            told = [replace(each, set_aside=each.set_aside or "another share is given by you") for each in told]
        else:
            known, is_agreed = _together(told)
            shares.update({} if known is None else {partner: known})
            if not is_agreed:
                notes.append(f"what is told of the {_words(key, partner)} is not all true: the bounds hold all of it")
        premises += told
    if total == UNKNOWN and measure is not None:
        total = _total(amounts, shares)
        if total != UNKNOWN:
            volume = Volume(interval=total, unit=measure.unit, over=measure.over)
            premises.append(Premise(subject=subject_of(key), volume=volume, basis="computed"))
    for partner, amount in amounts.items():
        part = _quotient(amount, total)
        meeting = meet(part, shares.get(partner, ALL))
        if meeting is None:
            notes.append(f"the amount and the {_words(key, partner)} do not agree: the amount is taken")
        shares[partner] = meeting or part
    return Whole(
        key=key,
        measure=measure,
        total=total,
        shares=shares,
        told=sum((share.low or Decimal(0) for share in shares.values()), Decimal(0)),
        fixed=amounts,
        premises=tuple(premises),
        notes=tuple(notes),
    )


def _told(key: Key, dependences: Iterable[Dependence]) -> dict[str, list[Premise]]:
    """What is told of each share; a whole is one of one time, and what is told of an earlier one is set aside."""
    rows = [each for each in dependences if each.share is not None and each.polarity == "affirmed"]
    dated = [each.window for each in rows if each.window is not None and each.window.first is not None]
    latest = max(dated, key=lambda window: (window.first or "", window.until or "~"), default=None)
    found: dict[str, list[Premise]] = {}
    for row in rows:
        premise = Premise(
            subject=subject_of(key, row.provider),
            volume=Volume(interval=loosened(row), unit=SHARE),
            basis=row.basis,
            whole=row.whole,
            window=row.window,
            origins=row.origins,
            claim_ids=row.claim_ids,
            set_aside="told of an earlier time than others" if ends_before(row.window, latest) else None,
        )
        found.setdefault(row.provider, []).append(premise)
    return found


def loosened(row: Dependence) -> Interval:
    """The share; one told as about right, or as a figure of reference data, as the bounds that are rounded so.

    Reference data gives shares in whole per cent. Taken for exact, 97, 1, 1 and 1 % would leave nothing to anybody
    else, which nobody says.
    """
    share = row.share or UNKNOWN
    is_rounded = share.approximate or row.basis == "recorded"
    if not is_rounded or share.low is None or share.low != share.high:
        return share
    half = half_of_last_figure((share.low * 100).normalize(), is_share=True) / 100
    return Interval(low=max(share.low - half, Decimal(0)), high=min(share.low + half, Decimal(1)), approximate=True)


def _within_all(share: Interval) -> Interval:
    low, high = (Decimal(0) if share.low is None else share.low), (Decimal(1) if share.high is None else share.high)
    return Interval(
        low=min(max(low, Decimal(0)), Decimal(1)),
        high=max(min(high, Decimal(1)), Decimal(0)),
        approximate=share.approximate,
    )


def _together(told: Sequence[Premise]) -> tuple[Interval | None, bool]:
    """The bounds of a share of which this is told, None for nothing that counts; and whether all of it can be true."""
    intervals = [_within_all(each.volume.interval) for each in told if each.set_aside is None]
    found: Interval | None = ALL
    for each in intervals:
        found = None if found is None else meet(found, each)
    return (hull(intervals) if found is None else found if intervals else None), found is not None


def _total(amounts: Mapping[str, Interval], shares: Mapping[str, Interval]) -> Interval:
    """The size of the whole, where an amount and the share that it has in the whole are known."""
    found: Interval | None = UNKNOWN
    for partner, amount in amounts.items():
        share = shares.get(partner, ALL)
        low = None if amount.low is None or not share.high else amount.low / share.high
        high = None if amount.high is None or not share.low else amount.high / share.low
        found = None if found is None else meet(found, Interval(low=low, high=high))
    return found or UNKNOWN


def _quotient(part: Interval, total: Interval) -> Interval:
    """The share that an amount has in the whole, both known within bounds."""
    low = Decimal(0) if not part.low or not total.high else part.low / total.high
    high = Decimal(1) if part.high is None or not total.low else part.high / total.low
    return _within_all(Interval(low=low, high=high))


def _words(key: Key, partner: str) -> str:
    return f"{partner} share of {key.of} {key.topic}"


def _elsewhere(subject: Subject, key: Key) -> str:
    return f"an amount fixed for {subject.partner}->{subject.of} is in another unit or period than {key.of} {key.topic}"
