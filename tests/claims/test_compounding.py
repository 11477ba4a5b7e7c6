"""Trees of Turkish: verbs above the nouns they make verbs of, owners of clauses as subjects, names by their case."""

from dataclasses import replace

from sayso.claims.compounding import compound
from sayso.records import Word
from tests.factories import document, sentence

DEMAND = """
Mali PROPN 2 nsubj
ateşkes NOUN 2 nmod
talep NOUN -1 root
etti VERB 2 compound
"""
RECOGNITION = """
Fransa'nın PROPN 2 nmod:poss
Fas PROPN 2 nmod:poss
egemenliğini NOUN 3 obj
tanıması VERB 4 nsubj
sürdü VERB -1 root
"""
LONG_NAME = """
Kuzey PROPN 3 nmod:poss
Kore'nin PROPN 0 flat
füze NOUN 3 obj
verdiğini VERB 4 ccomp
söyledi VERB -1 root
"""
OWNER_OF_A_THING = """
Rusya'nın PROPN 1 nmod:poss
limanı NOUN 2 obj
vurdu VERB -1 root
"""
ACCUSED = """
Filipinler PROPN 4 nsubj
Çin'i PROPN 3 nmod:poss
ada NOUN 3 nmod:poss
yakınında NOUN 4 obl
suçladı VERB -1 root
"""
FROM_WHOM = """
Mali PROPN 3 nsubj
Rusya'dan PROPN 2 nmod:poss
silah NOUN 3 obj
aldı VERB -1 root
"""
BARE = """
Nijerya PROPN 1 obl
yardıma NOUN 2 nmod:poss
uçaklar NOUN 3 obj
yolladı VERB -1 root
"""


def compounded(rows: str, code: str = "tr") -> tuple[Word, ...]:
    report = document(" ".join(line.split()[0] for line in rows.strip().splitlines()))
    return compound(replace(sentence(report, rows), language=code)).words


def test_the_verb_stands_above_the_noun_that_makes_a_verb_with_it() -> None:
    words = compounded(DEMAND)
    assert [(word.head, word.relation) for word in words] == [(3, "nsubj"), (3, "obl"), (3, "obj"), (-1, "root")]


def test_the_owner_of_a_clause_is_its_subject() -> None:
    words = compounded(RECOGNITION)
    assert (words[0].head, words[0].relation) == (3, "nsubj")
    assert (words[1].head, words[1].relation) == (2, "nmod:poss")
    words = compounded(LONG_NAME)
    assert (words[0].head, words[0].relation) == (3, "nsubj")


def test_the_owner_of_a_thing_stays_its_owner() -> None:
    assert [word.relation for word in compounded(OWNER_OF_A_THING)] == ["nmod:poss", "obj", "root"]


def test_a_name_with_a_case_of_its_own_goes_with_the_verb() -> None:
    words = compounded(ACCUSED)
    assert (words[1].head, words[1].relation) == (4, "obj")
    words = compounded(FROM_WHOM)
    assert (words[1].head, words[1].relation) == (3, "obl")


def test_a_name_without_an_ending_is_the_subject() -> None:
    words = compounded(BARE)
    assert (words[0].head, words[0].relation) == (3, "nsubj")


def test_other_languages_are_left_as_they_are() -> None:
    report = document(" ".join(line.split()[0] for line in DEMAND.strip().splitlines()))
    read = replace(sentence(report, DEMAND), language="en")
    assert compound(read) is read
