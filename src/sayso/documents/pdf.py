"""A PDF in, one document of its text out, reflowed into paragraphs; nothing in the file is executed or rendered."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.documents.batch import skipped
from sayso.documents.build import About, build
from sayso.documents.layout import Line, reflow
from sayso.documents.source import Source, read_whole
from sayso.errors import Unreadable
from sayso.records import Document, Skipped
from sayso.settings import Settings

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

name = "pdf"

_MARK_WITHIN = 1024  # readers accept a PDF whose mark stands this far down (PDF 1.7, implementation note 13)


def accepts(source: Source) -> bool:
    """Whether the source carries the mark of a PDF near its start, or its name and nothing readable."""
    return b"%PDF-" in source.head[:_MARK_WITHIN] or source.suffix == ".pdf" or source.media_type == "application/pdf"


def load(source: Source, *, settings: Settings) -> Iterator[Document | Skipped]:
    """The one document; raises `Unreadable` when the file is locked, damaged or holds pictures alone."""
    content = read_whole(source, settings)
    pdf = _opened(content, source.location)
    try:
        damaged: list[int] = []
        text = reflow(_pages(pdf, damaged))
        title, author = (pdf.get_metadata_value(key) or None for key in ("Title", "Author"))
    finally:
        pdf.close()
    if damaged and not text:
        raise Unreadable(f"{source.location} is a PDF whose pages are damaged; fetch it again.")
    if not text:
        raise Unreadable(f"{source.location} holds no text, only pictures; run it through text recognition first.")
    about = About(location=source.location, loader=name, title=title, author=author, retrieved=source.retrieved)
    yield build(text, about, content=content, settings=settings)
    for number in damaged:
        error = Unreadable(f"{source.location} has a damaged page {number} that could not be read.")
        yield skipped(source.location, loader=name, error=error)


def _opened(content: bytes, location: str) -> "PdfDocument":
    from pypdfium2 import PdfDocument, PdfiumError
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    try:
        return PdfDocument(content)
    except PdfiumError as error:
        if error.err_code == FPDF_ERR_PASSWORD:
            raise Unreadable(f"{location} is protected by a password; save it without one.") from error
        raise Unreadable(f"{location} is not a PDF that can be opened; it may be damaged or cut short.") from error


def _pages(pdf: "PdfDocument", damaged: list[int]) -> Iterator[list[Line]]:
    """The lines of each page; the number of one that cannot be opened is added to `damaged`."""
    from pypdfium2 import PdfiumError

    for number in range(len(pdf)):
        try:
            yield _lines(pdf[number])
        except PdfiumError:
            damaged.append(number + 1)


def _lines(page: "PdfPage") -> list[Line]:
    from pypdfium2.raw import FPDFText_GetFontSize

    sheet = page.get_textpage()
    lines: list[Line] = []
    start = 0
    for text in sheet.get_text_range().split("\r\n"):
        first = start + len(text) - len(text.lstrip())
        last = start + len(text.rstrip()) - 1
        start += len(text) + 2
        if first > last:
            continue
        left, _, _, top = sheet.get_charbox(first, loose=True)
        _, bottom, right, _ = sheet.get_charbox(last, loose=True)
        size = FPDFText_GetFontSize(sheet, (first + last) // 2)  # ends may be a bullet or a footnote number
        lines.append(Line(text=text, left=left, right=right, top=top, bottom=bottom, size=max(1.0, size)))
    sheet.close()
    page.close()
    return lines
