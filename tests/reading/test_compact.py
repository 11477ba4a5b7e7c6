"""Documents in, readings out, with stand-ins for the trained parts."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from sayso.documents.alignment import Edit, rewrite
from sayso.reading import compact as module
from sayso.reading.analyses import Analysis, Name
from sayso.reading.characters import CLASSES, Characters
from sayso.reading.compact import CompactReader
from sayso.reading.coreference import Linker
from sayso.reading.encoder import Encoder
from sayso.reading.segmenter import Segmenter
from sayso.reading.tokens import Tokens
from sayso.records import Document, Passage, Predicate, Reading, Span
from tests.factories import document

ALPHABET = " \n.,!?abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"


def rules(ids: NDArray[np.int64], style: NDArray[np.int64]) -> NDArray[np.float32]:
    """A segmenter's network made of three patterns."""
    scores = np.full((len(ids), 3, ids.shape[1]), -1, np.float32)
    for row, line in enumerate(ids.tolist()):
        text = "".join(ALPHABET[number - CLASSES - 1] if number > CLASSES else " " for number in line)
        for kind, pattern in enumerate((r"()\w+|()[^\w\s]", r"[.!?]\s+()\S", r"\b()du\b")):
            for found in re.finditer(pattern, text):
                scores[row, kind, found.end(found.lastindex or 0)] = 1
    return scores


class Capitals:
    """An encoder to which capitals are places and the first word is a predicate; it remembers what it was given."""

    def __init__(self) -> None:
        self.given: list[Tokens] = []

    def analyse(self, sentences: Sequence[Tokens]) -> list[Analysis]:
        self.given.extend(sentences)
        return [self._analysis(sentence) for sentence in sentences]

    def _analysis(self, sentence: Tokens) -> Analysis:
        count = len(sentence.forms)
        vector = np.zeros(384, np.float32)
        vector[:2] = 0.6, -0.8
        capitals = [index for index, form in enumerate(sentence.forms) if form[:1].isupper()]
        return Analysis(
            upos=tuple("PROPN" if index in capitals else "NOUN" for index in range(count)),
            heads=tuple(range(-1, count - 1)),
            relations=("root",) + ("obl",) * (count - 1),
            names=tuple(Name(start=index, end=index + 1, kind="place", confidence=0.8) for index in capitals),
            predicates=(Predicate(word=0, arguments=()),),
            vector=vector,
            states=np.zeros((count, 4), np.float32),
            events=(),
        )


class Capitalised:
    """A linker that links equal words with a capital."""

    def link(self, sentences: Sequence[tuple[Tokens, Analysis]]) -> list[list[tuple[int, int, int]]]:
        places: dict[str, list[tuple[int, int, int]]] = {}
        for number, (tokens, _) in enumerate(sentences):
            for index, form in enumerate(tokens.forms):
                if form[:1].isupper():
                    places.setdefault(form, []).append((number, index, index + 1))
        return [cluster for cluster in places.values() if len(cluster) > 1]


def reader(encoder: Capitals | None = None, linker: object = None) -> CompactReader:
    contractions = {"fr": {"du": ["de", "le"]}}
    segmenter = Segmenter(rules, Characters(ALPHABET, [], contractions))
    return CompactReader(
        segmenter,
        cast(Encoder, encoder or Capitals()),
        linker=cast(Linker, linker or Capitalised()),
        version="1-test",
    )


def passage(
    text: str, within: str, *, language: str = "en", garbled: float = 0.0, reason: str | None = None
) -> Passage:
    """The passage where `text` stands in the document's text."""
    start = within.index(text)
    kind = "furniture" if reason else "body"
    return Passage(start=start, end=start + len(text), kind=kind, language=language, garbled=garbled, reason=reason)


def made(text: str, *, edits: Sequence[Edit] = (), passages: Sequence[Passage] | None = None) -> Document:
    """A document whose repair was the edits, in English paragraphs unless passages are given."""
    repaired, alignment = rewrite(text, edits)
    if passages is None:
        passages = [
            Passage(start=line.start(), end=line.end(), kind="body", language="en", garbled=0.0)
            for line in re.finditer(r"[^\n]+", text)
        ]
    fields = {name: getattr(document(text), name) for name in Document.__dataclass_fields__}
    return Document(**fields | {"repaired": repaired, "alignment": alignment, "passages": tuple(passages)})


