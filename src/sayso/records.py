"""The frozen records that flow from stage to stage; this module imports nothing of ours.

Offsets are half-open `[start, end)` and count Unicode code points in `Document.text`, the text as loaded.
`None` always means *the text does not say*.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A place in a document with the words that stand there; made by `Document.span` alone."""

    document_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch `[start, end)` of a cleaned text and the stretch of the source it came from.

    Where both are equally long, characters correspond one to one; otherwise the run corresponds only as a whole.
    An inserted run has `source_start == source_end`; removed source text has no run.
    """

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Where each character of a cleaned text came from: runs in order, without gap, covering the cleaned text."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph of a document, as the reader meets it.

    `kind` is `body`, `heading` or `furniture`; `reason` says why a furniture passage is not read. `language` is a
    code such as `en`, or `unknown`. `garbled` runs from 0 (clean prose) to 1 (word salad).
    """

    start: int
    end: int
    kind: str
    language: str
    garbled: float
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as loaded, with what its source says about it and the repaired text that readers are given.

    `repaired` is `text` with the damage of extraction undone; `alignment` leads from it back to `text`.
    `sha256` is the digest of the bytes as they were found; `published` and `retrieved` are ISO dates.
    """

    id: str
    location: str
    text: str
    sha256: str
    language: str
    repaired: str
    alignment: Alignment
    passages: tuple[Passage, ...]
    loader: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    retrieved: str | None = None
    translated_from: str | None = None

    def span(self, start: int, end: int) -> Span:
        """The span `[start, end)` of `text` with its quote; raises `IndexError` when it lies outside the text."""
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"span [{start}, {end}) lies outside document {self.id} of {len(self.text)} code points")
        return Span(document_id=self.id, start=start, end=end, quote=self.text[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something that was not read, and why. `span` is None when a whole location could not be opened."""

    location: str
    span: Span | None
    reader: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A syntactic word. `form` is as repaired; parts of a contraction (`du` = `de` + `le`) share their offsets.

    `head` is the index of the governing word in the sentence, or -1 at the root; `upos` and `relation` are the
    universal parts of speech and dependency relations of Universal Dependencies v2.
    """

    start: int
    end: int
    form: str
    upos: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A role of a predicate: PropBank label and the words `[start, end)` of the sentence that fill it."""

    role: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A word that names an event or state, with its arguments in order; `word` indexes the sentence's words."""

    word: int
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name found in the text. `kind` is `person`, `organisation`, `place` or `other`; `confidence` is 0 to 1."""

    span: Span
    kind: str
    confidence: float
    reader: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Mentions that refer to the same thing, in order of the text; always two or more."""

    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerWord:
    """A word that the reader takes for one that tells of an event of a kind, and how likely that is, 0 to 1."""

    word: int
    kind: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with its words, predicates and names.

    `confidence` is the reader's own, 0 to 1, lowered where the passage is garbled. `vector` is the sentence
    embedding: 384 signed bytes of a unit vector times 127, comparable across languages by dot product. `events` are the
    words that the reader itself takes for events, unlikely ones too.
    """

    span: Span
    language: str
    confidence: float
    words: tuple[Word, ...]
    predicates: tuple[Predicate, ...]
    mentions: tuple[Mention, ...]
    vector: bytes
    events: tuple[TriggerWord, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that a reader found in one document, and what it left unread."""

    document_id: str
    reader: str
    reader_version: str
    sentences: tuple[Sentence, ...]
    chains: tuple[Chain, ...]
    skipped: tuple[Skipped, ...]

    @property
    def mentions(self) -> Iterator[Mention]:
        """Every name of the document in order."""
        return (mention for sentence in self.sentences for mention in sentence.mentions)


Outcome: TypeAlias = tuple[Document, Reading] | Skipped
"""What becomes of one document: its reading beside it, or the reason why there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A party to events. `kind` is `state`, `body`, `group`, `company`, `media` or `person`.

    `part_of` is the id of the actor it belongs to: `RUS` for `RUS/president`.
    """

    id: str
    kind: str
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with its unit, as understood. `low` and `high` are both inclusive, None for an open side.

    `of` names the role it counts, or the whole it is a part of; `unit` is a singular noun or an ISO 4217 code.
    `basis` is `stated` or `inferred`; `span` keeps what was written.
    """

    of: str | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    approximate: bool
    basis: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """When an event happened or would happen, as an EDTF date with its precision; `basis` is `stated` or `inferred`."""

    edtf: str
    basis: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an event happened: its name in English where we know it, else as written, and the state it lies in."""

    name: str
    country: str | None
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Who or what fills a role of an event.

    `actor` is an actor id, None where the text names nobody we can identify; `span` is None where the actor is only
    implied. `good` is the category of a good, `effect` that of an effect; both are None for other roles.
    """

    role: str
    actor: str | None
    span: Span | None
    good: str | None = None
    effect: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """On whose word: one link of the chain. `channel` is `said`, `reported`, `believed`, `shown` or `hearsay`."""

    source: Span | None
    actor: str | None
    cue: Span | None
    channel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What is said to have happened; the doer's role comes first."""

    kind: str
    trigger: Span
    roles: tuple[Role, ...]
    quantities: tuple[Quantity, ...] = ()
    occurred: Period | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a claim comes from: the rule, entry or head that made it, the words it rests on, and the versions."""

    evidence: Span
    rule: str
    words: tuple[Span, ...]
    reader: str
    reader_version: str
    vocabulary_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One proposition in one holder's mouth, at one place in one document.

    `attribution` is outermost first, empty when the claim is the author's own. `certainty` is what the holder's words
    commit to, `confidence` the reader's own, 0 to 1. `id` is a hash of all that it says and where.
    """

    id: str
    document_id: str
    language: str
    published: str | None
    event: Event
    modality: str
    polarity: str
    certainty: str
    attribution: tuple[Attribution, ...]
    confidence: float
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one sentence says, whether or not a claim was read in it: what is compared between documents.

    `vector` is that of the `Sentence`; `actors` are ids and `numbers` sides of quantities, sorted, each once.
    `attribution` is that of its main clause, outermost first, empty when it is the author's own; `sources` are the ids
    of all that its innermost link names: each of joint sources, and the owner of a report or a statement.
    """

    span: Span
    language: str
    vector: bytes
    polarity: str
    attribution: tuple[Attribution, ...]
    sources: tuple[str, ...]
    actors: tuple[str, ...]
    numbers: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What an analyst decided about a claim: `accept`, `correct`, `reject`, `merge`, `split` or `undo`.

    `correction` is JSON with the fields that were put right, `target` the claim that it was merged with or split from,
    or the judgement undone; `at` is an ISO time in UTC.
    """

    id: str
    claim_id: str
    verdict: str
    reviewer: str
    at: str
    note: str | None = None
    correction: str | None = None
    target: str | None = None
