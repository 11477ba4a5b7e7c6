"""A file or bytes in hand in, a `Source` out: its first bytes to judge it by and a stream to read it from.

Gzip is undone here, whatever is inside; how much comes out is bounded by whoever reads the stream.
"""

import gzip
import io
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from sayso.errors import NotFound, TooLarge, Unreadable
from sayso.settings import Settings

HEAD_BYTES = 65_536
"""How much of a source its loader is chosen by: enough for the longest preamble seen before `<html` (a 20 kB licence
comment); set by hand in 2026-11."""

_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Something found at a location, not yet read.

    `name` is the lower-case file name without `.gz`; `head` the first bytes, which `stream` still holds.
    `media_type` and `charset` are what a server declared; `retrieved` is an ISO date.
    """

    location: str
    name: str
    head: bytes
    stream: io.BufferedReader
    media_type: str | None = None
    charset: str | None = None
    retrieved: str | None = None

    @property
    def suffix(self) -> str:
        """The ending of the name with its dot, such as `.html`; empty when there is none."""
        return PurePosixPath(self.name).suffix

    @property
    def opening(self) -> bytes:
        """The first bytes in lower case, without byte order mark and leading white space: what tells formats apart."""
        return self.head.removeprefix(b"\xef\xbb\xbf").lstrip()[:4096].lower()


@contextmanager
def open_file(path: Path) -> Iterator[Source]:
    """Open the file at `path`; raises `NotFound` or `Unreadable` when there is nothing to open."""
    location = str(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
            raise Unreadable(f"{location} is a device or socket, not a file; give a file, a folder, an address or -.")
        with path.open("rb", buffering=0) as raw:
            yield _source(location, path.name, raw)
    except FileNotFoundError as error:
        raise NotFound(f"{location} does not exist; check the spelling of the path.") from error
    except PermissionError as error:
        raise Unreadable(f"{location} may not be read by this user; change its permissions.") from error
    except (OSError, ValueError) as error:
        raise Unreadable(f"{location} could not be read: {_why(error)}.") from error


def from_bytes(content: bytes, location: str, *, name: str = "") -> Source:
    """A source of bytes already in hand, such as a download."""
    return _source(location, name, io.BytesIO(content))


def declared(source: Source, *, media_type: str | None, charset: str | None, retrieved: str | None) -> Source:
    """`source` with what its server declared about it."""
    return replace(source, media_type=media_type, charset=charset, retrieved=retrieved)


def read_whole(source: Source, settings: Settings) -> bytes:
    """All bytes of `source`; raises `TooLarge` over `settings.max_bytes`, and `Unreadable` when there are none."""
    content = source.stream.read(settings.max_bytes + 1)
    if len(content) > settings.max_bytes:
        raise TooLarge(
            f"{source.location} is larger than the limit of {settings.max_bytes:,} bytes; "
            "raise max_bytes in the settings or split it."
        )
    if not content.strip():
        raise Unreadable(f"{source.location} is empty.")
    return content


class _Unzipped(io.RawIOBase):
    """The contents of a gzip stream; a stream that breaks off raises `Unreadable` where it does."""

    def __init__(self, stream: io.BufferedReader, location: str) -> None:
        self._zipped = gzip.GzipFile(fileobj=stream)
        self._location = location

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # BufferedReader always gives a memoryview
        try:
            piece = self._zipped.read1(len(buffer))  # `read` would lose what comes before the break
        except EOFError as error:
            raise Unreadable(f"{self._location} is a gzip file that breaks off; fetch it again.") from error
        except (gzip.BadGzipFile, zlib.error) as error:
            raise Unreadable(f"{self._location} is a damaged gzip file: {_why(error)}.") from error
        buffer[: len(piece)] = piece
        return len(piece)


def _source(location: str, name: str, raw: io.RawIOBase | io.BytesIO) -> Source:
    name = name.lower()
    stream: io.BufferedReader = io.BufferedReader(raw, HEAD_BYTES)
    head = stream.peek(HEAD_BYTES)
    if head.startswith(_GZIP_MAGIC):
        stream = io.BufferedReader(_Unzipped(stream, location), HEAD_BYTES)
        head = stream.peek(HEAD_BYTES)
        name = name.removesuffix(".gz")
    return Source(location=location, name=name, head=head[:HEAD_BYTES], stream=stream)


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error) or type(error).__name__).rstrip(".").lower()
