"""Trees written by hand in; who and what stands in which function to an event word out."""

import pytest

from sayso.claims.events.arguments import arguments
from sayso.claims.events.clauses import is_passive, is_predicate, marker_of_clause
from sayso.claims.events.government import functions_of
from sayso.claims.events.nouns import origins
from sayso.lang.grammar import grammar
from tests import trees
from tests.planted import planted

ENGLISH = grammar("en")
POSSESSIVE_RELATIVE = """
Iran/PROPN/6/nsubj ,/PUNCT/3/punct which/PRON/3/nsubj fired/VERB/0/acl:relcl it/PRON/3/obj ,/PUNCT/3/punct
waits/VERB/-1/root ./PUNCT/6/punct
"""
NO_RELATIVE = """
The/DET/1/det shells/NOUN/5/nsubj Iran/PROPN/3/nsubj sent/VERB/1/acl:relcl Russia/PROPN/3/iobj arrived/VERB/-1/root
./PUNCT/5/punct
"""
PASSIVE_RELATIVE = """
The/DET/1/det shells/NOUN/4/nsubj were/AUX/3/aux:pass sent/VERB/1/acl:relcl arrived/VERB/-1/root ./PUNCT/4/punct
"""
WRONGLY_JOINED = """
Iran/PROPN/1/nsubj sent/VERB/-1/root shells/NOUN/1/obj to/ADP/4/case Russia/PROPN/2/nmod ./PUNCT/1/punct
"""
PASSIVE_JOINED = """
Cars/NOUN/2/nsubj:pass were/AUX/2/aux:pass seized/VERB/-1/root by/ADP/4/case Iran/PROPN/2/obl:agent and/CCONJ/6/cc
Iraq/PROPN/4/conj ./PUNCT/2/punct
"""
HYPHENATED = """
US/PROPN/3/nmod -/PUNCT/2/punct China/PROPN/0/dep talks/NOUN/4/nsubj ended/VERB/-1/root ./PUNCT/4/punct
"""
INFINITIVE_OF_NOUN = """
Iran/PROPN/1/nmod:poss offer/NOUN/4/nsubj to/PART/3/mark disarm/VERB/1/acl stands/VERB/-1/root ./PUNCT/4/punct
"""
GARBLED = """
Kim/PROPN/1/nsubj left/VERB/3/advcl ,/PUNCT/1/punct met/VERB/-1/root Putin/PROPN/3/obj ./PUNCT/3/punct
"""
CAME_UNDER = """
Odesa/PROPN/1/nsubj came/VERB/-1/root under/ADP/3/case attack/NOUN/1/obl from/ADP/5/case Russia/PROPN/1/obl
./PUNCT/1/punct
"""
ASKED = """
Kyiv/PROPN/1/nsubj requested/VERB/-1/root deliveries/NOUN/1/obj of/ADP/4/case shells/NOUN/2/nmod ./PUNCT/1/punct
"""
STOPPED = """
Spain/PROPN/1/nsubj barred/VERB/-1/root Cuba/PROPN/1/obj from/SCONJ/4/mark buying/VERB/1/advcl oil/NOUN/4/obj
./PUNCT/1/punct
"""
CALLED_ON = """
Spain/PROPN/1/nsubj called/VERB/-1/root on/ADP/3/case Cuba/PROPN/1/obl to/PART/5/mark free/VERB/1/advcl
prisoners/NOUN/5/obj ./PUNCT/1/punct
"""
HIRED = """
Spain/PROPN/1/nsubj relied/VERB/-1/root on/ADP/3/case Cuba/PROPN/1/obl to/PART/5/mark free/VERB/1/advcl
prisoners/NOUN/5/obj ./PUNCT/1/punct
"""


