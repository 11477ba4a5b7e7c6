"""A sentence in, the places of everything in its picture out: words wrapped to rows, arcs above them, bars below.

All measures are CSS pixels from the left edge of the row in the direction of reading; `svg` mirrors them where the
script runs from right to left, and turns levels and lanes into heights.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.outputs.display import visible
from sayso.records import Sentence

ROW_WIDTH = 1040.0
"""Widest row: what a page or a screen shows without scrolling."""

WORD_SIZE = 16.0
"""Font size of the words."""

LABEL_SIZE = 11.0
"""Font size of relations, parts of speech, names and roles."""

_WORD_GAP = 16.0
_OPEN_END = 32.0
_BALANCING_STEPS = 20
_LABEL_GAP = 14.0
_ENDS_APART = 5.0
_WIDE_EM, _CAPITAL_EM, _LETTER_EM, _NARROW_EM = 1.0, 0.72, 0.6, 0.33
_NARROW = frozenset("iljtfrI.,;:'’!|()[] ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A word: its index in the sentence, its left edge and its width."""

    word: int
    x: float
    width: float

    @property
    def centre(self) -> float:
        """The middle of the word, where its own arc arrives."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """The part of a dependency that falls in one row, from `x` to `end`; where it goes on in another row it is open.

    `arrow` is the place of the dependent if it stands in this row. `level` counts from 1 upwards.
    """

    x: float
    end: float
    level: int
    label: str
    arrow: float | None
    opens_before: bool
    opens_after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The part of a name or role that falls in one row; `lane` counts from 0 downwards, `kind` says how to colour."""

    x: float
    end: float
    lane: int
    label: str
    kind: str
    opens_before: bool
    opens_after: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the picture."""

    boxes: tuple[Box, ...]
    roots: tuple[float, ...]
    arcs: tuple[Arc, ...]
    bars: tuple[Bar, ...]

    @property
    def width(self) -> float:
        """The row with the arcs that go on in the next one."""
        return self.boxes[-1].x + self.boxes[-1].width + (_OPEN_END if self._is_open else 0.0)

    @property
    def _is_open(self) -> bool:
        return any(arc.opens_after for arc in self.arcs)

    @property
    def levels(self) -> int:
        """How many levels of arcs stand above the words; a root needs one."""
        return max((arc.level for arc in self.arcs), default=1)

    @property
    def lanes(self) -> int:
        """How many lanes of bars stand below the words."""
        return max((bar.lane + 1 for bar in self.bars), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """Words `[start, end)` to be marked by a bar; those of one `group` share a lane."""

    start: int
    end: int
    label: str
    kind: str
    group: int
    owner: str = ""


def place(sentence: Sentence, *, row_width: float = ROW_WIDTH) -> tuple[Row, ...]:
    """The rows of the picture, in order; none for a sentence without words."""
    stretches = _stretches(sentence)
    rows = []
    for boxes in _balanced(_widths(sentence, stretches), row_width=row_width):
        first, last = boxes[0].word, boxes[-1].word
        rows.append(
            Row(
                boxes=boxes,
                roots=tuple(box.centre for box in boxes if sentence.words[box.word].head < 0),
                arcs=_arcs(sentence, boxes),
                bars=_bars([each for each in stretches if each.start <= last and each.end > first], boxes),
            )
        )
    return tuple(rows)


def text_width(text: str, size: float) -> float:
    """A guess at how wide `text` is, on the generous side: the picture cannot know the reader's fonts."""
    return sum(_em(character) for character in text) * size


def _em(character: str) -> float:
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE_EM
    if character in _NARROW:
        return _NARROW_EM
    return _CAPITAL_EM if character.isupper() or character in "mwMWшщжюмфЩШ—…" else _LETTER_EM


def _stretches(sentence: Sentence) -> list[_Stretch]:
    """Names first, then the predicates in order, each with its roles."""
    found = []
    for mention in sentence.mentions:
        inside = [
            index
            for index, word in enumerate(sentence.words)
            if word.start < mention.span.end and word.end > mention.span.start
        ]
        if inside:
            found.append(_Stretch(start=inside[0], end=inside[-1] + 1, label=mention.kind, kind=mention.kind, group=0))
    for group, predicate in enumerate(sentence.predicates, start=1):
        found.append(_Stretch(start=predicate.word, end=predicate.word + 1, label="V", kind="predicate", group=group))
        owner = visible(sentence.words[predicate.word].form)
        found.extend(
            _Stretch(start=each.start, end=each.end, label=visible(each.role), kind="role", group=group, owner=owner)
            for each in predicate.arguments
        )
    return found


