"""Places as browsers count them, in UTF-16 units, in; places in the text, in code points, out, and back.

The only module that knows of both. A character outside the first plane, most emoji among them, is two units and one
code point (Unicode, *UTF-16*; WHATWG DOM, *Range*).
"""

import re
from collections.abc import Mapping

from sayso.errors import RecordError

_FIRST_OUTSIDE = 0x10000
"""Code points from here on take two units."""

_NOT_SHOWN = re.compile("[\0\ud800-\udfff]")
"""What HTML cannot carry, and its parser puts U+FFFD for: zero characters, and halves of pairs that stand alone."""

SELECTED = "utf16"
"""Key of a place as a browser gives it: `{"utf16": [start, end], "quote": "…"}`, counted from the start of the text."""


def units(text: str) -> int:
    """How many UTF-16 units a text has.

    >>> units("한국"), units("🚀")
    (2, 2)
    """
    return len(text) if text.isascii() else len(text) + sum(ord(sign) >= _FIRST_OUTSIDE for sign in text)


def shown(text: str) -> str:
    """The text as a page has it: with a sign in place of each one that HTML cannot carry, and as long."""
    return _NOT_SHOWN.sub("\ufffd", text)


def code_points(text: str, place: int) -> int:
    """The place in code points; raises `RecordError` for one outside the text or inside a character.

    >>> code_points("🚀 test", 3)
    2
    """
    if place < 0:
        raise RecordError(f"{place} lies before the text")
    if text.isascii() and place <= len(text):
        return place
    at = 0
    for number, sign in enumerate(text):
        if at >= place:
            return _exactly(number, at, place)
        at += 2 if ord(sign) >= _FIRST_OUTSIDE else 1
    if at < place:
        raise RecordError(f"{place} lies behind the text, which has {at} units of UTF-16")
    return _exactly(len(text), at, place)


def located(value: object, text: str) -> object:
    """The value with every place of a browser in it as `{"start", "end", "quote"}` in code points.

    Raises `RecordError` for a place that is none, or where the text has other words than the browser has shown.
    """
    if isinstance(value, list):
        return [located(each, text) for each in value]
    if not isinstance(value, dict):
        return value
    if SELECTED in value:
        return _place(value, text)
    return {name: located(each, text) for name, each in value.items()}


def _exactly(number: int, at: int, place: int) -> int:
    if at != place:
        raise RecordError(f"{place} lies inside a character")
    return number


def _place(value: Mapping[str, object], text: str) -> dict[str, object]:
    both, quote = value[SELECTED], value.get("quote")
    if set(value) != {SELECTED, "quote"} or not isinstance(both, list) or not isinstance(quote, str):
        raise RecordError(f"a selection is {SELECTED} and quote")
    if len(both) != 2 or not all(type(each) is int for each in both) or both[0] >= both[1]:
        raise RecordError(f"a selection runs from one unit to a later one, not {both}")
    start, end = (code_points(text, each) for each in both)
    if shown(text[start:end]) != quote:
        raise RecordError(f"the text has {text[start:end]!r} there, not {quote!r}")
    return {"start": start, "end": end, "quote": text[start:end]}
