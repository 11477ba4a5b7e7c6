"""A telling in, what is compared of it, worked out once, out."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from sayso.claims.numbers.edtf import bounds
from sayso.claims.rules import meant_by
from sayso.corroboration.records import Telling
from sayso.records import Claim
from sayso.vocab.actors import owner
from sayso.vocab.frames import Frame, frames, kinds

_THINGS = frozenset({"good", "matter", "weapon", "force"})
"""Roles whose filler is a thing; who gives it or is meant by it is another role."""

_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()

_STANDS = frozenset({"done", "ongoing"})
_COMES = frozenset({"planned", "promised", "threatened"})

_CLASSES = {
    **dict.fromkeys(_STANDS, "stands"),
    **dict.fromkeys(_COMES, "comes"),
    "wanted": "wanted",
    "feared": "feared",
    "hypothetical": "hypothetical",
    "possible": "possible",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A quantity as it is compared: inclusive bounds, None for an open side."""

    unit: str | None
    low: Decimal | None
    high: Decimal | None

    @property
    def bounds(self) -> frozenset[Decimal]:
        """The sides that are given."""
        return frozenset(side for side in (self.low, self.high) if side is not None)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class View:
    """What is compared of a telling.

    `doers` and `others` are owners (see `owner`); `things` are categories of goods and effects; days are ordinals,
    the second of a pair exclusive; `vector` is of unit length, None where unknown.
    """

    telling: Telling
    kind: str
    sense: str | None
    doers: frozenset[str]
    others: frozenset[str]
    things: frozenset[str]
    amounts: tuple[Amount, ...]
    occurred: tuple[int, int] | None
    published: int | None
    place: str | None
    country: str | None
    sources: frozenset[str]
    presented: str
    vector: "NDArray[np.float32] | None"

    @property
    def parties(self) -> frozenset[str]:
        """Everybody who takes part."""
        return self.doers | self.others


def view(telling: Telling) -> View:
    """The telling as it is compared."""
    claim, event = telling.claim, telling.claim.event
    sides = sides_of(claim)
    return View(
        telling=telling,
        kind=event.kind,
        sense=sense_of(claim),
        doers=sides.doers,
        others=sides.others,
        things=frozenset(each for role in event.roles for each in (role.good, role.effect) if each),
        amounts=tuple(Amount(unit=each.unit, low=each.low, high=each.high) for each in event.quantities),
        occurred=days_of(claim),
        published=day(claim.published),
        place=event.place.name.casefold() if event.place else None,
        country=event.place.country if event.place else None,
        sources=frozenset(owner(link.actor) for link in claim.attribution if link.actor),
        presented=presented(claim),
        vector=unit_vector(telling.statement.vector if telling.statement else b""),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Who does something, and who else takes part: owners, as in a `View`."""

    doers: frozenset[str]
    others: frozenset[str]


def sides_of(claim: Claim) -> Sides:
    """Who does what the claim tells, and who else takes part. Who is only meant is no sign of a matter."""
    event, meant = claim.event, meant_by(claim.provenance.rule)
    doing = kinds()[event.kind].doer if event.kind in kinds() else None
    named = [role for role in event.roles if role.actor is not None and role.role not in _THINGS | meant]
    return Sides(
        doers=frozenset(owner(role.actor) for role in named if role.actor and role.role == doing),
        others=frozenset(owner(role.actor) for role in named if role.actor and role.role != doing),
    )


def days_of(claim: Claim) -> tuple[int, int] | None:
    """The first day of the event and the first after it, as ordinals; None where no date is stated."""
    return _days(claim.event.occurred.edtf) if claim.event.occurred else None


def presented(claim: Claim) -> str:
    """The class of modalities that the claim's is of: what is done and what goes on are one."""
    return _CLASSES.get(claim.modality, claim.modality)


def frame_of(claim: Claim) -> Frame | None:
    """The frame that made a claim, by its rule; None for a claim that none of ours made."""
    return frames().get(claim.provenance.rule.partition(":")[0])


def sense_of(claim: Claim) -> str | None:
    """Which of the things that its kind covers a claim is about: `wounded`; None where the kind has but one."""
    frame = frame_of(claim)
    return None if frame is None else frame.sense


def unit_vector(signed: bytes) -> "NDArray[np.float32] | None":
    """An embedding as numbers, of length 1; None where there is none."""
    numbers = np.frombuffer(signed, dtype=np.int8).astype(np.float32)
    length = float(np.linalg.norm(numbers))
    return numbers / length if length else None


def day(published: str | None) -> int | None:
    """The first day of a date as an ordinal; None where there is no date."""
    found = _days(published) if published else None
    return found[0] if found else None


def _days(edtf: str) -> tuple[int, int] | None:
    """First day, and first day after, as ordinals; open sides reach as far as the calendar."""
    found = bounds(edtf)
    if found is None:
        return None
    first = date.fromisoformat(found.first).toordinal() if found.first else _FIRST_DAY
    until = date.fromisoformat(found.until).toordinal() if found.until else _LAST_DAY
    return first, until
