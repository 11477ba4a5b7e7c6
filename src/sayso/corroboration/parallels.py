"""The statements of two documents in, the pairs of them that say the same out, in one language or two.

A pair is judged by its cosine, by how far it stands out from what else either sentence is near to in the other
document (the margin of Artetxe and Schwenk 2019), by the actors and by the numbers that both name, and by the days
between the documents. The weights are a logistic regression on the sentences of `tests/cases/origins` that tell one
matter, in the files in odd places of the alphabet, and on 12,000 near pairs from real statements of different
occasions: F1 .42 there and .47 on the other files (November 2026). What is found beyond the labels is mostly right on
reading, since the set lists only the sentences of chosen matters; of two statements of one office on different
occasions one in eight pairs of documents has a false parallel.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.corroboration.joining.views import owner, unit_vector
from sayso.corroboration.records import Evidence, Parallel
from sayso.records import Statement

LEAST = -1.8
"""Log odds from which two sentences are taken to say the same. Of those above half are right by the labels of the set,
and four of five on reading; every 0.3 less adds a sixth to what is found and doubles what is false."""

_PRIOR = -3.8
_COSINE = 1.15
_MARGIN = 3.0
_ACTORS = 1.3
_NUMBER = 2.2
_HEADING = -1.9
_APART = ((3, -1.6), (14, -1.3))
"""What it takes away that the documents are more than so many days apart; both where both apply."""

_SMALLEST = 2
"""Smaller numbers are shared by chance."""

_SHORT = 60
"""Code points under which a sentence is a heading or a fragment, whose few words are near to much."""

_Matrix = NDArray[np.float32]


def parallels(
    statements: Sequence[Statement], others: Sequence[Statement], *, days: int | None = None
) -> tuple[Parallel, ...]:
    """The pairs that say the same, in the order of the text; it makes no difference which document comes first.

    `days` is how far apart the documents were published, None where that is unknown. Statements without a vector are
    left out. Within a record the span of the document with the lesser id comes first.
    """
    mine, yours = _known(statements), _known(others)
    if not mine or not yours:
        return ()
    if mine[0].span.document_id > yours[0].span.document_id:
        mine, yours = yours, mine
    cosines = _vectors(mine) @ _vectors(yours).T
    margins = cosines - (_rivals(cosines) + _rivals(cosines.T).T) / 2
    # The rest adds no more than this, so that most pairs need not be looked at.
    prior = _PRIOR + sum(weight for least, weight in _APART if days is not None and days > least)
    near = np.argwhere(prior + _COSINE * cosines + _MARGIN * margins + _ACTORS + _NUMBER >= LEAST)
    found = (
        _parallel(mine[i], yours[j], likeness=(float(cosines[i, j]), float(margins[i, j])), prior=prior)
        for i, j in near.tolist()
    )
    return tuple(each for each in found if each.score >= LEAST)


def _known(statements: Sequence[Statement]) -> list[Statement]:
    return [each for each in statements if any(each.vector)]


def _vectors(statements: Sequence[Statement]) -> _Matrix:
    found = (unit_vector(each.vector) for each in statements)
    return np.stack([vector for vector in found if vector is not None])


def _rivals(cosines: _Matrix) -> _Matrix:
    """For every pair the greatest cosine that the sentence of the row has with another column; 0 without another."""
    if cosines.shape[1] == 1:
        return np.zeros_like(cosines)
    second, best = np.sort(cosines, axis=1)[:, -2:].T
    places = np.arange(cosines.shape[1]) == np.argmax(cosines, axis=1)[:, None]
    rivals: _Matrix = np.where(places, second[:, None], best[:, None])
    return rivals


def _parallel(mine: Statement, yours: Statement, *, likeness: tuple[float, float], prior: float) -> Parallel:
    evidence = tuple(each for each in _evidence(mine, yours, likeness=likeness, prior=prior) if each.weight)
    return Parallel(
        span=mine.span,
        other=yours.span,
        score=round(_PRIOR + sum(each.weight for each in evidence), 3),
        evidence=evidence,
    )


def _evidence(mine: Statement, yours: Statement, *, likeness: tuple[float, float], prior: float) -> Iterator[Evidence]:
    cosine, margin = likeness
    yield Evidence(name="same meaning", weight=round(_COSINE * cosine, 3), said=f"cosine {cosine:.2f}")
    said = f"{abs(margin):.2f} {'more' if margin >= 0 else 'less'} than with the next"
    yield Evidence(name="stands out", weight=round(_MARGIN * margin, 3), said=said)
    yield Evidence(name="published apart", weight=round(prior - _PRIOR, 3), said="days lie between the documents")
    ours, theirs = ({owner(actor) for actor in each.actors} for each in (mine, yours))
    if ours & theirs:
        share = len(ours & theirs) / len(ours | theirs)
        yield Evidence(name="same actors", weight=round(_ACTORS * share, 3), said=", ".join(sorted(ours & theirs)))
    numbers = sorted(each for each in {*mine.numbers} & {*yours.numbers} if each >= _SMALLEST)
    if numbers:
        said = ", ".join(f"{number.normalize():f}" for number in numbers)
        yield Evidence(name="same numbers", weight=_NUMBER, said=said)
    if min(len(mine.span.quote), len(yours.span.quote)) < _SHORT:
        yield Evidence(name="short", weight=_HEADING, said=f"under {_SHORT} letters")
