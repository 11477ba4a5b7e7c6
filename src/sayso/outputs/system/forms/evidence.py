"""The claims behind a page in, each once as exported, with what they come to in numbers, out."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.lang.calling import name_of
from sayso.outputs.claims.form import SpanForm, span_form
from sayso.outputs.claims.phrases import source_phrase
from sayso.outputs.system.casebook import Casebook
from sayso.system.records import Testimony


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyForm:
    """A party with its English name, which is the id where it has none."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceForm:
    """A claim that a row rests on: where it stands, on whose word, and its sentence; `origins` are the known ones."""

    claim_id: str
    matter_id: str
    kind: str
    document_id: str
    location: str
    published: str | None
    language: str
    modality: str
    polarity: str
    certainty: str
    on_the_word_of: str
    origins: tuple[str, ...]
    sentence: SpanForm


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisForm:
    """What a page rests on: how many claims, matters and texts, the known origins, and every claim once."""

    claims: int
    matters: int
    texts: int
    origins: tuple[str, ...]
    evidence: tuple[EvidenceForm, ...]


def party_form(party: str, book: Casebook) -> PartyForm:
    """The party with its name."""
    return PartyForm(id=party, name=name_of(party, book.roster))


def basis(claim_ids: Iterable[str], book: Casebook) -> BasisForm:
    """What rows with these claims rest on, in the order in which they name them."""
    told = [book.testimonies[each] for each in dict.fromkeys(claim_ids) if each in book.testimonies]
    return BasisForm(
        claims=len(told),
        matters=len({each.matter_id for each in told}),
        texts=len({each.claim.document_id for each in told}),
        origins=tuple(sorted({origin for each in told for origin in each.origins})),
        evidence=tuple(map(_evidence, told)),
    )


def _evidence(testimony: Testimony) -> EvidenceForm:
    claim = testimony.claim
    return EvidenceForm(
        claim_id=claim.id,
        matter_id=testimony.matter_id,
        kind=testimony.kind,
        document_id=claim.document_id,
        location=testimony.location,
        published=claim.published,
        language=claim.language,
        modality=claim.modality,
        polarity=claim.polarity,
        certainty=claim.certainty,
        on_the_word_of=source_phrase(claim),
        origins=testimony.origins,
        sentence=span_form(claim.provenance.evidence),
    )
