"""A reader's ways through the workbench, in a browser."""

import re

from playwright.sync_api import Page, expect

from tests.workbench.browser.conftest import Watched

TABS = 400
"""Presses of Tab after which something that can be reached has been reached."""


def reach(page: "Page", found: str) -> None:
    """Press Tab until what has the focus is what is looked for."""
    for _ in range(TABS):
        page.keyboard.press("Tab")
        if page.evaluate("found => document.activeElement.matches(found)", found):
            return
    raise AssertionError(f"{found} cannot be reached by Tab")


def test_from_the_overview_over_a_pair_to_the_sentence(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(address)
    page.get_by_role("region", name="Between whom most passes").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/pair\?one=\w+&other=\w+"))
    quoted = page.locator("main blockquote").first.inner_text().strip("“”")
    page.get_by_role("link", name=re.compile("^claim ")).first.click()
    expect(page).to_have_url(re.compile("/claim/[0-9a-f]{16}"))
    assert page.locator("p.context mark").inner_text() == quoted
    page.locator(".where a").first.click()
    expect(page).to_have_url(re.compile("/document/"))
    assert quoted in page.locator(".running").inner_text()


def test_a_matter_leads_to_its_claims_by_its_bars(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(f"{address}/matters")
    page.locator("article.matter a").first.click()
    page.locator("table.bars a").first.click()
    expect(page.locator("p.context mark")).to_be_visible()


def test_an_edge_of_the_network_opens_by_the_keyboard(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(f"{address}/network")
    reach(page, "svg.network a[href*='/pair']")
    name = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert re.fullmatch(r".+ and .+: \d+ flows, \d+ in support, \d+ against", name)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/pair"))
    reach(page, "a[href*='/claim/']")
    page.keyboard.press("Enter")
    expect(page.locator("p.context mark")).to_be_visible()


def test_a_territory_of_the_map_opens_by_the_keyboard(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(f"{address}/map")
    reach(page, "svg.map a[href*='place=']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/claims.place=RUS"))
    assert page.locator("article.claim").count() == 4


def test_the_keyboard_goes_past_the_head_to_the_content(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(f"{address}/claims")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="To the content")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_words_are_searched_from_every_page(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(f"{address}/timeline")
    page.get_by_role("searchbox").fill("shells Russia")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/claims\?text=shells"))
    assert page.locator("article.claim").count() == 4
    for each in page.locator("article.claim blockquote").all_inner_texts():
        assert "shells" in each


def test_facets_narrow_down_and_are_kept_in_the_address(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(f"{address}/claims")
    side = page.get_by_role("complementary")
    side.get_by_role("link", name="transfer").click()
    side.get_by_role("link", name="PRK").click()
    expect(page).to_have_url(re.compile("kind=transfer"))
    expect(page).to_have_url(re.compile("actor=PRK"))
    assert page.locator("article.claim").count() == 4
    page.get_by_role("link", name="show all").click()
    expect(page).to_have_url(re.compile("/claims$"))


def test_a_permalink_gives_the_same_page_again(watched: Watched, address: str) -> None:
    page = watched.page
    for way in ("/claims?kind=transfer", "/claims?page=2", "/pair?one=PRK&other=RUS", "/matters?sort=doubt"):
        page.goto(address + way)
        before = page.locator("main").inner_text()
        page.reload()
        assert page.locator("main").inner_text() == before
        assert page.url == address + way


def test_turning_pages_shows_all_of_a_list(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(f"{address}/claims")
    found = set()
    while True:
        found.update(page.locator("article.claim").evaluate_all("all => all.map(each => each.id)"))
        onward = page.get_by_role("link", name="Next")
        if not onward.count():
            break
        onward.click()
    assert len(found) == 82


def test_a_claim_pointed_at_marks_its_sentence(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(f"{address}/claims?kind=depend")
    page.locator("article.claim .where a").first.click()
    expect(page).to_have_url(re.compile("/document/.*#c"))
    page.locator(".side-by-side article.claim").first.hover()
    expect(page.locator("mark.chosen").first).to_be_visible()


def test_what_is_not_there_is_said_on_a_page_that_leads_back(watched: Watched, address: str) -> None:
    page = watched.page
    page.goto(f"{address}/claim/0000000000000000")
    expect(page.get_by_role("heading", level=1)).to_have_text("Not found")
    page.get_by_role("link", name="To the overview").click()
    expect(page).to_have_url(f"{address}/")
    watched.faults[:] = [each for each in watched.faults if "404" not in each]
