"""One document and its reading in, its claims out: the stages of composition in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import TypeVar

from sayso.claims.actors.parties import Parties, find_parties
from sayso.claims.acts import answered
from sayso.claims.attribution.sayings import Content, find_contents
from sayso.claims.attribution.whose import source_actor
from sayso.claims.confidence import confidence, least
from sayso.claims.context import complete
from sayso.claims.details import heads_of, period_of, place_of, quantities_of
from sayso.claims.drafts import Draft, find_drafts, find_proposed
from sayso.claims.events.fillers import Filled
from sayso.claims.events.tenses import is_told_as_past
from sayso.claims.implicit.discourse import Discourse, open_discourse
from sayso.claims.implicit.openings import Opening, openings
from sayso.claims.implicit.signs import Option, options
from sayso.claims.implicit.supplying import supply
from sayso.claims.numbers.dates import Dated, find_dates
from sayso.claims.numbers.quantities import Counted, find_quantities
from sayso.claims.opposition import oppose
from sayso.claims.rules import rule_of
from sayso.claims.selection import select
from sayso.claims.signs import Surroundings, identified_in, signs_of, states_in
from sayso.claims.statements import Stated, find_stated
from sayso.claims.trees import Tree, grow, relation, span
from sayso.lang.grammar import grammar
from sayso.records import Attribution, Claim, Document, Event, Period, Provenance, Reading, Role, Span, Statement
from sayso.vocab.actors import Roster
from sayso.vocab.version import version_with

_Placed = TypeVar("_Placed", Counted, Dated)

Options = tuple[Opening, Sequence[Option]]
"""A side of an event that is open, and who may be meant by it."""

ID_LENGTH = 16
"""Hexadecimal digits of a claim's id: enough that a million claims collide once in thirty million ledgers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A claim that may be one, with the signs for and against it."""

    claim: Claim
    signs: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """What is said in a document: its claims and its statements, both in order of the text."""

    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]
    trees: tuple[Tree, ...]
    """The sentences as they were read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """All that was found in one document before its claims are written; what belongs to a sentence, by its number."""

    document: Document
    reading: Reading
    trees: tuple[Tree, ...]
    parties: Parties
    drafts: tuple[Draft, ...]
    discourse: Discourse
    stated: tuple[Stated, ...]
    cues: Mapping[int, frozenset[int]]
    counted: Mapping[int, tuple[Counted, ...]]
    dated: Mapping[int, tuple[Dated, ...]]
    heads: Mapping[int, frozenset[int]]
    identified: Mapping[int, int]
    states: int
    vocabulary_version: str


def compose(document: Document, reading: Reading, *, roster: Roster) -> tuple[Claim, ...]:
    """The claims of a document in order of the text; the same input and versions give the same claims."""
    return composition(document, reading, roster=roster).claims


def composition(document: Document, reading: Reading, *, roster: Roster) -> Composition:
    """The claims of a document, and what its sentences state."""
    found = _find(document, reading, roster=roster)
    return Composition(
        claims=_kept(_candidates(found)),
        statements=tuple(_statement(each, found) for each in found.stated),
        trees=found.trees,
    )


def candidates(document: Document, reading: Reading, *, roster: Roster) -> Iterator[Candidate]:
    """Everything in a document that might be a claim, in order of the text, however little speaks for it."""
    return _candidates(_find(document, reading, roster=roster))


def as_said(document: Document, reading: Reading, *, roster: Roster) -> Iterator[tuple[Candidate, tuple[Options, ...]]]:
    """Every candidate without the parties that are only meant, and who may be: to learn who is from what was said."""
    found = _find(document, reading, roster=roster, as_said=True)
    for draft, candidate in _drafted(found):
        yield candidate, tuple((opening, options(opening, found.discourse)) for opening in openings(draft))


def _kept(found: Iterable[Candidate]) -> tuple[Claim, ...]:
    some = list(found)
    if not any(role.actor is not None for each in some for role in each.claim.event.roles):
        return ()  # private business and crime: nobody of the world's affairs is in it
    return tuple(each.claim for each in some if each.claim.confidence >= least(each.signs))


def _find(document: Document, reading: Reading, *, roster: Roster, as_said: bool = False) -> _Found:
    trees = grow(reading)
    parties = find_parties(trees, document, reading=reading, roster=roster)
    contents = find_contents(trees, document, parties=parties, roster=roster)
    drafts, proposed = list[Draft](), list[Draft]()
    for tree in trees:
        read = tuple(find_drafts(tree, contents, parties=parties))
        drafts.extend(answered(oppose(select(read))))
        proposed.extend(find_proposed(tree, contents, parties=parties, read=read))
    discourse = open_discourse(complete(drafts), trees=trees, parties=parties, contents=contents)
    counted = _by_sentence(find_quantities(trees, document))
    return _Found(
        document=document,
        reading=reading,
        trees=trees,
        parties=parties,
        drafts=discourse.drafts if as_said else _in_order(supply((*discourse.drafts, *proposed), discourse)),
        discourse=discourse,
        stated=tuple(find_stated(trees, contents, parties=parties, counted=counted)),
        cues=_cues(contents),
        counted=counted,
        dated=_by_sentence(find_dates(trees, document)),
        heads=heads_of(discourse.drafts),
        identified=identified_in(trees, parties),
        states=states_in(trees, parties),
        vocabulary_version=version_with(roster),
    )


def _in_order(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    return tuple(sorted(drafts, key=lambda draft: draft.tree.index))


def _candidates(found: _Found) -> Iterator[Candidate]:
    return (candidate for _, candidate in _drafted(found))


def _drafted(found: _Found) -> Iterator[tuple[Draft, Candidate]]:
    """Every draft that claims more than what it takes for known, with the claim that it may be."""
    for draft in found.drafts:
        event = _event(draft, found)
        if not _is_presupposed(draft, event):
            yield draft, _candidate(draft, event, found)


def _is_presupposed(draft: Draft, event: Event) -> bool:
    """Whether a noun only mentions what it takes for known, with no role, number or date of its own.

    Of 12 bare wars and conflicts in 29 annotated texts 3 were claims.
    """
    if not draft.frame.presupposed or draft.trigger.entry.part != "noun" or event.quantities or event.occurred:
        return False
    if draft.shown.modality not in ("done", "ongoing") or draft.shown.is_negated or _is_told(draft.tree, draft.head):
        return False
    return all(role.word in (None, draft.head) for role in draft.roles)


def _is_told(tree: Tree, noun: int) -> bool:
    """Whether the clause is about the beginning, the going on or the end of what the noun names."""
    above = tree.words[noun].head
    turns = grammar(tree.language).above.get(tree.lemmas[above]) if above >= 0 else None
    return relation(tree, noun) in ("nsubj", "obj") and turns in ("kept", "failed")


def _candidate(draft: Draft, event: Event, found: _Found) -> Candidate:
    signs = signs_of(
        draft,
        Surroundings(
            identified=found.identified,
            states=found.states,
            has_quantity=bool(event.quantities),
            has_date=event.occurred is not None,
        ),
    )
    return Candidate(claim=_claim(draft, event, found=found, sure=confidence(signs)), signs=signs)


def _event(draft: Draft, found: _Found) -> Event:
    document, tree = found.document, draft.tree
    heads, cues = found.heads.get(tree.index, frozenset()), found.cues.get(tree.index, frozenset())
    dated = found.dated.get(tree.index, ())
    return Event(
        kind=draft.frame.kind.name,
        trigger=span(document, tree, words=draft.trigger.words),
        roles=_roles(draft, document),
        quantities=quantities_of(draft, found.counted.get(tree.index, ()), heads=heads),
        occurred=_occurred(draft, period_of(draft, dated, heads=heads, cues=cues - heads), document),
        place=place_of(draft, parties=found.parties, document=document),
    )


def _claim(draft: Draft, event: Event, *, found: _Found, sure: float) -> Claim:
    document, tree = found.document, draft.tree
    modality = _modality(draft, event.occurred, document)
    attribution = tuple(_attribution(content, found) for content in draft.chain)
    polarity = "negated" if draft.shown.is_negated else "affirmed"
    certainty = draft.shown.certainty or "certain"
    return Claim(
        id=_id(document, event, attribution=attribution, manner=(modality, polarity, certainty)),
        document_id=document.id,
        language=tree.language,
        published=document.published,
        event=event,
        modality=modality,
        polarity=polarity,
        certainty=certainty,
        attribution=attribution,
        confidence=round(sure, 2),
        provenance=Provenance(
            evidence=tree.sentence.span,
            rule=rule_of(draft),
            words=tuple(
                span(document, tree, words=(word, word + 1)) for word in sorted({draft.head, *draft.shown.words})
            ),
            reader=found.reading.reader,
            reader_version=found.reading.reader_version,
            vocabulary_version=found.vocabulary_version,
        ),
    )


def _statement(stated: Stated, found: _Found) -> Statement:
    sentence = stated.tree.sentence
    return Statement(
        span=sentence.span,
        language=sentence.language,
        vector=sentence.vector,
        polarity="negated" if stated.is_negated else "affirmed",
        attribution=tuple(_attribution(content, found) for content in stated.chain),
        sources=stated.sources,
        actors=stated.actors,
        numbers=stated.numbers,
    )


def _by_sentence(found: Iterable[_Placed]) -> dict[int, tuple[_Placed, ...]]:
    """What was found, by the number of its sentence; it comes in order of the text."""
    return {sentence: tuple(same) for sentence, same in groupby(found, key=lambda each: each.sentence)}


def _cues(contents: Iterable[Content]) -> dict[int, frozenset[int]]:
    """For every sentence the words that are cues."""
    found: dict[int, set[int]] = {}
    for content in contents:
        if content.cue is not None:
            sentence, first, end = content.cue
            found.setdefault(sentence, set()).update(range(first, end))
    return {sentence: frozenset(words) for sentence, words in found.items()}


def _modality(draft: Draft, occurred: Period | None, document: Document) -> str:
    """What is dated after the day of the report has not happened yet: it is planned."""
    modality = draft.shown.modality or "done"
    return "planned" if modality in ("done", "ongoing") and _is_to_come(occurred, document) else modality


def _occurred(draft: Draft, period: Period | None, document: Document) -> Period | None:
    """The date, unless it was reckoned to a day to come for what a verb tells as over: "died in three days"."""
    is_reckoned = period is not None and period.basis == "inferred" and _is_to_come(period, document)
    is_over = is_reckoned and is_told_as_past(draft.tree, draft.head, rules=grammar(draft.tree.language))
    return None if is_over else period


def _is_to_come(occurred: Period | None, document: Document) -> bool:
    """Whether a date lies after the day of the report."""
    start = occurred.edtf.partition("/")[0] if occurred is not None else ""
    return document.published is not None and start[:4].isdigit() and start > document.published


def _roles(draft: Draft, document: Document) -> tuple[Role, ...]:
    """The roles with the doer's first; nobody stands there when the text does not say who it was."""
    roles = tuple(_role(role, draft, document) for role in draft.roles)
    doer = draft.frame.kind.doer
    return roles if roles and roles[0].role == doer else (Role(role=doer, actor=None, span=None), *roles)


