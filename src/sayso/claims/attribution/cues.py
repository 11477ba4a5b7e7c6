"""A tree and the sayings of its language in, the words of the sentence that are cues out."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.claims.trees import Tree, children, relation
from sayso.lang.sayings import Cue, Sayings

_KINDS = {
    "VERB": ("verb",),
    "AUX": ("auxiliary", "verb"),
    "NOUN": ("noun", "adposition"),
    "ADJ": ("adjective", "verb"),
    "ADV": ("adverb", "adposition"),
    "ADP": ("adposition",),
    "SCONJ": ("adposition",),
}
"""The classes of cues that a part of speech may be, the likeliest first."""

_REACH = 4
"""Words within which the companions of a cue follow it: "pointed, in passing, out". From 3 to 6 nothing changes on
PolNeAR dev."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A cue where it stands: its class, its word and the half-open range of the words that make it."""

    cue: Cue
    kind: str
    word: int
    words: tuple[int, int]


def matches(tree: Tree, known: Sayings) -> Iterator[Match]:
    """Every cue of the sentence, word by word; a word may be several, those with companions first."""
    for number, word in enumerate(tree.words):
        form = word.form.lower()
        for kind in _kinds(tree, number, known):
            found = [
                Match(cue=cue, kind=kind, word=number, words=(number, end))
                for cue in known.find(kind, form if kind == "auxiliary" else tree.lemmas[number], form=form)
                if (end := _end(tree, number, cue, kind)) is not None
            ]
            yield from found
            if found:
                break


def _kinds(tree: Tree, number: int, known: Sayings) -> tuple[str, ...]:
    upos = tree.words[number].upos
    form = tree.words[number].form.lower()
    if (
        tree.words[number].head < 0
        and form in known.cues.get("verb", {})
        and form.endswith(tuple(known.words["seated"]))
    ):
        return ("verb",)  # Polish "podano", which the tree takes for a noun
    if upos == "VERB" or (upos == "NOUN" and tree.words[number].head < 0 and _has_doer(tree, number)):
        return ("adposition", "verb", "adjective")
    return _KINDS.get(upos, ())


def _has_doer(tree: Tree, number: int) -> bool:
    """Whether a word taken for a noun has a subject or a doer all the same: "..., Die Zeit notes"."""
    if children(tree, number, "nsubj") and not children(tree, number, "cop"):
        return True
    return any(
        argument.role == "ARG0"
        for predicate in tree.sentence.predicates
        if predicate.word == number
        for argument in predicate.arguments
    )


def _end(tree: Tree, number: int, cue: Cue, kind: str) -> int | None:
    """The word after the last of the cue; None when a companion is missing."""
    end = number + 1
    for companion in cue.companions:
        if kind == "auxiliary":
            place = _beside(tree, number, companion)
        else:
            place = _companion(tree, number, companion) if kind != "adposition" else _next(tree, number, companion, end)
        if place is None:
            return None
        if place == end:
            end = place + 1
    return end


def _next(tree: Tree, number: int, companion: str, end: int) -> int | None:
    """The next word, or the noun that an adposition leads: "according to", "in his words"."""
    places = (end, tree.words[number].head)
    return next((place for place in places if 0 <= place < len(tree.words) and _is(tree, place, companion)), None)


def _beside(tree: Tree, number: int, companion: str) -> int | None:
    """Where the other auxiliary of a verb stands behind one: "sollen geflohen sein"."""
    others = children(tree, tree.words[number].head, "aux") if relation(tree, number) == "aux" else []
    return next((other for other in others if other > number and tree.words[other].form.lower() == companion), None)


def _companion(tree: Tree, number: int, companion: str) -> int | None:
    """Where a companion stands: soon after the word or on it in the tree."""
    for place in range(number + 1, min(number + 1 + _REACH, len(tree.words))):
        if _is(tree, place, companion):
            return place
    for child in tree.children[number]:
        if _is(tree, child, companion):
            return child
        for case in children(tree, child, "case", "mark"):
            if _is(tree, case, companion):
                return case
    return None


def _is(tree: Tree, place: int, word: str) -> bool:
    return tree.lemmas[place] == word or tree.words[place].form.lower() == word
