"""The frozen records of the networks in which goods pass; capacities are intervals, None for an open side."""

from dataclasses import dataclass

from sayso.corroboration.intervals import Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How much passes from a giver to a recipient, as the flows between them tell it."""

    giver: str
    recipient: str
    capacity: Interval
    flow_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Everybody who passes a good on, in one unit, at one time.

    `unit` is None where no number is told of the good. `day` is an ISO day that lies in the windows of all flows that
    have one, None where none has. `left_out` are flows that do not go on at that day, or name no giver or recipient.
    """

    good: str
    unit: str | None
    day: str | None
    links: tuple[Link, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chokepoint:
    """What the way of a good through one party is worth.

    `whole` is the most that can pass from `givers` to `recipients`, `without` the same when the party is gone, `loss`
    the difference; a high bound is None where nothing that is told limits it. `is_exact` where capacities within their
    intervals reach both bounds of the loss; otherwise it surely lies within them. `verdict` is a word of
    `chokepoints.VERDICTS`. `links` are those of the party that lie on a way, and `claim_ids` theirs.
    """

    party: str
    good: str
    unit: str | None
    givers: tuple[str, ...]
    recipients: tuple[str, ...]
    whole: Interval
    without: Interval
    loss: Interval
    is_exact: bool
    verdict: str
    links: tuple[Link, ...]
    claim_ids: tuple[str, ...]
