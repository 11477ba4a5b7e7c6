"""A text as loaded in, the edits that undo damage to single characters out.

Mojibake, entities and Markdown marks left in the text, invisible characters, odd spaces and line ends.
"""

import html
import re

import ftfy
from ftfy.badness import is_bad

from sayso.documents.alignment import Edit

_NON_ASCII = re.compile(r"[^\x00-\x7f]+")
_TROUBLE = re.compile(
    r"(?P<entity>&(?:amp;)?(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,10}\d{0,2});)"
    r"|(?P<line>\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029])"
    r"|(?P<space>[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    r"|(?P<joiner>[\u200c\u200d])"
    r"|(?P<nothing>\u00ad\r?\n|[\x00-\x08\x0e-\x1b\x1f\x7f\x80-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e"
    r"\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff])"
    r"|(?P<escape>\\[\[\]()*_#>!`~.+-])"
    r"|(?P<link>\]\((?:https?://|mailto:|/|#)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?: \"[^\"\n]*\")?\))"
    r"|(?P<mark>\*{1,3}|_{1,3})"
    r"|(?P<heading>#{1,6} +)"
    r"|(?P<quote>``|'')"
)
_ALWAYS = {"line": "\n", "space": " ", "nothing": ""}
"""What takes the place of kinds of trouble that need no second look."""
_LONGEST_ENTITY = 2
"""Code points that one entity stands for at most (HTML 5 has a few that stand for two)."""
_CURSIVE = re.compile(r"[\u0600-\u08ff\u0900-\u0dff\ufb50-\ufdff\ufe70-\ufeff]")


def mojibake(text: str) -> list[Edit]:
    """The edits that undo a wrong decoding, stretch by stretch; none for a text that shows no sign of it."""
    if text.isascii() or not is_bad(text):
        return []
    edits: list[Edit] = []
    position = 0
    for line in text.split("\n"):
        if is_bad(line):
            edits += [_moved(edit, position) for edit in _line_mojibake(line)]
        position += len(line) + 1
    return edits


def characters(text: str) -> list[Edit]:
    """The edits that undo damage to single characters and take out marks that were meant for a program."""
    edits: list[Edit] = []
    marks: list[tuple[int, str]] = []
    for found in _TROUBLE.finditer(text):
        start, end, kind = found.start(), found.end(), found.lastgroup
        if kind == "mark":
            marks.append((start, found.group()))
            continue
        if kind == "link":
            edits += _link(text, start, end)
            continue
        new = _replacement(text, found)
        if new is not None:
            edits.append(Edit(start=start, end=end, text=new))
    edits += _emphasis(text, marks)
    return _in_order(edits)


def _replacement(text: str, found: re.Match[str]) -> str | None:
    """What to put in place of one piece of trouble; None when it may stay."""
    kind, trouble = found.lastgroup or "", found.group()
    if kind in _ALWAYS:
        return _ALWAYS[kind]
    if kind == "entity":
        return _unescaped(trouble)
    if kind == "joiner":
        return None if _joins_letters(text, found.start()) else ""
    if kind == "escape":
        return trouble[1]
    if kind == "heading":
        return "" if found.start() == 0 or text[found.start() - 1] == "\n" else None
    return "“" if trouble == "``" else '"'


def _unescaped(entity: str) -> str | None:
    """What an entity stands for, None when it is none; an odd space or an unseen character is trouble in its turn."""
    plain = html.unescape(html.unescape(entity))
    if len(plain) > _LONGEST_ENTITY or plain == entity:
        return None
    trouble = _TROUBLE.fullmatch(plain)
    return _ALWAYS.get(trouble.lastgroup or "", plain) if trouble else plain


def _joins_letters(text: str, at: int) -> bool:
    """Whether a zero-width joiner stands where its script or an emoji needs it."""
    around = text[max(0, at - 1) : at + 2]
    return bool(_CURSIVE.search(around)) or any(ord(character) > 0x1F000 for character in around)


def _line_mojibake(line: str) -> list[Edit]:
    fixed = ftfy.fix_encoding(line)
    if fixed == line:
        return []
    edits = []
    for found in _NON_ASCII.finditer(line):
        better = ftfy.fix_encoding(found.group())
        if better != found.group():
            edits.append(Edit(start=found.start(), end=found.end(), text=better))
    pieces, position = [], 0
    for edit in edits:
        pieces += [line[position : edit.start], edit.text]
        position = edit.end
    if "".join([*pieces, line[position:]]) == fixed:
        return edits
    # The stretches mean nothing alone (a letter of two bytes, one of them ASCII): the damaged part goes as a whole.
    head = 0
    while head < min(len(line), len(fixed)) and line[head] == fixed[head]:
        head += 1
    tail = 0
    while tail < min(len(line), len(fixed)) - head and line[-1 - tail] == fixed[-1 - tail]:
        tail += 1
    return [Edit(start=head, end=len(line) - tail, text=fixed[head : len(fixed) - tail])]


def _link(text: str, start: int, end: int) -> list[Edit]:
    """The edits that leave only the words of the Markdown link whose address stands at `[start, end)`."""
    opening = text.rfind("[", text.rfind("\n", 0, start) + 1, start)
    if opening < 0 or "]" in text[opening:start]:
        return []
    first = opening - 1 if text[opening - 1 : opening] == "!" else opening
    return [Edit(start=first, end=opening + 1, text=""), Edit(start=start, end=end, text="")]


def _emphasis(text: str, marks: list[tuple[int, str]]) -> list[Edit]:
    """The edits that take out the marks that stand in pairs round words of one line."""
    edits: list[Edit] = []
    waiting: tuple[int, str] | None = None
    for at, mark in marks:
        end = at + len(mark)
        before, after = text[at - 1 : at], text[end : end + 1]
        opens = after.strip() != "" and not before.isalnum()
        closes = before.strip() != "" and not after.isalnum()
        if waiting and closes and waiting[1] == mark and "\n" not in text[waiting[0] : at]:
            edits.append(Edit(start=waiting[0], end=waiting[0] + len(mark), text=""))
            edits.append(Edit(start=at, end=end, text=""))
            waiting = None
        elif opens:
            waiting = at, mark
    return edits


def _moved(edit: Edit, by: int) -> Edit:
    return Edit(start=edit.start + by, end=edit.end + by, text=edit.text)


def _in_order(edits: list[Edit]) -> list[Edit]:
    """The edits in the order of the text, without those that overlap an earlier one."""
    result: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not result or edit.start >= result[-1].end:
            result.append(edit)
    return result
