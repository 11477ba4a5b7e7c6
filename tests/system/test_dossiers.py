"""What a dossier of one party, or of two, lists and what it leaves out."""

from dataclasses import replace

import pytest

from sayso.system.assembly import assemble
from sayso.system.dossiers import Dossier, dossier
from sayso.system.records import Testimony
from tests.system.factories import told

ARMS = told("transfer", "giver=PRK", "recipient=RUS", "good=arms:shells", quantities=["good 3 shell"], origins=["KOR"])
OIL = told("transfer", "giver=RUS", "recipient=PRK", "good=oil:oil")
GRAIN = told("transfer", "giver=RUS", "recipient=EGY", "good=food:grain", quantities=["good 9 tonne"], origins=["RUS"])
TRADE = told("trade", "actor=PRK", "partner=CHN", quantities=["trade 90.. percent"])
RISK = told("affect", "cause=:language barrier", "affected=RUS", "effect=constraint:complicates")


def naming(testimony: Testimony, *parties: str) -> Testimony:
    return replace(testimony, named=parties)


def of(*parties: str, claims: tuple[Testimony, ...]) -> Dossier:
    return dossier(assemble(claims), *parties)


def test_the_dossier_of_one_has_what_it_gives_and_what_it_gets_from_anybody() -> None:
    found = of("RUS", claims=(ARMS, OIL, GRAIN))
    assert [(each.recipient, each.good) for each in found.sides[0].gives] == [("EGY", "food"), ("PRK", "oil")]
    assert [(each.giver, each.good) for each in found.gets] == [("PRK", "arms")]


def test_the_dossier_of_two_has_what_passes_between_them_alone() -> None:
    found = of("PRK", "RUS", claims=(ARMS, OIL, GRAIN))
    assert [[each.good for each in side.gives] for side in found.sides] == [["arms"], ["oil"]]
    assert found.gets == ()


def test_what_is_sent_to_nobody_named_stands_apart_where_the_sentence_names_the_other() -> None:
    sent = told("deploy", "actor=PRK", "force=:soldiers")
    found = of("PRK", "RUS", claims=(naming(sent, "PRK", "RUS"),))
    assert [(each.giver, each.recipient, each.good) for each in found.sides[0].unplaced] == [("PRK", None, "troops")]
    assert found.sides[0].gives == found.sides[1].unplaced == ()
    assert of("PRK", "RUS", claims=(naming(sent, "PRK", "UKR"),)).sides[0].unplaced == ()
    assert of("PRK", "RUS", claims=(naming(sent, "PRK"),)).sides[0].unplaced, "nobody else is named"


def test_what_comes_from_nobody_named_stands_with_the_one_who_may_have_given_it() -> None:
    got = told("transfer", "giver=:somebody", "recipient=PRK", "good=oil:oil")
    found = of("PRK", "RUS", claims=(naming(got, "PRK", "RUS"),))
    assert [(each.giver, each.recipient) for each in found.sides[1].unplaced] == [(None, "PRK")]
    assert found.sides[0].unplaced == ()


def test_a_stake_of_one_of_two_is_left_out_where_it_concerns_a_third_alone() -> None:
    about = (naming(RISK, "RUS"), naming(RISK, "RUS", "PRK", "UKR"), naming(RISK, "RUS", "UKR"))
    assert [len(of("PRK", "RUS", claims=(each,)).sides[1].risks) for each in about] == [1, 1, 0]


def test_what_nobody_named_fears_stands_apart_where_the_sentence_names_one_of_them_and_no_third() -> None:
    fear = told("move", "actor=:deserters", modality="feared")
    assert len(of("PRK", "RUS", claims=(naming(fear, "PRK"),)).unowned) == 1
    assert of("PRK", "RUS", claims=(naming(fear, "PRK", "UKR"),)).unowned == ()
    assert of("PRK", "RUS", claims=(naming(fear),)).unowned == ()


def test_third_parties_are_listed_where_they_speak_of_the_two() -> None:
    stance = told("support", "actor=CHN", "target=:the pact", "matter=:the pact")
    assert [each.party for each in of("PRK", "RUS", claims=(naming(stance, "CHN", "PRK"),)).others] == ["CHN"]
    assert of("PRK", "RUS", claims=(naming(stance, "CHN", "UKR"),)).others == ()


def test_numbers_of_roots_apart_that_cannot_both_hold_are_disputed() -> None:
    other = told(
        "transfer", "giver=PRK", "recipient=RUS", "good=arms:shells", quantities=["good 50 shell"], origins=["USA"]
    )
    same_root = replace(other, origins=ARMS.origins)
    assert len(of("PRK", "RUS", claims=(ARMS, replace(other, matter_id=ARMS.matter_id))).disputes) == 1
    assert of("PRK", "RUS", claims=(ARMS, replace(same_root, matter_id=ARMS.matter_id))).disputes == ()


def test_what_is_not_stated_is_said_to_be_a_gap() -> None:
    gaps = of("PRK", "RUS", claims=(ARMS, OIL)).gaps
    assert {(each.sort, each.giver, each.recipient, each.good) for each in gaps} == {
        ("amount", "RUS", "PRK", "oil"),
        ("origin", "RUS", "PRK", "oil"),
    }


def test_dependence_is_that_of_the_sides() -> None:
    found = of("PRK", "CHN", claims=(TRADE,))
    assert [[each.provider for each in side.depends] for side in found.sides] == [["CHN"], []]
    assert [each.dependent for each in of("CHN", claims=(TRADE,)).dependences] == ["PRK"]


def test_a_dossier_is_of_one_party_or_of_two() -> None:
    model = assemble((ARMS,))
    assert dossier(model, "PRK", "PRK").parties == ("PRK",)
    assert dossier(model, "FRA").sides[0].gives == ()
    for parties in ((), ("PRK", "RUS", "CHN")):
        with pytest.raises(ValueError, match="one party or of two"):
            dossier(model, *parties)
