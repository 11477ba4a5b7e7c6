"""A text in, the stretches that stand between quotation marks out, without reading it.

The reader's quotations (`claims/attribution/quotations.py`) need words and sentences; here every text that may be a
copy is looked at, thousands a second, and a mark more or less matters little.
"""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

_CLOSES: Final = {
    "“": '”“"',
    "«": "»",
    "„": '“”"',
    "»": "«",
    "「": "」",
    "『": "』",
    "《": "》",
    '"': '"',
    "”": "”",
    "``": "''",
    "''": "''",
}
"""Marks that open and the marks that close each. Single ones are left out: most of them are apostrophes."""

_TWICE = "`'"
"""Marks that count only where they stand twice."""

_TABLE = 0x3010
"""Code points looked up; there is no mark beyond."""


def quotations(text: str) -> list[tuple[int, int]]:
    """The stretches `[start, end)` in order, marks included; one that is never closed ends with its line.

    >>> quotations('He said "we will not go", and left. "Never.')
    [(8, 24), (36, 43)]
    """
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    found: list[tuple[int, int]] = []
    opened, closing, after = -1, "", 0
    for place in _marks().take(codes, mode="clip").nonzero()[0].tolist():
        sign = text[place]
        if sign in _TWICE:
            sign = text[place : place + 2]
            if place < after or sign not in ("``", "''"):
                continue
        after = place + len(sign)
        if opened < 0:
            if sign in _CLOSES:
                opened, closing = place, _CLOSES[sign]
        elif sign == "\n":
            found.append((opened, place))
            opened = -1
        elif sign in closing:
            found.append((opened, after))
            opened = -1
    return [*found, (opened, len(text))] if opened >= 0 else found


@cache
def _marks() -> NDArray[np.bool_]:
    """Which code points may be a mark, or end a line."""
    table = np.zeros(_TABLE + 1, dtype=np.bool_)
    for mark in "\n" + _TWICE + "".join(_CLOSES) + "".join(_CLOSES.values()):
        table[ord(mark)] = True
    return table
