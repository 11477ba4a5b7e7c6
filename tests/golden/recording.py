"""Whole reports of `examples/` in, the claims that each must give out, as lines of the export form.

`python -m tests.golden.recording` writes them down again; the difference then shows what a change of words, rules or
weights does to whole documents, and belongs in the same commit.
"""

import io
from pathlib import Path

from sayso.outputs.claims import jsonl
from sayso.outputs.exporter import Layout
from sayso.pipeline import Finding, find
from sayso.reading import Reader, open_reader
from sayso.settings import Settings

REPORTS = {
    "iran-drones": "2022-11-06",
    "leopard-para-ucrania": "2023-05-02",
    "vostochny-summit-garbled": "2023-09-14",
}
"""Names of the reports, in English, Spanish and garbled English, with the days they are read as of."""
FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]


def lines(name: str, reader: Reader) -> list[str]:
    """The claims of a report, one JSON object each; the location is told from the root of the project."""
    location = f"examples/{name}.txt"
    settings = Settings(published=REPORTS[name])
    stream = io.StringIO()
    for found in find(location, settings=settings, reader=reader):
        assert isinstance(found, Finding), f"run this from {ROOT}, where {location} is"
        jsonl.write([(found.document, found.claims)], stream, layout=Layout(width=80, color=False))
    return stream.getvalue().splitlines()


def recorded(name: str) -> list[str]:
    """The claims as they were written down."""
    return (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    opened = open_reader(Settings())
    for each in REPORTS:
        (FOLDER / f"{each}.jsonl").write_text("".join(line + "\n" for line in lines(each, opened)), encoding="utf-8")
