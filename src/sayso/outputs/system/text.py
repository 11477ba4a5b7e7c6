"""A page in, the lines of a terminal or a plain text file out."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.outputs.exporter import Layout
from sayso.outputs.system.sheet import Entry, Grid, Point, Quote, Section, Sheet
from sayso.outputs.terminal import DIM, LABEL, printed

name = "text"

_INDENT = 2
_GAP = 2
_BETWEEN = " · "


def write(sheet: Sheet, stream: TextIO, *, layout: Layout) -> None:
    """Write the page."""
    stream.write(printed(_blocks(sheet), layout))


def _blocks(sheet: Sheet) -> Iterator[RenderableType]:
    yield Rule(Text(sheet.title, style="bold"), align="left", characters="═", style=DIM)
    yield from (Text(fact, style=DIM) for fact in sheet.facts)
    for section in sheet.sections:
        yield Text()
        yield Rule(Text(section.title, style="bold"), align="left", characters="─", style=DIM)
        yield from _section(section)


def _section(section: Section) -> Iterator[RenderableType]:
    if section.grid:
        yield _grid(section.grid)
    yield from (Text(note, style=DIM) for note in section.notes)
    for number, entry in enumerate(section.entries):
        if number or section.grid or section.notes:
            yield Text()
        yield from _entry(entry)
    if section.more:
        yield Text()
        yield Text(section.more, style=DIM)
    for number, part in enumerate(section.parts):
        if number or section.grid or section.notes or section.entries:
            yield Text()
        yield Text(part.title, style=LABEL)
        yield Padding(Group(*_section(part)), (0, 0, 0, _INDENT))


def _grid(grid: Grid) -> Table:
    table = Table.grid(padding=(0, _GAP, 0, 0))
    for _ in grid.head:
        table.add_column(overflow="fold")
    table.add_row(*(Text(each, style=LABEL) for each in grid.head))
    for row in grid.rows:
        table.add_row(Text(row[0], style="bold"), *map(Text, row[1:]))
    return table


def _entry(entry: Entry) -> Iterator[RenderableType]:
    yield from map(_point, entry.points)
    for quote in entry.quotes:
        yield Padding(_quote(quote), (0, 0, 0, _INDENT))
    for said in filter(None, (entry.repeats, entry.more)):
        yield Padding(Text(said, style=DIM), (0, 0, 0, _INDENT))


def _point(point: Point) -> Text:
    text = Text(f"{point.label}: " if point.label and point.said else point.label, style="bold")
    text.append(point.said, style="not bold")
    facts = _BETWEEN.join(filter(None, point.facts))
    return text.append(f"{_BETWEEN if text.plain and facts else ''}{facts}", style=f"not bold {DIM}")


def _quote(quote: Quote) -> RenderableType:
    return Group(Text(quote.words), *_places(quote.places))


def _places(places: Iterable[str]) -> Iterator[Text]:
    return (Text(place, style=DIM) for place in places)
