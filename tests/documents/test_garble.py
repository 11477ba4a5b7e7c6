"""Tests of `sayso.documents.garble`: clean prose scores low, word salad high."""

import pytest

from sayso.documents.garble import Stretch, classes, common_words, garbled
from sayso.lang import language

CLEAN = (
    "The two governments signed an agreement on Friday under which the port will be open to ships of both navies. "
    "Officials said the first visit could take place before the end of the year, if the parliament agrees."
)
SALAD = (
    "The two governments the signed agreement and of which Friday in the the port it will be are open; ships both to "
    "of navies. officials by said first the visit could In place take with before end of the year year, if not that."
)


def score(words: str, code: str = "en", glued: int = 0) -> float:
    return garbled([Stretch(words=words, spoken=language(code), glued=glued)])[0]


def test_clean_prose_and_word_salad_are_far_apart() -> None:
    assert score(CLEAN) < 0.2
    assert score(SALAD) > 0.8


@pytest.mark.parametrize(
    ("code", "clean", "salad"),
    [
        (
            "es",
            "El gobierno anunció que la reunión de los ministros se celebrará en la capital a finales de este mes.",
            "El gobierno anunció la que reunión los de ministros; celebrará se en la la capital. este de a mes.",
        ),
        (
            "uk",
            "Уряд повідомив, що зустріч міністрів відбудеться у столиці наприкінці цього місяця, якщо не буде змін.",
            "Уряд що повідомив, зустріч у міністрів; не якщо столиці відбудеться. цього наприкінці буде місяця змін.",
        ),
    ],
)
def test_word_order_counts_in_other_languages(code: str, clean: str, salad: str) -> None:
    assert score(clean, code) < 0.35 < 0.6 < score(salad, code)


def test_glued_words_raise_the_score() -> None:
    assert score(CLEAN, glued=1) > score(CLEAN)
    assert score(CLEAN, glued=3) > score(CLEAN, glued=1)


def test_a_spoilt_text_lends_to_its_passages() -> None:
    english = language("en")
    clean = Stretch(words=CLEAN, spoken=english, glued=0)
    salad = Stretch(words=SALAD, spoken=english, glued=0)
    alone = garbled([clean])[0]
    assert garbled([clean] * 5) == [alone] * 5
    assert garbled([clean, *[salad] * 8])[0] > alone


def test_nothing_is_told_without_a_word_list() -> None:
    unknown = Stretch(words="of the the of", spoken=None, glued=0)
    assert garbled([unknown]) == [0.0]
    assert score("两国外长在日内瓦会晤。", "zh") == 0.0
    assert garbled([]) == []


def test_classes() -> None:
    assert classes("The envoy of Kyiv left in 2024.", common_words("en"))[:5] == ["^", "the", "X", "of", "N"]