def found(rows: str, word: str) -> str:
    """The arguments of a word as `function=form`, with a star where they were found through another word."""
    plant = planted(rows)
    return " ".join(
        f"{each.function}={plant.tree.words[each.word].form}{'*' if each.is_lent else ''}"
        for each in arguments(plant.tree, plant.word(word), rules=ENGLISH)
    )


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        pytest.param(trees.ACTIVE, "supplied", "subject=Iran object=drones to=Russia", id="active"),
        pytest.param(trees.PASSIVE, "bombed", "object=airfield subject=Russia", id="passive"),
        pytest.param(trees.NO_AGENT, "bombed", "object=airfield", id="passive without agent"),
        pytest.param(PASSIVE_JOINED, "seized", "object=Cars subject=Iran subject=Iraq", id="joint agents"),
        pytest.param(trees.REDUCED, "supplied", "object=missiles subject=Iran", id="reduced relative"),
        pytest.param(trees.SUBJECT_GAP, "hosts", "subject=Belarus object=missiles", id="relative, subject"),
        pytest.param(trees.OBJECT_GAP, "sent", "subject=Pyongyang object=shells to=Russia", id="relative, object"),
        pytest.param(POSSESSIVE_RELATIVE, "fired", "subject=Iran object=it", id="a personal pronoun stays"),
        pytest.param(NO_RELATIVE, "sent", "subject=Iran iobject=Russia object=shells", id="relative without pronoun"),
        pytest.param(PASSIVE_RELATIVE, "sent", "object=shells", id="relative in the passive without pronoun"),
        pytest.param(trees.SUBJECT_CONTROL, "sanction", "subject=Japan* object=Russia", id="subject control"),
        pytest.param(trees.OBJECT_CONTROL, "withdraw", "subject=Israel* object=troops", id="object control"),
        pytest.param(CALLED_ON, "free", "subject=Cuba* object=prisoners", id="whom a verb of asking names with on"),
        pytest.param(HIRED, "free", "subject=Spain* object=prisoners", id="another verb with on lends its subject"),
        pytest.param(trees.GERUND, "shelling", "subject=Poland* object=Grodno", id="gerund clause, of"),
        pytest.param(STOPPED, "buying", "subject=Cuba* object=oil", id="gerund clause, from"),
        pytest.param(trees.MEANS, "sending", "subject=Russia* object=troops", id="gerund clause of means"),
        pytest.param(trees.JOINED, "armed", "subject=Germany subject=France object=Ukraine", id="joint subjects"),
        pytest.param(trees.JOINED, "fed", "subject=Germany* subject=France* object=Poland", id="joint verbs"),
        pytest.param(trees.BARE_RECIPIENT, "gave", "subject=Norway object=money iobject=Ukraine", id="unmarked owner"),
        pytest.param(WRONGLY_JOINED, "sent", "subject=Iran object=shells to=Russia", id="party under the object"),
        pytest.param(trees.PLAN, "deploy", "subject=Paris* object=soldiers", id="infinitive of a noun, subject above"),
        pytest.param(INFINITIVE_OF_NOUN, "disarm", "possessor=Iran*", id="infinitive of a noun, its owner"),
        pytest.param(GARBLED, "met", "subject=Kim* object=Putin", id="subject of a clause before"),
    ],
)
def test_verbs(rows: str, word: str, expected: str) -> None:
    assert found(rows, word) == expected


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        pytest.param(trees.POSSESSED, "delivery", "self=delivery possessor=Iran of=shells to=Russia", id="possessive"),
        pytest.param(
            trees.ORIGIN,
            "shelling",
            "self=shelling compound=Russian possessor=Russian of=Kharkiv",
            id="adjective of origin",
        ),
        pytest.param(
            trees.BETWEEN, "Talks", "self=Talks between=Armenia between=Azerbaijan", id="between coordinated parties"
        ),
        pytest.param(HYPHENATED, "talks", "self=talks possessor=US of=US", id="a bare name before its noun"),
        pytest.param(trees.LIGHT, "strikes", "self=strikes on=Syria about=Syria subject=Turkey*", id="light verb"),
        pytest.param(trees.UNDERGOING, "sanctions", "self=sanctions object=Russia* by=Japan*", id="verb of undergoing"),
        pytest.param(CAME_UNDER, "attack", "self=attack object=Odesa* by=Russia*", id="come under"),
        pytest.param(ASKED, "deliveries", "self=deliveries of=shells asker=Kyiv*", id="who asks is the asker"),
        pytest.param(trees.APPOSED, "ally", "self=ally possessor=an of=Egypt subject=Israel*", id="apposition"),
        pytest.param(
            trees.RESULT,
            "dependent",
            "object=Iran* subject=defect* self=dependent on=Russia about=Russia",
            id="state brought about",
        ),
        pytest.param(trees.TALKS, "talks", "self=talks possessor=The", id="a full verb lends nothing"),
    ],
)
def test_nouns_and_adjectives(rows: str, word: str, expected: str) -> None:
    assert found(rows, word) == expected


