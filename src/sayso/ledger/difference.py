"""Two readings of one document in, what was added, removed and changed between them out."""

from collections import Counter
from collections.abc import Sequence

from sayso.ledger.answers import Change, Difference
from sayso.ledger.content import CONTENT_FIELDS, content, content_id
from sayso.records import Claim


def compare(document_id: str, *, before: Sequence[Claim], after: Sequence[Claim]) -> Difference:
    """The claims matched one to one: first those that say the same, then those at the same place.

    The same place means triggers that overlap. Among several the pair with the same id comes first, then with the same
    kind, then with the fewest fields that differ, then in the order of the text.
    """
    same = Counter(map(content_id, before)) & Counter(map(content_id, after))
    old, new = _without(before, same), _without(after, same)
    pairs = sorted(
        (
            (one.id != other.id, one.event.kind != other.event.kind, len(_differing(one, other)), i, j)
            for i, one in enumerate(old)
            for j, other in enumerate(new)
            if _overlap(one, other)
        ),
    )
    taken_old: dict[int, int] = {}
    taken_new: set[int] = set()
    for *_, i, j in pairs:
        if i not in taken_old and j not in taken_new:
            taken_old[i] = j
            taken_new.add(j)
    return Difference(
        document_id=document_id,
        added=tuple(claim for j, claim in enumerate(new) if j not in taken_new),
        removed=tuple(claim for i, claim in enumerate(old) if i not in taken_old),
        changed=tuple(
            Change(before=old[i], after=new[j], fields=_differing(old[i], new[j])) for i, j in sorted(taken_old.items())
        ),
        same=same.total(),
    )


def _without(claims: Sequence[Claim], same: Counter[str]) -> list[Claim]:
    """The claims that are left when as many of each content are taken away as `same` says."""
    taken, left = Counter(same), []
    for claim in claims:
        key = content_id(claim)
        taken[key] -= 1
        if taken[key] < 0:
            left.append(claim)
    return left


def _overlap(one: Claim, other: Claim) -> bool:
    first, second = one.event.trigger, other.event.trigger
    return first.start < second.end and second.start < first.end


def _differing(one: Claim, other: Claim) -> tuple[str, ...]:
    return tuple(
        name
        for name, before, after in zip(CONTENT_FIELDS, content(one), content(other), strict=True)
        if before != after
    )
