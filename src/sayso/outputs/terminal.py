"""Blocks of a page in, the lines of a terminal or a plain text file out."""

import re
from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType

from sayso.outputs.exporter import Layout

DIM = "bright_black"
LABEL = "cyan"

_PADDING = re.compile(r"(?: |\x1b\[[0-9;]*m)+$", re.MULTILINE)


def printed(blocks: Iterable[RenderableType], layout: Layout) -> str:
    """The blocks one under the other, as wide as the layout, coloured only if it says so, without trailing blanks."""
    page = StringIO()
    console = Console(
        file=page,
        width=layout.width,
        height=100,
        force_terminal=layout.color,
        color_system="standard" if layout.color else None,
        no_color=not layout.color,
        force_jupyter=False,
        force_interactive=False,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for block in blocks:
        console.print(block)
    return _PADDING.sub(_without_blanks, page.getvalue())


def _without_blanks(ending: re.Match[str]) -> str:
    """A line's end with its colour codes and without the blanks that fill it up to the width of the page."""
    return ending[0].replace(" ", "")
