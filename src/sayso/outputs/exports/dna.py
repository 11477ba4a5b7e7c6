"""A ledger in, statements for Discourse Network Analyzer and its R package out: who affirms or denies what.

The columns are those of the event list that DNA 3 writes for its statement type of person, organization, concept and
agreement, in its order, with semicolons between; columns of our own follow. The concept is kind and parties of what is
claimed, so that all who speak of the same share it; where no party is known, none could be shared. Agreement is 1 where
it is affirmed and 0 where it is negated. Of stances (support, oppose) it is the one who takes it that speaks, and the
concept what it is taken on.
"""

import csv
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from sayso.outputs.cells import LINE_END, Cells
from sayso.outputs.display import visible
from sayso.outputs.exports.exporter import Contents
from sayso.outputs.exports.streams import as_text
from sayso.outputs.exports.wording import address, called, carrier, counted, first_day, headline, speaker
from sayso.records import Claim, Document, Role
from sayso.vocab.actors import Roster

name = "dna"
description = "for Discourse Network Analyzer and rDNA: who affirms or denies what, one statement a row"
loses = (
    "Roles, offsets and quantities; of several who are cited one behind the other only the innermost; a day that is "
    "known less closely becomes the first of its month or year, and claims in which no party is known are left out and "
    "counted."
)
ending = ".csv"

COLUMNS = (
    *("statement ID", "time", "document ID", "document title", "author", "source", "section", "type", "text"),
    *("person", "organization", "concept", "agreement"),
    *("modality", "certainty", "polarity", "kind", "claim"),
)

_STANCES = {"support": 1, "oppose": 0}
"""Kinds that are positions of their doer, and whether they are for it."""


def write(contents: Contents, stream: BinaryIO) -> Iterable[str]:
    """Write the head and one statement per claim, numbered as DNA numbers them."""
    cells, statement, left_out = Cells(), 0, 0
    with as_text(stream) as text:
        writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_NONNUMERIC, lineterminator=LINE_END)
        writer.writerow(COLUMNS)
        for number, (document, claims) in enumerate(contents.found(), start=1):
            for claim in claims:
                if not any(role.actor for role in claim.event.roles):
                    left_out += 1
                    continue
                statement += 1
                row = _row(claim, document, number=number, roster=contents.roster)
                writer.writerow(cells.row((statement, *map(_plain, row))))
    lone = counted(left_out, one="names no known party and is left out", several="name no known party and are left out")
    return (*lone, *cells.remarks())


def _row(claim: Claim, document: Document, *, number: int, roster: Roster) -> Iterator[object]:
    day = first_day(claim.published) if claim.published else None
    yield f"{day} 00:00:00" if day else ""
    yield from (number, document.title or document.location, document.author or "", document.publisher or "")
    yield from (claim.language, address(document) or document.location, claim.provenance.evidence.quote)
    doer = next((role for role in claim.event.roles if role.role == "actor"), None)
    if claim.event.kind in _STANCES and doer is not None:
        yield from _position(claim, doer, roster)
    else:
        yield from _speaker(claim, document, roster=roster)
        yield from (headline(claim, roster), int(claim.polarity == "affirmed"))
    yield from (claim.modality, claim.certainty, claim.polarity, claim.event.kind, claim.id)


def _position(claim: Claim, doer: Role, roster: Roster) -> Iterator[object]:
    """Who takes a stance, on what, and whether for it."""
    words = visible(doer.span.quote) if doer.span else "not stated"
    yield from _who(doer.actor, words, roster=roster)
    others = [role for role in claim.event.roles if role is not doer and role.role != "actor"]
    told = (called(each.actor, roster) if each.actor else visible(each.span.quote) for each in others if each.span)
    yield ", ".join(dict.fromkeys(told)) or headline(claim, roster)
    is_for = bool(_STANCES[claim.event.kind])
    yield int(is_for == (claim.polarity == "affirmed"))


def _speaker(claim: Claim, document: Document, *, roster: Roster) -> Iterator[object]:
    """Person and organization of the innermost source; of what nobody is cited for, the publisher."""
    if not claim.attribution:
        yield from ("", carrier(document))
    else:
        link = claim.attribution[-1]
        yield from _who(link.actor, speaker(link, roster), roster=roster)


def _who(actor: str | None, words: str, *, roster: Roster) -> tuple[str, str]:
    """A person stands with whom he acts for, all others are organizations."""
    if actor is None:
        return "", words
    name, owner = called(actor, roster), actor.partition("/")[0]
    if roster.kind(actor) != "person":
        return "", name
    return name, called(owner, roster) if owner != "person" else ""


def _plain(value: object) -> object:
    """A text as DNA writes it: without line ends and the signs it parts columns by."""
    return visible(value).replace(";", ",").replace('"', "'") if isinstance(value, str) else value
