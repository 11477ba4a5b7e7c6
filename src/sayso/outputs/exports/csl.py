"""A ledger in, CSL-JSON out: its documents as references for Zotero, pandoc and other citing tools."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from sayso.outputs.exports.exporter import Contents
from sayso.outputs.exports.streams import write_members
from sayso.outputs.exports.wording import address, speakers, summary
from sayso.records import Claim, Document
from sayso.vocab.actors import Roster

name = "csl"
description = "for Zotero, pandoc and word processors: each document as a reference, its claims in the annotation"
loses = "Every field of a claim but words, speaker and what one line of the annotation tells; all offsets."
ending = ".json"


def write(contents: Contents, stream: BinaryIO) -> Iterable[str]:
    """Write a list of references, documents without claims last."""
    stream.write(b"[")
    write_members(stream, _references(contents))
    stream.write(b"\n]\n")
    return ()


def _references(contents: Contents) -> Iterator[dict[str, object]]:
    seen = set()
    for document, claims in contents.found():
        seen.add(document.id)
        yield _reference(document, claims, roster=contents.roster)
    for document in contents.documents():
        if document.id not in seen:
            yield _reference(document, (), roster=contents.roster)


def _reference(document: Document, claims: tuple[Claim, ...], *, roster: Roster) -> dict[str, object]:
    web = address(document)
    carried = "article-newspaper" if document.publisher else "webpage" if web else "document"
    stated = {
        "title": document.title,
        "author": [{"literal": document.author}] if document.author else None,
        "container-title": document.publisher,
        "issued": _date(document.published),
        "accessed": _date(document.retrieved),
        "URL": web,
        "archive_location": None if web else document.location,
        "language": document.language,
        "annote": "\n".join(_line(claim, roster) for claim in claims),
    }
    kept = {"sha256": document.sha256, "claims": len(claims), "translated_from": document.translated_from}
    told = {key: value for key, value in stated.items() if value}
    return {"id": document.id, "type": carried, **told, "custom": kept}


def _date(published: str | None) -> dict[str, object] | None:
    """An ISO date of any precision; what has a time of day keeps the day."""
    if not published:
        return None
    day = published.partition("T")[0]
    parts = day.split("-")
    if len(parts) > len(("year", "month", "day")) or not all(part.isdecimal() for part in parts):
        return {"raw": day}
    return {"date-parts": [[int(part) for part in parts]]}


def _line(claim: Claim, roster: Roster) -> str:
    words = claim.provenance.evidence.quote
    return f"“{words}” [{summary(claim, roster)}; on the word of {speakers(claim, roster)}; sayso claim {claim.id}]"