def _role(role: Filled, draft: Draft, document: Document) -> Role:
    where = span(document, draft.tree, words=role.words) if role.words is not None else None
    return Role(role=role.role, actor=role.actor, span=where, good=role.good, effect=role.effect)


def _attribution(content: Content, found: _Found) -> Attribution:
    return Attribution(
        source=_span(content.source, found),
        actor=source_actor(content, found.trees, parties=found.parties),
        cue=_span(content.cue, found),
        channel=content.channel,
    )


def _span(place: tuple[int, int, int] | None, found: _Found) -> Span | None:
    if place is None:
        return None
    sentence, first, end = place
    return span(found.document, found.trees[sentence], words=(first, end))


def _id(document: Document, event: Event, *, attribution: Sequence[Attribution], manner: tuple[str, ...]) -> str:
    """A hash of all that the claim says and of where it says it: claims that differ in anything differ in it."""
    parts = [document.id, event.kind, _ends(event.trigger), *manner]
    parts.extend(f"{role.role}={role.actor} {role.good} {role.effect} @{_ends(role.span)}" for role in event.roles)
    parts.extend(
        f"{each.of}={each.low}..{each.high} {each.unit} {each.approximate} @{_ends(each.span)}"
        for each in event.quantities
    )
    when, where = event.occurred, event.place
    parts.append(f"{when.edtf} {when.basis} @{_ends(when.span)}" if when is not None else "")
    parts.append(f"{where.name} {where.country} @{_ends(where.span)}" if where is not None else "")
    parts.extend(f"{each.channel}={each.actor} @{_ends(each.source)} {_ends(each.cue)}" for each in attribution)
    return sha256("\x1f".join(parts).encode()).hexdigest()[:ID_LENGTH]


def _ends(where: Span | None) -> str:
    return f"{where.start}-{where.end}" if where is not None else ""
