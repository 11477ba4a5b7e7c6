"""The weights that ship with the package: what any of them must read, and what must never stop them."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.codec import encode
from sayso.documents.build import About, build
from sayso.lang import language, languages
from sayso.lang.words import words
from sayso.reading.analyses import Analysis
from sayso.reading.compact import CompactReader
from sayso.reading.encoder import WEIGHTS, Encoder
from sayso.reading.pieces import Pieces
from sayso.reading.segmenter import Segmenter
from sayso.reading.tokens import Tokens
from sayso.records import Document, Passage, Reading
from sayso.settings import Settings

CASES = Path(__file__).parents[1] / "cases"


def cases(name: str) -> list[Any]:
    """The cases of a table; those that the shipped weights cannot do yet are expected to fail."""
    return [
        pytest.param(
            case,
            id=f"{case['language']}-{number}",
            marks=[pytest.mark.xfail(reason=case["fails"], strict=True)] if "fails" in case else [],
        )
        for number, case in enumerate(tomllib.loads((CASES / name).read_text(encoding="utf-8"))["case"])
    ]


@pytest.mark.parametrize("code", [each.code for each in languages() if words(each.code)])
def test_the_commonest_words_of_no_language_are_cut_to_bits(code: str) -> None:
    common = words(code).commonest(5_000)
    cut = Pieces.open(WEIGHTS / "pieces.json.xz").encode(common, [True] * len(common))
    assert sum(len(ids) > 3 for ids in cut) < 0.04 * len(cut)


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter.open()


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder.open()


@pytest.fixture(scope="module")
def reader(segmenter: Segmenter, encoder: Encoder) -> CompactReader:
    return CompactReader.open()


@pytest.mark.parametrize("case", cases("segmentation.toml"))
def test_text_is_cut_into_sentences_and_words(case: dict[str, Any], segmenter: Segmenter) -> None:
    found = segmenter.segment(case["text"], language(case["language"]))
    assert [" ".join(word.form for word in segment.words) for segment in found] == case["sentences"]


def test_every_language_has_cases() -> None:
    table = tomllib.loads((CASES / "segmentation.toml").read_text(encoding="utf-8"))["case"]
    counted = [case["language"] for case in table]
    assert all(counted.count(spoken.code) >= 4 for spoken in languages())


def dependent(tokens: Tokens, analysis: Analysis, *relations: str) -> str | None:
    """The first word that hangs on the root by one of the relations."""
    root = analysis.heads.index(-1)
    for form, head, relation in zip(tokens.forms, analysis.heads, analysis.relations, strict=True):
        if head == root and relation in relations:
            return form
    return None


@pytest.mark.parametrize("case", cases("parses.toml"))
def test_plain_sentences_have_their_root_subject_and_object(
    case: dict[str, Any], segmenter: Segmenter, encoder: Encoder
) -> None:
    spoken = language(case["language"])
    (segment,) = segmenter.segment(case["text"], spoken)
    gaps = [spoken.spaces and (w.start == 0 or case["text"][w.start - 1].isspace()) for w in segment.words]
    tokens = Tokens(forms=tuple(w.form for w in segment.words), spaced=tuple(gaps), style=spoken.style or "")
    (analysis,) = encoder.analyse([tokens])
    assert tokens.forms[analysis.heads.index(-1)] == case["root"]
    assert dependent(tokens, analysis, "nsubj", "nsubj:pass") == case["subject"]
    assert dependent(tokens, analysis, "obj") == case.get("object")


REPORT = """Kim Says Talks Failed

Kim Jong Un visited Moscow in October, South Korean officials said. He met the Russian president, but the two leaders
did not sign an agreement, according to the ministry.

