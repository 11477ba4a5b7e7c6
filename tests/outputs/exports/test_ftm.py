"""Claims of our own in; whether FollowTheMoney takes the entities out.

The properties and what is required of each schema are written down from the schemata of followthemoney 4.11. Where the
library is installed (it builds PyICU from source, so that it is no part of the development extra), it checks as well.
"""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from sayso.outputs.claims import Found
from sayso.outputs.exports import ftm
from sayso.records import Period
from tests.outputs.exports.made import arms, contents, ledgers, three, written

_DOCUMENT = {"fileName", "title", "author", "publisher", "publishedAt", "retrievedAt", "language", "sourceUrl"}
_INTERVAL = {"summary", "description", "date", "startDate", "endDate", "proof", "publisher", "sourceUrl", "recordId"}
_PARTY = {"name", "country", "keywords"}
TAKES = {
    "Article": _DOCUMENT,
    "Event": {"name", "notes", "keywords", "involved", "location", "country"} | _INTERVAL,
    "UnknownLink": {"subject", "object", "role", "status"} | _INTERVAL,
    "PublicBody": _PARTY,
    "Organization": _PARTY,
    "Company": _PARTY,
    "Person": _PARTY,
}
REQUIRED = {"Article": {"fileName"}, "UnknownLink": {"subject", "object"}}


def entities(found: list[Found]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written(ftm, contents(found)).decode().rstrip("\n").split("\n") if line]


def test_a_claim_is_an_event_with_its_words_actors_and_proof() -> None:
    found = {each["id"]: each for each in entities(arms())}
    [event] = [each for each in found.values() if each["schema"] == "Event"]
    told = event["properties"]
    assert told["summary"][0].startswith("The New York Times said")
    assert told["notes"] == ["On the word of New York Times, in The Daily"]
    assert told["keywords"] == ["transfer", "modality:possible", "polarity:affirmed", "certainty:possible"]
    assert [found[each]["properties"]["country"] for each in told["involved"]] == [["kp"], ["ru"]]
    assert (told["startDate"], "endDate" in told) == (["2022-01-01"], False)
    assert found[told["proof"][0]]["schema"] == "Article"


def test_a_link_lies_between_who_does_it_and_whom_it_is_done_to() -> None:
    links = [each["properties"] for each in entities(three()) if each["schema"] == "UnknownLink"]
    assert [(each["subject"], each["object"]) for each in links] == [
        (["sayso-actor-POL"], ["sayso-actor-UKR"]),
        (["sayso-actor-DEU"], ["sayso-actor-UKR"]),
        (["sayso-actor-RUS"], ["sayso-actor-UKR"]),
    ]
    assert [each["status"] for each in links] == [["done"], ["wanted"], ["not done"]]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(found=ledgers())
def test_every_entity_has_what_its_schema_requires_and_nothing_it_does_not_take(found: list[Found]) -> None:
    every = entities(found)
    known = {each["id"] for each in every}
    for entity in every:
        told = entity["properties"]
        assert set(told) <= TAKES[entity["schema"]]
        assert set(told) >= REQUIRED.get(entity["schema"], {"name"})
        assert all(values and all(isinstance(each, str) and each for each in values) for values in told.values())
        for refers in ("involved", "proof", "subject", "object"):
            assert set(told.get(refers, ())) <= known


def test_the_library_takes_them() -> None:
    model = pytest.importorskip("followthemoney", reason="followthemoney builds PyICU from source").model
    for entity in (*entities(arms()), *entities(three())):
        model.get(entity["schema"]).validate(entity)


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2024-05", {"date": ["2024-05"]}),
        ("2024-05-03/2024-05-04", {"startDate": ["2024-05-03"], "endDate": ["2024-05-05"]}),
        ("no date", {}),
    ],
)
def test_a_date_keeps_its_precision_and_a_period_has_two_ends(edtf: str, told: dict[str, list[str]]) -> None:
    [(report, (gave, *_))] = three()
    dated = replace(gave, event=replace(gave.event, occurred=Period(edtf=edtf, basis="stated", span=None)))
    [event] = [each["properties"] for each in entities([(report, (dated,))]) if each["schema"] == "Event"]
    assert {key: event[key] for key in ("date", "startDate", "endDate") if key in event} == told
