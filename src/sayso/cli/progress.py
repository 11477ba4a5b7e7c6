"""Locations in, the same locations out, with a bar on standard error that moves as they are taken."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn


@contextmanager
def progress(console: Console, *, is_wanted: bool) -> Iterator[Progress]:
    """A bar for the time of the block, which leaves nothing behind; none at all when it is not wanted."""
    columns = (
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not is_wanted) as bar:
        yield bar


def is_worth_showing(output: Path | None, *, quiet: bool, prints: bool = True) -> bool:
    """Whether standard error is a terminal; pages that scroll by on standard output are progress enough."""
    return not quiet and sys.stderr.isatty() and (not prints or output is not None or not sys.stdout.isatty())


def length(locations: Sequence[str]) -> int | None:
    """How many locations there are; None, for a bar without end, where a folder may hold any number of files."""
    return None if any(Path(each).is_dir() for each in locations) else len(locations)


def advancing(locations: Iterable[str], bar: Progress) -> Iterator[str]:
    """The locations, each counted as done when the next one is asked for."""
    for location in locations:
        yield location
        bar.advance(bar.task_ids[0])
