"""Testimonies in, what is said to pass from party to party, matter by matter and status by status, out.

What passes is told by two kinds of claims: a `transfer` of goods from a giver to a recipient, and a `deploy` of one's
own forces for the side they help. A force on the soil of a state that is neither its own nor its target is taken to
come there with something for that state to gain or to bear; such a flow says so in its `basis`. So do two other
kinds: `possess`, of what a party would have and has not yet, which would come from somebody who is not named; and
`trade` in goods, which pass both ways where its words do not say who sells.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import permutations, product

from sayso.claims.numbers.edtf import bounds
from sayso.corroboration.intervals import Interval
from sayso.records import Claim, Quantity, Role
from sayso.system.parties import party_of
from sayso.system.records import Amount, Figure, Flow, Testimony
from sayso.system.reference.subjects import says
from sayso.system.statuses import STATUSES, status_of
from sayso.system.windows import hull

TROOPS = "troops"
"""The category of what a `deploy` sends, envoys among it; its words say which."""

_OTHER = "other"
_HAVING = "possess"
_AIMS = {"planned": "sought", "wanted": "sought", "possible": "possible", "hypothetical": "possible"}
"""Statuses of what a party would have; what it has, or lacks, passes nowhere. Planning to have is no agreement."""

_COMMERCE = "trade"

_COUNTED = {"transfer": "good", "deploy": "force", _HAVING: "good", _COMMERCE: "good"}
"""For each kind the role that its quantities count."""

_BASES = ("stated", "place", "trade", "aim")
"""What may be known of who gives to whom, the surest first."""

_NO_AMOUNTS = frozenset({"percent", "day", "week", "month", "year", "hour", "minute", "km", "degree"})
"""Units of shares, times and distances: they tell of a transfer, and are not how much was passed."""

_DIGITS = 16
_RANKS = {status: rank for rank, status in enumerate(STATUSES)}


@dataclass(frozen=True, slots=True)
class _Passing:
    """One thing that one claim says to pass; positional, as 200,000 are made at a time."""

    giver: str | None
    recipient: str | None
    good: str
    status: str
    basis: str
    what: str | None
    figures: tuple[Figure, ...]


def flows(testimonies: Iterable[Testimony]) -> tuple[Flow, ...]:
    """Every flow that the testimonies tell of, in the order of `order`.

    Several givers, recipients or goods of one claim are a flow each. A number told of several together is no more than
    an upper bound for each of them.
    """
    told: dict[tuple[str, str | None, str | None, str, str], list[tuple[_Passing, Testimony]]] = {}
    for testimony in testimonies:
        if testimony.claim.event.kind in _COUNTED:
            for each in _passings(testimony):
                key = (testimony.matter_id, each.giver, each.recipient, each.good, each.status)
                told.setdefault(key, []).append((each, testimony))
    return tuple(sorted((_flow(rows) for rows in told.values()), key=order))


def order(flow: Flow) -> tuple[str, str, str, int, str, str]:
    """Sorts flows by parties, category, status (as in `STATUSES`) and time, undated ones last."""
    first = flow.window.first if flow.window and flow.window.first else "~"
    return flow.giver or "~", flow.recipient or "~", flow.good, _RANKS[flow.status], first, flow.id


def _flow(rows: Sequence[tuple[_Passing, Testimony]]) -> Flow:
    passing, testimony = rows[0]
    key = (testimony.matter_id, passing.giver, passing.recipient, passing.good, passing.status)
    dated = [bounds(each.claim.event.occurred.edtf) for _, each in rows if each.claim.event.occurred]
    return Flow(
        id=sha256("\0".join(part or "" for part in key).encode()).hexdigest()[:_DIGITS],
        matter_id=testimony.matter_id,
        giver=passing.giver,
        recipient=passing.recipient,
        good=passing.good,
        what=tuple(sorted({each.what for each, _ in rows if each.what})),
        status=passing.status,
        figures=tuple(sorted((figure for each, _ in rows for figure in each.figures), key=_by_time)),
        window=hull(each for each in dated if each is not None),
        basis=min((each.basis for each, _ in rows), key=_BASES.index),
        kind=testimony.kind,
        named=tuple(sorted({party for _, each in rows for party in each.named})),
        origins=tuple(sorted({origin for _, each in rows for origin in each.origins})),
        claim_ids=tuple(sorted({each.claim.id for _, each in rows})),
    )


def _by_time(figure: Figure) -> tuple[str, str, str]:
    return figure.said or "~", figure.claim_id, str(figure.amount.interval)


def _passings(testimony: Testimony) -> Iterator[_Passing]:
    claim = testimony.claim
    event, status = claim.event, status_of(claim)
    if event.kind in (_HAVING, _COMMERCE):
        yield from _aims(testimony) if event.kind == _HAVING else _traded(testimony)
        return
    givers: list[str | None] = []
    recipients: list[str | None] = []
    goods: list[Role] = []
    for role in event.roles:
        if role.role in ("giver", "actor"):
            givers.append(party_of(role.actor))
        elif role.role in ("recipient", "beneficiary"):
            recipients.append(party_of(role.actor))
        elif role.role == _COUNTED[event.kind]:
            goods.append(role)
    basis = "stated"
    if event.kind == "deploy" and not any(recipients):
        host = _host(claim)
        if host is None and _is_at_home_or_against(claim):
            return
        recipients, basis = [host], "stated" if host is None else "place"
    pairs = [(giver, to) for giver in _each(givers) for to in _each(recipients) if giver != to or giver is None]
    is_joint = len(pairs) > 1
    for category, things, within in _things(event.kind, goods):
        figures = _figures(testimony, within, is_joint=is_joint)
        for giver, to in pairs:
            yield _Passing(giver, to, category, status, basis, _words(things), figures)


def _aims(testimony: Testimony) -> Iterator[_Passing]:
    """What a party would have, from nobody who is named."""
    claim = testimony.claim
    status = _AIMS.get(claim.modality) if claim.polarity == "affirmed" else None
    goods = [role for role in claim.event.roles if role.role == "good"]
    owners = _parties(claim, "actor")
    if status is None or not goods:
        return
    for category, things, within in _things(_HAVING, goods):
        figures = _figures(testimony, within, is_joint=len(owners) > 1)
        for owner in owners:
            yield _Passing(None, owner, category, status, "aim", _words(things), figures)


def _traded(testimony: Testimony) -> Iterator[_Passing]:
    """Goods that are bought and sold: one way where the words tell of exports or imports, else both ways."""
    claim = testimony.claim
    goods = [role for role in claim.event.roles if role.role == "good"]
    actors, partners = (_parties(claim, role) for role in ("actor", "partner"))
    is_export, is_import = (says(way, claim.event.trigger.quote) for way in ("exports", "imports"))
    pairs: list[tuple[str | None, str | None]] = list(permutations(dict.fromkeys((*actors, *partners)), 2))
    basis = "trade"
    if is_export != is_import:
        sellers, buyers = (actors, partners) if is_export else (partners, actors)
        pairs, basis = list(product(_each(sellers), _each(buyers))), "stated"
    for category, things, within in _things(_COMMERCE, goods) if goods else ():
        figures = _figures(testimony, within, is_joint=len(pairs) > 1)
        for seller, buyer in pairs:
            if seller != buyer:
                yield _Passing(seller, buyer, category, status_of(claim), basis, _words(things), figures)


def _parties(claim: Claim, role: str) -> list[str]:
    found = (party_of(each.actor) for each in claim.event.roles if each.role == role)
    return list(dict.fromkeys(party for party in found if party is not None))


def _things(kind: str, goods: list[Role]) -> Iterator[tuple[str, list[Role], Role | None]]:
    """The categories that pass, the roles with the words for each, and the one that a number has to stand within."""
    if kind == "deploy":
        yield TROOPS, goods, None
    elif not goods:
        yield _OTHER, [], None
    else:
        yield from ((good.good or _OTHER, [good], good if len(goods) > 1 else None) for good in goods)


def _each(parties: Sequence[str | None]) -> list[str | None]:
    """Those known, each once; where nobody is, nobody."""
    return list(dict.fromkeys(each for each in parties if each is not None)) or [None]


def _words(roles: Sequence[Role]) -> str | None:
    return ", ".join(dict.fromkeys(" ".join(role.span.quote.split()) for role in roles if role.span)) or None


def _host(claim: Claim) -> str | None:
    """The state on whose soil a force arrives: that of the place, unless it is the force's own or its target."""
    place = claim.event.place
    if place is None or place.country is None:
        return None
    parties = {party_of(role.actor) for role in claim.event.roles if role.role in ("actor", "target")}
    return None if place.country in parties else place.country


