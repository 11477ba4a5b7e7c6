"""Goods that a sentence names beside two parties and that no claim of it has."""

from dataclasses import replace

import pytest

from sayso.records import Claim, Document, Statement
from sayso.system.unread import unread
from tests.corroboration.factories import statement
from tests.factories import claim, document, role, span

PARTIES = ("PRK", "RUS")


def named(of: Document, *actors: str, code: str = "en") -> Statement:
    return replace(statement(of, of.text, actors=actors or ("PRK/military", "RUS")), language=code)


def goods(of: Document, *claims: Claim, code: str = "en") -> list[tuple[str, str]]:
    return [pair for each in unread([named(of, code=code)], claims, parties=PARTIES) for pair in each.goods]


def test_goods_are_named_once_each_with_their_words() -> None:
    of = document("Pyongyang has Moscow's oil, fuel, wheat and cash.")
    assert goods(of) == [("oil", "oil"), ("food", "wheat"), ("money", "cash")]


def test_what_a_claim_has_is_left_out() -> None:
    of = document("Moscow sent Pyongyang oil and wheat.")
    sent = claim(of, "transfer", "sent", role("giver", "RUS"), role("good", None, span(of, "oil"), good="oil"))
    assert goods(of, sent) == [("food", "wheat")]


def test_a_claim_of_another_sentence_has_nothing_of_this_one() -> None:
    of = document("Moscow sent oil. Pyongyang got oil from Moscow.")
    sent = claim(of, "transfer", "sent", role("giver", "RUS"), role("good", None, span(of, "oil"), good="oil"))
    later = statement(of, "Pyongyang got oil from Moscow.", actors=PARTIES)
    assert [each.goods for each in unread([later], [sent], parties=PARTIES)] == [(("oil", "oil"),)]


def test_a_sentence_that_names_one_party_alone_is_no_place_to_look() -> None:
    of = document("Pyongyang has oil.")
    assert unread([named(of, "PRK")], [], parties=PARTIES) == ()
    assert unread([named(of, "PRK", "CHN")], [], parties=PARTIES) == ()


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("Москва поставила Пхеньяну нефть.", "ru", "oil"),
        ("Corea del Norte recibió petróleo de Rusia.", "es", "oil"),
        ("북한은 러시아에서 식량을 받았다.", "ko", "food"),
        ("朝鲜从俄罗斯得到粮食。", "zh", "food"),
    ],
)
def test_goods_are_found_in_the_forms_of_the_language(text: str, code: str, expected: str) -> None:
    assert expected in [good for good, _ in goods(document(text), code=code)]


def test_words_of_any_sentence_and_empty_ones_name_no_goods() -> None:
    assert goods(document("Pyongyang thanked Moscow for its help with information on the region.")) == []
    assert goods(document("…!")) == []
