"""A number of claims in, a ledger of that many made-up claims, compared and ready to be looked at, out.

Nothing in it is read from a text: sentences, claims and statements are made together, in the form in which reading and
composition give them, from affairs between a few states. Each affair has happenings, of which each of its reports tells
some, so that there are matters that several tell, denials and numbers that contradict each other, beside many matters
that one report alone tells. The same number gives the same ledger.
"""

import argparse
import hashlib
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.corroboration.comparing import Material, compare, corroboration_version, joins_within
from sayso.lang.calling import name_of
from sayso.ledger import Ledger
from sayso.records import (
    Alignment,
    Attribution,
    Claim,
    Document,
    Event,
    Passage,
    Period,
    Place,
    Provenance,
    Quantity,
    Role,
    Run,
    Span,
    Statement,
)
from sayso.vocab.actors import Roster, open_roster

FOLDER = Path(__file__).parents[1] / ".build"
"""Where made-up ledgers are kept; git ignores it."""

_TELLINGS = 20
"""Claims of a report: the eighty real texts that were looked at have forty, short news ten."""

_HAPPENINGS = 30
_REPORTS = (1, 2, 3, 4, 6)
"""Reports of an affair, each number as often as the others."""

_STATES = 6
"""States of an affair, one of them great: a great one is in ten thousand claims, another one in a thousand."""

_GREAT = ("USA", "CHN", "RUS", "IND", "FRA", "GBR", "DEU", "JPN")
_AMONG_OTHERS = 0.5
"""Share of happenings that need not have the great state in them."""

_DAYS = 3650
_FIRST_DAY = date(2015, 1, 1)
_DIMENSIONS = 384
_NOISE = 0.25
"""Part of a sentence's embedding that is its own and not that of what it tells."""

_SIGNS = (
    # kind, words of the trigger, the second role, the thing with its category, its unit
    ("transfer", "supplied", "recipient", ("grain", "food"), "tonne"),
    ("transfer", "sold", "recipient", ("missiles", "missiles"), "missile"),
    ("transfer", "lent", "recipient", ("money", "money"), "USD"),
    ("sanction", "banned imports from", "target", ("oil", "oil"), None),
    ("support", "backed", "target", None, None),
    ("oppose", "condemned", "target", None, None),
    ("threaten", "threatened", "target", None, None),
    ("meet", "received envoys of", "partner", None, None),
    ("agree", "signed a treaty with", "partner", None, None),
    ("fight", "shelled", "target", None, None),
    ("depend", "relies on", "provider", ("gas", "gas"), "percent"),
)
_FIRST_ROLE = {"transfer": "giver"}
_PLACES = ("the port", "the border", "the capital", "the coast", "the northern province")
_HEDGES = (("done", "certain", ""), ("planned", "certain", "plans: it "), ("possible", "possible", "possibly "))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Happening:
    """Something that reports of an affair may tell: who did what to whom, how much, when."""

    doer: str
    other: str
    sign: int
    number: int
    day: date
    state: str
    vector: NDArray[np.float64]


def ledger_of(claims: int) -> Path:
    """The path of the compared ledger of so many claims, made where it is not there yet."""
    path = FOLDER / f"made-up-{claims}.sayso"
    if not path.exists():
        FOLDER.mkdir(exist_ok=True)
        unfinished = path.with_suffix(".unfinished.sayso")
        for each in (unfinished, Path(f"{unfinished}-wal"), Path(f"{unfinished}-shm")):
            each.unlink(missing_ok=True)
        with Ledger.open(unfinished) as ledger:
            fill(ledger, claims)
        unfinished.rename(path)
    return path


