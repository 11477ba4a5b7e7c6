"""Ledgers to look at, written by hand, without a reader: an ordinary one, an empty one, and one of hostile words."""

import hashlib
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import numpy as np

from sayso.ledger import Credibility, Ledger, Rating, ReaderRun
from sayso.pipeline import corroborate
from sayso.records import (
    Attribution,
    Claim,
    Document,
    Event,
    Judgement,
    Period,
    Place,
    Provenance,
    Quantity,
    Role,
    Span,
    Statement,
)
from tests.factories import document

AT = "2024-06-01T12:00:00Z"
"""When everything in these ledgers was judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Words of a sentence that fill a field: `source`, `cue`, `trigger`, `amount`, `when`, `place`, or a role."""

    field: str
    words: str
    actor: str | None = None
    good: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A sentence with the kind of its event; those of one `meaning` say the same."""

    kind: str
    parts: Sequence[str | Part]
    meaning: int
    polarity: str = "affirmed"

    @property
    def words(self) -> str:
        """The sentence."""
        return "".join(each if isinstance(each, str) else each.words for each in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of a report besides its text."""

    location: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: str | None = None


def write(ledger: Ledger, run: ReaderRun, about: About, *, sentences: Sequence[Told]) -> tuple[Document, list[Claim]]:
    """Append a report of these sentences; gives it with its claims."""
    made = document(" ".join(each.words for each in sentences), location=about.location)
    made = replace(made, title=about.title, publisher=about.publisher, author=about.author, published=about.published)
    claims, statements, at = [], [], 0
    for each in sentences:
        found = _claim(made, each, at)
        at = found.provenance.evidence.end + 1
        claims.append(found)
        statements.append(_statement(found, each.meaning))
    ledger.append(made, claims, run=run, statements=statements)
    return made, claims


def _claim(made: Document, told: Told, start: int) -> Claim:
    spans: list[tuple[Part, Span]] = []
    at = start
    for each in told.parts:
        words = each if isinstance(each, str) else each.words
        if isinstance(each, Part):
            spans.append((each, made.span(at, at + len(words))))
        at += len(words)
    of = {part.field: (part, span) for part, span in spans}
    source, cue = of.get("source"), of.get("cue")
    trigger = of["trigger"][1]
    return Claim(
        id=hashlib.sha256(f"{made.id}\0{start}".encode()).hexdigest()[:16],
        document_id=made.id,
        language="en",
        published=made.published,
        event=Event(
            kind=told.kind,
            trigger=trigger,
            roles=tuple(
                Role(role=part.field, actor=part.actor, span=span, good=part.good)
                for part, span in spans
                if part.field not in ("source", "cue", "trigger", "amount", "when", "place")
            ),
            quantities=tuple(
                Quantity(
                    of="good",
                    low=Decimal(part.number or 0),
                    high=Decimal(part.number or 0),
                    unit=part.good,
                    approximate=False,
                    basis="stated",
                    span=span,
                )
                for part, span in spans
                if part.field == "amount"
            ),
            occurred=Period(edtf=of["when"][0].number or "2024", basis="stated", span=of["when"][1])
            if "when" in of
            else None,
            place=Place(name=of["place"][0].words, country=of["place"][0].actor, span=of["place"][1])
            if "place" in of
            else None,
        ),
        modality="done",
        polarity=told.polarity,
        certainty="certain",
        attribution=(
            (Attribution(source=source[1], actor=source[0].actor, cue=cue[1] if cue else None, channel="said"),)
            if source
            else ()
        ),
        confidence=0.75,
        provenance=Provenance(
            evidence=made.span(start, at),
            rule=f"trigger {trigger.quote}",
            words=(trigger,),
            reader="hand",
            reader_version="1",
            vocabulary_version="1",
        ),
    )


def _statement(claim: Claim, meaning: int) -> Statement:
    vector = np.random.default_rng(meaning).standard_normal(384)
    return Statement(
        span=claim.provenance.evidence,
        language="en",
        vector=np.round(127 * vector / np.linalg.norm(vector)).astype(np.int8).tobytes(),
        polarity=claim.polarity,
        attribution=claim.attribution,
        sources=tuple(each.actor for each in claim.attribution if each.actor),
        actors=tuple(sorted({each.actor for each in claim.event.roles if each.actor})),
        numbers=tuple(each.low for each in claim.event.quantities if each.low is not None),
    )


def ordinary(path: Path) -> Path:
    """Reports of several outlets on a few matters, with numbers that contradict, denials, places, dates and gaps."""
    with Ledger.open(path) as ledger:
        run = ledger.begin("hand", "1", vocabulary_version="1")
        for number, (outlet, day) in enumerate((("Reuters", "02"), ("Yonhap", "03"), ("TASS", "04"), (None, None))):
            shells = Part(field="amount", words=f"{5 + number},000 shells", number=f"{5 + number}000", good="shell")
            about = About(
                location=f"reports/{number}.txt",
                title=f"Shells by rail, part {number}",
                publisher=outlet,
                author="A. Writer" if number else None,
                published=f"2024-03-{day}" if day else None,
            )
            write(ledger, run, about, sentences=[_shells(shells, denied=outlet == "TASS"), _gas(number), _treaty()])
        for number in range(70):
            about = About(
                location=f"short/{number}.txt", publisher="Gazette", published=f"2024-05-{1 + number % 28:02}"
            )
            write(ledger, run, about, sentences=[_visit(number)])
        _judge(ledger, reviewer="Ada", note="read it twice")
        for _ in corroborate(ledger):
            pass
    return path


