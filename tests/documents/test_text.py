"""Plain texts in; documents with the very same text out."""

from sayso.documents import text
from sayso.documents.source import declared, from_bytes
from sayso.records import Document
from sayso.settings import Settings


def test_a_text_is_not_altered() -> None:
    written = "# Talks\r\n\r\nThey  met in Ulan Bator , again.\n\n\n*End*  \n"
    (document,) = text.load(from_bytes(written.encode(), "talks.md"), settings=Settings(language="en"))
    assert isinstance(document, Document)
    assert document.text == written.replace("\r\n", "\n")
    assert (document.location, document.loader, document.language) == ("talks.md", "text", "en")
    assert document.title is None


def test_the_charset_of_a_server_is_used() -> None:
    source = declared(
        from_bytes("Київ".encode("koi8_u"), "http://a.example/t"),
        media_type="text/plain",
        charset="koi8-u",
        retrieved="2024-03-07",
    )
    (document,) = text.load(source, settings=Settings())
    assert isinstance(document, Document)
    assert (document.text, document.retrieved) == ("Київ", "2024-03-07")
