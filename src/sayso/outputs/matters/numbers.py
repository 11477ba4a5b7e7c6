"""The numbers of a matter in, tables of them by date and origin out; never an average."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.corroboration.values import Comparison, Lineup, Series
from sayso.outputs.display import isolated, visible
from sayso.outputs.matters.phrases import value_phrase, written
from sayso.outputs.terminal import DIM, LABEL

_INDENT = 2
_ORIGIN_COLUMNS = 24
_UNREMARKABLE = ("same", "near")
"""Relations that a table of values shows by itself."""

_BOTH = ("contradiction", "overlapping")
"""Relations in which neither value is the earlier."""

_WORDS = {
    "contradiction": "contradict each other",
    "overlapping": "overlap",
    "narrower": "narrower",
    "wider": "wider: a bound was lost or moved out",
    "restated": "restated by the same origin",
}
"""What a page says of two values; a relation that is not here has its own name."""


def number_blocks(lineup: Lineup) -> Iterator[RenderableType]:
    """Every series: a row for each date and origin, then what stands against each other."""
    for series in lineup.series:
        yield Text(_title(series), style=LABEL)
        yield Padding(_table(series), (0, 0, 0, _INDENT))
        told = [_comparison(each, series.unit) for each in series.comparisons if each.relation not in _UNREMARKABLE]
        # Two claims of one origin may differ in nothing that is said here.
        for line in {each.plain: each for each in told}.values():
            yield Padding(line, (0, 0, 0, _INDENT))
        if series.uncompared:
            yield Padding(Text(f"{series.uncompared:,} more values were not compared", style=DIM), (0, 0, 0, _INDENT))
        yield Text()


def _title(series: Series) -> str:
    of = f"numbers of {isolated(visible(series.of))}" if series.of else "numbers"
    return f"{of}, in {isolated(visible(series.unit))}" if series.unit else f"{of}, no unit stated"


def _table(series: Series) -> Table:
    """A row for each value: published when, by which origin, as told, as understood, and of when it is."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for number in range(5):
        table.add_column(overflow="fold", no_wrap=number == 0, max_width=_ORIGIN_COLUMNS if number == 1 else None)
    rows = {
        (
            value.said or "no date",
            _who(value.origin),
            written(value),
            value_phrase(value, series.unit),
            f"of {value.occurred}" if value.occurred else "",
        ): None
        for value in series.values
    }
    for said, origin, words, understood, occurred in rows:
        table.add_row(said, origin, Text(words, style="bold"), understood, occurred)
    return table


def _comparison(each: Comparison, unit: str | None) -> Text:
    is_against = each.relation == "contradiction"
    values = (f"{value_phrase(value, unit)} ({_who(value.origin)})" for value in (each.earlier, each.later))
    said = _WORDS.get(each.relation, each.relation)
    line = f"{' and '.join(values)} {said}" if each.relation in _BOTH else f"{' → '.join(values)}: {said}"
    return Text(line, style="bold" if is_against else DIM)


def _who(origin: str | None) -> str:
    return isolated(visible(origin)) if origin else "unknown origin"
