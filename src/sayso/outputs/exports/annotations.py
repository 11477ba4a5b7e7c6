"""A ledger in, W3C Web Annotations out: each claim as an annotation of its sentence, and back to the spans.

The standard counts positions in Unicode code points (Web Annotation Data Model, section 4.2.4), as the ledger does, so
that offsets are the same number in both. They count in the text that sayso read: `sayso:sha256` is the digest of the
bytes that it was taken from. The parts of a claim are bodies that are segments of the same text; they have position and
words, the sentence has the words around it besides.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from sayso.outputs.exports.exporter import Contents
from sayso.outputs.exports.streams import write_members
from sayso.outputs.exports.wording import address, speakers, summary
from sayso.records import Claim, Document, Span
from sayso.vocab.actors import Roster

name = "annotations"
description = "for Hypothesis, Recogito and other annotation tools: W3C Web Annotations (JSON-LD) of every sentence"
loses = "Nothing of where things stand; quantities and dates keep their words and not all that was understood."
ending = ".jsonld"

_AROUND = 32
"""Code points before and after a sentence that help a tool to find it again where the text has changed; as many as
dom-anchor-text-quote, which Hypothesis uses, takes."""


def write(contents: Contents, stream: BinaryIO) -> Iterable[str]:
    """Write an `AnnotationPage` with one annotation per claim."""
    stream.write(b'{"@context":["http://www.w3.org/ns/anno.jsonld",{"sayso":"urn:sayso:term:"}],')
    stream.write(b'"id":"urn:sayso:claims","type":"AnnotationPage","startIndex":0,"items":[')
    write_members(stream, _annotations(contents))
    stream.write(b"\n]}\n")
    return ()


def spans_of(annotation: Mapping[str, object]) -> tuple[Span, ...]:
    """The sentence and the parts of an annotation that `write` made, in order: the round trip."""
    target, bodies = annotation["target"], annotation["body"]
    segments = [target, *(body for body in _listed(bodies) if isinstance(body, dict) and "selector" in body)]
    return tuple(_span(each) for each in segments if isinstance(each, dict))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _span(segment: Mapping[str, object]) -> Span:
    selectors = {each["type"]: each for each in _listed(segment["selector"]) if isinstance(each, dict)}
    place, words = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
    document_id = str(segment["sayso:document"])
    return Span(document_id=document_id, start=place["start"], end=place["end"], quote=words["exact"])


def _annotations(contents: Contents) -> Iterator[dict[str, object]]:
    for document, claims in contents.found():
        for claim in claims:
            yield _annotation(claim, document, roster=contents.roster)


def _annotation(claim: Claim, document: Document, *, roster: Roster) -> dict[str, object]:
    told = f"{summary(claim, roster)}; on the word of {speakers(claim, roster)}"
    tags = (claim.event.kind, claim.modality, claim.polarity, f"certainty {claim.certainty}")
    return {
        "id": f"urn:sayso:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": {"type": "Software", "name": f"sayso {claim.provenance.reader}"},
        "sayso:confidence": claim.confidence,
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en", "value": told},
            *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
            *_parts(claim, document),
        ],
        "target": _target(claim.provenance.evidence, document),
    }


def _parts(claim: Claim, document: Document) -> Iterator[dict[str, object]]:
    event = claim.event
    yield _part("trigger", event.trigger, document)
    for role in event.roles:
        if role.span is not None:
            known = {"sayso:actor": role.actor, "sayso:good": role.good, "sayso:effect": role.effect}
            yield _part(role.role, role.span, document) | {key: value for key, value in known.items() if value}
    for quantity in event.quantities:
        yield _part("quantity", quantity.span, document)
    if event.occurred and event.occurred.span:
        yield _part("occurred", event.occurred.span, document) | {"sayso:edtf": event.occurred.edtf}
    if event.place and event.place.span:
        yield _part("place", event.place.span, document) | {"sayso:name": event.place.name}
    for link in claim.attribution:
        if link.source is not None:
            yield _part("source", link.source, document) | ({"sayso:actor": link.actor} if link.actor else {})
        if link.cue is not None:
            yield _part("cue", link.cue, document)


def _part(name: str, span: Span, document: Document) -> dict[str, object]:
    return {
        "type": "SpecificResource",
        "purpose": "identifying",
        "sayso:part": name,
        "source": _source(document),
        "sayso:document": document.id,
        "selector": [_position(span), {"type": "TextQuoteSelector", "exact": span.quote}],
    }


def _target(span: Span, document: Document) -> dict[str, object]:
    before = document.text[max(0, span.start - _AROUND) : span.start]
    after = document.text[span.end : span.end + _AROUND]
    words = {"type": "TextQuoteSelector", "exact": span.quote, "prefix": before, "suffix": after}
    return {
        "type": "SpecificResource",
        "source": _source(document),
        "sayso:document": document.id,
        "sayso:location": document.location,
        "sayso:sha256": document.sha256,
        "selector": [_position(span), words],
    }


def _position(span: Span) -> dict[str, object]:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def _source(document: Document) -> str:
    """The address on the web; a file has no address that another machine could follow, and is named by its id."""
    return address(document) or f"urn:sayso:document:{document.id}"
