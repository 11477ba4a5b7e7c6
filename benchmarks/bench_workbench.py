"""A number of claims in, how fast the workbench and the report of a made-up ledger of that many are, in one table, out.

The ledger is made once and kept (`made_up`). The workbench runs as `sayso serve` runs it, in a process of its own; a
page's time is from the request to the last byte of the answer, on this machine, one at a time; its processor time says
what of that is the page's own on a machine that has other work. The report is written by
`sayso report`; its first view is the time from opening the file until chromium has painted the first words, and that
needs playwright and chromium.
"""

import argparse
import http.client
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urlencode, urlsplit

from benchmarks.made_up import ledger_of
from sayso.ledger import Ledger

ADDRESSES = 20
"""Addresses of each kind of page that are asked for; lists of a few have all they have."""

MOST_MS, MOST_MB, MOST_VIEW_MS = 300.0, 5.0, 1500.0
"""What the issue promises: a page in the median, the size of the report, its first view."""

_SAYSO = (sys.executable, "-c", "from sayso.cli import main; main()")
_USER = 11
"""Place of the time that a process has used, and after it the system for it, behind its name: proc(5)."""

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
"""Debian's browser."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: what was measured, how much, in which unit, and the most that it may be."""

    name: str
    value: float
    unit: str
    most: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A workbench that runs: its address without the slash at the end, and the number of its process."""

    address: str
    process: int


@contextmanager
def served(path: Path) -> Iterator[Served]:
    """The workbench of a ledger, in a process of its own, on any free port."""
    command = [*_SAYSO, "serve", str(path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            address = server.stdout.readline().strip().rstrip("/") if server.stdout else ""
            yield Served(address=address, process=server.pid)
        finally:
            server.terminate()


def measured(path: Path) -> Iterator[Row]:
    """Every figure, as soon as it is there."""
    pages = addresses(path)
    begun = time.monotonic()
    with served(path) as server:
        connection = http.client.HTTPConnection(urlsplit(server.address).netloc, timeout=600)
        _asked(connection, "/")
        yield Row(name="first page after start", value=time.monotonic() - begun, unit="s")
        for kind, ways in pages.items():
            before = _worked(server.process)
            times = [_asked(connection, way) for way in ways]
            worked = (_worked(server.process) - before) / len(times)
            yield Row(name=f"page {kind}, first", value=times[0], unit="ms")
            yield Row(name=f"page {kind}, median of {len(times)}", value=median(times), unit="ms", most=MOST_MS)
            yield Row(name=f"page {kind}, processor, mean", value=1000 * worked, unit="ms")
        yield Row(name="memory of the server", value=_memory(server.process, "VmRSS"), unit="MB")
        yield Row(name="memory of the server, peak", value=_memory(server.process, "VmHWM"), unit="MB")
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.html"
        begun = time.monotonic()
        subprocess.run([*_SAYSO, "report", str(path), "--output", str(report), "--quiet"], check=True)
        yield Row(name="report written", value=time.monotonic() - begun, unit="s")
        yield Row(name="size of the report", value=report.stat().st_size / 1e6, unit="MB", most=MOST_MB)
        view = first_view(report)
        if view is not None:
            yield Row(name="first view of the report", value=view, unit="ms", most=MOST_VIEW_MS)


def addresses(path: Path) -> Mapping[str, Sequence[str]]:
    """For each kind of page some addresses, always the same of the same ledger."""
    chance = random.Random(1)
    with Ledger.open(path) as ledger:
        ids = [each.id for each in ledger.numbered(chance.sample(list(ledger.chosen().numbers), ADDRESSES))]
        documents = sorted({each.document_id for each in (ledger.claim(each) for each in ids)})
        parties = [each.actor for each in ledger.actors() if "/" not in each.actor]
        kinds = [each.name for each in dict(ledger.chosen().facets)["kind"]]
    often, others = parties[:ADDRESSES], chance.sample(parties, min(ADDRESSES, len(parties)))
    asked = [
        {},
        *({"kind": each} for each in kinds[:5]),
        *({"actor": each} for each in often[:5]),
        *({"text": each} for each in ("grain", "relies gas", '"signed a treaty"', "sho*")),
        *({"page": str(each)} for each in (2, 50, 1000)),
        {"actor": often[0], "kind": kinds[0]},
        {"occurred_from": "2020", "source": often[1]},
    ]
    pages = [f"?page={each}" for each in range(1, ADDRESSES + 1)]
    return {
        "overview": ["/"] * ADDRESSES,
        "claims": [f"/claims?{urlencode(each)}" for each in asked],
        "claim": [f"/claim/{each}" for each in ids],
        "document": [f"/document/{each}" for each in documents],
        "matters": [f"/matters{each}" for each in pages],
        "matter": [f"/matter/{each}" for each in ids],
        "parties": [f"/parties{each}" for each in pages[:3]],
        "party": [f"/party?{urlencode({'id': each})}" for each in (*often[:10], *others[:10])],
        "pair": [f"/pair?{urlencode({'one': one, 'other': other})}" for one, other in zip(often, others, strict=True)],
        "network": ["/network"] * ADDRESSES,
        "timeline": [f"/timeline{each}" for each in pages],
        "map": ["/map"] * ADDRESSES,
        "sources": [f"/sources{each}" for each in pages[:3]],
        "limits": ["/limits"] * ADDRESSES,
        "review": ["/review"] * 5,
    }


def first_view(report: Path) -> float | None:
    """Milliseconds until the first words of the report are painted, of three tries the middle one; None untried."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    if not Path(CHROMIUM).exists():
        return None
    painted = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for _ in range(3):
            page = browser.new_page()
            page.goto(report.as_uri(), wait_until="load")
            page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
            painted.append(float(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")))
            page.close()
        browser.close()
    return median(painted)


def _asked(connection: http.client.HTTPConnection, way: str) -> float:
    begun = time.perf_counter()
    connection.request("GET", way)
    answer = connection.getresponse()
    answer.read()
    if answer.status != http.client.OK:
        raise RuntimeError(f"{way} was answered with {answer.status}")
    return 1000 * (time.perf_counter() - begun)


def _worked(process: int) -> float:
    """Seconds of processor time that a process has used; 0 where the system keeps no account."""
    status = Path(f"/proc/{process}/stat")
    if not status.exists():
        return 0.0
    used = status.read_text().rpartition(")")[2].split()
    return (int(used[_USER]) + int(used[_USER + 1])) / os.sysconf("SC_CLK_TCK")


def _memory(process: int, name: str) -> float:
    """A field of the kernel's account of a process, in MB; 0 where the system keeps none."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(float(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith(f"{name}:"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; the exit code says whether everything is within its bounds."""
    parser = argparse.ArgumentParser(description="Measure the workbench and the report on a made-up ledger.")
    parser.add_argument("--claims", type=int, default=100_000)
    is_within = True
    for row in measured(ledger_of(parser.parse_args(arguments).claims)):
        is_kept = row.most is None or row.value <= row.most
        is_within &= is_kept
        bound = "" if row.most is None else f"  at most {row.most:g}{'' if is_kept else ': MORE'}"
        sys.stdout.write(f"{row.name:36} {row.value:10,.1f} {row.unit}{bound}\n")
        sys.stdout.flush()
    return 0 if is_within else 1


if __name__ == "__main__":
    raise SystemExit(main())
