"""What the encoder says of one sentence; parts of a long sentence in, one analysis of the whole out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sayso.records import Argument, Predicate, TriggerWord

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name: the words `[start, end)`, its kind and the lowest probability among its words."""

    start: int
    end: int
    kind: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What the encoder says of one sentence; `heads` are word indices with -1 for the root.

    `vector` (384,) is the unit sentence embedding; `states` (words, 768) are the words as the middle and the last layer
    have them, for the linker; `events` are the words that may tell of one.
    """

    upos: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]
    names: tuple[Name, ...]
    predicates: tuple[Predicate, ...]
    vector: Floats
    states: Floats
    events: tuple[TriggerWord, ...]


def joined(parts: Sequence[Analysis]) -> Analysis:
    """The parts of a long sentence as one; later parts hang on the root of the first as parataxis."""
    if len(parts) == 1:
        return parts[0]
    root = parts[0].heads.index(-1)
    heads: list[int] = []
    relations: list[str] = []
    names: list[Name] = []
    predicates: list[Predicate] = []
    events: list[TriggerWord] = []
    for number, part in enumerate(parts):
        shift = len(heads)
        heads.extend((root if number else -1) if head < 0 else head + shift for head in part.heads)
        relations.extend(
            "parataxis" if number and head < 0 else relation
            for head, relation in zip(part.heads, part.relations, strict=True)
        )
        names.extend(
            Name(start=name.start + shift, end=name.end + shift, kind=name.kind, confidence=name.confidence)
            for name in part.names
        )
        predicates.extend(
            Predicate(
                word=predicate.word + shift,
                arguments=tuple(
                    Argument(role=argument.role, start=argument.start + shift, end=argument.end + shift)
                    for argument in predicate.arguments
                ),
            )
            for predicate in part.predicates
        )
        events.extend(replace(event, word=event.word + shift) for event in part.events)
    vector = np.mean([part.vector for part in parts], axis=0)
    return Analysis(
        upos=tuple(tag for part in parts for tag in part.upos),
        heads=tuple(heads),
        relations=tuple(relations),
        names=tuple(names),
        predicates=tuple(predicates),
        vector=vector / np.linalg.norm(vector),
        states=np.concatenate([part.states for part in parts]),
        events=tuple(events),
    )
