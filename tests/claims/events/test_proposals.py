"""Trees written by hand, with words that the reader takes for events, in; which of them become triggers out."""

from dataclasses import replace

import pytest

from sayso.claims.drafts import find_drafts, find_proposed
from sayso.claims.events.proposals import find_proposals
from sayso.claims.rules import rule_of
from sayso.claims.trees import Tree
from sayso.records import TriggerWord
from sayso.vocab.frames import frames, kinds
from tests.planted import planted

TUSSLE = """
The/DET/1/det tussle/NOUN/4/nsubj with/ADP/3/case Peru/PROPN/1/nmod/PER drags/VERB/-1/root on/ADV/4/advmod
./PUNCT/4/punct
"""
STAGED = """
Chile/PROPN/1/nsubj/CHL staged/VERB/-1/root a/DET/3/det raid/NOUN/1/obj on/ADP/5/case Peru/PROPN/3/nmod/PER
./PUNCT/1/punct
"""
ASKED = """
Will/AUX/2/aux Chile/PROPN/2/nsubj/CHL spar/VERB/-1/root with/ADP/4/case Peru/PROPN/2/obl/PER ?/PUNCT/2/punct
"""


def seen(rows: str, **events: str) -> Tree:
    """The tree of a sentence some words of which, by their forms, the reader takes for events of a kind."""
    tree = planted(rows).tree
    told = tuple(
        TriggerWord(word=number, kind=events[word.form], probability=0.7)
        for number, word in enumerate(tree.words)
        if word.form in events
    )
    return replace(tree, sentence=replace(tree.sentence, events=told))


def proposed(tree: Tree, *read: tuple[int, str]) -> list[str]:
    return [f"{tree.words[found.head].form} {found.entry.frame}" for found in find_proposals(tree, read)]


def test_nothing_is_proposed_where_the_reader_sees_no_event() -> None:
    assert proposed(planted(TUSSLE).tree) == []


def test_a_noun_is_proposed_and_an_adverb_is_not() -> None:
    assert proposed(seen(TUSSLE, tussle="relation", on="fight")) == ["tussle any_relation"]


def test_a_question_proposes_nothing() -> None:
    assert proposed(seen(ASKED, spar="fight")) == []


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        ([(3, "fight")], []),
        ([(3, "coerce")], ["staged any_fight"]),
        ([(1, "coerce")], []),
        ([], ["staged any_fight"]),
    ],
)
def test_what_an_entry_reads_is_not_proposed_nor_what_hangs_on_it(
    read: list[tuple[int, str]], expected: list[str]
) -> None:
    assert proposed(seen(STAGED, staged="fight"), *read) == expected


def test_every_kind_has_a_frame_for_what_is_proposed_and_it_asks_for_nothing() -> None:
    for name in kinds():
        frame = frames()[f"any_{name}"]
        assert frame.kind.name == name
        assert frame.alone
        assert not frame.needs


def test_a_proposal_is_filled_by_grammar_and_says_who_made_it() -> None:
    plant = planted(TUSSLE)
    tree = seen(TUSSLE, tussle="relation")
    read = tuple(find_drafts(tree, (), parties=plant.parties))
    (draft,) = find_proposed(tree, (), parties=plant.parties, read=[each for each in read if each.head != 1])
    assert [(role.role, role.actor) for role in draft.roles] == [("partner", "PER")]
    assert rule_of(draft) == "event head (0.70): tussle (noun)"
