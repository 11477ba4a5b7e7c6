"""The bytes of a text in, its characters out, with the encoding they were read in and the reason for choosing it.

Line ends become `\\n` as in Python's `Path.read_text`, so that offsets agree with what any program sees.
"""

import codecs
import logging
import re
from dataclasses import dataclass

from sayso.documents.legacy import legacy_encoding
from sayso.errors import Unreadable

_LOG = logging.getLogger(__name__)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What browsers read under these labels (WHATWG Encoding Standard, 4.2): the wider set that pages really use.
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
}

# Encodings whose bytes look like ASCII or like binary data: the declaration must come before either is believed.
_DECLARED_FIRST = ("iso2022", "hz", "utf-16", "utf-32")

_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a SQLite database"),
    (b"OggS", "a sound or video file"),
    (b"ID3", "a sound file"),
    (b"RIFF", "a sound, video or image file"),
)

_LOOKED_AT = 8192
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")

MAX_CONTROL_SHARE = 0.02
"""More control characters than this among the first 8 kB mean binary data. Tuned on 192 news stories in 22 pairs of
language and encoding (none at all) against gzip, bzip2 and random bytes (0.10): any value between does, 2026-11."""

MAX_BROKEN_SHARE = 0.05
"""Broken sequences per well-formed non-ASCII character up to which a text is still taken for UTF-8. A page with a stray
byte lies below; the same 192 stories in their old encodings, read as UTF-8, lie above 2.2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, the encoding it was read in, and why that one; `reason` is None for plain UTF-8."""

    text: str
    encoding: str
    reason: str | None


def decode(content: bytes, *, location: str, charset: str | None = None) -> Decoded:
    """The text of `content`; `charset` is what a server or page declared.

    Tried in order: byte order mark, a declared encoding that looks like another, UTF-8, the declared encoding, UTF-8
    with a few broken sequences, the legacy encoding that fits best.
    Raises `Unreadable` for binary data and where nothing fits.

    >>> decode("Київ\\r\\nЛьвів".encode("cp1251"), location="a.txt", charset="windows-1251").text
    'Київ\\nЛьвів'
    """
    decoded = _marked(content) or _declared_disguise(content, charset) or _without_nul(content, location)
    decoded = decoded or _declared_or_utf8(content, charset) or _mended(content, charset) or _legacy(content)
    if decoded is None:
        raise Unreadable(f"{location} is in no encoding that could be recognised; save it as UTF-8.")
    if decoded.reason:
        _LOG.info("%s read as %s: %s", location, decoded.encoding, decoded.reason)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text=text, encoding=decoded.encoding, reason=decoded.reason)


def _marked(content: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            text = _strictly(content[len(mark) :], encoding)
            if text is not None and "\0" not in text:
                return Decoded(text=text, encoding=encoding, reason="it begins with a byte order mark")
    return None


def _declared_disguise(content: bytes, charset: str | None) -> Decoded | None:
    label = _known(charset)
    text = _strictly(content, label) if label and label.startswith(_DECLARED_FIRST) else None
    if label is None or text is None or "\0" in text:
        return None
    if label.startswith("utf") and b"\0" not in content and _strictly(content, "utf-8") is not None:
        return None  # a page that could be read far enough to find the declaration is not what it declares
    return Decoded(text=text, encoding=label, reason="its source declares it")


def _without_nul(content: bytes, location: str) -> Decoded | None:
    """None for bytes that may be text; UTF-16 without a mark is told by its pattern of zero bytes."""
    for signature, kind in _SIGNATURES:
        start = content[:64]  # a text may begin with the letters of a signature, but goes on as text
        if content.startswith(signature) and not (
            start.isascii() and b"\0" not in start and not _CONTROL.search(start)
        ):
            raise Unreadable(f"{location} is {kind}, not text.")
    head = content[:_LOOKED_AT]
    if b"\0" not in content:
        if len(_CONTROL.findall(head)) > MAX_CONTROL_SHARE * len(head):
            raise Unreadable(f"{location} holds binary data, not text.")
        return None
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        # Half of the high bytes zero: Latin letters, spaces, digits; other scripts keep enough spaces for a tenth.
        if zeros.count(0) * 10 > len(zeros) and zeros.count(0) == head.count(0):
            text = _strictly(content, encoding)
            if text is not None and " " in text and not _CONTROL.search(text.encode()):
                return Decoded(text=text, encoding=encoding, reason="every other byte is zero")
    raise Unreadable(f"{location} holds binary data, not text.")


def _declared_or_utf8(content: bytes, charset: str | None) -> Decoded | None:
    label = _known(charset)
    if (text := _strictly(content, "utf-8")) is not None:
        contradicted = label not in (None, "utf-8") and not content.isascii()
        reason = f"it is well-formed, though its source declares {charset}" if contradicted else None
        return Decoded(text=text, encoding="utf-8", reason=reason)
    if label and (text := _strictly(content, label)) is not None:
        return Decoded(text=text, encoding=label, reason="its source declares it")
    return None


def _mended(content: bytes, charset: str | None) -> Decoded | None:
    """UTF-8 with a few broken sequences, each of which becomes U+FFFD."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd") - content.count("\ufffd".encode())
    sound = sum(character > "\x7f" for character in text) - broken
    said = _known(charset) == "utf-8"
    if broken <= MAX_BROKEN_SHARE * sound or (said and broken <= MAX_BROKEN_SHARE * len(text)):
        return Decoded(text=text, encoding="utf-8", reason=f"{broken} broken sequences were replaced by U+FFFD")
    return None


def _legacy(content: bytes) -> Decoded | None:
    encoding = legacy_encoding(content)
    text = _strictly(content, encoding) if encoding else None
    if encoding is None or text is None:
        return None
    return Decoded(text=text, encoding=encoding, reason="it is not UTF-8, and this encoding fits best")


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeError:
        return None


def _known(charset: str | None) -> str | None:
    """The Python name for a declared encoding; None when nothing usable is declared."""
    if not charset:
        return None
    try:
        label = codecs.lookup(charset.strip().strip("\"'")).name
        b"a".decode(label)
    except UnicodeError:  # a text encoding, of which one byte is not a whole character
        pass
    except (LookupError, ValueError):  # unknown, or a codec that is no text encoding, such as base64
        return None
    return _WIDER.get(label, label)
