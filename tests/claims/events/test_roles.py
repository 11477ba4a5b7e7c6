"""Triggers in trees written by hand in, with known parties; the frame that reads them and its roles out."""

from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from sayso.claims.events.belongings import owners
from sayso.claims.events.fillers import Filled
from sayso.claims.events.roles import fill
from sayso.claims.events.triggers import find_triggers
from sayso.vocab.actors import open_roster
from tests import trees
from tests.factories import predicate
from tests.planted import planted

BUSINESS = """
The/DET/1/det bakery/NOUN/2/nsubj funded/VERB/-1/root a/DET/4/det choir/NOUN/2/obj ./PUNCT/2/punct
"""
STALLED = """
Talks/NOUN/5/nsubj between/ADP/2/case Serbia/PROPN/0/nmod/SRB and/CCONJ/4/cc Kosovo/PROPN/2/conj/XKX
stalled/VERB/-1/root ./PUNCT/5/punct
"""
BOUGHT = """
Vietnam/PROPN/1/nsubj/VNM bought/VERB/-1/root jets/NOUN/1/obj from/ADP/4/case France/PROPN/1/obl/FRA ./PUNCT/1/punct
"""
SENT_TROOPS = """
France/PROPN/1/nsubj/FRA dispatched/VERB/-1/root soldiers/NOUN/1/obj/? to/ADP/4/case Mali/PROPN/1/obl/in:MLI
./PUNCT/1/punct
"""
SENT_PAPER = """
France/PROPN/1/nsubj/FRA dispatched/VERB/-1/root paper/NOUN/1/obj to/ADP/4/case Mali/PROPN/1/obl/MLI ./PUNCT/1/punct
"""
WITHDREW = """
France/PROPN/1/nsubj/FRA withdrew/VERB/-1/root soldiers/NOUN/1/obj/? from/ADP/4/case Mali/PROPN/1/obl/MLI
./PUNCT/1/punct
"""
TREATY = """
Iran/PROPN/1/nsubj/IRN signed/VERB/-1/root a/DET/3/det treaty/NOUN/1/obj with/ADP/5/case Iraq/PROPN/1/obl/IRQ
./PUNCT/1/punct
"""
CHEQUE = """
Iran/PROPN/1/nsubj/IRN initialled/VERB/-1/root a/DET/3/det cheque/NOUN/1/obj ./PUNCT/1/punct
"""
AT_A_PLACE = """
Kharkiv/PROPN/1/nsubj/in:UKR attacked/VERB/-1/root Russia/PROPN/1/obj/RUS ./PUNCT/1/punct
"""
ON_A_PLACE = """
Russia/PROPN/1/nsubj/RUS attacked/VERB/-1/root Kharkiv/PROPN/1/obj/in:UKR ./PUNCT/1/punct
"""
HANGS_ASIDE = """
Iran/NOUN/4/dislocated/IRN ,/PUNCT/0/punct ever/ADV/3/advmod calm/ADJ/0/amod bombed/VERB/-1/root Iraq/PROPN/4/obj/IRQ
./PUNCT/4/punct
"""
UNKNOWN = """
Rebels/NOUN/1/nsubj/? attacked/VERB/-1/root Mali/PROPN/1/obj/MLI ./PUNCT/1/punct
"""
RULED = """
The/DET/1/det court/NOUN/2/nsubj/UN/icj heard/VERB/-1/root the/DET/4/det border/NOUN/2/obj ./PUNCT/2/punct
"""
REIGNED = """
The/DET/1/det king/NOUN/2/nsubj/SAU/king heard/VERB/-1/root the/DET/4/det border/NOUN/2/obj ./PUNCT/2/punct
"""
JOINTLY = """
Egypt/PROPN/3/nsubj/EGY and/CCONJ/2/cc Sudan/PROPN/0/conj/SDN met/VERB/-1/root ./PUNCT/3/punct
"""
BOTH_SIDES = """
Both/DET/1/det sides/NOUN/2/nsubj/EGY+SDN met/VERB/-1/root ./PUNCT/2/punct
"""
HARMED = """
The/DET/1/det ban/NOUN/2/nsubj hurt/VERB/-1/root Cuba/PROPN/5/nmod:poss/CUB 's/PART/3/case economy/NOUN/2/obj
./PUNCT/2/punct
"""
DEMONSTRATORS = """
Demonstrators/NOUN/1/nsubj/? marched/VERB/-1/root against/ADP/3/case Georgia/PROPN/1/obl/GEO ./PUNCT/1/punct
"""
PRESIDENT = """
U.S./PROPN/1/compound/USA President/NOUN/2/nsubj/USA/president attacked/VERB/-1/root Iran/PROPN/2/obj/IRN
./PUNCT/2/punct
"""
ORDERED = """
Iran/PROPN/1/nsubj/IRN requested/VERB/-1/root aid/NOUN/1/obj ./PUNCT/1/punct
"""


