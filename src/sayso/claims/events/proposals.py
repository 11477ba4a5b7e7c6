"""A tree in, the words that the reader itself takes for events, and no entry of the vocabulary reads, out."""

from collections.abc import Iterable, Iterator

from sayso.claims.events.triggers import Trigger, is_question, silenced
from sayso.claims.trees import Tree, relation
from sayso.lang.events import Entry, event_words
from sayso.lang.grammar import grammar

PROPOSED = "any_"
"""What the names of frames begin with that read what the reader proposes, one for each kind."""

_PARTS = {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}
_SAME = frozenset({"obj", "nsubj", "obl", "xcomp", "nmod", "compound", "amod", "acl"})
"""Relations by which two words mostly tell of one event: "staged a rally", "peace talks", "the deal
that they signed"."""


def find_proposals(tree: Tree, read: Iterable[tuple[int, str]]) -> Iterator[Trigger]:
    """A trigger for each word that is proposed, in order.

    `read` are the words that entries read, with the kinds of their events. None of them is proposed once more, no word
    that hangs on one, or on which one hangs, for an event of its kind, and none of a phrase that names no event.
    """
    if not tree.sentence.events or is_question(tree, grammar(tree.language)):
        return
    taken = set(read)
    words = {word for word, _ in taken} | silenced(tree, event_words(tree.language))
    for event in tree.sentence.events:
        word = event.word
        part = _PARTS.get(tree.words[word].upos)
        if part is None or word in words or any((each, event.kind) in taken for each in _beside(tree, word)):
            continue
        entry = Entry(frame=PROPOSED + event.kind, part=part, lemmas=(tree.lemmas[word],))
        yield Trigger(head=word, words=(word, word + 1), parts=(word,), entry=entry)


def _beside(tree: Tree, word: int) -> Iterator[int]:
    """The word that this one hangs on, and those that hang on it, where they may tell of one event."""
    above = tree.words[word].head
    if above >= 0 and relation(tree, word) in _SAME:
        yield above
    yield from (child for child in tree.children[word] if relation(tree, child) in _SAME)
