"""Words that are not cut through: those of a dictionary and those that name events."""

import pytest

from sayso.lang.events import event_words
from sayso.lang.lexicon import OWN, WEAK, lexicon


@pytest.mark.parametrize(("code", "word"), [("zh", "美国"), ("ja", "長官")])
def test_a_language_without_spaces_knows_common_words(code: str, word: str) -> None:
    assert lexicon(code).weights[word] == 1.0


@pytest.mark.parametrize("code", ["zh", "ja"])
def test_words_for_events_count_most(code: str) -> None:
    weights = lexicon(code).weights
    listed = {first for first in event_words(code).entries if len(first) > 1}
    assert min(weights[first] for first in listed) == OWN
    assert all(weights[first] > OWN for first in listed if len(first) > 2)
    assert lexicon(code).longest == max(map(len, weights))


def test_kana_count_less() -> None:
    assert lexicon("ja").weights["けれども"] == WEAK


def test_a_language_with_spaces_needs_none() -> None:
    assert not lexicon("en")
