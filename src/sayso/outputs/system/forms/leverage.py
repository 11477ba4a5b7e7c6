"""Losses of providers and ways of goods in, the same as exported out."""

from dataclasses import dataclass

from sayso.outputs.system.forms.rows import IntervalForm, WindowForm, interval_form, window_form
from sayso.system.losses import Loss
from sayso.system.networks.passing import Passing
from sayso.system.networks.records import Chokepoint, Link


@dataclass(frozen=True, slots=True, kw_only=True)
class LossForm:
    """What losing a provider would cost; `price` is new over old, with an open high side without bound.

    `share` is what is told, 0 to 1, and `weight` the same as wide as it is rounded; one of all trade is taken for that
    of imports.
    """

    dependent: str
    provider: str
    good: str | None
    whole: str | None
    window: WindowForm | None
    basis: str
    share_basis: str
    share: IntervalForm
    weight: IntervalForm
    elasticity: IntervalForm
    price: IntervalForm
    is_of_all_trade: bool
    origins: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkForm:
    """How much passes from a giver to a recipient."""

    giver: str
    recipient: str
    amount: IntervalForm
    flow_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageForm:
    """A party through whom a good reaches another: what can come in all, without it, and what is lost.

    `verdict` is `chokepoint`, `depends` or `none`; `is_exact` where both bounds of the loss are reached.
    """

    good: str
    unit: str | None
    day: str | None
    recipient: str
    givers: tuple[str, ...]
    through: str
    basis: str
    verdict: str
    whole: IntervalForm
    without: IntervalForm
    loss: IntervalForm
    is_exact: bool
    links: tuple[LinkForm, ...]
    claim_ids: tuple[str, ...]


def loss_form(loss: Loss) -> LossForm:
    """The loss as exported."""
    return LossForm(
        dependent=loss.dependent,
        provider=loss.provider,
        good=loss.good,
        whole=loss.whole,
        window=window_form(loss.window),
        basis="computed",
        share_basis=loss.basis,
        share=interval_form(loss.share),
        weight=interval_form(loss.weight),
        elasticity=interval_form(loss.elasticity),
        price=interval_form(loss.price),
        is_of_all_trade=loss.is_of_all_trade,
        origins=loss.origins,
        claim_ids=loss.claim_ids,
    )


def passage_forms(passing: Passing) -> tuple[PassageForm, ...]:
    """Everybody in between as exported."""
    return tuple(_passage(each, passing) for each in passing.chokepoints)


def _passage(found: Chokepoint, passing: Passing) -> PassageForm:
    return PassageForm(
        good=found.good,
        unit=found.unit,
        day=passing.network.day,
        recipient=passing.recipient,
        givers=found.givers,
        through=found.party,
        basis="computed",
        verdict=found.verdict,
        whole=interval_form(found.whole),
        without=interval_form(found.without),
        loss=interval_form(found.loss),
        is_exact=found.is_exact,
        links=tuple(map(_link, found.links)),
        claim_ids=found.claim_ids,
    )


def _link(link: Link) -> LinkForm:
    return LinkForm(
        giver=link.giver,
        recipient=link.recipient,
        amount=interval_form(link.capacity),
        flow_ids=link.flow_ids,
        claim_ids=link.claim_ids,
    )
