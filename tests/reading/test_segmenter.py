"""Running text and what begins where in, sentences and words with their offsets out."""

import itertools
import re
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.errors import ReaderError
from sayso.lang import language
from sayso.reading import segmenter as module
from sayso.reading.characters import Characters
from sayso.reading.segmenter import CHUNK, GAP, MARGIN, MAX_WORD, Network, Segment, Segmenter

SIGNS = {"|": (0,), "‖": (0, 1), "~": (0, 2), "≈": (0, 1, 2)}
"""How the texts below mark that a word, a sentence, a contraction, or a contraction with a sentence begins."""

CONTRACTIONS = {"fr": {"du": ["de", "le"], "aux": ["à", "les"]}, "pt": {"das": ["de", "as"]}}

Ids = NDArray[np.int64]
Scores = NDArray[np.float32]


def characters(alphabet: str = "") -> Characters:
    return Characters(alphabet, ["en_ewt", "fr_gsd"], CONTRACTIONS)


def silent(ids: Ids, style: Ids) -> Scores:
    """A network that says no everywhere."""
    return np.full((len(ids), 3, ids.shape[1]), -1, np.float32)


def far_sighted(ids: Ids, style: Ids) -> Scores:
    """A network whose answers depend on everything up to 31 characters away, on the style, and on nothing else.

    Like the real one it looks over no stretch of `GAP` empty characters.
    """
    weights = np.array([pow(31, place, 1_000_003) for place in range(63)])
    scores = np.empty((len(ids), 3, ids.shape[1]), np.float32)
    for row, line in enumerate(ids):
        seen = np.full(len(line), style[row])
        for text in re.finditer(f"(?:(?!_{{{GAP}}}).)+", "".join("x" if inside else "_" for inside in line > 0)):
            place = slice(*text.span())
            seen[place] += np.convolve(line[place], weights)[31:-31]
        for kind in range(3):
            scores[row, kind] = np.where(seen // 7**kind % 5 == kind, 1, -1)
    return scores


def segments(marked: str, code: str = "en") -> tuple[str, tuple[Segment, ...]]:
    """The text without its marks, and what the segmenter makes of it when the network finds the marks."""
    text = ""
    begins: list[tuple[int, int]] = []
    for character in marked:
        if character in SIGNS:
            begins.extend((kind, len(text)) for kind in SIGNS[character])
        else:
            text += character
    scores = np.full((1, 3, len(text)), -1, np.float32)
    for kind, place in begins:
        scores[0, kind, place] = 1

    def network(ids: Ids, style: Ids) -> Scores:
        return scores

    return text, Segmenter(network, characters()).segment(text, language(code))


def forms(found: tuple[Segment, ...]) -> list[list[str]]:
    return [[word.form for word in segment.words] for segment in found]


def places(found: tuple[Segment, ...]) -> list[tuple[int, int]]:
    return [(word.start, word.end) for segment in found for word in segment.words]


def test_words_and_sentences_lie_where_they_begin() -> None:
    text, found = segments("‖Kim |left|. ‖He |did|n't |say |why|.")
    assert forms(found) == [["Kim", "left", "."], ["He", "did", "n't", "say", "why", "."]]
    assert [text[segment.start : segment.end] for segment in found] == ["Kim left.", "He didn't say why."]
    assert all(text[word.start : word.end] == word.form for segment in found for word in segment.words)


def test_white_space_ends_a_word_and_is_never_part_of_one() -> None:
    text, found = segments("  ‖one  two\tthree\u00a0four\u3000five\r\n\r\n‖six\nseven  ")
    assert forms(found) == [["one", "two", "three", "four", "five"], ["six", "seven"]]
    assert [text[segment.start : segment.end] for segment in found] == [text[2:29].rstrip(), "six\nseven"]


def test_a_sentence_that_would_begin_in_white_space_begins_nowhere() -> None:
    _, found = segments("‖one‖ |two")
    assert forms(found) == [["one", "two"]]


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("‖He |left|. ‖” ‖She |stayed|.", ["He left. ”", "She stayed."]),
        ("‖“|走|。‖”|他|说|。", ["“走。”", "他说。"]),
        ("‖« |Non|. ‖» |Il |part|.", ["« Non. »", "Il part."]),
        ("‖(|He |left|.‖) |She |stayed|.", ["(He left.)", "She stayed."]),
        ("‖Ja|. ‖»|Nein|.|« ‖Er |ging|.", ["Ja.", "»Nein.«", "Er ging."]),
        ("‖Why|? ‖, |he |asked|.", ["Why? , he asked."]),
        ("‖李|（‖Ri| Yong|）|说", ["李（Ri Yong）说"]),
        ("‖Ja|. ‖„|Nein|.", ["Ja.", "„Nein."]),
        ("‖” |said |he", ["” said he"]),
    ],
    ids=[
        "quote",
        "unspaced",
        "French",
        "bracket",
        "German",
        "comma",
        "opened bracket",
        "opening quote",
        "at the start",
    ],
)
def test_a_closing_mark_ends_its_sentence_and_never_opens_one(marked: str, wanted: list[str]) -> None:
    text, found = segments(marked)
    assert [text[segment.start : segment.end] for segment in found] == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "‖the ‖“|alliance‖” ‖with |Moscow|.",
        "‖He |left ‖and |stayed|.",
        "‖the ‖so-called ‖‘|deal|’|.",
        "‖EE|. ‖UU|. ‖negó |todo|.",
        "‖10 |tys|. ‖osób",
        "‖“|간다|.|”‖라고 |말했다|.",
    ],
    ids=["quoted word", "small letter", "quoted end", "plural abbreviation", "shortened unit", "Korean particle"],
)
def test_no_sentence_begins_beside_a_mark_or_small_letter_in_mid_sentence(marked: str) -> None:
    assert len(segments(marked)[1]) == 1


