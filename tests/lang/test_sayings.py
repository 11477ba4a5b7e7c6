"""The `sayings.toml` of every language in; whether it says what the rules need, and is refused when it is wrong."""

from pathlib import Path

import pytest

import sayso.lang.sayings as module
from sayso.errors import SettingsError
from sayso.lang import languages
from sayso.lang.sayings import sayings

FULL = ("en", "es", "fr", "de", "pt", "ru", "uk")
CORE = ("ko", "zh", "ja", "ar", "tr", "pl")


def test_a_cue_is_found_by_its_dictionary_form_those_with_companions_first() -> None:
    first, *rest = sayings("en").find("verb", "call", form="called")
    assert first.companions
    assert {cue.channel for cue in (first, *rest)} == {"said"}


def test_a_star_stands_for_every_ending_and_the_longest_beginning_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, '[[verb]]\nwords = "ab* abc*"\nchannel = "said"')
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    known = sayings.__wrapped__("xx")
    assert [cue.word for cue in known.find("verb", "abcd", form="abcd")] == ["abc*"]
    assert [cue.word for cue in known.find("verb", "abd", form="abd")] == ["ab*"]
    assert known.find("noun", "abd", form="abd") == ()


@pytest.mark.parametrize("code", FULL)
def test_a_full_language_has_cues_of_every_class(code: str) -> None:
    cues = sayings(code).cues
    assert len(cues["verb"]) >= 120
    assert len(cues["noun"]) >= 25
    assert cues["adjective"]
    assert cues["adverb"]
    assert cues["adposition"]


@pytest.mark.parametrize("code", [*FULL, *CORE])
def test_a_language_says_wants_fears_promises_and_denies(code: str) -> None:
    found = [cue for cues in sayings(code).cues["verb"].values() for cue in cues]
    assert {cue.channel for cue in found} >= {"said", "reported", "believed"}
    assert {cue.modality for cue in found} >= {None, "wanted", "feared", "promised", "threatened"}
    assert any(cue.is_negated for cue in found)


def test_a_language_without_the_file_has_no_cues() -> None:
    assert not any(sayings("he").cues.values())


@pytest.mark.parametrize("spoken", [each.code for each in languages()])
def test_every_file_can_be_read(spoken: str) -> None:
    assert sayings(spoken).words["negation"] or not sayings(spoken).cues["verb"]


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ('[[verbs]]\nwords = "say"\nchannel = "said"', "verbs"),
        ('[words]\nspeakers = "by"', "speakers"),
        ('[[verb]]\nwords = "say"\nchannel = "told"', "told"),
        ('[[verb]]\nwords = "say"\nchannel = "said"\nframes = "clauses"', "clauses"),
        ('[[verb]]\nwords = "say"\nchannel = "said"\nmodality = "hoped"', "hoped"),
        ('[[verb]]\nwords = "say"\nchannel = "said"\ncertainty = "sure"', "sure"),
        ('[[verb]]\nwords = "say"\nchannel = "said"\nnegated = true', "negated"),
    ],
)
def test_a_wrong_file_is_refused_with_the_word_that_is_wrong(
    written: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, written)
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    with pytest.raises(SettingsError, match=complaint):
        sayings.__wrapped__("xx")


def write(folder: Path, written: str) -> None:
    (folder / "xx").mkdir()
    (folder / "xx" / "sayings.toml").write_text(written, encoding="utf-8")
