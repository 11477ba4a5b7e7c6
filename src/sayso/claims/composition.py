"""One document and its reading in, its claims out: the stages of composition in order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from sayso.claims.confidence import confidence
from sayso.claims.context import complete
from sayso.claims.dates import Dated, find_dates
from sayso.claims.details import evidence_of, heads_of, period_of, place_of, quantities_of
from sayso.claims.drafts import Draft, find_drafts
from sayso.claims.parties import Parties, find_parties
from sayso.claims.quantities import Counted, find_quantities
from sayso.claims.roles import Filled
from sayso.claims.sayings import Content, find_contents
from sayso.claims.selection import select
from sayso.claims.trees import Tree, grow, span
from sayso.records import Attribution, Claim, Document, Event, Period, Provenance, Reading, Role, Span
from sayso.vocab.actors import Roster
from sayso.vocab.version import vocabulary_version

ID_LENGTH = 16
"""Hexadecimal digits of a claim's id: enough that a million claims collide once in thirty million ledgers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """All that was found in one document before its claims are written."""

    document: Document
    reading: Reading
    trees: tuple[Tree, ...]
    parties: Parties
    contents: tuple[Content, ...]
    counted: tuple[Counted, ...]
    dated: tuple[Dated, ...]
    heads: Mapping[int, frozenset[int]]


def compose(document: Document, reading: Reading, *, roster: Roster) -> tuple[Claim, ...]:
    """The claims of a document in order of the text; the same input and versions give the same claims."""
    trees = grow(reading)
    parties = find_parties(trees, document, reading=reading, roster=roster)
    contents = find_contents(trees, document, parties=parties)
    drafts: list[Draft] = []
    for tree in trees:
        drafts.extend(select(tuple(find_drafts(tree, contents, parties=parties))))
    drafts = list(complete(drafts))
    found = _Found(
        document=document,
        reading=reading,
        trees=trees,
        parties=parties,
        contents=contents,
        counted=find_quantities(trees, document),
        dated=find_dates(trees, document),
        heads=heads_of(drafts),
    )
    return tuple(_claim(draft, found) for draft in drafts)


def _claim(draft: Draft, found: _Found) -> Claim:
    document, tree = found.document, draft.tree
    heads = found.heads[tree.index]
    cues = frozenset(
        number
        for content in found.contents
        if content.cue is not None and content.cue[0] == tree.index
        for number in range(content.cue[1], content.cue[2])
    )
    event = Event(
        kind=draft.frame.kind.name,
        trigger=span(document, tree, words=draft.trigger.words),
        roles=tuple(_role(role, draft, document) for role in draft.roles),
        quantities=quantities_of(draft, found.counted, document=document, heads=heads),
        occurred=period_of(draft, found.dated, heads=heads, cues=cues - heads),
        place=place_of(draft, parties=found.parties, document=document),
    )
    modality = _modality(draft, event.occurred, document)
    attribution = tuple(_attribution(content, found) for content in draft.chain)
    polarity = "negated" if draft.shown.is_negated else "affirmed"
    return Claim(
        id=_id(document, event, attribution=attribution, manner=(modality, polarity)),
        document_id=document.id,
        language=tree.language,
        published=document.published,
        event=event,
        modality=modality,
        polarity=polarity,
        certainty=draft.shown.certainty or "certain",
        attribution=attribution,
        confidence=confidence(draft),
        provenance=Provenance(
            evidence=evidence_of(draft),
            rule=f"{draft.frame.name}: {' '.join(draft.trigger.entry.lemmas)} ({draft.trigger.entry.part})",
            words=tuple(
                span(document, tree, words=(word, word + 1)) for word in sorted({draft.head, *draft.shown.words})
            ),
            reader=found.reading.reader,
            reader_version=found.reading.reader_version,
            vocabulary_version=vocabulary_version(),
        ),
    )


def _modality(draft: Draft, occurred: Period | None, document: Document) -> str:
    """What is dated after the day of the report has not happened yet: it is planned."""
    modality = draft.shown.modality or "done"
    if modality in ("done", "ongoing") and occurred is not None and document.published is not None:
        start = occurred.edtf.partition("/")[0]
        if start[:4].isdigit() and start > document.published:
            return "planned"
    return modality


def _role(role: Filled, draft: Draft, document: Document) -> Role:
    where = span(document, draft.tree, words=role.words) if role.words is not None else None
    return Role(role=role.role, actor=role.actor, span=where, good=role.good, effect=role.effect)


def _attribution(content: Content, found: _Found) -> Attribution:
    return Attribution(
        source=_span(content.source, found),
        actor=_source_actor(content, found.parties),
        cue=_span(content.cue, found),
        channel=content.channel,
    )


def _span(place: tuple[int, int, int] | None, found: _Found) -> Span | None:
    if place is None:
        return None
    sentence, first, end = place
    return span(found.document, found.trees[sentence], words=(first, end))


def _source_actor(content: Content, parties: Parties) -> str | None:
    """The actor of the source; None when it cannot be identified or when joint sources differ."""
    party = parties.at(*content.source_head) if content.source_head is not None else None
    if party is None or len(set(party.actors)) != 1:
        return None
    return party.actors[0]


def _id(document: Document, event: Event, *, attribution: Sequence[Attribution], manner: tuple[str, str]) -> str:
    parts = [document.id, event.kind, str(event.trigger.start), str(event.trigger.end), *manner]
    parts.extend(f"{role.role}={role.actor}@{role.span.start if role.span else ''}" for role in event.roles)
    parts.extend(f"{each.channel}={each.actor}@{each.source.start if each.source else ''}" for each in attribution)
    return sha256("\x1f".join(parts).encode()).hexdigest()[:ID_LENGTH]