def _is_at_home_or_against(claim: Claim) -> bool:
    """Whether a force stays in its own state, or is sent against somebody: nobody gets anything by that."""
    place, roles = claim.event.place, claim.event.roles
    is_at_home = place is not None and place.country in {party_of(role.actor) for role in roles if role.role == "actor"}
    return is_at_home or any(role.role == "target" for role in roles)


def _figures(testimony: Testimony, good: Role | None, *, is_joint: bool) -> tuple[Figure, ...]:
    """The numbers of what passes; of a claim with several goods those that stand within the words of this one."""
    claim = testimony.claim
    return tuple(
        Figure(
            amount=Amount(interval=_interval(each, is_joint=is_joint), unit=each.unit),
            origins=testimony.origins,
            said=claim.published,
            claim_id=claim.id,
        )
        for each in claim.event.quantities
        if each.unit not in _NO_AMOUNTS
        and each.of in (None, _COUNTED[claim.event.kind])
        and (each.high is not None or (each.low is not None and not is_joint))
        and (good is None or _stands_within(each, good))
    )


def _interval(quantity: Quantity, *, is_joint: bool) -> Interval:
    low = None if is_joint else quantity.low
    return Interval(low=low, high=quantity.high, approximate=quantity.approximate)


def _stands_within(quantity: Quantity, good: Role) -> bool:
    return good.span is not None and good.span.start <= quantity.span.start and quantity.span.end <= good.span.end
