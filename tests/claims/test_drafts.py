"""Trees written by hand with their parties in; what is drafted of them, how it stands and on whose word, out."""

import pytest

from tests import trees
from tests.planted import drafts_of, planted, told

FEARED = """
Seoul/PROPN/1/nsubj/KOR fears/VERB/-1/root that/SCONJ/5/mark Russia/PROPN/5/nsubj/RUS will/AUX/5/aux arm/VERB/1/ccomp
Pyongyang/PROPN/5/obj/PRK ./PUNCT/1/punct
"""
DENIED = """
China/PROPN/1/nsubj/CHN denied/VERB/-1/root that/SCONJ/5/mark it/PRON/5/nsubj/CHN had/AUX/5/aux armed/VERB/1/ccomp
Russia/PROPN/5/obj/RUS ./PUNCT/1/punct
"""
OWN_WISH = """
Norway/PROPN/1/nsubj/NOR wants/VERB/-1/root to/PART/3/mark arm/VERB/1/xcomp Ukraine/PROPN/3/obj/UKR ./PUNCT/1/punct
"""
WISH_OF_ANOTHER = """
Poland/PROPN/1/nsubj/POL wants/VERB/-1/root Norway/PROPN/1/obj/NOR to/PART/4/mark arm/VERB/1/xcomp
Ukraine/PROPN/4/obj/UKR ./PUNCT/1/punct
"""
ANNOUNCED_HARM = """
Russia/PROPN/1/nsubj/RUS said/VERB/-1/root it/PRON/4/nsubj/RUS would/AUX/4/aux attack/VERB/1/ccomp
Ukraine/PROPN/4/obj/UKR ./PUNCT/1/punct
"""
FORETOLD_HARM = """
Russia/PROPN/1/nsubj/RUS said/VERB/-1/root Ukraine/PROPN/4/nsubj/UKR would/AUX/4/aux attack/VERB/1/ccomp
Crimea/PROPN/4/obj/in:UKR ./PUNCT/1/punct
"""
ANNOUNCED_AID = """
Norway/PROPN/1/nsubj/NOR said/VERB/-1/root it/PRON/4/nsubj/NOR would/AUX/4/aux arm/VERB/1/ccomp
Ukraine/PROPN/4/obj/UKR ./PUNCT/1/punct
"""
PRESUPPOSED = """
Japan/PROPN/1/nsubj/JPN fears/VERB/-1/root that/SCONJ/8/mark the/DET/4/det shells/NOUN/8/nsubj Iran/PROPN/6/nsubj/IRN
sold/VERB/4/acl:relcl will/AUX/8/aux reach/VERB/1/ccomp Russia/PROPN/8/obj/RUS ./PUNCT/1/punct
"""
NESTED = """
Kyiv/PROPN/1/nsubj/UKR said/VERB/-1/root Paris/PROPN/3/nsubj/FRA believes/VERB/1/ccomp Iran/PROPN/5/nsubj/IRN
armed/VERB/3/ccomp Russia/PROPN/5/obj/RUS ./PUNCT/1/punct
"""
RECALLED = """
Norway/PROPN/1/nsubj/NOR recalled/VERB/-1/root that/SCONJ/5/mark Japan/PROPN/5/nsubj/JPN had/AUX/5/aux
armed/VERB/1/ccomp Russia/PROPN/5/obj/RUS ./PUNCT/1/punct
"""
TITLE = """
министр/NOUN/3/nsubj/POL/defense-minister обороны/NOUN/0/nmod/POL/defense-minister Польши/PROPN/1/nmod/POL
встретился/VERB/-1/root с/ADP/5/case японцами/NOUN/3/obl/JPN/civilians ./PUNCT/3/punct
"""
FREED = """
Cuba/PROPN/1/nsubj/CUB freed/VERB/-1/root prisoners/NOUN/1/obj/? ./PUNCT/1/punct
"""
NOT_FREED = """
Cuba/PROPN/3/nsubj/CUB did/AUX/3/aux not/PART/3/advmod free/VERB/-1/root prisoners/NOUN/3/obj/? ./PUNCT/3/punct
"""
ORDERED = """
Iran/PROPN/1/nsubj/IRN ordered/VERB/-1/root jets/NOUN/1/obj from/ADP/4/case Russia/PROPN/1/obl/RUS ./PUNCT/1/punct
"""


