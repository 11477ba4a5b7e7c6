"""The example texts in, pictures of the main pages of their workbench, and what each was made of, into `docs/pictures`.

A picture shows how a page looks, so it is out of date when that changes: when the style sheet, a template of the page
or the code that draws its picture is another one. What the examples say on it may change with every rule of reading,
and is left as it was. `tests/workbench/test_pictures.py` holds the pictures to this.
"""

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

import httpx

from benchmarks.bench_workbench import CHROMIUM, served
from sayso.ledger import Ledger
from sayso.pipeline import corroborate, find
from sayso.settings import Settings

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
MADE_OF = FOLDER / "made-of.toml"
"""For each picture the hash of what decides how its page looks."""

WIDTH = 1200
LARGEST = 150_000
"""Bytes of a picture."""

_PATIENCE = 60.0  # seconds until the workbench has looked through the examples
_WORKBENCH = ROOT / "src" / "sayso" / "workbench"
_NEEDED = re.compile(r'{%-?\s*(?:include|import|extends)\s+"([^"]+)"')
_SETTINGS = Settings(published="2024-11-06", threads=1)
"""As `make demo` reads the examples, but from a day that does not move."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A page that is pictured: its template, how much of it is seen, and the modules that draw on it."""

    name: str
    template: str
    height: int = 640
    drawing: tuple[str, ...] = ()


PICTURES = (
    Picture(name="overview", template="overview.html"),
    Picture(name="claims", template="claims.html"),
    Picture(name="claim", template="claim.html"),
    Picture(name="document", template="document.html", height=450),
    Picture(name="matter", template="matter.html", drawing=("bars",)),
    Picture(name="pair", template="dossier.html"),
    Picture(name="network", template="network.html", height=900, drawing=("network",)),
    Picture(name="timeline", template="timeline.html", drawing=("timeline",)),
    Picture(name="map", template="map.html", height=610),
)
"""The pages that are pictured, by the names of their files."""


def look(picture: Picture) -> str:
    """The hash of all that decides how the page of a picture looks."""
    made_of = [_WORKBENCH / "static" / "style.css"]
    made_of += [_WORKBENCH / "templates" / each for each in sorted(_templates(picture.template, {"page.html"}))]
    made_of += [_WORKBENCH / "drawing" / f"{each}.py" for each in picture.drawing]
    return sha256(b"\0".join(path.read_bytes() for path in made_of)).hexdigest()[:16]


def _templates(name: str, known: set[str]) -> set[str]:
    """The template with all that it, and the frame of every page, takes in."""
    for each in (name, *known):
        written = (_WORKBENCH / "templates" / each).read_text(encoding="utf-8")
        for needed in _NEEDED.findall(written):
            if needed not in known:
                known |= _templates(needed, known | {needed})
    return known | {name}


def addresses(address: str) -> Iterator[tuple[str, str]]:
    """For each picture where its page lies; the pages are those that the overview leads to first."""
    shown = httpx.get(f"{address}/overview.json", timeout=_PATIENCE).json()
    matter = httpx.get(f"{address}/matter/{shown['told_most'][0]['id']}.json", timeout=_PATIENCE).json()
    first = matter["first"]
    pair = {"one": shown["pairs"][0]["first"]["id"], "other": shown["pairs"][0]["second"]["id"]}
    yield "overview", "/"
    yield "claims", "/claims"
    yield "claim", f"/claim/{first['id']}"
    yield "document", f"/document/{first['evidence']['document_id']}"
    yield "matter", f"/matter/{shown['told_most'][0]['id']}"
    yield "pair", f"/pair?{urlencode(pair)}"
    for each in ("network", "timeline", "map"):
        yield each, f"/{each}"


def main() -> None:
    """Read the examples, take the pictures and write what they were made of."""
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(exist_ok=True)
    found = sorted([*(ROOT / "examples").glob("*.txt"), *(ROOT / "examples").glob("*.jsonl")])
    examples = [str(each.relative_to(Path.cwd())) for each in found]  # as they are named on every machine
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "examples.sayso"
        with Ledger.open(path) as ledger:
            for _ in find(examples, settings=_SETTINGS, ledger=ledger):
                pass
            for _ in corroborate(ledger):
                pass
        with served(path) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            page = browser.new_page(color_scheme="light")
            heights = {each.name: each.height for each in PICTURES}
            for name, way in addresses(server.address):
                page.set_viewport_size({"width": WIDTH, "height": heights[name]})
                page.goto(server.address + way)
                page.screenshot(path=FOLDER / f"{name}.png")
                size = (FOLDER / f"{name}.png").stat().st_size
                sys.stdout.write(f"{name}.png {size:,} bytes{'' if size <= LARGEST else ': TOO LARGE'}\n")
            browser.close()
    lines = ["# What each picture was made of; written by `python -m benchmarks.pictures`."]
    lines += [f'{each.name} = "{look(each)}"' for each in PICTURES]
    MADE_OF.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
