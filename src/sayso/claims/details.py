"""Drafts with the numbers, dates and parties of their text in, what each event takes of them out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.claims.actors.parties import Parties
from sayso.claims.drafts import Draft
from sayso.claims.events.government import functions_of
from sayso.claims.numbers.dates import Dated
from sayso.claims.numbers.quantities import Counted
from sayso.claims.trees import Tree, ancestors, children, span, top_of
from sayso.lang.grammar import grammar
from sayso.records import Document, Period, Place, Quantity
from sayso.vocab.units import units

TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
"""Units of durations: with shares the only numbers that measure an event rather than what stands in it."""

_LOCATIVE = frozenset({"in", "at", "on"})


def quantities_of(draft: Draft, counted: Sequence[Counted], *, heads: frozenset[int]) -> tuple[Quantity, ...]:
    """The quantities that count a role of the event, or that hang on its words nearer than on any other event's.

    `counted` are those of its sentence, `heads` the words of the tree that head some event.
    """
    found: list[Quantity] = []
    for each in counted:
        name = _counted_role(draft, each, heads)
        if name is not None:
            found.append(replace(each.quantity, of=_of(draft, each.quantity, name)))
    return tuple(found)


def _of(draft: Draft, quantity: Quantity, name: str) -> str:
    """What a number is of: the role that it counts; of a share in no role the whole, where the text says it."""
    if quantity.unit != "percent" or any(role.role == name for role in draft.roles):
        return name
    return draft.whole or quantity.of or name


def _counted_role(draft: Draft, counted: Counted, heads: frozenset[int]) -> str | None:
    tree = draft.tree
    inside = set(range(*counted.words))
    if counted.noun is not None:
        inside.add(counted.noun)
    sharing = Counter(role.word for role in draft.roles)
    for role in draft.roles:
        if role.word is None or role.is_lent or (sharing[role.word] > 1 and role.actor is not None):
            continue
        if role.word in inside or (role.words is not None and _belongs(tree, counted, role.words, role.word)):
            return role.role
    unit = counted.quantity.unit or ""
    is_money = unit in units() and units()[unit].kind == "currency"
    if unit not in TIME | {"percent"} and not is_money:
        return None
    following = counted.words[1] if counted.noun is None else max(counted.words[1], counted.noun + 1)
    if unit in TIME and following < len(tree.words) and tree.lemmas[following] in grammar(tree.language).reckoning:
        return None  # "three months after the summit" is a date
    nearest = _nearest(tree, counted.words if counted.noun is None else (counted.noun, counted.noun + 1), heads)
    if nearest != draft.head:
        return None
    takes_goods = any(slot.role == "good" for slot in draft.frame.slots)
    return "good" if is_money and takes_goods else tree.words[draft.head].form.lower()


def _belongs(tree: Tree, counted: Counted, words: tuple[int, int], head: int) -> bool:
    """Whether the number stands in the role's own phrase and not deeper inside one of its parts' events."""
    first, end = words
    if not (first <= counted.words[0] and counted.words[1] <= end):
        return False
    noun = counted.noun if counted.noun is not None else counted.words[0]
    return noun == head or tree.words[noun].head == head


def _nearest(tree: Tree, words: tuple[int, int], heads: frozenset[int]) -> int | None:
    """The event word that a range of words hangs on: the first above it."""
    top = top_of(tree, words)
    if top in heads:
        return top
    below = next((child for child in children(tree, top, "nmod") if child in heads), None)
    if below is not None:  # "five years of talks"
        return below
    return next((above for above in ancestors(tree, top) if above in heads), None)


def period_of(draft: Draft, dated: Sequence[Dated], *, heads: frozenset[int], cues: frozenset[int]) -> Period | None:
    """The date that hangs on the event's words nearer than on another event's or on a verb of saying."""
    for each in dated:
        nearest = _nearest(draft.tree, each.words, heads | cues)
        if nearest == draft.head:
            return each.period
        if nearest is not None and nearest in heads and _shares_date(draft, nearest):
            return each.period
        if nearest is None and _is_beside(draft, each.words):
            return each.period
    return None


def _is_beside(draft: Draft, words: tuple[int, int]) -> bool:
    """Whether date and event hang on one word that is no event itself: "Monday will bring a ruling"."""
    tree, top = draft.tree, top_of(draft.tree, words)
    return tree.words[top].head >= 0 and tree.words[top].head == tree.words[draft.head].head


def _shares_date(draft: Draft, nearest: int) -> bool:
    """A verb's date holds for the verbs coordinated with it that come later and for its own complement."""
    tree = draft.tree
    return tree.words[draft.head].head == nearest and tree.words[draft.head].relation == "xcomp"


def place_of(draft: Draft, *, parties: Parties, document: Document) -> Place | None:
    """Where the event happened, from "in" or "at" with the name of a place."""
    tree, rules = draft.tree, grammar(draft.tree.language)
    for child in children(tree, draft.head, "obl", "nmod"):
        if not set(functions_of(tree, child, rules=rules)) & _LOCATIVE:
            continue
        party = parties.at(tree.index, child)
        if party is not None and party.is_place:
            where = span(document, tree, words=party.words)
            return Place(name=where.quote, country=party.actors[0] if party.actors else None, span=where)
    return None


def heads_of(drafts: Sequence[Draft]) -> Mapping[int, frozenset[int]]:
    """For every sentence number the words that head an event."""
    found: dict[int, set[int]] = {}
    for draft in drafts:
        found.setdefault(draft.tree.index, set()).add(draft.head)
    return {sentence: frozenset(words) for sentence, words in found.items()}
