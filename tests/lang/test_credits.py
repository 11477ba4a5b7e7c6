"""The `credits.toml` of every language in; whether its patterns hold together, and wrong ones are told, out."""

from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.lang import credits as loader
from sayso.lang import languages
from sayso.lang.credits import credit_cues
from sayso.vocab.actors import open_roster


@pytest.mark.parametrize("code", [one.code for one in languages()])
def test_every_name_is_that_of_a_medium(code: str) -> None:
    roster, cues = open_roster(), credit_cues(code)
    for actor, written in (*cues.names.items(), *cues.signs.items()):
        assert roster.kind(actor) == "media", actor
        assert len(written) == len(set(written)), actor


def test_a_language_without_a_file_has_the_patterns_of_all() -> None:
    assert credit_cues("unknown").opening == credit_cues("../en").opening
    assert len(credit_cues("en").outlet) > len(credit_cues("unknown").outlet) > 0
    assert credit_cues("unknown").own.search("our correspondent") is None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("outlets = ['a {}']", "outlets"),
        ("outlet = ['told the paper']", "told the paper"),
        ("outlet = ['{} or {}']", "or"),
        ("outlet = ['told ( {}']", "xx/credits.toml"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, part: str) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "credits.toml").write_text("")
    (tmp_path / "xx" / "credits.toml").write_text(text)
    monkeypatch.setattr(loader, "_FOLDER", tmp_path)
    with pytest.raises(SettingsError, match=part):
        credit_cues("xx")
