"""Trees written by hand in; which of their words name an event, and by which entries, out."""

import pytest

from sayso.claims.events.triggers import find_triggers, particle
from tests import trees
from tests.planted import planted

STRUCK_APART = """
Iran/PROPN/1/nsubj launched/VERB/-1/root more/ADJ/3/amod missiles/NOUN/1/obj ./PUNCT/1/punct
"""
TOO_FAR = """
Iran/PROPN/1/nsubj sent/VERB/-1/root the/DET/7/det very/ADV/4/advmod best/ADJ/7/amod of/ADP/6/case its/PRON/7/nmod
troops/NOUN/1/obj ./PUNCT/1/punct
"""
PARTICLE = """
Russia/PROPN/1/nsubj pulled/VERB/-1/root out/ADP/1/compound:prt ./PUNCT/1/punct
"""
NOT_A_VERB = """
The/DET/1/det strike/NOUN/3/nsubj was/AUX/3/cop short/ADJ/-1/root ./PUNCT/3/punct
"""
IN_A_NAME = """
The/DET/3/det Test/NOUN/3/compound Ban/PROPN/3/compound Treaty/PROPN/4/nsubj holds/VERB/-1/root ./PUNCT/4/punct
"""
AUXILIARY = """
Iran/PROPN/2/nsubj has/AUX/2/aux waited/VERB/-1/root ./PUNCT/2/punct
"""
PARTICIPLE = """
Iran/PROPN/2/nsubj is/AUX/2/cop dependent/ADJ/-1/root ./PUNCT/2/punct
"""
ATTRIBUTE = """
A/DET/2/det dependent/ADJ/2/amod state/NOUN/3/nsubj waits/VERB/-1/root ./PUNCT/3/punct
"""


def named(rows: str) -> list[str]:
    """The triggers as `words frame part`, in order."""
    plant = planted(rows)
    return [
        f"{' '.join(plant.tree.words[part].form for part in found.parts)} {found.entry.frame} {found.entry.part}"
        for found in find_triggers(plant.tree)
    ]


@pytest.mark.parametrize(
    ("rows", "present"),
    [
        (trees.ACTIVE, ["supplied give verb"]),
        (trees.LIGHT, ["strikes riot noun", "strikes attack noun"]),
        (STRUCK_APART, ["launched missiles attack verb", "launched shoot verb", "launched launch_weapon verb"]),
        (PARTICLE, ["pulled out withdraw verb"]),
        (NOT_A_VERB, ["strike riot noun", "strike attack noun"]),
        (PARTICIPLE, ["dependent depend adjective"]),
    ],
)
def test_words_name_events_as_the_part_of_speech_they_are(rows: str, present: list[str]) -> None:
    found = named(rows)
    assert [each for each in found if each in present] == present
    assert not [each for each in found if each.split()[0] in present[0] and each.split()[-1] != present[0].split()[-1]]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("aviones/NOUN/-1/root de/ADP/2/case combate/NOUN/0/nmod", []),
        ("aviones/NOUN/-1/root de/ADP/3/case el/DET/3/det combate/NOUN/0/nmod", ["combate"]),
        ("día/NOUN/-1/root de/ADP/2/case combate/NOUN/0/nmod", ["combate"]),
    ],
    ids=["made for combat", "of the combat", "of combat"],
)
def test_what_a_thing_is_made_for_is_no_event(rows: str, expected: list[str]) -> None:
    tree = planted(rows, language="es").tree
    assert [tree.words[found.head].form for found in find_triggers(tree) if found.entry.frame == "combat"] == expected


def test_longer_entries_come_first() -> None:
    lengths = [len(found.parts) for found in find_triggers(planted(STRUCK_APART).tree)]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] == 2


STOPPED = """
Iran/PROPN/1/nsubj stopped/VERB/-1/root bombing/VERB/1/xcomp Iraq/PROPN/2/obj ./PUNCT/1/punct
"""


def test_a_verb_that_only_ends_another_is_no_event() -> None:
    assert named(STOPPED) == ["bombing attack verb"]


@pytest.mark.parametrize(("tag", "present"), [("VERB", 1), ("ADJ", 1), ("X", 1), ("PUNCT", 0)])
def test_a_polish_verb_is_known_by_its_ending_whatever_it_is_taken_for(tag: str, present: int) -> None:
    tree = planted(f"Polska/PROPN/1/nsubj ostrzelały/{tag}/-1/root port/NOUN/1/obj", language="pl").tree
    assert len({trigger.head for trigger in find_triggers(tree) if trigger.entry.frame == "attack"}) == present


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        (trees.QUESTION, "attack"),
        (trees.MODIFIER, "Sanctioned"),
        (TOO_FAR, "troops"),
        (IN_A_NAME, "Test"),
        (AUXILIARY, "has"),
        (ATTRIBUTE, "dependent"),
    ],
    ids=["question", "modifier", "too far apart", "part of a name", "auxiliary", "adjective before its noun"],
)
def test_these_words_name_no_event(rows: str, word: str) -> None:
    assert not [line for line in named(rows) if word in line.split()]


def test_the_governing_word_heads_an_entry_of_several() -> None:
    plant = planted("The/DET/2/det trade/NOUN/2/compound war/NOUN/3/nsubj grew/VERB/-1/root ./PUNCT/3/punct")
    found = [each for each in find_triggers(plant.tree) if len(each.parts) > 1]
    assert [(each.words, each.head) for each in found] == [((1, 3), 2)]


def test_a_noun_in_the_form_of_a_gerund_may_be_the_verb() -> None:
    assert "shelling attack verb" in named(trees.ORIGIN)


def test_a_particle_belongs_to_its_verb() -> None:
    plant = planted(PARTICLE)
    assert particle(plant.tree, 1) == "pull out"
    assert particle(plant.tree, 0) == "russia"
