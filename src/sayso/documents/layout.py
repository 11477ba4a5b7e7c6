"""The lines of a printed page with their places in, its paragraphs out: line wraps and hyphens at line ends undone."""

import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

HYPHEN = "\ufffe"
"""What PDFium writes for a hyphen and the line end after it."""

# The constants below were set by reading what they make of a LaTeX manual of 36 pages and a DocBook specification of 17
# (486 and 249 paragraphs), 2026-11; each says how many paragraphs of both together another value changes.

LEADING_FACTOR = 1.3
"""A line further below the last than this times the page's usual distance opens a paragraph. 1.2: 21; 1.4: 33."""

MID_SENTENCE_FACTOR = 2.0
"""The same where the sentence goes on in small letters: items of a list stand further apart than their own lines.
1.7 and 2.3: 7."""

INDENT_EMS = 0.8
"""A line that begins this many letter sizes further right, after a full stop, opens one. 0.3 to 0.8: none; 1.2: 11."""

SHORT_EMS = 4.0
"""A full stop this many letter sizes before the right edge closes one. 3: 18; 5: 18."""

SIZE_FACTOR = 1.15
"""Letters larger or smaller by this factor are another paragraph: a heading, a note. 1.1: 49; 1.2 to 1.3: 6."""

_TERMINAL = re.compile(r"[.!?…:;。！？؟][\"'”’»)\]]*$")
_UNSPACED = re.compile(r"[\u3001-\u30ff\u3400-\u9fff\uff00-\uffef]")
_BULLETS = "•◦▪■●–—*"
_HYPHENATED = re.compile(rf"(\w+)(?:{HYPHEN}|-\n)(\w+)")
_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A printed line: its text and, in points from the lower left corner of the page, its box and letter size."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


def reflow(pages: Iterable[Sequence[Line]]) -> str:
    """The text of `pages`: one line for each paragraph, blank lines between; a sentence may run over a page end."""
    paragraphs: list[str] = []
    for lines in pages:
        for index, paragraph in enumerate(_paragraphs(lines)):
            if index == 0 and paragraphs and paragraph[0].islower() and not _TERMINAL.search(paragraphs[-1]):
                paragraphs[-1] = _joined(paragraphs[-1], paragraph)
            else:
                paragraphs.append(paragraph)
    return _unhyphenated("\n\n".join(paragraphs))


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    steps = [above.bottom - below.bottom for above, below in pairwise(lines)]
    usual = statistics.median([step for step in steps if step > 0] or [0.0])
    paragraph, edge = "", 0.0
    for above, line in zip((None, *lines), lines, strict=False):
        if above is not None and _opens(line, above, usual=usual, edge=edge):
            yield paragraph
            paragraph, edge = "", 0.0
        paragraph = _joined(paragraph, line.text.strip()) if paragraph else line.text.strip()
        edge = max(edge, line.right)
    if paragraph:
        yield paragraph


def _opens(line: Line, above: Line, *, usual: float, edge: float) -> bool:
    """Whether `line` begins a paragraph; `usual` is the distance of lines and `edge` the right end of the paragraph."""
    if not 1 / SIZE_FACTOR < line.size / above.size < SIZE_FACTOR:
        return True
    ended = _TERMINAL.search(above.text.rstrip()) is not None
    if line.top > above.top + line.size:  # the next column
        return ended
    goes_on = not ended and line.text.lstrip()[0].islower()
    if above.bottom - line.top > (MID_SENTENCE_FACTOR if goes_on else LEADING_FACTOR) * usual - line.size:
        return True
    if line.text.lstrip()[0] in _BULLETS:
        return True
    return ended and (
        line.left - above.left > INDENT_EMS * line.size or max(edge, line.right) - above.right > SHORT_EMS * line.size
    )


def _joined(first: str, second: str) -> str:
    if first.endswith("-"):
        return f"{first}\n{second}"  # settled by `_unhyphenated`, which sees the whole text
    spaced = not (_UNSPACED.match(first[-1:]) and _UNSPACED.match(second[:1]))
    return f"{first} {second}" if spaced else first + second


def _unhyphenated(text: str) -> str:
    """Words divided at line ends made whole, with a hyphen where the text writes one elsewhere or before a capital."""
    known = set(_WORD.findall(text))

    def whole(match: re.Match[str]) -> str:
        closed, hyphened = match[1] + match[2], f"{match[1]}-{match[2]}"
        keeps = not match[2][0].islower() or (hyphened in known and closed not in known)
        return hyphened if keeps else closed

    return _HYPHENATED.sub(whole, text).replace(HYPHEN, "-").replace("-\n", "-")
