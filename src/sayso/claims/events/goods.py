"""A noun phrase in, the category of good it names and the lists of things it belongs to out."""

from sayso.claims.trees import Tree, children, phrase, relation
from sayso.lang.events import EventWords, event_words


def category(tree: Tree, word: int) -> str | None:
    """The category of a good, from the head of the phrase outwards; None when no noun in it is known."""
    vocabulary = event_words(tree.language)
    first, end = phrase(tree, word)
    for number in [word, *reversed(range(first, end))]:
        found = _category_at(tree, number, vocabulary=vocabulary)
        if found is not None and (number == word or _describes(tree, number, word)):
            return found
    return None


def _category_at(tree: Tree, number: int, *, vocabulary: EventWords) -> str | None:
    for lemma in dict.fromkeys((tree.lemmas[number], tree.words[number].form.lower())):
        for name, lemmas in vocabulary.goods.get(lemma, ()):
            start = number - len(lemmas) + 1
            if len(lemmas) == 1 or (start >= 0 and tuple(tree.lemmas[start : number + 1]) == lemmas):
                return name
    return None


def _describes(tree: Tree, number: int, word: int) -> bool:
    """Whether a word inside a phrase says of what its head is: "rocket engines", "shipments of shells"."""
    return relation(tree, number) in ("compound", "nmod", "amod", "flat", "conj") or tree.words[number].head == word


def is_one_of(tree: Tree, word: int, *, things: str) -> bool:
    """Whether the phrase names something of this list of the language: `people`, `deal`, `weapon`, ..."""
    listed = event_words(tree.language).things.get(things, frozenset())
    candidates = [word, *children(tree, word, "compound", "amod", "nmod", "conj", "flat", "appos")]
    return any(tree.lemmas[each] in listed or tree.words[each].form.lower() in listed for each in candidates)
