"""The report in a browser, from a file, with the network off."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from sayso.ledger import Ledger
from sayso.workbench.case import Case
from sayso.workbench.report import report
from tests.workbench.browser.conftest import Watched, watch
from tests.workbench.conftest import Stand


@pytest.fixture(scope="module")
def file(plain: Stand, folder: Path) -> str:
    """The address of the report of the ordinary ledger."""
    path = folder / "report.html"
    with Ledger.open(plain.path) as ledger:
        path.write_text(report(Case(ledger, plain.roster)), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def offline(browser: "Browser") -> Iterator[Watched]:
    """A page without a network."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_offline(True)
    looked = watch(context)
    yield looked
    assert not looked.wanted()
    context.close()


def test_from_the_overview_over_a_pair_to_the_sentence(offline: Watched, file: str) -> None:
    page = offline.page
    page.goto(file)
    page.get_by_role("region", name="Between whom most passes").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile("#/pair"))
    expect(page.get_by_role("link", name=re.compile("^claim ")).first).to_be_visible()
    quoted = page.locator("main blockquote").first.inner_text().strip("“”")
    page.get_by_role("link", name=re.compile("^claim ")).first.click()
    expect(page.locator("p.context mark")).to_have_text(quoted)
    page.go_back()
    expect(page).to_have_url(re.compile("#/pair"))
    page.get_by_role("link", name="Overview").click()
    expect(page.get_by_role("region", name="Between whom most passes")).to_be_visible()


@pytest.mark.parametrize("way", ["map", "network", "timeline", "sources", "matters?sort=doubt", "claims?page=2"])
def test_a_page_opens_by_its_address_and_after_a_reload(offline: Watched, file: str, way: str) -> None:
    page = offline.page
    page.goto(f"{file}#/{way}")
    expect(page.locator("main h1")).to_have_text(way.partition("?")[0].capitalize())
    page.reload()
    expect(page.locator("main h1")).to_have_text(way.partition("?")[0].capitalize())
    assert page.title() == f"{way.partition('?')[0].capitalize()} – sayso"


def test_a_page_that_was_left_out_says_so(offline: Watched, file: str) -> None:
    page = offline.page
    for way in ("claims?kind=transfer&actor=PRK", "claim/0000", "constructor", "__proto__"):
        page.goto(f"{file}#/{way}")
        expect(page.locator("main h1")).to_have_text("Not in this report")
        expect(page.locator("main")).to_contain_text("sayso serve")


def test_the_link_past_the_head_leads_to_the_content_and_no_page_is_lost(offline: Watched, file: str) -> None:
    page = offline.page
    page.goto(f"{file}#/map")
    expect(page.locator("main h1")).to_have_text("Map")
    page.get_by_role("link", name="To the content").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main h1")).to_have_text("Map")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_report_has_no_search_and_no_review(offline: Watched, file: str) -> None:
    page = offline.page
    page.goto(file)
    assert page.get_by_role("searchbox").count() == 0
    assert page.get_by_role("link", name="Review").count() == 0
