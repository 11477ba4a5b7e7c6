"""Sentences of our own in, read with the shipped weights; whether they make the claims of `tests/cases/claims.toml`."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from sayso.claims.composition import compose
from sayso.documents.build import About, build
from sayso.reading import Reader, open_reader
from sayso.records import Attribution, Claim, Document, Role
from sayso.settings import Settings
from sayso.vocab.actors import open_roster

CASES: dict[str, Any] = tomllib.loads((Path(__file__).parents[1] / "cases" / "claims.toml").read_text(encoding="utf-8"))


def cases() -> list[Any]:
    """The cases; those that cannot be done yet are expected to fail, with the reason."""
    return [
        pytest.param(
            case,
            id=case["phenomenon"].replace(" ", "-"),
            marks=[pytest.mark.xfail(reason=case["fails"], strict=True)] if "fails" in case else [],
        )
        for case in CASES["case"]
    ]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return open_reader(Settings())


def document_of(text: str, published: str, *, language: str = "en") -> Document:
    settings = Settings(published=published, language=language)
    return build(text, About(location="case.txt", loader="text"), content=text.encode(), settings=settings)


def written(claim: Claim) -> str:
    """A claim as the cases write it."""
    roles = " ".join(map(_role, claim.event.roles))
    manner = ("not " if claim.polarity == "negated" else "") + claim.modality
    sources = " ".join(map(_source, claim.attribution))
    return f"{claim.event.kind} {claim.event.trigger.quote}: {roles}; {manner}; {sources}".strip()


def _role(role: Role) -> str:
    return f"{role.role}={role.good or role.effect or role.actor or '-'}"


def _source(link: Attribution) -> str:
    return link.actor or "-"


@pytest.mark.parametrize("case", cases())
def test_a_text_makes_these_claims_and_no_others(case: dict[str, Any], reader: Reader) -> None:
    document = document_of(case["text"], CASES["published"], language=case.get("language", "en"))
    claims = compose(document, reader.read(document), roster=open_roster())
    assert [written(claim) for claim in claims] == case["claims"]
