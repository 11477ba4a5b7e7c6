"""A generic noun in a sentence in, whose it is and what that makes of it out: `the Russian army` is RUS/army."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.claims.actors.gazetteer import Hit
from sayso.claims.actors.scene import Party, Scene, View, modifiers, state_of
from sayso.claims.trees import children, conjuncts, marker, relation
from sayso.vocab.actors import Roster

Find = Callable[[int, int], Party | None]
"""What a word of a sentence refers to, by the numbers of both."""

REACH = 4
"""Words that may stand between an owner and its noun (`the Russian [new long-range] missile forces`); tuned on news,
where 3 to 5 gave the same."""

_OWNING = ("amod", "compound", "nmod", "det", "flat", "nummod", "appos", "dep")
_BRIDGES = frozenset({"ADJ", "NOUN", "PROPN", "PART", "NUM"})
_AGAINST = frozenset({"opposition"})
"""Nouns that make of a state's adjective a group that is not the state's: the Syrian opposition."""
_FOLLOWING = ("adjective", "state", "capital", "seat", "body")
_OWNERS = frozenset({"state", "short", "adjective", "people", "capital", "seat", "body", "person"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Owners:
    """Whose a noun is. Without actors, `is_stated` tells an owner who is unknown from none."""

    actors: tuple[str, ...] = ()
    is_stated: bool = False


_NOBODY = Owners()
_UNKNOWN = Owners(is_stated=True)


def owners_of(scene: Scene, sentence: int, *, hit: Hit, find: Find, beside: tuple[int, int] = (0, 0)) -> Owners:
    """The owner of a noun by the tree, else by the words around it, else by the noun it is coordinated with.

    `beside` are the words of a name that stands with the noun, on which its owner may hang: `Prime Minister X of Y`.
    """
    view = scene.views[sentence]
    found = _below(view, sentence, hit, find=find, beside=beside)
    if not found.actors:
        beside_it = _beside(view, sentence, hit, find)
        found = beside_it if beside_it.actors else found
    if not found.is_stated:
        found = _shared(scene, sentence, hit, find)
    return found


def _below(view: View, sentence: int, hit: Hit, *, find: Find, beside: tuple[int, int]) -> Owners:
    """The owner among the words that hang on the noun."""
    tree = view.tree
    unknown = False
    for word in modifiers(tree, (*range(hit.first, hit.end), *range(*beside)), *_OWNING):
        marks = marker(tree, word)
        allowed = view.grammar.owner_marks | (view.grammar.office_marks if hit.slug("office") else frozenset())
        owning = not marks or marks in allowed or tree.words[word].relation == "nmod:poss" or _is_seat(view, hit, word)
        if not owning or (relation(tree, word) == "appos" and not marks):
            continue
        if beside[0] <= tree.words[word].head < beside[1] and not marks and _is_noun(view, word):
            continue  # another title of the same name
        owner = _owner(view, sentence, word, find)
        if owner is None or not owner.actors:
            unknown = unknown or owner is not None or view.is_among(word, view.grammar.foreign)
        elif not owner.joint:
            named = [find(sentence, other) for other in conjuncts(tree, word)]
            return Owners(actors=_distinct(one for one in named if one is not None), is_stated=True)
        else:
            return Owners(actors=owner.actors, is_stated=True)
    return _UNKNOWN if unknown else _NOBODY


def _is_seat(view: View, hit: Hit, word: int) -> bool:
    """Whether a capital is where a body sits: `the unification ministry in Seoul`; an embassy is another's there."""
    sits = hit.slug("body") not in (None, "embassy", "mission", "delegation", "opposition", "court")
    other = view.by_word.get(word)
    return (
        sits and other is not None and other.kind == "capital" and marker(view.tree, word) in view.grammar.place_marks
    )


def _is_noun(view: View, word: int) -> bool:
    return word not in view.by_word or view.by_word[word].kind == "noun"


def _owner(view: View, sentence: int, word: int, find: Find) -> Party | None:
    hit = view.by_word.get(word)
    if hit is None:
        pronoun = view.pronoun(word)
        proper = view.tree.words[word].upos == "PROPN"
        return find(sentence, word) if pronoun or proper else None
    if hit.kind == "noun":
        # "the head of the ministry", "the rivals' leaders"; but not "army chief", which is a noun of its own.
        found = find(sentence, word) if hit.slug("office", "body", "force", "description", "part") else None
        return found or (Party(actors=(), words=(word, word + 1)) if _are_countries(view, hit) else None)
    return find(sentence, word) if hit.kind in _OWNERS else None


