"""Drafts of one sentence in; which of them say what another says, and go, out."""

import pytest

from sayso.claims.selection import select
from tests import trees
from tests.planted import drafts_of, planted, told

SIGNED_DEAL = """
Japan/PROPN/1/nsubj/JPN violated/VERB/-1/root a/DET/3/det treaty/NOUN/1/obj with/ADP/5/case China/PROPN/3/nmod/CHN
./PUNCT/1/punct
"""
TWO_VERBS = """
Iran/PROPN/1/nsubj/IRN shelled/VERB/-1/root Iraq/PROPN/1/obj/IRQ and/CCONJ/4/cc bombed/VERB/1/conj Syria/PROPN/4/obj/SYR
./PUNCT/1/punct
"""
PAIRED_NOUNS = """
Turkey/PROPN/1/nsubj/TUR launched/VERB/-1/root attacks/NOUN/1/obj and/CCONJ/4/cc strikes/NOUN/2/conj on/ADP/6/case
Syria/PROPN/2/nmod/SYR ./PUNCT/1/punct
"""
LONGER = """
France/PROPN/1/nsubj/FRA sent/VERB/-1/root troops/NOUN/1/obj to/ADP/4/case Mali/PROPN/1/obl/MLI ./PUNCT/1/punct
"""
OWN_ROLES = """
Turkey/PROPN/1/nsubj/TUR launched/VERB/-1/root attacks/NOUN/1/obj on/ADP/4/case Syria/PROPN/2/nmod/SYR and/CCONJ/6/cc
strikes/NOUN/2/conj on/ADP/8/case Iraq/PROPN/6/nmod/IRQ ./PUNCT/1/punct
"""
LONGER_LIGHT = """
Japan/PROPN/1/nsubj/JPN imposed/VERB/-1/root tariffs/NOUN/1/obj on/ADP/4/case China/PROPN/2/nmod/CHN ./PUNCT/1/punct
"""
APART = """
Iran/PROPN/1/nsubj/IRN shelled/VERB/-1/root Iraq/PROPN/1/obj/IRQ ,/PUNCT/4/punct angering/VERB/1/advcl those/PRON/4/obj
who/PRON/7/nsubj fear/VERB/5/acl:relcl strikes/NOUN/7/obj on/ADP/10/case Syria/PROPN/8/nmod/SYR
"""


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        pytest.param(trees.LIGHT, ["strikes"], id="a light verb goes"),
        pytest.param(trees.LIFTED, ["lifted"], id="the noun under a full verb of its kind goes"),
        pytest.param(SIGNED_DEAL, ["violated"], id="a treaty under a verb goes"),
        pytest.param(TWO_VERBS, ["shelled", "bombed"], id="two acts stay"),
        pytest.param(PAIRED_NOUNS, ["attacks"], id="a second noun with nothing of its own goes"),
        pytest.param(OWN_ROLES, ["attacks", "strikes"], id="a second noun with roles of its own stays"),
        pytest.param(APART, ["shelled", "strikes"], id="a noun under another verb stays"),
        pytest.param(trees.GERUND, ["accused", "shelling"], id="different kinds stay"),
        pytest.param(LONGER, ["sent"], id="one word, one event"),
        pytest.param(LONGER_LIGHT, ["imposed"], id="an entry of a light verb and its noun stays alone"),
    ],
)
def test_of_drafts_that_say_the_same_one_is_kept(rows: str, kept: list[str]) -> None:
    plant = planted(rows)
    found = select(tuple(drafts_of(plant)))
    assert [plant.tree.words[draft.head].form for draft in found] == kept


def test_something_went() -> None:
    assert len(drafts_of(planted(trees.LIFTED))) == 2
    assert len(drafts_of(planted(PAIRED_NOUNS))) > 1


def test_drafts_of_different_sentences_never_meet() -> None:
    plant = planted(trees.LIFTED, trees.LIFTED)
    assert [told(draft).split(":")[0] for draft in select(tuple(drafts_of(plant)))] == ["sanction lifted"] * 2
