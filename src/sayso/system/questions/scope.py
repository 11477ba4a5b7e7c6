"""A system, the claims behind it and a question in, the records that concern its parties, good and time out."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sayso.claims.numbers.edtf import Bounds, bounds
from sayso.records import Claim
from sayso.system.exchanges import exchange
from sayso.system.parties import party_of
from sayso.system.questions.records import Question
from sayso.system.records import Dependence, Exchange, Flow, Stake, SystemModel, Testimony
from sayso.system.windows import are_apart

NO_TIME = "without a time"
NO_NUMBER = "without a number"
NO_GIVER = "without a giver that is known"
NO_RECIPIENT = "without a recipient that is known"


class Scope:
    """What a question looks at; remembers the claims that are left out for what they do not say."""

    def __init__(self, question: Question, model: SystemModel, testimonies: Mapping[str, Testimony]) -> None:
        self.question = question
        self.model = model
        self.testimonies = testimonies
        self.party = party_of(question.party)
        self.other = party_of(question.other)
        self.parties = tuple(dict.fromkeys(each for each in (self.party, self.other) if each is not None))
        self.left_out: dict[str, set[str]] = {}

    def leave_out(self, reason: str, claim_ids: Iterable[str]) -> None:
        """Remember claims that would answer but for what they do not say."""
        self.left_out.setdefault(reason, set()).update(claim_ids)

    def exchanges(
        self, giver: str | None, recipient: str | None, *, statuses: Collection[str] | None = None
    ) -> Iterator[Exchange]:
        """What passes between the two, None for anybody, of the good and time asked about, and of these statuses."""
        for each in self._of_good():
            if giver in (None, each.giver) and recipient in (None, each.recipient):
                flows = self._within(each.flows, statuses)
                if flows:
                    yield each if len(flows) == len(each.flows) else exchange(flows)

    def unplaced(self, giver: str | None, recipient: str | None) -> Iterator[Flow]:
        """What passes from the giver to nobody known, or to the recipient from nobody known, where two are asked for.

        Given are flows in whose sentences the other is named; the rest is left out.
        """
        if giver is None or recipient is None:
            return
        for each in self._of_good():
            if (each.giver, each.recipient) == (giver, None):
                missing, reason = recipient, NO_RECIPIENT
            elif (each.giver, each.recipient) == (None, recipient):
                missing, reason = giver, NO_GIVER
            else:
                continue
            for flow in self._within(each.flows, None):
                if missing in flow.named:
                    yield flow
                else:
                    self.leave_out(reason, flow.claim_ids)

    def _of_good(self) -> Iterator[Exchange]:
        goods = self.question.goods
        return (each for each in self.model.exchanges if not goods or each.good in goods)

    def _within(self, flows: Sequence[Flow], statuses: Collection[str] | None) -> list[Flow]:
        found = [flow for flow in flows if statuses is None or flow.status in statuses]
        return [flow for flow in found if self.is_then(flow.window, flow.claim_ids)]

    def stakes(self, sorts: Collection[str], *, party: str | None, other: str | None) -> Iterator[Stake]:
        """Stakes of these sorts, of a party and concerning another, None for anybody; those surely of the other first.

        A stake concerns whoever causes it, is its aim, or is named in its sentence.
        """
        aimed, naming = [], []
        for each in self.model.stakes:
            if each.sort in sorts and party in (None, each.party):
                if other in (None, each.other):
                    aimed.append(each)
                elif other in each.named and each.party != other:
                    naming.append(each)
        for each in (*aimed, *naming):
            window = bounds(each.occurred.edtf) if each.occurred else None
            if self.is_then(window, each.claim_ids):
                yield each

    def dependences(self, dependent: str | None, provider: str | None) -> Iterator[Dependence]:
        """Who depends on whom, None for anybody, for the good asked about; commerce as a whole where none is."""
        goods = self.question.goods
        for each in self.model.dependences:
            is_meant = dependent in (None, each.dependent) and provider in (None, each.provider)
            if is_meant and (not goods or each.good in goods) and self.is_then(each.window, each.claim_ids):
                yield each

    def told(self) -> Iterator[Testimony]:
        """The testimonies of the time asked about, in the order of publication."""
        for each in sorted(self.testimonies.values(), key=_by_date):
            occurred = each.claim.event.occurred
            if self.question.window is None or self.is_then(bounds(occurred.edtf) if occurred else None, ()):
                yield each

    def is_then(self, window: Bounds | None, claim_ids: Iterable[str]) -> bool:
        """Whether it is of the time asked about, as far as is known; what says no time is left out."""
        if self.question.window is None:
            return True
        if window is None:
            self.leave_out(NO_TIME, claim_ids)
            return False
        return not are_apart(window, self.question.window)


def concerns(testimony: Testimony, party: str | None) -> bool:
    """Whether a claim has the party in a role, or its sentence names it."""
    return party is None or party in testimony.named or party in parties_of(testimony.claim)


def parties_of(claim: Claim) -> set[str | None]:
    """The parties in the roles of a claim."""
    return {party_of(role.actor) for role in claim.event.roles}


def _by_date(testimony: Testimony) -> tuple[str, str]:
    return testimony.claim.published or "~", testimony.claim.id
