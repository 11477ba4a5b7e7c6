"""The source of a content and the parties of a document in, on whose word it is out: ids of actors.

A report, a statement or a department is its owner's word: "a study by the institute", "its press service".
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from sayso.claims.attribution.contents import Content
from sayso.claims.trees import Tree, children, conjuncts, marker
from sayso.lang.sayings import Sayings, sayings
from sayso.vocab.actors import Roster

_OWNING = ("nmod", "compound", "flat", "det", "amod", "appos", "obl")
"""Relations in which the owner of a report or a statement hangs on it: a UN report, a study by the institute."""


class Mentioned(Protocol):
    """Who a word refers to, as far as sources need it."""

    @property
    def actors(self) -> tuple[str, ...]:
        """Their ids, none where they are not known."""


class Referents(Protocol):
    """Who the words of a document refer to."""

    @property
    def roster(self) -> Roster:
        """Whose ids they have."""

    def at(self, sentence: int, word: int) -> Mentioned | None:
        """The party a word heads, None when it is none."""


def sources_of(content: Content, trees: Sequence[Tree], *, parties: Referents) -> tuple[str, ...]:
    """Ids of all on whose word a content is, each once; none where nobody is named whom we know."""
    if content.source_head is None:
        return ()
    sentence, head = content.source_head
    found = (actor for word in conjuncts(trees[sentence], head) for actor in _actors(trees[sentence], word, parties))
    return tuple(dict.fromkeys(found))


def source_actor(content: Content, trees: Sequence[Tree], *, parties: Referents) -> str | None:
    """The one actor of the source; None when it cannot be identified or when it stands for several."""
    found = sources_of(content, trees, parties=parties)
    return found[0] if len(found) == 1 else None


def _actors(tree: Tree, word: int, parties: Referents) -> tuple[str, ...]:
    """Whom the head of a source means, else the owner of what it means."""
    party = parties.at(tree.index, word)
    if party is not None and party.actors:
        return party.actors
    known = sayings(tree.language)
    called = {tree.lemmas[word], tree.words[word].form.lower()}  # German "Angaben" has the lemma of a verb
    is_owned = bool(called & (known.words["owned"] | known.words["evidence"]))
    reports = tree.lemmas[word] in known.words["reporter"]
    for owners in _owners(tree, word, parties, known):
        if is_owned or (reports and all(parties.roster.kind(actor) == "media" for actor in owners)):
            return owners
    return ()


def _owners(tree: Tree, word: int, parties: Referents, known: Sayings) -> Iterator[tuple[str, ...]]:
    """Those who hang on a noun as its owner, maker or speaker."""
    for child in children(tree, word, *_OWNING):
        mark = marker(tree, child)
        is_free = not mark or tree.words[child].relation == "nmod:poss"
        if not is_free and mark not in known.words["possessor"] | known.words["speaker"]:
            continue
        party = parties.at(tree.index, child)
        if party is not None and party.actors:
            yield party.actors
