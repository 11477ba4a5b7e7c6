"""What passes from party to party, claim by claim."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sayso.records import Place
from sayso.system.flows import flows
from sayso.system.records import Flow, Testimony
from tests.system.factories import told


def passed(*testimonies: Testimony) -> list[tuple[str | None, str | None, str, str]]:
    return [(each.giver, each.recipient, each.good, each.status) for each in flows(testimonies)]


def test_a_transfer_passes_from_the_party_of_the_giver_to_that_of_the_recipient() -> None:
    assert passed(told("transfer", "giver=PRK/military", "recipient=RUS", "good=arms:shells")) == [
        ("PRK", "RUS", "arms", "delivered")
    ]


def test_one_s_own_troops_pass_to_the_side_they_help() -> None:
    assert passed(told("deploy", "actor=PRK", "force=:soldiers", "beneficiary=RUS")) == [
        ("PRK", "RUS", "troops", "delivered")
    ]


def test_troops_that_arrive_on_the_soil_of_another_state_pass_to_it_and_say_so() -> None:
    sent = told("deploy", "actor=PRK", "force=:soldiers")
    event = replace(sent.claim.event, place=Place(name="Kursk", country="RUS", span=None))
    found = flows([replace(sent, claim=replace(sent.claim, event=event))])
    assert [(each.recipient, each.basis) for each in found] == [("RUS", "place")]


def test_troops_at_home_or_against_their_host_are_no_exchange() -> None:
    for roles in (("actor=RUS", "force=:soldiers"), ("actor=UKR", "force=:soldiers", "target=RUS")):
        sent = told("deploy", *roles)
        event = replace(sent.claim.event, place=Place(name="Kursk", country="RUS", span=None))
        assert passed(replace(sent, claim=replace(sent.claim, event=event))) == []


def test_several_goods_and_givers_are_a_flow_each_and_a_joint_number_is_an_upper_bound() -> None:
    found = flows(
        [
            told(
                "transfer",
                "giver=IRN",
                "giver=PRK",
                "recipient=RUS",
                "good=arms:shells",
                quantities=["good 5..9 shell"],
            )
        ]
    )
    assert [each.giver for each in found] == ["IRN", "PRK"]
    assert [each.figures[0].amount.interval.low for each in found] == [None, None]
    assert [each.figures[0].amount.interval.high for each in found] == [Decimal(9), Decimal(9)]


def test_a_joint_number_without_an_upper_bound_tells_nothing_of_each() -> None:
    given = told("transfer", "giver=IRN", "giver=PRK", "recipient=RUS", "good=arms:arms", quantities=["good 5.. shell"])
    assert [each.figures for each in flows([given])] == [(), ()]


AIMS = {"planned": "sought", "wanted": "sought", "possible": "possible", "hypothetical": "possible"}


@pytest.mark.parametrize(("modality", "status"), AIMS.items())
def test_what_a_party_would_have_comes_from_nobody_who_is_named(modality: str, status: str) -> None:
    wished = told("possess", "actor=PRK/leader", "good=oil:crude oil", modality=modality)
    assert passed(wished) == [(None, "PRK", "oil", status)]
    assert [each.basis for each in flows([wished])] == ["aim"]


TRADES = {
    "traded": [("PRK", "RUS", "arms", "delivered"), ("RUS", "PRK", "arms", "delivered")],
    "exports": [("PRK", "RUS", "arms", "delivered")],
    "importiert": [("RUS", "PRK", "arms", "delivered")],
}


@pytest.mark.parametrize(("trigger", "expected"), TRADES.items())
def test_goods_that_are_traded_go_both_ways_unless_the_words_say_who_sells(
    trigger: str, expected: list[tuple[str, str, str, str]]
) -> None:
    made = told("trade", "actor=PRK", "partner=RUS", "good=arms:shells")
    event = replace(made.claim.event, trigger=replace(made.claim.event.trigger, quote=trigger))
    found = replace(made, claim=replace(made.claim, event=event))
    assert passed(found) == expected
    assert {each.basis for each in flows([found])} == {"trade" if len(expected) == 2 else "stated"}


def test_trade_in_nothing_that_is_named_passes_nothing() -> None:
    assert passed(told("trade", "actor=PRK", "partner=RUS", quantities=["trade 2 percent"])) == []
    assert passed(told("trade", "actor=PRK", "good=arms:arms")) == []


def test_what_a_party_has_lacks_or_spends_passes_nowhere() -> None:
    has = told("possess", "actor=PRK", "good=oil:crude oil", modality="ongoing")
    lacks = told("possess", "actor=PRK", "good=oil:crude oil", modality="possible", polarity="negated")
    spends = told("possess", "actor=PRK", modality="planned", quantities=["good 5 USD"])
    unknown = told("possess", "actor=:they", "good=oil:crude oil", modality="planned")
    assert passed(has, lacks, spends, unknown) == []


def test_who_is_not_named_is_nobody() -> None:
    assert passed(told("transfer", "giver=:somebody", "recipient=RUS", "good=oil:oil")) == [
        (None, "RUS", "oil", "delivered")
    ]


def test_a_party_gives_nothing_to_itself() -> None:
    assert passed(told("transfer", "giver=RUS/president", "recipient=RUS/military", "good=arms:arms")) == []


def test_a_share_or_a_time_is_no_amount() -> None:
    given = told(
        "transfer", "giver=RUS", "recipient=PRK", "good=oil:oil", quantities=["good 90 percent", "good 3 year"]
    )
    assert [each.figures for each in flows([given])] == [()]


def test_tellings_of_one_matter_are_one_flow_with_all_their_figures_and_roots() -> None:
    one = told("transfer", "giver=RUS", "recipient=PRK", "good=oil:oil", quantities=["good 1 barrel"], origins=["KOR"])
    other = told(
        "transfer", "giver=RUS", "recipient=PRK", "good=oil:oil", quantities=["good 2 barrel"], origins=["USA"]
    )
    found: tuple[Flow, ...] = flows([one, replace(other, matter_id=one.matter_id)])
    assert len(found) == 1
    assert found[0].origins == ("KOR", "USA")
    assert len(found[0].figures) == 2
    assert flows([replace(other, matter_id=one.matter_id), one])[0].figures == found[0].figures


def test_other_kinds_of_events_pass_nothing() -> None:
    assert passed(told("meet", "actor=RUS", "partner=PRK")) == []


def test_troops_sent_to_nobody_named_are_a_flow_to_nobody() -> None:
    assert passed(told("deploy", "actor=PRK", "force=:soldiers")) == [("PRK", None, "troops", "delivered")]


def test_a_flow_knows_the_parties_that_its_sentences_name() -> None:
    sent = replace(told("deploy", "actor=PRK", "force=:soldiers"), named=("PRK", "RUS"))
    assert flows([sent])[0].named == ("PRK", "RUS")
