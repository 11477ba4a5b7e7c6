"""Documents in, readings out, through the compact multilingual encoder that ships with the package."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

import numpy as np

from sayso.documents.alignment import to_cleaned, to_source
from sayso.lang import Language, language
from sayso.reading.analyses import Analysis
from sayso.reading.coreference import Linker
from sayso.reading.encoder import WEIGHTS, Encoder
from sayso.reading.segmenter import Segment, Segmenter
from sayso.reading.tokens import Tokens
from sayso.records import (
    Alignment,
    Chain,
    Document,
    Mention,
    Passage,
    Reading,
    Sentence,
    Skipped,
    Span,
    Word,
)

UNKNOWN = "unknown"

BLOCK = 1_000
"""Sentences that are linked together; a chain does not cross from one block of a very long document to the next."""

VECTOR_SCALE = 127  # a unit vector's components as signed bytes: the dot product loses less than .005


@dataclass(frozen=True, slots=True)
class _Placed:
    """A segmented sentence on its way through the encoder, and where its words stand in the text as loaded."""

    tokens: Tokens
    places: list[tuple[int, int]]
    language: str
    garbled: float


class CompactReader:
    """Segmenter, encoder and linker behind one call."""

    name = "compact"

    def __init__(self, segmenter: Segmenter, encoder: Encoder, *, linker: Linker, version: str) -> None:
        self._segmenter = segmenter
        self._encoder = encoder
        self._linker = linker
        self.version = version

    @classmethod
    def open(cls, threads: int = 1, folder: Path = WEIGHTS) -> "CompactReader":
        """The reader with the weights that ship with the package; raises `ReaderError` when they are damaged."""
        segmenter, encoder = Segmenter.open(threads, folder), Encoder.open(threads, folder)
        return cls(segmenter, encoder, linker=Linker.open(folder), version=_version(folder))

    def read(self, document: Document) -> Reading:
        """The reading of one document; passages that are furniture or in no known language become `Skipped`."""
        sentences: list[Sentence] = []
        chains: list[Chain] = []
        placed = list(self._placed(document))
        for start in range(0, len(placed), BLOCK):
            block = placed[start : start + BLOCK]
            analyses = self._encoder.analyse([one.tokens for one in block])
            sentences.extend(self._sentence(document, *pair) for pair in zip(block, analyses, strict=True))
            linked = self._linker.link([(one.tokens, found) for one, found in zip(block, analyses, strict=True)])
            chains.extend(chain for chain in (_chain(document, block, cluster) for cluster in linked) if chain)
        return Reading(
            document_id=document.id,
            reader=self.name,
            reader_version=self.version,
            sentences=tuple(sentences),
            chains=tuple(chains),
            skipped=tuple(self._skipped(document)),
        )

    def _placed(self, document: Document) -> Iterator[_Placed]:
        """The sentences of the passages that are read, in order of the text."""
        back = _Back(document.alignment)
        readable = [passage for passage in document.passages if _reason(passage) is None]
        texts = []
        for passage in readable:
            start, end = to_cleaned(document.alignment, passage.start, passage.end)
            texts.append((start, document.repaired[start:end]))
        segmented: list[tuple[Segment, ...]] = [()] * len(readable)
        for code in dict.fromkeys(passage.language for passage in readable):
            chosen = [index for index, passage in enumerate(readable) if passage.language == code]
            found = self._segmenter.segment_all([texts[index][1] for index in chosen], language(code))
            for index, segments in zip(chosen, found, strict=True):
                segmented[index] = segments
        for passage, (shift, text), segments in zip(readable, texts, segmented, strict=True):
            spoken = language(passage.language)
            for segment in segments:
                places = [back.source(shift + word.start, shift + word.end) for word in segment.words]
                yield _Placed(_tokens(segment, text, spoken), places, passage.language, passage.garbled)

    def _sentence(self, document: Document, placed: _Placed, analysis: Analysis) -> Sentence:
        """The record of one sentence."""
        places, confidence = placed.places, round(1 - placed.garbled, 3)
        words = tuple(
            Word(start=start, end=end, form=form, upos=upos, head=head, relation=relation)
            for (start, end), form, upos, head, relation in zip(
                places, placed.tokens.forms, analysis.upos, analysis.heads, analysis.relations, strict=True
            )
        )
        mentions = tuple(
            Mention(
                span=_span(document, places, name.start, name.end),
                kind=name.kind,
                reader=self.name,
                confidence=round(name.confidence * confidence, 3),
            )
            for name in analysis.names
        )
        return Sentence(
            span=_span(document, places, 0, len(places)),
            language=placed.language,
            confidence=confidence,
            words=words,
            predicates=analysis.predicates,
            mentions=mentions,
            vector=np.round(analysis.vector * VECTOR_SCALE).astype(np.int8).tobytes(),
            events=analysis.events,
        )

    def _skipped(self, document: Document) -> Iterator[Skipped]:
        """What was left unread, and why."""
        for passage in document.passages:
            reason = _reason(passage)
            if reason is not None:
                yield Skipped(
                    location=document.location,
                    span=document.span(passage.start, passage.end),
                    reader=self.name,
                    reason=reason,
                )


class _Back:
    """The way from offsets in the repaired text to offsets in the text as loaded, for many words in a row."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        self._starts = [run.start for run in alignment.runs]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """Where `[start, end)` of the repaired text stands in the text as loaded."""
        run = self._alignment.runs[bisect_right(self._starts, start) - 1]
        if end <= run.end and run.end - run.start == run.source_end - run.source_start:
            shift = run.source_start - run.start
            return start + shift, end + shift
        return to_source(self._alignment, start, end)


def _version(folder: Path) -> str:
    """The version of the reader: all of its weights decide what is read, so it changes with any of them."""
    digest = sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix != ".md":
            with path.open("rb") as file:
                digest.update(path.name.encode() + file_digest(file, "sha256").digest())
    return "1-" + digest.hexdigest()[:8]


def _reason(passage: Passage) -> str | None:
    """Why a passage is not read, or None when it is."""
    if passage.reason is not None:
        return passage.reason
    return "unknown language" if passage.language == UNKNOWN else None


def _tokens(segment: Segment, text: str, spoken: Language) -> Tokens:
    """The words of a segment as the encoder takes them.

    The parts of a contraction are written as if apart, which is how the encoder met them in training.
    """
    spaced = []
    end = 0
    for number, word in enumerate(segment.words):
        again = number > 0 and word.start == segment.words[number - 1].start
        spaced.append(spoken.spaces and (number == 0 or again or word.start > end or text[word.start - 1].isspace()))
        end = word.end
    return Tokens(forms=tuple(word.form for word in segment.words), spaced=tuple(spaced), style=spoken.style or "")


def _span(document: Document, places: Sequence[tuple[int, int]], first: int, end: int) -> Span:
    """The span of the words `[first, end)`."""
    return document.span(places[first][0], places[end - 1][1])


def _chain(document: Document, block: Sequence[_Placed], cluster: Sequence[tuple[int, int, int]]) -> Chain | None:
    """The chain of a cluster; None when its phrases fall on one place, as parts of a contraction can."""
    spans = dict.fromkeys(_span(document, block[sentence].places, first, end) for sentence, first, end in cluster)
    return Chain(mentions=tuple(spans)) if len(spans) > 1 else None
