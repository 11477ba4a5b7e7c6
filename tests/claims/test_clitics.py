"""Words of Arabic that were cut in two: one again where the whole is known and the rest is not."""

from dataclasses import replace

import pytest

from sayso.claims.clitics import join_clitics
from sayso.records import Sentence, Word
from tests.factories import document, sentence

MINISTER = """
قال VERB -1 root
و CCONJ 2 cc
زير NOUN 0 conj
الخارجية NOUN 2 nmod
"""
SUBJECT = """
تنتظر VERB -1 root
ب ADP 2 case
وليفيا PROPN 0 obl
"""
MARKED = """
و PART 1 compound:prt
قّع VERB -1 root
الوزير NOUN 1 nsubj
"""
ACCUSED = """
ات VERB -1 root
هم PRON 0 obj
الجيش NOUN 0 nsubj
"""
NOT = """
ل ADP 1 case
م PRON 2 obl
توقع VERB -1 root
"""
AND_PARIS = """
موسكو PROPN -1 root
و CCONJ 2 cc
باريس PROPN 0 conj
"""
BY_ITSELF = """
وصل VERB -1 root
ب ADP 2 case
طائرة NOUN 0 obl
"""


def read(rows: str, code: str = "ar") -> Sentence:
    """The sentence with the second and third word, or the first two, written together."""
    lines = rows.strip().splitlines()
    forms = [line.split()[0] for line in lines]
    glued = 1 if len(forms[1]) == 1 and len(forms[0]) > 1 else 0
    text = " ".join([*forms[:glued], forms[glued] + forms[glued + 1], *forms[glued + 2 :]])
    report = document(text)
    found = sentence(document(" ".join(forms)), rows)
    words, at = [], 0
    for number, word in enumerate(found.words):
        start = text.index(word.form, at)
        at = start + len(word.form)
        words.append(replace(word, start=start, end=at, form=forms[number]))
    return replace(found, span=report.span(0, len(text)), words=tuple(words), predicates=(), language=code)


def joined(rows: str) -> tuple[Word, ...]:
    return join_clitics(read(rows)).words


def test_what_was_cut_off_a_word_belongs_to_it_again() -> None:
    words = joined(MINISTER)
    assert [word.form for word in words] == ["قال", "وزير", "الخارجية"]
    assert (words[1].head, words[1].relation, words[2].head) == (0, "nsubj", 1)
    words = joined(SUBJECT)
    assert (words[1].form, words[1].relation) == ("بوليفيا", "nsubj")


def test_a_verb_that_ends_like_a_pronoun_is_one_word() -> None:
    words = joined(ACCUSED)
    assert [(word.form, word.head) for word in words] == [("اتهم", -1), ("الجيش", 0)]


def test_a_word_is_known_with_the_signs_of_its_vowels() -> None:
    assert [word.form for word in joined(MARKED)] == ["وقّع", "الوزير"]


def test_a_word_of_negation_is_one_word() -> None:
    negation = joined(NOT)[0]
    assert (negation.form, negation.head, negation.relation) == ("لم", 1, "advmod")


@pytest.mark.parametrize("rows", [AND_PARIS, BY_ITSELF])
def test_what_is_a_word_without_it_is_left_apart(rows: str) -> None:
    sentence_read = read(rows)
    assert join_clitics(sentence_read) is sentence_read


def test_other_languages_are_left_as_they_are() -> None:
    sentence_read = read(MINISTER, code="en")
    assert join_clitics(sentence_read) is sentence_read
