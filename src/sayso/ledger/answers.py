"""What the ledger says about itself: the frozen records that its questions are answered with."""

from dataclasses import dataclass

from sayso.corroboration.profiles import Profile
from sayso.corroboration.records import Telling
from sayso.records import Claim, Document, Judgement, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderRun:
    """One way of reading: everything read with these versions. `id` is a hash of them, `number` counts from 1."""

    number: int
    id: str
    reader: str
    reader_version: str
    vocabulary_version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How often something stands in claims: a kind of event, a role, a channel."""

    name: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCount:
    """Somebody who is cited. `actor` is None for those who cannot be identified, `name` None where none is named.

    `name` is the way in which the source is named most often; `claims` and `documents` count where it is any link of
    the attribution, `kinds` and `channels` say for what and how, most frequent first.
    """

    actor: str | None
    name: str | None
    claims: int
    documents: int
    kinds: tuple[Count, ...]
    channels: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorCount:
    """An actor with the claims it has a role in; `roles` and `kinds` say which, most frequent first."""

    actor: str
    claims: int
    documents: int
    roles: tuple[Count, ...]
    kinds: tuple[Count, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A claim that two runs read differently at one place; `fields` names what differs, in the order of the record."""

    before: Claim
    after: Claim
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What became of the claims of one document from one run to another; `same` counts those that say the same."""

    document_id: str
    added: tuple[Claim, ...]
    removed: tuple[Claim, ...]
    changed: tuple[Change, ...]
    same: int


_DECISIONS = ("accept", "correct", "reject")
"""Verdicts on a claim itself, of which the last one holds; the others say which matter it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the analysts' judgements make of a claim.

    `judgements` are those given about what the claim says, in order, undone ones included; `lapsed` those given about
    another reading of it.
    """

    judgements: tuple[Judgement, ...]
    lapsed: tuple[Judgement, ...]

    @property
    def holding(self) -> Judgement | None:
        """The last judgement that is not undone; None where there is none."""
        return self._left[-1] if self._left else None

    @property
    def verdict(self) -> str | None:
        """The verdict that holds; None where there is none.

        A split says where a claim does not belong and leaves the verdict on the claim itself as it is.
        """
        left = [each for each in self._left if each.verdict != "split"]
        return left[-1].verdict if left else None

    @property
    def decision(self) -> Judgement | None:
        """The last acceptance, correction or rejection that is not undone: what holds of the claim itself."""
        left = [each for each in self._left if each.verdict in _DECISIONS]
        return left[-1] if left else None

    @property
    def _left(self) -> list[Judgement]:
        undone = {each.target for each in self.judgements if each.verdict == "undo"}
        return [each for each in self.judgements if each.verdict != "undo" and each.id not in undone]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparable:
    """A document as last read, with all that is compared with other documents; `reading` is the number of the reading.

    `statements` are empty, and `profile` is None, where the ledger has none of this reading.
    """

    reading: int
    document: Document
    statements: tuple[Statement, ...]
    tellings: tuple[Telling, ...]
    profile: Profile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Whom a document names in its statements, as last read, and when it was published: where it is to be compared."""

    document_id: str
    published: str | None
    actors: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """How reliable an analyst holds a source to be, by a letter of the NATO Admiralty code.

    The source is an actor, by its id, or somebody who is none, by the name it is cited under. A row without a letter
    withdraws the rating whose id is `withdraws`. `at` is an ISO time in UTC.
    """

    id: str
    actor: str | None
    name: str | None
    letter: str | None
    reviewer: str
    at: str
    reason: str
    withdraws: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credibility:
    """How credible an analyst holds a matter to be, by a number of the NATO Admiralty code, whatever the rules say.

    `claim_ids` are the claims of the matter, the first one first. A row without a digit withdraws the one whose id is
    `withdraws`, and has no claims. `at` is an ISO time in UTC.
    """

    id: str
    claim_ids: tuple[str, ...]
    digit: int | None
    reviewer: str
    at: str
    note: str
    withdraws: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A credibility that holds, and those of its claims that still stand, by their ids now, in its order."""

    credibility: Credibility
    claim_ids: tuple[str, ...]
