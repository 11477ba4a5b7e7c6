"""Drafts of a whole document in, the same with the parties that only the context names, out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.claims.drafts import Draft
from sayso.claims.events.fillers import Filled

NEAR = 6
"""Sentences back within which "the talks" may be those last spoken of; beyond it a party is not supplied."""

RETOLD = 15
"""Sentences back within which a bare noun means the event last called by it."""

MUTUAL = frozenset({"meet", "agree", "relation", "sanction"})
"""Kinds whose missing side is the one that the text last named beside the side it does name."""

SPOKEN_OF = frozenset({"meet"})
"""Kinds of which both sides may be supplied: "the talks" are those last told of. On 29 annotated texts, those of a bare
agreement ("peace") were never those of the one before, and of a bare relation ("ties", "tensions") in 2 of 15."""


BETWEEN = frozenset({"oppose", "relation", "support"})
"""Kinds that are nothing without a party or a matter: "the dispute", "critics". In 29 annotated texts 4 of 23 such
nouns were claims; of attacks, drills and sanctions that name nobody more than half were."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two parties that a sentence told something of together."""

    sentence: int
    kind: str
    first: str
    second: str


def complete(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts in order, with the parties that the text before supplies; open ones it does not close are left out.

    A supplied party has no span, as the contract asks of one that is only implied.
    """
    pairs: list[_Pair] = []
    told: dict[tuple[str, str], Draft] = {}
    kept: list[Draft] = []
    for draft in drafts:
        full = _aimed(_completed(_retold(_shared(draft, drafts), told), pairs), drafts, told)
        if full.is_open and full.frame.needs and (full.frame.whole or not any(role.actor for role in full.roles)):
            continue
        if full.is_open and full.frame.kind.name in BETWEEN and all(role.word is None for role in full.roles):
            continue
        kept.append(full)
        pair = _pair(full)
        if pair is not None:
            pairs.append(pair)
        if any(role.actor for role in full.roles):
            told[full.frame.kind.name, full.tree.lemmas[full.head]] = full
    return tuple(kept)


def _retold(draft: Draft, told: Mapping[tuple[str, str], Draft]) -> Draft:
    """A noun that names nobody, with the parties of the event last called by it: "the test", "these sanctions"."""
    if not draft.is_open:
        return draft
    before = told.get((draft.frame.kind.name, draft.tree.lemmas[draft.head]))
    if before is None or draft.tree.index - before.tree.index > RETOLD:
        return draft
    roles = {role.role for role in draft.roles if role.word is not None}
    supplied = [(role.role, role.actor) for role in before.roles if role.actor is not None and role.role not in roles]
    return _with(draft, *((role, actor) for role, actor in supplied if actor is not None))


def _shared(draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """A share without its whole, with that of the share told beside it: "while Japan accounts for a third".

    The other stands in the same sentence or the one before, and is the nearest.
    """
    if not draft.is_open or draft.frame.whole is None:
        return draft
    beside = [each for each in drafts if each.frame is draft.frame and not each.is_open and _is_beside(each, draft)]
    if not beside:
        return draft
    nearest = min(beside, key=lambda each: (each.tree is not draft.tree, abs(each.head - draft.head)))
    doer, counterpart = draft.frame.kind.roles[0][0], draft.frame.kind.roles[1][0]
    told = {role.role for role in draft.roles if role.role != doer}
    supplied = [role for role in nearest.roles if role.role not in told and role.role != counterpart]
    if nearest.tree is not draft.tree:
        supplied = [replace(role, word=None, words=None) for role in supplied]
    order = {role: number for number, (role, _) in enumerate(draft.frame.kind.roles)}
    roles = (*supplied, *(role for role in draft.roles if role.role in told))
    return replace(
        draft, roles=tuple(sorted(roles, key=lambda role: order[role.role])), is_open=False, whole=nearest.whole
    )


def _is_beside(other: Draft, draft: Draft) -> bool:
    return 0 <= draft.tree.index - other.tree.index <= 1


def _aimed(draft: Draft, drafts: Sequence[Draft], told: Mapping[tuple[str, str], Draft]) -> Draft:
    """Who condemns an act condemns its doer: the target of "condemned the test" is who made the test."""
    if draft.frame.kind.name != "oppose" or any(role.role == "target" for role in draft.roles):
        return draft
    matters = [role.word for role in draft.roles if role.role == "matter" and role.word is not None]
    for word in matters:
        act = next((each for each in drafts if each.tree is draft.tree and each.head == word), None)
        if act is None or not act.doers:
            act = next((each for (_, noun), each in told.items() if noun == draft.tree.lemmas[word]), None)
        if act is not None and len(act.doers) == 1 and not act.doers & draft.doers:
            return _with(draft, ("target", next(iter(act.doers))))
    return draft


def _completed(draft: Draft, pairs: Sequence[_Pair]) -> Draft:
    kind = draft.frame.kind
    if kind.name not in MUTUAL or (kind.name == "agree" and draft.tree.words[draft.head].upos != "NOUN"):
        return draft  # one may give in or comply without a partner
    doer, counterpart = kind.roles[0][0], kind.roles[1][0]
    doers = [role for role in draft.roles if role.role == doer]
    counterparts = [role for role in draft.roles if role.role == counterpart]
    known = [role for role in (*doers, *counterparts) if role.actor is not None]
    if (doers and counterparts) or len(known) > 1:
        return draft
    near = [pair for pair in reversed(pairs) if 0 <= draft.tree.index - pair.sentence <= NEAR]
    if not known:
        pair = next((pair for pair in near if pair.kind == kind.name), None)
        if pair is None or kind.name not in SPOKEN_OF:
            return draft
        return _with(draft, (doer, pair.first), (counterpart, pair.second))
    own = known[0]
    other = next((found for pair in near if (found := _other(pair, own.actor)) is not None), None)
    if other is None:
        return draft
    return _with(draft, (counterpart if own.role == doer else doer, other))


def _other(pair: _Pair, actor: str | None) -> str | None:
    """The other side of a pair, when this actor or its state is one side."""
    state = (actor or "").partition("/")[0]
    if pair.first.partition("/")[0] == state:
        return pair.second
    return pair.first if pair.second.partition("/")[0] == state else None


def _with(draft: Draft, *supplied: tuple[str, str]) -> Draft:
    named = [role for role in draft.roles if not (role.actor is None and role.role in dict(supplied))]
    roles = [*named, *(Filled(role=role, actor=actor, word=None, words=None) for role, actor in supplied)]
    order = {role: number for number, (role, _) in enumerate(draft.frame.kind.roles)}
    return replace(draft, roles=tuple(sorted(roles, key=lambda role: order[role.role])))


def _pair(draft: Draft) -> _Pair | None:
    """The two parties of a draft, where the sentence itself names exactly two of different states.

    What was supplied supplies nothing in its turn: a guess must not travel through the text.
    """
    actors = [role.actor for role in draft.roles if role.actor is not None and role.words is not None]
    if any(role.actor is not None and role.words is None for role in draft.roles):
        return None
    if len(actors) != 2 or actors[0].partition("/")[0] == actors[1].partition("/")[0]:
        return None
    return _Pair(draft.tree.index, draft.frame.kind.name, actors[0], actors[1])
