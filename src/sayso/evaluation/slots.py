"""Two marked claims in, whether they may be the same and which of their slots agree out.

Rules and figures are those of the scorer of the contract, `gold.py`; a change here changes what a score means.
"""

from collections import Counter
from collections.abc import Mapping

from sayso.evaluation.marks import Mark, Range
from sayso.vocab.frames import kinds

_NOT_PARTIES = frozenset(("good", "matter", "weapon", "force", "effect"))
"""Roles whose filler is a thing or a matter; they are compared by no slot."""

_NAMES_WHOLE = frozenset(("org", "person"))
"""First parts of actor ids that must agree to the end; for others, states and bodies, the first part is enough."""

_NEAR_EVIDENCE = 0.5
"""Overlap of evidence (Jaccard on code points) from which claims that share an actor may match; part of the measure."""

_Actors = list[str | None]


def may_match(found: Mark, wanted: Mark) -> bool:
    """Whether both are of one kind and at one place: triggers overlap, or evidence does and they share an actor."""
    if found.kind != wanted.kind:
        return False
    if overlap(found.trigger, wanted.trigger):
        return True
    return _jaccard(found.evidence, wanted.evidence) >= _NEAR_EVIDENCE and any(
        _is_same_actor(mine, yours) for mine in _named(found) for yours in _named(wanted)
    )


def compare(found: Mark, wanted: Mark) -> Mapping[str, bool]:
    """Each slot that either of them fills, with whether they agree in it."""
    slots: dict[str, bool] = {}
    doers, counterparts = _agreement(found, wanted)
    (our_doers, our_others), (their_doers, their_others) = _parties(found), _parties(wanted)
    if any(our_doers) or any(their_doers):
        slots["doer"] = doers
    if any(our_others) or any(their_others):
        slots["counterpart"] = counterparts
    slots["modality"] = _merged(found.modality) == _merged(wanted.modality)
    slots["modality_exact"] = found.modality == wanted.modality
    slots["polarity"] = found.polarity == wanted.polarity
    slots["certainty"] = found.certainty == wanted.certainty
    slots["attributed"] = found.is_attributed == wanted.is_attributed
    if found.is_attributed or wanted.is_attributed:
        slots["source"] = _has_same_source(found, wanted)
    if found.quantities or wanted.quantities:
        slots["quantity"] = Counter(found.quantities) == Counter(wanted.quantities)
    if found.occurred or wanted.occurred:
        slots["occurred"] = found.occurred == wanted.occurred
    return slots


def overlap(one: Range, other: Range) -> int:
    """The number of code points that two ranges share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _jaccard(one: Range, other: Range) -> float:
    shared = overlap(one, other)
    whole = one[1] - one[0] + other[1] - other[0] - shared
    return shared / whole if whole else 0.0


def _merged(modality: str) -> str:
    """Done and under way count as one; the slot `modality_exact` keeps them apart."""
    return "done" if modality == "ongoing" else modality


def _has_same_source(found: Mark, wanted: Mark) -> bool:
    if found.source and wanted.source:
        return overlap(found.source, wanted.source) > 0
    return found.is_attributed and wanted.is_attributed and found.source is None and wanted.source is None


def _named(mark: Mark) -> set[str]:
    return {part.actor for part in mark.parts if part.actor}


def _is_same_actor(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return one == other
    first, second = one.split("/")[0], other.split("/")[0]
    if first in _NAMES_WHOLE or second in _NAMES_WHOLE:
        return one == other
    return first == second


def _parties(mark: Mark) -> tuple[_Actors, _Actors]:
    """The actors of the first role that is a party's, and those of all other such roles."""
    parts = [part for part in mark.parts if part.role not in _NOT_PARTIES]
    first = parts[0].role if parts else None
    doers: _Actors = [part.actor for part in parts if part.role == first]
    return doers, [part.actor for part in parts if part.role != first]


def _are_same_actors(ours: _Actors, theirs: _Actors) -> bool:
    """Whether both name the same actors in any order; an unidentified one is nobody."""
    mine, yours = [each for each in ours if each], [each for each in theirs if each]
    return (
        len(mine) == len(yours)
        and all(any(_is_same_actor(one, other) for other in yours) for one in mine)
        and all(any(_is_same_actor(one, other) for one in mine) for other in yours)
    )


def _agreement(found: Mark, wanted: Mark) -> tuple[bool, bool]:
    """Whether doers and counterparts agree; in the symmetric kinds they may change places."""
    (our_doers, our_others), (their_doers, their_others) = _parties(found), _parties(wanted)
    straight = _are_same_actors(our_doers, their_doers), _are_same_actors(our_others, their_others)
    may_change = kinds()[wanted.kind].symmetric and not all(straight)
    if may_change and _are_same_actors(our_doers + our_others, their_doers + their_others):
        return True, True
    return straight
