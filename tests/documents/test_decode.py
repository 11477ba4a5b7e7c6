"""Bytes in many encodings in; the text, the encoding and the reason out, or one clear refusal. Texts are our own."""

import gzip
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.documents.decode import decode
from sayso.errors import Unreadable

TALKS = "Переговоры о зерне возобновились в Улан-Баторе."


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\r\n\t")))
def test_utf8_comes_out_as_read_text_reads_it(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    content = text.removeprefix("\ufeff").encode()
    path = tmp_path_factory.getbasetemp() / "text.txt"
    path.write_bytes(content)
    assert decode(content, location="a").text == Path(path).read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    decoded = decode(TALKS.encode(encoding), location="a", charset="iso-8859-1")
    assert decoded.text == TALKS
    assert decoded.reason == "it begins with a byte order mark"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_zeros(encoding: str) -> None:
    assert decode("Talks resumed on Monday.".encode(encoding), location="a").text == "Talks resumed on Monday."


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("windows-1251", "cp1251"),
        ("KOI8-R", "koi8-r"),
        ("'cp866'", "cp866"),
        ("iso-8859-5", "iso8859-5"),
    ],
)
def test_the_declared_encoding_is_used(charset: str, encoding: str) -> None:
    decoded = decode(TALKS.encode(encoding), location="a", charset=charset)
    assert (decoded.text, decoded.encoding, decoded.reason) == (TALKS, encoding, "its source declares it")


def test_a_declared_subset_is_read_as_the_set_pages_use() -> None:
    assert decode("“No” – 5 €".encode("cp1252"), location="a", charset="iso-8859-1").text == "“No” – 5 €"
    assert decode("朱镕基".encode("gb18030"), location="a", charset="gb2312").text == "朱镕基"


def test_seven_bit_encodings_are_believed_before_utf8() -> None:
    assert decode("会談".encode("iso2022_jp"), location="a", charset="iso-2022-jp").text == "会談"


def test_wellformed_utf8_is_believed_against_its_declaration() -> None:
    decoded = decode(TALKS.encode(), location="a", charset="iso-8859-1")
    assert decoded.text == TALKS
    assert decoded.reason == "it is well-formed, though its source declares iso-8859-1"


@pytest.mark.parametrize("charset", ["no-such-encoding", "base64", "uu", "", "\0"])
def test_an_unusable_declaration_is_passed_over(charset: str) -> None:
    assert decode(TALKS.encode("cp1251"), location="a", charset=charset).text == TALKS


def test_a_declared_wide_encoding_without_mark_is_used() -> None:
    sentence = "会談は水曜日に再開された。"
    assert decode(sentence.encode("utf-16-le"), location="a", charset="utf-16-le").text == sentence


def test_a_stray_byte_is_replaced_and_reported() -> None:
    decoded = decode((TALKS + " ").encode() + b"\xff" + TALKS.encode(), location="a")
    assert decoded.text == f"{TALKS} \ufffd{TALKS}"
    assert decoded.reason == "1 broken sequences were replaced by U+FFFD"


def test_plain_utf8_needs_no_reason() -> None:
    assert decode(b"Talks.", location="a").reason is None


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        (b"PK\x03\x04\x14\0\x06\0\x08\0", "a ZIP archive or office document"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"Talks \0\0\0 resumed", "binary data"),
        (gzip.compress(bytes(range(256)) * 40)[10:].replace(b"\0", b"\1"), "binary data"),
        (bytes(random.Random(1).choices(range(128, 256), k=300)), "no encoding that could be recognised"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, expected: str) -> None:
    with pytest.raises(Unreadable, match=rf"^photo\.txt .*{expected}.*\.$"):
        decode(content, location="photo.txt")


def test_a_text_may_begin_like_another_format() -> None:
    assert decode(b"GIF89 was a format. RIFF too.", location="a").text == "GIF89 was a format. RIFF too."


def test_a_page_that_declares_utf16_in_ascii_is_not_utf16() -> None:
    page = '<meta charset="utf-16">Talks resumed'
    assert decode(page.encode(), location="a", charset="utf-16").text == page