def words(reading: Reading) -> list[list[str]]:
    return [[word.form for word in sentence.words] for sentence in reading.sentences]


def quotes(text: str, reading: Reading) -> list[list[str]]:
    """What stands in the text as loaded at the offsets of the words."""
    return [[text[word.start : word.end] for word in sentence.words] for sentence in reading.sentences]


def spans(reading: Reading) -> Iterator[Span]:
    for sentence in reading.sentences:
        yield sentence.span
        yield from (mention.span for mention in sentence.mentions)
    for chain in reading.chains:
        yield from chain.mentions
    yield from (skipped.span for skipped in reading.skipped if skipped.span)


def test_a_reading_names_its_document_and_its_reader() -> None:
    text = "Seoul protested. Tokyo did not."
    found = reader().read(made(text))
    assert (found.document_id, found.reader, found.reader_version) == (made(text).id, "compact", "1-test")
    assert words(found) == [["Seoul", "protested", "."], ["Tokyo", "did", "not", "."]]
    assert [sentence.span.quote for sentence in found.sentences] == ["Seoul protested.", "Tokyo did not."]
    (first, second) = found.mentions
    assert (first.span.quote, first.kind, first.reader) == ("Seoul", "place", "compact")
    assert (second.span.start, second.span.end) == (17, 22)
    assert not found.skipped
    assert not found.chains


def test_words_carry_what_the_encoder_said_of_them() -> None:
    (sentence,) = reader().read(made("Seoul protested.")).sentences
    assert [(word.upos, word.head, word.relation) for word in sentence.words] == [
        ("PROPN", -1, "root"),
        ("NOUN", 0, "obl"),
        ("NOUN", 1, "obl"),
    ]
    assert sentence.predicates == (Predicate(word=0, arguments=()),)


def test_the_vector_is_kept_as_384_signed_bytes() -> None:
    (sentence,) = reader().read(made("Seoul protested.")).sentences
    vector = np.frombuffer(sentence.vector, np.int8)
    assert vector.shape == (384,)
    assert vector[:3].tolist() == [76, -102, 0]


def test_furniture_and_unknown_languages_are_skipped_with_their_reason() -> None:
    text = "Photo by Kim\nSeoul protested.\nqwx zzt\nSubscribe now\nTokyo did not."
    passages = [
        passage("Photo by Kim", text, reason="photo credit"),
        passage("Seoul protested.", text),
        passage("qwx zzt", text, language="unknown"),
        passage("Subscribe now", text, language="unknown", reason="newsletter"),
        passage("Tokyo did not.", text),
    ]
    found = reader().read(made(text, passages=passages))
    assert [sentence.span.quote for sentence in found.sentences] == ["Seoul protested.", "Tokyo did not."]
    assert [(skipped.span.quote, skipped.reason) for skipped in found.skipped if skipped.span] == [
        ("Photo by Kim", "photo credit"),
        ("qwx zzt", "unknown language"),
        ("Subscribe now", "newsletter"),
    ]
    assert {(skipped.location, skipped.reader) for skipped in found.skipped} == {("report.txt", "compact")}


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_a_document_without_words_has_an_empty_reading(text: str) -> None:
    found = reader().read(made(text))
    assert (len(found.sentences), len(found.chains), len(found.skipped)) == (0, 0, 0)


def test_passages_of_several_languages_stay_in_order_and_keep_their_own() -> None:
    text = "Seoul asks.\nle prix du pain.\nTokyo waits.\nla fin."
    passages = [
        passage("Seoul asks.", text),
        passage("le prix du pain.", text, language="fr"),
        passage("Tokyo waits.", text),
        passage("la fin.", text, language="fr"),
    ]
    found = reader().read(made(text, passages=passages))
    assert [(sentence.language, sentence.span.quote) for sentence in found.sentences] == [
        ("en", "Seoul asks."),
        ("fr", "le prix du pain."),
        ("en", "Tokyo waits."),
        ("fr", "la fin."),
    ]