def fill(ledger: Ledger, claims: int) -> None:
    """Append reports until the ledger has so many claims, those of each affair compared with each other.

    `corroborate` would compare each report with those of other affairs too, find nothing, and take an hour.
    """
    roster = open_roster()
    run = ledger.begin("made up", "1", vocabulary_version="1")
    written = 0
    for reports in _affairs(roster, claims // _TELLINGS):
        for document, found, statements in reports:
            ledger.append(document, found, run=run, statements=statements)
        _compare(ledger, [document.id for document, _, _ in reports])
        written += len(reports)
        sys.stderr.write(f"\r{written} reports")


def _compare(ledger: Ledger, document_ids: Sequence[str]) -> None:
    before: list[Material] = []
    for document_id in document_ids:
        comparable = ledger.comparisons.comparable(document_id)
        own = Material(comparable.document, comparable.statements, comparable.tellings)
        found = [compare(own, other, copied=None) for other in before]
        ledger.comparisons.append(
            comparable,
            version=corroboration_version(),
            joins=[*joins_within(own), *(join for one in found for join in one.joins)],
            parallels=[parallel for one in found for parallel in one.parallels],
            others=[telling for other in before for telling in other.tellings],
        )
        before.append(own)


def _affairs(roster: Roster, number: int) -> Iterator[list[tuple[Document, list[Claim], list[Statement]]]]:
    """The reports of each affair, so many in all."""
    chance = random.Random(number)
    states = sorted(each for each, actor in roster.actors.items() if actor.kind == "state" and each not in _GREAT)
    media = sorted(each for each, actor in roster.actors.items() if actor.kind == "media")
    outlets = [name_of(each, roster) for each in media[:60]]
    written = 0
    while written < number:
        day = _FIRST_DAY + timedelta(days=chance.randrange(_DAYS))
        happenings = _affair(chance, [chance.choice(_GREAT), *chance.sample(states, _STATES - 1)], day)
        count = min(chance.choice(_REPORTS), number - written)
        yield [
            _report(
                [happenings[each] for each in sorted(chance.sample(range(len(happenings)), _TELLINGS))],
                published=(day + timedelta(days=report + chance.randrange(2))).isoformat(),
                publisher=chance.choice(outlets),
                location=f"made-up/{written + report:06}.txt",
                roster=roster,
                chance=chance,
            )
            for report in range(count)
        ]
        written += count


def _affair(chance: random.Random, states: Sequence[str], day: date) -> list[_Happening]:
    random_vectors = np.random.default_rng(chance.randrange(2**32))
    found = []
    for _ in range(_HAPPENINGS):
        doer, other = chance.sample(
            states if chance.random() < _AMONG_OTHERS else [states[0], chance.choice(states[1:])], 2
        )
        found.append(
            _Happening(
                doer=doer,
                other=other,
                sign=chance.randrange(len(_SIGNS)),
                number=chance.choice((12, 40, 75)) * 10 ** chance.randrange(3),
                day=day - timedelta(days=chance.randrange(20)),
                state=chance.choice(states),
                vector=random_vectors.standard_normal(_DIMENSIONS),
            )
        )
    return found


def _report(
    happenings: Sequence[_Happening],
    *,
    published: str,
    publisher: str,
    location: str,
    roster: Roster,
    chance: random.Random,
) -> tuple[Document, list[Claim], list[Statement]]:
    sentences = [_sentence(each, roster, chance) for each in happenings]
    text = "\n\n".join(
        " ".join(each[0] for each in sentences[first : first + 4]) for first in range(0, len(sentences), 4)
    )
    document = Document(
        id=hashlib.sha256(f"{location}\0{text}".encode()).hexdigest()[:16],
        location=location,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        language="en",
        repaired=text,
        alignment=Alignment(runs=(Run(start=0, end=len(text), source_start=0, source_end=len(text)),)),
        passages=(Passage(start=0, end=len(text), kind="body", language="en", garbled=0.0),),
        loader="made up",
        title=f"{name_of(happenings[0].doer, roster)}: what passed by {published}",
        publisher=publisher,
        published=published,
        retrieved=published,
    )
    claims, statements, at = [], [], 0
    for happening, (words, parts) in zip(happenings, sentences, strict=True):
        start = text.index(words, at)
        at = start + len(words)
        claim = _claim(document, document.span(start, at), parts, happening=happening)
        claims.append(claim)
        statements.append(_statement(claim, happening, chance))
    return document, claims, statements


def _sentence(happening: _Happening, roster: Roster, chance: random.Random) -> tuple[str, dict[str, str]]:
    """A sentence with its parts, which stand in it in this order."""
    _, trigger, _, thing, unit = _SIGNS[happening.sign]
    modality, certainty, hedge = chance.choices(_HEDGES, weights=(8, 1, 1))[0]
    source = name_of(happening.state, roster)
    number = happening.number if chance.random() < 0.85 else happening.number * 2
    amount = f"{number:,} {unit}{'' if unit in ('percent', 'USD') else 's'} of {thing[0]}" if thing and unit else ""
    amount = amount or (thing[0] if thing else "")
    parts = {
        "source": f"officials of {source}",
        "cue": chance.choice(("said", "reported", "announced", "confirmed")),
        "doer": name_of(happening.doer, roster),
        "trigger": trigger,
        "other": name_of(happening.other, roster),
        "amount": amount,
        "place": chance.choice(_PLACES),
        "when": happening.day.isoformat(),
    }
    is_denied = chance.random() < 0.06
    middle = "it is not so that " if is_denied else ""
    told = f"{parts['source']} {parts['cue']} that {middle}{parts['doer']} {hedge}{trigger} {parts['other']}"
    written = f"{told}{', with ' + amount if amount else ''} at {parts['place']} on {parts['when']}."
    return written, {
        **parts,
        "modality": modality,
        "certainty": certainty,
        "number": str(number) if unit else "",
        "polarity": "negated" if is_denied else "affirmed",
    }


def _claim(document: Document, evidence: Span, parts: dict[str, str], *, happening: _Happening) -> Claim:
    kind, _, second, thing, unit = _SIGNS[happening.sign]
    at = evidence.start

    def span(part: str) -> Span:
        nonlocal at
        start = document.text.index(parts[part], at)
        at = start + len(parts[part])
        return document.span(start, at)

    source, cue, doer, trigger, other = (span(each) for each in ("source", "cue", "doer", "trigger", "other"))
    amount = span("amount") if parts["amount"] else None
    place, when = span("place"), span("when")
    roles = [
        Role(role=_FIRST_ROLE.get(kind, "actor"), actor=happening.doer, span=doer),
        Role(role=second, actor=happening.other, span=other),
    ]
    if thing:
        roles.append(Role(role="good", actor=None, span=amount, good=thing[1]))
    number = Decimal(parts["number"]) if parts["number"] else None
    quantities = (
        (Quantity(of="good", low=number, high=number, unit=unit, approximate=False, basis="stated", span=amount),)
        if number is not None and amount
        else ()
    )
    return Claim(
        id=hashlib.sha256(f"{document.id}\0{evidence.start}".encode()).hexdigest()[:16],
        document_id=document.id,
        language="en",
        published=document.published,
        event=Event(
            kind=kind,
            trigger=trigger,
            roles=tuple(roles),
            quantities=quantities,
            occurred=Period(edtf=parts["when"], basis="stated", span=when),
            place=Place(name=parts["place"], country=happening.other, span=place),
        ),
        modality=parts["modality"],
        polarity=parts["polarity"],
        certainty=parts["certainty"],
        attribution=(Attribution(source=source, actor=happening.state, cue=cue, channel="said"),),
        confidence=0.8,
        provenance=Provenance(
            evidence=evidence,
            rule=f"trigger {parts['trigger']}",
            words=(trigger,),
            reader="made up",
            reader_version="1",
            vocabulary_version="1",
        ),
    )


def _statement(claim: Claim, happening: _Happening, chance: random.Random) -> Statement:
    own = np.random.default_rng(chance.randrange(2**32)).standard_normal(_DIMENSIONS)
    vector = (1 - _NOISE) * happening.vector + _NOISE * own
    return Statement(
        span=claim.provenance.evidence,
        language="en",
        vector=np.round(127 * vector / np.linalg.norm(vector)).astype(np.int8).tobytes(),
        polarity=claim.polarity,
        attribution=claim.attribution,
        sources=(happening.state,),
        actors=tuple(sorted({happening.doer, happening.other, happening.state})),
        numbers=tuple(each.low for each in claim.event.quantities if each.low is not None),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Make the ledger and say where it lies."""
    parser = argparse.ArgumentParser(description="Make a ledger of made-up claims, once.")
    parser.add_argument("--claims", type=int, default=100_000)
    sys.stdout.write(f"{ledger_of(parser.parse_args(arguments).claims)}\n")


if __name__ == "__main__":
    main()
