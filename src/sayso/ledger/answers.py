"""What the ledger says about itself: the frozen records that its questions are answered with."""

from dataclasses import dataclass

from sayso.records import Claim, Judgement


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
        undone = {each.target for each in self.judgements if each.verdict == "undo"}
        left = [each for each in self.judgements if each.verdict != "undo" and each.id not in undone]
        return left[-1] if left else None

    @property
    def verdict(self) -> str | None:
        """The verdict that holds; None where there is none."""
        return self.holding.verdict if self.holding else None
