"""A page of the workbench in, whatever in it is not as our own templates write it out."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

ELEMENTS = frozenset(
    {
        "a",
        "article",
        "aside",
        "bdi",
        "blockquote",
        "body",
        "button",
        "circle",
        "code",
        "datalist",
        "dd",
        "defs",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "em",
        "fieldset",
        "footer",
        "form",
        "g",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "html",
        "input",
        "kbd",
        "label",
        "legend",
        "li",
        "line",
        "link",
        "main",
        "mark",
        "marker",
        "meta",
        "nav",
        "ol",
        "option",
        "output",
        "p",
        "path",
        "rect",
        "script",
        "section",
        "select",
        "small",
        "span",
        "strong",
        "style",
        "summary",
        "svg",
        "table",
        "tbody",
        "td",
        "template",
        "text",
        "textarea",
        "th",
        "thead",
        "title",
        "tr",
        "tspan",
        "ul",
    }
)
"""Elements that templates write; whatever else stands in a page came from outside."""

ATTRIBUTES = frozenset(
    {
        "accesskey",
        "action",
        "aria-controls",
        "aria-current",
        "aria-describedby",
        "aria-disabled",
        "aria-expanded",
        "aria-hidden",
        "aria-keyshortcuts",
        "aria-label",
        "aria-labelledby",
        "aria-live",
        "autocomplete",
        "charset",
        "checked",
        "class",
        "colspan",
        "content",
        "cx",
        "cy",
        "d",
        "data-already",
        "data-claim",
        "data-claims",
        "data-do",
        "data-field",
        "data-first-unit",
        "data-fixed",
        "data-id",
        "data-keep",
        "data-key",
        "data-labels",
        "data-list",
        "data-next",
        "data-number",
        "data-object",
        "data-only",
        "data-opens",
        "data-place",
        "data-roles",
        "data-span",
        "data-whole",
        "data-words",
        "dir",
        "direction",
        "disabled",
        "enterkeyhint",
        "fill",
        "fill-opacity",
        "font-family",
        "font-size",
        "font-style",
        "font-weight",
        "for",
        "height",
        "hidden",
        "href",
        "http-equiv",
        "id",
        "inputmode",
        "lang",
        "list",
        "marker-end",
        "marker-start",
        "markerheight",
        "markerwidth",
        "max",
        "maxlength",
        "method",
        "min",
        "name",
        "orient",
        "placeholder",
        "points",
        "preserveaspectratio",
        "r",
        "refx",
        "refy",
        "rel",
        "required",
        "role",
        "rows",
        "rx",
        "scope",
        "selected",
        "spellcheck",
        "src",
        "step",
        "stroke",
        "stroke-dasharray",
        "stroke-linecap",
        "stroke-opacity",
        "stroke-width",
        "tabindex",
        "text-anchor",
        "title",
        "transform",
        "type",
        "unicode-bidi",
        "value",
        "viewbox",
        "width",
        "x",
        "x1",
        "x2",
        "xml:lang",
        "xmlns",
        "y",
        "y1",
        "y2",
    }
)

_OWN_DATA = re.compile(r"data-[a-z]+")
"""What our scripts read; no browser does anything with it."""

SCRIPTS = ("/static/",)
"""Where a script may come from."""


def faults(page: str, *, is_report: bool = False) -> tuple[str, ...]:
    """What a page has that it must not: each fault in words, none in a sound page."""
    looked = _Look(is_report=is_report)
    looked.feed(page)
    looked.close()
    return tuple(looked.found)


class _Look(HTMLParser):
    def __init__(self, *, is_report: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._is_report = is_report

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS or (tag == "style" and not self._is_report):
            self.found.append(f"element {tag}")
        for name, value in attrs:
            self.found += self._attribute(tag, name, value or "")
        if tag == "script" and not self._is_report and not dict(attrs).get("src"):
            self.found.append("a script in the page")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"a remark {data[:40]!r}")

    def handle_decl(self, decl: str) -> None:
        if decl.casefold() != "doctype html":
            self.found.append(f"a declaration {decl[:40]!r}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"an instruction {data[:40]!r}")

    def unknown_decl(self, data: str) -> None:
        self.found.append(f"a section {data[:40]!r}")

    def _attribute(self, tag: str, name: str, value: str) -> Iterator[str]:
        if name not in ATTRIBUTES and not _OWN_DATA.fullmatch(name):
            yield f"attribute {name} of {tag}"
        if name in ("href", "src", "action") and not value.startswith(("/", "#", "data:,")):
            yield f"{name} of {tag} leads to {value[:60]!r}"
        if name in ("href", "src", "action") and value.startswith(("//", "/\\")):
            yield f"{name} of {tag} leads to {value[:60]!r}"
        if tag == "script" and name == "src" and not value.startswith(SCRIPTS):
            yield f"a script from {value[:60]!r}"
        if tag == "script" and name == "type" and value not in ("module", "application/x-block"):
            yield f"a script of type {value[:60]!r}"
