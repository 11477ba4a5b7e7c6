"""Running text in, sentences and words with their offsets out."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from sayso.errors import ReaderError
from sayso.lang import Language
from sayso.lang.lexicon import lexicon
from sayso.reading.characters import Characters
from sayso.reading.encoder import WEIGHTS
from sayso.reading.lexical import begins as with_known_words

WORD, SENTENCE, CONTRACTION = 0, 1, 2

FINAL = ".!?:;…。！？؟"
QUOTES = "\"“”„«»‘’'`"
"""A sentence does not end beside a quotation mark unless a final sign stands before it, nor before a small letter: of
the boundaries in news with curly quotes 8 % were such, and on EWT sentences stayed at 86.0 and LAS rose by .2."""

CHUNK = 4_000
"""Characters read at once; longer text is read in chunks that overlap by `MARGIN`, so that no edge shows."""

MARGIN = 40  # the network sees 31 characters to either side

GAP = 16
"""Empty characters between texts that are read at once. The network's widest step is 16, and it knows nothing of empty
characters at any of its layers, so that no text is read otherwise for the one before it."""

_GAP = np.zeros(GAP, np.int64)

MAX_WORD = 400  # characters; a longer run without a break (an encoded picture, say) is cut so that reading stays linear

Network: TypeAlias = Callable[[NDArray[np.int64], NDArray[np.int64]], NDArray[np.float32]]
"""Ids (texts, characters), 0 outside, and styles (texts,) in; scores (texts, 3, characters) out, above 0 for yes."""

_SHORTENED = re.compile(r"(?:\d[\s\d]*[^\W\d]{1,4}|[^\W\d]\.[^\W\d]{1,3}|\b[A-Z]{1,3})\.$")
"""What a small letter may follow: "10 tys.", "m.in.", "UU."; many a sentence of chatter begins with one elsewhere."""
_LONGEST_SHORTENED = 12
_PLURAL = re.compile(r"([A-Z])\1\.\s?([A-Z])\2\.")
"""Capitals twice over, as Spanish abbreviates what is in the plural: EE. UU., FF. AA."""
COMMAS = ",;，、；،؛"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A syntactic word at `[start, end)` of the text; the words of a contraction share its offsets."""

    start: int
    end: int
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A sentence at `[start, end)` of the text with its words."""

    start: int
    end: int
    words: tuple[Token, ...]


class Segmenter:
    """The trained segmenter: a small convolutional network over characters and a table of contractions."""

    def __init__(self, network: Network, characters: Characters) -> None:
        self._network = network
        self._characters = characters

    @classmethod
    def open(cls, threads: int = 1, folder: Path = WEIGHTS) -> "Segmenter":
        """The segmenter with the weights that ship with the package; raises `ReaderError` when they are damaged."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = threads
        options.log_severity_level = 3
        options.enable_mem_pattern = options.enable_cpu_mem_arena = False  # as in the encoder
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            session = onnxruntime.InferenceSession(
                folder / "segmenter.onnx", options, providers=["CPUExecutionProvider"]
            )
            characters = Characters.open(folder / "segmenter.json.xz")
        except Exception as error:  # onnxruntime raises its own family of plain exceptions
            raise ReaderError(
                f"the segmenter's weights in {folder} are missing or damaged ({error}); install sayso again"
            ) from error
        return cls(partial(_scores, session), characters)

    def segment(self, text: str, language: Language) -> tuple[Segment, ...]:
        """The sentences of one paragraph in order; white space lies between words, never in them."""
        return self.segment_all([text], language)[0]

    def segment_all(self, texts: Sequence[str], language: Language) -> list[tuple[Segment, ...]]:
        """`segment` for several paragraphs of one language at once, which is faster."""
        begins = self._begins(texts, language)
        return [self._sentences(text, found, language) for text, found in zip(texts, begins, strict=True)]

    def _begins(self, texts: Sequence[str], language: Language) -> list[NDArray[np.bool_]]:
        """For each text three rows of yes and no: a word, a sentence, a contraction begins at this character."""
        coded = [self._characters.encode(text) for text in texts]
        results = [np.zeros((3, len(text)), np.float32) for text in texts]
        batch: list[tuple[int, int]] = []
        size = 0
        for number, ids in enumerate(coded):
            for start in range(0, len(ids), CHUNK):
                width = min(len(ids) - start, CHUNK)
                if size + width > CHUNK:
                    self._run(batch, coded, results, language)
                    batch, size = [], 0
                batch.append((number, start))
                size += width
        self._run(batch, coded, results, language)
        begins = [scores > 0 for scores in results]
        known = lexicon(language.code)
        if known:
            for text, scores, found in zip(texts, results, begins, strict=True):
                found[WORD] = with_known_words(text, scores[WORD], lexicon=known)
        return begins

    def _run(
        self,
        batch: Sequence[tuple[int, int]],
        coded: Sequence[NDArray[np.int64]],
        results: Sequence[NDArray[np.float32]],
        language: Language,
    ) -> None:
        """Reads the chunks (text number, start), one behind the other, and writes their scores into `results`."""
        if not batch:
            return
        line: list[NDArray[np.int64]] = []
        places: list[tuple[int, int]] = []
        at = 0
        for number, start in batch:
            low, high = max(0, start - MARGIN), min(len(coded[number]), start + CHUNK + MARGIN)
            line += [coded[number][low:high], _GAP]
            places.append((at + start - low, min(len(coded[number]), start + CHUNK) - start))
            at += high - low + GAP
        style = np.full(1, self._characters.style(language.style))
        scores = self._network(np.concatenate(line[:-1])[None], style)[0]
        for (number, start), (place, size) in zip(batch, places, strict=True):
            results[number][:, start : start + size] = scores[:, place : place + size]

    def _sentences(self, text: str, begins: NDArray[np.bool_], language: Language) -> tuple[Segment, ...]:
        """The sentences of one text from what begins where."""
        segments: list[Segment] = []
        words: list[Token] = []
        starts = begins[WORD]
        spaces = [character.isspace() for character in text]
        start, begun = 0, False
        while start < len(text):
            if spaces[start]:
                start += 1
                continue
            end = start + 1
            limit = min(len(text), start + MAX_WORD)
            while end < limit and not starts[end] and not spaces[end]:
                end += 1
            # A closing mark belongs to the sentence before it, whatever the network says; the new one begins behind it.
            begun = (begun or bool(begins[SENTENCE][start])) and not _goes_on(text, start, words)
            if begun and not (words and _closes(text, start)):
                if words:
                    segments.append(Segment(start=words[0].start, end=words[-1].end, words=tuple(words)))
                words, begun = [], False
            form = text[start:end]
            if begins[CONTRACTION][start]:
                words.extend(
                    Token(start=start, end=end, form=part) for part in self._characters.parts(language.code, form)
                )
            else:
                words.append(Token(start=start, end=end, form=form))
            start = end
        if words:
            segments.append(Segment(start=words[0].start, end=words[-1].end, words=tuple(words)))
        return tuple(segments)


