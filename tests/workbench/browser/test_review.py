"""Keys, selections and words written out, in a browser, in; judgements in the ledger, and what is said of them, out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sayso.ledger import Ledger
from sayso.records import Claim, Document, Judgement
from sayso.vocab.actors import open_roster
from tests.workbench.browser.conftest import Watched, serving
from tests.workbench.reviewing import ARABIC, EMOJI, KOREAN, SALE, reports

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ORDER = [KOREAN[1].id, ARABIC[1].id, EMOJI[1].id, SALE.id]

SELECT = """([words, nth]) => {
  const running = document.getElementById("running");
  let at = -1;
  for (let number = 0; number <= nth; number += 1) at = running.textContent.indexOf(words, at + 1);
  const place = (units) => {
    const walker = document.createTreeWalker(running, NodeFilter.SHOW_TEXT);
    let left = units;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (left <= node.data.length) return [node, left];
      left -= node.data.length;
    }
  };
  getSelection().setBaseAndExtent(...place(at), ...place(at + words.length));
}"""
"""Selects the nth place of the words in the text, whatever marks they run across."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of reports in several scripts."""
    return reports(tmp_path / "case.sayso")


@pytest.fixture
def page(browser: "Browser", watched: Watched, path: Path) -> Iterator["Page"]:
    """The first claim of the queue, with the reviewer's name given."""
    with serving(path, open_roster()) as address:
        watched.page.goto(f"{address}/review")
        watched.page.fill("#reviewer", "ann")
        watched.page.locator("h1").click()
        yield watched.page
    # What the workbench refuses, the browser writes down as an error; that it is refused is looked for here.
    watched.faults[:] = [each for each in watched.faults if "status of 400" not in each]


def _judged(path: Path) -> list[Judgement]:
    with Ledger.open(path, write=False) as ledger:
        return list(ledger.judgements())


def _is_at(page: "Page", claim_id: str) -> None:
    page.wait_for_selector(f"#review[data-claim='{claim_id}']")
    page.wait_for_load_state("load")


def _press(page: "Page", key: str, *, then: str) -> None:
    page.keyboard.press(key)
    _hears(page, then)


def _hears(page: "Page", words: str) -> None:
    said = page.locator("#said")
    for _ in range(100):
        if words in (said.text_content() or ""):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"{said.text_content()!r} was said, not {words!r}")


def test_one_key_judges_and_goes_on_and_another_takes_it_back(page: "Page", path: Path) -> None:
    _is_at(page, ORDER[0])
    _press(page, "a", then="accepted claim")
    _is_at(page, ORDER[1])
    _press(page, "r", then="rejected claim")
    _is_at(page, ORDER[2])
    _press(page, "s", then="skipped")
    _is_at(page, ORDER[3])
    _press(page, "u", then="took back")
    _is_at(page, ORDER[1])
    _press(page, "u", then="took back")
    _is_at(page, ORDER[0])
    _press(page, "u", then="no judgement that could be undone")
    assert [(each.claim_id, each.verdict) for each in _judged(path)] == [
        (ORDER[0], "accept"),
        (ORDER[1], "reject"),
        (ORDER[1], "undo"),
        (ORDER[0], "undo"),
    ]
    assert {each.reviewer for each in _judged(path)} == {"ann"}


def test_keys_lead_through_the_queue_and_explain_themselves(page: "Page", path: Path) -> None:
    page.keyboard.press("j")
    _is_at(page, ORDER[1])
    page.keyboard.press("k")
    _is_at(page, ORDER[0])
    _press(page, "k", then="this is the first claim")
    _press(page, "?", then="Each button has a key")
    assert page.get_attribute("[data-do='help']", "aria-expanded") == "true"
    assert _judged(path) == []


def test_keys_do_nothing_in_a_field_with_another_key_held_or_when_turned_off(page: "Page", path: Path) -> None:
    page.fill("#note", "")
    page.locator("#note").press_sequentially("arusjk?")
    assert page.input_value("#note") == "arusjk?"
    page.locator("select[name=kind]").focus()
    page.keyboard.press("a")
    page.locator("h1").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Alt+r")
    page.keyboard.press("?")
    page.uncheck("#keys")
    page.locator("h1").click()
    page.keyboard.press("a")
    page.wait_for_timeout(200)
    assert _judged(path) == []
    _is_at(page, ORDER[0])


def test_a_name_is_asked_for_once_and_kept_in_the_browser(page: "Page", path: Path) -> None:
    page.fill("#reviewer", "")
    page.locator("h1").click()
    _press(page, "a", then="write your name first")
    assert page.evaluate("document.activeElement.id") == "reviewer"
    page.keyboard.type("Éva")
    page.locator("h1").click()
    _press(page, "a", then="accepted claim")
    assert page.input_value("#reviewer") == "Éva"
    assert [each.reviewer for each in _judged(path)] == ["Éva"]


