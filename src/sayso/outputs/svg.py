"""A reading in, one picture out: the dependency arcs of one sentence, its names and its roles, as SVG."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import TextIO

from sayso.errors import SettingsError
from sayso.outputs.display import is_right_to_left, shortened, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.placing import LABEL_SIZE, WORD_SIZE, Arc, Bar, Row, place, text_width
from sayso.records import Document, Outcome, Sentence, Skipped

name = "svg"
description = "for the eye: a picture of one sentence of the first document (choose it with --sentence)"

_FONT = "'Noto Sans', 'DejaVu Sans', 'Segoe UI', Arial, 'Noto Sans CJK SC', 'Noto Sans Arabic', sans-serif"
_INK, _FAINT, _LINE, _PAPER = "#1a1a1a", "#5f6368", "#9aa0a6", "#ffffff"
# Fill and edge by kind; each bar also carries its label, so that colour is never the only sign.
_FILLS = {
    "person": ("#f3e1f7", "#9c27b0"),
    "organisation": ("#e0ebfb", "#1a73e8"),
    "place": ("#e2f3e5", "#188038"),
    "other": ("#fbf1d5", "#b06f00"),
    "predicate": ("#3c4043", "#3c4043"),
    "role": ("#eceff1", "#78909c"),
}
_MARGIN = 20.0
_CAPTION = 34.0
_LEVEL = 19.0
_LANE = 20.0
_BAR = 16.0
_CORNER = 6.0
_BELOW_WORDS = 44.0
_ROW_GAP = 18.0
_CAPTION_COLUMNS = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    width: float
    is_mirrored: bool

    def x(self, place: float) -> float:
        """A place in a row as a place on the page, counted from the right for scripts that start there."""
        return self.width - _MARGIN - place if self.is_mirrored else _MARGIN + place


def write(outcomes: Iterable[Outcome], stream: TextIO, *, layout: Layout) -> None:
    """Draw sentence `layout.sentence` of the first document that was read; later ones are not asked for.

    Raises `SettingsError` when the document has no such sentence.
    """
    for outcome in outcomes:
        if isinstance(outcome, Skipped):
            continue
        document, reading = outcome
        if not 1 <= layout.sentence <= len(reading.sentences):
            raise SettingsError(
                f"sentence {layout.sentence} was asked for, but {document.location} has {len(reading.sentences)}"
                ": give --sentence a number from 1 to that"
            )
        sentence = reading.sentences[layout.sentence - 1]
        stream.write("\n".join(_picture(document, sentence, number=layout.sentence)) + "\n")
        return


def _picture(document: Document, sentence: Sentence, *, number: int) -> Iterator[str]:
    rows = place(sentence)
    caption = (
        f"{shortened(visible(document.location), limit=_CAPTION_COLUMNS)} · sentence {number} · {sentence.language}"
    )
    inner = max([text_width(caption, LABEL_SIZE), *(row.width for row in rows)])
    page = _Page(width=inner + 2 * _MARGIN, is_mirrored=is_right_to_left(sentence.span.quote))
    height = _CAPTION + sum(_row_height(row) for row in rows) + _MARGIN
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {page.width:.0f} {height:.0f}" width="{page.width:.0f}" '
        f'height="{height:.0f}" role="img" font-family="{_FONT}" font-size="{LABEL_SIZE:g}">'
    )
    yield f"<title>{escape(visible(sentence.span.quote))}</title>"
    yield f'<rect width="100%" height="100%" fill="{_PAPER}"/>'
    yield f'<text x="{_MARGIN:g}" y="{_MARGIN + 2:g}" fill="{_FAINT}">{escape(caption)}</text>'
    top = _CAPTION
    for row in rows:
        yield f'<g transform="translate(0 {top:.1f})">'
        yield from _row(row, sentence, page)
        yield "</g>"
        top += _row_height(row)
    yield "</svg>"


def _row_height(row: Row) -> float:
    return _baseline(row) + _BELOW_WORDS + row.lanes * _LANE + _ROW_GAP


def _baseline(row: Row) -> float:
    """Where the arcs of a row end, just above its words."""
    return (row.levels + 1) * _LEVEL


def _row(row: Row, sentence: Sentence, page: _Page) -> Iterator[str]:
    base = _baseline(row)
    direction = ' direction="rtl"' if page.is_mirrored else ""
    for arc in sorted(row.arcs, key=lambda arc: -arc.level):
        yield from _arc(arc, base, page)
    for root in row.roots:
        x = page.x(root)
        yield f'<path d="M{x:.1f} {_LEVEL * 0.75:.1f}V{base:.1f}" stroke="{_INK}" fill="none" stroke-dasharray="2 3"/>'
        yield _arrow(x, base)
        yield _label("root", x, _LEVEL * 0.6, ink=_INK, is_bold=True)
    for box in row.boxes:
        word = sentence.words[box.word]
        x = page.x(box.centre)
        yield (
            f'<text x="{x:.1f}" y="{base + 20:.1f}" text-anchor="middle" font-size="{WORD_SIZE:g}" '
            f'fill="{_INK}"{direction}>'
            f"{escape(visible(word.form))}</text>"
        )
        yield _label(word.upos, x, base + 35, ink=_FAINT)
    for bar in row.bars:
        yield from _bar(bar, base + _BELOW_WORDS + bar.lane * _LANE, page)


def _arc(arc: Arc, base: float, page: _Page) -> Iterator[str]:
    top = base - arc.level * _LEVEL
    start, end = page.x(arc.x), page.x(arc.end)
    turn = _CORNER if end > start else -_CORNER
    if arc.opens_before:
        path = f"M{start:.1f} {top:.1f}"
    else:
        path = f"M{start:.1f} {base:.1f}V{top + _CORNER:.1f}Q{start:.1f} {top:.1f} {start + turn:.1f} {top:.1f}"
    if arc.opens_after:
        path += f"H{end:.1f}"
    else:
        path += f"H{end - turn:.1f}Q{end:.1f} {top:.1f} {end:.1f} {top + _CORNER:.1f}V{base:.1f}"
    dash = ' stroke-dasharray="5 3"' if arc.opens_before or arc.opens_after else ""
    yield f'<path d="{path}" stroke="{_LINE}" fill="none"{dash}/>'
    if arc.arrow is not None:
        yield _arrow(page.x(arc.arrow), base)
    yield _label(arc.label, (start + end) / 2, top + LABEL_SIZE / 3, ink=_INK, on_paper=True)


def _arrow(x: float, y: float) -> str:
    return f'<path d="M{x:.1f} {y:.1f}l-3.5 -6h7z" fill="{_INK}"/>'


def _bar(bar: Bar, y: float, page: _Page) -> Iterator[str]:
    """A rounded bar with its label; dashed where it goes on in another row."""
    fill, edge = _FILLS.get(bar.kind, _FILLS["other"])
    left, right = sorted((page.x(bar.x + 2), page.x(bar.end - 2)))
    dash = ' stroke-dasharray="5 3"' if bar.opens_before or bar.opens_after else ""
    yield (
        f'<rect x="{left:.1f}" y="{y:.1f}" width="{right - left:.1f}" height="{_BAR:g}" rx="4" fill="{fill}" '
        f'stroke="{edge}"{dash}/>'
    )
    ink = _PAPER if bar.kind == "predicate" else _INK
    yield _label(bar.label, (left + right) / 2, y + _BAR / 2 + LABEL_SIZE / 3, ink=ink)


def _label(text: str, x: float, y: float, *, ink: str, is_bold: bool = False, on_paper: bool = False) -> str:
    """A small text centred on `x`; `on_paper` gives it a light rim, to be read on top of a line."""
    rim = f' stroke="{_PAPER}" stroke-width="4" paint-order="stroke"' if on_paper else ""
    weight = ' font-weight="bold"' if is_bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" fill="{ink}"{weight}{rim}>{escape(text)}</text>'
