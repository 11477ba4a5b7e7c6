"""An RSS or Atom feed in, one document for each entry out, from the HTML or text the entry carries itself."""

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.documents import html
from sayso.documents.batch import kept_going, skipped
from sayso.documents.build import About, build, headed
from sayso.documents.decode import decode
from sayso.documents.markup import paragraphs
from sayso.documents.source import Source, read_whole
from sayso.errors import DocumentError, Unreadable
from sayso.records import Document, Skipped
from sayso.settings import Settings

if TYPE_CHECKING:
    from feedparser import FeedParserDict

name = "feed"

_SUFFIXES = (".rss", ".atom", ".rdf", ".xml")
_MEDIA_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
_OPENING = re.compile(
    rb"(?:<\?xml.*?\?>\s*|<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype.*?>\s*)*<(?:rss|feed|rdf:rdf)[\s>]", re.DOTALL
)

_DECLARED = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")


def accepts(source: Source) -> bool:
    """Whether the source is named, declared or written as a feed."""
    return _is_feed(source) or source.suffix in _SUFFIXES or source.media_type in _MEDIA_TYPES


def load(source: Source, *, settings: Settings) -> Iterator[Document | Skipped]:
    """The entries in order; raises `Unreadable` for a web page or other data under the name of a feed."""
    return kept_going(_entries(source, settings), location=source.location, loader=name)


def _is_feed(source: Source) -> bool:
    return _OPENING.match(source.opening) is not None


def _entries(source: Source, settings: Settings) -> Iterator[Document | Skipped]:
    content = read_whole(source, settings)
    if html.is_page(source):
        raise Unreadable(f"{source.location} is called a feed but holds a web page; give the feed itself.")
    feed = _parsed(content, source)
    publisher = _plain(feed.feed, "title")
    for number, entry in enumerate(feed.entries, start=1):
        address = entry.get("link") or ""
        title = _plain(entry, "title")
        about = About(
            location=address if address.startswith(("http://", "https://")) else f"{source.location}#{number}",
            loader=name,
            title=title,
            author=entry.get("author"),
            publisher=_plain(entry.get("source") or {}, "title") or publisher,
            published=entry.get("published") or entry.get("updated"),
            retrieved=source.retrieved,
        )
        try:
            yield build(headed(_body(entry), title), about, content=content, settings=settings)
        except DocumentError as error:
            yield skipped(about.location, loader=name, error=error)


def _parsed(content: bytes, source: Source) -> "FeedParserDict":
    import feedparser

    said = _DECLARED.match(content)
    charset = source.charset or (said[1].decode("ascii") if said else None)
    text = _DECLARATION.sub("", decode(content, location=source.location, charset=charset).text, count=1)
    try:
        # A stream, never a string: feedparser would take a string for an address or a path and open it.
        feed = feedparser.parse(io.BytesIO(text.encode()), response_headers={"content-type": "text/xml; charset=utf-8"})
    except (ValueError, OverflowError, LookupError, AssertionError) as error:  # as found by damaging feeds at random
        raise Unreadable(f"{source.location} is a feed too damaged to read: {str(error).lower()}.") from error
    if not feed.entries:
        known = "a feed without entries" if feed.version else "neither RSS nor Atom"
        raise Unreadable(f"{source.location} is {known}; check that it is the right file or address.")
    return feed


def _body(entry: "FeedParserDict") -> str:
    """The fullest text that the entry carries: its content where it has one, else its summary."""
    parts = [*entry.get("content", ()), entry.get("summary_detail") or {}]
    return max((_text(part.get("value"), part.get("type")) for part in parts), key=len)


def _plain(holder: "FeedParserDict", field: str) -> str | None:
    detail = holder.get(f"{field}_detail") or {}
    return _text(detail.get("value"), detail.get("type")).replace("\n\n", " ") or None


def _text(value: str | None, media_type: str | None) -> str:
    if media_type == "text/plain":
        return (value or "").replace("\r\n", "\n").strip()
    return paragraphs(value or "")
