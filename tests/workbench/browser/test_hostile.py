"""Hostile words in every field: in a browser nothing runs, nothing is asked for, and no page fails."""

from pathlib import Path
from typing import TYPE_CHECKING

from sayso.ledger import Ledger
from sayso.workbench.case import Case
from sayso.workbench.report import report
from tests.workbench.addresses import LISTS, addresses
from tests.workbench.browser.conftest import Watched, watch
from tests.workbench.conftest import Stand

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ACT = """() => {
  for (const each of document.querySelectorAll("main a, main mark, main article")) {
    for (const kind of ["mouseover", "mouseenter", "focusin", "pointerdown"])
      each.dispatchEvent(new Event(kind, { bubbles: true }));
  }
}"""
"""Goes over everything on a page that can be gone over."""


def test_no_page_of_the_workbench_runs_any_of_them(watched: Watched, planted_address: str, planted: Stand) -> None:
    page = watched.page
    for way in [*LISTS, "/claims?page=2", "/claims?page=3", "/claims?page=4", "/parties?page=2", *_each(planted)]:
        page.goto(planted_address + way, wait_until="load")
        page.evaluate(ACT)
        assert not watched.wanted(), way


def test_no_page_of_the_report_runs_any_of_them(browser: "Browser", planted: Stand, folder: Path) -> None:
    path = folder / "planted.html"
    with Ledger.open(planted.path) as ledger:
        path.write_text(report(Case(ledger, planted.roster)), encoding="utf-8")
    context = browser.new_context(offline=True)
    watched = watch(context)
    page = watched.page
    page.goto(path.as_uri())
    for way in [*(each.removeprefix("/") for each in LISTS), *(each.removeprefix("/") for each in _each(planted)[::2])]:
        page.evaluate(
            "async way => { location.hash = `#/${way}`; await new Promise(done => setTimeout(done, 15)); }", way
        )
        page.evaluate(ACT)
    assert not watched.wanted()
    context.close()


def _each(stand: Stand) -> list[str]:
    """The document of every report, and the claim and matter of every eighth: lists show the words of all."""
    every = addresses(stand.path)
    claims = [each for each in every if each.startswith("/claim/")]
    matters = [each.replace("/claim/", "/matter/") for each in claims[1::16]]
    return [*(each for each in every if each.startswith("/document/")), *claims[::16], *matters]