def _are_countries(view: View, hit: Hit) -> bool:
    """Whether a noun is of several states, named or not: leaders of 44 countries are nobody's here."""
    return ("description", "country") in hit.nouns and view.lower(hit.head) != view.tree.lemmas[hit.head]


def _beside(view: View, sentence: int, hit: Hit, find: Find) -> Owners:
    """The owner before the noun with nothing but modifiers between, or the adjective or name right after it."""
    before = [other for other in view.hits if other.stop <= hit.start and other.kind in _OWNERS]
    if before and _touches(view, before[-1], hit):
        owner = find(sentence, before[-1].head) if before[-1].head != hit.head else _alone(before[-1])
        if owner and owner.actors:
            return Owners(actors=owner.actors, is_stated=True)
    kinds = _FOLLOWING if view.grammar.owners_follow else ("adjective",)
    after = next((other for other in view.hits if other.first == hit.end and other.kind in kinds), None)
    owner = find(sentence, after.head) if after else None
    if after is None or owner is None or not owner.actors:
        return _NOBODY
    named = [] if owner.joint else [find(sentence, other) for other in conjuncts(view.tree, after.head)[1:]]
    return Owners(actors=_distinct((owner, *(one for one in named if one is not None))), is_stated=True)


def _alone(hit: Hit) -> Party | None:
    """The owner written in one word with its noun."""
    return Party(actors=hit.actors, words=(hit.first, hit.end)) if hit.kind not in ("seat", "person") else None


def _touches(view: View, owner: Hit, hit: Hit) -> bool:
    between = range(owner.end, hit.first)
    return len(between) <= REACH and all(
        view.tree.words[word].upos in _BRIDGES and _is_bridge(view, word, hit) and not _leaves(view, word, owner)
        for word in between
    )


def _is_bridge(view: View, word: int, hit: Hit) -> bool:
    """Whether a word may stand between an owner and its noun; between an office and its owner also other offices."""
    other = view.by_word.get(word)
    return other is None or (other.kind == "noun" and hit.slug("office") is not None)


def _leaves(view: View, word: int, owner: Hit) -> bool:
    """Whether a word between owner and noun is the true head of the owner: `Kim's visit president` is no phrase."""
    return view.tree.words[owner.head].head == word and view.tree.words[word].upos == "NOUN"


def _shared(scene: Scene, sentence: int, hit: Hit, find: Find) -> Owners:
    """`American workers, farmers and businesses`: a bare noun shares the owner of the noun it is coordinated with."""
    view = scene.views[sentence]
    if relation(view.tree, hit.head) != "conj" or children(view.tree, hit.head, "det", "nmod", "amod"):
        return _NOBODY
    first = view.by_word.get(view.tree.words[hit.head].head)
    if first is None or first.kind != "noun" or first.head >= hit.head:
        return _NOBODY
    return owners_of(scene, sentence, hit=first, find=find)


def _distinct(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actor for party in parties for actor in party.actors))


def belonging(owner: str, hit: Hit, *, roster: Roster) -> str | None:
    """What a noun is that belongs to an owner; None when it is somebody we cannot identify.

    The official of a ministry is the ministry, the fighters of a group are the group, the government of a president
    is that of the state.
    """
    state = state_of(owner, roster)
    slug = hit.slug("force", "body", "office", "population")
    if slug is None:
        return None
    if state is None:
        return _of_no_state(owner, hit, roster)
    if slug in _AGAINST:
        return f"org/{roster.adjectives[state]}-{slug}" if state in roster.adjectives else None
    below = owner.partition("/")[2]
    if below and roster.kind(owner) == "body" and hit.slug("office"):
        return owner
    return f"{state}/{slug}"


def _of_no_state(owner: str, hit: Hit, roster: Roster) -> str | None:
    kind = roster.kind(owner)
    if kind == "person":
        return None
    if owner.startswith("org/"):
        return owner if kind in ("group", "company") and hit.slug("office", "force", "body") else None
    slug = hit.slug("office")
    return f"{owner.partition('/')[0]}/{slug}" if slug else owner if hit.slug("force", "body") else None
