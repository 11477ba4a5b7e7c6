"""Tests of `sayso.lang`: the folders of language data."""

from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.lang import furniture_of, language, languages, scripts
from sayso.lang.words import words

CODES = ["ar", "de", "en", "es", "fa", "fr", "he", "ja", "ko", "pl", "pt", "ru", "tr", "uk", "zh"]


def test_every_folder_is_a_language() -> None:
    assert [spoken.code for spoken in languages()] == CODES


@pytest.mark.parametrize("code", CODES)
def test_a_language_is_whole(code: str) -> None:
    spoken = language(code)
    assert spoken.name
    assert spoken.native_name
    assert set(spoken.needs) <= set(spoken.scripts) <= set(scripts())
    assert not set(spoken.letters) & set(spoken.absent)
    assert bool(words(code)) == spoken.spaces
    own = [pattern for name, pattern in scripts().items() if name in spoken.scripts]
    assert all(any(pattern.match(letter) for pattern in own) for letter in spoken.native_name if letter.isalpha())


def test_unknown_codes_are_refused() -> None:
    with pytest.raises(SettingsError, match="no language 'xx'"):
        language("xx")
    with pytest.raises(SettingsError):
        language("../en")


def test_damaged_patterns_are_named(tmp_path: Path) -> None:
    path = tmp_path / "furniture.toml"
    path.write_text('[[pattern]]\nreason = "byline"\nmatch = "("\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="is no pattern"):
        furniture_of(path)
    path.write_text('[[pattern]]\nreason = "byline"\nmach = "x"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="reason, match"):
        furniture_of(path)


def test_word_lists_know_common_words_and_how_words_are_built() -> None:
    english = words("en")
    assert english.zipf("the") >= 7 > english.zipf("missile") >= 4 > english.zipf("technologywhich") == 0
    assert english.builds("under")[0] > english.builds("missile")[0] == 0
    assert words("ru").zipf("и") >= 7
