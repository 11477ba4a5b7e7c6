"""A model and changes in, the wholes that the changes touch or ask about out, as they are before and after."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.system.records import Dependence, SystemModel
from sayso.system.scenarios.effects import Effect, effect_of, is_money, touches
from sayso.system.scenarios.keys import COMMERCE, TRADE, Key, Measure, key_of, measure_of
from sayso.system.scenarios.passages import subjects_of
from sayso.system.scenarios.records import Add, Alter, Change, Choose, Fix, Replace, Subject, Test, Volume
from sayso.system.scenarios.selection import Selection, counts
from sayso.system.scenarios.wholes import Whole, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A whole before the changes and after, what they do to it, and all that is told of shares in it."""

    before: Whole
    after: Whole
    effect: Effect
    told: tuple[Dependence, ...]


def cases(model: SystemModel, changes: Sequence[Change], *, selection: Selection) -> Iterator[Case]:
    """Every whole of which something is known or asked and which the changes touch, in order."""
    told: dict[Key, list[Dependence]] = {}
    for each in model.dependences:
        if each.share is not None:
            told.setdefault(key_of(each), []).append(each)
    touching: dict[Key, list[Change]] = {key: [] for key, rows in told.items() if not _all_count(rows, selection)}
    for change in changes:
        for key in dict.fromkeys(_keys_of(change)):
            touching.setdefault(key, []).append(change)
    # What passes of a good between two is an exchange, and needs no whole to be told of.
    asked = {whole_of(each.subject) for each in changes if isinstance(each, Fix | Test) and not subjects_of(each)}
    for key in sorted(key for key in touching if key in told or key in asked):
        rows, own = told.get(key, []), touching[key]
        measure = _measure(own, key)
        before = whole(key, rows, changes=own, measure=measure)
        after = whole(key, [row for row in rows if counts(row, selection)], changes=own, measure=measure)
        effect = effect_of(own, key, measure=after.measure)
        yield Case(before=before, after=after, effect=effect, told=tuple(rows))


def _all_count(rows: Iterable[Dependence], selection: Selection) -> bool:
    return all(counts(row, selection) for row in rows)


def whole_of(subject: Subject) -> Key:
    """The whole that the subject is, or is a part of."""
    return Key(subject.of, subject.topic)


def _keys_of(change: Change) -> Iterator[Key]:
    """The wholes that the change belongs to; the commerce of two is a part of that of either."""
    if isinstance(change, Choose):
        return
    subject = change.subject
    if isinstance(change, Fix | Test):
        yield whole_of(subject)
        if subject.topic == TRADE and subject.partner is not None and not subject.is_share:
            yield Key(subject.partner, TRADE)
        return
    ends = [subject.of, subject.partner or "", *([change.supplier] if isinstance(change, Replace) else [])]
    for key in (Key(end, topic) for end in ends for topic in {*COMMERCE, subject.topic}):
        if touches(change, key):
            yield key


def _measure(changes: Iterable[Change], key: Key) -> Measure | None:
    """How the changes count the whole: as the first that adds to it, or asks for its size."""
    for change in changes:
        volume: Volume | None = None
        if isinstance(change, Add | Alter) and touches(change, key):
            volume = change.volume if isinstance(change, Add) else change.to
        elif isinstance(change, Test) and not change.subject.is_share and whole_of(change.subject) == key:
            volume = change.volume
        if volume is not None and (is_money(volume.unit) or key.topic not in COMMERCE):
            return measure_of(volume)
    return None
