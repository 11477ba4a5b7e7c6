"""A text in, the edits that bring it to one paragraph a line out.

White space is made single, hard-wrapped lines are joined, words cut by a hyphen at the end of a line are healed.
Paragraphs stay apart by one or two line ends; a line that ends where its paragraph does is left alone.
"""

import re
from dataclasses import dataclass

from sayso.documents.alignment import Edit
from sayso.lang.identify import identify
from sayso.lang.words import words

_GAP = re.compile(r"[ \t]*\n[ \t\n]*|[ \t]{2,}|\t")
_UNSPACED = re.compile(r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")
_CLOSED = re.compile(r"[.!?…:;。！？：；؟۔][\"'”’»)\]』」）]*$")
_ITEM = re.compile(r"(?:[-–—*•·▪►]|\(?\d{1,3}[.)]|\(?[A-Za-z][.)])\s")
_WORD_END = re.compile(r"[^\W\d_]+(?=[-‐‑]$)")
_WORD_START = re.compile(r"[^\W\d_]+")

_WIDEST, _NARROWEST, _NARROWEST_UNSPACED = 130, 40, 12
"""Widths at which people and programs wrap text; a longest line outside them is a paragraph, not a page width."""

_FULL_SHARE = 0.45
"""Share of line ends, inside blocks, at which the next word would not have fitted, from which a text counts as
hard-wrapped. White House transcripts have .5 (with lists in them) to 1, the texts with one sentence or paragraph a line
that we have .04 to .2."""

_LONG_LINE = 30
"""Characters from which a line that stops without a full stop, before a small letter, is a broken sentence."""

_HALF_FULL = 0.6
"""In a hard-wrapped text, share of the page width from which a line without a full stop goes on in the next: lists and
quotations are set narrower than the page. Headings stay shorter."""

_PARAGRAPH_INDENT = 2
"""Spaces by which the first line of a paragraph stands further right, where no blank line parts paragraphs."""

_HYPHEN_STEPS = 1.5
"""Steps of the Zipf scale by which both halves must be commoner than the whole for a hyphen at a line end to stay:
`long-term` keeps it (5 to 2.75), `under-stand` does not (5 to 5.25)."""


@dataclass(frozen=True, slots=True)
class _Break:
    """A single line end inside a block of lines, with the stretch of white space it stands in."""

    start: int
    end: int
    before: str
    """The line before it, with its indentation."""
    after: str
    indent: int
    """By how much the next line begins further right."""


def lines(text: str) -> list[Edit]:
    """The edits that bring the text to one paragraph a line."""
    gaps = list(_GAP.finditer(text))
    breaks = {found.start(): _break(text, found) for found in gaps if found.group().count("\n") == 1}
    width = _page_width(list(breaks.values()))
    edits: list[Edit] = []
    for found in gaps:
        start, end, gap = found.start(), found.end(), found.group()
        if start == 0 or end == len(text):
            edits.append(Edit(start=start, end=end, text=""))
        elif start in breaks:
            edits += _healed(text, breaks[start], width)
        else:
            new = "\n\n" if "\n" in gap and not (width and _crosses_page(_break(text, found), width)) else " "
            if new != gap:
                edits.append(Edit(start=start, end=end, text=new))
    return _edges(text, edits)


def _edges(text: str, edits: list[Edit]) -> list[Edit]:
    """The edits with a single space at either edge of the text taken out, which is no gap."""
    if text[:1] == " " and not (edits and edits[0].start == 0):
        edits.insert(0, Edit(start=0, end=1, text=""))
    if len(text) > 1 and text[-1] == " " and not (edits and edits[-1].end == len(text)):
        edits.append(Edit(start=len(text) - 1, end=len(text), text=""))
    return edits


def _break(text: str, found: re.Match[str]) -> _Break:
    start, end = found.start(), found.end()
    before = text[text.rfind("\n", 0, start) + 1 : start]
    after_end = text.find("\n", end)
    after = text[end : after_end if after_end >= 0 else len(text)]
    indent = len(found.group()) - found.group().index("\n") - 1
    return _Break(start, end, before, after.rstrip(), indent - len(before) + len(before.lstrip()))


def _page_width(breaks: list[_Break]) -> int | None:
    """The width at which the lines were wrapped; None for a text that was not."""
    if not breaks:
        return None
    lengths = sorted(length for line in breaks for length in (len(line.before), len(line.after)))
    width = lengths[min(len(lengths) - 1, int(0.98 * len(lengths)))]
    unspaced = sum(1 for line in breaks if _UNSPACED.match(line.after)) * 2 > len(breaks)
    if not (_NARROWEST_UNSPACED if unspaced else _NARROWEST) <= width <= _WIDEST:
        return None
    full = sum(1 for line in breaks if _is_full(line, width))
    return width if full >= _FULL_SHARE * len(breaks) else None


def _is_full(line: _Break, width: int) -> bool:
    """Whether the first word of the next line had no room on this one."""
    if _UNSPACED.match(line.after):
        return len(line.before) + 2 >= width
    return len(line.before) + 1 + len(line.after.split(" ", 1)[0]) > width


def _healed(text: str, line: _Break, width: int | None) -> list[Edit]:
    """The edits for one line end: none but tidying when the paragraph ends there too."""
    closed = _CLOSED.search(line.before) is not None
    if width is None:
        runs_on = len(line.before) >= _LONG_LINE and not closed and line.after[:1].islower()
    elif closed:
        runs_on = _is_full(line, width) and line.indent < _PARAGRAPH_INDENT
    else:
        runs_on = _is_full(line, width) or len(line.before) >= _HALF_FULL * width
    if not runs_on or _ITEM.match(line.after):
        return [] if line.end - line.start == 1 else [Edit(start=line.start, end=line.end, text="\n")]
    left, right = _WORD_END.search(line.before), _WORD_START.match(line.after)
    if left and right and line.after[0].islower():
        return [_without_hyphen(text, line, left.group(), right.group())]
    unspaced = _UNSPACED.match(line.before[-1:]) and _UNSPACED.match(line.after)
    return [Edit(start=line.start, end=line.end, text="" if unspaced else " ")]


def _crosses_page(line: _Break, width: int) -> bool:
    """Whether a sentence of a hard-wrapped text goes on after an empty line, as it does where a page was turned."""
    runs_on = not _CLOSED.search(line.before) and line.after[:1].islower()
    return runs_on and _is_full(line, width) and not _ITEM.match(line.after)


def _without_hyphen(text: str, line: _Break, left: str, right: str) -> Edit:
    """The edit that heals a word cut at the line end; the hyphen stays where only the halves are words."""
    known = words(identify(text[max(0, line.start - 300) : line.end + 300]))
    whole = known.zipf((left + right).lower())
    halves = min(known.zipf(left.lower()), known.zipf(right.lower()))
    keeps = halves > 0 and halves > whole + _HYPHEN_STEPS
    return Edit(start=line.start if keeps else line.start - 1, end=line.end, text="")
