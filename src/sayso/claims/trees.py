"""Sentences of a reading in, trees with lemmas and children out, and the few walks over them that rules need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.claims.clitics import join_clitics
from sayso.claims.compounding import compound
from sayso.claims.hanging import is_tree
from sayso.claims.mending import mend
from sayso.claims.ordering import order
from sayso.claims.rehanging import rehang
from sayso.claims.serialising import serialise
from sayso.lang.lemmas import lemma
from sayso.lang.verbs import verb, with_particle
from sayso.records import Document, Reading, Sentence, Span, Word

_OUTSIDE = frozenset({"acl", "advcl", "appos", "cc", "ccomp", "conj", "parataxis", "punct", "vocative"})
"""Relations that are left out at the edges of a phrase: what hangs on it without belonging to its name."""
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """One sentence with what the rules ask of it again and again."""

    index: int
    """Number of the sentence in the reading."""
    sentence: Sentence
    lemmas: tuple[str, ...]
    children: tuple[tuple[int, ...], ...]
    """For every word the words that hang on it, in order."""
    relations: tuple[str, ...]
    """For every word its relation without the subtype: `nsubj` for `nsubj:pass`."""
    words: tuple[Word, ...]
    """The words of the sentence."""
    language: str
    """Code of the language the sentence is in."""


def grow(reading: Reading) -> tuple[Tree, ...]:
    """A tree for every sentence of the reading, in order."""
    return tuple(_tree(index, _hung(sentence)) for index, sentence in enumerate(reading.sentences))


def _hung(sentence: Sentence) -> Sentence:
    """The sentence as the steps hang it; as the parser did where they close a ring, in which walks would never end."""
    hung = mend(compound(order(serialise(rehang(join_clitics(sentence))))))
    return hung if is_tree(hung.words) else join_clitics(sentence)


def _tree(index: int, sentence: Sentence) -> Tree:
    below: list[list[int]] = [[] for _ in sentence.words]
    for number, word in enumerate(sentence.words):
        if word.head >= 0:
            below[word.head].append(number)
    lemmas = tuple(_lemma(sentence, number, below[number]) for number in range(len(sentence.words)))
    return Tree(
        index=index,
        sentence=sentence,
        lemmas=lemmas,
        children=tuple(map(tuple, below)),
        relations=tuple(word.relation.partition(":")[0] for word in sentence.words),
        words=sentence.words,
        language=sentence.language,
    )


def _lemma(sentence: Sentence, number: int, children: Sequence[int]) -> str:
    word = sentence.words[number]
    if word.upos not in _VERBAL:
        return lemma(word.form, sentence.language)
    found = verb(word.form, sentence.language)
    for child in children:
        if sentence.words[child].relation == "compound:prt":
            found = with_particle(found, sentence.words[child].form, code=sentence.language)
    return found


def relation(tree: Tree, word: int) -> str:
    """The relation of a word without its subtype: `nsubj` for `nsubj:pass`."""
    return tree.relations[word]


def children(tree: Tree, word: int, *relations: str) -> list[int]:
    """The children with one of these relations; `nsubj` stands for all its subtypes, `nsubj:pass` for itself."""
    found = tree.children[word]
    if not found:
        return []
    words, mains = tree.words, tree.relations
    return [child for child in found if mains[child] in relations or words[child].relation in relations]


def ancestors(tree: Tree, word: int) -> Iterator[int]:
    """The words above, from the nearest to the root."""
    head = tree.words[word].head
    while head >= 0:
        yield head
        head = tree.words[head].head


def below(tree: Tree, word: int) -> Iterator[int]:
    """The word and all that hangs on it, in no order."""
    waiting = [word]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(tree.children[current])


def conjuncts(tree: Tree, word: int) -> list[int]:
    """The word and those coordinated with it, in order."""
    found = [word]
    for child in children(tree, word, "conj"):
        found.extend(conjuncts(tree, child))
    return found


def marker(tree: Tree, word: int) -> str:
    """The adpositions of a word in lower case, joined by spaces as they stand; empty when it has none."""
    marks: list[int] = []
    for case in children(tree, word, "case"):
        marks.extend((case, *children(tree, case, "fixed")))
    return " ".join(tree.words[mark].form.lower() for mark in sorted(marks))


def extent(tree: Tree, word: int) -> tuple[int, int]:
    """Half-open range of words from the first to the last of all that hangs on the word."""
    numbers = list(below(tree, word))
    return min(numbers), max(numbers) + 1


def phrase(tree: Tree, word: int) -> tuple[int, int]:
    """Half-open range of the words of a noun phrase, without adposition, clauses, appositions and coordinated parts."""
    kept = [word]
    for child in tree.children[word]:
        if relation(tree, child) not in _OUTSIDE and relation(tree, child) not in ("case", "mark"):
            kept.extend(below(tree, child))
    return _unbroken(kept, word)


def _unbroken(numbers: list[int], word: int) -> tuple[int, int]:
    """The longest run round `word` in which no two kept words stand further apart than one left-out sign."""
    kept = set(numbers)
    first = last = word
    while first - 1 in kept or first - 2 in kept:
        first -= 1 if first - 1 in kept else 2
    while last + 1 in kept or last + 2 in kept:
        last += 1 if last + 1 in kept else 2
    return first, last + 1


def top_of(tree: Tree, words: tuple[int, int]) -> int:
    """The word of a range that hangs on one outside it."""
    first, end = words
    return next((number for number in range(first, end) if not first <= tree.words[number].head < end), first)


def span(document: Document, tree: Tree, *, words: tuple[int, int]) -> Span:
    """The place in the document of a half-open range of words."""
    first, end = words
    chosen = tree.words[first:end]
    return document.span(min(word.start for word in chosen), max(word.end for word in chosen))
