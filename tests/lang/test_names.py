"""The lists of actors of every language in; whether each entry is known and well formed out."""

from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.lang import names as module
from sayso.lang.names import GROUPS, KINDS, names, territories
from sayso.vocab.actors import open_roster

ROSTER = open_roster()
CODES = sorted(path.parent.name for path in (Path(module.__file__).parent).glob("*/actors.toml"))


@pytest.mark.parametrize("code", CODES)
def test_every_name_belongs_to_an_actor_of_the_tables(code: str) -> None:
    for one in names(code).named:
        if one.kind == "short":
            assert set(one.id.split("+")) <= set(ROSTER.actors), one
        elif one.kind in ("state", "adjective", "combining", "people", "capital"):
            assert ROSTER.is_state(one.id), one
        elif one.kind == "place":
            assert ROSTER.is_state(one.id.partition("/")[0]), one
        elif one.kind == "seat":
            assert one.id in ROSTER.seats, one
        elif one.kind == "person":
            assert f"person/{one.id}" in ROSTER.actors, one
        elif one.kind == "body":
            owner = one.id.partition("/")[0]
            assert one.id in ROSTER.actors or ROSTER.is_state(owner), one


@pytest.mark.parametrize("code", CODES)
def test_every_noun_has_a_slug_that_the_tables_know(code: str) -> None:
    for noun in names(code).nouns:
        assert noun.group in GROUPS
        if noun.group == "office":
            assert noun.slug in ROSTER.offices, noun
        elif noun.group == "population":
            assert noun.slug in ROSTER.populations, noun
        elif noun.group == "default":
            assert ROSTER.is_state(noun.slug.partition("/")[0]) or noun.slug.partition("/")[0] in ROSTER.actors, noun


@pytest.mark.parametrize("code", CODES)
def test_no_name_is_written_twice_for_one_actor(code: str) -> None:
    own = [(one.kind, one.id, one.name) for one in names(code).named if one.kind in KINDS]
    borrowed = [item for other in names(code).matching.names_from for item in names(other).named]
    mine = own[: len(own) - sum(one.kind in ("body", "person") for one in borrowed)]
    assert len(set(mine)) == len(mine), sorted(item for item in set(mine) if mine.count(item) > 1)


def test_territories_have_the_names_of_cldr() -> None:
    assert territories("de")["KP"] == ("Nordkorea",)
    assert territories("en")["MM"] == ("Myanmar", "Burma")
    assert territories("xx") == {}


def test_a_language_without_a_file_has_empty_lists() -> None:
    empty = names("xx")
    assert not empty.named
    assert not empty.nouns
    assert not empty.letters


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("[nams]\n", "the table nams is unknown"),
        ("[names.town]\nUSA = []", r"\[names.town\] is not one of"),
        ('[names.state]\nUSA = "US"', "is a list of texts"),
        ('[nouns.office]\npresident = [""]', "is a list of texts"),
        ("[nouns.duty]\nx = []", r"\[nouns.duty\] is not one of"),
        ("[pronouns]\nthou = []", "the pronouns thou are unknown"),
        ("[grammar]\nplaces = []", "the field places is unknown"),
    ],
)
def test_a_wrong_list_says_what_is_wrong(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, part: str) -> None:
    (tmp_path / "zz").mkdir()
    (tmp_path / "zz" / "actors.toml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    with pytest.raises(SettingsError, match=part):
        names.__wrapped__("zz")
