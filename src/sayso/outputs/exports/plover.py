"""A ledger in, rows of event data by PLOVER and CAMEO out; `plover.toml` says what becomes of a kind and a modality."""

import csv
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from sayso.outputs.cells import LINE_END, Cells
from sayso.outputs.claims.phrases import amount
from sayso.outputs.exports.exporter import Contents
from sayso.outputs.exports.streams import as_text
from sayso.outputs.exports.wording import Pair, called, carrier, counted, first_day, pairs, speakers
from sayso.records import Claim, Document
from sayso.system.holders import holders
from sayso.system.parties import party_of

name = "plover"
description = "for event data in R and pandas: rows by PLOVER and CAMEO, modality taken into account"
loses = (
    "PLOVER has no place for speaker, certainty and words (columns of our own keep them); claims of kinds that are "
    "none of its types or in which no party is known, and what is told as not happening, are left out and counted."
)
ending = ".csv"

COLUMNS = (
    *("event_id", "date", "date_basis", "event", "mode", "context", "quad", "cameo"),
    *("actor", "actor_name", "recipient", "recipient_name", "speaker", "speaker_id"),
    *("kind", "modality", "polarity", "certainty", "confidence", "thing", "quantities", "place", "place_country"),
    *("words", "publisher", "published", "language", "document", "claim_id"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What a claim is coded as, who does it to whom, and in which contexts of PLOVER."""

    event: str
    cameo: str
    quad: int
    contexts: tuple[str, ...]
    pairs: tuple[Pair, ...]


def write(contents: Contents, stream: BinaryIO) -> Iterable[str]:
    """Write one row for each actor and recipient of a claim; says how many claims are no event."""
    cells, left_out = Cells(), 0
    with as_text(stream) as text:
        writer = csv.writer(text, lineterminator=LINE_END)
        writer.writerow(COLUMNS)
        for document, claims in contents.found():
            for claim in claims:
                event = coded(claim)
                left_out += event is None
                if event is not None:
                    for number, pair in enumerate(event.pairs):
                        row = _row(claim, document, event=event, pair=pair, contents=contents)
                        writer.writerow(cells.row((f"{claim.id}-{number}", *row)))
    no_event = "no event of PLOVER and left out"
    return (*counted(left_out, one=f"is {no_event}", several=f"are {no_event}"), *cells.remarks())


def coded(claim: Claim) -> Event | None:
    """What the claim is by PLOVER; None where it is no event there."""
    table = _table()
    kind = table["kinds"][claim.event.kind]
    modality = table[claim.polarity].get(claim.modality, {})
    if claim.modality == "wanted" and _is_own(claim) and not (kind.get("mutual") and claim.polarity == "affirmed"):
        modality = table["own"][claim.polarity]
    told = _wishes(claim, pairs(claim)) if claim.modality == "wanted" else pairs(claim)
    if told == (Pair(doer=None, other=None),):
        return None
    word = modality.get(kind["tone"])
    if word == "itself":
        word = _itself(claim, kind, told)
    elif word == "ended":
        word = None if _is_denial(claim) else kind.get("ended")
    elif not kind.get("event"):
        word = None
    if word is None:
        return None
    own = table["events"][word]
    contexts = (kind.get("context"), modality.get("context"))
    return Event(
        event=word,
        cameo=kind["cameo"] if word == kind.get("event") and "cameo" in kind else own["cameo"],
        quad=own["quad"],
        contexts=tuple(each for each in contexts if each),
        pairs=told,
    )


def _itself(claim: Claim, kind: dict[str, Any], told: tuple[Pair, ...]) -> str | None:
    if "goods" in kind and not any(role.good in kind["goods"] for role in claim.event.roles):
        return None
    if "alone" in kind and all(pair.other is None for pair in told):
        return str(kind["alone"])
    if claim.event.kind == "casualty" and all(pair.other is None for pair in told):
        return None  # the dead are told of, and nobody who killed them
    return kind.get("event")


def _is_denial(claim: Claim) -> bool:
    """Whether one who would have done it says that it is not so."""
    doers = {pair.doer for pair in pairs(claim)}
    return bool(claim.attribution) and party_of(claim.attribution[-1].actor) in doers


def _is_own(claim: Claim) -> bool:
    """Whether it is the doer whose wish is told."""
    return bool({pair.doer for pair in pairs(claim)} & set(holders(claim)))


def _wishes(claim: Claim, told: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Who wants it, of those who would have to do it; of one who wants to do it himself, of those he would do it to."""
    found = []
    for holder in holders(claim):
        for pair in told:
            asked = pair.other if pair.doer in (None, holder) else pair.doer
            found.append(Pair(doer=holder or pair.doer, other=None if asked == holder else asked))
    return tuple(dict.fromkeys(found))


def _row(claim: Claim, document: Document, *, event: Event, pair: Pair, contents: Contents) -> Iterator[object]:
    """The values in the order of `COLUMNS`, after the id."""
    roster, told = contents.roster, claim.event
    happened = first_day(told.occurred.edtf) if told.occurred else None
    yield from (happened or claim.published, "occurred" if happened else "published" if claim.published else None)
    yield from (event.event, None, "; ".join(event.contexts), event.quad, event.cameo)
    for party in _ends(claim, pair):
        yield from (party, called(party, roster) if party else None)
    yield speakers(claim, roster) if claim.attribution else carrier(document)
    yield "; ".join(link.actor for link in claim.attribution if link.actor)
    yield from (told.kind, claim.modality, claim.polarity, claim.certainty, claim.confidence)
    yield "; ".join(dict.fromkeys(each for role in told.roles if (each := role.good or role.effect)))
    yield "; ".join(map(amount, told.quantities))
    yield from (told.place.name, told.place.country) if told.place else (None, None)
    yield from (claim.provenance.evidence.quote, document.publisher, claim.published, claim.language)
    yield from (document.location, claim.id)


def _ends(claim: Claim, pair: Pair) -> tuple[str | None, str | None]:
    """Actor and recipient; of casualties the victim comes first in a claim and is the recipient here."""
    is_turned = claim.event.kind == "casualty" and claim.modality != "wanted"
    return (pair.other, pair.doer) if is_turned else (pair.doer, pair.other)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "plover.toml").read_text(encoding="utf-8"))
