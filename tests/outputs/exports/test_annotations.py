"""Claims of our own in; whether W3C Web Annotations of them lead back to the same words out."""

import json
from typing import Any

from hypothesis import HealthCheck, given, settings

from sayso.outputs.claims import Found
from sayso.outputs.exports import annotations
from sayso.records import Claim, Span
from tests.factories import claim, document
from tests.outputs.exports.made import arms, contents, ledgers, written


def page(found: list[Found]) -> dict[str, Any]:
    return dict(json.loads(written(annotations, contents(found))))


def test_an_annotation_has_the_fields_of_the_standard() -> None:
    found = page(arms())
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert found["type"] == "AnnotationPage"
    [annotation] = found["items"]
    assert (annotation["type"], annotation["motivation"]) == ("Annotation", "describing")
    assert annotation["target"]["source"] == "https://daily.example/arms"
    [place, words] = annotation["target"]["selector"]
    assert place["type"], words["type"] == ("TextPositionSelector", "TextQuoteSelector")
    assert words["exact"].startswith("The New York Times said")
    assert (words["prefix"], words["suffix"]) == ("The trade has grown. ", " Moscow denies it.")


def test_bodies_tell_the_claim_and_its_parts() -> None:
    [annotation] = page(arms())["items"]
    tags = [each["value"] for each in annotation["body"] if each.get("purpose") == "tagging"]
    assert tags == ["transfer", "possible", "affirmed", "certainty possible"]
    parts = {each["sayso:part"]: each.get("sayso:actor") for each in annotation["body"] if "sayso:part" in each}
    assert parts["giver"] == "PRK"
    assert parts["source"] == "org/nyt"
    assert "on the word of New York Times" in annotation["body"][0]["value"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(found=ledgers())
def test_spans_come_back_and_count_code_points(found: list[Found]) -> None:
    told = [(of, each) for of, claims in found for each in claims]
    for (of, one), annotation in zip(told, page(found)["items"], strict=True):
        spans = annotations.spans_of(annotation)
        assert set(spans) == _spans(one)
        assert all(of.text[each.start : each.end] == each.quote for each in spans)
        words = annotation["target"]["selector"][1]
        assert words["prefix"] + words["exact"] + words["suffix"] in of.text


def _spans(of: Claim) -> set[Span]:
    event = of.event
    found: list[Span | None] = [of.provenance.evidence, event.trigger, *(role.span for role in event.roles)]
    found += [each.span for each in (*event.quantities, event.occurred, event.place) if each is not None]
    found += [each for link in of.attribution for each in (link.source, link.cue)]
    return {each for each in found if each is not None}


def test_a_file_has_no_address_and_is_named_by_its_id() -> None:
    of = document()
    [(_, claims), _] = arms()
    found = page([(of, claims)])
    assert found["items"][0]["target"]["source"] == f"urn:sayso:document:{of.id}"


def test_as_many_code_points_stand_around_a_sentence_as_help_to_find_it() -> None:
    of = document("👩" * 50 + "It rained." + "😀" * 50)
    found = page([(of, (claim(of, "fight", "rained", evidence="It rained."),))])
    words = found["items"][0]["target"]["selector"][1]
    assert (words["prefix"], words["suffix"]) == ("👩" * 32, "😀" * 32)
