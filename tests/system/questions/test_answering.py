"""Testimonies made by hand and a question in; the rows that answer it, and what is only hinted at, out."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

import pytest

from sayso.claims.numbers.edtf import Bounds
from sayso.corroboration.intervals import Interval
from sayso.system.assembly import assemble
from sayso.system.questions.answering import answer
from sayso.system.questions.parsing import parse
from sayso.system.questions.records import Answer, Question
from sayso.system.questions.rows import CLAIMS, COMPUTED
from sayso.system.questions.selecting import SELECTORS
from sayso.system.questions.shapes import family
from sayso.system.records import Testimony
from sayso.system.reference.claims import testimonies as recorded
from sayso.vocab.actors import open_roster
from tests.system.factories import told

ROSTER = open_roster()


def asked(text: str, testimonies: Iterable[Testimony], *, as_of: str | None = None) -> Answer:
    """The answer of a system of these testimonies."""
    question = parse(text, ROSTER)
    assert isinstance(question, Question), question
    behind = list(testimonies)
    return answer(question, assemble(behind, as_of=as_of), testimonies={each.claim.id: each for each in behind})


def groups(found: Answer) -> list[tuple[str, str | None, str | None]]:
    return [(row.group, row.good, row.party) for row in found.rows]


def same(told: Testimony, *others: Testimony) -> list[Testimony]:
    """The testimonies as claims of one matter."""
    return [told, *(replace(each, matter_id=told.matter_id) for each in others)]


OIL = told("transfer", "giver=RUS", "recipient=PRK", "good=oil:oil", quantities=["good 1000000.. barrel"])
FOOD = told("transfer", "giver=RUS", "recipient=PRK", "good=food:grain", modality="promised")
KNOW_HOW = told(
    "transfer",
    "giver=RUS",
    "recipient=PRK",
    "good=nuclear:technology",
    modality="wanted",
    polarity="negated",
    holder="CHN",
)
SHELLS = told("transfer", "giver=PRK", "recipient=RUS", "good=ammunition:shells", holder="KOR", origins=["KOR"])
DENIED = told("transfer", "giver=PRK", "recipient=RUS", "good=ammunition:no shells", holder="RUS", polarity="negated")
TROOPS = told("deploy", "actor=PRK", "force=:soldiers", "beneficiary=RUS", quantities=["force ..12000 soldier"])
GAIN = told("affect", "cause=RUS", "affected=PRK", "effect=gain:time and resources")
FEAR = told("transfer", "giver=RUS", "recipient=PRK", "good=technology:missiles", modality="feared", holder="KOR")
CASE = [OIL, FOOD, KNOW_HOW, SHELLS, DENIED, TROOPS, GAIN, FEAR]


def test_a_gain_is_what_passes_by_how_far_it_has_come_and_what_is_said_to_help() -> None:
    found = asked("what does North Korea gain from Russia?", CASE)
    assert groups(found) == [
        ("delivered", "oil", "RUS"),
        ("promised", "food", "RUS"),
        ("feared", "technology", "RUS"),
        ("opposed", "nuclear", "RUS"),
        ("gain", None, "PRK"),
    ]
    assert [row.claim_ids for row in found.rows] == [(each.claim.id,) for each in (OIL, FOOD, FEAR, KNOW_HOW, GAIN)]
    assert (found.claims, found.matters, found.origins) == (5, 5, 0)


def test_the_other_way_is_another_answer() -> None:
    found = asked("what does North Korea give Russia?", CASE)
    assert groups(found) == [
        ("delivered", "ammunition", "PRK"),
        ("delivered", "troops", "PRK"),
        ("denied", "ammunition", "PRK"),
    ]


def test_up_to_is_an_upper_bound_and_what_gives_no_number_is_counted_and_not_shown() -> None:
    found = asked("how much did North Korea send to Russia?", CASE)
    assert [row.amounts[0].interval for row in found.rows] == [Interval(low=None, high=Decimal(12000))]
    assert [(each.reason, each.claims) for each in found.silences] == [("without a number", 2)]


def test_one_root_counts_once_in_what_is_computed() -> None:
    first = told("transfer", "giver=IRN", "recipient=RUS", "good=oil", quantities=["good 5..6 tonne"], origins=["IRN"])
    again = told("transfer", "giver=IRN", "recipient=RUS", "good=oil", quantities=["good 5..7 tonne"], origins=["IRN"])
    found = asked("how much oil does Iran give Russia?", [first, again])
    total = found.rows[-1]
    assert (total.group, total.basis) == ("delivered, in all", COMPUTED)
    assert total.amounts[0].interval == Interval(low=Decimal(5), high=Decimal(7))
    assert "one root" in (total.said or "")
    assert set(total.claim_ids) == {first.claim.id, again.claim.id}


def test_a_good_keeps_others_out_and_a_wide_word_lets_several_in() -> None:
    assert [row.good for row in asked("who gives North Korea oil?", CASE).rows] == ["oil"]
    assert [row.good for row in asked("who gives Russia weapons?", CASE).rows] == ["ammunition", "ammunition"]


def test_where_nothing_answers_the_nearest_is_a_hint_and_no_row() -> None:
    found = asked("how much gas did Russia give North Korea in 2021?", CASE)
    assert found.rows == ()
    assert (found.claims, found.matters, found.origins) == (0, 0, 0)
    assert [(each.change, each.claims) for each in found.hints] == [("of anything, at any time", 1)]
    found = asked("what gas did Russia give North Korea?", CASE)
    assert [(each.change, each.claims) for each in found.hints] == [("of anything", 4)]
    found = asked("what oil did North Korea give Russia?", CASE)
    assert [(each.change, each.question.party) for each in found.hints] == [
        ("of anything", "PRK"),
        ("the other way round", "RUS"),
    ]


def test_what_passes_to_nobody_named_answers_only_where_the_sentence_names_the_other() -> None:
    shipped = told("transfer", "giver=PRK", "good=arms:rifles")
    found = asked("what does North Korea give Russia?", [replace(shipped, named=("PRK", "RUS"))])
    assert [row.manner for row in found.rows] == ["delivered"]
    assert "to whom not stated" in found.rows[0].group
    found = asked("what does North Korea give Russia?", [shipped])
    assert found.rows == ()
    assert [(each.reason, each.claims) for each in found.silences] == [("without a recipient that is known", 1)]


def test_a_time_leaves_out_what_is_of_another_and_counts_what_has_none() -> None:
    rows = [
        told("transfer", "giver=RUS", "recipient=IRN", "good=gas", occurred=occurred)
        for occurred in ("2021", "2024-03", "2023/..", None)
    ]
    found = asked("what did Russia give Iran in 2024?", rows)
    assert {claim for row in found.rows for claim in row.claim_ids} == {rows[1].claim.id, rows[2].claim.id}
    assert [(each.reason, each.claims) for each in found.silences] == [("without a time", 1)]


def test_since_when_is_in_the_order_of_time_with_all_of_it_computed() -> None:
    rows = [
        told("transfer", "giver=RUS", "recipient=IRN", "good=gas", occurred=occurred)
        for occurred in ("2024-03", "2022-02", None)
    ]
    found = asked("since when has Russia given Iran gas?", rows)
    firsts = [row.window.first for row in found.rows if row.window]
    assert firsts == ["2022-02-01", "2024-03-01", "2022-02-01"]
    assert found.rows[-1].basis == COMPUTED
    assert found.rows[-1].window == Bounds(first="2022-02-01", until="2024-04-01")


def test_on_whose_word_is_a_row_for_each_source() -> None:
    first, *more = same(
        told("transfer", "giver=PRK", "recipient=RUS", "good=arms", holder="USA/president", origins=["USA"]),
        told("transfer", "giver=PRK", "recipient=RUS", "good=arms", holder="KOR", origins=["KOR"]),
        told("transfer", "giver=PRK", "recipient=RUS", "good=arms"),
    )
    found = asked("on whose word does North Korea give Russia arms?", [first, *more])
    assert {row.holder for row in found.rows} == {"USA/president", "KOR", None}
    assert (found.claims, found.matters, found.origins) == (3, 1, 2)
    shipped = replace(told("transfer", "giver=PRK", "good=arms:rifles", holder="KOR"), named=("PRK", "RUS"))
    vague = asked("on whose word does North Korea give Russia arms?", [shipped])
    assert [(row.holder, row.manner) for row in vague.rows] == [("KOR", "delivered")]
    denied = asked("who denies that North Korea gave Russia arms?", CASE)
    assert [(row.group, row.holder) for row in denied.rows] == [("denied", "RUS")]


def test_stances_aimed_at_a_party_come_before_those_that_only_name_it() -> None:
    aimed = told("oppose", "actor=USA", "target=RUS", "matter=:the war")
    naming = replace(told("oppose", "actor=CHN", "matter=:the transfer"), named=("CHN", "PRK", "RUS"))
    own = replace(told("oppose", "actor=RUS", "target=USA", "matter=:sanctions"), named=("RUS", "USA"))
    found = asked("who opposes Russia?", [naming, own, aimed])
    assert [(row.party, row.group.partition(",")[0]) for row in found.rows] == [("USA", "oppose"), ("CHN", "oppose")]
    assert found.rows[0].group == "oppose"
    assert "names the one" in found.rows[1].group
    assert asked("who supports Russia?", [naming, own, aimed]).rows == ()


@pytest.mark.parametrize(
    ("text", "told_by", "group"),
    [
        ("what does South Korea fear?", FEAR, "fear"),
        ("what does South Korea fear from Russia?", FEAR, "fear"),
        ("who fears Russia?", FEAR, "fear"),
        ("what does China say about Russia?", KNOW_HOW, "says not"),
        ("what does China deny?", KNOW_HOW, "says not"),
        ("what does South Korea say?", FEAR, "says"),
    ],
)
def test_fears_and_sayings_are_of_their_holder(text: str, told_by: Testimony, group: str) -> None:
    found = asked(text, CASE)
    row = next(row for row in found.rows if told_by.claim.id in row.claim_ids)
    assert row.group == group


def test_what_a_person_says_is_not_what_the_state_says() -> None:
    putin = told("oppose", "actor=RUS/president", "target=USA")
    ministry = told("oppose", "actor=RUS/foreign-ministry", "target=USA")
    assert asked("what does Putin say about the US?", [putin, ministry]).claims == 1
    assert asked("what does Russia say about the US?", [putin, ministry]).claims == 2


def test_a_risk_that_is_denied_is_a_group_of_its_own() -> None:
    risk = told("affect", "cause=RUS", "affected=PRK", "effect=risk:desertion", polarity="negated")
    assert [row.group for row in asked("what does North Korea risk?", [risk]).rows] == ["not risk"]


def test_who_attacked_whom_is_not_turned_round_and_a_meeting_is() -> None:
    attack = told("fight", "actor=RUS", "target=UKR", occurred="2022-02")
    assert len(asked("who attacked Ukraine?", [attack]).rows) == 1
    assert asked("who attacked Russia?", [attack]).rows == ()
    met = told("meet", "actor=RUS/president", "partner=PRK/leader", occurred="2024-06-19")
    assert len(asked("when did Kim Jong Un meet Putin?", [met]).rows) == 1
    assert asked("when did Kim Jong Un meet Xi?", [met]).rows == ()


def test_persons_come_before_their_states_and_known_doers_before_others() -> None:
    states = told("meet", "actor=RUS", "partner=PRK", occurred="2023")
    leaders = told("meet", "actor=RUS/president", "partner=PRK/leader", occurred="2024")
    unknown = told("sanction", "target=PRK", occurred="2016")
    known = told("sanction", "actor=UN", "target=PRK")
    found = asked("when did Putin meet Kim Jong Un?", [states, leaders])
    assert [row.claim_ids for row in found.rows] == [(leaders.claim.id,), (states.claim.id,)]
    assert [row.party for row in asked("who sanctioned North Korea?", [unknown, known]).rows] == ["UN", None]


def test_shares_of_the_factbook_bound_what_a_partner_that_is_not_listed_can_have() -> None:
    """The World Factbook on North Korea: exports 2023 to five partners 86 %, the last 3; imports 99 %, the last 0."""
    found = asked("what share of North Korea's trade is with Russia?", recorded("PRK"))
    assert {row.basis for row in found.rows} == {COMPUTED}
    highs = {row.whole: row.share.high for row in found.rows if row.share}
    assert highs["recorded merchandise exports"] == Decimal("0.03")
    assert len(highs) == 2
    assert max(high for high in highs.values() if high is not None) <= Decimal("0.03")


def test_concentration_is_computed_from_the_shares_on_which_it_rests() -> None:
    """The index of the factbook's partners of North Korea in 2023: exports 5512 to 5552, imports at most 9412."""
    found = asked("on whom does North Korea depend?", recorded("PRK"))
    indices = {row.whole: row.amounts[0].interval for row in found.rows if row.group == "concentration"}
    exports, imports = indices["recorded merchandise exports"], indices["recorded merchandise imports"]
    assert (exports.low, exports.high) == (Decimal(5512), Decimal(5552))
    assert imports.low is not None
    assert 9400 < imports.low <= 9412
    assert all(row.claim_ids for row in found.rows)


