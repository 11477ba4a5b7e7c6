"""Rows as claims: every span stands in the page, ids are stable, and no kind says what the contract has no word for."""

from decimal import Decimal

import pytest

from sayso.claims.numbers.edtf import bounds
from sayso.system.reference import claims
from sayso.system.reference.claims import document
from sayso.system.reference.rows import page
from sayso.vocab.frames import kinds

STATES = ("PRK", "RUS", "CHN", "UKR", "IRN", "BLR", "DEU", "TWN")


@pytest.mark.parametrize("state", STATES)
def test_every_span_stands_in_the_page(state: str) -> None:
    page_of = document(state)
    assert claims.testimonies(state)
    for each in claims.testimonies(state):
        claim = each.claim
        spans = [claim.event.trigger, claim.provenance.evidence, *claim.provenance.words]
        spans += [role.span for role in claim.event.roles if role.span is not None]
        spans += [quantity.span for quantity in claim.event.quantities]
        assert {span.document_id for span in spans} == {page_of.id}
        assert all(page_of.text[span.start : span.end] == span.quote for span in spans)
        assert [page_of.text[part.start : part.end] for part in page_of.passages] == page_of.text.split("\n")


@pytest.mark.parametrize("state", STATES)
def test_every_claim_keeps_to_the_contract(state: str) -> None:
    found = claims.testimonies(state)
    assert len({each.claim.id for each in found}) == len(found)
    for each in found:
        event = each.claim.event
        assert each.kind == "recorded"
        assert each.origins == ("USA/cia",)
        assert {role.role for role in event.roles} <= set(dict(kinds()[event.kind].roles))
        assert event.roles[0].actor == state
        assert event.occurred is not None
        assert bounds(event.occurred.edtf) is not None


def test_a_share_of_trade_is_claimed_as_it_is_written() -> None:
    claim = claims.testimonies("PRK")[0].claim
    (quantity,) = claim.event.quantities
    assert [(role.role, role.actor) for role in claim.event.roles] == [("actor", "PRK"), ("partner", "CHN")]
    assert claim.event.roles[1].span is not None
    assert claim.event.roles[1].span.quote == "China"
    assert (quantity.low, quantity.high, quantity.unit) == (Decimal(74), Decimal(74), "percent")
    assert (quantity.of, quantity.span.quote) == ("recorded merchandise exports", "74%")


def test_nothing_says_that_a_listed_partner_has_no_trade() -> None:
    (india,) = (each.claim for each in claims.testimonies("PRK") if "IND" in each.named)
    assert (india.event.quantities[0].low, india.event.quantities[0].high) == (Decimal(0), Decimal("0.5"))


def test_a_bound_stays_a_bound_and_an_estimate_is_probable() -> None:
    (army,) = (
        each.claim
        for each in claims.testimonies("PRK")
        if "Korean People's Army" in each.claim.provenance.words[0].quote
    )
    assert (army.event.quantities[0].low, army.event.quantities[0].high) == (None, Decimal(1_300_000))
    assert army.certainty == "probable"
    assert claims.testimonies("PRK")[0].claim.certainty == "certain"


def test_what_is_used_up_is_no_claim_but_stands_in_the_page() -> None:
    assert "refined petroleum consumption: 18,000 bbl/day" in document("PRK").text
    assert not any("consumption" in each.claim.event.trigger.quote for each in claims.testimonies("PRK"))
    assert any(entry.field == "petroleum consumed" for entry in page("PRK"))


def test_ids_stay_and_who_is_no_state_claims_nothing() -> None:
    before = [each.claim.id for each in claims.testimonies("PRK")]
    claims.testimonies.cache_clear()
    assert [each.claim.id for each in claims.testimonies("PRK")] == before
    assert claims.testimonies("org/wagner") == ()
    assert document("org/wagner").passages == ()
