"""Sentences of our own in, read with the shipped weights; whether they make the shares of `tests/cases/shares.toml`."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sayso.claims.composition import compose
from sayso.documents.build import About, build
from sayso.reading import Reader, open_reader
from sayso.records import Claim
from sayso.settings import Settings
from sayso.vocab.actors import open_roster

CASES: dict[str, Any] = tomllib.loads((Path(__file__).parents[1] / "cases" / "shares.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def reader() -> Reader:
    return open_reader(Settings())


def written(claim: Claim) -> str:
    """A share as the cases write it."""
    filled = {role.role: role.good or role.actor for role in claim.event.roles}
    (share,) = claim.event.quantities
    parties = f"{filled.get('actor')} {filled.get('partner')} {filled.get('good', '-')}"
    return f"{parties} {_bound(share.low)}..{_bound(share.high)} {share.of}"


def _bound(value: Decimal | None) -> str:
    return "" if value is None else str(value)


@pytest.mark.parametrize("case", CASES["case"], ids=[case["text"] for case in CASES["case"]])
def test_a_text_tells_these_shares_of_commerce(case: dict[str, Any], reader: Reader) -> None:
    settings = Settings(published="2024-05-10", language=case["language"])
    document = build(
        case["text"], About(location="case.txt", loader="text"), content=case["text"].encode(), settings=settings
    )
    claims = compose(document, reader.read(document), roster=open_roster())
    assert [written(claim) for claim in claims if claim.event.kind == "trade"] == case["shares"]
