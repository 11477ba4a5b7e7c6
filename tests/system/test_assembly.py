"""The system as a whole: the same whatever order the claims come in, and at once or one by one."""

from dataclasses import replace

import pytest

from sayso.system.assembly import Assembly, assemble
from sayso.system.records import Testimony
from tests.system.factories import told

ARMS = told("transfer", "giver=PRK", "recipient=RUS", "good=arms:shells", quantities=["good 3 USD"], origins=["KOR"])
MORE_ARMS = replace(
    told("transfer", "giver=PRK", "recipient=RUS", "good=arms:arms", quantities=["good ..5 USD"], origins=["USA"]),
    matter_id=ARMS.matter_id,
)
OIL = told("transfer", "giver=RUS", "recipient=PRK", "good=oil:oil", published="2024-03-28")
TRADE = told("trade", "actor=PRK", "partner=CHN", quantities=["trade 90.. percent"])
FEAR = told("affect", "cause=:the pact", "affected=KOR", "effect=risk:endanger", modality="feared", holder="KOR")
BACK = told("support", "actor=CHN", "target=PRK", "matter=:the plan", published=None)  # type: ignore[arg-type]
ALL: tuple[Testimony, ...] = (ARMS, MORE_ARMS, OIL, TRADE, FEAR, BACK)


def test_the_system_has_what_passes_who_depends_and_what_is_at_stake() -> None:
    model = assemble(ALL)
    assert [(each.giver, each.recipient, each.good) for each in model.exchanges] == [
        ("PRK", "RUS", "arms"),
        ("RUS", "PRK", "oil"),
    ]
    assert [(each.dependent, each.provider) for each in model.dependences] == [("PRK", "CHN")]
    assert {"KOR", "CHN"} <= {each.party for each in model.stakes}
    assert model.parties == ("CHN", "KOR", "PRK", "RUS")


def test_the_order_of_the_claims_makes_no_difference() -> None:
    assert assemble(reversed(ALL)) == assemble(ALL)


@pytest.mark.parametrize("first", range(len(ALL) + 1))
def test_claims_that_come_one_by_one_give_the_same_system_as_all_at_once(first: int) -> None:
    assembly = Assembly(ALL[:first])
    for each in ALL[first:]:
        assembly.add(each)
    assert assembly.model() == assemble(ALL)


def test_a_claim_published_after_the_date_is_not_part_of_the_system() -> None:
    model = assemble(ALL, as_of="2024-06")
    assert [(each.giver, each.recipient) for each in model.exchanges] == [("RUS", "PRK")]
    assert "CHN" in model.parties, "what is undated is always part of it"
    late = Assembly(as_of="2024-06")
    for each in ALL:
        late.add(each)
    assert late.model() == model


def test_a_month_belongs_to_the_system_to_its_end() -> None:
    assert assemble([OIL], as_of="2024-03").exchanges
    assert not assemble([OIL], as_of="2024-03-27").exchanges


def test_no_claims_are_an_empty_system() -> None:
    model = assemble([])
    assert (model.parties, model.exchanges, model.dependences, model.stakes) == ((), (), (), ())
