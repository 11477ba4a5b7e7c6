"""Trees of a document in, its quotations out: which words of which sentences stand between one pair of marks."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.claims.trees import Tree
from sayso.records import Document

_CLOSES = {
    "“": '”“"',
    "«": "»",
    "„": '“”"',
    "»": "«",
    "「": "」",
    "『": "』",
    '"': '"',
    "”": "”",
    "‘": "’",
    "'": "'",
    "‚": "‘’",
    "《": "》",
}
_MARKS = frozenset("".join(_CLOSES) + "".join(_CLOSES.values()))
_PLAIN = frozenset("\"'’‘”")
"""Signs that both open and close; what stands round them decides."""
_SINGLE = frozenset("'‘’‚")

_LONGEST = 12
"""Sentences over which a quotation may stay open. Longer ones in PolNeAR dev are lost closing marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between a pair of marks, the marks left out: (sentence, first word, word after the last) in order.

    A quotation that never closes ends with its sentence, or with its paragraph where the next one opens it again: that
    one `goes_on` with what the same person says.
    """

    pieces: tuple[tuple[int, int, int], ...]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    sentence: int
    word: int
    sign: str
    may_open: bool
    may_close: bool
    begins: bool = False
    """Whether it stands where a speech may begin: at the start of a sentence, after a colon or a comma with a space."""


def quotations(trees: Sequence[Tree], document: Document) -> tuple[Quotation, ...]:
    """The outermost quotations of the text in order."""
    found: list[Quotation] = []
    marks = [mark for tree in trees for mark in _marks(tree, document.text)]
    ends = _paragraph_ends(trees, document)
    place, goes_on = 0, False
    while place < len(marks):
        mark = marks[place]
        place += 1
        if not mark.may_open or mark.sign not in _CLOSES:
            continue
        end = _closing(marks, place, mark)
        pieces: list[tuple[int, int, int]] = []
        if end is not None:
            pieces = list(_pieces(trees, mark, (marks[end].sentence, marks[end].word)))
        elif mark.sign not in _SINGLE:
            last = mark.sentence
            reopened = place < len(marks) and _reopens(marks[place], mark, ends)
            if reopened:
                last = ends[mark.sentence]
            pieces = list(_pieces(trees, mark, (last, len(trees[last].words))))
        if pieces:
            found.append(Quotation(pieces=tuple(pieces), goes_on=goes_on))
        goes_on = end is None and bool(pieces) and reopened
        place = end + 1 if end is not None else place
    return tuple(found)


def _paragraph_ends(trees: Sequence[Tree], document: Document) -> list[int]:
    """For every sentence the last sentence of its paragraph."""
    ends = [passage.end for passage in document.passages]
    found = list(range(len(trees)))
    for number in range(len(trees) - 2, -1, -1):
        here, after = trees[number].sentence.span, trees[number + 1].sentence.span
        at = bisect_left(ends, here.end)
        if at < len(ends) and after.start < ends[at]:
            found[number] = found[number + 1]
    return found


def _reopens(mark: _Mark, opening: _Mark, ends: Sequence[int]) -> bool:
    """Whether a mark opens the next paragraph as the one left open began the last."""
    return mark.sign == opening.sign and mark.word == 0 and mark.sentence == ends[opening.sentence] + 1


def _marks(tree: Tree, text: str) -> Iterator[_Mark]:
    for number, word in enumerate(tree.words):
        if word.form in _MARKS or word.form in ("``", "''"):
            before, after = text[word.start - 1 : word.start], text[word.end : word.end + 1]
            opens = not before or before.isspace() or before in "([—–-/:" or before in _MARKS
            closes = not after or not after.isalnum()
            begins = number < 2 or (tree.words[number - 1].form in (":", ",", "：", "،") and before.isspace())
            sign = '"' if len(word.form) > 1 else word.form
            if sign in _PLAIN:
                yield _Mark(tree.index, number, sign, opens or not closes, closes, begins)
            else:
                yield _Mark(tree.index, number, sign, True, True, begins)


def _closing(marks: Sequence[_Mark], place: int, opening: _Mark) -> int | None:
    """Index of the mark that closes; None when another opens before, or too far off."""
    for index in range(place, len(marks)):
        mark = marks[index]
        if mark.sentence - opening.sentence > (_LONGEST if opening.sign not in _SINGLE else 0):
            return None
        if mark.sign in _CLOSES[opening.sign] and mark.may_close:
            return index if mark.sentence == opening.sentence or opening.begins else None
        if mark.sign == opening.sign:
            return None
    return None


def _pieces(trees: Sequence[Tree], opening: _Mark, closing: tuple[int, int]) -> Iterator[tuple[int, int, int]]:
    for sentence in range(opening.sentence, closing[0] + 1):
        first = opening.word + 1 if sentence == opening.sentence else 0
        end = closing[1] if sentence == closing[0] else len(trees[sentence].words)
        if any(trees[sentence].words[word].upos != "PUNCT" for word in range(first, end)):
            yield sentence, first, end
