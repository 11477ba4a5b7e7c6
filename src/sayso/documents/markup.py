"""A piece of HTML in, its paragraphs as plain text out: for feed entries and for pages without an article."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    """
    address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead title tr ul
    """.split()  # noqa: SIM905  # a list of forty literals is harder to read
)
_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "button", "textarea")
) | {"title", "head"}


def paragraphs(markup: str) -> str:
    """The visible text of `markup`, a blank line between paragraphs and white space as a browser shows it.

    >>> paragraphs("<p>Talks <b>resumed</b>.</p><script>x()</script><p>Both sides met.")
    'Talks resumed.\\n\\nBoth sides met.'
    """
    collector = _Collector()
    collector.feed(markup)
    collector.close()
    blocks = (re.sub(r"[ \t\r\n\f]+", " ", block).strip() for block in "".join(collector.pieces).split("\0"))
    return "\n\n".join(block for block in blocks if block)


class _Collector(HTMLParser):
    """Collects visible text; a zero character stands where a block begins or ends."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._hidden.append(tag)
        elif tag == "body":  # a head that nobody closed ends here
            self._hidden.clear()
        if tag in _BLOCKS:
            self.pieces.append("\0")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            del self._hidden[self._hidden.index(tag) :]
        if tag in _BLOCKS:
            self.pieces.append("\0")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.pieces.append(data.replace("\0", "\ufffd"))
