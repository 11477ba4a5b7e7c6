"""Fields put right in; what is kept of them, and the claim as corrected, out."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from sayso.codec import encode
from sayso.errors import RecordError
from sayso.ledger import Standing
from sayso.outputs.claims.form import form
from sayso.records import Claim, Event, Judgement
from sayso.review.corrections import FIELDS, as_judged, checked, corrected
from tests.factories import arms_claim, document, span
from tests.review.reviewed import AT, REPORT, SALE

START = SALE.event.trigger.start
TRIGGER = {"start": START, "end": SALE.event.trigger.end, "quote": "sales"}
AMOUNT = {"of": "good", "low": None, "high": None, "unit": None, "approximate": False, "span": TRIGGER}


def _kept(**fields: object) -> Claim:
    return corrected(SALE, checked(fields, SALE, document=REPORT))


def test_every_field_of_the_export_put_back_as_it_is_changes_nothing() -> None:
    written = json.loads(encode(form(SALE, REPORT)))
    assert _kept(**{name: written[name] for name in FIELDS}) == SALE


def test_words_numbers_and_links_are_put_right() -> None:
    worth = {**AMOUNT, "low": 5.25, "high": 6, "unit": "USD", "approximate": True, "span": {"quote": "$5.5 billion"}}
    link = {"source": None, "actor": "PRK", "cue": {"quote": "denies"}, "channel": "believed"}
    found = _kept(modality="done", certainty="certain", quantities=[worth], occurred=None, attribution=[link])
    assert (found.modality, found.certainty, found.polarity, found.id) == ("done", "certain", "affirmed", SALE.id)
    (quantity,) = found.event.quantities
    assert (quantity.low, quantity.high, quantity.approximate) == (Decimal("5.25"), Decimal(6), True)
    assert quantity.span == span(REPORT, "$5.5 billion")
    assert found.event.occurred is None
    assert found.attribution[0].cue == span(REPORT, "denies")
    assert found.event.roles == SALE.event.roles


def test_words_alone_are_looked_for_in_the_sentence_first_and_then_in_the_text() -> None:
    text = document("Kim met Xi. Kim met Putin in the spring, and Kim left. Moscow smiled.")
    claim = replace(arms_claim(REPORT), document_id=text.id)
    evidence = span(text, "Kim met Putin in the spring, and Kim left.")
    claim = replace(
        claim,
        provenance=replace(claim.provenance, evidence=evidence, words=()),
        event=Event(kind="meet", trigger=span(text, "met Putin"), roles=()),
        attribution=(),
    )

    def start(place: dict[str, object]) -> int:
        roles = [{"role": "actor", "actor": "PRK", "span": place}]
        (role,) = corrected(claim, checked({"roles": roles}, claim, document=text)).event.roles
        assert role.span is not None
        return role.span.start

    assert start({"quote": "Kim"}) == 12
    assert start({"quote": "Kim", "nth": 1}) == 45
    assert start({"quote": "Kim", "nth": 2}) == 45
    assert start({"quote": "Moscow"}) == 55
    assert start({"start": 0, "end": 3, "quote": "Kim"}) == 0


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "names at least one field"),
        ({"colour": "red"}, "colour: there is no such field; the fields are kind, trigger"),
        ({"modality": "maybe"}, "'maybe' is none of done"),
        ({"modality": 3}, "modality: it takes the JSON"),
        ({"modality": None}, "modality: it takes the JSON"),
        ({"kind": "meet"}, "kind: meet has no role 'giver'"),
        ({"roles": [{"role": "partner", "actor": "RUS", "span": None}]}, "roles: transfer has no role 'partner'"),
        ({"roles": [{"role": "giver", "actor": "<script>", "span": None}]}, "is no id of an actor"),
        ({"roles": [{"role": "giver", "actor": "RUS", "span": None, "x": 1}]}, "a key besides"),
        ({"roles": [{"role": "good", "actor": None, "span": None, "good": "<b>"}]}, "no category of a good"),
        ({"trigger": {**TRIGGER, "quote": "sale"}}, "the text has 'sales' at"),
        ({"trigger": {**TRIGGER, "start": START + 1}}, "the text has 'ales' at"),
        ({"trigger": {**TRIGGER, "end": 10**9}}, "is no place in a text of"),
        ({"trigger": {"start": 9, "end": 9, "quote": ""}}, "is no place"),
        ({"trigger": {"start": -5, "end": 3, "quote": ""}}, "is no place"),
        ({"trigger": {"start": True, "end": 3, "quote": "he"}}, "trigger: it takes the JSON"),
        ({"trigger": {"quote": ""}}, "words as they stand"),
        ({"trigger": {"quote": "sales", "nth": 1}}, "does not have the words 'sales' 2 times"),
        ({"trigger": {"quote": "sales", "nth": -1}}, "words as they stand"),
        ({"trigger": {"quote": "denies"}}, "trigger: it stands in the sentence of the claim"),
        ({"trigger": None}, "trigger: it takes the JSON"),
        ({"occurred": {"edtf": "last year", "basis": "stated", "span": None}}, "a date is written as"),
        ({"occurred": {"edtf": "2024", "basis": "guessed", "span": None}}, "stated or inferred"),
        ({"place": {"name": " ", "country": None, "span": None}}, "a place has a name"),
        ({"place": {"name": "Rason", "country": "North Korea", "span": None}}, "is no id of an actor"),
        ({"attribution": [{"source": None, "actor": None, "cue": None, "channel": "told"}]}, "'told' is none of"),
        ({"quantities": [{**AMOUNT, "low": 2, "high": 1}]}, "2 to 1 runs backwards"),
        ({"quantities": [AMOUNT]}, "a lower or an upper limit"),
    ],
)
def test_what_does_not_fit_the_text_or_the_claim_is_refused(fields: dict[str, object], said: str) -> None:
    with pytest.raises(RecordError, match=said):
        checked(fields, SALE, document=REPORT)


def _standing(verdict: str, correction: str | None = None) -> Standing:
    given = Judgement(
        id="1", claim_id=SALE.id, verdict=verdict, reviewer="ann", at=AT, correction=correction, target=None
    )
    return Standing(judgements=(given,), lapsed=())


def test_a_claim_stands_as_the_last_decision_leaves_it() -> None:
    assert as_judged(SALE, None) is SALE
    assert as_judged(SALE, _standing("accept")) is SALE
    assert as_judged(SALE, _standing("merge")) is SALE
    assert as_judged(SALE, _standing("reject")) is None
    assert as_judged(SALE, _standing("correct", '{"modality":"done"}')) == replace(SALE, modality="done")


@pytest.mark.parametrize("unfit", ['{"modality":"maybe"}', '{"roles":5}', "[]", "{", '{"kind":"dance"}'])
def test_a_correction_that_does_not_fit_leaves_the_claim_as_it_was_read(unfit: str) -> None:
    assert as_judged(SALE, _standing("correct", unfit)) is SALE