@pytest.mark.parametrize("marked", ["‖He |left|. ‖and |stayed|.", "‖Aa|. ‖Bb|. ‖Cc|."], ids=["chatter", "names"])
def test_a_sentence_may_begin_small_after_a_stop_that_shortens_nothing(marked: str) -> None:
    assert len(segments(marked)[1]) > 1


def test_the_first_word_opens_a_sentence_without_being_told() -> None:
    assert forms(segments("one |two")[1]) == [["one", "two"]]


def test_the_words_of_a_contraction_share_its_place_and_keep_its_capital() -> None:
    text, found = segments("≈Du |coup|, |le |prix ~du |blé. ≈AUX |armes", "fr")
    assert forms(found) == [["De", "le", "coup", ",", "le", "prix", "de", "le", "blé."], ["À", "LES", "armes"]]
    spans = places(found)
    assert spans[0] == spans[1] == (0, 2)
    assert spans[6] == spans[7] == (text.index(" du") + 1, text.index(" du") + 3)
    assert text[found[1].start : found[1].end] == "AUX armes"


def test_a_contraction_that_no_table_has_is_taken_apart_at_its_hyphens_or_stays_whole() -> None:
    assert forms(segments("‖ela ~viu-se |e ~foi ~das ~DAS", "pt")[1]) == [
        ["ela", "viu", "se", "e", "foi", "de", "as", "DE", "AS"]
    ]


def test_a_run_without_a_break_is_cut() -> None:
    text, found = segments("‖see " + "x" * (2 * MAX_WORD + 5) + " |there")
    assert [len(form) for form in forms(found)[0]] == [3, MAX_WORD, MAX_WORD, 5, 5]
    assert "".join(forms(found)[0]) == text.replace(" ", "")


@pytest.mark.parametrize("text", ["", " ", "\n" * 5_000, " \u00a0\u3000\t\r\n"])
def test_only_white_space_holds_no_sentence(text: str) -> None:
    assert Segmenter(far_sighted, characters()).segment(text, language("en")) == ()


def test_only_punctuation_is_a_sentence() -> None:
    assert forms(segments("‖.|.|. |!|?")[1]) == [[".", ".", ".", "!", "?"]]


