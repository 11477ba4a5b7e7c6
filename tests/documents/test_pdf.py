"""Small PDFs written here byte by byte in; documents out, or one clear refusal."""

import pytest

from sayso.documents import pdf
from sayso.documents.source import from_bytes
from sayso.errors import Unreadable
from sayso.records import Document, Skipped
from sayso.settings import Settings

Page = list[tuple[int, int, int, str]]
"""Of each line the distance from left and bottom in points, the letter size, and the text."""

REPORT: list[Page] = [
    [
        (50, 800, 9, "The Daily Steppe"),
        (50, 750, 18, "Ministers meet in Ulan Bator"),
        (50, 720, 11, "The minister said on Monday that the agree-"),
        (50, 707, 11, "ment would hold, and that the ship-"),
        (50, 694, 11, "ments had stopped."),
        (50, 670, 11, "A second paragraph starts here and"),
        (50, 657, 11, "goes on to the end of the page, where it does not"),
    ],
    [(50, 750, 11, "stop.")],
]


def written(pages: list[Page], *, trailer: bytes = b"") -> bytes:
    """A PDF of `pages` in one font; `trailer` goes into its last dictionary."""
    objects = [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids: list[int] = []
    last = 2 * len(pages) + 2
    for page in pages:
        shown = "".join(f"/F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj\n" for x, y, size, text in page)
        stream = f"BT\n{shown}ET".encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 1 0 R >> >> >>" % (last, len(objects))
        )
        kids.append(len(objects))
    objects.append(b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids)))
    objects.append(b"<< /Type /Catalog /Pages %d 0 R >>" % last)
    objects.append(b"<< /Title (Talks on grain) /Author (Anna Bold) >>")
    content, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(b"%010d 00000 n \n" % len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, item)
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, b"".join(places))
    ending = b"trailer << /Size %d /Root %d 0 R /Info %d 0 R %b >>\nstartxref\n%d\n%%%%EOF"
    return content + table + ending % (len(objects) + 1, last + 1, last + 2, trailer, len(content))


LOCK = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >> "
    b"/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
)


def read(content: bytes) -> Document:
    (document,) = pdf.load(from_bytes(content, "report.pdf"), settings=Settings(language="en"))
    assert isinstance(document, Document)
    return document


def test_pages_are_reflowed_into_paragraphs() -> None:
    document = read(written(REPORT))
    assert document.text.split("\n\n") == [
        "The Daily Steppe",
        "Ministers meet in Ulan Bator",
        "The minister said on Monday that the agreement would hold, and that the shipments had stopped.",
        "A second paragraph starts here and goes on to the end of the page, where it does not stop.",
    ]
    assert (document.title, document.author, document.loader) == ("Talks on grain", "Anna Bold", "pdf")


def test_a_damaged_page_is_said_and_the_others_are_read() -> None:
    broken = written(REPORT).replace(b"/Type /Page ", b"/Type /Rage ", 1)
    document, skip = pdf.load(from_bytes(broken, "report.pdf"), settings=Settings(language="en"))
    assert isinstance(document, Document)
    assert document.text == "stop."
    assert isinstance(skip, Skipped)
    assert skip.reason == "report.pdf has a damaged page 1 that could not be read."


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (written(REPORT, trailer=LOCK), "protected by a password"),
        (written([[]]), "no text, only pictures"),
        (written(REPORT)[:200], "not a PDF that can be opened"),
        (b"%PDF-1.7 and then nothing", "not a PDF that can be opened"),
        (b"words", "not a PDF that can be opened"),
        (b"", "is empty"),
    ],
)
def test_what_holds_no_text_is_refused(content: bytes, expected: str) -> None:
    with pytest.raises(Unreadable, match=rf"^report\.pdf .*{expected}"):
        read(content)


def test_pdfs_are_told_by_mark_or_name() -> None:
    assert pdf.accepts(from_bytes(b"\n%PDF-1.4", "a", name="a.txt"))
    assert pdf.accepts(from_bytes(b"x", "a", name="a.pdf"))
    assert not pdf.accepts(from_bytes(b"On PDF files", "a", name="a.txt"))
