"""A text as loaded in, the text with the damage of extraction undone and its alignment to the text out.

The repaired text serves the reader alone; every offset that leaves the program points into the text as loaded.
Whatever is repaired, letters are never changed except where a wrong decoding is undone: repair takes out, puts in
and replaces white space, marks and invisible characters.

>>> repair("access to aviation technologywhich&nbsp;Moscow denies")[0]
'access to aviation technology which Moscow denies'
"""

from collections.abc import Callable

from sayso.documents.alignment import Edit, compose, identity, rewrite
from sayso.documents.characters import characters, mojibake
from sayso.documents.glue import glue
from sayso.documents.lines import lines
from sayso.records import Alignment

_STEPS: tuple[Callable[[str], list[Edit]], ...] = (mojibake, characters, lines, glue)
"""Each step sees the text as the one before left it; words are judged last, when characters and lines are sound."""


def repair(text: str) -> tuple[str, Alignment]:
    """The repaired text, one paragraph a line, and the alignment that leads from it back to `text`."""
    repaired, alignment = text, identity(text)
    for step in _STEPS:
        edits = step(repaired)
        if edits:
            repaired, later = rewrite(repaired, edits)
            alignment = compose(later, alignment)
    return repaired, alignment
