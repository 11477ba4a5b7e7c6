"""The frozen records of the system that claims describe; every one names the claims it rests on.

Intervals have both bounds inclusive, None for an open side; a share is 0 to 1. A window is half-open in days. A party
is the id of an actor that passes things, wants and fears: a state with all its bodies, or a group, body or person of
no state.
"""

from dataclasses import dataclass

from sayso.claims.numbers.edtf import Bounds
from sayso.corroboration.intervals import Interval
from sayso.records import Claim, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """A claim with what the system has to know of its standing.

    `origins` are the known roots that it rests on, by the id of the actor or a name; empty where its lineage is
    unknown. `named` are the parties that its sentence names, whether or not they have a role. `kind` is `report`, or
    `recorded` for a row of reference data.
    """

    claim: Claim
    matter_id: str
    origins: tuple[str, ...]
    named: tuple[str, ...] = ()
    location: str = ""
    kind: str = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much: an interval and what it counts; `unit` is a singular noun or an ISO 4217 code, None where not said."""

    interval: Interval
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An amount as one claim states it; `origins` are the roots of that claim, `said` the date of publication."""

    amount: Amount
    origins: tuple[str, ...]
    said: str | None
    claim_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One thing that is said to pass from a giver to a recipient, with one status, as the claims of one matter tell it.

    `giver` and `recipient` are parties, None where the texts name nobody; `named` are those that the sentences name,
    with a part in it or not. `good` is a category of the contract, `what`
    the words for it, each once. `status` is a word of `statuses.STATUSES`. `basis` is `stated`, `place` where the
    recipient is the state on whose soil a force arrives, `trade` where they trade in it and who sells is not said, or
    `aim` where it would have a thing that nobody is said to give. `kind` is that of its testimonies.
    """

    id: str
    matter_id: str
    giver: str | None
    recipient: str | None
    good: str
    what: tuple[str, ...]
    status: str
    figures: tuple[Figure, ...]
    window: Bounds | None
    basis: str
    kind: str
    named: tuple[str, ...]
    origins: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What all flows of one status in one unit come to: at least the low, at most the high bound.

    `said` explains the bounds in a sentence. `window` is the hull of those of the flows, None where one has none.
    """

    status: str
    amount: Amount
    window: Bounds | None
    flow_ids: tuple[str, ...]
    origins: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """All that passes from one party to another in one category, in the order of status and time."""

    giver: str | None
    recipient: str | None
    good: str
    flows: tuple[Flow, ...]
    totals: tuple[Total, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """That one party relies on another for a good, as a share of a stated whole.

    `good` is None for commerce as a whole. `whole` defines what the share is of, in words ("recorded merchandise
    exports, 2023"), None where the text does not say. `share` is 0 to 1, None where only the fact is told. `basis` is
    `stated`, `recorded` (reference data) or `computed`. `polarity` is that of the claims.
    """

    id: str
    dependent: str
    provider: str
    good: str | None
    whole: str | None
    share: Interval | None
    window: Bounds | None
    basis: str
    polarity: str
    origins: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """What something means to a party: an effect on it, or an attitude of it, as the claims of one matter tell it.

    `sort` is `gain`, `harm`, `risk`, `constraint` (effects), `want`, `fear` (of events), `support`, `oppose`, `ask`,
    `threaten` (stances). `party` is who has it, None for an effect on no party that is known; `other` is the party that
    causes it, or towards which the stance is. `about` is what it is about, in the words of the text. `modality` and
    `polarity` are those of the claims, `holder` on whose word or in whose mind it is, None for the report itself.
    """

    id: str
    matter_id: str
    sort: str
    party: str | None
    other: str | None
    about: str
    modality: str
    polarity: str
    occurred: Period | None
    holder: str | None
    named: tuple[str, ...]
    origins: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SystemModel:
    """The system as claims published up to `as_of` describe it; all of them where it is None.

    Every tuple is in a fixed order, so that the same claims give the same model in whatever order they come.
    """

    as_of: str | None
    parties: tuple[str, ...]
    exchanges: tuple[Exchange, ...]
    dependences: tuple[Dependence, ...]
    stakes: tuple[Stake, ...]
