"""Standard input in, a `Source` of all its bytes out."""

import sys
from typing import BinaryIO

from sayso.documents.source import Source, from_bytes
from sayso.errors import TooLarge
from sayso.settings import Settings

LOCATION = "-"
"""What a user writes for standard input."""


def read_stdin(settings: Settings, *, stream: BinaryIO | None = None) -> Source:
    """All of `stream`, by default standard input; raises `TooLarge` over `settings.max_bytes`."""
    content = (stream or sys.stdin.buffer).read(settings.max_bytes + 1)
    if len(content) > settings.max_bytes:
        raise TooLarge(f"standard input is larger than the limit of {settings.max_bytes:,} bytes; raise max_bytes.")
    return from_bytes(content, LOCATION)
