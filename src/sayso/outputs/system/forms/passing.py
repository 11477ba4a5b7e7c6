"""Exchanges in, the same as exported out: every flow with its figures, and what they come to."""

from dataclasses import dataclass

from sayso.outputs.system.forms.rows import IntervalForm, WindowForm, interval_form, window_form
from sayso.system.records import Exchange, Figure, Flow, Total


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureForm:
    """An amount as one claim states it."""

    amount: IntervalForm
    unit: str | None
    published: str | None
    origins: tuple[str, ...]
    claim_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowForm:
    """One thing that is said to pass, with one status, as the claims of one matter tell it."""

    id: str
    matter_id: str
    what: tuple[str, ...]
    status: str
    figures: tuple[FigureForm, ...]
    window: WindowForm | None
    basis: str
    kind: str
    origins: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalForm:
    """What the flows of one status come to in one unit; `said` explains the bounds."""

    status: str
    amount: IntervalForm
    unit: str | None
    window: WindowForm | None
    flow_ids: tuple[str, ...]
    origins: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeForm:
    """All that passes from one party to another in one category."""

    giver: str | None
    recipient: str | None
    good: str
    flows: tuple[FlowForm, ...]
    totals: tuple[TotalForm, ...]


def exchange_form(exchange: Exchange) -> ExchangeForm:
    """The exchange as exported."""
    return ExchangeForm(
        giver=exchange.giver,
        recipient=exchange.recipient,
        good=exchange.good,
        flows=tuple(map(_flow, exchange.flows)),
        totals=tuple(map(_total, exchange.totals)),
    )


def figure_form(figure: Figure) -> FigureForm:
    """The amount as exported."""
    return FigureForm(
        amount=interval_form(figure.amount.interval),
        unit=figure.amount.unit,
        published=figure.said,
        origins=figure.origins,
        claim_id=figure.claim_id,
    )


def _flow(flow: Flow) -> FlowForm:
    return FlowForm(
        id=flow.id,
        matter_id=flow.matter_id,
        what=flow.what,
        status=flow.status,
        figures=tuple(map(figure_form, flow.figures)),
        window=window_form(flow.window),
        basis=flow.basis,
        kind=flow.kind,
        origins=flow.origins,
        claim_ids=flow.claim_ids,
    )


def _total(total: Total) -> TotalForm:
    return TotalForm(
        status=total.status,
        amount=interval_form(total.amount.interval),
        unit=total.amount.unit,
        window=window_form(total.window),
        flow_ids=total.flow_ids,
        origins=total.origins,
        said=total.said,
    )
