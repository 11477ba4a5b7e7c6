"""The statements of two documents in, the pairs of them that say the same out, in one language or two.

A pair is judged by its cosine, by how far it stands out from what else either sentence is near to in the other
document (the margin of Artetxe and Schwenk 2019), by the actors and by the numbers that both name, and by the days
between the documents. The weights are a logistic regression on the sentences of `tests/cases/origins` that tell one
matter, in the files in odd places of the alphabet, and on 12,000 near pairs from real statements of different
occasions: F1 .42 there and .47 on the other files (November 2026). What is found beyond the labels is mostly right on
reading, since the set lists only the sentences of chosen matters; of two statements of one office on different
occasions one in eight pairs of documents has a false parallel.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.corroboration.joining.views import unit_vector
from sayso.corroboration.records import Evidence, Parallel
from sayso.records import Statement
from sayso.vocab.actors import owner

LEAST = -1.8
"""Log odds from which two sentences are taken to say the same. Of those above half are right by the labels of the set,
and four of five on reading; every 0.3 less adds a sixth to what is found and doubles what is false."""

FAINT = -3.0
"""Log odds from which two sentences may say the same, if each is the nearest that the other has. Half of those of the
set do; without the rule of nearest there are four times as many, in official statements fifteen times."""

_PRIOR = -3.8
_COSINE = 1.15
_MARGIN = 3.0
_ACTORS = 1.3
_NUMBER = 2.2
_HEADING = -1.9
_APART = ((3, -1.6), (14, -1.3))
"""What it takes away that the documents are more than so many days apart; both where both apply."""

_UNDATED = 7
"""Days that are taken to lie between documents of which one has no date."""

_SMALLEST = 2
"""Smaller numbers are shared by chance."""

_SHORT = 60
"""Code points under which a sentence is a heading or a fragment, whose few words are near to much."""

_Matrix = NDArray[np.float32]


class Sentences:
    """The statements of a document that have an embedding, with what is worked out of them once for all comparisons."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        found = [(each, vector) for each in statements if (vector := unit_vector(each.vector)) is not None]
        self.statements = tuple(statement for statement, _ in found)
        self.vectors = np.stack([vector for _, vector in found]) if found else np.zeros((0, 0), dtype=np.float32)
        self.actors = tuple(frozenset(map(owner, each.actors)) for each in self.statements)
        self.numbers = tuple(
            frozenset(f"{number.normalize():f}" for number in each.numbers if number >= _SMALLEST)
            for each in self.statements
        )
        self.is_short = np.array([len(each.span.quote) < _SHORT for each in self.statements], dtype=bool)

    @property
    def document_id(self) -> str:
        """The document they are of; empty where there are none."""
        return self.statements[0].span.document_id if self.statements else ""


def parallels(sentences: Sentences, others: Sentences, *, days: int | None = None) -> tuple[Parallel, ...]:
    """The pairs that say the same, or may, in the order of the text; it makes no difference which document comes first.

    `days` is how far apart the documents were published, None where that is unknown. Within a record the span of the
    document with the lesser id comes first.
    """
    if not sentences.statements or not others.statements:
        return ()
    mine, yours = (sentences, others) if sentences.document_id < others.document_id else (others, sentences)
    cosines = mine.vectors @ yours.vectors.T
    margins = cosines - (_rivals(cosines) + _rivals(cosines.T).T) / 2
    shares = _in_common(mine.actors, yours.actors)
    numbers = _in_common(mine.numbers, yours.numbers) > 0
    shorts = mine.is_short[:, None] | yours.is_short[None, :]
    apart = sum(weight for least, weight in _APART if (_UNDATED if days is None else days) > least)
    scores = _PRIOR + apart + _COSINE * cosines + _MARGIN * margins + _ACTORS * shares
    scores += _NUMBER * numbers + _HEADING * shorts
    found = []
    for i, j in np.argwhere((scores >= LEAST) | ((scores >= FAINT) & _nearest(scores))).tolist():
        evidence = (
            Evidence(name="same meaning", weight=_rounded(_COSINE * cosines[i, j]), said=f"cosine {cosines[i, j]:.2f}"),
            Evidence(name="stands out", weight=_rounded(_MARGIN * margins[i, j]), said=f"margin {margins[i, j]:+.2f}"),
            Evidence(name="published apart", weight=_rounded(apart), said=f"{days} days"),
            Evidence(
                name="same actors",
                weight=_rounded(_ACTORS * shares[i, j]),
                said=", ".join(sorted(mine.actors[i] & yours.actors[j])),
            ),
            Evidence(
                name="same numbers",
                weight=_NUMBER * bool(numbers[i, j]),
                said=", ".join(sorted(mine.numbers[i] & yours.numbers[j])),
            ),
            Evidence(name="short", weight=_HEADING * bool(shorts[i, j]), said=f"under {_SHORT} letters"),
        )
        found.append(
            Parallel(
                span=mine.statements[i].span,
                other=yours.statements[j].span,
                score=_rounded(scores[i, j]),
                evidence=tuple(each for each in evidence if each.weight),
            )
        )
    return tuple(found)


def _nearest(scores: _Matrix) -> NDArray[np.bool_]:
    """Where each sentence of a pair has no better one in the other document."""
    best: NDArray[np.bool_] = (scores == scores.max(axis=1, keepdims=True)) & (
        scores == scores.max(axis=0, keepdims=True)
    )
    return best


def _rounded(weight: float) -> float:
    return round(float(weight), 3)


def _in_common(mine: Sequence[frozenset[str]], yours: Sequence[frozenset[str]]) -> _Matrix:
    """For every pair the part of what either names that both name (Jaccard), 0 where neither names anything."""
    known: dict[str, int] = {}
    for each in (*mine, *yours):
        for mark in each:
            known.setdefault(mark, len(known))
    if not known:
        return np.zeros((len(mine), len(yours)), dtype=np.float32)
    one, other = (_incidence(side, known) for side in (mine, yours))
    shared = one @ other.T
    either = one.sum(axis=1)[:, None] + other.sum(axis=1)[None, :] - shared
    share: _Matrix = shared / np.maximum(either, 1)
    return share


def _incidence(side: Sequence[frozenset[str]], known: Mapping[str, int]) -> _Matrix:
    rows = np.zeros((len(side), len(known)), dtype=np.float32)
    for number, marks in enumerate(side):
        for mark in marks:
            rows[number, known[mark]] = 1
    return rows


def _rivals(cosines: _Matrix) -> _Matrix:
    """For every pair the greatest cosine that the sentence of the row has with another column; 0 without another."""
    if cosines.shape[1] == 1:
        return np.zeros_like(cosines)
    second, best = np.sort(cosines, axis=1)[:, -2:].T
    places = np.arange(cosines.shape[1]) == np.argmax(cosines, axis=1)[:, None]
    rivals: _Matrix = np.where(places, second[:, None], best[:, None])
    return rivals
