"""Forms in, dictionary forms out; and the dictionaries that stay open."""

from collections.abc import Mapping

import pytest
from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

from sayso.lang import lemmas
from sayso.lang.lemmas import SUPPORTED, is_known, lemma


def test_dictionaries_of_all_languages_stay_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports in ten languages, read in turns, once unpacked a dictionary for nearly every sentence."""
    opened = []

    class Counting(StreamDictionaryFactory):
        def _get_dictionary_uncached(self, lang: str) -> Mapping[str, str]:
            opened.append(lang)
            return {"a": "a"}

    monkeypatch.setattr(lemmas, "StreamDictionaryFactory", Counting)
    strategy = lemmas._strategy.__wrapped__()
    for _ in range(2):
        assert all(strategy.is_dictionary_member("a", code) for code in sorted(SUPPORTED))
    assert opened == sorted(SUPPORTED)


def test_forms_are_led_back_where_there_is_a_dictionary() -> None:
    assert lemma("Reports", "en") == "report"
    assert is_known("reports", "en")
    assert not is_known("미사일", "ko")
