"""What a command was told about output and colour in, the layout of its pages and the console of its messages out."""

import os
import shutil
import sys
from pathlib import Path

from rich.console import Console

from sayso.outputs import Layout
from sayso.outputs.display import visible

_PAGE_WIDTH = 80
_WIDEST_PAGE = 120


def layout(output: Path | None, *, color: bool | None, sentence: int = 1) -> Layout:
    """As wide as the terminal, within limits, and coloured on a terminal only, unless the user says otherwise."""
    is_terminal = output is None and sys.stdout.isatty()
    is_colored = is_terminal and not os.environ.get("NO_COLOR") if color is None else color
    width = min(shutil.get_terminal_size().columns, _WIDEST_PAGE) if is_terminal else _PAGE_WIDTH
    return Layout(width=width, color=is_colored, sentence=sentence)


def messages(color: bool | None = None) -> Console:
    """The console of standard error: nothing in a message is taken for markup."""
    no_color = None if color is None else not color
    return Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True, no_color=no_color)


def complain(console: Console, reason: str) -> None:
    """One line that says what went wrong."""
    console.print(f"sayso: {visible(reason)}")
