"""A web page in, the document of its article out, with title, author, publisher and date as the page states them."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.documents.build import About, build, headed
from sayso.documents.decode import decode
from sayso.documents.markup import paragraphs
from sayso.documents.source import Source, read_whole
from sayso.errors import Unreadable
from sayso.records import Document, Skipped
from sayso.settings import Settings

name = "html"

_MEDIA_TYPES = ("text/html", "application/xhtml+xml")
_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_OPENING = re.compile(rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.DOTALL)
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_TERMINAL = '.!?:;…|"”»)'
_XML_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page holds: its article as paragraphs between blank lines, and what it says about it."""

    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None


def accepts(source: Source) -> bool:
    """Whether the source is named, declared or written as HTML."""
    return is_page(source) or source.suffix in _SUFFIXES or source.media_type in _MEDIA_TYPES


def is_page(source: Source) -> bool:
    """Whether the source begins as a web page does, whatever it is called."""
    return _OPENING.match(source.opening) is not None


def load(source: Source, *, settings: Settings) -> Iterator[Document | Skipped]:
    """The one document; raises `Unreadable` when the page holds no text."""
    content = read_whole(source, settings)
    meta = _DECLARED.search(content[:4096])
    charset = source.charset or (meta[1].decode("ascii", "ignore") if meta else None)
    page = extract(decode(content, location=source.location, charset=charset).text)
    if not page.text:
        raise Unreadable(
            f"{source.location} is a web page without text; it may fill itself by script: save it from a browser first."
        )
    about = About(
        location=source.location,
        loader=name,
        title=page.title,
        author=page.author,
        publisher=page.publisher,
        published=page.published,
        retrieved=source.retrieved,
    )
    yield build(headed(page.text, page.title), about, content=content, settings=settings)


def extract(markup: str) -> Page:
    """The article of the page `markup`; the text is empty where the page shows none.

    Trafilatura finds the article; a page where it finds none is taken whole. The date is the first publication where
    the page names several, and only one that is marked up as a date: trafilatura's wider search takes copyright years.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import use_config

    config = use_config()
    config["DEFAULT"]["MAX_FILE_SIZE"] = str(4 * len(markup) + 1)  # our own limit was checked on reading
    markup = _XML_DECLARATION.sub("", markup, count=1)
    with warnings.catch_warnings(action="ignore"):  # its date parser warns of time zones it does not know
        found = bare_extraction(
            markup,
            fast=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
            config=config,
        )
    if found is None or isinstance(found, dict) or not found.text:
        return Page(text=paragraphs(markup))
    return Page(
        text=_joined(found.text),
        title=found.title,
        author=found.author,
        publisher=found.sitename,
        published=found.date,
    )


def _joined(text: str) -> str:
    """Paragraphs between blank lines; a line break in mid-sentence (`<br>`) becomes a space."""
    parts: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        if parts and line[0].islower() and parts[-1][-1] not in _TERMINAL:
            parts[-1] += f" {line}"
        else:
            parts.append(line)
    return "\n\n".join(parts)
