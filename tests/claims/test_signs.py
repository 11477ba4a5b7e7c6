"""Drafts of trees written by hand in, the signs by which their confidence is judged out."""

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.claims.signs import SIGNS, Surroundings, identified_in, signs_of, states_in
from sayso.vocab.actors import open_roster
from tests import trees
from tests.planted import drafts_of, planted

FEARED = """
Seoul/PROPN/1/nsubj/KOR fears/VERB/-1/root that/SCONJ/5/mark Russia/PROPN/5/nsubj/RUS will/AUX/5/aux arm/VERB/1/ccomp
Pyongyang/PROPN/5/obj/PRK ./PUNCT/1/punct
"""
NOTHING = Surroundings(identified={}, has_quantity=False, has_date=False, states=0)

SENT_AID = """
Iran/PROPN/1/nsubj/IRN sent/VERB/-1/root aid/NOUN/1/obj to/ADP/4/case Iraq/PROPN/1/obl/IRQ ./PUNCT/1/punct
"""


def of(rows: str, around: Surroundings = NOTHING) -> dict[str, float]:
    """The signs of the first draft."""
    return signs_of(drafts_of(planted(rows))[0], around)


@pytest.mark.parametrize(
    ("rows", "sign", "holds"),
    [
        (trees.ACTIVE, "always", True),
        (trees.ACTIVE, "doer known", True),
        (trees.NO_AGENT, "doer known", False),
        (trees.ACTIVE, "kind transfer", True),
        (trees.ACTIVE, "frame give", True),
        (trees.ACTIVE, "part verb", True),
        (trees.BETWEEN, "part noun", True),
        (trees.ACTIVE, "hangs as root", True),
        (trees.BETWEEN, "hangs as nsubj", True),
        (trees.ACTIVE, "modality done", True),
        (FEARED, "modality feared", True),
        (FEARED, "attributed", True),
        (trees.ACTIVE, "attributed", False),
        (trees.ACTIVE, "verb with 3 own roles", True),
        (trees.SUBJECT_CONTROL, "verb with 1 own roles", True),
        (trees.ACTIVE, "2 known parties", True),
        (trees.NO_AGENT, "0 known parties", True),
        (trees.LIFTED, "negated", True),
        (trees.ACTIVE, "negated", False),
        (SENT_AID, "several words", True),
        (trees.ACTIVE, "several words", False),
    ],
)
def test_signs_of_the_draft(rows: str, sign: str, holds: bool) -> None:
    assert (of(rows).get(sign) == 1.0) is holds


def test_signs_of_what_surrounds_it() -> None:
    around = Surroundings(identified={0: 2, 1: 0}, has_quantity=True, has_date=True, states=2)
    found = of(trees.BETWEEN, around)
    assert found["parties in the sentence"] == pytest.approx(2 / 3)
    assert found["parties in the document"] == pytest.approx(0.5)
    assert found["has a quantity"] == found["has a date"] == found["a noun with a quantity or date"] == 1.0
    assert "no party in the sentence" not in found
    assert "a noun with a quantity or date" not in of(trees.ACTIVE, around)
    assert of(trees.BETWEEN)["no party in the sentence"] == 1.0


def test_few_states_and_titles_without_a_verb_are_signs() -> None:
    alone, several = (
        Surroundings(identified={0: 1}, has_quantity=False, has_date=False, states=states) for states in (1, 2)
    )
    assert "one state alone in the document" in of(trees.ACTIVE, alone)
    assert "one state alone in the document" not in of(trees.ACTIVE, several)
    assert "no verb in the sentence" not in of(trees.ACTIVE)
    assert "no verb in the sentence" in of(
        "Russian/ADJ/1/amod/RUS shelling/NOUN/-1/root of/ADP/3/case Kyiv/PROPN/1/nmod"
    )


def test_a_party_nobody_knows_is_a_sign_and_a_thing_is_none() -> None:
    assert "a party that is nobody we know" in of("Rebels/NOUN/1/nsubj/? shelled/VERB/-1/root Mali/PROPN/1/obj/MLI")
    assert "a party that is nobody we know" not in of(trees.ACTIVE)


def test_a_date_alone_or_a_quantity_alone_speaks_for_a_noun() -> None:
    dated = Surroundings(identified={}, has_quantity=False, has_date=True, states=0)
    assert of(trees.BETWEEN, dated)["a noun with a quantity or date"] == 1.0


def test_states_are_counted_once_and_persons_not_at_all() -> None:
    plant = planted(
        "Iran/PROPN/1/nsubj/IRN met/VERB/-1/root Tehran/PROPN/1/obj/IRN/president and/CCONJ/4/cc Oslo/PROPN/2/conj/NOR",
        "Smith/PROPN/1/nsubj/person/smith waits/VERB/-1/root",
    )
    assert identified_in(plant.trees, plant.parties) == {0: 2, 1: 0}


def test_states_are_told_from_bodies_groups_and_persons() -> None:
    plant = planted(
        "Iran/PROPN/1/nsubj/IRN/president met/VERB/-1/root Oslo/PROPN/1/obj/NOR and/CCONJ/4/cc Smith/PROPN/2/conj/UN",
        "Norway/PROPN/1/nsubj/NOR waits/VERB/-1/root for/ADP/3/case Hamas/PROPN/1/obl/org/hamas",
    )
    assert states_in(plant.trees, plant.parties) == 2


def test_a_state_of_the_users_file_counts_as_one(tmp_path: Path) -> None:
    extra = tmp_path / "actors.toml"
    extra.write_text('[[actor]]\nid = "XVN"\nkind = "state"\n', encoding="utf-8")
    plant = planted("Vendaria/PROPN/1/nsubj/XVN met/VERB/-1/root Oslo/PROPN/1/obj/NOR")
    assert states_in(plant.trees, plant.parties) == 1
    assert states_in(plant.trees, replace(plant.parties, roster=open_roster(extra))) == 2


def test_a_garbled_sentence_is_a_sign() -> None:
    assert of(trees.ACTIVE)["garbled"] == pytest.approx(0.1)


def test_names_of_signs_are_unique() -> None:
    names = [name for name, _ in SIGNS]
    assert len(set(names)) == len(names)
