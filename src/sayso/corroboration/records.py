"""The frozen records of corroboration: what documents share, what they tell alike, and where it comes from.

Every relation of two documents or claims is symmetric and written with the lesser id first, so that it is the same in
whatever order they came. Who took from whom is decided later, from dates and credits.
"""

from dataclasses import dataclass
from decimal import Decimal

from sayso.records import Attribution, Claim, Span, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedPassage:
    """A stretch of one document and the stretch of another that says the same: the proof of a `Reuse`."""

    span: Span
    other: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """How much of one document stands in another too.

    `method` is `same words` or `translated`. `share` is the part of the first document's text that the second has, 0
    to 1, `other_share` the part of the second's that the first has.
    """

    document_id: str
    other_id: str
    method: str
    share: float
    other_share: float
    passages: tuple[SharedPassage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Two documents and how likely it is that they tell the same story, 0 to 1."""

    document_id: str
    other_id: str
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Documents about the same happening, in order of publication, undated ones last.

    `id` is a hash of the first one's id, so that it stays while later reports come in.
    """

    id: str
    document_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Words of a document that say where its text, or a part of it, comes from.

    `kind` is `agency` (a wire service has the byline, dateline or sign-off), `outlet` (another outlet is named as the
    one that reported it first) or `own reporting` (the outlet's own people saw or were told it). `actor` is the id of
    the one credited, None where it is no actor of the roster; `covers` is the part that is credited, None for all.
    """

    kind: str
    actor: str | None
    span: Span
    covers: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One claim as one document tells it; `statement` is the sentence that holds its trigger, None where unknown."""

    claim: Claim
    publisher: str | None
    location: str
    statement: Statement | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason for or against: which function gave it, by how much it counts, and what it saw, in words."""

    name: str
    weight: float
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two claims that tell of the same matter; `score` is the sum of the weights of the evidence."""

    claim_id: str
    other_id: str
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parallel:
    """Two sentences of different documents that say the same, or may: `score` is the sum of the weights of `evidence`.

    From `parallels.LEAST` up they are taken to say it.
    """

    span: Span
    other: Span
    score: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What one document shares with another, or with all others.

    Two documents have one reuse in the same words, one translated, both or none; `alike` is empty where they tell
    stories too different to be kept, or one has no profile.
    """

    reuses: tuple[Reuse, ...]
    parallels: tuple[Parallel, ...]
    joins: tuple[Join, ...]
    alike: tuple[Alike, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """A sentence that says what a matter says, in a document in which no claim of the matter was read.

    `claim_id` is the claim whose sentence it is nearest to, `score` how near, as in `Parallel`; `polarity` is that of
    the claim, turned round where one of the two sentences is negated and the other is not.
    """

    id: str
    claim_id: str
    statement: Statement
    score: float
    polarity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Claims that say the same, in the order of publication; `joins` are the reasons why they are together.

    `id` is that of its first claim, so that it stays while later tellings come in. `hints` are like echoes, of
    sentences that may say the same and as well may not.
    """

    id: str
    tellings: tuple[Telling, ...]
    joins: tuple[Join, ...]
    echoes: tuple[Echo, ...] = ()
    hints: tuple[Echo, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One document's saying of a matter, a telling or an echo, as origins and lineages look at it.

    `sources` are the ids of all that the innermost link of the attribution names.
    `id` is that of the claim or the echo; `span` is the trigger of a telling, the sentence of an echo; `numbers` are
    the sides of its quantities.
    """

    id: str
    document_id: str
    published: str | None
    publisher: str | None
    location: str
    span: Span
    attribution: tuple[Attribution, ...]
    sources: tuple[str, ...]
    polarity: str
    language: str
    numbers: tuple[Decimal, ...]
    is_echo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where claims of a matter first came from, as far as the documents show.

    `kind` is `source` (somebody cited), `agency`, `outlet` or `unknown`. `actor` is its id, None where it is no actor
    of the roster; `name` is as written. `is_certain` is False for one that may be the same as another, or that no claim
    rests on, `is_hinted` True for one that hints alone rest on. `voices` are the ids of the claims, echoes and hints
    that rest on it.
    """

    kind: str
    actor: str | None
    name: str
    voices: tuple[str, ...]
    is_certain: bool
    is_hinted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependency:
    """Why a voice counts for an origin, or for none of its own: `reason` names the rule, `span` is the words it saw.

    `lead` is the id of the voice it comes from, where it comes from one.
    """

    voice: str
    lead: str | None
    reason: str
    said: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """How many independent origins stand behind a matter: `certain` are known, `possible` counts unknown lineage and
    hints too.

    `deniers` are the origins of those claims that deny it; they do not count among `origins`.
    """

    matter_id: str
    origins: tuple[Origin, ...]
    deniers: tuple[Origin, ...]
    certain: int
    possible: int
    dependencies: tuple[Dependency, ...]

    @property
    def count(self) -> int:
        """The likeliest number of origins: those that are known, and at least the one that anything said must have."""
        return max(self.certain, min(self.possible, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a retelling made of a claim: `name` says what, the spans are the words before and after, None where none."""

    name: str
    before: Span | None
    after: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One retelling: `parent` is the voice it is from, None for a voice that is from nobody here.

    `reason` names the rule that says so, `is_certain` is False where it is only the likeliest; `changes` is what became
    of the claim on the way.
    """

    voice: str
    parent: str | None
    reason: str
    is_certain: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """How a matter was told and retold: a step for each voice, in the order of publication."""

    matter_id: str
    steps: tuple[Step, ...]
