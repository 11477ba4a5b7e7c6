"""Trees of a language whose verbs stand first: objects told from subjects, all else left as it is."""

from dataclasses import replace

from sayso.claims.ordering import order
from sayso.records import Word
from tests.factories import document, sentence

TWO_SUBJECTS = """
أسقطت VERB -1 root
القوات NOUN 0 nsubj
طائرتين NOUN 0 nsubj
"""
OTHER_NAME = """
استأنفت VERB -1 root
إيران PROPN 0 nsubj
، PUNCT 3 punct
الخصم NOUN 0 nsubj
"""
ONLY_NOUN = """
بعد ADP 1 mark
سيطر VERB 4 advcl
متمردون NOUN 1 obj
المطار NOUN 1 obl
فر VERB -1 root
"""
BY_WHAT = """
البلد NOUN -1 root
دمرت VERB 0 acl:relcl
ه PRON 1 obj
حرب NOUN 1 obj
"""
MAY = """
قد PART 1 compound:prt
تزود VERB -1 root
إيران PROPN 1 nsubj
"""
HAS = """
قد PART 1 compound:prt
زودت VERB -1 root
إيران PROPN 1 nsubj
"""
THREAT = """
هددت VERB -1 root
إيران PROPN 0 nsubj
ب ADP 3 case
هجوم NOUN 1 nmod
"""
PURCHASE = """
تدرس VERB -1 root
السعودية NOUN 0 nsubj
شراء NOUN 0 obj
مقاتلات NOUN 0 obj
"""
EXPORTS = """
تجاوزت VERB -1 root
صادرات NOUN 0 nsubj
كازاخستان PROPN 1 nmod
إلى ADP 4 case
الصين PROPN 0 obl
"""


def ordered(rows: str, code: str = "ar") -> tuple[Word, ...]:
    report = document(" ".join(line.split()[0] for line in rows.strip().splitlines()))
    return order(replace(sentence(report, rows), language=code)).words


def test_of_two_subjects_behind_a_verb_the_second_is_the_object() -> None:
    assert [word.relation for word in ordered(TWO_SUBJECTS)] == ["root", "nsubj", "obj"]


def test_behind_a_comma_a_second_subject_names_the_first_again() -> None:
    words = ordered(OTHER_NAME)
    assert (words[3].head, words[3].relation) == (1, "appos")


def test_the_only_noun_behind_a_verb_is_its_subject() -> None:
    assert ordered(ONLY_NOUN)[2].relation == "nsubj"


def test_behind_the_pronoun_of_a_relative_clause_stands_its_subject() -> None:
    assert ordered(BY_WHAT)[3].relation == "nsubj"


def test_a_particle_makes_the_present_possible_and_leaves_the_past() -> None:
    assert ordered(MAY)[0].relation == "aux"
    assert ordered(HAS)[0].relation == "mark"


def test_what_stands_with_a_preposition_behind_a_name_goes_with_the_verb() -> None:
    words = ordered(THREAT)
    assert (words[3].head, words[3].relation) == (0, "obl")


def test_what_is_bought_goes_with_the_purchase() -> None:
    words = ordered(PURCHASE)
    assert (words[3].head, words[3].relation) == (2, "nmod")
    words = ordered(EXPORTS)
    assert (words[4].head, words[4].relation) == (1, "obl")


def test_other_languages_are_left_as_they_are() -> None:
    report = document(" ".join(line.split()[0] for line in TWO_SUBJECTS.strip().splitlines()))
    read = replace(sentence(report, TWO_SUBJECTS), language="en")
    assert order(read) is read
