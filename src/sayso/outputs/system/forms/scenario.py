"""What changes would mean by signs alone, and draws, in, the same as exported out."""

from dataclasses import dataclass

from sayso.system.influence.consequences import Consequence, Consequences
from sayso.system.influence.records import Edge, Route
from sayso.system.scenarios.meaning import Meaning
from sayso.system.scenarios.sampled import Sampled
from sayso.system.scenarios.wording import format_change, format_subject


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeForm:
    """That a cause works on an effect; `sign` is `+` or `-`, `about` quotes a claim."""

    cause: str
    effect: str
    sign: str
    is_possible: bool
    about: str
    origins: tuple[str, ...]
    claim_ids: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsequenceForm:
    """What becomes of a party or thing: `more`, `less`, `?`, or null; each path is its edges, the first at `start`.

    `is_beyond` where every path passes a party and goes on with what that does.
    """

    start: str
    stake: str
    becomes: str | None
    steps: int
    is_beyond: bool
    is_complete: bool
    said: str
    paths: tuple[tuple[EdgeForm, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningForm:
    """What a change would mean by signs alone; `said` is why it was not followed, `left_out` how many are farther."""

    change: str
    said: str
    consequences: tuple[ConsequenceForm, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PercentileForm:
    """Under `value` lie `rank` of 100 draws."""

    rank: float
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnForm:
    """How a share is spread, with what that assumes; or the reason why nothing was drawn."""

    subject: str
    percentiles: tuple[PercentileForm, ...]
    draws: int | None
    seed: int | None
    assumption: str | None
    reason: str | None


def meaning_form(found: Meaning) -> MeaningForm:
    """What a change would mean, as exported."""
    return MeaningForm(
        change=format_change(found.change),
        said=found.said,
        consequences=tuple(_consequence(each, one) for one in found.found for each in one.found),
        left_out=sum(each.left_out for each in found.found),
    )


def drawn_form(found: Sampled) -> DrawnForm:
    """The spread as exported."""
    spread = found.spread
    return DrawnForm(
        subject=format_subject(found.subject),
        percentiles=tuple(PercentileForm(rank=rank, value=value) for rank, value in spread.percentiles)
        if spread
        else (),
        draws=None if spread is None else spread.draws,
        seed=None if spread is None else spread.seed,
        assumption=None if spread is None else spread.assumption,
        reason=found.reason,
    )


def _consequence(found: Consequence, within: Consequences) -> ConsequenceForm:
    return ConsequenceForm(
        start=within.start,
        stake=found.stake,
        becomes=found.becomes,
        steps=found.steps,
        is_beyond=found.is_beyond,
        is_complete=found.effect.is_complete,
        said=found.effect.said,
        paths=tuple(map(_path, found.effect.paths)),
    )


def _path(path: Route) -> tuple[EdgeForm, ...]:
    return tuple(map(_edge, path.edges))


def _edge(edge: Edge) -> EdgeForm:
    return EdgeForm(
        cause=edge.cause,
        effect=edge.effect,
        sign=edge.sign,
        is_possible=edge.is_possible,
        about=edge.about,
        origins=edge.origins,
        claim_ids=edge.claim_ids,
        against=edge.against,
    )
