"""Testimonies in, what each matter means to whom out: gains and harms, wishes and fears, stances."""

from collections.abc import Iterable
from hashlib import sha256

from sayso.records import Claim, Role
from sayso.system.holders import holders
from sayso.system.parties import party_of
from sayso.system.quotations import quotation
from sayso.system.records import Stake, Testimony

EFFECTS = ("gain", "harm", "risk", "constraint")
"""The effects of the contract that are a stake; one that is neither helps nor harms is none."""

_STANCES = {"support": "support", "oppose": "oppose", "request": "ask", "threaten": "threaten"}
_ATTITUDES = {"wanted": "want", "feared": "fear"}

_HAVING = "possess"
"""What a party plans to have it wants, though the contract calls its own plan no wish."""

_MOST_PAIRS = 64
"""Pairs of those affected and those who cause it that are told apart in one claim; sentences have under ten. Beyond it
only those affected are, so that a list of a thousand names is a thousand rows and no million."""

_TELLING = frozenset({"affect", *_STANCES})

_DIGITS = 16

_Key = tuple[str, str, str | None, str | None, str]
"""Matter, sort, party, other and polarity."""

_Has = tuple[str, str | None, str | None]
"""The sort of a stake, who has it, and by or towards whom."""


def stakes(testimonies: Iterable[Testimony]) -> tuple[Stake, ...]:
    """Every stake, one for each matter, sort, pair of parties and polarity, in the order of party, sort and other.

    Claims that tell it again add their origins and ids; all else is as the first claim tells it, by date and id.
    """
    first: dict[_Key, Testimony] = {}
    # Those told again stand apart: most are told once, and a list for each would cost a fifth of the time.
    again: dict[_Key, list[Testimony]] = {}
    for testimony in testimonies:
        claim = testimony.claim
        if claim.modality in _ATTITUDES or claim.event.kind in _TELLING or _is_aim(claim):
            for sort, party, other in _held(claim):
                key = (testimony.matter_id, sort, party, other, claim.polarity)
                if first.setdefault(key, testimony) is not testimony:
                    again.setdefault(key, []).append(testimony)
    found = [_stake(key, testimony, again.get(key)) for key, testimony in first.items()]
    found.sort(key=_order)
    return tuple(found)


def _held(claim: Claim) -> list[_Has]:
    kind, roles = claim.event.kind, claim.event.roles
    found: list[_Has] = []
    if kind == "affect":
        for effect in dict.fromkeys([role.effect for role in roles]):
            if effect in EFFECTS:
                found += _pairs(effect, _in_role(roles, "affected"), _in_role(roles, "cause"))
    elif kind in _STANCES:
        found += _pairs(_STANCES[kind], _in_role(roles, "actor"), _in_role(roles, "target"))
    if claim.modality in _ATTITUDES:
        sort = _ATTITUDES[claim.modality]
        for party in holders(claim):
            found += [(sort, party, other) for other in _others(roles, party)]
    elif _is_aim(claim):
        found += [("want", party, None) for party in _in_role(roles, "actor")]
    return found


def _is_aim(claim: Claim) -> bool:
    return claim.event.kind == _HAVING and claim.modality == "planned"


def _pairs(sort: str, ones: list[str | None], others: list[str | None]) -> list[_Has]:
    if len(ones) * len(others) > _MOST_PAIRS:
        return [(sort, one, None) for one in ones]
    return [(sort, one, other) for one in ones for other in others]


def _in_role(roles: tuple[Role, ...], name: str) -> list[str | None]:
    """The parties in a role, each once; None alone where none of them is known."""
    found: dict[str | None, None] = {}
    for role in roles:
        if role.role == name and role.actor is not None:
            found[party_of(role.actor)] = None
    return list(found) or [None]


def _others(roles: tuple[Role, ...], party: str | None) -> list[str | None]:
    """Whose doing it is that the party wants or fears; where it is its own, whom it is done with or to."""
    doers: dict[str | None, None] = {}
    rest: dict[str | None, None] = {}
    for each in roles:
        found = party_of(each.actor)
        if found is not None and found != party:
            (doers if each.role == roles[0].role else rest)[found] = None
    return list(doers) or list(rest) or [None]


def _stake(key: _Key, first: Testimony, again: list[Testimony] | None) -> Stake:
    matter_id, sort, party, other, polarity = key
    named, origins = first.named, first.origins
    claim_ids: tuple[str, ...] = (first.claim.id,)
    if again is not None:
        rows = [first, *again]
        first = min(rows, key=_by_date)
        named = tuple(name for row in rows for name in row.named)
        origins = tuple(origin for row in rows for origin in row.origins)
        claim_ids = tuple(sorted({row.claim.id for row in rows}))
    claim = first.claim
    return Stake(
        id=sha256("\0".join((matter_id, sort, party or "", other or "", polarity)).encode()).hexdigest()[:_DIGITS],
        matter_id=matter_id,
        sort=sort,
        party=party,
        other=other,
        about=quotation(claim),
        modality=claim.modality,
        polarity=polarity,
        occurred=claim.event.occurred,
        holder=party_of(claim.attribution[-1].actor) if claim.attribution else None,
        named=tuple(sorted(set(named))),
        origins=tuple(sorted(set(origins))),
        claim_ids=claim_ids,
    )


def _by_date(testimony: Testimony) -> tuple[str, str]:
    return testimony.claim.published or "~", testimony.claim.id


def _order(stake: Stake) -> tuple[str, str, str, str]:
    return stake.party or "~", stake.sort, stake.other or "~", stake.id
