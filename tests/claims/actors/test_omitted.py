"""Spanish sentences with their trees in, the subjects that their verbs leave out and the names they contract out."""

from dataclasses import replace

import pytest

from sayso.claims.actors.omitted import omitted
from sayso.claims.actors.parties import Parties, find_parties, open_roster
from sayso.claims.events.arguments import arguments
from sayso.claims.trees import Tree, grow
from sayso.lang.grammar import grammar
from tests.factories import document, reading, sentence

FIRST = """
Moscú PROPN 1 nsubj
firmó VERB -1 root
el DET 3 det
acuerdo NOUN 1 obj
. PUNCT 1 punct
"""
SECOND = """
Prometió VERB -1 root
retirar VERB 0 xcomp
sus DET 3 det
tropas NOUN 1 obj
. PUNCT 0 punct
"""


def read(text: str, *rows: str, language: str = "es") -> tuple[tuple[Tree, ...], Parties]:
    of = replace(document(text), published="2018-09-30", language=language)
    sentences, at = [], 0
    for each in rows:
        sentences.append(replace(sentence(of, each, start=at), language=language))
        at = sentences[-1].span.end
    of_it = reading(of, *sentences)
    trees = grow(of_it)
    return trees, find_parties(trees, of, reading=of_it, roster=open_roster())


@pytest.mark.parametrize(
    ("verb", "person"),
    [
        ("firmó", "either"),
        ("firmaron", "they"),
        ("firmamos", "we"),
        ("firmé", "i"),
        ("firmar", None),
        ("firmado", None),
    ],
)
def test_the_form_of_a_verb_tells_who_is_left_out(verb: str, person: str | None) -> None:
    rows = f"{verb} VERB -1 root\nel DET 2 det\nacuerdo NOUN 0 obj"
    trees, _ = read(f"{verb} el acuerdo", rows)
    assert omitted(trees[0], 0) == person


def test_a_verb_with_a_subject_leaves_none_out() -> None:
    trees, _ = read("Moscú firmó el acuerdo.", FIRST)
    assert omitted(trees[0], 1) is None


def test_a_language_that_needs_subjects_leaves_none_out() -> None:
    trees, _ = read("signed the deal", "signed VERB -1 root\nthe DET 2 det\ndeal NOUN 0 obj", language="en")
    assert omitted(trees[0], 0) is None


def test_the_subject_left_out_is_that_of_the_sentence_before() -> None:
    trees, parties = read("Moscú firmó el acuerdo. Prometió retirar sus tropas.", FIRST, SECOND)
    found = parties.omitted(1, 0)
    assert found is not None
    assert found.actors == ("RUS",)
    assert parties.at(1, 0) is None
    lent = [each for each in arguments(trees[1], 1, rules=grammar("es")) if each.is_omitted]
    assert [(each.function, each.word) for each in lent] == [("subject", 0)]


def test_nobody_is_guessed_where_the_text_before_names_nobody() -> None:
    _, parties = read("Prometió retirar sus tropas.", SECOND)
    assert parties.omitted(0, 0) is None


def test_an_article_is_no_pronoun() -> None:
    rows = """
la DET 1 det
policía NOUN 2 nsubj
detuvo VERB -1 root
a ADP 4 case
Kim PROPN 2 obj
"""
    _, parties = read("Moscú firmó el acuerdo. la policía detuvo a Kim", FIRST, rows)
    assert parties.at(1, 0) is None


def test_a_predicate_with_a_copula_leaves_its_subject_out_too() -> None:
    trees, _ = read("está lista", "está AUX 1 cop\nlista ADJ -1 root")
    assert omitted(trees[0], 1) == "either"
