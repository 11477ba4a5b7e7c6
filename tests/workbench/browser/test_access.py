"""Every page against the rules of axe-core (WCAG 2.2, A and AA), light and dark, broad and narrow."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from sayso.ledger import Ledger
from tests.workbench.addresses import LISTS
from tests.workbench.browser.conftest import Watched
from tests.workbench.conftest import Stand

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = (Path(__file__).with_name("axe") / "axe.min.js").read_text(encoding="utf-8")
WIDTHS = (1280, 360)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

_LOOK = """async () => {
  const found = await axe.run(document, %s);
  return found.violations.map(each => `${each.id}: ${each.nodes.slice(0, 3).map(node => node.html.slice(0, 160))}`);
}"""

RULES = _LOOK % '{ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }'
CONTRAST = _LOOK % '{ runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } }'
"""What another scheme can change."""


def ways(stand: Stand) -> list[str]:
    """One address of every kind of page."""
    with Ledger.open(stand.path) as ledger:
        claim = next(ledger.claims())
    return [
        *LISTS,
        "/claims?kind=transfer",
        "/claims?kind=transfer&text=nothing",
        f"/claim/{claim.id}",
        f"/document/{claim.document_id}",
        f"/matter/{claim.id}",
        "/party?id=RUS",
        "/pair?one=PRK&other=RUS",
        "/claim/0000",
    ]


def test_every_page_keeps_the_rules_in_light_and_dark_and_on_a_telephone(
    watched: Watched, address: str, plain: Stand
) -> None:
    page, found = watched.page, []
    for way in ways(plain):
        page.goto(address + way)
        page.evaluate(AXE)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                rules = RULES if scheme == SCHEMES[0] else CONTRAST
                found += [f"{way} {width} {scheme} {each}" for each in page.evaluate(rules)]
            found += [f"{way} {width} scrolls aside by {by}" for by in _aside(page)]
    watched.faults[:] = [each for each in watched.faults if "404" not in each]
    assert not found, "\n".join(found)


def test_hostile_words_make_no_page_scroll_aside(watched: Watched, planted_address: str, planted: Stand) -> None:
    page = watched.page
    page.set_viewport_size({"width": 360, "height": 800})
    found = []
    for way in ways(planted):
        page.goto(planted_address + way)
        found += [f"{way} {by}" for by in _aside(page)]
    watched.faults[:] = [each for each in watched.faults if "404" not in each]
    assert not found


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_pages_follow_the_scheme_of_the_reader(
    watched: Watched, address: str, scheme: Literal["light", "dark"]
) -> None:
    watched.page.emulate_media(color_scheme=scheme)
    watched.page.goto(address)
    paper = watched.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (paper == "rgb(255, 255, 255)") == (scheme == "light")


def _aside(page: "Page") -> list[int]:
    """By how much the page is broader than the window; empty where it is not."""
    by = page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
    return [by] if by > 0 else []
