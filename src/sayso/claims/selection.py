"""Drafts of one sentence in, those that are claims of their own out."""

from collections.abc import Sequence

from sayso.claims.drafts import Draft
from sayso.claims.events.triggers import particle
from sayso.claims.numbers.shares import shares
from sayso.claims.trees import Tree, relation
from sayso.lang.grammar import grammar


def select(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts without those that say what another says: a light verb and its noun, a word inside a longer entry."""
    return tuple(
        draft for draft in drafts if not any(_says_less(draft, other) for other in drafts if other is not draft)
    )


def _says_less(draft: Draft, other: Draft) -> bool:
    if draft.tree is not other.tree:
        return False
    first, end = other.trigger.words
    if first <= draft.head < end and draft.head != other.head:
        return True
    if draft.frame.kind is not other.frame.kind:
        return False
    if relation(draft.tree, draft.head) == "conj" and draft.tree.words[draft.head].head == other.head:
        return draft.tree.words[draft.head].upos == "NOUN" and all(role.is_lent for role in draft.roles)
    return _is_light_for(draft, other) or _is_object_of(draft, other) or _is_whole_of(draft, other)


def _is_light_for(draft: Draft, other: Draft) -> bool:
    """Whether the draft's verb only carries the other's noun: "imposed" for "sanctions".

    An entry of both words, "impose sanctions", is the longer of the two and carries nothing but itself. A noun that
    leaves open who takes part, where the verb says it, is what the verb is about: "provided masks during training".
    """
    if other.head in draft.trigger.parts or (other.is_open and not draft.is_open):
        return False
    tree, rules = draft.tree, grammar(draft.tree.language)
    if not _is_taken(tree, other.head, draft.head, ("obj", "nsubj", "obl")):
        return False
    return particle(tree, draft.head) in rules.light


def _is_taken(tree: Tree, noun: int, verb: int, links: Sequence[str]) -> bool:
    """Whether a noun hangs on a verb, or the verb's clause on the noun: "the deal that they signed"."""
    if tree.words[noun].head == verb:
        return relation(tree, noun) in links
    return tree.words[verb].head == noun and relation(tree, verb) == "acl"


def _is_object_of(draft: Draft, other: Draft) -> bool:
    """Whether the draft's noun is what the other's full verb is about: "deal" under "signed"."""
    tree, rules = draft.tree, grammar(draft.tree.language)
    if not _is_taken(tree, draft.head, other.head, ("obj", "obl", "nsubj", "nmod")):
        return False
    is_full = particle(tree, other.head) not in rules.light or (draft.is_open and not other.is_open)
    return is_full and tree.words[draft.head].upos == "NOUN"


def _is_whole_of(draft: Draft, other: Draft) -> bool:
    """Whether the draft's noun only says what the other's share is a part of: "2 % of their trade"."""
    if other.frame.whole is None or other.is_open:
        return False
    return any(each.governor == other.head and each.whole == draft.head for each in shares(draft.tree))
