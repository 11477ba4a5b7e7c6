"""A reader and the treebanks in, accuracy of words, parts of speech and trees out."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import fmean

from benchmarks import corpora
from benchmarks.measures.bench import Bench, Figures, sample, tokens_of
from benchmarks.metrics.attachment import Attachment, Parse, attachment
from benchmarks.metrics.raw_text import RawDocument, RawWord, raw_attachment
from benchmarks.parts import Analysed, SentencePlace
from sayso.lang import language
from sayso.reading.tokens import Tokens

_ENGLISH = "en_ewt"
_EUROPEAN = ("es_gsd", "fr_gsd", "fr_sequoia", "de_gsd", "pt_bosque", "ru_gsd", "ru_taiga", "uk_parlamint")
_OTHERS = ("zh_gsdsimp", "ko_gsd", "ja_gsd", "tr_boun", "fa_perdt", "he_iahltwiki")
_STYLE = {"fr_sequoia": "fr_gsd"}
"""The reader never saw Sequoia, so it reads it in the style of the language's other treebank."""


def trees(bench: Bench) -> Figures:
    """Parts of speech and trees on gold words."""
    las = {}
    for treebank in (_ENGLISH, *_EUROPEAN, *_OTHERS):
        scores = treebank_scores(bench, treebank)
        las[treebank] = scores.las
        yield f"{treebank}.upos", scores.upos
        yield f"{treebank}.uas", scores.uas
        yield f"{treebank}.las", scores.las
    yield "european.las", fmean(las[treebank] for treebank in _EUROPEAN)


def treebank_scores(bench: Bench, treebank: str) -> Attachment:
    """The same for the test file of one treebank."""
    sentences = sample(corpora.trees(bench.data, f"{treebank}-test"), quick=bench.quick)
    style = _STYLE.get(treebank, treebank)
    tokens = [Tokens(forms=tree.forms, spaced=tree.spaced, style=style) for tree in sentences]
    found = [
        Parse(upos=analysis.upos, heads=analysis.heads, relations=analysis.relations)
        for analysis in bench.parts.encoder.analyse(tokens)
    ]
    gold = [Parse(upos=tree.upos, heads=tree.heads, relations=tree.relations) for tree in sentences]
    return attachment(gold, found)


def raw(bench: Bench) -> Figures:
    """Sentences, words and trees from the running text of the English test documents."""
    yield from _raw(bench, _ENGLISH)


def raw_others(bench: Bench) -> Figures:
    """The same in the other languages, whose test files are mostly lists of unrelated sentences."""
    for treebank in (*_EUROPEAN, *_OTHERS):
        yield from _raw(bench, treebank)


def _raw(bench: Bench, treebank: str) -> Figures:
    tongue = language(treebank.partition("_")[0])
    style = _STYLE.get(treebank, treebank)
    texts = list(running_texts(sample(corpora.trees(bench.data, f"{treebank}-test"), quick=bench.quick)))
    segmented = [[s for s in bench.parts.segmenter.segment(text, tongue) if s.words] for text, _ in texts]
    # One call for all documents: the encoder groups sentences of like length.
    tokens = [tokens_of(s.words, style=style, spaces=tongue.spaces) for segments in segmented for s in segments]
    analyses = iter(bench.parts.encoder.analyse(tokens))
    documents = [
        RawDocument(text=text, gold=gold, system=[_raw_words(segment, next(analyses)) for segment in segments])
        for (text, gold), segments in zip(texts, segmented, strict=True)
    ]
    scores = raw_attachment(documents)
    for name in ("sentences", "words", "upos", "uas", "las"):
        yield f"raw.{treebank}.{name}", getattr(scores, name).f1


def running_texts(
    sentences: Sequence[corpora.TreeSentence],
) -> Iterator[tuple[str, tuple[tuple[RawWord, ...], ...]]]:
    """The documents of a treebank as running text with their gold words in place.

    A new paragraph opens with a blank line; otherwise a space stands between sentences where the treebank has one.
    """
    text, gold, previous = "", list[tuple[RawWord, ...]](), None
    for tree in sentences:
        if tree.opens_document and gold:
            yield text, tuple(gold)
            text, gold, previous = "", [], None
        if previous is not None:
            text += "\n\n" if tree.opens_paragraph else " " * previous.space_after
        gold.append(
            tuple(
                RawWord(
                    start=len(text) + start,
                    end=len(text) + end,
                    form=form,
                    upos=upos,
                    head=head,
                    relation=relation,
                    multiword=multiword,
                )
                for (start, end), form, upos, head, relation, multiword in zip(
                    tree.places, tree.forms, tree.upos, tree.heads, tree.relations, tree.multiword, strict=True
                )
            )
        )
        text += tree.text
        previous = tree
    if gold:
        yield text, tuple(gold)


def _raw_words(segment: SentencePlace, analysis: Analysed) -> tuple[RawWord, ...]:
    places = [(word.start, word.end) for word in segment.words]
    shared = {place for place, after in pairwise(places) if place == after}
    return tuple(
        RawWord(
            start=word.start,
            end=word.end,
            form=word.form,
            upos=analysis.upos[i],
            head=analysis.heads[i],
            relation=analysis.relations[i],
            multiword=places[i] in shared,
        )
        for i, word in enumerate(segment.words)
    )
