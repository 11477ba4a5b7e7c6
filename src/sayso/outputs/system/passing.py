"""Exchanges in, the section of a page for each direction out: a table of categories by status, then the sentences."""

from collections.abc import Iterable, Sequence
from functools import partial

from sayso.outputs.display import isolated, visible
from sayso.outputs.system.casebook import Casebook, in_text, origins_of, shown
from sayso.outputs.system.sheet import Grid, Point, Section
from sayso.outputs.system.words import NO_AMOUNT, NOT_STATED, amount_phrase, listed, quoted, window_phrase
from sayso.system.records import Exchange, Flow, Total
from sayso.system.statuses import STATUSES

_OTHER = "other"
_BASES = {
    "place": "to the soil on which it arrives",
    "trade": "traded; who sells is not said",
    "aim": "to have it; from whom is not said",
}
_THINGS = 2
"""Ways to call a thing that a row shows; the sentences have them all."""


def good_name(good: str) -> str:
    """The category as a word in a sentence."""
    return "other things" if good == _OTHER else good


def direction(title: str, exchanges: Sequence[Exchange], *, book: Casebook, label: str = "good") -> Section:
    """What passes one way; `label` says what the rows are called by: `good`, `recipient` or `giver` and good."""
    if not exchanges:
        return Section(title=title, notes=(NOT_STATED,))
    exchanges = sorted(exchanges, key=lambda each: each.good == _OTHER)
    seen: dict[str, str] = {}
    rows = [
        (partial(_point, flow, _label(each, book, label=label)), flow.claim_ids)
        for each in exchanges
        for flow in each.flows
    ]
    found, more = shown(rows, book, seen=seen)
    notes = tuple(_sum(total, _label(each, book, label=label)) for each in exchanges for total in _sums(each))
    return Section(title=title, grid=_grid(exchanges, book, label=label), notes=notes, entries=found, more=more)


def _grid(exchanges: Sequence[Exchange], book: Casebook, *, label: str) -> Grid:
    told = {flow.status for each in exchanges for flow in each.flows}
    statuses = [each for each in STATUSES if each in told]
    rows = ((_label(each, book, label=label), *(_cell(each, status) for status in statuses)) for each in exchanges)
    leads = (("", *(_lead(each, status) for status in statuses)) for each in exchanges)
    return Grid(head=("", *statuses), rows=tuple(rows), leads=tuple(leads))


def _lead(exchange: Exchange, status: str) -> str:
    return next((flow.claim_ids[0] for flow in exchange.flows if flow.status == status and flow.claim_ids), "")


def _label(exchange: Exchange, book: Casebook, *, label: str) -> str:
    good = good_name(exchange.good)
    if label == "recipient":
        return f"{good} to {in_text(exchange.recipient, book)}"
    return f"{good} from {in_text(exchange.giver, book)}" if label == "giver" else good


def _cell(exchange: Exchange, status: str) -> str:
    totals = [amount_phrase(each.amount) for each in exchange.totals if each.status == status]
    flows = [flow for flow in exchange.flows if flow.status == status]
    # Of what is only feared or denied there is no sum, and some sums have no bounds; what was stated still is.
    amounts = [each for each in totals if each != NO_AMOUNT] or _figures(flows)
    return "; ".join(amounts) or (NO_AMOUNT if flows else "")


def _figures(flows: Iterable[Flow]) -> list[str]:
    """The amounts of the flows as they were stated, each once."""
    stated = dict.fromkeys(amount_phrase(each.amount) for flow in flows for each in flow.figures)
    stated.pop(NO_AMOUNT, None)
    return list(stated)


def _sums(exchange: Exchange) -> Iterable[Total]:
    return (each for each in exchange.totals if len(each.flow_ids) > 1)


def _sum(total: Total, label: str) -> str:
    return f"{label}, {total.status}: {amount_phrase(total.amount)} in all: {total.said}"


def _point(flow: Flow, label: str) -> Point:
    words = listed([quoted(each) for each in flow.what], most=_THINGS)
    return Point(
        label=f"{label}, {flow.status}",
        said=", ".join(filter(None, (words, "; ".join(_figures([flow]))))),
        facts=(
            window_phrase(flow.window),
            origins_of(flow.origins),
            _BASES.get(flow.basis, ""),
            "" if flow.kind == "report" else isolated(visible(flow.kind)),
        ),
    )
