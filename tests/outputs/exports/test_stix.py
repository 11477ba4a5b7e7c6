"""Claims, accounts and judgements of our own in; what a STIX 2.1 bundle tells of them out."""

import json
import uuid
from dataclasses import replace
from typing import Any

import stix2
from stix2.confidence.scales import admiralty_credibility_to_value

from sayso.outputs.exports import Contents, stix
from tests.outputs.exports.made import accounted, arms, contents, judged, three, written

ADMIRALTY = {
    1: "1 - Confirmed by other sources",
    2: "2 - Probably True",
    3: "3 - Possibly True",
    4: "4 - Doubtful",
    5: "5 - Improbable",
}


def objects(of: Contents, kind: str) -> list[dict[str, Any]]:
    bundle = json.loads(written(stix, of))
    stix2.parse(bundle, allow_custom=False)
    ids = [each["id"] for each in bundle["objects"]]
    assert len(ids) == len(set(ids))
    return [each for each in bundle["objects"] if each["type"] == kind]


def test_a_note_keeps_words_speaker_and_the_fields_of_the_claim() -> None:
    [note] = objects(contents(arms()), "note")
    assert note["authors"] == ["New York Times"]
    assert note["content"].startswith("The New York Times said North Korea may have earned")
    assert note["labels"] == ["kind:transfer", "modality:possible", "polarity:affirmed", "certainty:possible"]
    assert (note["confidence"], note["lang"]) == (75, "en")
    assert note["external_references"][0]["url"] == "https://daily.example/arms"


def test_only_what_is_told_as_done_and_affirmed_is_a_relationship() -> None:
    [found] = objects(contents(three()), "relationship")
    assert found["relationship_type"] == "transfer"
    names = {each["id"]: each["name"] for each in objects(contents(three()), "identity")}
    assert (names[found["source_ref"]], names[found["target_ref"]]) == ("Poland", "Ukraine")
    assert "confidence" not in found


def test_what_an_analyst_rejected_is_no_relationship_and_has_an_opinion() -> None:
    [(report, (gave, asked, struck))] = three()
    standings = {gave.id: judged(gave, "reject"), asked.id: judged(asked, "accept")}
    of = contents([(report, (gave, asked, struck))], standings=standings)
    assert objects(of, "relationship") == []
    found = {each["object_refs"][0]: (each["opinion"], each["authors"]) for each in objects(of, "opinion")}
    notes = {each["external_references"][0]["external_id"]: each["id"] for each in objects(of, "note")}
    assert found == {
        notes[gave.id]: ("strongly-disagree", ["R. Viewer"]),
        notes[asked.id]: ("strongly-agree", ["R. Viewer"]),
    }


def test_confidence_is_credibility_by_the_table_of_the_standard_and_a_denial_an_opinion() -> None:
    for number, confidence in stix._CONFIDENCE.items():
        assert admiralty_credibility_to_value(ADMIRALTY[number]) == confidence
    [(report, (_, _, denied))] = three()
    told = replace(denied, id="affirmed", polarity="affirmed", attribution=())
    found = accounted(report, (told, denied))
    of = contents([(report, (told, denied))], accounts=[found])
    [relationship] = objects(of, "relationship")
    assert relationship.get("confidence") == stix._CONFIDENCE.get(found.credibility.number)
    [opinion] = objects(of, "opinion")
    assert (opinion["opinion"], opinion["authors"]) == ("strongly-disagree", ["Russia"])
    assert opinion["explanation"] == "Russia denied that it struck Kharkiv."


def test_times_are_those_of_publication_and_the_end_of_a_period_is_its_stop() -> None:
    [(report, (gave, *_))] = three()
    occurred = replace(arms()[0][1][0].event.occurred, edtf="2024-05-03")  # type: ignore[type-var]
    dated = replace(gave, event=replace(gave.event, occurred=occurred))
    [found] = objects(contents([(report, (dated,))]), "relationship")
    assert (found["start_time"], found["stop_time"]) == ("2024-05-03T00:00:00.000Z", "2024-05-04T00:00:00.000Z")
    [told] = objects(contents([(report, (dated,))]), "report")
    assert told["published"] == "2024-05-01T00:00:00.000Z"


def test_ids_are_uuids_of_version_five() -> None:
    namespace = uuid.UUID(bytes=stix._NAMESPACE)
    assert stix._id("note", "61c15ed371") == f"note--{uuid.uuid5(namespace, 'note 61c15ed371')}"
