"""An account in, one picture out: who retold whom, left to right, with what was lost on each way, as SVG."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import TextIO

from sayso.corroboration.accounts import Account
from sayso.corroboration.records import Step, Voice
from sayso.outputs.claims.page import SHORT_ID
from sayso.outputs.display import is_right_to_left, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.matters.phrases import change_phrase, headline, quote_of
from sayso.outputs.matters.tree import LONGEST_CHANGE, ordered
from sayso.outputs.placing import LABEL_SIZE, text_width

_FONT = "'Noto Sans', 'DejaVu Sans', 'Segoe UI', Arial, 'Noto Sans CJK SC', 'Noto Sans Arabic', sans-serif"
_INK, _FAINT, _LINE, _PAPER, _BOX, _LOST = "#1a1a1a", "#5f6368", "#9aa0a6", "#ffffff", "#eceff1", "#8a5200"
_MARGIN = 20.0
_TOP = 64.0
_BOX_WIDTH = 300.0
_BETWEEN = 70.0
_LINE_HEIGHT = 15.0
_PADDING = 8.0
_GAP = 16.0
_TITLE_SIZE = LABEL_SIZE + 4

_BROADER = 1.1
"""How much broader a line is taken to be than its letters say: fonts differ, and bold ones are broader."""

_MOST_LINES = 14
"""Lines of a sentence that a box shows, some 80 words; the page of the matter has all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Node:
    """A voice: its box's name, date and sentence in lines, what is written above it, and where it all stands."""

    step: Step
    name: tuple[str, ...]
    words: tuple[str, ...]
    above: tuple[str, ...]
    lost: tuple[str, ...]
    x: float = 0.0
    top: float = 0.0

    @property
    def y(self) -> float:
        return self.top + _LINE_HEIGHT * (len(self.above) + len(self.lost)) + (4 if self.above else 0)

    @property
    def height(self) -> float:
        return _PADDING * 2 + _LINE_HEIGHT * (len(self.name) + len(self.words))

    @property
    def middle(self) -> float:
        return self.y + _PADDING + _LINE_HEIGHT / 2


def write(account: Account, stream: TextIO, *, layout: Layout) -> None:
    """Draw the lineage; a dashed line is likely and not certain, and every change is written above its box."""
    stream.write(drawn(account) + "\n")


def drawn(account: Account) -> str:
    """The picture as the text of an `svg` element; every word of a document in it is escaped."""
    return "\n".join(_picture(account))


def _picture(account: Account) -> Iterator[str]:
    nodes = _placed(account)
    title = headline(account)
    below = f"matter {account.matter.id[:SHORT_ID]}; who is at the right has it from the left, dashed where only likely"
    widest = max(text_width(title, _TITLE_SIZE), text_width(below, LABEL_SIZE)) * _BROADER
    width = max([_MARGIN + widest, *(node.x + _BOX_WIDTH for node in nodes.values())]) + _MARGIN
    height = max(node.y + node.height for node in nodes.values()) + _MARGIN
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" role="img" font-family="{_FONT}" font-size="{LABEL_SIZE:g}">'
    )
    yield f"<title>{escape(title)}</title>"
    yield f'<rect width="100%" height="100%" fill="{_PAPER}"/>'
    yield _text(title, x=_MARGIN, y=_MARGIN + 8, ink=_INK, more=f' font-size="{_TITLE_SIZE:g}"')
    yield _text(below, x=_MARGIN, y=_MARGIN + 26, ink=_FAINT)
    for node in nodes.values():
        if node.step.parent is not None:
            yield _way(nodes[node.step.parent], node)
    for node in nodes.values():
        yield from _box(node)
    yield "</svg>"


