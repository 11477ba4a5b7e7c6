"""A page in, Markdown out: headings, tables and quotations, in which nothing that a text says can act as markup."""

import re
from collections.abc import Iterator
from typing import TextIO

from sayso.outputs.exporter import Layout
from sayso.outputs.system.sheet import Entry, Grid, Point, Section, Sheet

name = "markdown"

_ACTING = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_OPENING = re.compile(r"^(\s*\d+)([.)])(?=\s|$)|^(\s*)([-+=])")
"""Characters that mark something up wherever they stand, and those that do at the beginning of a line."""
_AUTOMATIC = re.compile(r"(?<=www)\.|:(?=//)|@", re.IGNORECASE)
"""Signs by which viewers make a link of plain text; a report that is passed on should lead nowhere by a click."""


def write(sheet: Sheet, stream: TextIO, *, layout: Layout) -> None:
    """Write the page; `layout` does not concern this format."""
    stream.write("\n".join(_lines(sheet)) + "\n")


def escaped(text: str) -> str:
    r"""The text as Markdown that shows just it.

    >>> print(escaped("a *bold* <b>claim</b> | 3"))
    a \*bold\* \<b\>claim\</b\> \| 3
    """
    safe = _ACTING.sub(r"\\\1", text)
    safe = _OPENING.sub(lambda found: re.sub(r"([.)+=-])$", r"\\\1", found[0]), safe)
    return _AUTOMATIC.sub(r"\\\g<0>", safe)


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"# {escaped(sheet.title)}"
    yield ""
    yield from (f"- {escaped(fact)}" for fact in sheet.facts)
    for section in sheet.sections:
        yield from _section(section, level=2)


def _section(section: Section, *, level: int) -> Iterator[str]:
    yield ""
    yield f"{'#' * level} {escaped(section.title)}"
    if section.grid:
        yield ""
        yield from _grid(section.grid)
    if section.notes:
        yield ""
        yield from (f"- {escaped(note)}" for note in section.notes)
    for entry in section.entries:
        yield ""
        yield from _entry(entry)
    if section.more:
        yield ""
        yield f"*{escaped(section.more)}*"
    for part in section.parts:
        yield from _section(part, level=level + 1)


def _grid(grid: Grid) -> Iterator[str]:
    yield _row(grid.head)
    yield _row(("---",) * len(grid.head), is_markup=True)
    yield from map(_row, grid.rows)


def _row(cells: tuple[str, ...], *, is_markup: bool = False) -> str:
    return f"| {' | '.join(cells if is_markup else map(escaped, cells))} |"


def _entry(entry: Entry) -> Iterator[str]:
    yield from map(_point, entry.points)
    for quote in entry.quotes:
        yield ""
        yield f"  > {escaped(quote.words)}"
        for place in quote.places:
            yield "  >"
            yield f"  > {escaped(place)}"
    for said in filter(None, (entry.repeats, entry.more)):
        yield ""
        yield f"  *{escaped(said)}*"


def _point(point: Point) -> str:
    colon = ":" if point.label and point.said else ""
    said = " ".join(filter(None, (f"**{escaped(point.label)}{colon}**" if point.label else "", escaped(point.said))))
    return f"- {' · '.join(filter(None, (said, *map(escaped, point.facts))))}"
