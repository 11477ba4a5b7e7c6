"""A reader and news stories in many languages in, translations found and sentence ends found out."""

from collections.abc import Sequence
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from benchmarks import corpora
from benchmarks.measures.bench import Bench, Figures, tokens_of
from benchmarks.metrics.boundaries import boundary_counts
from benchmarks.metrics.retrieval import found_first
from sayso.lang import language

TWELVE = ("en", "es", "fr", "de", "pt", "ru", "uk", "pl", "zh", "ko", "ja", "ar")
"""The languages whose mean is the figure for sentence ends: the first twelve of the project's list."""

TWELVE_FOREIGN = (*TWELVE[1:], "fa")
"""The same for finding translations of English; the remaining ones are reported beside the mean."""

_REMAINING = ("fa", "tr", "he")


def retrieval(bench: Bench) -> Figures:
    """Translations found first among all sentences of the NTREX stories; shares from 0 to 1."""
    english = _vectors(bench, "en")
    shares = {code: found_first(english, _vectors(bench, code)) for code in (*TWELVE_FOREIGN, *_REMAINING[1:])}
    yield "retrieval.mean", fmean(shares[code] for code in TWELVE_FOREIGN)
    for code, share in shares.items():
        yield f"retrieval.{code}", share


def boundaries(bench: Bench) -> Figures:
    """Sentence ends found again where the lines of NTREX stories are joined by one space."""
    f1 = {}
    for code in (*TWELVE, *_REMAINING):
        stories = [story.lines for story in corpora.stories(bench.data) if story.language == code]
        texts, gold = zip(*map(joined, stories), strict=True)
        found = [
            [segment.end for segment in bench.parts.segmenter.segment(text, language(code)) if segment.words]
            for text in texts
        ]
        f1[code] = boundary_counts(texts, gold=gold, system=found).f1
        yield f"boundaries.{code}", f1[code]
    yield "boundaries.mean", fmean(f1[code] for code in TWELVE)


def joined(lines: Sequence[str]) -> tuple[str, tuple[int, ...]]:
    """Lines joined by one space, and where each ends.

    >>> joined(["Talks failed", "Why?"])
    ('Talks failed Why?', (12, 17))
    """
    ends, at = [], 0
    for line in lines:
        ends.append(at + len(line))
        at += len(line) + 1
    return " ".join(lines), tuple(ends)


def _vectors(bench: Bench, code: str) -> NDArray[np.float32]:
    """One vector for each line of the stories in a language; a line is one sentence even where it holds two."""
    tongue = language(code)
    tokens = []
    for story in corpora.stories(bench.data):
        if story.language != code:
            continue
        for line in story.lines:
            words = [word for segment in bench.parts.segmenter.segment(line, tongue) for word in segment.words]
            tokens.append(tokens_of(words, style=tongue.style or "", spaces=tongue.spaces))
    return np.stack([analysis.vector for analysis in bench.parts.encoder.analyse(tokens)])
