"""The words for events of every language: the files load, their frames exist and nothing stands twice."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

import sayso.lang
from sayso.errors import SettingsError
from sayso.lang import events as module
from sayso.lang.events import event_words
from sayso.lang.grammar import grammar
from sayso.lang.lemmas import lemma
from sayso.lang.verbs import verb
from sayso.vocab.frames import frames

FOLDER = Path(sayso.lang.__file__).parent
CODES = sorted(path.parent.name for path in FOLDER.glob("*/events.toml"))
FLOORS = {"en": 500, "es": 300, "fr": 300, "pt": 300, "de": 300, "ru": 300, "uk": 300, "pl": 200, "tr": 200}
"""Entries a language must have; the others have a working core."""
CORE = 150
FORMS: list[tuple[str, str]] = [
    (code, row)
    for code, table in tomllib.loads(
        (Path(__file__).parents[1] / "cases" / "event_forms.toml").read_text(encoding="utf-8")
    ).items()
    for row in table["forms"]
]


@pytest.mark.parametrize("code", CODES)
def test_every_entry_names_a_frame_and_stands_once_in_it(code: str) -> None:
    data = tomllib.loads((FOLDER / code / "events.toml").read_text(encoding="utf-8"))
    data.pop("stems", None)
    data.pop("idioms", None)
    assert set(data) <= set(frames())
    twice = [
        (frame, word)
        for frame, parts in data.items()
        for words in parts.values()
        for word, count in Counter(words.split()).items()
        if count > 1
    ]
    assert twice == []


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_words_enough(code: str) -> None:
    words = {entry.lemmas for entries in event_words(code).entries.values() for entry in entries}
    assert len(words) >= FLOORS.get(code, CORE)


@pytest.mark.parametrize("code", CODES)
def test_a_language_names_goods_of_every_category_and_things_of_every_list(code: str) -> None:
    def listed(language: str) -> tuple[set[str], set[str]]:
        words = event_words(language)
        return {category for goods in words.goods.values() for category, _ in goods}, set(words.things)

    goods, things = listed(code)
    assert goods == listed("en")[0]
    assert {"people", "deal", "sanction", "weapon", "troops"} <= things


@pytest.mark.parametrize("code", CODES)
def test_a_language_has_function_words(code: str) -> None:
    rules = grammar(code)
    assert rules.negation
    assert rules.conditions
    assert rules.above
    assert rules.light
    assert rules.questions
    assert rules.classes or rules.endings


@pytest.mark.parametrize(("code", "row"), FORMS)
def test_a_form_names_these_frames_and_no_others(code: str, row: str) -> None:
    word, _, frames_named = row.partition(":")
    part, form = word.split()
    keys = {(verb if part == "verb" else lemma)(form, code), form}
    entries = event_words(code).entries
    found = {each.frame for key in keys for each in entries.get(key, ()) if each.lemmas == (key,) and each.part == part}
    assert found == set(frames_named.split())


def test_an_unknown_part_of_speech_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "events.toml").write_text('[meet]\nadverbs = "together"', encoding="utf-8")
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    with pytest.raises(SettingsError, match=r"xx/events\.toml: meet\.adverbs is none of verbs, nouns, adjectives"):
        event_words("xx")


def test_longer_entries_come_first_and_goods_stand_under_their_last_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "zz").mkdir()
    (tmp_path / "zz" / "events.toml").write_text('[meet]\nverbs = "Hold hold_talks"\n', encoding="utf-8")
    (tmp_path / "zz" / "goods.toml").write_text(
        '[goods]\ngas = "gas natural_gas"\ntroops = "soldier"\n[things]\ndeal = "Pact"\n', encoding="utf-8"
    )
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    words = event_words("zz")
    assert [entry.lemmas for entry in words.entries["hold"]] == [("hold", "talks"), ("hold",)]
    assert words.lemma_count == 2
    assert words.goods["gas"] == (("gas", ("natural", "gas")), ("gas", ("gas",)))
    assert words.things == {"deal": {"pact"}, "troops": {"soldier"}}


def test_a_language_without_files_has_no_event_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    assert event_words("yy").lemma_count == 0
