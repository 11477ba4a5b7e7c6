"""An account in, one picture out: who retold whom, left to right by date, with what was lost on each way, as SVG."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import TextIO

from sayso.corroboration.accounts import Account
from sayso.corroboration.records import Step, Voice
from sayso.outputs.display import shortened, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.matters.phrases import change_phrase, headline
from sayso.outputs.matters.tree import ordered
from sayso.outputs.placing import LABEL_SIZE, text_width

_FONT = "'Noto Sans', 'DejaVu Sans', 'Segoe UI', Arial, 'Noto Sans CJK SC', 'Noto Sans Arabic', sans-serif"
_INK, _FAINT, _LINE, _PAPER, _BOX, _LOST = "#1a1a1a", "#5f6368", "#9aa0a6", "#ffffff", "#eceff1", "#b06f00"
_MARGIN = 20.0
_TOP = 48.0
_BOX_WIDTH = 210.0
_ACROSS = 300.0
_LINE_HEIGHT = 15.0
_PADDING = 8.0
_GAP = 14.0
_NAME_COLUMNS = 28
_QUOTE_COLUMNS = 34
_CHANGE_COLUMNS = 46


@dataclass(frozen=True, slots=True, kw_only=True)
class _Node:
    """A voice with its place: column of its depth, top edge, and what is written on the way to it."""

    step: Step
    depth: int
    y: float
    lines: tuple[str, ...]
    lost: tuple[str, ...]

    @property
    def height(self) -> float:
        return _PADDING * 2 + _LINE_HEIGHT * len(self.lines)

    @property
    def x(self) -> float:
        return _MARGIN + self.depth * _ACROSS

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def write(account: Account, stream: TextIO, *, layout: Layout) -> None:
    """Draw the lineage; a dashed line is likely and not certain, and every change is written beside its line."""
    stream.write("\n".join(_picture(account)) + "\n")


def _picture(account: Account) -> Iterator[str]:
    nodes = _placed(account)
    title = headline(account)
    width = max([text_width(title, LABEL_SIZE + 4), *(node.x + _BOX_WIDTH for node in nodes.values())]) + 2 * _MARGIN
    height = max(node.y + node.height for node in nodes.values()) + _MARGIN
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" role="img" font-family="{_FONT}" font-size="{LABEL_SIZE:g}">'
    )
    yield f"<title>{escape(title)}</title>"
    yield f'<rect width="100%" height="100%" fill="{_PAPER}"/>'
    size = LABEL_SIZE + 4
    yield f'<text x="{_MARGIN:g}" y="{_MARGIN + 8:g}" font-size="{size:g}" fill="{_INK}">{escape(title)}</text>'
    for node in nodes.values():
        if node.step.parent is not None:
            yield from _way(nodes[node.step.parent], node)
    for node in nodes.values():
        yield from _box(node)
    yield "</svg>"


def _placed(account: Account) -> Mapping[str, _Node]:
    """Every voice in the row after those above it; columns are generations of retelling."""
    voices = {voice.id: voice for voice in account.voices}
    below: dict[str | None, list[Step]] = {}
    for step in ordered(account.lineage.steps):
        below.setdefault(step.parent, []).append(step)
    quotes = {telling.claim.id: telling.claim.provenance.evidence.quote for telling in account.matter.tellings}
    quotes |= {echo.id: echo.statement.span.quote for echo in account.matter.echoes}
    nodes: dict[str, _Node] = {}
    y = _TOP
    waiting = [(step, 0) for step in reversed(below.get(None, []))]
    while waiting:
        step, depth = waiting.pop()
        lost = tuple(shortened(change_phrase(change), limit=_CHANGE_COLUMNS) for change in step.changes)
        lines = _lines(voices[step.voice], quotes[step.voice])
        # What is written on the way stands above the box.
        y += _LINE_HEIGHT * len(lost)
        node = _Node(step=step, depth=depth, y=y, lines=lines, lost=lost)
        nodes[step.voice] = node
        y += node.height + _GAP
        waiting.extend((child, depth + 1) for child in reversed(below.get(step.voice, [])))
    return nodes


def _lines(voice: Voice, quote: str) -> tuple[str, ...]:
    name = shortened(visible(voice.publisher or voice.location), limit=_NAME_COLUMNS)
    return name, voice.published or "date not stated", f"“{shortened(visible(quote), limit=_QUOTE_COLUMNS)}”"


def _way(parent: _Node, child: _Node) -> Iterator[str]:
    dash = "" if child.step.is_certain else ' stroke-dasharray="5 3"'
    left, turn = parent.x + _BOX_WIDTH, child.x - (_ACROSS - _BOX_WIDTH) / 2
    yield (
        f'<path d="M{left:.1f} {parent.middle:.1f}H{turn:.1f}V{child.middle:.1f}H{child.x - 6:.1f}" '
        f'stroke="{_LINE}" fill="none"{dash}/>'
    )
    yield f'<path d="M{child.x:.1f} {child.middle:.1f}l-7 -3.5v7z" fill="{_INK}"/>'
    for number, words in enumerate(reversed(child.lost)):
        y = child.y - 4 - number * _LINE_HEIGHT
        yield f'<text x="{child.x:.1f}" y="{y:.1f}" fill="{_LOST}">{escape(words)}</text>'


def _box(node: _Node) -> Iterator[str]:
    yield (
        f'<rect x="{node.x:.1f}" y="{node.y:.1f}" width="{_BOX_WIDTH:g}" height="{node.height:.1f}" rx="4" '
        f'fill="{_BOX}" stroke="{_LINE}"/>'
    )
    for number, words in enumerate(node.lines):
        y = node.y + _PADDING + _LINE_HEIGHT * (number + 0.75)
        ink = _INK if number == 0 else _FAINT
        weight = ' font-weight="bold"' if number == 0 else ""
        yield f'<text x="{node.x + _PADDING:.1f}" y="{y:.1f}" fill="{ink}"{weight}>{escape(words)}</text>'
