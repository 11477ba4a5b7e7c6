"""The language folders in, a table of them on standard output out."""

from rich.console import Console
from rich.table import Table

from sayso.lang import languages as known_languages


def languages() -> None:
    """List the languages that can be read, with their scripts and the treebank whose style their trees follow."""
    table = Table(box=None, pad_edge=False, padding=(0, 3, 0, 0))
    for heading in ("code", "language", "own name", "script", "trees in the style of"):
        table.add_column(heading, no_wrap=True)
    for each in known_languages():
        table.add_row(each.code, each.name, each.native_name, ", ".join(each.scripts), each.style or "none (untaught)")
    Console(highlight=False, markup=False).print(table)
