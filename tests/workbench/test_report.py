"""The report: one file with the pages of the workbench in it."""

import base64
import json
import re
import zlib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.ledger import Ledger
from sayso.vocab.actors import Roster, open_roster
from sayso.workbench import app
from sayso.workbench import report as module
from sayso.workbench.case import Case
from sayso.workbench.rendering import STATIC, Way
from sayso.workbench.report import parts, report
from tests.workbench.conftest import Stand
from tests.workbench.structure import faults

_BLOCK = re.compile(r'<script type="application/x-block">([^<]*)</script>')


def written(path: Path, roster: Roster) -> str:
    """The report of a ledger."""
    with Ledger.open(path) as ledger:
        return report(Case(ledger, roster))


@pytest.fixture(scope="module")
def page(plain: Stand) -> str:
    """The report of the ordinary ledger."""
    return written(plain.path, plain.roster)


def blocks(page: str) -> list[Mapping[str, str]]:
    """What lies in the blocks of a report, opened as its script opens them; the first is the index."""
    return [json.loads(zlib.decompress(base64.b64decode(each), -zlib.MAX_WBITS)) for each in _BLOCK.findall(page)]


def test_the_index_says_in_which_block_every_page_lies(page: str) -> None:
    index, *others = blocks(page)
    assert index
    for path, place in index.items():
        assert path in others[int(place)]
    assert len(index) == sum(map(len, others))


def test_every_link_of_the_report_leads_to_a_page_of_it(page: str) -> None:
    index, *others = blocks(page)
    shown = [page.split('<template id="absent">')[0], *(html for block in others for html in block.values())]
    led = {each.replace("&amp;", "&") for html in shown for each in re.findall(r'href="#/([^"#]*)', html)}
    missing = {each for each in led - {""} if each not in index}
    # What can be asked in too many ways is in the workbench alone; the report says so where it is asked.
    assert {each.partition("?")[0].partition("/")[0] for each in missing} <= {"claims", "pair", "party", "limits"}
    assert all("?" in each or each == "limits" for each in missing)


def test_a_page_of_the_report_is_that_of_the_workbench_but_for_the_links(
    plain: Stand, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    index, *others = blocks(page)
    compared = 0
    # What only a workbench can do, it does not offer here.
    monkeypatch.setattr(app, "Way", lambda **_: Way(root="/", is_live=False))
    with TestClient(app.workbench(plain.path, roster=plain.roster, token=""), base_url="http://localhost") as client:
        pages = {path: client.get(f"/{path}").text for path in index}
    for path, served in pages.items():
        inside = served.split('<main id="main" tabindex="-1">')[1].rsplit("</main>")[0]
        ours = others[int(index[path])][path].replace('href="#/', 'href="/')
        assert ours.strip() == inside.strip(), path
        compared += 1
    assert compared > 100


def test_the_report_runs_nothing_but_its_own_script(page: str) -> None:
    assert not faults(page, is_report=True)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    script = (STATIC / "report.js").read_text(encoding="utf-8")
    digest = base64.b64encode(sha256(script.encode()).digest()).decode()
    assert f"script-src &#39;sha256-{digest}&#39;" in policy[1]
    assert "unsafe" not in policy[1]
    assert f'<script type="module">{script}</script>' in page
    assert page.index("Content-Security-Policy") < page.index("<style>") < page.index("<script")


def test_style_and_script_cannot_end_the_element_they_stand_in() -> None:
    for name, end in (("style.css", "</style"), ("report.js", "</script"), ("report.js", "<!--")):
        assert end not in (STATIC / name).read_text(encoding="utf-8").casefold()


def test_hostile_words_break_out_of_no_page_of_the_report(planted: Stand) -> None:
    page = written(planted.path, planted.roster)
    assert not faults(page, is_report=True)
    index, *others = blocks(page)
    assert len(index) > 300
    for block in others:
        for path, html in block.items():
            assert not faults(html), path


def test_a_report_that_is_full_leaves_pages_out_and_says_how_many(
    plain: Stand, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, *_ = blocks(page)
    monkeypatch.setattr(module, "LARGEST", 120_000)
    monkeypatch.setattr(module, "_BLOCK", 20_000)
    small = written(plain.path, plain.roster)
    index, *others = blocks(small)
    assert 0 < len(index) < len(whole)
    assert sum(len(each) for each in _BLOCK.findall(small)[1:]) <= 120_000
    left_out = re.search(r"([\d,]+) pages are left out", small)
    assert left_out
    assert int(left_out[1].replace(",", "")) >= len(whole) - len(index)
    assert "map" in index, "what is looked for most comes first"
    assert all(path in others[int(place)] for path, place in index.items())


def test_the_report_of_an_empty_ledger_can_be_written(empty: Stand) -> None:
    page = written(empty.path, open_roster())
    assert not faults(page, is_report=True)
    assert "No claim was read" in page


def test_the_same_ledger_gives_the_same_report(plain: Stand, page: str) -> None:
    assert written(plain.path, plain.roster) == page


def test_no_page_is_written_twice(plain: Stand) -> None:
    with Ledger.open(plain.path) as ledger:
        paths = [each.path for each in parts(Case(ledger, plain.roster))]
    assert {"map", "network", "parties", "timeline", "sources", "matters", "claims"} <= set(paths)
    assert len(set(paths)) > 100