La Corée du Nord a tiré deux missiles vendredi, a annoncé l'armée du Sud. Séoul n'a pas répondu.
"""


def document(text: str, code: str | None = None) -> Document:
    about = About(location="report.txt", loader="text")
    return build(text, about, content=text.encode("utf-8", "surrogatepass"), settings=Settings(language=code))


def test_a_short_report_is_read(reader: CompactReader) -> None:
    found = reader.read(document(REPORT))
    assert [sentence.language for sentence in found.sentences][-2:] == ["fr", "fr"]
    named = {(mention.span.quote, mention.kind) for mention in found.mentions}
    assert {("Kim Jong Un", "person"), ("Moscow", "place")} <= named
    chains = [{span.quote for span in chain.mentions} for chain in found.chains]
    assert any({"Kim Jong Un", "He"} <= chain for chain in chains)
    visited = [
        (sentence, predicate)
        for sentence in found.sentences
        for predicate in sentence.predicates
        if sentence.words[predicate.word].form == "visited"
    ]
    ((sentence, predicate),) = visited
    roles = {a.role: " ".join(w.form for w in sentence.words[a.start : a.end]) for a in predicate.arguments}
    assert roles.items() >= {"ARG0": "Kim Jong Un", "ARG1": "Moscow", "ARGM-TMP": "in October"}.items()


def test_the_same_document_is_read_the_same_to_the_byte(reader: CompactReader) -> None:
    first = encode(reader.read(document(REPORT)))
    assert encode(reader.read(document(REPORT))) == first
    assert encode(CompactReader.open().read(document(REPORT))) == first


def check(loaded: Document, found: Reading) -> None:
    """Every reading is whole: spans quote the text, heads are a tree, roles and names lie in their sentence."""
    for sentence in found.sentences:
        assert sentence.span.quote == loaded.text[sentence.span.start : sentence.span.end]
        assert [word.head for word in sentence.words].count(-1) == 1
        assert all(-1 <= word.head < len(sentence.words) for word in sentence.words)
        assert len(sentence.vector) == 384
        for predicate in sentence.predicates:
            assert all(0 <= a.start < a.end <= len(sentence.words) for a in predicate.arguments)
        for mention in sentence.mentions:
            assert mention.span.quote == loaded.text[mention.span.start : mention.span.end]
            assert 0 <= mention.confidence <= 1


ODD = {
    "a sentence of 10,000 words": "Kim visited " + "Moscow and Seoul and " * 2_500 + "Tokyo.",
    "one word of 20,000 letters": "a" * 20_000,
    "a word repeated": "no " * 3_000,
    "emoji": "👩‍🚀🇰🇷🚀 launched 🚀🚀! 😀😀😀 👍🏽",
    "mixed scripts": "Путин met 习近平 in القاهرة und dann ソウル에서 הגיע Αθήνα.",
    "only punctuation": ".,;:!? --- ... “”‘’ «» ()[]{} ¿¡ 。、！？",
    "one full stop": ".",
    "control characters": "a\x00b \x01\x02 c\x07\x1b[31m d\x7f \x85 e",
    "marks of direction": "\u202bשלום\u202c \u200fab\u200e \u2066x\u2069 \ufeffy\u200b\u200d.",
    "5,000 line breaks": "\n" * 5_000 + "end" + "\r\n" * 5_000,
    "combining marks": "Z" + "\u0301" * 3_000 + " a\u0308\u0323.",
    "half a character": "a \ud83d b \udc00 c.",
    "no character at all": "\ufffe\uffff\U0010ffff x",
    "special pieces": "<s> </s> <pad> <unk> <mask> ▁ ▁▁",
    "digits": "1234567890 " * 500 + "٣٤٥ 一二三",
    "an address": "https://example.org/" + "a%20b/" * 500 + "?q=1",
    "unclosed quotation": "“We will, he said, “and then (the",
}


@pytest.mark.parametrize("code", ["en", "zh", "ar"])
@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_never_stops_the_segmenter(text: str, code: str, segmenter: Segmenter) -> None:
    found = segmenter.segment(text, language(code))
    places = sorted({(word.start, word.end) for segment in found for word in segment.words})
    assert "".join(text[start:end] for start, end in places) == "".join(text.split())


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_never_stops_the_encoder(text: str, encoder: Encoder) -> None:
    forms = tuple(text.split())
    (found,) = encoder.analyse([Tokens(forms=forms, spaced=(True,) * len(forms), style="en_ewt")])
    assert len(found.heads) == len(forms)
    assert found.heads.count(-1) == 1
    assert float(found.vector @ found.vector) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("code", ["en", "ja"])
@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_text_never_stops_the_reader(text: str, code: str, reader: CompactReader) -> None:
    """Even where a document would have been put aside as furniture or as being in no known language."""
    loaded = document(text, code)
    whole = Passage(start=0, end=len(loaded.text), kind="body", language=code, garbled=0.0)
    loaded = replace(loaded, passages=(whole,))
    found = reader.read(loaded)
    assert found.sentences
    check(loaded, found)
