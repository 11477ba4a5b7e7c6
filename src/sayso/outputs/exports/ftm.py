"""A ledger in, FollowTheMoney entities out, one JSON object a line, for Aleph and OpenSanctions tools.

| schema | stands for |
|---|---|
| `Article` | a document |
| `Person`, `Company`, `Organization`, `PublicBody` | an actor; a state is a public body of its country |
| `Event` | a claim, with its actors involved and its document as proof |
| `UnknownLink` | a claim between two actors, for drawings of networks |

`notes` of an event say on whose word it stands; `keywords` hold modality, polarity and certainty.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import BinaryIO

from sayso.claims.numbers.edtf import bounds
from sayso.codec import encode
from sayso.outputs.claims.phrases import amount, manner, parties
from sayso.outputs.display import visible
from sayso.outputs.exports.exporter import Contents
from sayso.outputs.exports.wording import address, called, carrier, headline, speakers, summary
from sayso.records import Claim, Document, Period
from sayso.vocab.actors import Roster

name = "ftm"
description = "for Aleph and OpenSanctions tools: FollowTheMoney entities, one JSON object a line"
loses = "Roles other than who takes part, offsets, and the kind of a source; modality and certainty are keywords."
ending = ".ftm.json"

_SCHEMATA = {"person": "Person", "company": "Company", "media": "Company", "group": "Organization"}
"""By kind of actor; a state, and a body of one, is a `PublicBody`, a body between states an `Organization`."""

_LANGUAGES = {
    "ar": "ara",
    "de": "deu",
    "en": "eng",
    "es": "spa",
    "fa": "fas",
    "fr": "fra",
    "he": "heb",
    "ja": "jpn",
    "ko": "kor",
    "pl": "pol",
    "pt": "por",
    "ru": "rus",
    "tr": "tur",
    "uk": "ukr",
    "zh": "zho",
}
"""Codes of three letters (ISO 639-3), which FollowTheMoney has, of the languages that are read."""

_PLAIN = re.compile(r"[A-Za-z0-9.-]+")
_DIGITS = 16

_Entity = dict[str, object]


def write(contents: Contents, stream: BinaryIO) -> Iterable[str]:
    """Write each actor before the first claim that names it."""
    for entity in _entities(contents):
        stream.write(encode(entity) + b"\n")
    return ()


def _entities(contents: Contents) -> Iterator[_Entity]:
    known: set[str] = set()
    for document, claims in contents.found():
        yield _article(document)
        for claim in claims:
            actors = _actors(claim)
            for actor in actors:
                if actor not in known:
                    known.add(actor)
                    yield _actor(actor, contents.roster)
            yield _event(claim, document, actors=actors, roster=contents.roster)
            yield from _links(claim, document, roster=contents.roster)


def _actors(claim: Claim) -> tuple[str, ...]:
    return tuple(dict.fromkeys(role.actor for role in claim.event.roles if role.actor is not None))


def _article(document: Document) -> _Entity:
    return _entity(
        _id("document", document.id),
        "Article",
        {
            "fileName": [visible(document.location)],
            "title": [document.title],
            "author": [document.author],
            "publisher": [document.publisher],
            "publishedAt": [document.published],
            "retrievedAt": [document.retrieved],
            "language": [_LANGUAGES.get(document.language)],
            "sourceUrl": [address(document)],
        },
    )


def _actor(actor: str, roster: Roster) -> _Entity:
    kind, owner = roster.kind(actor), actor.partition("/")[0]
    is_of_state = roster.is_state(owner)
    schema = _SCHEMATA.get(kind, "PublicBody" if is_of_state else "Organization")
    country = roster.territories.get(owner)
    return _entity(
        _id("actor", actor),
        schema,
        {
            "name": [called(actor, roster)],
            "country": [country.lower() if country else None],
            "keywords": [f"sayso:{visible(actor)}"],
        },
    )


def _event(claim: Claim, document: Document, *, actors: tuple[str, ...], roster: Roster) -> _Entity:
    event = claim.event
    place = event.place
    country = roster.territories.get(place.country or "") if place else None
    keywords = (claim.modality, claim.polarity, claim.certainty)
    named = ("modality", "polarity", "certainty")
    return _entity(
        _id("claim", claim.id),
        "Event",
        {
            "name": [headline(claim, roster)],
            "summary": [claim.provenance.evidence.quote],
            "description": [summary(claim, roster), *map(amount, event.quantities)],
            "notes": [f"On the word of {speakers(claim, roster)}, in {carrier(document)}"],
            "keywords": [event.kind, *(f"{each}:{value}" for each, value in zip(named, keywords, strict=True))],
            "involved": [_id("actor", each) for each in actors],
            "location": [visible(place.name) if place else None],
            "country": [country.lower() if country else None],
            **_when(event.occurred),
            **_proof(claim, document),
        },
    )


def _links(claim: Claim, document: Document, *, roster: Roster) -> Iterator[_Entity]:
    doers, others = ([role.actor for role in roles if role.actor is not None] for roles in parties(claim))
    if not others:
        return
    for number, doer in enumerate(dict.fromkeys(doers)):
        # One link for each doer: a link may have several objects, and two long lists would give a link for each pair.
        yield _entity(
            f"{_id('claim', claim.id)}-{number}",
            "UnknownLink",
            {
                "subject": [_id("actor", doer)],
                "object": [_id("actor", each) for each in others],
                "role": [claim.event.kind],
                "status": [manner(claim)],
                "summary": [claim.provenance.evidence.quote],
                "description": [f"On the word of {speakers(claim, roster)}"],
                **_when(claim.event.occurred),
                **_proof(claim, document),
            },
        )


def _proof(claim: Claim, document: Document) -> Mapping[str, list[str | None]]:
    return {
        "proof": [_id("document", document.id)],
        "publisher": [document.publisher],
        "sourceUrl": [address(document)],
        "recordId": [claim.id],
    }


def _when(occurred: Period | None) -> Mapping[str, list[str | None]]:
    found = bounds(occurred.edtf) if occurred else None
    if occurred is None or found is None:
        return {}
    if found.first and found.first.startswith(occurred.edtf):
        return {"date": [occurred.edtf]}
    return {"startDate": [found.first], "endDate": [found.until]}


def _entity(known: str, schema: str, properties: Mapping[str, list[str | None]]) -> _Entity:
    """Without what is not stated; every value once."""
    stated = {key: list(dict.fromkeys(each for each in values if each)) for key, values in properties.items()}
    return {"id": known, "schema": schema, "properties": {key: values for key, values in stated.items() if values}}


def _id(what: str, known: str) -> str:
    """An id of signs that FollowTheMoney takes, which are those of ASCII; a hash stands for any other.

    >>> _id("actor", "RUS/president")
    'sayso-actor-RUS.president'
    """
    name = known.replace("/", ".")
    return f"sayso-{what}-{name if _PLAIN.fullmatch(name) else sha256(known.encode()).hexdigest()[:_DIGITS]}"
