"""Claims of our own in; whether a line keeps to the shipped JSON Schema, and the claim comes back from it, out."""

import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from sayso.errors import RecordError
from sayso.outputs.claims import Found
from sayso.outputs.claims.form import ClaimForm
from sayso.outputs.claims.reading_back import claim_of
from sayso.outputs.exports import jsonl
from sayso.records import Claim, Role
from sayso.vocab.frames import kinds
from sayso.vocab.scales import CERTAINTIES, CHANNELS, MODALITIES, POLARITIES
from tests.outputs.exports.made import arms, contents, ledgers, written

SCHEMA: dict[str, Any] = json.loads(jsonl.schema())


def lines(found: list[Found]) -> list[str]:
    return written(jsonl, contents(found)).decode().rstrip("\n").split("\n")


def problems(claim: dict[str, object]) -> list[str]:
    return [each.message for each in Draft202012Validator(SCHEMA).iter_errors(claim)]


def test_the_schema_is_one_and_has_the_fields_and_words_of_the_contract() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    of = SCHEMA["properties"]
    assert list(of) == SCHEMA["required"] == [field.name for field in fields(ClaimForm)]
    assert of["kind"]["enum"] == list(kinds())
    assert (of["modality"]["enum"], of["polarity"]["enum"]) == (list(MODALITIES), list(POLARITIES))
    assert of["certainty"]["enum"] == list(CERTAINTIES)
    assert SCHEMA["$defs"]["link"]["properties"]["channel"]["enum"] == list(CHANNELS)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(found=ledgers())
def test_every_line_keeps_to_the_schema(found: list[Found]) -> None:
    for line in lines(found):
        assert not line or problems(json.loads(line)) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("kind", "sale"), ("modality", "likely"), ("confidence", 1.5), ("trigger", None), ("colour", "red"), ("id", 7)],
)
def test_what_is_no_claim_does_not_keep_to_the_schema(field: str, value: object) -> None:
    [line] = lines(arms())
    assert problems(json.loads(line)) == []
    assert problems(json.loads(line) | {field: value}) != []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(found=ledgers())
def test_a_claim_comes_back_from_its_line(found: list[Found]) -> None:
    told = [claim for _, claims in found for claim in claims]
    assert [claim_of(line) for line in lines(found) if line] == [_as_written(claim) for claim in told]


def _as_written(claim: Claim) -> Claim:
    """Without what the form has no place for: a good beside a role that is none."""
    roles = tuple(Role(role=each.role, actor=each.actor, span=each.span) for each in claim.event.roles)
    return replace(claim, event=replace(claim.event, roles=roles))


def test_the_category_of_a_good_comes_back_too() -> None:
    [(_, [claim]), _] = arms()
    assert claim_of(lines(arms())[0]) == claim


def test_what_is_no_claim_is_refused() -> None:
    with pytest.raises(RecordError, match="not a ClaimForm record"):
        claim_of('{"id": "1"}')
