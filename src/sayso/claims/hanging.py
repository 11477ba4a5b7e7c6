"""The words of a sentence in, what hangs on what out: for the steps that hang words elsewhere before trees are made."""

from collections.abc import Iterable, Sequence
from typing import Any

from sayso.records import Word


class Hung(list[Word]):
    """The words of a sentence while steps hang them elsewhere, which they do to one in a thousand.

    What hangs on each is worked out once and again after each change, as every step asks for it at every word.
    """

    def __init__(self, words: Iterable[Word]) -> None:
        super().__init__(words)
        self._below: dict[int, list[int]] | None = None

    def __setitem__(self, place: Any, word: Any) -> None:
        super().__setitem__(place, word)
        self._below = None

    def below(self, number: int) -> Sequence[int]:
        """The words that hang on a word, in order."""
        if self._below is None:
            self._below = {}
            for other, word in enumerate(self):
                self._below.setdefault(word.head, []).append(other)
        return self._below.get(number, ())


def dependents(words: Hung, number: int, *relations: str) -> list[int]:
    """The words that hang on a word, in order; only those in one of the relations, where some are given."""
    below = words.below(number)
    return [other for other in below if words[other].relation in relations] if relations else list(below)


def span(words: Sequence[Word], number: int) -> tuple[int, int]:
    """The first word of a phrase and the one behind its last: a word and all that hangs on it, however deep."""
    hung: dict[int, list[int]] = {}
    for other, word in enumerate(words):
        hung.setdefault(word.head, []).append(other)
    found, waiting = {number}, [number]
    while waiting:
        for other in hung.get(waiting.pop(), ()):
            if other not in found:  # a circle that a step has made is only found at its end
                found.add(other)
                waiting.append(other)
    return min(found), max(found) + 1


def is_tree(words: Sequence[Word]) -> bool:
    """Whether one word is the root, and all others hang on it, themselves or through others."""
    roots = [number for number, word in enumerate(words) if word.head < 0]
    if len(roots) != 1:
        return False
    reached = {roots[0]}
    for number in range(len(words)):
        way: dict[int, None] = {}
        while number not in reached:
            if number in way:
                return False
            way[number] = None
            number = words[number].head
        reached.update(way)
    return True


def spans(words: Sequence[Word]) -> list[tuple[int, int]]:
    """The `span` of every word of a tree, in one pass."""
    below: list[list[int]] = [[] for _ in words]
    for number, word in enumerate(words):
        if word.head >= 0:
            below[word.head].append(number)
    order = [number for number, word in enumerate(words) if word.head < 0]
    for number in order:
        order.extend(below[number])
    found = [(number, number + 1) for number in range(len(words))]
    for number in reversed(order):
        above = words[number].head
        if above >= 0:
            found[above] = min(found[above][0], found[number][0]), max(found[above][1], found[number][1])
    return found
