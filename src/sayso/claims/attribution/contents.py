"""Words of a sentence that belong to one source in, `Content` records and the holders of a word out."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sayso.claims.trees import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One stretch of a sentence that belongs to one source.

    `words` is a half-open range and `gaps` the ranges in it that do not belong: in "China, he wrote, is bullying" the
    words "he wrote". `source` and `cue` are (sentence, first word, word after the last), None where unnamed;
    `source_head` is the (sentence, word) that says who the source is, which for "whose view" or "who said" is the
    noun they stand for. `modality` and `certainty` are what the cue makes of the content, None where it leaves them
    alone. A factive content is one that the cue only judges ("condemned the strike"): it is no claim of the source.
    """

    sentence: int
    words: tuple[int, int]
    source: tuple[int, int, int] | None
    source_head: tuple[int, int] | None
    cue: tuple[int, int, int] | None
    channel: str
    modality: str | None = None
    certainty: str | None = None
    is_negated: bool = False
    is_factive: bool = False
    gaps: tuple[tuple[int, int], ...] = ()
    beside: tuple[int, ...] = ()
    """Heads of those named beside the source, in its sentence: "Moscow and Beijing said"."""

    @property
    def size(self) -> int:
        """How many words belong to it."""
        return self.words[1] - self.words[0] - sum(end - first for first, end in self.gaps)


def holders(contents: Sequence[Content], sentence: int, *, word: int) -> tuple[Content, ...]:
    """The contents that hold a word, outermost first; factive ones are left out.

    `contents` must be in the order of the text, as `find_contents` returns them.
    """
    at = bisect_left(contents, sentence, key=lambda content: content.sentence)
    found: list[Content] = []
    while at < len(contents) and contents[at].sentence == sentence:
        if not contents[at].is_factive and _holds(contents[at], word):
            found.append(contents[at])
        at += 1
    return tuple(sorted(found, key=lambda content: -content.size))


def _holds(content: Content, word: int) -> bool:
    first, end = content.words
    return first <= word < end and not any(gap <= word < after for gap, after in content.gaps)


def stretch(tree: Tree, words: Collection[int]) -> tuple[tuple[int, int], tuple[tuple[int, int], ...]] | None:
    """The range from the first to the last of some words of a sentence, and the gaps in it.

    Signs at the edges and gaps of signs alone do not count; None when nothing but signs is left.
    """
    kept = sorted(word for word in words if tree.words[word].upos != "PUNCT")
    if not kept:
        return None
    first, end = kept[0], kept[-1] + 1
    own = set(words)
    missing = [word for word in range(first, end) if word not in own]
    gaps = tuple(
        gap for gap in _runs(missing) if any(tree.words[word].upos != "PUNCT" for word in range(gap[0], gap[1]))
    )
    return (first, end), gaps


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Half-open runs of numbers that follow one another."""
    start = 0
    for place in range(1, len(numbers) + 1):
        if place == len(numbers) or numbers[place] != numbers[place - 1] + 1:
            yield numbers[start], numbers[place - 1] + 1
            start = place