def _shells(amount: Part, *, denied: bool) -> Told:
    return Told(
        kind="transfer",
        meaning=1,
        polarity="negated" if denied else "affirmed",
        parts=[
            Part(field="source", words="Officials in Seoul", actor="KOR"),
            " ",
            Part(field="cue", words="denied" if denied else "said"),
            " that ",
            Part(field="giver", words="North Korea", actor="PRK"),
            " ",
            Part(field="trigger", words="sent"),
            " ",
            amount,
            " of ",
            Part(field="good", words="ammunition", good="ammunition"),
            " to ",
            Part(field="recipient", words="Russia", actor="RUS"),
            " by way of ",
            Part(field="place", words="Khasan", actor="RUS"),
            " on ",
            Part(field="when", words="1 March 2024", number="2024-03-01"),
            ".",
        ],
    )


def _gas(number: int) -> Told:
    return Told(
        kind="depend",
        meaning=2,
        parts=[
            Part(field="actor", words="Hungary", actor="HUN"),
            " ",
            Part(field="trigger", words="relies"),
            " on ",
            Part(field="provider", words="Russia", actor="RUS"),
            " for ",
            Part(field="amount", words=f"{70 + number} percent", number=f"{70 + number}", good="percent"),
            " of its ",
            Part(field="good", words="gas", good="gas"),
            ".",
        ],
    )


def _treaty() -> Told:
    return Told(
        kind="agree",
        meaning=3,
        parts=[
            Part(field="actor", words="Moscow", actor="RUS"),
            " ",
            Part(field="trigger", words="signed a treaty"),
            " with ",
            Part(field="partner", words="Pyongyang", actor="PRK"),
            " in ",
            Part(field="place", words="Singapore", actor="SGP"),
            ".",
        ],
    )


def _visit(number: int) -> Told:
    guests = ("FRA", "DEU", "POL", "IND", "BRA", "CHN", "JPN", "TUR")
    return Told(
        kind="meet",
        meaning=100 + number,
        parts=[
            f"On visit number {number}, a guest of ",
            Part(field="actor", words="the house", actor=guests[number % 8]),
            " ",
            Part(field="trigger", words="met"),
            " those of ",
            Part(field="partner", words="the other", actor=guests[(number // 8 + 3) % 8]),
            " in ",
            Part(field="when", words="the year", number=f"{1990 + number % 30}"),
            ".",
        ],
    )


def hostile(path: Path, payloads: Sequence[str]) -> Path:
    """A report for every payload, with the payload in each field that comes from outside."""
    with Ledger.open(path) as ledger:
        run = ledger.begin("hand", "1", vocabulary_version="1")
        for number, payload in enumerate(payloads):
            about = About(
                location=f"{payload}/{number}",
                title=payload,
                publisher=payload,
                author=payload,
                published=f"2024-04-{1 + number % 28:02}",
            )
            actor = actor_of(number)
            write(ledger, run, about, sentences=[_planted(payload, actor), _planted(payload, actor, denied=True)])
        _judge(ledger, reviewer=None, note=None)
        for _ in corroborate(ledger):
            pass
        for each in ledger.documents():
            payload = each.title or ""
            claim = next(each_claim for each_claim in ledger.claims() if each_claim.document_id == each.id)
            _say(ledger, claim, payload)
    return path


def actor_of(number: int) -> str:
    """The id of the user's actor that is called by a payload."""
    return f"org/planted-{number}"


def actors_file(path: Path, payloads: Iterable[str]) -> Path:
    """A user's file of actors whose names are the payloads."""
    rows = (
        f'[[actor]]\nid = "{actor_of(number)}"\nkind = "media"\nnames = [{_toml(payload)}]\n'
        for number, payload in enumerate(payloads)
    )
    path.write_text("\n".join(rows), encoding="utf-8")
    tomllib.loads(path.read_text(encoding="utf-8"))
    return path


def _toml(words: str) -> str:
    escaped = "".join(each if each.isalnum() or each == " " else f"\\U{ord(each):08X}" for each in words)
    return f'"{escaped}"'


def _planted(payload: str, actor: str, *, denied: bool = False) -> Told:
    return Told(
        kind="transfer",
        meaning=int(hashlib.sha256(payload.encode()).hexdigest()[:6], 16) + denied,
        polarity="negated" if denied else "affirmed",
        parts=[
            Part(field="source", words=payload, actor=actor if denied else None),
            " ",
            Part(field="cue", words=payload),
            " ",
            Part(field="giver", words=payload, actor=actor),
            " ",
            Part(field="trigger", words=payload),
            " ",
            Part(field="amount", words=payload, number="5", good=payload),
            " ",
            Part(field="good", words=payload, good="arms"),
            " ",
            Part(field="recipient", words=payload, actor="RUS"),
            " ",
            Part(field="place", words=payload, actor="UKR"),
            " ",
            Part(field="when", words=payload, number="2024-04"),
        ],
    )


def _judge(ledger: Ledger, *, reviewer: str | None, note: str | None) -> None:
    if reviewer is None:
        return
    claim = next(ledger.claims())
    given = Judgement(id="", claim_id=claim.id, verdict="accept", reviewer=reviewer, at=AT, note=note)
    ledger.judge(given)
    ledger.register.rate(
        Rating(id="", actor="KOR", name=None, letter="B", reviewer=reviewer, at=AT, reason="often right")
    )


def _say(ledger: Ledger, claim: Claim, payload: str) -> None:
    """A judgement, a rating and a credibility in which reviewer, note and reason are the payload."""
    ledger.judge(Judgement(id="", claim_id=claim.id, verdict="reject", reviewer=payload, at=AT, note=payload))
    actor = next(each.actor for each in claim.event.roles if each.role == "giver")
    ledger.register.rate(Rating(id="", actor=actor, name=None, letter="D", reviewer=payload, at=AT, reason=payload))
    ledger.register.credit(Credibility(id="", claim_ids=(claim.id,), digit=5, reviewer=payload, at=AT, note=payload))
