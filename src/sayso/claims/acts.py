"""The drafts of one sentence in, the same with nobody answering for what was done to him out.

"The invasion of Ukraine hurt Europe" is no harm that Ukraine does, and who condemns that invasion condemns its doer.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.claims.drafts import HARMFUL, Draft
from sayso.claims.events.fillers import Filled
from sayso.claims.trees import ancestors

JUDGING = frozenset({"oppose", "protest", "support"})
"""Kinds whose target is whoever did the act that they are about."""


def answered(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, where whoever an act stands for in a role is its doer, or nobody."""
    return tuple(_answered(draft, list(_acts_in(draft, drafts))) for draft in drafts)


def suffered(draft: Draft, acts: Iterable[Draft]) -> frozenset[str]:
    """Who suffers or gets what the draft is about, and so does not answer for it."""
    return frozenset(role.actor for act in _acts_in(draft, acts) for role in _others(act) if role.actor is not None)


def _acts_in(draft: Draft, acts: Iterable[Draft]) -> Iterator[Draft]:
    """The acts that stand in the roles of a draft, of which it blames or praises the doer."""
    words = {role.word for role in draft.roles}
    if draft.frame.kind.name in JUDGING:
        words.update(draft.tree.children[draft.head])  # "protested against the deportation"
    for act in acts:
        is_between = act.frame.kind.symmetric and act.frame.kind.name != "fight"
        is_judged = draft.frame.kind.name != "support" or act.frame.kind.name in HARMFUL
        is_other = act.head in words and act.head not in (draft.head, *draft.trigger.parts)
        if is_other and is_judged and not is_between and not _is_own(draft, act):
            yield act


def _is_own(draft: Draft, act: Draft) -> bool:
    """Whether a clause tells what the doer himself does or not: "refused to arm Ukraine"."""
    return act.tree.words[act.head].upos == "VERB" and bool(draft.doers & act.doers)


def _doers(act: Draft) -> list[Filled]:
    """Who is said to do an act."""
    return [role for role in act.roles if role.role == _agent(act) and role.actor is not None]


def _agent(act: Draft) -> str:
    """The role of who does an act; the first one of casualties is who suffers it."""
    first = act.frame.kind.doer
    return "perpetrator" if first == "victim" else first


def _others(act: Draft) -> Iterator[Filled]:
    kind = act.frame.kind
    doers = {role.actor for role in _doers(act)}
    for role in act.roles:
        if role.role != _agent(act) and kind.filler(role.role) != "thing" and role.actor not in doers:
            yield role


def _answered(draft: Draft, acts: Sequence[Draft]) -> Draft:
    kind = draft.frame.kind
    answering = {kind.doer, "target"} if kind.name in JUDGING else {kind.doer}
    for act in acts:
        others = tuple(_others(act))
        wrong = [
            role
            for role in draft.roles
            if role.role in answering and _is_below(act, role) and any(_is_same(role, other, act) for other in others)
        ]
        if wrong:
            draft = replace(draft, roles=tuple(_without(draft, wrong, act)))
    return draft


def _is_same(role: Filled, other: Filled, act: Draft) -> bool:
    """Whether a role is filled by the party of another, by its words or by those of the whole act."""
    if role.actor != other.actor or role.word is None:
        return False
    inside = other.words is not None and other.words[0] <= role.word < other.words[1]
    return inside or role.word in (other.word, act.head)


def _is_below(act: Draft, role: Filled) -> bool:
    return role.word is not None and act.head in (role.word, *ancestors(act.tree, role.word))


def _without(draft: Draft, wrong: Sequence[Filled], act: Draft) -> Iterator[Filled]:
    """The roles with the act's doers in the place of who is wrong, or with its words alone where it stood there."""
    doers = [role for role in _doers(act) if role.actor not in draft.doers]
    for role in draft.roles:
        if role not in wrong:
            yield role
        elif doers:
            yield from (replace(doer, role=role.role) for doer in doers) if role is wrong[0] else ()
        elif role.word == act.head:
            yield replace(role, actor=None)