def _placed(account: Account) -> Mapping[str, _Node]:
    """Every voice in the column after the one it is from, the first beside it, the next below that."""
    steps = ordered(account.lineage.steps)
    voices = {voice.id: voice for voice in account.voices}
    nodes = {step.voice: _node(step, voices[step.voice], account) for step in steps}
    room: dict[str, float] = {}
    children: dict[str | None, list[str]] = {}
    for step in steps:
        children.setdefault(step.parent, []).append(step.voice)
    for step in reversed(steps):
        node = nodes[step.voice]
        taken = sum(room[child] + _GAP for child in children.get(step.voice, ())) - _GAP
        room[step.voice] = max(node.y - node.top + node.height, taken)
    free: dict[str | None, float] = {None: _TOP}
    for step in steps:
        parent = nodes[step.parent] if step.parent is not None else None
        made = nodes[step.voice]
        top = free[step.parent]
        free[step.parent] = top + room[step.voice] + _GAP
        free[step.voice] = top
        nodes[step.voice] = _Node(
            step=made.step,
            name=made.name,
            words=made.words,
            above=made.above,
            lost=made.lost,
            x=_MARGIN if parent is None else parent.x + _BOX_WIDTH + _BETWEEN,
            top=top,
        )
    return nodes


def _node(step: Step, voice: Voice, account: Account) -> _Node:
    quote = quote_of(voice, account)
    above = () if step.parent is None else (f"{step.reason}{'' if step.is_certain else ', likely'}",)
    denial = ", denies it" if voice.polarity == "negated" else ""
    name = (*_wrapped(visible(voice.publisher or voice.location)), f"{voice.published or 'date not stated'}{denial}")
    return _Node(
        step=step,
        name=name,
        words=tuple(_wrapped(f"“{visible(quote.quote)}”")) if quote else (),
        above=above,
        lost=tuple(line for change in step.changes for line in _wrapped(change_phrase(change, limit=LONGEST_CHANGE))),
    )


def _wrapped(text: str) -> list[str]:
    """The text in lines as wide as a box; what has no spaces is broken between any two characters."""
    room = (_BOX_WIDTH - 2 * _PADDING) / _BROADER
    lines, line = [], ""
    for word in text.split(" "):
        if text_width(f"{line} {word}".strip(), LABEL_SIZE) <= room:
            line = f"{line} {word}".strip()
            continue
        if line and text_width(word, LABEL_SIZE) <= room:
            lines.append(line)
            line = word
            continue
        line = f"{line} " if line else ""
        for character in word:
            if text_width(line + character, LABEL_SIZE) > room:
                lines.append(line)
                line = ""
            line += character
    if lines and len(line) == 1:
        lines[-1] += line  # a closing mark by itself
    else:
        lines.append(line)
    return lines if len(lines) <= _MOST_LINES else [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1]} …"]


def _way(parent: _Node, child: _Node) -> str:
    dash = "" if child.step.is_certain else ' stroke-dasharray="5 3"'
    left, turn = parent.x + _BOX_WIDTH, child.x - _BETWEEN / 2
    return (
        f'<path d="M{left:.1f} {parent.middle:.1f}H{turn:.1f}V{child.middle:.1f}H{child.x - 6:.1f}" '
        f'stroke="{_LINE}" fill="none"{dash}/>'
        f'<path d="M{child.x:.1f} {child.middle:.1f}l-7 -3.5v7z" fill="{_INK}"/>'
    )


def _box(node: _Node) -> Iterator[str]:
    written = [*((line, _FAINT) for line in node.above), *((line, _LOST) for line in node.lost)]
    for number, (line, ink) in enumerate(written, start=1):
        yield _text(line, x=node.x, y=node.top + _LINE_HEIGHT * (number - 0.25), ink=ink)
    yield (
        f'<rect x="{node.x:.1f}" y="{node.y:.1f}" width="{_BOX_WIDTH:g}" height="{node.height:.1f}" rx="4" '
        f'fill="{_BOX}" stroke="{_LINE}"/>'
    )
    for number, line in enumerate((*node.name, *node.words)):
        y = node.y + _PADDING + _LINE_HEIGHT * (number + 0.75)
        is_name = number < len(node.name) - 1
        ink = _INK if is_name or number >= len(node.name) else _FAINT
        is_turned = is_right_to_left(line)
        x = node.x + _BOX_WIDTH - _PADDING if is_turned else node.x + _PADDING
        more = (' font-weight="bold"' if is_name else "") + (' direction="rtl"' if is_turned else "")
        yield _text(line, x=x, y=y, ink=ink, more=more)


def _text(words: str, *, x: float, y: float, ink: str, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{ink}"{more}>{escape(words)}</text>'
