"""A piece of a document in, the same piece fit to be shown out: one line, nothing invisible, nothing that acts."""

import unicodedata

_CONTROL_PICTURES = 0x2400
_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_WIDE = frozenset("WF")
_RIGHT_TO_LEFT = frozenset(("R", "AL"))


def visible(text: str) -> str:
    r"""`text` with white space collapsed, control characters shown as symbols and direction marks left out.

    A document may hold terminal commands; shown as they are they would run.

    >>> visible("fired\x1b[2J\n  two")
    'fired␛[2J two'
    """
    line = " ".join(text.split())
    # Nothing printable is ever changed, and most texts hold nothing else: this way they take a twentieth of the time.
    return line if line.isprintable() else "".join(map(_visible_character, line))


def collapsed(text: str) -> str:
    r"""As `visible`, keeping one space where the piece of a sentence begins or ends with white space.

    >>> collapsed("two\n missiles\n")
    'two missiles '
    """
    if not text.strip():
        return " " if text else ""
    return " " * text[0].isspace() + visible(text) + " " * text[-1].isspace()


def _visible_character(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    if 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code & 0xFFFE == 0xFFFE:
        return "\ufffd"
    return "" if character in _BIDI_CONTROLS else character


def is_right_to_left(text: str) -> bool:
    """Whether most letters of `text` belong to scripts written from right to left."""
    classes = [unicodedata.bidirectional(character) for character in text]
    return sum(each in _RIGHT_TO_LEFT for each in classes) > classes.count("L")


def isolated(text: str) -> str:
    """`text` between marks that keep its direction from disturbing the line it stands in; as it is when not needed."""
    if not text.isascii() and any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text):
        return f"\u2068{text}\u2069"
    return text


def shortened(text: str, *, limit: int) -> str:
    """`text` with its middle left out where it is longer than `limit` columns; East Asian characters count two.

    >>> shortened("said that the country would never disarm first", limit=24)
    'said that th…sarm first'
    """
    if columns(text) <= limit:
        return text
    head, tail = "", ""
    for character in text:
        if columns(head + character) > limit // 2:
            break
        head += character
    for character in reversed(text):
        if columns(tail) + columns(character) > limit - limit // 2 - 2:
            break
        tail = character + tail
    return f"{head.rstrip()}…{tail.lstrip()}"


def columns(text: str) -> int:
    """The columns of a terminal that `text` takes: two for wide characters, none for combining ones."""
    if text.isascii():  # the most of all texts, and a page asks some thousand times
        return len(text)
    return sum(
        2 if unicodedata.east_asian_width(character) in _WIDE else 0 if unicodedata.combining(character) else 1
        for character in text
    )
