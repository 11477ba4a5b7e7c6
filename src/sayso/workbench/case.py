"""An open ledger in, all that pages ask of it out; what takes long to find is kept until the ledger grows."""

import gc
from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

from sayso import pipeline
from sayso.corroboration.accounts import ORDERS, Account
from sayso.errors import UnknownRecord
from sayso.ledger import Ledger, Standing
from sayso.ledger.answers import ActorCount
from sayso.outputs.matters.assessed import Assessed, assessed
from sayso.records import Document
from sayso.review.queue import Queue, queue
from sayso.system.assembly import assemble
from sayso.system.records import SystemModel, Testimony
from sayso.vocab.actors import Roster

_Found = TypeVar("_Found")

_CHOICES = 16
"""Filters whose claims are remembered, eight bytes a claim: counting the facets of 100,000 claims takes half a second,
and who turns pages asks for them again and again."""

_SHORTEST_ID = 4
"""Signs of an id that an address has to give, as on the command line."""


class Read:
    """What is found over all that was read and compared by one time; each part when it is first asked for.

    What analysts judge leaves it as it is, but for the accounts, which are kept up to date.
    """

    def __init__(self, ledger: Ledger, roster: Roster) -> None:
        self._ledger = ledger
        self._roster = roster

    @cached_property
    def accounts(self) -> pipeline.Accounts:
        """The account of every matter, the first told first."""
        return pipeline.Accounts(self._ledger, roster=self._roster)

    @property
    def standings(self) -> Mapping[str, Standing]:
        """What stands of every claim that was judged, by its id."""
        return self.accounts.standings

    @cached_property
    def queue(self) -> Queue:
        """Every claim in the order in which it is worth a look; it stays while a review goes on."""
        rejected = (claim_id for claim_id, each in self.standings.items() if _is_rejected(each))
        return queue(self.accounts, rejected=[self._ledger.claim(each) for each in rejected])

    def has_changed(self) -> bool:
        """Follows what was judged; whether any account is another one now."""
        return "accounts" in vars(self) and self.accounts.refresh()

    @cached_property
    def actors(self) -> tuple[ActorCount, ...]:
        """Every actor with a role in a claim, most frequent first."""
        return self._ledger.actors()

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Every document by its id, in the order in which they were appended."""
        return {each.id: each for each in self._ledger.documents()}


def _is_rejected(standing: Standing) -> bool:
    return standing.decision is not None and standing.decision.verdict == "reject"


class Findings:
    """What is found over the whole ledger as it is judged at one time; each part when it is first asked for."""

    def __init__(self, ledger: Ledger, read: Read) -> None:
        self._ledger = ledger
        self._read = read
        self._ordered: dict[str, list[Account]] = {}
        self.kept: dict[object, Any] = {}
        """What `Case.kept` has found."""
        self.chosen = lru_cache(maxsize=_CHOICES)(ledger.chosen)
        """The claims that pass a filter, as `Ledger.chosen` gives them."""

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """The account of every matter, the first told first."""
        return tuple(self._read.accounts)

    def ordered(self, sort: str) -> list[Account]:
        """The accounts in one of `accounts.ORDERS`, greatest first."""
        if sort not in self._ordered:
            self._ordered[sort] = sorted(self.accounts, key=ORDERS[sort], reverse=True)
        return self._ordered[sort]

    @property
    def account_of(self) -> Mapping[str, Account]:
        """For every claim that is in a matter the account of that; claims rejected are in none."""
        return self._read.accounts.of_claim

    @cached_property
    def testimonies(self) -> Mapping[str, Testimony]:
        """For every claim its testimony."""
        return {each.claim.id: each for each in pipeline.testimonies(self.accounts)}

    @cached_property
    def model(self) -> SystemModel:
        """The system that the claims describe."""
        return assemble(self.testimonies.values())

    def forget_assessed(self) -> None:
        """Looks again at what analysts hold of sources and matters, when it is next asked for."""
        vars(self).pop("assessed", None)

    @property
    def actors(self) -> tuple[ActorCount, ...]:
        """Every actor with a role in a claim, most frequent first."""
        return self._read.actors

    @cached_property
    def assessed(self) -> Assessed:
        """What analysts have judged of sources and matters."""
        return assessed(self._ledger)

    @property
    def documents(self) -> Mapping[str, Document]:
        """Every document by its id, in the order in which they were appended."""
        return self._read.documents


class Case:
    """An open ledger with its findings; belongs to the thread that opened it."""

    def __init__(self, ledger: Ledger, roster: Roster) -> None:
        self.ledger = ledger
        self.roster = roster
        self._state = ledger.state()
        self._read = Read(ledger, roster)
        self._findings = Findings(ledger, self._read)

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.ledger.path.name

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.ledger.path

    @property
    def read(self) -> Read:
        """What was read, as the ledger holds it now, and what stands of it."""
        self._follow()
        return self._read

    @property
    def findings(self) -> Findings:
        """What the ledger says as it stands now: found anew when anything was appended, by whatever process."""
        self._follow()
        return self._findings

    def kept(self, find: Callable[["Case"], _Found]) -> _Found:
        """What a function makes of the case, found once as long as the findings hold; it is known by itself."""
        known = self.findings.kept
        if find not in known:
            known[find] = find(self)
        return cast(_Found, known[find])

    def warm(self) -> None:
        """Finds what every page needs, so that the first one does not have to wait for it.

        What is found stays, and is set aside for the collector of garbage: with 100,000 claims it would go through ten
        million objects again and again while they are made, which is half of the time, and once in a while later.
        """
        gc.disable()
        try:
            _ = self.findings.model, self.findings.actors
            gc.freeze()
        finally:
            gc.enable()

    def _follow(self) -> None:
        """Finds anew what was read or compared since; of what was judged since, only what that touches.

        An acceptance touches nothing, a rejection or correction one matter, a merger or split those of two claims.
        """
        state = self.ledger.state()
        if state == self._state:
            return
        is_read_anew, self._state = state.read != self._state.read, state
        if is_read_anew:
            self._read = Read(self.ledger, self.roster)
        is_touched = is_read_anew or self._read.has_changed()
        if is_touched:
            self._findings = Findings(self.ledger, self._read)
        else:
            self._findings.forget_assessed()

    def account(self, matter_id: str) -> Account:
        """The account of the matter with a claim of this id, or beginning of it; raises `UnknownRecord`."""
        by_claim = self.findings.account_of
        if matter_id in by_claim:
            return by_claim[matter_id]
        found = {id(by_claim[each]): by_claim[each] for each in by_claim if each.startswith(matter_id)}
        if len(matter_id) < _SHORTEST_ID or len(found) != 1:
            raise UnknownRecord(f"the ledger has no matter {matter_id!r}")
        return next(iter(found.values()))
