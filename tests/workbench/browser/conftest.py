"""The workbench on a free port and Debian's chromium in front of it; without the browser, these tests are skipped."""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Error, Page, Route, sync_playwright

from sayso.vocab.actors import Roster
from sayso.workbench.app import workbench
from tests.workbench.conftest import TOKEN, Stand

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or "/usr/bin/chromium"
"""Debian's chromium, or the browser of the same name elsewhere."""

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

_STARTING = 30.0
"""Seconds after which a server that does not answer is given up."""


@dataclass(slots=True)
class Watched:
    """A page with all that it did which none of ours does: requests to elsewhere, errors, dialogs."""

    page: "Page"
    faults: list[str] = field(default_factory=list)

    def wanted(self) -> tuple[str, ...]:
        """What was wrong, with whether a planted script ran."""
        if self.page.evaluate("window.__ran === undefined") is not True:
            self.faults.append(f"a planted script ran at {self.page.url}")
        return tuple(self.faults)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """The browser, started once."""
    if not Path(CHROMIUM).exists():
        pytest.skip("chromium is not installed: apt-get install chromium")
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        except Error as error:
            pytest.skip(f"chromium does not start: {str(error).splitlines()[0]}")
        yield started
        started.close()


@pytest.fixture
def watched(browser: "Browser") -> Iterator[Watched]:
    """A page 1280 wide that may ask this machine alone; what it does wrong fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    looked = watch(context)
    yield looked
    assert not looked.wanted()
    context.close()


def watch(context: "BrowserContext") -> Watched:
    """A new page of the context of which is written down what it does wrong."""
    looked = Watched(page=context.new_page())

    def asked(route: "Route") -> None:
        address = urlsplit(route.request.url)
        if address.scheme in ("data", "file", "about") or address.hostname in LOOPBACK:
            route.continue_()
        else:
            looked.faults.append(f"asked for {route.request.url[:100]}")
            route.abort()

    context.route("**/*", asked)
    page = looked.page
    page.on("pageerror", lambda error: looked.faults.append(f"error {error}"))
    page.on("console", lambda said: looked.faults.append(f"said {said.text}") if said.type == "error" else None)

    def asked_the_reader(dialog: object) -> None:
        looked.faults.append("opened a dialog")
        dialog.dismiss()  # type: ignore[attr-defined]

    page.on("dialog", asked_the_reader)
    return looked


@contextmanager
def serving(path: Path, roster: Roster) -> Iterator[str]:
    """The workbench of a ledger as it is served, on a free port; gives its address without the slash at the end."""
    config = uvicorn.Config(workbench(path, roster=roster, token=TOKEN), port=0, log_level="error", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + _STARTING
    while not server.started:
        if time.monotonic() > until or not thread.is_alive():
            raise RuntimeError("the workbench did not start")
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(_STARTING)


@pytest.fixture(scope="session")
def address(browser: "Browser", plain: Stand) -> Iterator[str]:
    """Where the ordinary ledger is served."""
    with serving(plain.path, plain.roster) as found:
        yield found


@pytest.fixture(scope="session")
def planted_address(browser: "Browser", planted: Stand) -> Iterator[str]:
    """Where the ledger of hostile words is served."""
    with serving(planted.path, planted.roster) as found:
        yield found
