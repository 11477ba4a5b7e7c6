"""Trees of a language without endings: verbs and prepositions by their place, all else left as it is."""

from dataclasses import replace

from sayso.claims.serialising import serialise
from sayso.records import Word
from tests.factories import document, sentence

UNDER_WAY = """
中国 PROPN 5 nsubj
正在 ADP 3 case
台湾 PROPN 3 nmod
周边 NOUN 4 obl
举行 VERB -1 root
演习 NOUN 4 obj
"""
COVERB = """
军队 NOUN 4 nsubj
在 VERB 4 advcl
边境 NOUN 1 obj
附近 NOUN 1 mark
击落 VERB -1 root
飞机 NOUN 4 obj
"""
PLAN = """
印度 PROPN 3 nsubj
打算 VERB 3 advcl
下月 NOUN 3 obl
试射 VERB -1 root
导弹 NOUN 3 obj
"""
JOINED = """
警方 NOUN 1 nsubj
拘捕 VERB 5 advcl
官员 NOUN 1 obj
, PUNCT 1 punct
并 SCONJ 5 mark
警告 VERB -1 root
邻国 NOUN 5 obj
"""
KEPT_PROMISE = """
加拿大 PROPN 1 nsubj
承诺 VERB -1 root
提供 VERB 5 advcl
资金 NOUN 2 obj
并 SCONJ 5 mark
移交 VERB 1 xcomp
了 AUX 5 aux
车辆 NOUN 5 obj
"""
AGENT = """
部长 NOUN 3 nsubj
被 AUX 3 aux:pass
警方 NOUN 3 nsubj
逮捕 VERB -1 root
"""
TO_WHOM = """
卢旺达 PROPN 3 nsubj
向 ADP 2 case
叛军 NOUN 3 nsubj
提供 VERB -1 root
武器 NOUN 3 obj
"""
WITH_WHOM = """
智利 PROPN 3 nsubj
与 CCONJ 2 cc
秘鲁 PROPN 3 obl
谈判 VERB -1 root
"""
WHAT = """
印度 PROPN 4 nsubj
将 ADP 4 case
卫星 NOUN 4 nsubj
再次 ADV 4 advmod
送入 VERB -1 root
轨道 NOUN 4 obj
"""
TWICE_SAID = """
伊朗 PROPN 1 nsubj
警告 VERB -1 root
说 VERB 1 xcomp
封锁 VERB 2 xcomp
海峡 NOUN 3 obj
"""
WHOSE_ACT = """
俄罗斯 PROPN 3 nmod
干涉 VERB 3 acl:relcl
的 SCONJ 1 mark
公投 NOUN 4 obj
批评 VERB -1 root
"""


def serialised(rows: str, code: str = "zh") -> tuple[Word, ...]:
    report = document(" ".join(line.split()[0] for line in rows.strip().splitlines()))
    return serialise(replace(sentence(report, rows), language=code)).words


def test_a_word_for_what_is_under_way_goes_with_the_verb_behind_the_place() -> None:
    words = serialised(UNDER_WAY)
    assert (words[1].head, words[1].relation) == (4, "aux")


def test_a_preposition_taken_for_a_verb_leads_its_noun() -> None:
    words = serialised(COVERB)
    assert (words[1].head, words[1].relation, words[1].upos) == (2, "case", "ADP")
    assert (words[2].head, words[2].relation) == (4, "obl")


def test_what_is_planned_hangs_on_the_plan() -> None:
    words = serialised(PLAN)
    assert (words[1].head, words[3].head, words[3].relation) == (-1, 1, "xcomp")
    assert words[0].head == 1


def test_the_second_of_two_joined_clauses_hangs_on_the_first() -> None:
    words = serialised(JOINED)
    assert (words[1].head, words[5].head, words[5].relation) == (-1, 1, "conj")


def test_what_is_over_is_not_promised_with_what_is_promised() -> None:
    words = serialised(KEPT_PROMISE)
    assert (words[2].head, words[2].relation) == (1, "xcomp")
    assert (words[5].head, words[5].relation) == (1, "conj")


def test_who_stands_behind_the_word_of_the_passive_does_it() -> None:
    words = serialised(AGENT)
    assert [word.relation for word in words] == ["nsubj", "aux:pass", "obl:agent", "root"]


def test_a_noun_with_a_preposition_is_no_subject() -> None:
    assert serialised(TO_WHOM)[2].relation == "obl"
    assert serialised(WITH_WHOM)[1].relation == "case"
    assert serialised(WHAT)[2].relation == "obj"


def test_of_two_verbs_of_saying_the_first_has_the_content() -> None:
    words = serialised(TWICE_SAID)
    assert (words[2].relation, words[3].head, words[3].relation) == ("aux", 1, "ccomp")


def test_a_name_before_a_verb_before_a_noun_does_it() -> None:
    words = serialised(WHOSE_ACT)
    assert (words[0].head, words[0].relation) == (1, "nsubj")


def test_a_language_without_such_words_is_left_as_it_is() -> None:
    report = document(" ".join(line.split()[0] for line in AGENT.strip().splitlines()))
    read = replace(sentence(report, AGENT), language="en")
    assert serialise(read) is read
