"""Reports and runs of readers that the tests of the ledger append."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import chain, islice

from sayso.corroboration.profiles import Profile
from sayso.corroboration.records import Alike, Evidence, Join, Parallel, Reuse, SharedPassage, Telling
from sayso.ledger import Comparable, Credibility, Identity, Ledger, Rating, ReaderRun
from sayso.records import Attribution, Claim, Document, Judgement, Statement
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


def stated(made: Document, claims: Sequence[Claim]) -> tuple[Statement, ...]:
    """What the sentences of the claims state, each with an embedding of its own."""
    return tuple(
        Statement(
            span=each.provenance.evidence,
            language="en",
            vector=bytes([place]) * 384,
            polarity="affirmed",
            attribution=(Attribution(source=made.span(0, 4), actor="org/unit", cue=None, channel="said"),)
            * (place % 2),
            sources=("org/unit", "UKR") * (place % 2),
            actors=("RUS", "UKR"),
            numbers=(Decimal(place), Decimal("5.50")),
        )
        for place, each in enumerate(claims)
    )


def profile(made: Document, number: int = 0) -> Profile:
    """What is compared of a report to tell its story, different for every number."""
    return Profile(
        document_id=made.id,
        language=made.language,
        published=made.published,
        terms={"shell": 800, "town": 600},
        names={"zürich": 1000},
        actors={"RUS": 707, "UKR": 707},
        numbers={str(number): 1000},
        dates={},
        vector=bytes([number]) * 384,
    )


def fill(ledger: Ledger, reports: int, version: str = "1") -> None:
    """Appends so many reports with what they state."""
    run = begin(ledger, version)
    for number in range(reports):
        made, claims = report(number)
        ledger.append(made, claims, run=run, statements=stated(made, claims), profile=profile(made, number))


SHARED = "shelled town"
"""Stands in every report."""


def reuse(one: Document, other: Document, *, share: float = 0.5) -> Reuse:
    """Two reports that share two words."""
    first, second = sorted((one, other), key=lambda each: each.id)
    return Reuse(
        document_id=first.id,
        other_id=second.id,
        method="same words",
        share=share,
        other_share=0.25,
        passages=(SharedPassage(span=span(first, SHARED), other=span(second, SHARED)),),
    )


def join(one: Claim, other: Claim, *, score: float = 1.5) -> Join:
    """Two claims that tell of one matter."""
    first, second = sorted((one.id, other.id))
    return Join(
        claim_id=first,
        other_id=second,
        score=score,
        evidence=(Evidence(name="same kind", weight=1.0, said="fight"), Evidence(name="noise", weight=0.5, said="é")),
    )


def parallel(one: Statement, other: Statement, *, score: float = 1.5) -> Parallel:
    """Two sentences that say the same."""
    first, second = sorted((one.span, other.span), key=lambda each: each.document_id)
    return Parallel(
        span=first, other=second, score=score, evidence=(Evidence(name="same meaning", weight=1.0, said="cosine 0.9"),)
    )


def alike(one: Document, other: Document, *, likeness: float = 0.5) -> Alike:
    """Two reports that may tell one story."""
    first, second = sorted((one.id, other.id))
    return Alike(document_id=first, other_id=second, likeness=likeness)


def compare(ledger: Ledger, version: str = "1", *, score: float = 1.5) -> int:
    """Compares every pending report with those compared before.

    Each shares words and a story with all. Its first claim and its first sentence, where it has any, say what theirs
    say.
    """
    # Asked for first: what another process has done by then is among what was compared.
    pending = ledger.comparisons.pending(version)
    first = list(islice(pending, 1))
    known: dict[str, Comparable] = {each.document.id: each for each in ledger.comparisons.compared(version)}
    count = 0
    for each in chain(first, pending):
        before = [other for other in known.values() if other.document.id != each.document.id]
        others: list[Telling] = [other.tellings[0] for other in before]
        count += ledger.comparisons.append(
            each,
            version=version,
            reuses=[reuse(each.document, other.document, share=score / 10) for other in before],
            joins=[join(each.tellings[0].claim, other.claim, score=score) for other in others],
            parallels=[
                parallel(one, two, score=score)
                for other in before
                for one, two in zip(each.statements[:1], other.statements[:1], strict=False)
            ],
            alike=[alike(each.document, other.document, likeness=score / 10) for other in before],
            others=others,
        )
        known[each.document.id] = each
    return count


def judge_all(ledger: Ledger, claim: Claim) -> None:
    """An analyst's word on the claim, on its matter, on a source and on an actor."""
    at = "2026-01-02T03:04:05Z"
    ledger.judge(Judgement(id="", claim_id=claim.id, verdict="accept", reviewer="ann", at=at))
    ledger.register.rate(
        Rating(id="", actor="org/unit", name=None, letter="B", reviewer="ann", at=at, reason="was right before")
    )
    ledger.register.credit(
        Credibility(id="", claim_ids=(claim.id,), digit=2, reviewer="ann", at=at, note="seen on images")
    )
    ledger.register.identify(
        Identity(id="", actor="org/unit-2", same_as="org/unit", reviewer="ann", at=at, reason="a new name")
    )
