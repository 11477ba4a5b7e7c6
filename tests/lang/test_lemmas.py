"""Word forms in, dictionary forms out."""

import pytest

from sayso.lang.lemmas import SUPPORTED, is_known, lemma
from sayso.lang.stems import stem


@pytest.mark.parametrize(
    ("form", "code", "expected"),
    [
        ("Missiles", "en", "missile"),
        ("supplied", "en", "supply"),
        ("ракетами", "ru", "ракета"),
        ("Verträge", "de", "vertrag"),
        ("misiles", "es", "misil"),
        ("İlişkileri", "tr", "ilişki"),
        ("qqqqq", "en", "qqqqq"),
    ],
)
def test_forms_are_led_back_to_their_dictionary_form(form: str, code: str, expected: str) -> None:
    assert lemma(form, code) == expected


@pytest.mark.parametrize("code", ["ko", "ja", "zh", "ar"])
def test_languages_without_a_dictionary_use_the_listed_words(code: str) -> None:
    assert code not in SUPPORTED
    assert lemma("미사일을", code) == stem("미사일을", code)
    assert not is_known("미사일", code)


def test_the_dictionary_knows_words_and_rejects_rubbish() -> None:
    assert is_known("treaty", "en")
    assert not is_known("trxeaty", "en")
