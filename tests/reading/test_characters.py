"""Characters in, ids out; contractions in, their words out."""

import json
import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.characters import CLASSES, Characters

ALPHABET = " abcß"
CONTRACTIONS = {"fr": {"du": ["de", "le"], "aux": ["à", "les"]}, "de": {"zum": ["zu", "dem"]}}


def table() -> Characters:
    return Characters(ALPHABET, ["fr_gsd", "de_gsd"], CONTRACTIONS)


def test_the_alphabet_has_ids_behind_those_of_the_classes() -> None:
    assert table().encode("ab ß").tolist() == [CLASSES + 2, CLASSES + 3, CLASSES + 1, CLASSES + 5]


@pytest.mark.parametrize(
    ("characters", "class_id"),
    [
        ("AЖ", 1),
        ("xж", 2),
        ("漢ا", 3),
        ("\u0301", 4),
        ("7٣", 5),
        ("\n\x00\u2028", 6),
        (".،「", 7),
        ("€😀\u200b\ud800", 8),
    ],
)
def test_other_characters_have_the_id_of_their_class(characters: str, class_id: int) -> None:
    assert table().encode(characters).tolist() == [class_id] * len(characters)


def test_every_width_of_space_is_the_space() -> None:
    spaces = "\u00a0\u2003\u3000\u202f"
    assert set(table().encode(spaces).tolist()) == set(table().encode(" ").tolist())
    assert Characters("ab", [], {}).encode(spaces).tolist() == [6] * len(spaces)


@given(st.text(st.characters()))
def test_every_character_has_one_id_and_none_is_outside(text: str) -> None:
    found = table().encode(text)
    assert len(found) == len(text)
    assert all(1 <= number <= CLASSES + len(ALPHABET) for number in found.tolist())


def test_no_text_has_no_ids() -> None:
    assert table().encode("").tolist() == []


def test_a_style_that_was_not_trained_on_is_the_generic_one() -> None:
    characters = table()
    assert [characters.style(name) for name in ("fr_gsd", "de_gsd", "pl_pdb", None)] == [1, 2, 0, 0]


@pytest.mark.parametrize(
    ("code", "token", "parts"),
    [
        ("fr", "du", ("de", "le")),
        ("fr", "Du", ("De", "le")),
        ("fr", "DU", ("DE", "LE")),
        ("de", "zum", ("zu", "dem")),
        ("de", "du", ("du",)),
        ("pl", "zum", ("zum",)),
        ("pt", "viu-se", ("viu", "se")),
        ("pt", "-", ("-",)),
        ("pt", "", ("",)),
    ],
)
def test_contractions_are_taken_apart_with_their_capitals(code: str, token: str, parts: tuple[str, ...]) -> None:
    assert table().parts(code, token) == parts


def test_the_stored_table_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "segmenter.json.xz"
    stored = {"characters": ALPHABET, "styles": ["fr_gsd"], "contractions": CONTRACTIONS}
    path.write_bytes(lzma.compress(json.dumps(stored).encode()))
    opened = Characters.open(path)
    assert opened.encode("abc\u00c9").tolist() == table().encode("abc\u00c9").tolist()
    assert opened.parts("fr", "aux") == ("à", "les")
