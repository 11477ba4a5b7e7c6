"""What the measures of claims are given, and a text in, what the whole program makes of it out."""

from dataclasses import dataclass
from pathlib import Path

from sayso.claims.composition import compose
from sayso.documents.build import About, build
from sayso.reading import Reader
from sayso.records import Claim, Document, Reading
from sayso.settings import Settings
from sayso.vocab.actors import Roster

QUICK_TEXTS = 2
"""Texts of each corpus that a quick run looks at: a check that all runs, not a figure to quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsBench:
    """What a group needs: the data folder, the reader, the actors, and whether to look at a sample only."""

    data: Path
    reader: Reader
    roster: Roster
    quick: bool = False


def read_text(bench: ClaimsBench, text: str, *, location: str, published: str | None) -> tuple[Document, Reading]:
    """The text as a document, in the language it is found to be in, and its reading."""
    about = About(location=location, loader="text")
    document = build(text, about, content=text.encode(), settings=Settings(published=published))
    return document, bench.reader.read(document)


def claims_of(bench: ClaimsBench, text: str, *, location: str, published: str | None) -> tuple[Document, list[Claim]]:
    """The text as a document, and its claims in their order."""
    document, reading = read_text(bench, text, location=location, published=published)
    return document, list(compose(document, reading, roster=bench.roster))
