"""A draft in, the roles of parties in it that nobody identified fills, out."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.claims.drafts import Draft
from sayso.claims.events.fillers import Filled
from sayso.claims.events.roles import takes_sides
from sayso.vocab.actors import owner
from sayso.vocab.frames import Kind

DOER, OTHER = "doer", "other"
"""The two sides of an event; on the other side stands whoever fills a role that is not the doer's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A side of a draft on which nobody is identified."""

    draft: Draft
    side: str
    role: str
    """What a party that is found there will fill."""
    fillers: tuple[Filled, ...]
    """Words that fill the side and mean nobody we know: "the bloc", "continued pressure"."""
    known: frozenset[str]
    """Who stands on the other side (`owner`)."""


def openings(draft: Draft) -> Iterator[Opening]:
    """The sides of a draft that are open, the doer's first; none where people named for somebody stand on one."""
    kind = draft.frame.kind
    by_side: dict[str, list[Filled]] = {DOER: [], OTHER: []}
    for filled in draft.roles:
        if filled.role == kind.doer or kind.filler(filled.role) != "thing":
            by_side[side_of(filled, kind)].append(filled)
    if any(_is_others(draft, role) for role in draft.roles):
        return
    for side, role in ((DOER, kind.doer), (OTHER, _second(kind))):
        if role is None or any(each.actor is not None for each in by_side[side]):
            continue
        across = by_side[OTHER if side == DOER else DOER]
        yield Opening(
            draft=draft,
            side=side,
            role=role,
            fillers=tuple(each for each in by_side[side] if each.word is not None),
            known=frozenset(owner(each.actor) for each in across if each.actor is not None),
        )


def _is_others(draft: Draft, filled: Filled) -> bool:
    """Whether a word means people who are nobody near: "opponents of Russia"."""
    return filled.word is not None and takes_sides(draft.tree, filled.word)


def side_of(role: Filled, kind: Kind) -> str:
    """The side of the event on which a role stands."""
    return DOER if role.role == kind.doer else OTHER


def _second(kind: Kind) -> str | None:
    """The first role after the doer's that a party may fill."""
    return next((name for name, filler in kind.roles[1:] if filler != "thing"), None)
