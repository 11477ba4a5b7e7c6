"""Pieces of HTML in; the text a reader would see out."""

import pytest

from sayso.documents.markup import paragraphs

PIECES = (
    ("Talks resumed", "Talks resumed"),
    ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
    ("<p>One <b>bold</b>\n  word.<br/>Two.", "One bold word.\n\nTwo."),
    ("A &amp; B &lt;C&gt; &#1046;", "A & B <C> Ж"),
    ("<div>One<ul><li>Two<li>Three</ul></div>", "One\n\nTwo\n\nThree"),
    ("<script>x()</script>Seen<style>p{}</style>", "Seen"),
    ("<svg><text>label</text></svg>Seen", "Seen"),
    ("<head><title>T</title><body>Seen", "Seen"),
    ("<!-- note -->Seen<![CDATA[x]]>", "Seen"),
    ("</p></div>Seen", "Seen"),
    ("5 < 6 and <unknown>7</unknown>", "5 < 6 and 7"),
    ("soft\u00a0space", "soft\u00a0space"),
    ("", ""),
)


@pytest.mark.parametrize(("markup", "expected"), PIECES)
def test_visible_text_in_paragraphs(markup: str, expected: str) -> None:
    assert paragraphs(markup) == expected


def test_deep_nesting_is_no_trouble() -> None:
    assert paragraphs("<div>" * 50_000 + "deep") == "deep"