def test_a_contraction_is_two_words_in_one_place() -> None:
    text = "le prix du pain"
    encoder = Capitals()
    found = reader(encoder).read(made(text, passages=[passage(text, text, language="fr")]))
    assert words(found) == [["le", "prix", "de", "le", "pain"]]
    assert quotes(text, found) == [["le", "prix", "du", "du", "pain"]]
    # The encoder met the parts of a contraction written apart.
    assert encoder.given == [Tokens(forms=("le", "prix", "de", "le", "pain"), spaced=(True,) * 5, style="fr_gsd")]


def test_a_contraction_behind_a_comma_without_a_space_is_still_written_apart() -> None:
    text = "sel,du pain"
    encoder = Capitals()
    reader(encoder).read(made(text, passages=[passage(text, text, language="fr")]))
    (given_tokens,) = encoder.given
    assert list(zip(given_tokens.forms, given_tokens.spaced, strict=True)) == [
        ("sel", True),
        (",", False),
        ("de", False),
        ("le", True),
        ("pain", True),
    ]


def test_the_parts_of_a_contraction_are_no_chain() -> None:
    class Parts:
        def link(self, sentences: object) -> list[list[tuple[int, int, int]]]:
            return [[(0, 2, 3), (0, 3, 4)], [(0, 2, 3), (0, 3, 4), (0, 4, 5)]]

    text = "le prix du pain"
    found = reader(linker=Parts()).read(made(text, passages=[passage(text, text, language="fr")]))
    assert [[span.quote for span in chain.mentions] for chain in found.chains] == [["du", "pain"]]


@pytest.mark.parametrize(
    ("code", "text", "spaced", "style"),
    [
        ("en", "Seoul, too. a", [[True, False, True, False], [True]], "en_ewt"),
        ("en", "a\u00a0b", [[True, True]], "en_ewt"),
        ("zh", "a, b", [[False, False, False]], "zh_gsdsimp"),
        ("pl", "a, b", [[True, False, True]], ""),
    ],
)
def test_the_encoder_is_told_the_spaces_and_the_style(
    code: str, text: str, spaced: list[list[bool]], style: str
) -> None:
    encoder = Capitals()
    reader(encoder).read(made(text, passages=[passage(text, text, language=code)]))
    assert [list(tokens.spaced) for tokens in encoder.given] == spaced
    assert {tokens.style for tokens in encoder.given} == {style}


def test_confidence_is_lowered_where_a_passage_is_garbled() -> None:
    text = "Seoul protested.\nTokyo did not."
    passages = [passage("Seoul protested.", text), passage("Tokyo did not.", text, garbled=0.3)]
    clean, garbled = reader().read(made(text, passages=passages)).sentences
    assert (clean.confidence, garbled.confidence) == (1.0, 0.7)
    assert (clean.mentions[0].confidence, garbled.mentions[0].confidence) == (0.8, 0.56)


def test_offsets_lead_back_through_removed_and_inserted_characters() -> None:
    text = "Seo\u00adul sold technologywhich Tokyo  wants.Kyiv left."
    edits = [
        Edit(start=3, end=4, text=""),
        Edit(start=text.index("which"), end=text.index("which"), text=" "),
        Edit(start=text.index("  "), end=text.index("  ") + 2, text=" "),
        Edit(start=text.index("Kyiv"), end=text.index("Kyiv"), text=" "),
    ]
    found = reader().read(made(text, edits=edits))
    assert words(found) == [
        ["Seoul", "sold", "technology", "which", "Tokyo", "wants", "."],
        ["Kyiv", "left", "."],
    ]
    assert quotes(text, found) == [
        ["Seo\u00adul", "sold", "technology", "which", "Tokyo", "wants", "."],
        ["Kyiv", "left", "."],
    ]
    assert [sentence.span.quote for sentence in found.sentences] == [text[:-10], "Kyiv left."]
    assert [mention.span.quote for mention in found.mentions] == ["Seo\u00adul", "Tokyo", "Kyiv"]


def test_a_replaced_stretch_is_taken_whole() -> None:
    text = "a cafÃ© in Lviv"
    found = reader().read(made(text, edits=[Edit(start=5, end=7, text="e")]))
    assert words(found) == [["a", "cafe", "in", "Lviv"]]
    assert quotes(text, found) == [["a", "cafÃ©", "in", "Lviv"]]


