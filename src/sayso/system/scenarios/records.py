"""The frozen records of a what-if: what is changed, what is asked, and the answer.

An amount that is told without a period is a sum; with one it is a rate. A share is 0 to 1 and its unit is `share`.
Bounds are inclusive, as everywhere: "over 90 %" and "at least 90 %" are the same statement here.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from sayso.claims.numbers.edtf import Bounds
from sayso.corroboration.intervals import Interval
from sayso.system.measures.shortfall import Shortfall

SHARE = "share"
"""The unit of a part of a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A length of time: so many of a unit, which is `day`, `week`, `month`, `quarter` or `year`."""

    number: Decimal
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """How much, and in what time; `over` is None for a sum that names no time, and for a share."""

    interval: Interval
    unit: str
    over: Stretch | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a change or a statement is about: the commerce of a party, or what it is given.

    `topic` is `trade` (both ways), `exports`, `imports`, or the category of a good that comes to `of`. With a partner
    it is what passes between the two, written `RUS->PRK oil`, or the partner's share of the whole where `is_share`.
    Without one it is the whole.
    """

    of: str
    topic: str
    partner: str | None = None
    is_share: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """Let so much more pass from the partner to the party."""

    subject: Subject
    volume: Volume


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Let nothing more pass."""

    subject: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Alter:
    """Let so much pass in place of what does, or so much more or less of it: `by` -0.2 takes a fifth away.

    One of `to` and `by` is None.
    """

    subject: Subject
    to: Volume | None = None
    by: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace:
    """Let another supplier give what the partner gives."""

    subject: Subject
    supplier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choose:
    """Count, or do not count, what is of a class: `recorded` or `report`, a status, or what one origin alone says."""

    word: str
    is_included: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Take an unknown as known, before the changes and after them."""

    subject: Subject
    volume: Volume


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """Ask whether the subject lies within the interval of the volume, and what it would take that it does not."""

    subject: Subject
    volume: Volume


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """Take as known what a party needs of a good, has in stock, or is able to get from a supplier.

    `sort` is `need`, `stock` or `capacity`; the last has a partner. A need and a capacity are rates. The time of a
    stock is how long it has to last, a year where it has none.
    """

    sort: str
    subject: Subject
    volume: Volume


Change: TypeAlias = Add | Cut | Alter | Replace | Choose | Fix | Test | Gauge
"""One line of a what-if."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Premise:
    """What the answer rests on: what claims say, or what was given with the question.

    `basis` is that of the dependence, `given by you`, or `computed` from the other premises. `whole` and `window` are
    what a told share is of, in the words of its claims, and when. One that is set aside says why in `set_aside`.
    """

    subject: Subject
    volume: Volume
    basis: str
    whole: str | None = None
    window: Bounds | None = None
    origins: tuple[str, ...] = ()
    claim_ids: tuple[str, ...] = ()
    set_aside: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A share or an amount before and after the changes; open on a side of which nothing is known.

    `over` is a year for a rate. `claim_ids` are those that what was before rests on.
    """

    subject: Subject
    unit: str | None
    over: Stretch | None
    before: Interval
    after: Interval
    claim_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakEven:
    """How much may be added before a statement stops holding.

    Up to the low bound of `amount` the statement surely holds, over the high one it surely does not, and between them
    it depends on what is not known; None where the whole is unknown. `part` is the same as a part of the whole as it
    is without the addition. `flows` says in words which flows are meant.
    """

    flows: str
    amount: Interval | None
    part: Interval | None
    unit: str | None
    over: Stretch | None
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something not known, or not exactly, on which the answer turns.

    With a value within `holds` the statement surely holds, within `fails` it surely does not, whatever the other
    unknowns; None where no value alone would do.
    """

    what: str
    unit: str | None
    over: Stretch | None = None
    known: Interval | None = None
    holds: Interval | None = None
    fails: Interval | None = None

    @property
    def is_deciding(self) -> bool:
        """Whether some value of it that is possible would decide the statement."""
        return self.holds is not None or self.fails is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A statement, and whether it `holds`, `fails`, or one `cannot tell`, before and after.

    `claim_ids` are those that make the statement, none where it was asked with the question.
    """

    subject: Subject
    within: Volume
    before: str
    after: str
    break_evens: tuple[BreakEven, ...]
    needs: tuple[Need, ...]
    claim_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """What comes from one supplier in the time of a balance, before and after the changes; None for one not named.

    `capacity` is what it is able to deliver, None where no limit was given.
    """

    party: str | None
    before: Interval
    after: Interval
    capacity: Interval | None
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanting:
    """An unknown on which it turns whether there is enough.

    `sort` is `need`, `stock`, `offer` or `capacity`, `party` the supplier of the last two. With a value within `enough`
    there is enough whatever the other unknowns, within `short` there is not; None where no value alone would do.
    """

    sort: str
    party: str | None
    known: Interval
    enough: Interval | None
    short: Interval | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Whether a party has enough of a good, before and after the changes, in the time `over`.

    All amounts are in `unit`, None where no number is told, and come to so much in that time. `need` is None where it
    is not known, `stock` where there is none.
    """

    of: str
    good: str
    unit: str | None
    over: Stretch
    need: Interval | None
    stock: Interval | None
    supplies: tuple[Supply, ...]
    before: Shortfall
    after: Shortfall
    needs: tuple[Wanting, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """What a change applies to: the flows, and the claims that tell of them or of the share."""

    change: Change
    flow_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the changes come to; `notes` say what could not be counted, and why.

    `assumptions` say what the answer takes for granted beyond its premises. `balances` are of goods that the changes
    touch, or of which a need is given.
    """

    changes: tuple[Change, ...]
    premises: tuple[Premise, ...]
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    touched: tuple[Touched, ...]
    notes: tuple[str, ...]
    assumptions: tuple[str, ...] = ()
    balances: tuple[Balance, ...] = ()
