"""Folders of gold and the annotations that ship in, documents with their claims out, from which to learn of claims."""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.documents.build import About, build
from sayso.evaluation.marks import Mark, read_gold
from sayso.records import Document
from sayso.settings import Settings
from training import corpora
from training.claimed import CLAIMS, Reported, load_claimed, load_reported, read_reports

UNDATED = "2018-09-30"


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A document with all claims that it carries; of a sentence by itself nothing is known beyond it."""

    name: str
    document: Document
    claims: tuple[Mark, ...]
    is_sentence: bool = False


def command(description: str | None) -> argparse.ArgumentParser:
    """The command line of a step that learns from annotated texts; `chosen` gives the texts."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="texts and gold by turns")
    parser.add_argument("--data", type=Path, required=True, help="data folder with the treebanks and statements")
    parser.add_argument("--published", type=Path, help="JSON: name of text to its date; 2018-09-30 where it has none")
    return parser


def chosen(options: argparse.Namespace) -> Iterator[Annotated]:
    """The annotated texts that the options of a `command` name."""
    published = json.loads(options.published.read_text()) if options.published else {}
    return annotated(options.folders, published=published, data=options.data)


def annotated(folders: Sequence[Path], *, published: Mapping[str, str], data: Path) -> Iterator[Annotated]:
    """The documents of gold folders (texts and gold by turns), our reports, the statements and then the sentences."""
    for folder, gold in zip(folders[::2], folders[1::2], strict=True):
        for marked in read_gold(folder, gold).documents:
            name = marked.document
            text = (folder / f"{name}.txt").read_text(encoding="utf-8")
            document = _document(text, name, Settings(published=published.get(name, UNDATED)))
            yield Annotated(name=name, document=document, claims=marked.claims)
    examples = corpora.load(data)
    yield from map(_report, load_reported(examples))
    yield from _sentences(examples)


def for_head(data: Path) -> Iterator[Annotated]:
    """What the reader's event head learns from: the reports kept for it, and the sentences."""
    yield from of_head()
    yield from _sentences(corpora.load(data))


def of_head() -> Iterator[Annotated]:
    """The reports kept for the reader's event head."""
    yield from (_report(report) for path in sorted((CLAIMS / "head").glob("*.tsv")) for report in read_reports(path))


def unseen() -> Iterator[Annotated]:
    """Reports that neither the event head nor the weights of what entries read were made with."""
    yield from map(_report, read_reports(CLAIMS / "unseen.tsv"))


def _report(report: Reported) -> Annotated:
    settings = Settings(language=report.language, published=report.published)
    document = _document(report.text, report.name, settings)
    return Annotated(name=report.name, document=document, claims=report.claims)


def _sentences(examples: Sequence[corpora.Example]) -> Iterator[Annotated]:
    for number, each in enumerate(load_claimed(examples)):
        document = _document(each.text, str(number), Settings(language=each.language))
        yield Annotated(name=str(number), document=document, claims=each.claims, is_sentence=True)


def _document(text: str, name: str, settings: Settings) -> Document:
    return build(text, About(location=f"{name}.txt", loader="text"), content=b"", settings=settings)
