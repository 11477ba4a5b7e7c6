"""Feeds of our own in; one document for each entry out, and hostile ones refused without harm."""

import pytest

from sayso.documents import feed
from sayso.documents.source import Source, declared, from_bytes
from sayso.errors import TooLarge, Unreadable
from sayso.records import Document, Skipped
from sayso.settings import Settings

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Steppe</title>
<item><title>Talks &amp; tea</title><link>https://steppe.example/1</link><author>Anna Bold</author>
<pubDate>Thu, 07 Mar 2024 10:00:00 GMT</pubDate><description>Short</description>
<content:encoded><![CDATA[<p>Ministers met.</p><script>x()</script><p>They <b>agreed</b> on grain.</p>]]>
</content:encoded></item>
<item><title>Second</title><description>&lt;p&gt;Only a summary.&lt;/p&gt;</description></item>
<item></item></channel></rss>"""

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Steppe</title>
<entry><title type="html">Talks &lt;i&gt;resume&lt;/i&gt;</title><link href="https://steppe.example/2"/>
<updated>2024-03-08T00:00:00Z</updated><author><name>Bat Erdene</name></author>
<source><title>Wire</title></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content></entry>
<entry><title>Plain</title><link href="javascript:x()"/><content type="text">1 &lt; 2 they said.</content></entry>
</feed>"""


def source(content: str | bytes, name: str = "news.xml") -> Source:
    return from_bytes(content.encode() if isinstance(content, str) else content, name, name=name)


def read(content: str | bytes) -> list[Document | Skipped]:
    return list(feed.load(source(content), settings=Settings(language="en")))


def test_rss_entries_are_documents() -> None:
    first, second, third = read(RSS)
    assert isinstance(first, Document)
    assert first.text == "Talks & tea\n\nMinisters met.\n\nThey agreed on grain."
    assert (first.location, first.title, first.author) == ("https://steppe.example/1", "Talks & tea", "Anna Bold")
    assert (first.publisher, first.published, first.loader) == ("The Steppe", "2024-03-07", "feed")
    assert isinstance(second, Document)
    assert (second.location, second.text) == ("news.xml#2", "Second\n\nOnly a summary.")
    assert isinstance(third, Skipped)
    assert third.reason == "news.xml#3 holds no text."


def test_atom_entries_are_documents() -> None:
    first, second = read(ATOM)
    assert isinstance(first, Document)
    assert (first.text, first.title) == ("Talks resume\n\nOne.\n\nTwo.", "Talks resume")
    assert (first.author, first.publisher, first.published) == ("Bat Erdene", "Wire", "2024-03-08")
    assert isinstance(second, Document)
    assert (second.location, second.text) == ("news.xml#2", "Plain\n\n1 < 2 they said.")


def test_the_charset_of_a_server_is_used() -> None:
    content = RSS.replace("Ministers", "Министры").replace('encoding="UTF-8"', "").encode("koi8_r")
    served = declared(source(content), media_type="application/rss+xml", charset="koi8-r", retrieved=None)
    first = next(iter(feed.load(served, settings=Settings(language="ru"))))
    assert isinstance(first, Document)
    assert "Министры met." in first.text


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<!DOCTYPE html><html><body><p>Sign in</p></body></html>", "called a feed but holds a web page"),
        ('<?xml version="1.0"?><note><to>you</to></note>', "neither RSS nor Atom"),
        ("Just some words.", "neither RSS nor Atom"),
        ('<rss version="2.0"><channel><title>T</title></channel></rss>', "a feed without entries"),
        ('<rss version="2.0"><channel><item></item></channel></rss>', r"no document .* news\.xml#1 holds no text"),
        (RSS.replace("&amp;", "&#xd800;"), "a feed too damaged to read"),
        ("", "is empty"),
    ],
)
def test_other_things_are_refused(content: str, expected: str) -> None:
    with pytest.raises(Unreadable, match=expected):
        read(content)


def test_a_feed_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge):
        list(feed.load(source(RSS), settings=Settings(max_bytes=100)))


def test_entities_neither_multiply_nor_reach_files(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("feed") / "secret.txt"
    secret.write_text("hidden words", encoding="utf-8")
    bombs = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE rss [<!ENTITY b0 "boom">{bombs}<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    item = "<item><title>T</title><description>&b9; said &x; they.</description></item>"
    (document,) = read(f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel>{item}</channel></rss>')
    assert isinstance(document, Document)
    assert len(document.text) < 200
    assert "hidden" not in document.text


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a", RSS, True),
        ("a", ATOM, True),
        ("a", '<?xml version="1.0"?><?xml-stylesheet href="s"?><!-- n --><rss>', True),
        ("a.rss", "anything", True),
        ("a.html", "<html><body>rss</body></html>", False),
        ("a.txt", "<feedback>", False),
    ],
)
def test_feeds_are_told_by_name_or_beginning(name: str, content: str, expected: bool) -> None:
    assert feed.accepts(source(content, name)) is expected
