"""An open ledger in, all that pages ask of it out; what takes long to find is kept until the ledger grows."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from sayso import pipeline
from sayso.corroboration.accounts import ORDERS, Account
from sayso.errors import UnknownRecord
from sayso.ledger import Ledger, State
from sayso.ledger.answers import ActorCount
from sayso.outputs.matters.assessed import Assessed, assessed
from sayso.records import Document
from sayso.system.assembly import assemble
from sayso.system.records import SystemModel, Testimony
from sayso.vocab.actors import Roster

_SHORTEST_ID = 4
"""Signs of an id that an address has to give, as on the command line."""


class Findings:
    """What is found over the whole ledger as it stood at one time; each part when it is first asked for."""

    def __init__(self, ledger: Ledger, roster: Roster) -> None:
        self._ledger = ledger
        self._roster = roster
        self._ordered: dict[str, list[Account]] = {}

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """The account of every matter, the first told first."""
        return pipeline.accounts(self._ledger, roster=self._roster)

    def ordered(self, sort: str) -> list[Account]:
        """The accounts in one of `accounts.ORDERS`, greatest first."""
        if sort not in self._ordered:
            self._ordered[sort] = sorted(self.accounts, key=ORDERS[sort], reverse=True)
        return self._ordered[sort]

    @cached_property
    def account_of(self) -> Mapping[str, Account]:
        """For every claim the account of its matter."""
        return {telling.claim.id: account for account in self.accounts for telling in account.matter.tellings}

    @cached_property
    def testimonies(self) -> Mapping[str, Testimony]:
        """For every claim its testimony."""
        return {each.claim.id: each for each in pipeline.testimonies(self.accounts)}

    @cached_property
    def model(self) -> SystemModel:
        """The system that the claims describe."""
        return assemble(self.testimonies.values())

    @cached_property
    def actors(self) -> tuple[ActorCount, ...]:
        """Every actor with a role in a claim, most frequent first."""
        return self._ledger.actors()

    @cached_property
    def assessed(self) -> Assessed:
        """What analysts have judged of sources and matters."""
        return assessed(self._ledger)

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Every document by its id, in the order in which they were appended."""
        return {each.id: each for each in self._ledger.documents()}


class Case:
    """An open ledger with its findings; belongs to the thread that opened it."""

    def __init__(self, ledger: Ledger, roster: Roster) -> None:
        self.ledger = ledger
        self.roster = roster
        self._state: State | None = None
        self._findings = Findings(ledger, roster)

    @property
    def name(self) -> str:
        """The name of the file."""
        return self.ledger.path.name

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.ledger.path

    @property
    def findings(self) -> Findings:
        """What the ledger says as it stands now: found anew when anything was appended, by whatever process."""
        state = self.ledger.state()
        if state != self._state:
            self._state, self._findings = state, Findings(self.ledger, self.roster)
        return self._findings

    def account(self, matter_id: str) -> Account:
        """The account of the matter with a claim of this id, or beginning of it; raises `UnknownRecord`."""
        by_claim = self.findings.account_of
        if matter_id in by_claim:
            return by_claim[matter_id]
        found = {id(by_claim[each]): by_claim[each] for each in by_claim if each.startswith(matter_id)}
        if len(matter_id) < _SHORTEST_ID or len(found) != 1:
            raise UnknownRecord(f"the ledger has no matter {matter_id!r}")
        return next(iter(found.values()))
