"""A tree in, its sentence as one line of text out, with the way from characters back to words."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from sayso.claims.trees import Tree

_KEPT = 256  # sentences whose text is remembered, those of one document: quantities, dates and profiles ask for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """A sentence as patterns read it: the forms of its words, one space where the text has any gap."""

    text: str
    starts: tuple[int, ...]
    """Where in `text` each entry of `words` begins."""
    words: tuple[int, ...]
    """Numbers of words; of the parts of a contraction, which share their place, the first."""
    last: int
    """Number of words in the sentence."""

    def range(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of words that the characters `[start, end)` touch; `start` is less than `end`."""
        first = bisect_right(self.starts, start) - 1
        after = bisect_right(self.starts, end - 1)
        return self.words[first], self.words[after] if after < len(self.words) else self.last


@lru_cache(maxsize=_KEPT)
def surface(tree: Tree) -> Surface:
    """The text of a tree; a word that shares its place with the one before is written once."""
    pieces: list[str] = []
    starts: list[int] = []
    words: list[int] = []
    at = 0
    before = None
    for number, word in enumerate(tree.words):
        place = (word.start, word.end)
        if before == place:
            continue
        form = word.form
        if number + 1 < len(tree.words) and (tree.words[number + 1].start, tree.words[number + 1].end) == place:
            quote, origin = tree.sentence.span.quote, tree.sentence.span.start
            form = quote[word.start - origin : word.end - origin]
        if before is not None and word.start > before[1]:
            pieces.append(" ")
            at += 1
        starts.append(at)
        words.append(number)
        pieces.append(form)
        at += len(form)
        before = place
    return Surface(text="".join(pieces), starts=tuple(starts), words=tuple(words), last=len(tree.words))


def wording(tree: Tree, words: tuple[int, int]) -> str:
    """What the text has from the first to the last word of a half-open range.

    The rest of a contraction that begins before it is left out: "comercio" of "del comercio".
    """
    first, end = words
    while 0 < first < end - 1 and tree.words[first].start == tree.words[first - 1].start:
        first += 1
    chosen, whole = tree.words[first:end], tree.sentence.span
    low, high = min(word.start for word in chosen), max(word.end for word in chosen)
    return whole.quote[low - whole.start : high - whole.start]