def test_disputes_are_numbers_apart_and_what_is_both_told_and_denied() -> None:
    few, many = same(
        told("transfer", "giver=IRN", "recipient=RUS", "good=arms", quantities=["good ..300 drone"], origins=["USA"]),
        told("transfer", "giver=IRN", "recipient=RUS", "good=arms", quantities=["good 2400 drone"], origins=["UKR"]),
    )
    found = asked("what is disputed between Iran and Russia?", [few, many])
    assert [{each.interval.high for each in row.amounts} for row in found.rows] == [{Decimal(300), Decimal(2400)}]
    found = asked("what is disputed between Russia and North Korea?", CASE)
    assert [(row.group, row.claim_ids) for row in found.rows] == [
        ("denied", (DENIED.claim.id,)),
        ("told and denied or refused", (DENIED.claim.id, SHELLS.claim.id)),
    ]


def test_texts_published_later_are_left_out() -> None:
    later = told("transfer", "giver=RUS", "recipient=PRK", "good=gas", published="2025-02")
    assert asked("what does Russia give North Korea?", [OIL, later], as_of="2024").claims == 1
    assert asked("what does Russia say about North Korea?", [DENIED, later], as_of="2023").rows == ()


def test_every_shape_has_what_answers_it() -> None:
    assert {shape.name for shape in family().shapes} == SELECTORS.keys()


