"""Trees of a document in, its quotations out: which words of which sentences stand between one pair of marks."""

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
_SINGLE = frozenset("'‘’‚")

_LONGEST = 12
"""Sentences over which a quotation may stay open. Longer ones in PolNeAR dev are lost closing marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between a pair of marks, the marks left out: (sentence, first word, word after the last) in order.

    `is_closed` is False where the closing mark is missing; such a quotation is taken to end with its sentence.
    """

    pieces: tuple[tuple[int, int, int], ...]
    is_closed: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    sentence: int
    word: int
    sign: str
    may_open: bool
    may_close: bool


def quotations(trees: Sequence[Tree], document: Document) -> tuple[Quotation, ...]:
    """The outermost quotations of the text in order."""
    found: list[Quotation] = []
    marks = [mark for tree in trees for mark in _marks(tree, document.text)]
    place = 0
    while place < len(marks):
        mark = marks[place]
        place += 1
        if not mark.may_open or mark.sign not in _CLOSES:
            continue
        end = _closing(marks, place, mark)
        if end is not None:
            found.append(Quotation(pieces=tuple(_pieces(trees, mark, marks[end])), is_closed=True))
            place = end + 1
        elif mark.sign not in _SINGLE:
            found.append(Quotation(pieces=tuple(_pieces(trees, mark, None)), is_closed=False))
    return tuple(quotation for quotation in found if quotation.pieces)


def _marks(tree: Tree, text: str) -> Iterator[_Mark]:
    for number, word in enumerate(tree.words):
        if word.form in _MARKS or word.form in ("``", "''"):
            before, after = text[word.start - 1 : word.start], text[word.end : word.end + 1]
            opens = not before or before.isspace() or before in "([—–-/:" or before in _MARKS
            closes = not after or not after.isalnum()
            yield _Mark(tree.index, number, '"' if len(word.form) > 1 else word.form, opens or not closes, closes)


def _closing(marks: Sequence[_Mark], place: int, opening: _Mark) -> int | None:
    """Index of the mark that closes; None when another opens before, or too far off."""
    for index in range(place, len(marks)):
        mark = marks[index]
        if mark.sentence - opening.sentence > (_LONGEST if opening.sign not in _SINGLE else 0):
            return None
        if mark.sign in _CLOSES[opening.sign] and mark.may_close:
            return index
        if mark.sign == opening.sign:
            return None
    return None


def _pieces(trees: Sequence[Tree], opening: _Mark, closing: _Mark | None) -> Iterator[tuple[int, int, int]]:
    last = closing.sentence if closing else opening.sentence
    for sentence in range(opening.sentence, last + 1):
        first = opening.word + 1 if sentence == opening.sentence else 0
        end = closing.word if closing and sentence == closing.sentence else len(trees[sentence].words)
        if any(trees[sentence].words[word].upos != "PUNCT" for word in range(first, end)):
            yield sentence, first, end
