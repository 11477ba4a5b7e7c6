"""A web archive (WARC, plain or gzip) in, one document for each captured page, text or PDF out."""

import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sayso.documents import html, pdf, text
from sayso.documents.batch import kept_going, skipped
from sayso.documents.source import Source, declared, from_bytes
from sayso.errors import DocumentError, MissingExtra, TooLarge, Unreadable
from sayso.records import Document, Skipped
from sayso.settings import Settings

if TYPE_CHECKING:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.recordloader import ArcWarcRecord

name = "warc"

_READ = {
    "text/html": html.load,
    "application/xhtml+xml": html.load,
    "text/plain": text.load,
    "application/pdf": pdf.load,
}
_CAPTURES = ("response", "resource")
_PACKINGS = ("", "identity", "gzip", "deflate")  # Brotli unpacks a piece to any size at once
_PIECE = 65_536
_HEADERS_BYTES = 2**20


def accepts(source: Source) -> bool:
    """Whether the source begins with a WARC record or is named as an archive."""
    return source.head.startswith(b"WARC/") or source.suffix == ".warc"


def load(source: Source, *, settings: Settings) -> Iterator[Document | Skipped]:
    """The captures in order, then one `Skipped` that counts the records of other kinds.

    The size limit holds for each capture, unpacked. Raises `MissingExtra` without the library warcio.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise MissingExtra('web archives need the library warcio; run pip install "sayso[warc]".') from error

    def captures() -> Iterator[Document | Skipped]:
        others: Counter[str] = Counter()
        # The source undoes gzip itself: bytes that end too early then raise instead of passing for an end.
        metered = _Metered(source, settings.max_bytes + _HEADERS_BYTES)
        try:
            records = ArchiveIterator(metered)
            while (record := _next(records)) is not None:
                yield from _capture(record, others, source, settings)
                while record.raw_stream.read(_PIECE):
                    metered.reset()
                metered.reset()
        except (ArchiveLoadFailed, ValueError, AttributeError) as error:  # the last: a record without an address
            raise Unreadable(f"{source.location} is not a sound web archive: {str(error).strip().lower()}.") from error
        if records.err_count:
            others["of a wrong length"] = records.err_count
        if others:
            counted = ", ".join(f"{count} {kind}" for kind, count in sorted(others.items()))
            rest = Unreadable(f"{source.location} also holds records that are not read: {counted}.")
            yield skipped(source.location, loader=name, error=rest)

    return kept_going(captures(), location=source.location, loader=name)


def _next(records: "ArchiveIterator") -> "ArcWarcRecord | None":
    with redirect_stderr(StringIO()):  # warcio prints its warnings; it counts them too
        return next(records, None)


def _capture(
    record: "ArcWarcRecord", others: Counter[str], source: Source, settings: Settings
) -> Iterator[Document | Skipped]:
    address = record.rec_headers.get_header("WARC-Target-URI") or source.location
    kind, charset = _media_type(record)
    loader = _READ.get(kind)
    if record.rec_type not in _CAPTURES or loader is None or _is_rules(address):
        others[kind if kind and record.rec_type in _CAPTURES else record.rec_type or "without a type"] += 1
        return
    try:
        status = record.http_headers.get_statuscode() if record.http_headers else "200"
        if status != "200":
            raise Unreadable(f"{address} was answered with status {status} when it was archived.")
        page = from_bytes(_payload(record, address, settings), address, name=urlsplit(address).path.rpartition("/")[2])
        retrieved = (record.rec_headers.get_header("WARC-Date") or "")[:10] or None
        yield from loader(declared(page, media_type=kind, charset=charset, retrieved=retrieved), settings=settings)
    except DocumentError as error:
        yield skipped(address, loader=name, error=error)


class _Metered:
    """The bytes of an archive, so many at most between two resets: headers without end must not fill the memory."""

    def __init__(self, source: Source, limit: int) -> None:
        self._source, self._limit, self._used = source, limit, 0

    def read(self, size: int) -> bytes:
        piece = self._source.stream.read1(size)
        self._used += len(piece)
        if self._used > self._limit:
            raise TooLarge(f"{self._source.location} holds a record over the limit of {self._limit:,} bytes.")
        return piece

    def reset(self) -> None:
        self._used = 0


def _payload(record: "ArcWarcRecord", address: str, settings: Settings) -> bytes:
    """The captured bytes, unpacked piece by piece so that a small record cannot fill the memory."""
    from warcio.bufferedreaders import ChunkedDataException

    packing = (record.http_headers.get_header("Content-Encoding") or "").lower() if record.http_headers else ""
    if packing not in _PACKINGS:
        raise Unreadable(f"{address} was archived packed as {packing}, which is not read; archive it again without.")
    stream, pieces, size = record.content_stream(), [], 0
    try:
        while piece := stream.read(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > settings.max_bytes:
                raise TooLarge(f"{address} is larger than the limit of {settings.max_bytes:,} bytes; raise max_bytes.")
    except (ChunkedDataException, zlib.error) as error:
        raise Unreadable(f"{address} is damaged in the archive: {error}.") from error
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise Unreadable(f"{address} breaks off in the archive; fetch the archive again.")
    return b"".join(pieces)


def _media_type(record: "ArcWarcRecord") -> tuple[str, str | None]:
    headers = record.http_headers or record.rec_headers
    kind, _, parameters = (headers.get_header("Content-Type") or "").partition(";")
    _, _, charset = parameters.partition("charset=")
    return kind.strip().lower(), charset.partition(";")[0].strip() or None


def _is_rules(address: str) -> bool:
    """Whether this is the file of rules for robots, which every crawl captures as plain text."""
    return urlsplit(address).path == "/robots.txt"
