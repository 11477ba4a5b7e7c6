"""Gold and system names over the same words in, exact typed F1 out."""

from collections.abc import Collection, Sequence

from benchmarks.metrics.counts import Counts, compare

NameSpan = tuple[int, int, str]
"""First word, word after the last, kind."""


def name_counts(
    gold: Sequence[Collection[NameSpan]], system: Sequence[Collection[NameSpan]], *, kinds: Collection[str]
) -> Counts:
    """Compare names sentence by sentence; a name is right when its words and its kind are.

    Only `kinds` count, on both sides: a corpus that does not mark works or events says nothing about them.

    >>> name_counts([[(0, 2, "person")]], [[(0, 2, "person"), (4, 5, "other")]], kinds=("person", "place")).f1
    100.0
    """
    sides = [
        [(number, *name) for number, names in enumerate(side) for name in set(names) if name[2] in kinds]
        for side in (gold, system)
    ]
    if len(gold) != len(system):
        raise ValueError(f"the gold has {len(gold)} sentences and the system {len(system)}")
    return compare(*sides)


def spans_of_tags(tags: Sequence[str]) -> tuple[NameSpan, ...]:
    """The spans that BIO tags mark; a stray `I-` opens a span, as in the CoNLL 2003 evaluation.

    >>> spans_of_tags(("B-PER", "I-PER", "O", "I-LOC", "B-LOC"))
    ((0, 2, 'PER'), (3, 4, 'LOC'), (4, 5, 'LOC'))
    """
    spans: list[NameSpan] = []
    for place, tag in enumerate(tags):
        mark, _, kind = tag.partition("-")
        continues = mark == "I" and bool(spans) and spans[-1][1:] == (place, kind)
        if continues:
            spans[-1] = (spans[-1][0], place + 1, kind)
        elif mark in ("B", "I"):
            spans.append((place, place + 1, kind))
    return tuple(spans)
