"""Words in, ids of word pieces out."""

import json
import lzma
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading import pieces as module
from sayso.reading.pieces import BEGIN, END, MAX_PIECES_OF_A_WORD, PADDING, UNKNOWN, Pieces

VOCABULARY = [
    *((name, 0.0) for name in ("<s>", "<pad>", "</s>", "<unk>")),
    *(("▁" + word, -5.0) for word in ("Seoul", "said", "fire", "s", "")),
    *((piece, -6.0) for piece in ("Seoul", "fi", "fire", "works", "said")),
    *((letter, -9.0) for letter in "abcdefghijklmnopqrstuvwxyz123"),
]
ID = {piece: number for number, (piece, _) in enumerate(VOCABULARY)}


@pytest.fixture
def small() -> Pieces:
    return Pieces(VOCABULARY)


def spelled(found: tuple[int, ...]) -> list[str]:
    return [VOCABULARY[number][0] for number in found]


def one(pieces: Pieces, form: str, *, spaced: bool = True) -> tuple[int, ...]:
    (found,) = pieces.encode([form], [spaced])
    return found


def test_a_word_is_cut_apart_from_its_neighbours(small: Pieces) -> None:
    found = small.encode(["Seoul", "said", "fireworks"], [True, True, True])
    assert [spelled(word) for word in found] == [["▁Seoul"], ["▁said"], ["▁fire", "works"]]


def test_the_space_mark_stands_only_where_a_space_stood(small: Pieces) -> None:
    assert spelled(one(small, "Seoul", spaced=False)) == ["Seoul"]
    # The cache keeps both forms of a word apart.
    assert spelled(one(small, "Seoul", spaced=True)) == ["▁Seoul"]


@pytest.mark.parametrize("text", ["<s>", "</s>", "<pad>", "<unk>", "a<s>b", "<s></s>"])
@pytest.mark.parametrize("signs", ["", "<>/"], ids=["signs unknown", "signs known"])
def test_no_text_spells_a_special_piece(text: str, signs: str) -> None:
    pieces = Pieces([*VOCABULARY, *((sign, -9.0) for sign in signs)])
    for spaced in (False, True):
        assert not {BEGIN, PADDING, END} & set(one(pieces, text, spaced=spaced))


def test_signs_that_are_known_are_read_as_they_stand() -> None:
    pieces = Pieces([*VOCABULARY, ("<", -9.0), (">", -9.0)])
    assert UNKNOWN not in one(pieces, "<s>")


def test_an_unknown_character_is_unknown_and_its_neighbours_are_not(small: Pieces) -> None:
    assert spelled(one(small, "fire☃works")) == ["▁fire", "<unk>", "works"]


def test_a_long_word_keeps_its_beginning_and_its_end(small: Pieces) -> None:
    found = spelled(one(small, "a" * 100 + "b" * 100, spaced=False))
    assert found == ["a"] * (MAX_PIECES_OF_A_WORD // 2) + ["b"] * (MAX_PIECES_OF_A_WORD // 2)
    assert len(one(small, "c" * MAX_PIECES_OF_A_WORD, spaced=False)) == MAX_PIECES_OF_A_WORD


def test_a_word_with_a_space_inside_is_read_with_the_space_mark(small: Pieces) -> None:
    assert spelled(one(small, "Seoul said", spaced=False)) == ["Seoul", "▁said"]


def test_compatibility_forms_are_read_as_the_plain_ones(small: Pieces) -> None:
    assert one(small, "ﬁre") == one(small, "fire")
    assert one(small, "１２３") == one(small, "123")


def test_an_empty_word_has_a_piece(small: Pieces) -> None:
    assert one(small, "", spaced=False) == (UNKNOWN,)
    assert spelled(one(small, "")) == ["▁"]


def test_no_word_at_all(small: Pieces) -> None:
    assert small.encode([], []) == []


@pytest.mark.parametrize("form", ["\ud83d", "a\udc00b", "🇰🇷", "👩‍🚀", "\u200b", "\x00", "\ufeff", "‮a"])
def test_odd_characters_have_a_piece(small: Pieces, form: str) -> None:
    assert one(small, form)


@given(st.lists(st.tuples(st.text(st.characters(), max_size=40), st.booleans()), max_size=8))
def test_every_word_has_pieces_of_the_vocabulary_and_the_same_ones_again(words: list[tuple[str, bool]]) -> None:
    pieces = Pieces(VOCABULARY)
    forms, spaced = [form for form, _ in words], [after for _, after in words]
    found = pieces.encode(forms, spaced)
    assert len(found) == len(words)
    assert all(1 <= len(word) <= MAX_PIECES_OF_A_WORD for word in found)
    assert all(UNKNOWN <= number < len(VOCABULARY) for word in found for number in word)
    assert pieces.encode(forms, spaced) == found
    assert [one(Pieces(VOCABULARY), form, spaced=after) for form, after in words] == found


def test_a_full_cache_is_emptied_and_the_answer_stays(small: Pieces, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_CACHE_LIMIT", 2)
    before = one(small, "fireworks")
    for forms in (["a", "b", "c"], ["d", "e", "fireworks"], ["a", "d"]):
        wanted = [one(Pieces(VOCABULARY), form) for form in forms]
        assert small.encode(forms, [True] * len(forms)) == wanted
        assert len(small._cache) <= 2 + len(forms)
    assert one(small, "fireworks") == before


def test_the_stored_vocabulary_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "pieces.json.xz"
    names, scores = zip(*VOCABULARY, strict=True)
    path.write_bytes(lzma.compress(json.dumps({"pieces": names, "scores": scores}).encode()))
    assert Pieces.open(path).encode(["Seoul"], [True]) == [(ID["▁Seoul"],)]
