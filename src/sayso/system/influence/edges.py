"""Testimonies in, the edges of the signed graph out.

An `affect` goes from cause to affected, `+` for a gain and `-` for a harm, a constraint or a risk; `support` and
`oppose` from the actor to what they are for or against; a `transfer` from the giver to the good of the recipient, as a
`deploy` of forces to the troops of the side they help. What is wanted is worth `+` to who wants it, what is feared `-`.
No edge has a weight: no text states one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, product

from sayso.records import Claim, Role
from sayso.system.flows import TROOPS
from sayso.system.holders import holders
from sayso.system.influence.concepts import concept
from sayso.system.influence.records import Edge
from sayso.system.parties import party_of
from sayso.system.quotations import quotation
from sayso.system.records import Testimony

_EFFECTS = {"gain": "+", "harm": "-", "constraint": "-", "risk": "-"}
_STANCES = {"support": "+", "oppose": "-"}
_ATTITUDES = {"wanted": "+", "feared": "-"}

_GIVERS = {"transfer": "giver", "deploy": "actor"}
"""Who gives the good, of the kinds by which one passes; forces that are sent are troops of the side they help."""

_SURE = frozenset({"done", "ongoing"})
"""Modalities of what is told as so; all others tell of what may be, `wanted` of nothing but a wish."""

_OWNERS = {"transfer": "recipient", "deploy": "beneficiary"}
"""For a kind whose good is not that of its doer the role of the one whose it is."""

_OTHER = "other"

_MOST_PAIRS = 64
"""Edges of one claim from each of its causes to each of those affected, the first in the text; see `stakes`."""

_Key = tuple[str, str, str]
"""Cause, effect and sign."""


@dataclass(frozen=True, slots=True)
class _Told:
    testimony: Testimony
    is_possible: bool
    is_denied: bool


def edges(testimonies: Iterable[Testimony]) -> tuple[Edge, ...]:
    """Every edge that a claim tells of, one for each cause, effect and sign, in that order.

    What is only denied is no edge. Where claims tell of both signs there are two edges. For the graph of one issue give
    the testimonies that are about it.
    """
    told: dict[_Key, list[_Told]] = {}
    for testimony in testimonies:
        for key, row in _edges(testimony):
            if key[0] != key[1]:  # that a party helps itself says nothing of how one thing works on another
                told.setdefault(key, []).append(row)
    return tuple(_edge(key, told[key]) for key in sorted(told) if not all(row.is_denied for row in told[key]))


def cut(found: Iterable[Edge], *, cause: str, effect: str) -> tuple[Edge, ...]:
    """The graph without what the cause does to the effect, of either sign."""
    return tuple(edge for edge in found if (edge.cause, edge.effect) != (cause, effect))


def _edge(key: _Key, rows: list[_Told]) -> Edge:
    cause, effect, sign = key
    telling = [row for row in rows if not row.is_denied]
    first = min((row.testimony for row in telling), key=_by_date)
    return Edge(
        cause=cause,
        effect=effect,
        sign=sign,
        is_possible=all(row.is_possible for row in telling),
        about=quotation(first.claim),
        origins=tuple(sorted({origin for row in telling for origin in row.testimony.origins})),
        claim_ids=tuple(sorted({row.testimony.claim.id for row in telling})),
        against=tuple(sorted({row.testimony.claim.id for row in rows if row.is_denied})),
    )


def _by_date(testimony: Testimony) -> tuple[str, str]:
    return testimony.claim.published or "~", testimony.claim.id


def _edges(testimony: Testimony) -> Iterator[tuple[_Key, _Told]]:
    claim = testimony.claim
    is_denied = claim.polarity == "negated"
    if claim.modality != "wanted":
        is_possible = claim.modality not in _SURE or claim.certainty == "possible"
        for cause, effect, sign, is_risk in _workings(claim):
            yield (cause, effect, sign), _Told(testimony, is_possible or is_risk, is_denied)
    if claim.modality in _ATTITUDES:
        for key in _values(claim):
            yield key, _Told(testimony, False, False)  # what it is worth to somebody is no less so for being unlikely


def _workings(claim: Claim) -> Iterator[tuple[str, str, str, bool]]:
    """Cause, effect, sign, and whether it is a risk, of what the claim tells to work on something."""
    kind = claim.event.kind
    if kind == "affect":
        pairs = _pairs(_nodes(claim, "cause"), _nodes(claim, "affected"))
        for category in dict.fromkeys(role.effect for role in claim.event.roles):
            if category in _EFFECTS:
                for cause, effect in pairs:
                    yield cause, effect, _EFFECTS[category], category == "risk"
    elif kind in _STANCES:
        for actor, aim in _pairs(_nodes(claim, "actor"), [*_nodes(claim, "target"), *_nodes(claim, "matter")]):
            yield actor, aim, _STANCES[kind], False
    elif kind in _GIVERS:
        givers = dict.fromkeys(party_of(role.actor) for role in claim.event.roles if role.role == _GIVERS[kind])
        for giver, good in _pairs([giver for giver in givers if giver is not None], _goods(claim)):
            yield giver, good, "+", False


def _values(claim: Claim) -> Iterator[_Key]:
    """What the event that is wanted or feared is worth to those who want or fear it.

    An effect that is feared is worth to them what becomes of the affected: a gain of theirs is bad, their harm is too,
    and so how they fare is worth `-` or `+`.
    """
    wish = _turned(_ATTITUDES[claim.modality], claim.polarity == "negated")
    for holder in holders(claim):
        if holder is None:
            continue
        affected = _nodes(claim, "affected") if claim.event.kind == "affect" else []
        if claim.modality == "feared" and affected:
            for category in dict.fromkeys(role.effect for role in claim.event.roles):
                if category in _EFFECTS:
                    sign = _turned(wish, _EFFECTS[category] == "-")
                    yield from ((each, holder, sign) for each in affected)
        else:
            yield from ((each, holder, wish) for each in _wished(claim))


def _wished(claim: Claim) -> list[str]:
    """What is wanted or feared: the goods of the event, else its matter, else the event by its word, as `PRK:attack`.

    Not who does it: that a party is to disarm is no wish that it fares well.
    """
    found = _goods(claim) or _nodes(claim, "matter")
    event = concept(claim.event.trigger.quote, claim.language)
    return found if found or event is None else _owned(claim, [event])


def _nodes(claim: Claim, name: str) -> list[str]:
    """Who or what fills the role, each once: the party where one is named, else the phrase."""
    found = dict.fromkeys(_node(role, claim.language) for role in claim.event.roles if role.role == name)
    return [each for each in found if each is not None]


def _node(role: Role, code: str) -> str | None:
    if role.actor is not None:
        return party_of(role.actor)
    return None if role.span is None else concept(role.span.quote, code)


def _goods(claim: Claim) -> list[str]:
    """The goods of the event with whose they are, as `PRK:oil`; without, where the claim does not say."""
    if claim.event.kind == "deploy":
        is_force = any(role.role == "force" for role in claim.event.roles)
        return _owned(claim, [TROOPS]) if is_force else []
    goods = dict.fromkeys(_good(role, claim.language) for role in claim.event.roles if role.role == "good")
    return _owned(claim, [each for each in goods if each is not None])


def _owned(claim: Claim, things: list[str]) -> list[str]:
    roles = claim.event.roles
    owning = _OWNERS.get(claim.event.kind, roles[0].role if roles else "")
    owners = dict.fromkeys(party_of(role.actor) for role in roles if role.role == owning)
    known = [each for each in owners if each is not None]
    return [f"{owner}:{thing}" for owner, thing in _pairs(known, things)] if known else things


def _good(role: Role, code: str) -> str | None:
    """The category of a good; of one that has none, its words."""
    if role.good is not None and role.good != _OTHER:
        return role.good
    return None if role.span is None else concept(role.span.quote, code)


def _pairs(ones: list[str], others: list[str]) -> list[tuple[str, str]]:
    return list(islice(product(ones, others), _MOST_PAIRS))


def _turned(sign: str, is_turned: bool) -> str:
    return sign if not is_turned else "+" if sign == "-" else "-"