def read(rows: str, word: str) -> str | None:
    """What the word is read as: `frame: role=filler ...`, a star where it is lent, `(open)` where context decides."""
    plant = planted(rows)
    triggers = sorted(find_triggers(plant.tree), key=lambda trigger: trigger.head)
    for head, same in groupby(triggers, key=lambda trigger: trigger.head):
        if plant.tree.words[head].form == word:
            found = next(iter(fill(plant.tree, tuple(same), parties=plant.parties)), None)
            if found is None:
                return None
            roles = " ".join(map(filler, found.roles))
            return f"{found.frame.name}: {roles}".strip() + (" (open)" if found.is_open else "")
    raise AssertionError(f"{word} names no event")


def filler(role: Filled) -> str:
    return f"{role.role}={role.actor or role.good or role.effect or '-'}{'*' if role.is_lent else ''}"


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        pytest.param(trees.ACTIVE, "supplied", "give: giver=IRN recipient=RUS good=vehicles", id="active"),
        pytest.param(trees.PASSIVE, "bombed", "attack: actor=RUS target=-", id="passive"),
        pytest.param(trees.NO_AGENT, "bombed", "attack: target=-", id="passive without agent"),
        pytest.param(trees.OBJECT_GAP, "sent", "ship: giver=PRK recipient=RUS good=ammunition", id="object gap"),
        pytest.param(trees.JOINED, "armed", "provide: giver=DEU giver=FRA recipient=UKR", id="joint doers"),
        pytest.param(trees.POSSESSED, "delivery", "give: giver=IRN recipient=RUS good=ammunition", id="event noun"),
        pytest.param(trees.LIGHT, "strikes", "attack: actor=TUR* target=SYR", id="light verb"),
        pytest.param(trees.UNDERGOING, "sanctions", "sanction: actor=JPN* target=RUS*", id="undergoing"),
        pytest.param(trees.BETWEEN, "Talks", "meet: actor=ARM partner=AZE", id="between: first is the doer"),
        pytest.param(trees.APPOSED, "ally", "ally: actor=ISR* partner=EGY", id="apposition"),
        pytest.param(trees.BARE_RECIPIENT, "gave", "hand: giver=NOR recipient=UKR good=money", id="bare recipient"),
        pytest.param(trees.LIFTED, "lifted", "lift: actor=ESP target=CUB good=other", id="lifting sanctions"),
        pytest.param(trees.RESULT, "dependent", "depend: actor=IRN* provider=RUS", id="who is made dependent"),
        pytest.param(STALLED, "stalled", "break_off: actor=SRB partner=XKX", id="the parties to talks that stall"),
        pytest.param(BOUGHT, "bought", "get: giver=FRA recipient=VNM good=vehicles", id="the buyer receives"),
        pytest.param(JOINTLY, "met", "meet: actor=EGY partner=SDN", id="mutual act of joint subjects"),
        pytest.param(BOTH_SIDES, "met", "meet: actor=EGY partner=SDN", id="mutual act of one phrase"),
        pytest.param(HARMED, "hurt", "harm: cause=- affected=CUB effect=harm", id="a thing affected is its owner's"),
        pytest.param(PRESIDENT, "attacked", "attack: actor=USA/president target=IRN", id="a title with its state"),
        pytest.param(UNKNOWN, "attacked", "attack: actor=- target=MLI", id="a doer nobody knows"),
        pytest.param(ON_A_PLACE, "attacked", "attack: actor=RUS target=UKR", id="a place is its state's as target"),
        pytest.param(AT_A_PLACE, "attacked", "attack: target=RUS", id="a place does nothing"),
        pytest.param(ORDERED, "aid", "aid: recipient=IRN* good=other", id="who asks for a good receives it"),
    ],
)
def test_roles(rows: str, word: str, expected: str) -> None:
    assert read(rows, word) == expected


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        pytest.param(BUSINESS, "funded", None, id="nobody known"),
        pytest.param(SENT_TROOPS, "dispatched", "send: actor=FRA force=-", id="forces are deployed"),
        pytest.param(SENT_PAPER, "dispatched", "hand: giver=FRA recipient=MLI good=other", id="goods are transferred"),
        pytest.param(WITHDREW, "withdrew", "withdraw: actor=FRA force=-", id="soldiers are no deal to leave"),
        pytest.param(TREATY, "signed", "sign: actor=IRN partner=IRQ matter=-", id="a deal is signed"),
        pytest.param(CHEQUE, "initialled", None, id="a cheque is no deal"),
        pytest.param(RULED, "heard", "court: actor=UN/icj matter=-", id="courts hear cases"),
        pytest.param(REIGNED, "heard", None, id="kings do not"),
        pytest.param(DEMONSTRATORS, "marched", "rally: actor=- target=GEO", id="people march"),
        pytest.param(trees.TALKS, "talks", "meet: (open)", id="a noun that context may fill"),
    ],
)
def test_needs_of_frames(rows: str, word: str, expected: str | None) -> None:
    assert read(rows, word) == expected


