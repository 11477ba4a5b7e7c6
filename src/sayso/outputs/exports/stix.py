"""A ledger in, a STIX 2.1 bundle out: reports, notes, opinions, relationships and identities, for threat intelligence.

| object | stands for | `confidence` |
|---|---|---|
| `report` | a document, with all that was read in it | |
| `note` | a claim: its words, its fields, `authors` on whose word | how sure the reader is, 0 to 100 |
| `relationship` | what a matter tells as done or going on, between two parties | credibility of the matter |
| `opinion` | an analyst's verdict on a claim, or the word of one who denies it | |
| `identity` | a party, and sayso itself | |

A relationship is read as a fact, so that what is planned, feared, denied or rejected by an analyst is a note alone. Its
confidence is the credibility of the matter by the table "Admiralty Credibility" of appendix A of the standard; it is
left out where the credibility cannot be judged. Ids are UUIDs of version 5 and times those of publication, so that the
same ledger gives the same bundle, and the same claim the same id in every bundle.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO

from sayso.claims.numbers.edtf import bounds
from sayso.outputs.display import visible
from sayso.outputs.exports.exporter import Contents
from sayso.outputs.exports.streams import write_members
from sayso.outputs.exports.wording import address, called, carrier, headline, pairs, speaker, summary
from sayso.records import Claim, Document, Judgement, Period
from sayso.vocab.actors import Roster

if TYPE_CHECKING:
    from sayso.corroboration.accounts import Account

name = "stix"
description = "for MISP, OpenCTI and other threat intelligence: a STIX 2.1 bundle of reports, notes and relationships"
loses = (
    "Offsets of all but the sentence; quantities and places are words of a note, and what is not told as done or going "
    "on is no relationship."
)
ending = ".json"

_Object = dict[str, object]

_CONFIDENCE = {1: 90, 2: 70, 3: 50, 4: 30, 5: 10}
"""STIX 2.1, appendix A, "Admiralty Credibility"; 6, truth cannot be judged, has no value there."""

_OPINIONS = {"accept": "strongly-agree", "correct": "neutral", "reject": "strongly-disagree"}
"""Of a corrected claim some fields are wrong and some are right."""

_CLASSES = {"person": "individual", "group": "group"}
"""Identity classes by kind of actor; every other kind is an `organization`."""

_NAMESPACE = bytes.fromhex("1f6a9e0c5d3b4c7e9a42d06b7c2e8f51")
"""Of our ids: the standard keeps its own namespace for cyber-observables. Drawn once; it never changes."""

_UNDATED = "1970-01-01T00:00:00.000Z"
"""The time of creation, which the standard asks for, of what has no date."""

_REMEMBERED = 10_000  # ids: those of a document are asked for again and again while it is written

_US = "identity", "sayso"


def write(contents: Contents, stream: BinaryIO) -> Iterable[str]:
    """Write one bundle, rejected claims with the opinion of those who rejected them."""
    stream.write(f'{{"type":"bundle","id":"{_id("bundle", contents.name)}","objects":['.encode())
    write_members(stream, _objects(contents))
    stream.write(b"\n]}\n")
    return ()


def _objects(contents: Contents) -> Iterator[_Object]:
    yield _dated("identity", "sayso", _UNDATED) | {"name": "sayso", "identity_class": "system"}
    accounts = {telling.claim.id: each for each in contents.accounts() for telling in each.matter.tellings}
    known: set[str] = set()
    for document, claims in contents.everything():
        refs: list[str] = []
        for claim in claims:
            for found in _of_claim(claim, document, contents=contents, account=accounts.get(claim.id)):
                refs.append(str(found["id"]))
                if refs[-1] not in known:
                    yield found
                if found["type"] != "note":
                    known.add(refs[-1])
        yield _report(document, refs)


def _of_claim(claim: Claim, document: Document, *, contents: Contents, account: "Account | None") -> Iterator[_Object]:
    """The parties, the note, what it tells as a relationship, and opinions on it."""
    roster, created = contents.roster, _time(claim.published)
    about = pairs(claim)
    parties = dict.fromkeys(party for pair in about for party in (pair.doer, pair.other) if party is not None)
    for party in parties:
        yield _identity(party, roster)
    refs = [_id("identity", party) for party in parties] or [_id("report", document.id)]
    yield _note(claim, document, refs=refs, roster=roster)
    standing = contents.standings.get(claim.id)
    decision = standing.decision if standing else None
    if claim.polarity == "affirmed" and claim.modality in ("done", "ongoing"):
        for pair in about:
            is_told = pair.doer is not None and pair.other is not None and pair.doer != pair.other
            if is_told and not (decision and decision.verdict == "reject"):
                matter = account.matter.id if account else claim.id
                ends = str(pair.doer), str(pair.other)
                yield _relationship(claim, ends, matter=matter, account=account, roster=roster)
    if decision is not None:
        yield _verdict(decision, claim)
    if account is not None and claim.polarity == "negated":
        yield from _denial(claim, account, created=created, roster=roster)


def _identity(party: str, roster: Roster) -> _Object:
    kind = roster.kind(party)
    told = {"name": called(party, roster), "identity_class": _CLASSES.get(kind, "organization")}
    sector = {"sectors": ["government-national"]} if kind == "state" else {}
    return _dated("identity", party, _UNDATED) | told | sector | {"external_references": [_reference(party)]}


def _note(claim: Claim, document: Document, *, refs: list[str], roster: Roster) -> _Object:
    evidence = claim.provenance.evidence
    where = f"{carrier(document)}, code points {evidence.start} to {evidence.end} of the text"
    reference = {"source_name": "sayso claim", "external_id": claim.id, "description": where}
    web = address(document)
    labels = (f"kind:{claim.event.kind}", f"modality:{claim.modality}", f"polarity:{claim.polarity}")
    authors = [speaker(link, roster) for link in claim.attribution] or [carrier(document)]
    return _dated("note", claim.id, _time(claim.published)) | {
        "abstract": summary(claim, roster),
        "content": evidence.quote or summary(claim, roster),
        "authors": authors,
        "lang": _tag(claim.language),
        "labels": [*labels, f"certainty:{claim.certainty}"],
        "confidence": round(100 * claim.confidence),
        "object_refs": refs,
        "external_references": [reference | ({"url": web} if web else {})],
    }


def _relationship(
    claim: Claim, ends: tuple[str, str], *, matter: str, account: "Account | None", roster: Roster
) -> _Object:
    """What a matter tells; every telling of it between the same two gives the same one."""
    kind = claim.event.kind
    found = _dated("relationship", f"{matter} {kind} {ends[0]} {ends[1]}", _time(claim.published))
    found |= {
        "relationship_type": kind,
        "description": f"{headline(claim, roster)}. “{claim.provenance.evidence.quote}”",
    }
    found |= {"source_ref": _id("identity", ends[0]), "target_ref": _id("identity", ends[1])}
    confidence = _CONFIDENCE.get(account.credibility.number) if account else None
    return found | ({"confidence": confidence} if confidence else {}) | _lasting(claim.event.occurred)


def _lasting(occurred: Period | None) -> _Object:
    found = bounds(occurred.edtf) if occurred else None
    if found is None:
        return {}
    sides = {"start_time": found.first, "stop_time": found.until}
    return {key: _time(day) for key, day in sides.items() if day is not None}


def _verdict(judgement: Judgement, claim: Claim) -> _Object:
    told = {"opinion": _OPINIONS[judgement.verdict], "authors": [judgement.reviewer]}
    note = {"explanation": judgement.note} if judgement.note else {}
    return _dated("opinion", judgement.id, _time(judgement.at)) | told | note | {"object_refs": [_id("note", claim.id)]}


def _denial(claim: Claim, account: "Account", *, created: str, roster: Roster) -> Iterator[_Object]:
    """What one who denies a matter says of the claims that assert it."""
    told = [each.claim for each in account.matter.tellings]
    asserted = [_id("note", each.id) for each in told if each.polarity == "affirmed"]
    if asserted and claim.attribution:
        is_sure = claim.certainty == "certain"
        yield _dated("opinion", f"denial {claim.id}", created) | {
            "opinion": "strongly-disagree" if is_sure else "disagree",
            "authors": [speaker(link, roster) for link in claim.attribution],
            "explanation": claim.provenance.evidence.quote,
            "object_refs": asserted,
        }


def _report(document: Document, refs: list[str]) -> _Object:
    created = _time(document.published or document.retrieved)
    web = address(document)
    reference = _reference(document.id) | {"description": visible(document.location)} | ({"url": web} if web else {})
    return _dated("report", document.id, created) | {
        "name": visible(document.title or document.location),
        "description": f"{carrier(document)}, {document.published or 'date of publication not stated'}",
        "published": created,
        "lang": _tag(document.language),
        "object_refs": list(dict.fromkeys(refs)),
        "external_references": [reference],
    }


def _reference(known: str) -> dict[str, object]:
    return {"source_name": "sayso", "external_id": visible(known)}


def _tag(language: str) -> str:
    """The language as RFC 5646 has it: undetermined for what is not known."""
    return "und" if language == "unknown" else language


def _dated(kind: str, made_of: str, created: str) -> _Object:
    head: _Object = {"type": kind, "spec_version": "2.1", "id": _id(kind, made_of)}
    maker = {} if (kind, made_of) == _US else {"created_by_ref": _id(*_US)}
    return head | maker | {"created": created, "modified": created}


def _time(date: str | None) -> str:
    """The beginning of an ISO date of any precision, as a time."""
    if not date:
        return _UNDATED
    found = bounds(date.partition("T")[0])
    return f"{found.first}T00:00:00.000Z" if found and found.first else _UNDATED


@lru_cache(maxsize=_REMEMBERED)
def _id(kind: str, made_of: str) -> str:
    """A UUID of version 5 (RFC 9562, section 5.5) of what makes the object what it is.

    >>> _id("note", "61c15ed371")
    'note--7258d08e-45bf-50f2-b87e-b2a0d2e73ae0'
    """
    digest = bytearray(hashlib.sha1(_NAMESPACE + f"{kind} {made_of}".encode(), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"{kind}--{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
