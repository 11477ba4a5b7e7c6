"""A case and a claim of the queue in, its text with the claim's words marked beside the form to correct it, out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sayso.lang.calling import name_of
from sayso.lang.events import event_words
from sayso.outputs.claims.form import ClaimForm, form
from sayso.outputs.claims.marking import Mark, marks
from sayso.outputs.matters.phrases import headline
from sayso.records import Claim, Document, Judgement
from sayso.review.corrections import WORDS, as_judged
from sayso.review.queue import Queued
from sayso.vocab.frames import frames, kinds
from sayso.vocab.scales import CHANNELS
from sayso.workbench.case import Case
from sayso.workbench.offsets import units

_CONTEXT = 1_500
"""Code points shown before and after the words of a claim: who `he` is stands in a paragraph or two before."""

_ACTORS = 300
"""Actors whose ids are offered while one is typed, those of most claims; any other can be written out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of the text with what it is marked as; `opens` are the marks that begin with it."""

    words: str
    labels: tuple[str, ...]
    opens: tuple[str, ...]
    is_evidence: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KindChoice:
    """A kind of event, and the roles that it has."""

    name: str
    roles: tuple[str, ...]
    definition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the fields of the form offer."""

    kinds: tuple[KindChoice, ...]
    modalities: tuple[str, ...]
    polarities: tuple[str, ...]
    certainties: tuple[str, ...]
    channels: tuple[str, ...]
    goods: tuple[str, ...]
    effects: tuple[str, ...]
    actors: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """One claim to judge. `now` is the claim as it stands, corrected where somebody corrected it; `rule` made it.

    `first_unit` is where the text shown begins in the whole of it, in UTF-16 units, as browsers count.
    """

    id: str
    now: ClaimForm
    rule: str
    weight: Queued | None
    decision: Judgement | None
    judgements: tuple[Judgement, ...]
    lapsed: tuple[Judgement, ...]
    matter_id: str | None
    matter: str
    where: str
    published: str | None
    is_cut_before: bool
    is_cut_after: bool
    first_unit: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """The queue at one claim; `place` counts from 1, None where the claim is of an earlier reading or none is there."""

    title: str
    total: int
    left: int
    place: int | None
    previous: str | None
    next: str | None
    next_open: str | None
    claim: Reviewed | None
    choices: Choices


def review(case: Case, claim_id: str | None = None) -> ReviewView:
    """The page of this claim, or of the first that nobody has decided on; raises `UnknownRecord`."""
    queue = case.read.queue
    wanted = None if claim_id is None else case.ledger.claim(claim_id)
    place = queue.at(
        None if wanted is None else wanted.id,
        decided=(each for each, standing in case.read.standings.items() if standing.decision),
    )
    chosen = wanted or (case.ledger.claim(place.queued.claim_id) if place.queued else None)
    return ReviewView(
        title="Review" if chosen is None else f"Review of claim {chosen.id[:10]}",
        total=len(queue),
        left=place.left,
        place=place.number,
        previous=place.previous,
        next=place.next,
        next_open=place.next_open,
        claim=None if chosen is None else _reviewed(chosen, case, place.queued),
        choices=_choices(case),
    )


def _reviewed(claim: Claim, case: Case, queued: Queued | None) -> Reviewed:
    document = case.ledger.document(claim.document_id)
    standing = case.ledger.standing(claim)
    now = as_judged(claim, standing) or claim
    account = case.findings.account_of.get(claim.id)
    start, end = _window(now, document)
    return Reviewed(
        id=claim.id,
        now=form(now, document),
        rule=claim.provenance.rule,
        weight=queued,
        decision=standing.decision,
        judgements=standing.judgements,
        lapsed=standing.lapsed,
        matter_id=account.matter.id if account else None,
        matter=headline(account) if account else "",
        where=document.publisher or document.location,
        published=document.published,
        is_cut_before=start > 0,
        is_cut_after=end < len(document.text),
        first_unit=units(document.text[:start]),
        stretches=tuple(_stretches(now, document, within=(start, end))),
    )


def _window(claim: Claim, document: Document) -> tuple[int, int]:
    evidence = claim.provenance.evidence
    return max(0, evidence.start - _CONTEXT), min(len(document.text), evidence.end + _CONTEXT)


def _stretches(claim: Claim, document: Document, *, within: tuple[int, int]) -> Iterator[Stretch]:
    chosen = [each for each in marks(claim) if within[0] <= each.span.start and each.span.end <= within[1]]
    evidence = claim.provenance.evidence
    edges = {*within, evidence.start, evidence.end}
    edges.update(edge for each in chosen for edge in (each.span.start, each.span.end))
    for first, last in pairwise(sorted(edges)):
        over = [each for each in chosen if each.span.start <= first and last <= each.span.end]
        yield Stretch(
            words=document.text[first:last],
            labels=_labels(over),
            opens=_labels(each for each in over if each.span.start == first),
            is_evidence=evidence.start <= first and last <= evidence.end,
        )


def _labels(found: Iterator[Mark] | Sequence[Mark]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.label for each in found))


def _choices(case: Case) -> Choices:
    return Choices(
        kinds=tuple(
            KindChoice(name=each.name, roles=tuple(role for role, _ in each.roles), definition=each.definition)
            for each in kinds().values()
        ),
        modalities=WORDS["modality"],
        polarities=WORDS["polarity"],
        certainties=WORDS["certainty"],
        channels=CHANNELS,
        goods=_goods(),
        effects=tuple(sorted({each.effect for each in frames().values() if each.effect})),
        actors=tuple((each.actor, name_of(each.actor, case.roster)) for each in case.findings.actors[:_ACTORS]),
    )


@cache
def _goods() -> tuple[str, ...]:
    """Categories of goods: English has all that any language has."""
    named: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = event_words("en").goods
    return tuple(sorted({category for found in named.values() for category, _ in found}))