@pytest.mark.parametrize(
    ("language", "reflexive"),
    [("de", "sich"), ("pl", "się")],
)
def test_a_pronoun_that_points_back_is_no_object(language: str, reflexive: str) -> None:
    plant = planted(f"Iran/PROPN/1/nsubj/IRN traf/VERB/-1/root {reflexive}/PRON/1/obj", language=language)
    given = arguments(plant.tree, 1, rules=grammar(language))
    assert [each.function for each in given] == ["subject"]


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        (trees.PASSIVE, "bombed", True),
        (trees.REDUCED, "supplied", True),
        (trees.ACTIVE, "supplied", False),
        (trees.GERUND, "shelling", False),
        (trees.REDUCED, "hit", False),
        (INFINITIVE_OF_NOUN, "disarm", False),
    ],
)
def test_passives_are_told_from_actives(rows: str, word: str, expected: bool) -> None:
    plant = planted(rows)
    assert is_passive(plant.tree, plant.word(word), rules=ENGLISH) is expected


def test_a_noun_or_adjective_with_a_copula_is_the_predicate() -> None:
    plant = planted(trees.OBJECT_GAP)
    assert is_predicate(plant.tree, plant.word("old"))
    assert not is_predicate(plant.tree, plant.word("shells"))
    assert not is_predicate(plant.tree, plant.word("sent"))


@pytest.mark.parametrize(
    ("language", "rows", "word", "expected"),
    [
        ("en", trees.ACTIVE, "Russia", ("to",)),
        ("en", trees.ACTIVE, "drones", ("bare",)),
        ("en", trees.LIGHT, "Syria", ("on", "about")),
        ("en", "arrested/VERB/-1/root because/ADP/3/case of/ADP/1/fixed Iran/PROPN/0/obl", "Iran", ("because",)),
        ("en", "beside/ADP/1/case Iran/PROPN/-1/root", "Iran", ()),
        ("ko", "러시아에/PROPN/1/obl 보냈다/VERB/-1/root", "러시아에", ("to",)),
        ("ko", "에/PROPN/1/obl 보냈다/VERB/-1/root", "에", ("bare",)),
    ],
)
def test_adpositions_and_endings_have_classes(language: str, rows: str, word: str, expected: tuple[str, ...]) -> None:
    plant = planted(rows, language=language)
    found = functions_of(plant.tree, plant.word(word), rules=grammar(language))
    assert found[: len(expected)] == expected
    assert bool(found) is bool(expected)


def test_both_sides_of_a_joint_origin_are_named() -> None:
    plant = planted(HYPHENATED)
    assert [plant.tree.words[word].form for word in origins(plant.tree, 0)] == ["US", "China"]


def test_a_clause_is_led_by_its_first_mark() -> None:
    plant = planted(trees.GERUND)
    assert marker_of_clause(plant.tree, plant.word("shelling")) == "of"
    assert marker_of_clause(plant.tree, plant.word("accused")) == ""


@pytest.mark.parametrize(
    ("language", "rows", "word", "expected"),
    [
        (
            "ru",
            "Газе/PROPN/2/iobj не/PART/2/advmod хватает/VERB/-1/root еды/NOUN/2/nsubj",
            "хватает",
            "subject=Газе object=еды",
        ),
        ("ru", "Иран/PROPN/1/nsubj угрожает/VERB/-1/root Ираку/PROPN/1/iobj", "угрожает", "subject=Иран object=Ираку"),
        (
            "uk",
            "Київ/PROPN/1/nsubj відмовився/VERB/-1/root від/ADP/3/case угоди/NOUN/1/obl",
            "відмовився",
            "object=угоди",
        ),
        (
            "ru",
            "Поставки/NOUN/3/nsubj в/ADP/2/case Иран/PROPN/3/obl продолжались/VERB/-1/root",
            "Поставки",
            "into=Иран",
        ),
        (
            "ru",
            "Куба/PROPN/1/nsubj обдумывает/VERB/-1/root возможность/NOUN/1/obj закупки/NOUN/2/nmod",
            "закупки",
            "subject=Куба",
        ),
    ],
)
def test_words_ask_for_cases_of_their_own(language: str, rows: str, word: str, expected: str) -> None:
    plant = planted(rows, language=language)
    told = arguments(plant.tree, plant.word(word), rules=grammar(language))
    pairs = {f"{each.function}={plant.tree.words[each.word].form}" for each in told}
    assert set(expected.split()) <= pairs