def test_a_word_that_the_repair_made_up_stands_nowhere() -> None:
    text = "Seoul left"
    found = reader().read(made(text, edits=[Edit(start=6, end=6, text="again ")]))
    assert words(found) == [["Seoul", "again", "left"]]
    assert quotes(text, found) == [["Seoul", "", "left"]]


def test_chains_are_spans_of_the_text_as_loaded() -> None:
    text = "Seo\u00adul asks. Tokyo waits.\nSeoul waits. Tokyo asks."
    found = reader().read(made(text, edits=[Edit(start=3, end=4, text="")]))
    assert [[span.quote for span in chain.mentions] for chain in found.chains] == [
        ["Seo\u00adul", "Seoul"],
        ["Tokyo", "Tokyo"],
    ]
    assert [span.start for span in found.chains[1].mentions] == [text.index("Tokyo"), text.rindex("Tokyo")]


def test_a_very_long_document_is_linked_block_by_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BLOCK", 2)
    text = "Seoul asks. Seoul waits. Seoul goes. Tokyo asks. Tokyo waits. Tokyo goes."
    found = reader().read(made(text))
    assert len(found.sentences) == 6
    assert [[span.start for span in chain.mentions] for chain in found.chains] == [
        [0, 12],
        [text.index("Tokyo waits"), text.index("Tokyo goes")],
    ]


def test_a_sentence_of_ten_thousand_words() -> None:
    text = "Seoul asks, " + "and, " * 5_000
    found = reader().read(made(text))
    (sentence,) = found.sentences
    assert len(sentence.words) == 3 + 10_000
    assert sentence.span.quote == text.rstrip()


TEXTS = st.text(st.sampled_from("abcde ABC .,\n\u00ad\u200b漢é😀"), max_size=120)
PARTS = st.lists(st.tuples(st.integers(0, 120), st.integers(0, 4), st.sampled_from(["", " ", "x", "Xy ", "\n"])))
LANGUAGES = st.lists(st.sampled_from(["en", "fr", "zh", "unknown"]), min_size=1)


@given(TEXTS, PARTS, LANGUAGES, st.sampled_from([None, "byline"]))
def test_every_span_quotes_the_text_as_loaded(
    text: str, parts: list[tuple[int, int, str]], codes: list[str], reason: str | None
) -> None:
    edits: list[Edit] = []
    for start, length, new in sorted(parts):
        if start >= (edits[-1].end if edits else 0) and start + length <= len(text):
            edits.append(Edit(start=start, end=start + length, text=new))
    passages = [
        Passage(
            start=line.start(),
            end=line.end(),
            kind="body",
            language=codes[number % len(codes)],
            garbled=0.25,
            reason=reason if number % 3 == 2 else None,
        )
        for number, line in enumerate(re.finditer(r"[^\n]+", text))
    ]
    loaded = made(text, edits=edits, passages=passages)
    found = reader().read(loaded)
    assert all(text[span.start : span.end] == span.quote for span in spans(found))
    assert all(span.document_id == loaded.id for span in spans(found))
    for sentence in found.sentences:
        places = [(word.start, word.end) for word in sentence.words]
        assert places == sorted(places)
        assert (sentence.span.start, sentence.span.end) == (places[0][0], places[-1][1])
    assert all(len(chain.mentions) > 1 for chain in found.chains)
    assert reader().read(loaded) == found


def test_the_version_changes_with_any_of_the_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for part in (Segmenter, Encoder, Linker):
        monkeypatch.setattr(part, "open", lambda *_: None)
    names = ("words.onnx", "segmenter.onnx", "coreference.npz")
    for name in names:
        (tmp_path / name).write_bytes(b"first")
    versions = [CompactReader.open(1, tmp_path).version]
    for name in names:
        (tmp_path / name).write_bytes(b"second")
        versions.append(CompactReader.open(1, tmp_path).version)
    assert len(set(versions)) == 4
    (tmp_path / "LICENCE.md").write_text("terms", encoding="utf-8")
    assert CompactReader.open(1, tmp_path).version == versions[-1]