@pytest.mark.parametrize(
    ("report", "words", "nth"),
    [
        (KOREAN, "러시아", 0),
        (KOREAN, "포탄", 0),
        (ARABIC, "روسيا", 0),
        (ARABIC, "طائرات مسيّرة", 0),
        (EMOJI, "🛩 to Russia 🇷🇺", 0),
        (EMOJI, "e\u0301te\u0301 \u2067אבג\u2069", 0),
        (EMOJI, "🚀", 1),
        (EMOJI, "Iran 🚀🚀 sent dr\u00f6nes", 0),
        (EMOJI, "<b>&amp; \u202eback\u202c", 0),
    ],
)
def test_a_slot_takes_what_is_selected_in_any_script(
    page: "Page", path: Path, report: tuple[Document, Claim], words: str, nth: int
) -> None:
    made, told = report
    page.goto(page.url.partition("?")[0] + f"?claim={told.id}")
    page.evaluate(SELECT, [words, nth])
    page.click("text=use selection for giver")
    page.locator("h1").click()
    _press(page, "c", then="corrected claim")
    (kept,) = _judged(path)
    place = json.loads(kept.correction or "")["roles"][0]["span"]
    assert list(json.loads(kept.correction or "")) == ["roles"]
    assert made.text[place["start"] : place["end"]] == place["quote"] == words
    start = -1
    for _ in range(nth + 1):
        start = made.text.index(words, start + 1)
    assert place["start"] == start


def test_words_can_be_written_out_instead_and_those_that_are_not_there_are_refused(page: "Page", path: Path) -> None:
    slot = page.locator("[data-list='roles'] .words").first
    slot.fill("중국")
    page.locator("h1").click()
    _press(page, "c", then="the text does not have the words '중국'")
    slot.fill("모스크바")
    page.locator("h1").click()
    _press(page, "c", then="corrected claim")
    (kept,) = _judged(path)
    place = json.loads(kept.correction or "")["roles"][0]["span"]
    assert KOREAN[0].text[place["start"] : place["end"]] == "모스크바"


def test_any_slot_can_be_put_right_in_the_form_without_a_mouse(page: "Page", path: Path) -> None:
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.name") == "kind"
    page.select_option("select[name=modality]", "planned")
    page.fill("[data-object=occurred] [name=edtf]", "2024-03")
    page.fill("[data-object=place] [name=name]", "Rason")
    for name in ("a role", "a quantity", "a source"):
        page.get_by_role("button", name=f"add {name}").press("Enter")
    page.locator("[data-list=roles] > .row").last.locator("select[name=role]").select_option("good")
    page.locator("[data-list=roles] > .row").last.locator("[name=good]").fill("ammunition")
    row = page.locator("[data-list=quantities] > .row")
    row.locator("[name=low]").fill("1,000.5")
    row.locator("[name=unit]").fill("shell")
    row.locator(".words").fill("포탄")
    page.locator("[data-list=attribution] > .row [name=actor]").fill("KOR")
    page.get_by_role("button", name="Correct").press("Enter")
    _hears(page, "corrected claim")
    (kept,) = _judged(path)
    fields = json.loads(kept.correction or "")
    assert set(fields) == {"modality", "occurred", "place", "roles", "quantities", "attribution"}
    assert fields["quantities"][0]["low"] == 1000.5
    assert fields["roles"][1] == {"role": "good", "actor": None, "good": "ammunition", "span": None}
    page.goto(page.url.partition("?")[0] + f"?claim={ORDER[0]}")
    page.locator("[data-list=attribution] .remove").press("Enter")
    page.get_by_role("button", name="Correct").press("Enter")
    _hears(page, "corrected claim")
    again = json.loads(_judged(path)[1].correction or "")
    assert again == {**fields, "attribution": []}


def test_what_happened_is_said_in_a_live_region_and_every_control_has_a_name(page: "Page") -> None:
    assert page.get_attribute("#said", "aria-live") == "polite"
    for control in page.locator("main button, main input, main select, main a").all():
        named = control.evaluate(
            "each => each.textContent.trim() || [...(each.labels ?? [])].map((one) => one.textContent).join() || ''"
        )
        assert named.strip(), control.evaluate("each => each.outerHTML")


def test_sources_matters_and_actors_are_judged_by_small_forms(page: "Page", path: Path) -> None:
    root = page.url.partition("/review")[0]
    page.goto(f"{root}/sources")
    page.select_option("select[name=source]", index=0)
    page.select_option("select[name=letter]", "B")
    page.fill("[name=reason]", "right so far")
    assert page.input_value("[name=reviewer]") == "ann"
    page.get_by_role("button", name="Keep").press("Enter")
    _hears(page, "B: ")
    assert page.locator("td .letter", has_text="B").count() == 1
    page.goto(f"{root}/matter/{SALE.id}")
    page.select_option("select[name=digit]", "2")
    page.fill("[name=reason]", "seen on images")
    page.get_by_role("button", name="Keep").press("Enter")
    _hears(page, "2: matter")
    page.goto(f"{root}/parties")
    page.fill("[name=actor]", "PRK")
    page.fill("[name=same_as]", "North Korea")
    page.fill("[name=reason]", "<b>two names</b>")
    page.get_by_role("button", name="Keep").press("Enter")
    _hears(page, "'North Korea' is no id of an actor")
    page.fill("[name=same_as]", "KOR")
    page.get_by_role("button", name="Keep").press("Enter")
    _hears(page, "PRK is KOR")
    assert "<b>two names</b>" in page.inner_text("main")
    with Ledger.open(path, write=False) as ledger:
        assert [each.letter for each in ledger.register.ratings()] == ["B"]
        assert [each.credibility.digit for each in ledger.register.overrides()] == [2]
        assert [each.same_as for each in ledger.register.identities()] == ["KOR"]