def drafted(rows: str, kind: str) -> list[str]:
    """The drafts of one kind."""
    return [line for line in map(told, drafts_of(planted(rows))) if line.startswith(kind)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(FEARED, "transfer arm: giver=RUS recipient=PRK; feared; 1", id="feared by another"),
        pytest.param(DENIED, "transfer armed: giver=CHN recipient=RUS; not done; 1", id="denied"),
        pytest.param(OWN_WISH, "transfer arm: giver=NOR recipient=UKR; wanted; 0", id="one's own wish is no source"),
        pytest.param(WISH_OF_ANOTHER, "transfer arm: giver=NOR recipient=UKR; wanted; 1", id="wanted by another"),
        pytest.param(ANNOUNCED_HARM, "fight attack: actor=RUS target=UKR; threatened; 1", id="announced harm"),
        pytest.param(FORETOLD_HARM, "fight attack: actor=UKR target=UKR; possible; 1", id="harm foretold by another"),
        pytest.param(ANNOUNCED_AID, "transfer arm: giver=NOR recipient=UKR; planned; 1", id="announced aid"),
        pytest.param(PRESUPPOSED, "transfer sold: giver=IRN good=ammunition; done; 0", id="presupposed under a fear"),
        pytest.param(NESTED, "transfer armed: giver=IRN recipient=RUS; done; 2", id="two sources"),
        pytest.param(trees.OBJECT_CONTROL, "withdraw withdraw: actor=ISR force=-; wanted; 1", id="what is urged"),
        pytest.param(trees.GERUND, "fight shelling: actor=POL target=BLR; done; 1", id="what one is accused of"),
        pytest.param(trees.SUBJECT_CONTROL, "sanction sanction: actor=JPN target=RUS; planned; 0", id="planned"),
        pytest.param(trees.NOT_ACCEPTED, "oppose accept: actor=CUB matter=-; done; 0", id="not accepting is refusing"),
        pytest.param(FREED, "coerce freed: actor=CUB target=-; not done; 0", id="ending is the event negated"),
        pytest.param(NOT_FREED, "coerce free: actor=CUB target=-; done; 0", id="not ending is the event"),
        pytest.param(ORDERED, "transfer ordered: giver=RUS recipient=IRN good=vehicles; planned; 0", id="an order"),
    ],
)
def test_drafts(rows: str, expected: str) -> None:
    assert drafted(rows, expected.split()[0]) == [expected]


def test_a_speech_act_that_is_the_event_is_not_its_own_source() -> None:
    assert drafted(trees.GERUND, "oppose") == ["oppose accused: actor=BLR target=POL matter=-; done; 0"]


def test_a_word_that_only_says_something_is_no_event_of_another_kind() -> None:
    assert list(map(told, drafts_of(planted(RECALLED)))) == ["transfer armed: giver=JPN recipient=RUS; done; 1"]


def test_a_word_of_a_title_is_no_event() -> None:
    assert [draft.frame.kind.name for draft in drafts_of(planted(TITLE, language="ru"))] == ["meet"]


def test_sources_come_outermost_first() -> None:
    plant = planted(NESTED)
    draft = next(draft for draft in drafts_of(plant) if draft.head == plant.word("armed"))
    assert [content.channel for content in draft.chain] == ["said", "believed"]
    assert [content.source for content in draft.chain] == [(0, 0, 1), (0, 2, 3)]


def test_doers_are_those_of_the_first_role() -> None:
    assert {draft.doers for draft in drafts_of(planted(trees.JOINED))} == {frozenset({"DEU", "FRA"})}
