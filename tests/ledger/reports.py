"""Reports and runs of readers that the tests of the ledger append."""

from dataclasses import replace

from sayso.ledger import Ledger, ReaderRun
from sayso.records import Claim, Document
from tests.factories import claim, document, role, span

CLAIMS = 6
"""In every report."""


def begin(ledger: Ledger, version: str = "1") -> ReaderRun:
    """A run of the reader of the tests."""
    return ledger.begin("hand", version, vocabulary_version="1")


def report(number: int) -> tuple[Document, tuple[Claim, ...]]:
    """A report of six sentences, each with a claim, different for every number."""
    sentences = [f"Unit {number}-{each} shelled town {each * number}." for each in range(CLAIMS)]
    made = document(" ".join(sentences), location=f"report-{number}.txt")
    claims = []
    for sentence in sentences:
        start = made.text.index(sentence)
        trigger = made.span(start + sentence.index("shelled"), start + sentence.index("shelled") + len("shelled"))
        target = role("target", "UKR", span(made, sentence.partition("shelled ")[2].rstrip(".")))
        fired = claim(made, "fight", "shelled", role("actor", "RUS", None), target, evidence=sentence)
        words = replace(fired.provenance, words=(trigger,))
        claims.append(replace(fired, event=replace(fired.event, trigger=trigger), provenance=words))
    return made, tuple(claims)
