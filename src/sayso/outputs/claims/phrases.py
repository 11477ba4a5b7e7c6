"""Parts of a claim in, short phrases for people out."""

from decimal import Decimal

from sayso.outputs.display import isolated, visible
from sayso.records import Attribution, Claim, Quantity, Role
from sayso.vocab.frames import kinds

AUTHOR = "the report itself"
"""On whose word a claim without attribution stands."""

_MAGNITUDES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))

_BEYOND = Decimal(10) ** 24
"""From here on a number is no amount of anything in the news, and is shown by its size: `9e+99`. One of more digits
than `Decimal` reckons with cannot be rounded."""

_DECIMALS = 3
"""Of a number of millions as people are shown it; exports have every digit."""


def parties(claim: Claim) -> tuple[tuple[Role, ...], tuple[Role, ...]]:
    """The roles of the doer, and those of the other parties."""
    kind = kinds()[claim.event.kind]
    doers = tuple(role for role in claim.event.roles if role.role == kind.doer)
    others = tuple(role for role in claim.event.roles if role.role != kind.doer and _is_party(role, claim))
    return doers, others


def things(claim: Claim) -> tuple[Role, ...]:
    """The roles that no party fills: goods, weapons, forces, matters, effects."""
    doer = kinds()[claim.event.kind].doer
    return tuple(role for role in claim.event.roles if role.role != doer and not _is_party(role, claim))


def _is_party(role: Role, claim: Claim) -> bool:
    filler = kinds()[claim.event.kind].filler(role.role)
    return filler == "party" or (filler == "any" and role.actor is not None)


def party_phrase(role: Role) -> str:
    """The words with the actor they name: `the North (PRK)`; a thing with its category: `shells (ammunition)`."""
    known = role.actor or role.good or role.effect
    if role.span is None:
        return f"({known or 'not stated'})"
    words = isolated(visible(role.span.quote))
    return f"{words} ({known})" if known and known != words else words


def amount(quantity: Quantity) -> str:
    """What was understood of a number.

    >>> from decimal import Decimal
    >>> from sayso.records import Span
    >>> somewhere = Span(document_id="", start=0, end=0, quote="")
    >>> earned = {"of": "good", "approximate": False, "basis": "stated", "span": somewhere}
    >>> amount(Quantity(low=None, high=Decimal(5500000000), unit="USD", **earned))
    'up to 5.5 billion USD'
    >>> amount(Quantity(low=Decimal(10000), high=Decimal(12000), unit="soldier", **earned))
    '10,000 to 12,000 soldier'
    """
    low, high = quantity.low, quantity.high
    about = "about " if quantity.approximate else ""
    if low is not None and high is not None:
        number = about + (_number(low) if low == high else f"{_number(low)} to {_number(high)}")
    elif high is not None:
        number = f"up to {about}{_number(high)}"
    else:
        number = f"at least {about}{_number(low)}" if low is not None else "some"
    return f"{number} {visible(quantity.unit or '')}".rstrip()


def _number(value: Decimal) -> str:
    if abs(value) >= _BEYOND:
        return f"{value:.3g}"
    for size, word in _MAGNITUDES:
        if abs(value) >= size:
            return f"{round(value / size, _DECIMALS).normalize():,f} {word}"
    return f"{value:,f}"


def manner(claim: Claim) -> str:
    """Modality and polarity: `possible`, `not done`."""
    return claim.modality if claim.polarity == "affirmed" else f"not {claim.modality}"


def source_phrase(claim: Claim) -> str:
    """On whose word, outermost first: `KCNA (org/kcna) › Kim Jong Un (PRK/leader)`."""
    return " › ".join(link_phrase(link) for link in claim.attribution) or AUTHOR


def link_phrase(link: Attribution) -> str:
    """One source with its actor; hearsay names nobody."""
    if link.source is None:
        return link.actor or f"nobody named ({link.channel})"
    words = isolated(visible(link.source.quote))
    return f"{words} ({link.actor})" if link.actor and link.actor != words else words
