"""A file name or nothing in, an open text stream out, closed and put in place when all went well."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import typer

from sayso.errors import SettingsError


@contextmanager
def destination(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or the file `output`, which appears under its name only once it is complete.

    A reader of standard output that closes early (`| head`) ends the command quietly.
    """
    if output is None or str(output) == "-":
        with _standard_output() as stream:
            yield stream
    else:
        with _file(output) as stream:
            yield stream


@contextmanager
def _standard_output() -> Iterator[TextIO]:
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        yield stream
        stream.flush()
    except BrokenPipeError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise typer.Exit from error


@contextmanager
def _file(output: Path) -> Iterator[TextIO]:
    is_special = output.exists() and not output.is_file()
    partial = output if is_special else output.with_name(f".{output.name}.{os.getpid()}.partial")
    try:
        stream = partial.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise SettingsError(f"{output} cannot be written: {error.strerror}") from error
    try:
        with stream:
            yield stream
        if not is_special:
            partial.replace(output)
    except BaseException:
        if not is_special:
            partial.unlink(missing_ok=True)
        raise