def test_a_state_of_the_users_file_may_do_what_only_states_do(tmp_path: Path) -> None:
    extra = tmp_path / "actors.toml"
    extra.write_text('[[actor]]\nid = "XVN"\nkind = "state"\n', encoding="utf-8")
    plant = planted(
        "The/DET/1/det deployment/NOUN/6/nsubj of/ADP/3/case Vendaria/PROPN/1/nmod/XVN against/ADP/5/case "
        "Mali/PROPN/1/nmod/MLI ended/VERB/-1/root"
    )
    triggers = tuple(trigger for trigger in find_triggers(plant.tree) if trigger.head == 1)
    for parties, doer in ((plant.parties, None), (replace(plant.parties, roster=open_roster(extra)), "XVN")):
        found = next(iter(fill(plant.tree, triggers, parties=parties)), None)
        assert found is not None
        assert next((one.actor for one in found.roles if one.role == "actor"), None) == doer


@pytest.mark.parametrize(
    ("agent", "expected"),
    [((0, 1), ["IRN"]), ((0, 4), ["IRN"]), ((2, 3), []), ((5, 6), []), ((3, 5), []), (None, [])],
)
def test_the_readers_agent_does_what_the_tree_has_no_subject_for(
    agent: tuple[int, int] | None, expected: list[str]
) -> None:
    plant = planted(HANGS_ASIDE)
    found = () if agent is None else (predicate(4, ("ARG0", *agent), ("ARG1", 5, 6)), predicate(3, ("ARG0", 0, 1)))
    tree = replace(plant.tree, sentence=replace(plant.tree.sentence, predicates=found))
    framing = next(iter(fill(tree, tuple(find_triggers(tree)), parties=plant.parties)), None)
    assert framing is not None
    assert [role.actor for role in framing.roles if role.role == "actor" and role.actor] == expected


def test_the_subject_of_the_tree_comes_before_the_readers_agent() -> None:
    plant = planted(trees.ACTIVE)
    tree = replace(plant.tree, sentence=replace(plant.tree.sentence, predicates=(predicate(1, ("ARG0", 2, 3)),)))
    before = next(iter(fill(plant.tree, tuple(find_triggers(plant.tree)), parties=plant.parties)), None)
    framing = next(iter(fill(tree, tuple(find_triggers(tree)), parties=plant.parties)), None)
    assert framing is not None
    assert before is not None
    assert framing.roles == before.roles


def test_roles_come_in_the_order_of_the_kind() -> None:
    plant = planted(BOUGHT)
    found = next(iter(fill(plant.tree, tuple(find_triggers(plant.tree)), parties=plant.parties)), None)
    assert found is not None
    order = [role for role, _ in found.frame.kind.roles]
    assert [role.role for role in found.roles] == order
    assert [role.words for role in found.roles] == [(4, 5), (0, 1), (2, 3)]


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        (trees.POSSESSED, "delivery", ["IRN"]),
        (trees.ORIGIN, "shelling", ["RUS"]),
        (trees.BETWEEN, "Talks", ["ARM", "AZE"]),
        (trees.TALKS, "talks", []),
    ],
)
def test_owners_of_a_phrase(rows: str, word: str, expected: list[str]) -> None:
    plant = planted(rows)
    found = owners(plant.tree, plant.word(word), parties=plant.parties)
    assert [actor for party in found for actor in party.actors] == expected
