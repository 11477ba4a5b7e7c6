"""A matter and the sentences that are parallel to those it is told in, the echoes and the hints of the matter out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from sayso.corroboration.parallels import LEAST
from sayso.corroboration.records import Echo, Matter, Parallel
from sayso.records import Span, Statement

_ID_LENGTH = 16
"""Hexadecimal digits, as of claims and documents."""

Place = tuple[str, int]
"""A document id and the first code point of a sentence in it."""


def place(span: Span) -> Place:
    """Where a sentence stands."""
    return span.document_id, span.start


Nearness = Mapping[Place, Sequence[tuple[Place, float]]]
"""For each sentence the sentences that say the same, each with the score of the parallel."""


def nearness(parallels: Iterable[Parallel]) -> Nearness:
    """Parallels by the sentences they are of, each from both sides."""
    found: dict[Place, list[tuple[Place, float]]] = {}
    for parallel in parallels:
        here, there = place(parallel.span), place(parallel.other)
        found.setdefault(here, []).append((there, parallel.score))
        found.setdefault(there, []).append((here, parallel.score))
    return found


def with_echoes(matter: Matter, near: Nearness, *, statements: Mapping[Place, Statement]) -> Matter:
    """The matter with one echo or hint for each document that does not tell it: its sentence nearest to those that do.

    Sentences that are near to none of the telling ones, or are no statements, are neither.
    """
    told = {telling.claim.document_id for telling in matter.tellings}
    found: dict[str, list[Echo]] = {}
    for telling in matter.tellings:
        sentence = telling.statement
        if sentence is None:
            continue
        for there, score in near.get(place(sentence.span), ()):
            statement = statements.get(there)
            if statement is not None and there[0] not in told:
                echo = Echo(
                    id=_id(statement.span),
                    claim_id=telling.claim.id,
                    statement=statement,
                    score=score,
                    polarity=_polarity(telling.claim.polarity, is_turned=statement.polarity != sentence.polarity),
                )
                found.setdefault(there[0], []).append(echo)
    nearest = [min(each, key=lambda echo: (-echo.score, echo.id, echo.claim_id)) for each in found.values()]
    nearest.sort(key=lambda echo: place(echo.statement.span))
    return replace(
        matter,
        echoes=tuple(each for each in nearest if each.score >= LEAST),
        hints=tuple(each for each in nearest if each.score < LEAST),
    )


def _polarity(polarity: str, *, is_turned: bool) -> str:
    return {"affirmed": "negated", "negated": "affirmed"}.get(polarity, polarity) if is_turned else polarity


def _id(span: Span) -> str:
    return sha256(f"{span.document_id}\0{span.start}\0{span.end}".encode()).hexdigest()[:_ID_LENGTH]