def _closes(text: str, start: int) -> bool:
    """Whether a mark stands here that ends something: a bracket, or a quotation mark with no letter behind it."""
    category = unicodedata.category(text[start])
    # German and others may open a quotation with what closes it elsewhere (»so«), and words may begin with ’.
    return category == "Pe" or text[start] == "”" or (category == "Pf" and not text[start + 1 : start + 2].isalnum())


def _shortens(text: str, stop: int, start: int) -> bool:
    """Whether this stop ends no sentence: it shortens a word in mid-sentence, or is the first of "EE. UU."."""
    if text[start].islower():
        return _SHORTENED.search(text, max(0, stop - _LONGEST_SHORTENED), stop + 1) is not None
    return _PLURAL.fullmatch(text, max(0, stop - 2), start + 3) is not None


def _goes_on(text: str, start: int, words: Sequence[Token]) -> bool:
    """Whether no sentence can begin here: at a comma, behind an opened bracket, beside a mark in mid-sentence."""
    if text[start] in COMMAS:
        return True
    if not words:
        return False
    last = words[-1].end - 1
    if unicodedata.category(text[last]) == "Ps":
        return True
    if "\n" in text[last:start]:
        return False
    if text[last] == "." and _shortens(text, last, start):
        return True
    if last == start - 1 and text[last] in QUOTES and "HANGUL" in unicodedata.name(text[start], ""):
        return True  # a particle hangs on the quotation
    quoted = text[start] in QUOTES
    while last > 0 and (text[last] in QUOTES or text[last].isspace()):
        quoted, last = quoted or text[last] in QUOTES, last - 1
    return text[last] not in FINAL and (quoted or text[start].islower())


def _scores(
    session: onnxruntime.InferenceSession, ids: NDArray[np.int64], style: NDArray[np.int64]
) -> NDArray[np.float32]:
    """The trained network."""
    found: NDArray[np.float32] = session.run(["scores"], {"ids": ids, "style": style})[0]
    return found
