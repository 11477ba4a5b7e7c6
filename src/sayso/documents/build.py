"""The text of one document and what its source says about it in, a `Document` out, repaired and split in passages."""

import hashlib
import re
from dataclasses import dataclass

from sayso.documents.dates import iso_date
from sayso.documents.passages import main_language, passages
from sayso.documents.repair import repair
from sayso.errors import Unreadable
from sayso.lang.identify import UNKNOWN
from sayso.records import Document
from sayso.settings import Settings

_ID_LENGTH = 16
_TITLE_WITHIN = 200
"""How far down, in characters, a title counts as standing at the top: below a section name, a date and a byline."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_LANGUAGE_CODE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of a document before its text is looked at: as its source wrote it, None where it says nothing."""

    location: str
    loader: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    retrieved: str | None = None
    language: str | None = None


def build(text: str, about: About, *, content: bytes, settings: Settings) -> Document:
    """The document of `text`; `content` is the bytes it was found in.

    The id is a hash of location and text. Raises `Unreadable` when the text holds nothing but white space.
    """
    if not text.strip():
        raise Unreadable(f"{about.location} holds no text.")
    # Half of a character pair, which a JSON escape can bring in, cannot be hashed; one for one keeps offsets.
    text = _SURROGATE.sub("\ufffd", text)
    repaired, alignment = repair(text)
    # What a page declares is often its template's language, so only the user's word decides paragraph by paragraph.
    parts = passages(text, repaired, alignment, settings=settings)
    found = main_language(parts)
    return Document(
        id=hashlib.sha256(f"{about.location}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()[:_ID_LENGTH],
        location=about.location,
        text=text,
        sha256=hashlib.sha256(content).hexdigest(),
        language=settings.language or (_language_code(about.language) if found == UNKNOWN else None) or found,
        repaired=repaired,
        alignment=alignment,
        passages=parts,
        loader=about.loader,
        title=_one_line(about.title),
        author=_one_line(about.author),
        publisher=_one_line(about.publisher),
        published=iso_date(about.published) or settings.published,
        retrieved=about.retrieved,
    )


def headed(text: str, title: str | None) -> str:
    """`text` with its title as first paragraph, unless a line near the top is it: headlines make claims too."""
    title = _one_line(title)
    if title is None:
        return text
    opening = text[: 2 * len(title) + _TITLE_WITHIN].splitlines()
    if any(_squeezed(line) == _squeezed(title) for line in opening):
        return text
    return f"{title}\n\n{text}"


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def _one_line(value: str | None) -> str | None:
    return " ".join((value or "").split()) or None


def _language_code(declared: str | None) -> str | None:
    """The bare code of `en`, `en-GB` or `zh_Hans`; None for anything else, such as the name of a language."""
    match = _LANGUAGE_CODE.fullmatch((declared or "").strip())
    return match[1].lower() if match else None
