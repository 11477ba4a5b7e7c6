"""Testimonies in, who depends on whom for what out, and for a party all its known shares with what they add up to.

A `trade` claim that states a share tells that its actor depends on the partner; of what the partner depends on it tells
nothing. A `depend` claim tells it with a share or without. Shares that differ are rows of their own: they are never
averaged, and none is preferred.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from sayso.claims.numbers.edtf import Bounds, bounds
from sayso.corroboration.intervals import Interval
from sayso.records import Claim, Role
from sayso.system.arithmetic import hull
from sayso.system.measures.concentration import concentration
from sayso.system.measures.shares import unlisted
from sayso.system.measures.stated import goods_of, names_commerce, stated_shares
from sayso.system.parties import party_of
from sayso.system.records import Dependence, Testimony

NO_DEPENDENT = "it is not known who depends"
NO_PROVIDER = "it is not known on whom"
ON_ITSELF = "a party is said to depend on itself"
TOGETHER = "the share is that of several together"
NOT_TOLD_AS_SO = "it is not told as being so, but as planned, wanted, feared or possible"

_PROVIDERS = {"trade": "partner", "depend": "provider"}
"""The kinds that tell of dependence, and the role of the one depended on; the dependent is the actor."""

_TOLD_AS_SO = frozenset({"done", "ongoing"})
_RECORDED = "recorded"
_OTHER = "other"
_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A claim of dependence that is no row, with the reason; what is known of it, and None for what is not."""

    dependent: str | None
    provider: str | None
    good: str | None
    whole: str | None
    share: Interval | None
    reason: str
    matter_id: str
    claim_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Breakdown:
    """The known shares of one whole of one party, at one time; the providers in the order of their shares.

    `concentration` are bounds of the Herfindahl–Hirschman index, open where the shares cannot be of one whole;
    `unlisted` is what a provider may have that is none of them. Both take `recorded` shares for the leading ones.
    """

    party: str
    good: str | None
    whole: str | None
    window: Bounds | None
    basis: str
    shares: tuple[Dependence, ...]
    concentration: Interval
    unlisted: Interval


class _Told(NamedTuple):
    """What one claim says of one dependent, provider and good."""

    dependent: str | None
    provider: str | None
    good: str | None
    whole: str | None
    share: Interval | None
    reason: str | None


class _Key(NamedTuple):
    """What testimonies have in common that are one row."""

    matter_id: str
    dependent: str
    provider: str
    good: str | None
    whole: str | None
    share: Interval | None
    basis: str
    polarity: str


def dependences(testimonies: Iterable[Testimony]) -> tuple[Dependence, ...]:
    """Every dependence that the testimonies tell of, in the order of dependent, provider, good, whole and id.

    Testimonies of one matter that say the same of the same parties, whole and share are one row.
    """
    rows: dict[_Key, list[tuple[_Told, Testimony]]] = {}
    for testimony in testimonies:
        for told in _told(testimony):
            if told.reason is None and told.dependent is not None and told.provider is not None:
                key = _Key(
                    testimony.matter_id,
                    told.dependent,
                    told.provider,
                    told.good,
                    _folded(told.whole) or None,
                    told.share,
                    _RECORDED if testimony.kind == _RECORDED else "stated",
                    testimony.claim.polarity,
                )
                rows.setdefault(key, []).append((told, testimony))
    return tuple(sorted((row for key, alike in rows.items() for row in _rows(key, alike)), key=_order))


def left_out(testimonies: Iterable[Testimony]) -> tuple[LeftOut, ...]:
    """What the testimonies tell of dependence that is no row of `dependences`, with the reason, in their order."""
    return tuple(
        LeftOut(
            dependent=told.dependent,
            provider=told.provider,
            good=told.good,
            whole=told.whole,
            share=told.share,
            reason=told.reason,
            matter_id=testimony.matter_id,
            claim_id=testimony.claim.id,
        )
        for testimony in testimonies
        for told in _told(testimony)
        if told.reason is not None
    )


def breakdowns(rows: Iterable[Dependence], party: str) -> tuple[Breakdown, ...]:
    """The affirmed shares of the party, those of one good, whole, time and basis together; dated ones first.

    Where sources differ about a provider, its share is taken to be any from the lowest to the highest told.
    """
    groups: dict[tuple[str, ...], list[Dependence]] = {}
    for row in rows:
        if row.dependent == party and row.share is not None and row.polarity == "affirmed":
            window = row.window or Bounds(first=None, until=None)
            key = (row.good or "", _folded(row.whole), window.first or "~", window.until or "~", row.basis)
            groups.setdefault(key, []).append(row)
    return tuple(_breakdown(groups[key]) for key in sorted(groups, key=lambda key: (key[2:4], key)))


def _breakdown(rows: Sequence[Dependence]) -> Breakdown:
    by_provider: dict[str, list[Interval]] = {}
    for row in rows:
        if row.share is not None:
            by_provider.setdefault(row.provider, []).append(row.share)
    shares = [hull(told) for told in by_provider.values()]
    first = rows[0]
    # Reference data lists the largest partners; a text names those it has something to say about.
    is_leading = first.basis == _RECORDED
    return Breakdown(
        party=first.dependent,
        good=first.good,
        whole=first.whole,
        window=first.window,
        basis=first.basis,
        shares=tuple(sorted(rows, key=lambda row: (-_size(row), _order(row)))),
        concentration=concentration(shares, is_leading=is_leading),
        unlisted=unlisted(shares, is_leading=is_leading),
    )


