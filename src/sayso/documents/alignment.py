"""Edits of a text in, the edited text and the alignment that leads from it back to the text out.

A cleaner lists its edits in order and calls `rewrite`; several cleaners in a row are joined by `compose`.

>>> cleaned, back = rewrite("soft\\u00adware  works", [Edit(start=4, end=5, text=""), Edit(start=9, end=11, text=" ")])
>>> cleaned
'software works'
>>> to_source(back, 0, 8), to_cleaned(back, 0, 9)
((0, 9), (0, 8))
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from sayso.records import Alignment, Run

_START = attrgetter("start")
_SOURCE_START = attrgetter("source_start")
_SOURCE_END = attrgetter("source_end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Put `text` in the place of `[start, end)`; an empty stretch inserts, an empty text removes."""

    start: int
    end: int
    text: str


def identity(text: str) -> Alignment:
    """The alignment of a text with itself."""
    return Alignment(runs=_joined([(0, len(text), 0, len(text))] if text else []))


def rewrite(text: str, edits: Iterable[Edit]) -> tuple[str, Alignment]:
    """The text with the edits made, and its alignment to the text; raises ValueError when edits overlap or go back."""
    pieces: list[str] = []
    runs: list[tuple[int, int, int, int]] = []
    position = length = 0
    for edit in edits:
        if not position <= edit.start <= edit.end <= len(text):
            raise ValueError(f"edit [{edit.start}, {edit.end}) overlaps the one before it or lies outside the text")
        if edit.start > position:
            kept = edit.start - position
            pieces.append(text[position : edit.start])
            runs.append((length, length + kept, position, edit.start))
            length += kept
        if edit.text:
            pieces.append(edit.text)
            runs.append((length, length + len(edit.text), edit.start, edit.end))
            length += len(edit.text)
        position = edit.end
    if position < len(text):
        pieces.append(text[position:])
        runs.append((length, length + len(text) - position, position, len(text)))
    return "".join(pieces), Alignment(runs=_joined(runs))


def to_source(alignment: Alignment, start: int, end: int) -> tuple[int, int]:
    """The stretch of the source that `[start, end)` of the cleaned text came from.

    A run that corresponds only as a whole is taken whole; removed text at the edges is left out. An empty stretch
    gives an empty stretch.
    """
    runs = alignment.runs
    if not runs:
        return 0, 0
    first = runs[max(0, bisect_right(runs, start, key=_START) - 1)]
    if start >= first.end:
        source_start = first.source_end
    elif _is_even(first):
        source_start = first.source_start + start - first.start
    else:
        source_start = first.source_start
    if end <= start:
        return source_start, source_start
    last = runs[max(0, bisect_left(runs, end, key=_START) - 1)]
    source_end = last.source_start + end - last.start if _is_even(last) else last.source_end
    return source_start, max(source_start, min(source_end, last.source_end))


def to_cleaned(alignment: Alignment, start: int, end: int) -> tuple[int, int]:
    """The stretch of the cleaned text that came from `[start, end)` of the source; empty where all was removed."""
    runs = alignment.runs
    at = bisect_right(runs, start, key=_SOURCE_END)
    if at == len(runs):
        length = runs[-1].end if runs else 0
        return length, length
    first = runs[at]
    cleaned_start = first.start
    if start > first.source_start and _is_even(first):
        cleaned_start += start - first.source_start
    if end <= start:
        return cleaned_start, cleaned_start
    before = bisect_left(runs, end, key=_SOURCE_START)
    if not before:
        return cleaned_start, cleaned_start
    last = runs[before - 1]
    cleaned_end = last.start + end - last.source_start if _is_even(last) and end < last.source_end else last.end
    return cleaned_start, max(cleaned_start, cleaned_end)


def compose(later: Alignment, earlier: Alignment) -> Alignment:
    """One alignment for two cleaners in a row: `later` leads to the text that `earlier` leads on from."""
    result: list[tuple[int, int, int, int]] = []
    inner = earlier.runs
    at = 0
    for run in later.runs:
        if run.source_start == run.source_end:
            place = result[-1][3] if result else 0
            _append(result, (run.start, run.end, place, place))
            continue
        if not _is_even(run):
            _append(result, (run.start, run.end, *to_source(earlier, run.source_start, run.source_end)))
            continue
        while inner[at].end <= run.source_start:
            at += 1
        step = at
        while step < len(inner) and inner[step].start < run.source_end:
            part = inner[step]
            low, high = max(part.start, run.source_start), min(part.end, run.source_end)
            shift = run.start - run.source_start
            _append(result, (low + shift, high + shift, *to_source(earlier, low, high)))
            step += 1
    return Alignment(runs=_joined(result))


def _is_even(run: Run) -> bool:
    """Whether the characters of the run correspond one to one."""
    return run.end - run.start == run.source_end - run.source_start


def _append(runs: list[tuple[int, int, int, int]], run: tuple[int, int, int, int]) -> None:
    """Add a run; where two runs share source text they correspond only together, so they become one."""
    start, end, source_start, source_end = run
    while runs and runs[-1][3] > source_start:
        start, _, before_start, before_end = runs.pop()
        source_start, source_end = min(before_start, source_start), max(before_end, source_end)
    runs.append((start, end, source_start, source_end))


def _joined(runs: list[tuple[int, int, int, int]]) -> tuple[Run, ...]:
    """Records of the runs, neighbours that correspond one to one made one run."""
    result: list[Run] = []
    for start, end, source_start, source_end in runs:
        if result and end - start == source_end - source_start:
            last = result[-1]
            if last.source_end == source_start and _is_even(last):
                result[-1] = Run(start=last.start, end=end, source_start=last.source_start, source_end=source_end)
                continue
        result.append(Run(start=start, end=end, source_start=source_start, source_end=source_end))
    return tuple(result)
