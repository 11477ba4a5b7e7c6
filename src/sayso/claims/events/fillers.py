"""Roles as they were filled in, the same with each party once and on the side where it stands out."""

from dataclasses import dataclass, replace

from sayso.vocab.frames import Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A role with the word that fills it; `words` is None where the party is only implied."""

    role: str
    actor: str | None
    word: int | None
    words: tuple[int, int] | None
    is_lent: bool = False
    good: str | None = None
    effect: str | None = None
    meant: float | None = None
    """How likely the actor is meant, 0 to 1, where no word says who it is; None where one does."""


def between_two(frame: Frame, roles: list[Filled]) -> list[Filled]:
    """Nobody condemns, asks or meets himself: a counterpart that is the doer again was misread, and stays open."""
    if any(filler != "party" for _, filler in frame.kind.roles[:2]):
        return roles
    doer = frame.kind.doer
    doers = {role.actor for role in roles if role.role == doer and role.actor is not None}
    return [replace(role, actor=None) if role.role != doer and role.actor in doers else role for role in roles]


def distinct(filled: list[Filled]) -> list[Filled]:
    """Things of one state once: "American workers, farmers and businesses" are American."""
    kept: dict[str, Filled] = {}
    for number, role in enumerate(filled):
        kept.setdefault(role.actor.partition("/")[0] if role.actor is not None else str(number), role)
    return list(kept.values())


def whole_parties(filled: list[Filled]) -> list[Filled]:
    """Parties without a state that stands right beside one of its own: "U.S. President" is one party.

    Who was found by two words of one name, "North Korean", is one too.
    """
    once: dict[tuple[str | None, tuple[int, int] | None, int | None], Filled] = {}
    for role in filled:
        once.setdefault((role.actor, role.words, role.word if role.actor is None else None), role)
    kept: list[Filled] = []
    for role in once.values():
        if not any(_is_apposed(role, other) for other in kept):
            kept.append(role)
    return [
        role
        for role in kept
        if not any(
            role.actor is not None
            and other.actor is not None
            and other.actor.startswith(f"{role.actor}/")
            and role.words is not None
            and other.words is not None
            and 0 <= other.words[0] - role.words[1] <= 1
            for other in filled
        )
    ]


def _is_apposed(role: Filled, other: Filled) -> bool:
    """Whether two words stand for one party side by side, a title and the name behind it."""
    if role.actor is None or role.actor != other.actor or role.words is None or other.words is None:
        return False
    return 0 <= role.words[0] - other.words[1] <= 1


def mutual(frame: Frame, roles: list[Filled]) -> list[Filled]:
    """What is done to each other: of several doers without a counterpart the first stays doer, the others are it."""
    if not (frame.kind.symmetric and frame.reciprocal) or frame.whole is not None or len(frame.kind.roles) < 2:
        return roles
    doer, counterpart = frame.kind.roles[0][0], frame.kind.roles[1][0]
    doers = [role for role in roles if role.role == doer]
    if any(role.role == counterpart for role in roles):
        if doers:
            return roles
        others = [role for role in roles if role.role == counterpart]
        if len(others) < 2:
            return roles
        first = others[0]
    elif len(doers) > 1:
        first = doers[0]
    else:
        return roles
    return [
        replace(role, role=doer if role is first else counterpart) if role.role in (doer, counterpart) else role
        for role in roles
    ]
