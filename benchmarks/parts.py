"""Weights in, the parts of the reader that the benchmarks drive out, and the shapes they must have."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

import sayso
from sayso.lang import Language
from sayso.reading.tokens import Tokens
from sayso.records import Predicate


class Found(Protocol):
    """A name over words `[start, end)` of a sentence."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def kind(self) -> str: ...


class Analysed(Protocol):
    """What the encoder says of one sentence."""

    @property
    def upos(self) -> Sequence[str]: ...
    @property
    def heads(self) -> Sequence[int]: ...
    @property
    def relations(self) -> Sequence[str]: ...
    @property
    def names(self) -> Sequence[Found]: ...
    @property
    def predicates(self) -> Sequence[Predicate]: ...
    @property
    def vector(self) -> NDArray[np.float32]: ...


class WordPlace(Protocol):
    """A word with its offsets in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def form(self) -> str: ...


class SentencePlace(Protocol):
    """A sentence with its offsets in the text and its words."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def words(self) -> Sequence[WordPlace]: ...


class Analyses(Protocol):
    """The encoder: words of sentences in, analyses out; `predicates` gives word indices instead of finding them."""

    def analyse(
        self, sentences: Sequence[Tokens], predicates: Sequence[Sequence[int]] | None = None
    ) -> Sequence[Analysed]: ...


class Segments(Protocol):
    """The segmenter: text in, sentences and words out."""

    def segment(self, text: str, language: Language) -> Sequence[SentencePlace]: ...


class Links(Protocol):
    """The linker: a document's analysed sentences in, clusters of (sentence, first word, word after the last) out."""

    # The linker's own type of analysis is narrower than `Analysed`, and a parameter may not be narrowed.
    def link(self, sentences: Sequence[tuple[Tokens, Any]]) -> Sequence[Sequence[tuple[int, int, int]]]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The three parts of a reader."""

    encoder: Analyses
    segmenter: Segments
    linker: Links


def weights_folder() -> Path:
    """Where the shipped weights lie."""
    return Path(sayso.__file__).parent / "reading" / "weights"


def missing() -> str | None:
    """Why the reader cannot be opened here, in one sentence; None when its weights are in place."""
    if any(weights_folder().glob("*.onnx")):
        return None
    return f"the reader has no weights in {weights_folder()}; `make train` makes them"


def open_full(folder: Path, threads: int) -> Analyses:
    """The encoder with the graphs of another folder; labels and pieces it lacks are copied there from the shipped."""
    from sayso.reading.encoder import Encoder

    for path in weights_folder().iterdir():
        if not (folder / path.name).exists():
            shutil.copy(path, folder)

    return Encoder.open(threads=threads, folder=folder)


def open_parts(threads: int) -> Parts:
    """The shipped reader; raises `ReaderError` when its weights are missing or damaged."""
    from sayso.reading.coreference import Linker
    from sayso.reading.encoder import Encoder
    from sayso.reading.segmenter import Segmenter

    return Parts(encoder=Encoder.open(threads=threads), segmenter=Segmenter.open(), linker=Linker.open())
