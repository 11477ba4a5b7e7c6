"""Drafts of one sentence in; the same with what somebody does not accept told as not accepted, out."""

import pytest

from sayso.claims.opposition import oppose
from tests.planted import drafts_of, planted, told

CLAUSE = """
China/PROPN/3/nsubj/CHN does/AUX/3/aux not/PART/3/advmod accept/VERB/-1/root Russia/PROPN/6/nsubj/RUS to/PART/6/mark
arm/VERB/3/ccomp Iran/PROPN/6/obj/IRN ./PUNCT/3/punct
"""
TAKEN = CLAUSE.replace(" not/PART/3/advmod", " also/ADV/3/advmod")
BESIDE = """
China/PROPN/3/nsubj/CHN does/AUX/3/aux not/PART/3/advmod accept/VERB/-1/root aid/NOUN/3/obj as/SCONJ/7/mark
Russia/PROPN/7/nsubj/RUS armed/VERB/3/advcl Iran/PROPN/7/obj/IRN ./PUNCT/3/punct
"""


@pytest.mark.parametrize(
    ("sentence", "word", "manner"),
    [
        pytest.param(CLAUSE, "arm", "not wanted; 1", id="refused"),
        pytest.param(TAKEN, "arm", "; 0", id="accepted"),
        pytest.param(BESIDE, "armed", "done; 0", id="beside the refusal"),
    ],
)
def test_what_is_not_accepted_is_unwanted_on_the_word_of_who_refuses(sentence: str, word: str, manner: str) -> None:
    lines = [told(draft) for draft in oppose(drafts_of(planted(sentence)))]
    assert any(
        line.startswith(f"transfer {word}: giver=RUS recipient=IRN") and line.endswith(manner) for line in lines
    ), lines


def test_a_refusal_that_is_told_already_is_told_once() -> None:
    once = oppose(drafts_of(planted(CLAUSE)))
    assert [told(draft) for draft in oppose(once)] == [told(draft) for draft in once]
