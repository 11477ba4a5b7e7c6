"""A ledger in, PROV-JSON out: what every claim was derived from, by which run of which reader, and on whose word.

A document and a claim are entities, a run is an activity, reader, publishers and those who are cited are agents.
A claim `wasDerivedFrom` its document, `wasGeneratedBy` the run that read it, and `wasAttributedTo` each one cited.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import chain
from typing import BinaryIO, TypeAlias

from sayso.codec import encode
from sayso.outputs.exports.exporter import Contents
from sayso.outputs.exports.streams import write_fields
from sayso.outputs.exports.wording import carrier, speaker, summary
from sayso.records import Claim, Document, Provenance
from sayso.vocab.actors import Roster

name = "prov"
description = "for provenance tools: PROV-JSON of documents, claims, runs and those who are cited"
loses = "Roles and quantities, which stand in one line of words; offsets of all but the sentence."
ending = ".json"

_PREFIXES = {"sayso": "urn:sayso:", "xsd": "http://www.w3.org/2001/XMLSchema#"}
_DIGITS = 16
_READER = "sayso:reader"

_Field: TypeAlias = tuple[str, object]
_Told: TypeAlias = tuple[str, str, str, tuple[str, ...]]
"""Ids of a claim, its document and its run, and of those who are cited."""


def write(contents: Contents, stream: BinaryIO) -> Iterable[str]:
    """Write one document of PROV-JSON; the ids of all claims are held meanwhile, as relations stand after entities."""
    told: list[_Told] = []
    agents: dict[str, object] = {_READER: _agent("sayso", "prov:SoftwareAgent")}
    runs: dict[str, object] = {}
    carried: dict[str, str] = {}
    stream.write(b'{"prefix":' + encode(_PREFIXES) + b',\n"entity":{')
    write_fields(stream, _entities(contents, told=told, agents=agents, runs=runs, carried=carried))
    read = {(each[1], each[2]) for each in told}
    sections: tuple[tuple[str, Iterable[_Field]], ...] = (
        ("agent", agents.items()),
        ("activity", runs.items()),
        ("wasAssociatedWith", ((f"_:with-{n}", _between("activity", r, "agent", _READER)) for n, r in enumerate(runs))),
        ("used", ((f"_:used-{n}", _between("activity", r, "entity", d)) for n, (d, r) in enumerate(sorted(read)))),
        ("wasDerivedFrom", (_derived(number, each) for number, each in enumerate(told))),
        ("wasGeneratedBy", ((f"_:by-{n}", _between("entity", e[0], "activity", e[2])) for n, e in enumerate(told))),
        ("wasAttributedTo", chain(_cited(told), _published(carried))),
    )
    for heading, fields in sections:
        stream.write(b"\n},\n" + encode(heading) + b":{")
        write_fields(stream, fields)
    stream.write(b"\n}}\n")
    return ()


def _entities(
    contents: Contents,
    *,
    told: list[_Told],
    agents: dict[str, object],
    runs: dict[str, object],
    carried: dict[str, str],
) -> Iterator[_Field]:
    known = {(run.reader, run.reader_version, run.vocabulary_version): run.id for run in contents.runs}
    for document, claims in contents.found():
        document_id = f"sayso:document-{document.id}"
        publisher = _known(carrier(document))
        agents.setdefault(publisher, _agent(carrier(document), "prov:Agent"))
        carried[document_id] = publisher
        yield document_id, _document(document)
        for claim in claims:
            made = claim.provenance
            run = known.get((made.reader, made.reader_version, made.vocabulary_version), made.reader_version)
            runs.setdefault(f"sayso:run-{run}", _run(made))
            cited = {_known(each): each for each in (speaker(link, contents.roster) for link in claim.attribution)}
            for agent, called in cited.items():
                agents.setdefault(agent, _agent(called, "prov:Agent"))
            claim_id = f"sayso:claim-{claim.id}"
            told.append((claim_id, document_id, f"sayso:run-{run}", tuple(cited)))
            yield claim_id, _claim(claim, contents.roster)


def _document(document: Document) -> dict[str, object]:
    stated = {
        "prov:type": _typed("sayso:Document"),
        "prov:label": document.title or document.location,
        "prov:location": document.location,
        "sayso:sha256": document.sha256,
        "sayso:language": document.language,
        "sayso:published": document.published,
        "sayso:retrieved": document.retrieved,
    }
    return {key: value for key, value in stated.items() if value}


def _claim(claim: Claim, roster: Roster) -> dict[str, object]:
    evidence = claim.provenance.evidence
    return {
        "prov:type": _typed("sayso:Claim"),
        "prov:label": summary(claim, roster),
        "prov:value": evidence.quote,
        "sayso:start": evidence.start,
        "sayso:end": evidence.end,
        "sayso:kind": claim.event.kind,
        "sayso:modality": claim.modality,
        "sayso:polarity": claim.polarity,
        "sayso:certainty": claim.certainty,
        "sayso:confidence": claim.confidence,
        "sayso:rule": claim.provenance.rule,
    }


def _run(made: Provenance) -> dict[str, object]:
    return {
        "prov:type": _typed("sayso:Run"),
        "sayso:reader": made.reader,
        "sayso:readerVersion": made.reader_version,
        "sayso:vocabularyVersion": made.vocabulary_version,
    }


def _agent(called: str, kind: str) -> dict[str, object]:
    return {"prov:type": _typed(kind), "prov:label": called}


def _typed(name: str) -> dict[str, str]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _between(one: str, this: str, other: str, that: str) -> dict[str, str]:
    return {f"prov:{one}": this, f"prov:{other}": that}


def _derived(number: int, told: _Told) -> _Field:
    claim, document, run, _ = told
    return f"_:from-{number}", _between("generatedEntity", claim, "usedEntity", document) | {"prov:activity": run}


def _cited(told: list[_Told]) -> Iterator[_Field]:
    for number, (claim, _, _, agents) in enumerate(told):
        for place, agent in enumerate(agents):
            yield f"_:said-{number}-{place}", _between("entity", claim, "agent", agent)


def _published(carried: dict[str, str]) -> Iterator[_Field]:
    for number, (document, publisher) in enumerate(carried.items()):
        yield f"_:published-{number}", _between("entity", document, "agent", publisher)


def _known(called: str) -> str:
    """An id for whom a name calls; the name itself may hold any sign."""
    return f"sayso:agent-{sha256(called.encode()).hexdigest()[:_DIGITS]}"
