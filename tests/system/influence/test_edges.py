"""Claims in, and the edges that they are in the signed graph out."""

from dataclasses import replace

import pytest

from sayso.system.influence.edges import edges
from sayso.system.influence.paths import effect
from sayso.system.records import Testimony
from tests.system.factories import told

NUCLEAR = ("transfer", "giver=RUS", "recipient=PRK", "good=nuclear:technology")

CASES = {
    "a gain": (told("affect", "cause=RUS", "affected=PRK", "effect=gain:x"), [("RUS", "PRK", "+", False)]),
    "harm": (told("affect", "cause=RUS", "affected=UKR/army", "effect=harm:x"), [("RUS", "UKR", "-", False)]),
    "a constraint": (
        told("affect", "cause=:Sanctions", "affected=PRK", "effect=constraint:x"),
        [("sanction", "PRK", "-", False)],
    ),
    "a risk is possible": (told("affect", "cause=CHN", "affected=KOR", "effect=risk:x"), [("CHN", "KOR", "-", True)]),
    "what may be": (
        told("affect", "cause=CHN", "affected=KOR", "effect=gain:x", modality="possible"),
        [("CHN", "KOR", "+", True)],
    ),
    "what is denied": (told("affect", "cause=CHN", "affected=KOR", "effect=gain:x", polarity="negated"), []),
    "a pronoun is no thing": (told("affect", "cause=:this", "affected=KOR", "effect=gain:x"), []),
    "no known effect": (told("affect", "cause=CHN", "affected=KOR", "effect=:x"), []),
    "support": (told("support", "actor=CHN", "target=RUS"), [("CHN", "RUS", "+", False)]),
    "opposing a matter": (told("oppose", "actor=CHN", "matter=:the tests"), [("CHN", "test", "-", False)]),
    "a transfer": (told(*NUCLEAR), [("RUS", "PRK:nuclear", "+", False)]),
    "a promised transfer": (told(*NUCLEAR, modality="promised"), [("RUS", "PRK:nuclear", "+", True)]),
    "a transfer to nobody known": (told("transfer", "giver=RUS", "good=oil:crude"), [("RUS", "oil", "+", False)]),
    "a wish is worth something and tells nothing": (
        told(*NUCLEAR, modality="wanted", holder="PRK"),
        [("PRK:nuclear", "PRK", "+", False)],
    ),
    "what one wants not to be": (
        told(*NUCLEAR, modality="wanted", holder="CHN", polarity="negated"),
        [("PRK:nuclear", "CHN", "-", False)],
    ),
    "a feared transfer": (
        told(*NUCLEAR, modality="feared", holder="KOR"),
        [("PRK:nuclear", "KOR", "-", False), ("RUS", "PRK:nuclear", "+", True)],
    ),
    "a feared gain of another": (
        told("affect", "cause=RUS", "affected=PRK", "effect=gain:x", modality="feared", holder="KOR"),
        [("PRK", "KOR", "-", False), ("RUS", "PRK", "+", True)],
    ),
    "the feared harm of a friend": (
        told("affect", "cause=RUS", "affected=UKR", "effect=harm:x", modality="feared", holder="POL"),
        [("RUS", "UKR", "-", True), ("UKR", "POL", "+", False)],
    ),
    "a feared act": (
        told("fight", "actor=PRK", "target=KOR", modality="feared", holder="KOR"),
        [("PRK:fight", "KOR", "-", False)],
    ),
    "a wish that is told by its word alone": (
        told("trial", "actor=PRK", modality="wanted"),
        [("PRK:trial", "PRK", "+", False)],
    ),
    "a fear of nobody known": (told("fight", "actor=:rebels", "target=KOR", modality="feared"), []),
    "what just happened": (told("fight", "actor=PRK", "target=KOR"), []),
    "a party that helps itself": (told("affect", "cause=PRK", "affected=PRK/army", "effect=gain:x"), []),
    "no roles": (told("affect"), []),
}


@pytest.mark.parametrize(("testimony", "expected"), CASES.values(), ids=CASES)
def test_the_edges_of_a_claim(testimony: Testimony, expected: list[tuple[str, str, str, bool]]) -> None:
    assert [(each.cause, each.effect, each.sign, each.is_possible) for each in edges([testimony])] == expected


def test_an_edge_names_its_claims_and_those_against_it() -> None:
    one = told("support", "actor=CHN", "target=RUS", origins=["org/a"], modality="possible")
    other = told("support", "actor=CHN", "target=RUS", origins=["org/b"])
    denial = told("support", "actor=CHN", "target=RUS", polarity="negated")
    for rows in ([one, other, denial], [denial, other, one]):
        (found,) = edges(rows)
        assert found.claim_ids == tuple(sorted((one.claim.id, other.claim.id)))
        assert found.against == (denial.claim.id,)
        assert found.origins == ("org/a", "org/b")
        assert not found.is_possible
    (possible,) = edges([one])
    assert possible.is_possible


def test_what_claims_tell_both_ways_is_two_edges() -> None:
    rows = [told("support", "actor=CHN", "target=RUS"), told("oppose", "actor=CHN", "target=RUS")]
    assert [each.sign for each in edges(rows)] == ["+", "-"]
    assert effect(edges(rows), "CHN", stake="RUS").sign == "?"


def test_helping_one_is_bad_for_who_fears_it() -> None:
    rows = [told(*NUCLEAR, modality="promised"), told(*NUCLEAR, modality="feared", holder="KOR")]
    found = effect(edges(rows), "RUS", stake="KOR")
    assert found.sign == "-"
    assert [path.nodes for path in found.paths] == [("RUS", "PRK:nuclear", "KOR")]
    assert found.paths[0].is_possible


def test_a_certain_word_of_what_may_be_is_possible() -> None:
    made = told("support", "actor=CHN", "target=RUS")
    (found,) = edges([replace(made, claim=replace(made.claim, certainty="possible"))])
    assert found.is_possible


def test_many_names_on_both_sides_are_no_million_edges() -> None:
    many = [f"affected=org/a{number}" for number in range(500)] + [f"cause=org/c{number}" for number in range(500)]
    assert len(edges([told("affect", *many, "effect=harm:x")])) == 64
