"""Drafts of several sentences in; the same with the parties that only the context names, out."""

import pytest

from sayso.claims.context import NEAR, complete
from tests import trees
from tests.planted import drafts_of, planted, told

MET = "Egypt/PROPN/1/nsubj/EGY met/VERB/-1/root Sudan/PROPN/1/obj/SDN ./PUNCT/1/punct"
TALKS = "The/DET/1/det talks/NOUN/2/nsubj lasted/VERB/-1/root ./PUNCT/2/punct"
WITH_ONE = "Sudan/PROPN/1/nmod:poss/SDN talks/NOUN/2/nsubj lasted/VERB/-1/root ./PUNCT/2/punct"
WITH_STRANGER = "Kenya/PROPN/1/nmod:poss/KEN talks/NOUN/2/nsubj lasted/VERB/-1/root ./PUNCT/2/punct"
RAIN = "It/PRON/1/expl rained/VERB/-1/root ./PUNCT/1/punct"
TESTED = "Iran/PROPN/1/nsubj/IRN conducted/VERB/-1/root a/DET/3/det test/NOUN/1/obj of/ADP/5/case missiles/NOUN/3/nmod"
THE_TEST = "The/DET/1/det test/NOUN/2/nsubj alarmed/VERB/-1/root Iraq/PROPN/2/obj/IRQ ./PUNCT/2/punct"
CONDEMNED = "Iraq/PROPN/1/nsubj/IRQ condemned/VERB/-1/root the/DET/3/det test/NOUN/1/obj ./PUNCT/1/punct"
PEACE = "Peace/NOUN/1/nsubj lasted/VERB/-1/root ./PUNCT/1/punct"
AGREED = "Egypt/PROPN/1/nsubj/EGY complied/VERB/-1/root ./PUNCT/1/punct"


def completed(*sentences: str) -> list[str]:
    return [told(draft) for draft in complete(drafts_of(planted(*sentences)))]


@pytest.mark.parametrize(
    ("sentences", "last"),
    [
        pytest.param((MET, TALKS), "meet talks: actor=(EGY) partner=(SDN); done; 0", id="those who met last"),
        pytest.param((MET, RAIN, TALKS), "meet talks: actor=(EGY) partner=(SDN); done; 0", id="over a sentence"),
        pytest.param((MET, WITH_ONE), "meet talks: actor=SDN partner=(EGY); done; 0", id="the other side"),
        pytest.param((MET, WITH_STRANGER), "meet talks: actor=KEN; done; 0", id="nobody for a third"),
        pytest.param((TALKS,), "meet talks: ; done; 0", id="nothing before"),
        pytest.param((MET, *[RAIN] * NEAR, TALKS), "meet talks: ; done; 0", id="too far back"),
    ],
)
def test_a_mutual_act_is_between_those_last_named_together(sentences: tuple[str, ...], last: str) -> None:
    assert completed(*sentences)[-1] == last


def test_a_bare_agreement_is_nobodys() -> None:
    assert completed(MET, PEACE)[-1] == "agree Peace: ; done; 0"


def test_what_was_supplied_supplies_nothing_further_on() -> None:
    far = (MET, *[RAIN] * (NEAR - 1), WITH_ONE, *[RAIN] * 2, WITH_ONE)
    assert completed(*far)[-2:] == ["meet talks: actor=SDN partner=(EGY); done; 0", "meet talks: actor=SDN; done; 0"]


def test_a_bare_noun_means_the_event_last_called_by_it() -> None:
    first, second, *_ = completed(TESTED, THE_TEST)
    assert first == "test test: actor=IRN weapon=-; done; 0"
    assert second == "test test: actor=(IRN); done; 0"


def test_who_condemns_an_act_condemns_its_doer() -> None:
    assert "oppose condemned: actor=IRQ target=(IRN) matter=-; done; 0" in completed(TESTED, CONDEMNED)
    assert "oppose condemned: actor=IRQ matter=-; done; 0" in completed(CONDEMNED)


def test_a_verb_of_agreeing_needs_no_partner() -> None:
    assert completed(MET, AGREED)[-1] == "agree complied: actor=EGY; done; 0"


def test_an_open_draft_of_a_frame_with_needs_is_left_out_when_the_context_does_not_close_it() -> None:
    access = "The/DET/1/det access/NOUN/2/nsubj to/ADP/4/case ports/NOUN/1/nmod ended/VERB/-1/root"
    assert not any(line.startswith("possess access") for line in completed(access))


def test_a_sentence_alone_is_left_as_it_is() -> None:
    plant = planted(trees.ACTIVE)
    drafts = drafts_of(plant)
    assert list(complete(drafts)) == drafts
