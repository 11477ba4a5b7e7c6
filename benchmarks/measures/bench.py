"""What every group of measures is given, and the shape of what it returns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

from benchmarks.parts import Parts, WordPlace
from sayso.reading.tokens import Tokens

Figures = Iterator[tuple[str, float]]
"""Pairs of measure and value; percent unless the name of the measure says otherwise."""

QUICK = 150
"""Sentences of each corpus that a quick run looks at: a check that all runs, not a figure to quote."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What a group needs: the data folder, the reader, and whether to look at a sample only."""

    data: Path
    parts: Parts
    quick: bool = False


def sample(items: Sequence[Item], *, quick: bool) -> Sequence[Item]:
    """All items, or the first few in a quick run."""
    return items[:QUICK] if quick else items


def tokens_of(words: Sequence[WordPlace], *, style: str, spaces: bool) -> Tokens:
    """Words of the segmenter as the encoder takes them; words that share their place count as spaced apart."""
    spaced = [spaces] + [
        spaces and (word.start > before.end or (word.start, word.end) == (before.start, before.end))
        for before, word in pairwise(words)
    ]
    return Tokens(forms=tuple(word.form for word in words), spaced=tuple(spaced[: len(words)]), style=style)