def test_zero_width_characters_are_kept_in_their_word() -> None:
    text, found = segments("‖a\u200bb |\ufeffc")
    assert forms(found) == [["a\u200bb", "\ufeffc"]]
    assert places(found) == [(0, 3), (4, 6)]
    assert len(text) == 6


@settings(deadline=None)  # the first text of a language loads its lexicon
@given(st.text(st.sampled_from("ab.漢ا \n\u200b😀"), max_size=200), st.sampled_from(["en", "fr", "ja", "ar"]))
def test_every_character_but_white_space_is_in_one_word(text: str, code: str) -> None:
    found = Segmenter(far_sighted, characters("ab")).segment(text, language(code))
    covered = sorted({(word.start, word.end) for segment in found for word in segment.words})
    assert "".join(text[start:end] for start, end in covered) == "".join(text.split())
    assert places(found) == sorted(places(found))
    for segment in found:
        assert (segment.start, segment.end) == (segment.words[0].start, segment.words[-1].end)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))


def chunked(
    monkeypatch: pytest.MonkeyPatch, chunk: int, texts: list[str], network: Network
) -> list[tuple[Segment, ...]]:
    monkeypatch.setattr(module, "CHUNK", chunk)
    return Segmenter(network, characters("abcdefgh. ")).segment_all(texts, language("en"))


def letters(length: int, seed: int = 0) -> str:
    return "".join(np.random.default_rng(seed).choice(list("abcdefgh. "), length))


@pytest.mark.parametrize("chunk", [32, 45, 500, CHUNK])
def test_the_edge_of_a_chunk_does_not_show(monkeypatch: pytest.MonkeyPatch, chunk: int) -> None:
    texts = [
        letters(length, seed) for seed, length in enumerate([0, 1, 31, 45, 90, 499, 500, 501, 1_000, 9_001, 9_002])
    ]
    wanted = chunked(monkeypatch, 20_000, texts, far_sighted)
    assert sum(map(len, wanted)) > 100
    assert chunked(monkeypatch, chunk, texts, far_sighted) == wanted


def test_a_narrow_margin_would_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guards the test above, which would pass if the network looked at one character only."""
    monkeypatch.setattr(module, "MARGIN", 30)
    texts = [letters(3_000)]
    assert MARGIN > 30
    assert chunked(monkeypatch, 100, texts, far_sighted) != chunked(monkeypatch, 20_000, texts, far_sighted)


def test_paragraphs_read_together_are_read_as_if_alone() -> None:
    segmenter = Segmenter(far_sighted, characters("abcdefgh. "))
    texts = [letters(length, seed) for seed, length in enumerate([300, 5, 0, 4_100, 77])]
    together = segmenter.segment_all(texts, language("en"))
    assert together == [segmenter.segment(text, language("en")) for text in texts]
    assert segmenter.segment_all([], language("en")) == []


def test_the_network_is_told_the_style_of_the_language() -> None:
    asked: list[int] = []

    def network(ids: Ids, style: Ids) -> Scores:
        asked.extend(style.tolist())
        return silent(ids, style)

    segmenter = Segmenter(network, characters())
    for code in ("en", "fr", "pl", "zh"):
        segmenter.segment("x", language(code))
    assert asked == [1, 2, 0, 0]


@pytest.mark.parametrize("text", ["ab cd " * 170_000, "x" * 1_000_000, " \n" * 500_000], ids=["words", "run", "blank"])
def test_a_million_characters_take_no_time(text: str) -> None:
    begun = time.process_time()
    found = Segmenter(silent, characters()).segment(text, language("en"))
    assert time.process_time() - begun < 20  # 1 to 3 seconds on one slow core; hours if it were quadratic
    assert sum(word.end - word.start for segment in found for word in segment.words) == len("".join(text.split()))


def test_missing_and_damaged_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match=r"missing or damaged .* install sayso again"):
        Segmenter.open(folder=tmp_path)
    (tmp_path / "segmenter.onnx").write_bytes(b"no graph")
    with pytest.raises(ReaderError, match=re.escape(str(tmp_path))):
        Segmenter.open(folder=tmp_path)