@pytest.mark.parametrize("shape", SELECTORS)
@pytest.mark.parametrize("parties", [("PRK", "RUS"), ("PRK", None), (None, "RUS"), (None, None)], ids=str)
def test_rows_rest_on_claims_whatever_is_asked_and_in_whatever_order_they_come(
    shape: str, parties: tuple[str | None, str | None]
) -> None:
    strange = [
        told("transfer", "giver=PRK", "recipient=PRK", "good=arms"),
        told("transfer", "good=:"),
        told("deploy", "actor=RUS", occurred="not a date"),
        told("depend", "actor=PRK", "provider=PRK", "good=oil"),
        told("trade", "actor=PRK", quantities=["good .. percent"]),
        told("meet"),
    ]
    question = Question(text="", shape=shape, party=parties[0], other=parties[1], sort="oppose")
    case = [*CASE, *strange]
    found = answer(question, assemble(case), testimonies={each.claim.id: each for each in case})
    known = {each.claim.id for each in case}
    assert all(row.claim_ids and known.issuperset(row.claim_ids) for row in found.rows)
    assert {row.basis for row in found.rows} <= {CLAIMS, COMPUTED}
    assert not (found.rows and found.hints)
    turned = case[::-1]
    assert answer(question, assemble(turned), testimonies={each.claim.id: each for each in turned}) == found
    empty = answer(question, assemble([]), testimonies={})
    assert (empty.rows, empty.hints, empty.claims) == ((), (), 0)


def test_the_same_row_is_not_given_twice() -> None:
    found = asked("what does North Korea gain from Russia?", [*CASE, *CASE])
    assert len(found.rows) == len(set(found.rows))
