"""The changes and a whole in, what they do to the parts of it, and what cannot be counted, out."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sayso.corroboration.intervals import Interval
from sayso.system.arithmetic import NOTHING, positive, scaled, total
from sayso.system.scenarios.amounts import yearly
from sayso.system.scenarios.keys import (
    COMMERCE,
    EXPORTS,
    IMPORTS,
    MONEY,
    TRADE,
    Key,
    Measure,
    is_within,
    measure_of,
    partner_of,
)
from sayso.system.scenarios.records import Add, Alter, Change, Cut, Replace, Subject, Volume
from sayso.system.scenarios.wording import format_subject, format_volume
from sayso.vocab.units import units

UNCOUNTED = Interval(low=Decimal(0), high=None)
"""Something more, of a size that cannot be compared with the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What the changes do to a whole.

    `moved` holds for each partner whose part is changed who has it afterwards, and what multiple of it: nobody after a
    cut. `added` is what comes on top, by partner. `notes` say what could not be counted, `unknown` what would have to
    be known of it. `least` and `most` are the sums of all that is added, `boundless` those whose high bound is open.
    """

    moved: Mapping[str, Mapping[str, Decimal]]
    added: Mapping[str, Interval]
    notes: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(0)
    boundless: frozenset[str] = frozenset()

    @property
    def partners(self) -> frozenset[str]:
        """All whose part is changed or added to."""
        return frozenset({*self.moved, *self.added, *(to for kept in self.moved.values() for to in kept)})


UNCHANGED = Effect(moved={}, added={})
"""What no change does."""


def is_money(unit: str) -> bool:
    """Whether the unit is a currency."""
    found = units().get(unit)
    return found is not None and found.kind == "currency"


def touches(change: Change, key: Key) -> bool:
    """Whether the change adds to the whole, or changes a part of it.

    Whatever is paid, or valued in money, is commerce between the two. Goods are bought by the one who receives them;
    whether money is a payment for them, or a gift, is not said. A change of the commerce between two leaves open how
    much of it was bought and how much sold, unless all of it is cut.
    """
    if isinstance(change, Add) and key.topic in COMMERCE and is_money(change.volume.unit):
        receives = change.subject.of == key.of
        sells = change.subject.partner == key.of
        if key.topic == TRADE:
            return receives or sells
        return change.subject.topic != MONEY and (receives if key.topic == IMPORTS else sells)
    if isinstance(change, Add | Cut | Alter | Replace):
        if isinstance(change, Cut) and change.subject.topic == TRADE and key.topic in COMMERCE:
            return key.of in (change.subject.of, change.subject.partner)
        is_new_supplier = isinstance(change, Replace) and change.supplier == key.of and key.topic == TRADE
        return is_within(change.subject, key) or (is_new_supplier and change.subject.topic == TRADE)
    return False


def effect_of(changes: Iterable[Change], key: Key, *, measure: Measure | None) -> Effect:
    """What the changes do to the whole, one after the other; `measure` is how the whole is counted."""
    found = _Working(key, measure)
    for change in changes:
        if touches(change, key):
            found.apply(change)
    added = {each: interval for each, interval in found.added.items() if interval != NOTHING}
    return Effect(
        moved={each: kept for each, kept in found.moved.items() if kept != {each: Decimal(1)}},
        added=added,
        least=sum((each.low or Decimal(0) for each in added.values()), Decimal(0)),
        most=sum((each.high or Decimal(0) for each in added.values()), Decimal(0)),
        boundless=frozenset(partner for partner, each in added.items() if each.high is None),
        notes=tuple(dict.fromkeys(found.notes)),
        unknown=tuple(dict.fromkeys(found.unknown)),
    )


class _Working:
    """An effect while it is put together."""

    def __init__(self, key: Key, measure: Measure | None) -> None:
        self._key = key
        self._measure = measure
        self.moved: dict[str, dict[str, Decimal]] = {}
        self._holding: dict[str, set[str]] = {}
        """For each partner those whose parts it holds, whole or in part."""
        self.added: dict[str, Interval] = {}
        self.notes: list[str] = []
        self.unknown: list[str] = []

    def apply(self, change: Change) -> None:
        if isinstance(change, Add):
            self._add(partner_of(change.subject, self._key) or "", self._comparable(change.volume, change.subject))
        elif isinstance(change, Cut):
            self._scale(partner_of(change.subject, self._key) or "", Decimal(0))
        elif isinstance(change, Alter):
            partner = partner_of(change.subject, self._key) or ""
            self._scale(partner, Decimal(0) if change.by is None else 1 + change.by)
            if change.to is not None:
                self._add(partner, self._comparable(change.to, change.subject))
        elif isinstance(change, Replace):
            self._replace(change)

    def _replace(self, change: Replace) -> None:
        of, partner = change.subject.of, change.subject.partner or ""
        if self._key.of == of:
            self._move(partner, change.supplier)
        elif self._key.of == partner:
            self._scale(of, Decimal(0))
        else:  # the supplier, whose commerce grows by what is known as a part of another's whole alone
            self._add(of, UNCOUNTED)
            self.unknown.append(f"what {format_subject(change.subject)} comes to")

    def _comparable(self, volume: Volume, subject: Subject) -> Interval:
        """The amount in the measure of the whole; one in another measure as any amount."""
        if measure_of(volume) == self._measure:
            return positive(yearly(volume))  # "up to 2 bn" is nothing at least
        told, whole = f"{format_volume(volume)} {format_subject(subject)}", f"{self._key.of} {self._key.topic}"
        if self._measure is None or volume.unit != self._measure.unit:
            unit = "money" if self._measure is None else self._measure.unit
            self.unknown.append(f"what {told} comes to in {unit}")
            why = f"{volume.unit} is not converted to {unit}"
        else:
            self.unknown.append(f"over what time {whole if volume.over else told} is told")
            why = "one is a rate and the other is not"
        self.notes.append(f"{told} is counted in {whole} as any amount: {why}")
        return UNCOUNTED

    def _add(self, partner: str, amount: Interval) -> None:
        self.added[partner] = total([self.added.get(partner, NOTHING), amount])

    def _held_by(self, partner: str) -> set[str]:
        if partner not in self.moved:
            self.moved[partner] = {partner: Decimal(1)}
            self._holding.setdefault(partner, set()).add(partner)
        return self._holding.setdefault(partner, set())

    def _scale(self, partner: str, factor: Decimal) -> None:
        for owner in self._held_by(partner):
            self.moved[owner][partner] *= factor
            if not factor:
                del self.moved[owner][partner]
        if not factor:
            self._holding[partner] = set()
        self.added[partner] = scaled(self.added.get(partner, NOTHING), factor) if factor else NOTHING

    def _move(self, partner: str, to: str) -> None:
        for owner in self._held_by(partner):
            amount = self.moved[owner].pop(partner)
            self.moved[owner][to] = self.moved[owner].get(to, Decimal(0)) + amount
            self._holding.setdefault(to, set()).add(owner)
        self._holding[partner] = set()
        self._add(to, self.added.pop(partner, NOTHING))


def left_out(changes: Iterable[Change], wholes: Collection[Key]) -> Iterator[str]:
    """What is part of the dealings of a party and cannot be counted in its commerce, with the reason."""
    for change in changes:
        if not isinstance(change, Add | Cut | Alter | Replace):
            continue
        subject = change.subject
        is_mutual = subject.topic in (TRADE, MONEY)
        why = "it is not said how much of it is bought and how much sold" if is_mutual else "it is no sum of money"
        for party, topic in ((subject.of, IMPORTS), (subject.partner or "", EXPORTS)):
            for key in (Key(party, each) for each in (COMMERCE if is_mutual else (TRADE, topic))):
                if key in wholes and not touches(change, key):
                    yield f"{format_subject(subject)} is not counted in {key.of} {key.topic}: {why}"
