"""A repaired text and its alignment in, its paragraphs out: where they stand in the text as loaded, and what they are.

Each line of the repaired text is a paragraph; furniture that was run together with text is cut off as a passage of its
own. Passages come in the order of the text and do not overlap.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.documents.alignment import to_source
from sayso.documents.furniture import parts
from sayso.documents.garble import Stretch, garbled
from sayso.lang import Language, language, languages
from sayso.lang.identify import UNKNOWN, fits, identify
from sayso.records import Alignment, Passage
from sayso.settings import Settings

BODY, HEADING, FURNITURE = "body", "heading", "furniture"
"""The kinds of passage."""

_LINE = re.compile(r"[^\n]+")
_CLOSED = re.compile(r"[.!?…:;,。！？：；、，؟؛۔–—-][\"'”’»)\]』」）]*$|[)\]）]$")
_SENTENCE_END = re.compile(r"[^\W\d_]{3}[.!?…][\"'”’»)]*\s|[。！？]")

_HEADING_WORDS, _HEADING_CHARACTERS = 18, 45
"""Longest heading, in words, or in characters where words are not written apart. English headlines of NTREX stories
have up to 16 words, Chinese ones up to 32 characters."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A line of the repaired text and the language it is taken to be in."""

    start: int
    text: str
    code: str


def passages(text: str, repaired: str, alignment: Alignment, *, settings: Settings) -> tuple[Passage, ...]:
    """The passages of a text that was repaired; offsets are those of `text`.

    `settings.language` decides for every paragraph whose script it fits. A paragraph too short to tell takes the
    language of the one before it, or else after it, or of the whole, if its script fits; otherwise it is `unknown`.
    """
    paragraphs = [_Paragraph(found.start(), found.group(), UNKNOWN) for found in _LINE.finditer(repaired)]
    inserted = [run.start for run in alignment.runs if run.source_start == run.source_end]
    found: list[Passage] = []
    stretches: list[Stretch] = []
    for paragraph in _with_languages(paragraphs, settings.language):
        spoken = _known(paragraph.code)
        for part in parts(paragraph.text, spoken):
            start, end = paragraph.start + part.start, paragraph.start + part.end
            words = paragraph.text[part.start : part.end]
            source_start, source_end = to_source(alignment, start, end)
            if not words.strip() or not text[source_start:source_end].strip():
                continue
            kind = FURNITURE if part.reason else _kind(words, spoken)
            glued = bisect_left(inserted, end) - bisect_left(inserted, start)
            stretches.append(Stretch(words=words, spoken=spoken if kind == BODY else None, glued=glued))
            found.append(
                Passage(
                    start=source_start,
                    end=source_end,
                    kind=kind,
                    language=paragraph.code,
                    garbled=0.0,
                    reason=part.reason,
                )
            )
    scores = garbled(stretches)
    return tuple(replace(passage, garbled=score) for passage, score in zip(found, scores, strict=True))


def main_language(passages: Iterable[Passage]) -> str:
    """The language of most of the text that is to be read; `unknown` when no passage has one."""
    sizes: Counter[str] = Counter()
    for passage in passages:
        if passage.kind != FURNITURE and passage.language != UNKNOWN:
            sizes[passage.language] += passage.end - passage.start
    return sizes.most_common(1)[0][0] if sizes else UNKNOWN


def _kind(words: str, spoken: Language | None) -> str:
    """Whether a passage that is no furniture is a heading: short, with letters, and without an end of sentence."""
    unspaced = spoken is not None and not spoken.spaces
    short = len(words) <= _HEADING_CHARACTERS if unspaced else words.count(" ") < _HEADING_WORDS
    if not short or _CLOSED.search(words) or _SENTENCE_END.search(words) or not any(map(str.isalpha, words)):
        return BODY
    first = next(filter(str.isalnum, words))
    return BODY if first.islower() and first.upper() != first else HEADING


def _known(code: str) -> Language | None:
    return language(code) if any(known.code == code for known in languages()) else None


def _with_languages(paragraphs: Sequence[_Paragraph], stated: str | None) -> list[_Paragraph]:
    """The paragraphs, each with its language, found or stated or taken from its neighbours."""
    given = _known(stated) if stated else None
    codes = [stated or UNKNOWN if given and fits(p.text, given) else identify(p.text) for p in paragraphs]
    sizes: Counter[str] = Counter()
    for paragraph, code in zip(paragraphs, codes, strict=True):
        sizes[code] += len(paragraph.text)
    most = [code for code, _ in sizes.most_common() if code != UNKNOWN][:1]
    result: list[_Paragraph] = []
    following = _following(codes)
    before = UNKNOWN
    for paragraph, code, after in zip(paragraphs, codes, following, strict=True):
        own = code
        if code == UNKNOWN:
            near = (_known(candidate) for candidate in (before, after, *most))
            own = next((spoken.code for spoken in near if spoken and fits(paragraph.text, spoken)), UNKNOWN)
        else:
            before = code
        result.append(_Paragraph(paragraph.start, paragraph.text, own))
    return result


def _following(codes: Sequence[str]) -> list[str]:
    """For each place the next known language after it."""
    result: list[str] = []
    after = UNKNOWN
    for code in reversed(codes):
        result.append(after)
        after = after if code == UNKNOWN else code
    return result[::-1]
