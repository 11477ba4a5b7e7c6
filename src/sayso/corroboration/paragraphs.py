"""A document in, the paragraphs that may say where it comes from out, with their sentences and names of outlets.

Credits are looked for in the text as loaded: a byline is often furniture that the reader never sees. Sentences are cut
at their signs alone, which is enough to say what a credit covers.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.corroboration.outlets import Outlet, find_outlets
from sayso.documents.passages import BODY, FURNITURE
from sayso.lang.identify import UNKNOWN
from sayso.lang.names import names
from sayso.records import Document
from sayso.vocab.actors import Roster

_SIGNATURES = ("byline", "copyright")
_CAPTIONS = ("photo credit",)
_KEPT = (*_SIGNATURES, *_CAPTIONS, "navigation", "separator")
"""Kinds of furniture in which a text may be signed."""

_END = re.compile(r"[.!?…؟۔]+[\"'”’»)\]]*\s+|[。！？]+[”’」』）)]*\s*")
_ABBREVIATED = re.compile(r"(?<!\w)(?:\w|\w\.\w|[^\W\d_a-z]\w{1,2})\Z")
"""A letter, `U.S`, or up to three letters with a capital before the dot: `Gen. Milley` goes on."""

_QUOTED = 3_000  # characters back to look for an open quotation; sentences are shorter, or have no end at all
_CLOSES = {"“": '”"', "„": '“”"', '"': '"”', "「": "」", "``": "''"}
"""Marks that open speech and those that close each; typists mix them. Guillemets stand round the names of papers as
often as round speech and are left out."""

_MARK = re.compile("|".join({mark for one in _CLOSES for mark in (one, *_CLOSES[one])} - {"'", "``"}) + "|``|''")
_BLANK = re.compile(r"\s")
_NAME = re.compile(r"[\"“«„]?([^\W\d_][\w&.’'-]*(?:\s[^\W\d_][\w&.’'-]*){0,4})")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Paragraph:
    """A passage of the document in which credits may stand; white space is a blank, one for one."""

    text: str
    start: int
    end: int
    code: str
    number: int
    """Its place among the paragraphs."""
    is_body: bool
    is_signature: bool
    """Whether the loader took it for a byline or a line of copyright."""
    is_caption: bool
    """Whether the loader took it for the credit of a picture, as it takes every `Source: dpa`."""
    ends: tuple[int, ...]
    """Where its sentences end, in its text."""
    outlets: tuple[Outlet, ...]
    """The media that it names."""


def paragraphs(document: Document, *, roster: Roster) -> tuple[Paragraph, ...]:
    """The paragraphs of the document that are text, headings or signatures, in order."""
    kept = [one for one in document.passages if one.kind != FURNITURE or one.reason in _KEPT]
    found = []
    for number, passage in enumerate(kept):
        text = _BLANK.sub(" ", document.text[passage.start : passage.end])
        code = document.language if passage.language == UNKNOWN else passage.language
        found.append(
            Paragraph(
                text=text,
                start=passage.start,
                end=passage.end,
                code=code,
                number=number,
                is_body=passage.kind == BODY,
                is_signature=passage.reason in _SIGNATURES,
                is_caption=passage.reason in _CAPTIONS,
                ends=tuple(_ends(text)),
                outlets=find_outlets(text, code, roster=roster),
            )
        )
    return tuple(found)


def sentence(part: Paragraph, *, start: int, end: int) -> tuple[int, int]:
    """The sentence, or run of sentences, that holds `[start, end)` of the paragraph."""
    first = bisect_right(part.ends, start)
    last = bisect_left(part.ends, end)
    return part.ends[first - 1] if first else 0, part.ends[last] if last < len(part.ends) else len(part.text)


def is_quoted(part: Paragraph, at: int) -> bool:
    """Whether the place is in somebody's mouth: inside quotation marks that are open there."""
    opened = ""
    for match in _MARK.finditer(part.text, max(0, at - _QUOTED), at):
        mark = match.group()
        opened = "" if mark in _CLOSES.get(opened, "") else mark if mark in _CLOSES else opened
    return bool(opened)


def unknown_name(part: Paragraph, at: int) -> int | None:
    """Where a name with capitals that begins at the place ends; None when there is none, or that of a state or people.

    Languages without capitals have no names that are told so.
    """
    found = _NAME.match(part.text, at)
    if not found:
        return None
    end = found.start(1)
    words = found[1].split()
    capital = next((number for number, word in enumerate(words) if not word[0].isupper()), len(words))
    if not capital or {words[0], " ".join(words[:capital])} & _others(part.code):
        return None
    for word in words[:capital]:
        end = part.text.index(word, end) + len(word)
    return end


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        following = text[match.end() : match.end() + 1]
        if (
            following
            and not following.islower()
            and not _ABBREVIATED.search(text, max(0, match.start() - 5), match.start())
        ):
            yield match.end()


@cache
def _others(code: str) -> frozenset[str]:
    """The names of a language that are those of states, peoples and places, and so of no outlet."""
    return frozenset(one.name for one in names(code).named if one.kind not in ("body", "nothing"))
