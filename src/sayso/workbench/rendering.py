"""A view in, its page as HTML or its record as JSON out; the same templates serve the workbench and the report."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from sayso.codec import encode
from sayso.workbench.offsets import shown

_FOLDER = Path(__file__).parent
STATIC = _FOLDER / "static"
"""Style sheet, scripts and the world's outlines."""

_SHORT = 10
"""Signs of an id that pages show, as on the command line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How pages link to each other: the start of every address, and whether a page can take judgements and searches."""

    root: str
    is_live: bool
    token: str = ""


SERVED = Way(root="/", is_live=True)
"""The workbench: every page has an address of its own."""

WRITTEN = Way(root="#/", is_live=False)
"""The report: every page is a part of the one file."""


def as_html(template: str, view: object, *, way: Way) -> str:
    """The whole page of a view."""
    return _page(template, "page.html", view, way)


def as_part(template: str, view: object, *, way: Way) -> str:
    """What a page has between its head and its foot."""
    return _page(template, "part.html", view, way)


def as_report(view: object, report: object, *, way: Way) -> str:
    """The outer page of a report, with its first page in place."""
    template = _environment().get_template("report.html")
    return template.render(view=view, report=report, way=way, link=_linker(way))


def as_json(view: object) -> bytes:
    """The record that a page shows."""
    return encode(view)


def _page(template: str, frame: str, view: object, way: Way) -> str:
    environment = _environment()
    return environment.get_template(template).render(view=view, way=way, frame=frame, link=_linker(way))


def _linker(way: Way) -> Callable[..., str]:
    """The function that templates call for an address: `link('claims', actor='RUS')`, `link('matter', id)`."""

    def link(*path: str, **wanted: object) -> str:
        asked = {name: str(value) for name, value in wanted.items() if value not in (None, "")}
        address = way.root + "/".join(quote(each, safe="") for each in path)
        return f"{address}?{urlencode(asked)}" if asked else address

    return link


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(short=_short, number=_number, isolate=_isolate, exact=_exact)
    environment.globals.update(drawing=Markup)
    return environment


def _short(identifier: str) -> str:
    return identifier[:_SHORT]


def _number(value: int | float | Decimal) -> str:
    return f"{value:,}"


def _exact(words: str) -> Markup:
    """The words so that a page holds every one of their characters, for places in them to be counted.

    A parser of HTML would make one line end of a carriage return with the line feed behind it.
    """
    # As plain text, since `Markup.replace` would escape the reference.
    return Markup(str(escape(shown(words))).replace("\r", "&#13;"))


def _isolate(words: str) -> str:
    """The words in a first-strong isolate, so that right-to-left words do not turn round what stands beside them."""
    return f"\u2068{words}\u2069" if words else ""
