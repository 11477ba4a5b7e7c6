"""Web pages of our own in; their articles out, with what the pages say about themselves."""

import pytest

from sayso.documents import html
from sayso.documents.source import declared, from_bytes
from sayso.errors import Unreadable
from sayso.records import Document
from sayso.settings import Settings

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Ministers meet in Ulan Bator | The Daily Steppe</title>
<meta property="og:title" content="Ministers meet in Ulan Bator">
<meta property="og:site_name" content="The Daily Steppe"><meta name="author" content="Anna Bold">
<meta property="article:published_time" content="2024-03-07T10:00:00Z">
<meta property="article:modified_time" content="2024-03-09T10:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><header><h1>Ministers meet in Ulan Bator</h1></header>
<article><p>The foreign ministers of two countries met on Thursday in <a href="x">Ulan Bator</a> to talk about
grain.</p><p>“We have agreed on nothing yet,” one of them said,<br>according to a spokesman.</p>
<h2>What comes next</h2><p>A second round is planned for May, the ministry added. It will be held behind closed
doors.</p></article><div class="comments"><p>First comment here!</p></div>
<script>document.write("never run")</script><footer>Copyright 2019 The Daily Steppe</footer></body></html>"""


def read(content: bytes, *, charset: str | None = None) -> Document:
    source = declared(from_bytes(content, "page.html"), media_type="text/html", charset=charset, retrieved=None)
    (document,) = html.load(source, settings=Settings(language="en"))
    assert isinstance(document, Document)
    return document


def test_the_article_is_read_in_paragraphs_under_its_title() -> None:
    assert read(PAGE.encode()).text.split("\n\n") == [
        "Ministers meet in Ulan Bator",
        "The foreign ministers of two countries met on Thursday in Ulan Bator to talk about grain.",
        "“We have agreed on nothing yet,” one of them said, according to a spokesman.",
        "What comes next",
        "A second round is planned for May, the ministry added. It will be held behind closed doors.",
    ]


def test_what_the_page_says_about_itself() -> None:
    document = read(PAGE.encode())
    assert (document.title, document.author) == ("Ministers meet in Ulan Bator", "Anna Bold")
    assert (document.publisher, document.published) == ("The Daily Steppe", "2024-03-07")


def test_a_copyright_year_is_no_date() -> None:
    undated = "".join(line for line in PAGE.splitlines(keepends=True) if "_time" not in line) + "</head>"
    assert read(undated.encode()).published is None


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        ('<!DOCTYPE html><html><head><meta charset="windows-1251">', None),
        ('<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', None),
        ('<?xml version="1.0" encoding="windows-1251"?><html xmlns="http://www.w3.org/1999/xhtml"><head>', None),
        ('<html><head><meta charset="utf-8">', "windows-1251"),
    ],
)
def test_the_declared_encoding_is_used(head: str, charset: str | None) -> None:
    sentence = "Переговоры о поставках зерна прошли в Киеве."
    page = f"{head}<title>Переговоры</title></head><body><p>{sentence}</p></body></html>"
    assert read(page.encode("cp1251"), charset=charset).text == f"Переговоры\n\n{sentence}"


def test_a_page_without_an_article_is_taken_whole() -> None:
    assert read(b"<p>Talks resumed.<p>Both sides met.").text == "Talks resumed.\n\nBoth sides met."


def test_a_page_that_fills_itself_by_script_is_refused() -> None:
    with pytest.raises(Unreadable, match="web page without text"):
        read(b"<html><body><div id=app></div><script>fill()</script></body></html>")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\xef\xbb\xbf\n <HTML lang=en>", True),
        (b"<!-- saved -->\n<html>", True),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', True),
        (b'<?xml version="1.0"?><rss>', False),
        (b"<htmlish>", False),
        (b"The tag <html> is old.", False),
    ],
)
def test_pages_are_told_by_their_beginning(content: bytes, expected: bool) -> None:
    assert html.is_page(from_bytes(content, "a", name="a.txt")) is expected
    assert html.accepts(from_bytes(content, "a", name="a.txt")) is expected
    assert html.accepts(from_bytes(content, "a", name="a.html"))