def _widths(sentence: Sentence, stretches: Iterable[_Stretch]) -> list[float]:
    """The width of each word, wide enough for its form, its label, and what stands above and below it."""
    widths = [
        max(text_width(visible(word.form), WORD_SIZE), text_width(word.upos, LABEL_SIZE)) + _WORD_GAP
        for word in sentence.words
    ]
    for stretch in stretches:
        missing = text_width(stretch.label, LABEL_SIZE) + _LABEL_GAP - sum(widths[stretch.start : stretch.end])
        widths[stretch.end - 1] += max(0.0, missing)
    for index, word in enumerate(sentence.words):
        other = word.head
        if other >= 0 and abs(other - index) == 1:
            missing = text_width(word.relation, LABEL_SIZE) + _LABEL_GAP + 2 * _ENDS_APART
            missing -= (widths[index] + widths[other]) / 2
            widths[index] += max(0.0, missing)
            widths[other] += max(0.0, missing)
        elif other < 0:
            widths[index] = max(widths[index], text_width(word.relation, LABEL_SIZE) + _LABEL_GAP)
    return widths


def _balanced(widths: Sequence[float], *, row_width: float) -> list[tuple[Box, ...]]:
    """As few rows as will do, about equally wide: no full stop should have the last one for itself."""
    rows = _wrap(widths, row_width=row_width)
    for narrower in range(_BALANCING_STEPS, 0, -1):
        tried = _wrap(widths, row_width=row_width * (1 - narrower / _BALANCING_STEPS / 2))
        if len(tried) == len(rows):
            return tried
    return rows


def _wrap(widths: Sequence[float], *, row_width: float) -> list[tuple[Box, ...]]:
    rows: list[list[Box]] = []
    x = 0.0
    for word, width in enumerate(widths):
        if not rows or (x + width > row_width and rows[-1]):
            x = _OPEN_END if rows else 0.0
            rows.append([])
        rows[-1].append(Box(word=word, x=x, width=width))
        x += width
    return [tuple(row) for row in rows]


def _arcs(sentence: Sentence, boxes: Sequence[Box]) -> tuple[Arc, ...]:
    """The arcs of one row, shortest first; each stands above those it spans or crosses."""
    first, last = boxes[0].word, boxes[-1].word
    edge = boxes[-1].x + boxes[-1].width + _OPEN_END
    ends = _head_ends(sentence, boxes)
    pairs = [
        (min(word, each.head), max(word, each.head), word)
        for word, each in enumerate(sentence.words)
        if each.head >= 0 and min(word, each.head) <= last and max(word, each.head) >= first
    ]
    placed: list[tuple[int, int, int]] = []
    arcs = []
    for left, right, dependent in sorted(pairs, key=lambda pair: (pair[1] - pair[0], pair)):
        low, high = max(left, first), min(right, last)
        crossing = [level for a, b, level in placed if a < right and left < b and a <= high and low <= b]
        level = 1 + max(crossing, default=0)
        placed.append((left, right, level))
        arrow = boxes[dependent - first].centre if first <= dependent <= last else None
        at_head = ends.get(dependent, 0.0)
        start, end = (arrow, at_head) if dependent == left else (at_head, arrow)
        arcs.append(
            Arc(
                x=0.0 if left < first else start or 0.0,
                end=edge if right > last else end or 0.0,
                level=level,
                label=visible(sentence.words[dependent].relation),
                arrow=arrow,
                opens_before=left < first,
                opens_after=right > last,
            )
        )
    return tuple(arcs)


def _head_ends(sentence: Sentence, boxes: Sequence[Box]) -> dict[int, float]:
    """For each dependent of a word in this row, where on that word its arc begins: the longer the nearer the middle."""
    ends: dict[int, float] = {}
    for box in boxes:
        dependents = [index for index, word in enumerate(sentence.words) if word.head == box.word]
        before = sorted(index for index in dependents if index < box.word)
        after = sorted((index for index in dependents if index > box.word), reverse=True)
        for side, sign in ((before, -1), (after, 1)):
            step = min(_ENDS_APART, (box.width / 2 - 2) / (len(side) + 1))
            for rank, dependent in enumerate(side, start=1):
                ends[dependent] = box.centre + sign * rank * step
    return ends


def _bars(stretches: Sequence[_Stretch], boxes: Sequence[Box]) -> tuple[Bar, ...]:
    """The bars of one row: every group in lanes of its own, more than one where its stretches overlap.

    A role whose predicate stands in another row says whose it is.
    """
    first, last = boxes[0].word, boxes[-1].word
    present = {stretch.group for stretch in stretches if stretch.kind == "predicate"}
    bars = []
    lane = 0
    for group in sorted({stretch.group for stretch in stretches}):
        free_from: list[int] = []
        for stretch in sorted(
            (each for each in stretches if each.group == group), key=lambda each: (each.start, -each.end)
        ):
            offset = next((i for i, free in enumerate(free_from) if free <= stretch.start), len(free_from))
            free_from[offset : offset + 1] = [stretch.end]
            head, tail = boxes[max(stretch.start, first) - first], boxes[min(stretch.end - 1, last) - first]
            end = tail.x + tail.width
            label = f"{stretch.label} of {stretch.owner}" if stretch.owner and group not in present else stretch.label
            bars.append(
                Bar(
                    x=head.x,
                    end=end,
                    lane=lane + offset,
                    label=label if text_width(label, LABEL_SIZE) < end - head.x else stretch.label,
                    kind=stretch.kind,
                    opens_before=stretch.start < first,
                    opens_after=stretch.end - 1 > last,
                )
            )
        lane += len(free_from)
    return tuple(bars)
