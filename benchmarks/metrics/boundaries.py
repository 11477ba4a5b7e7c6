"""Gold and system sentence ends of running texts in, F1 of the ends out."""

from collections.abc import Collection, Sequence
from itertools import accumulate

from benchmarks.metrics.counts import Counts, compare


def boundary_counts(
    texts: Sequence[str], *, gold: Sequence[Collection[int]], system: Sequence[Collection[int]]
) -> Counts:
    """Compare the ends of sentences, offsets into each text; white space around an end does not matter.

    The last end of a text counts like any other, as sentences do in the CoNLL 2018 shared task.

    >>> boundary_counts(["Yes. No. Well."], gold=[[4, 8, 14]], system=[[5, 14]])
    Counts(correct=2, gold=3, system=2)
    """
    sides: tuple[set[tuple[int, int]], set[tuple[int, int]]] = (set(), set())
    for number, (text, right, given) in enumerate(zip(texts, gold, system, strict=True)):
        before = list(accumulate((not character.isspace() for character in text), initial=0))
        for side, ends in zip(sides, (right, given), strict=True):
            side.update((number, before[end]) for end in ends)
    return compare(*sides)
