"""A matter and the sentences that are parallel to those it is told in, the echoes of the matter out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from sayso.corroboration.records import Echo, Matter, Parallel
from sayso.records import Span, Statement

_ID_LENGTH = 16
"""Hexadecimal digits, as of claims and documents."""

Place = tuple[str, int]
"""A document id and the first code point of a sentence in it."""


def place(span: Span) -> Place:
    """Where a sentence stands."""
    return span.document_id, span.start


def with_echoes(matter: Matter, parallels: Iterable[Parallel], *, statements: Mapping[Place, Statement]) -> Matter:
    """The matter with one echo for each document that does not tell it: its sentence nearest to those that do.

    Sentences that are parallel to none of the telling ones, or stand in no document of `statements`, are no echoes.
    """
    told = {telling.claim.document_id for telling in matter.tellings}
    claims = {place(telling.statement.span): telling.claim.id for telling in matter.tellings if telling.statement}
    found: dict[str, list[Echo]] = {}
    for parallel in parallels:
        for here, there in ((parallel.span, parallel.other), (parallel.other, parallel.span)):
            claim_id, statement = claims.get(place(here)), statements.get(place(there))
            if claim_id is not None and statement is not None and there.document_id not in told:
                echo = Echo(id=_id(there), claim_id=claim_id, statement=statement, score=parallel.score)
                found.setdefault(there.document_id, []).append(echo)
    nearest = (min(each, key=lambda echo: (-echo.score, echo.id, echo.claim_id)) for each in found.values())
    return replace(matter, echoes=tuple(sorted(nearest, key=lambda echo: place(echo.statement.span))))


def _id(span: Span) -> str:
    return sha256(f"{span.document_id}\0{span.start}\0{span.end}".encode()).hexdigest()[:_ID_LENGTH]