def _size(row: Dependence) -> float:
    """Sorts shares; one with an open side by the other."""
    share = row.share
    return float(next((end for end in (share.high, share.low) if end is not None), 0)) if share is not None else 0.0


def _order(row: Dependence) -> tuple[str, ...]:
    return row.dependent, row.provider, row.good or "", row.whole or "", row.id


def _rows(key: _Key, alike: Sequence[tuple[_Told, Testimony]]) -> Iterator[Dependence]:
    """The rows of testimonies that say the same: one, unless they say it of different times."""
    windows = [_window(testimony.claim) for _, testimony in alike]
    times = {window for window in windows if window is not None}
    if len(times) <= 1:
        yield _row(key, alike, next(iter(times), None))
        return
    for time in (*times, None):
        of_time = [each for each, window in zip(alike, windows, strict=True) if window == time]
        if of_time:
            yield _row(key, of_time, time)


def _row(key: _Key, alike: Sequence[tuple[_Told, Testimony]], window: Bounds | None) -> Dependence:
    return Dependence(
        id=sha256("\0".join(map(str, (*key, window))).encode()).hexdigest()[:_DIGITS],
        dependent=key.dependent,
        provider=key.provider,
        good=key.good,
        whole=min((told.whole for told, _ in alike if told.whole), default=None),
        share=key.share,
        window=window,
        basis=key.basis,
        polarity=key.polarity,
        origins=tuple(sorted({origin for _, each in alike for origin in each.origins})),
        claim_ids=tuple(sorted({each.claim.id for _, each in alike})),
    )


def _folded(whole: str | None) -> str:
    """The words for a whole as they are compared; marks of apostrophe differ from one typesetter to the next."""
    return (whole or "").casefold().replace("’", "'")


def _window(claim: Claim) -> Bounds | None:
    return bounds(claim.event.occurred.edtf) if claim.event.occurred is not None else None


def _told(testimony: Testimony) -> Iterator[_Told]:
    """All that one testimony says of dependence, also what cannot be a row; nothing for other kinds."""
    claim = testimony.claim
    provider_role = _PROVIDERS.get(claim.event.kind)
    about = list(_about(claim)) if provider_role is not None else []
    if not about:
        return
    dependents = _parties(role for role in claim.event.roles if role.role == "actor")
    providers = _parties(role for role in claim.event.roles if role.role == provider_role)
    for dependent in _known(dependents):
        for provider in _known(providers):
            for each in about:
                told = each._replace(dependent=dependent, provider=provider)
                yield _checked(claim, told, dependents=len(dependents), providers=len(providers))


def _checked(claim: Claim, told: _Told, *, dependents: int, providers: int) -> _Told:
    """What is told, with the reason why it is no row, and no more of a share than can be said of one of several.

    Of several providers together each has at most the share. Of several dependents nothing follows for each. What is
    left without a share may still be told as a fact.
    """
    share = told.share
    if share is not None and providers > 1:
        share = None if share.high is None else Interval(low=None, high=share.high, approximate=share.approximate)
    if dependents > 1:
        share = None
    reason = told.reason
    if told.dependent is None:
        reason = NO_DEPENDENT
    elif told.provider is None:
        reason = NO_PROVIDER
    elif told.dependent == told.provider:
        reason = ON_ITSELF
    elif claim.modality not in _TOLD_AS_SO:
        reason = NOT_TOLD_AS_SO
    elif share is None and claim.event.kind == "trade":
        reason = TOGETHER
    if reason is not None:
        return told._replace(reason=reason)
    return told._replace(share=share, whole=told.whole if share is not None else None)


def _parties(roles: Iterable[Role]) -> list[str | None]:
    """The parties of the roles, each once, with None where one is not known."""
    return list(dict.fromkeys(party_of(role.actor) for role in roles))


def _known(parties: Sequence[str | None]) -> Sequence[str | None]:
    """Those known; where nobody is, nobody."""
    return [party for party in parties if party is not None] or [None]


def _about(claim: Claim) -> Iterator[_Told]:
    """For what, and as which share of which whole; without the parties.

    A `trade` claim tells of dependence by its shares alone, a `depend` claim also by its goods and as such. A share of
    several goods together is none of any one of them.
    """
    goods = goods_of(claim)
    categories: list[str | None] = list(dict.fromkeys(role.good or _OTHER for role in goods))
    is_fact, shared, is_of_all = claim.event.kind == "depend", set[str | None](), False
    for each in stated_shares(claim):
        if each.good is None and len(categories) > 1:
            if not is_fact:
                yield _Told(None, None, None, each.whole, each.share, TOGETHER)
            continue
        role = each.good if each.good is not None else next(iter(goods), None)
        category = None if role is None else role.good or _OTHER
        shared.add(category)
        is_of_all = is_of_all or each.good is None
        # What readers take for some other good may be all commerce: "90 percent of its trade".
        is_commerce = category == _OTHER and names_commerce(each.whole or "", claim.language)
        yield _Told(None, None, None if is_commerce else category, each.whole, each.share, None)
    if is_fact and not is_of_all:
        for good in categories or [None]:
            if good not in shared:
                yield _Told(None, None, good, None, None, None)
