"""Two views of tellings in, a `Join` with its evidence when they tell of the same matter, out.

The score is a sum of weighted signs, as in the linkage of records (Fellegi and Sunter 1969): each sign has a value
from `signs.py`, each weight is the change of the log odds that it brings. A join says which signs decided it.
"""

from collections.abc import Iterable, Iterator

from sayso.corroboration.joining.signs import SIGNS, near_kinds
from sayso.corroboration.joining.views import View
from sayso.corroboration.records import Evidence, Join

THRESHOLD = 0.0
"""Score from which two tellings are joined."""

_PRIOR = -6.5
"""Score of two tellings with a party in common and nothing else to go by: the log odds are -7.4, and pairs that tell
the same without being in a matter of the set count as wrong there. Every .5 less costs a sixth of what is found and
halves the joins of different occasions (one in two pairs of documents of one speaker)."""


_COPIED = Evidence(name="same passage", weight=5.0, said="both stand in a passage that the documents share")
"""What a shared passage adds: the two sentences are one, so only another event in it speaks against."""


def join(one: View, other: View, *, is_copied: bool = False) -> Join | None:
    """The two tellings as one matter, with the evidence; None when they tell of different things.

    `is_copied` says that their sentences stand in a passage that the documents share. It makes no difference which
    telling comes first.
    """
    if not comparable(one, other):
        return None
    values = [sign.value(one, other) for sign in SIGNS]
    score = _PRIOR + sum(value * sign.weight for value, sign in zip(values, SIGNS, strict=True))
    score += _COPIED.weight if is_copied else 0.0
    if score < THRESHOLD:
        return None
    first, second = sorted((one.telling.claim.id, other.telling.claim.id))
    evidence = tuple(_evidence(values))
    return Join(
        claim_id=first,
        other_id=second,
        score=round(score, 3),
        evidence=(*evidence, _COPIED) if is_copied else evidence,
    )


def comparable(one: View, other: View) -> bool:
    """Whether the two may tell of one matter: one kind in one sense, or kinds that are near, and a party in common.

    Two claims of one sentence are never one: the reader has told them apart.
    """
    return (
        (one.sense == other.sense if one.kind == other.kind else near_kinds(one.kind, other.kind))
        and (not one.parties or not other.parties or bool(one.parties & other.parties))
        and not _is_same_place(one, other)
    )


def values(one: View, other: View) -> dict[str, float]:
    """The value of each sign, by its name: what the weights are fitted to."""
    return {sign.name: sign.value(one, other) for sign in SIGNS}


def _evidence(found: Iterable[float]) -> Iterator[Evidence]:
    for value, sign in zip(found, SIGNS, strict=True):
        if value:
            yield Evidence(name=sign.name, weight=round(value * sign.weight, 3), said=f"{value:.2g}")


def _is_same_place(one: View, other: View) -> bool:
    """Whether both stand in one sentence, or on the same words where the sentences are unknown."""
    mine, yours = one.telling, other.telling
    if mine.claim.document_id != yours.claim.document_id:
        return False
    if mine.statement is not None and yours.statement is not None:
        return mine.statement.span == yours.statement.span
    first, second = mine.claim.event.trigger, yours.claim.event.trigger
    return first.start < second.end and second.start < first.end
