"""Parts of a claim in, the short texts out that several formats put where they have no field of their own."""

from dataclasses import dataclass
from functools import lru_cache

from sayso.claims.numbers.edtf import bounds
from sayso.lang.calling import name_of
from sayso.outputs.claims.phrases import AUTHOR, amount, manner, parties, things
from sayso.outputs.display import shortened, visible
from sayso.records import Attribution, Claim, Document, Role
from sayso.system.parties import party_of
from sayso.vocab.actors import Roster
from sayso.vocab.frames import kinds

_WEB = ("http://", "https://")
_REMEMBERED = 10_000  # names of actors: a large ledger has some thousand

_LONGEST_PARTY = 40
"""Columns of the words for a party that is not known; the sentence has them all."""

_MOST_PAIRS = 64
"""Pairs of doer and counterpart that are told apart in one claim; sentences have under ten. Beyond it each doer stands
with the first counterpart, so that two lists of a thousand names are a thousand rows and no million."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Who does it, and to or with whom, as parties; either may be None where the text names nobody known."""

    doer: str | None
    other: str | None


def pairs(claim: Claim) -> tuple[Pair, ...]:
    """Each party that does it with each that it is done to or with; one pair of None and None where none is known."""
    doers, others = (_known(roles) for roles in parties(claim))
    if len(doers) * len(others) > _MOST_PAIRS:
        others = others[:1]
    return tuple(Pair(doer=doer, other=other) for doer in doers or (None,) for other in others or (None,))


def _known(roles: tuple[Role, ...]) -> tuple[str, ...]:
    found = dict.fromkeys(party_of(role.actor) for role in roles)
    return tuple(party for party in found if party is not None)


@lru_cache(maxsize=_REMEMBERED)
def called(actor: str, roster: Roster) -> str:
    """The English name of an actor; an office or a body without a name of its own is called by whose it is.

    >>> from sayso.vocab.actors import open_roster
    >>> called("PRK", open_roster()), called("CZE/prime-minister", open_roster())
    ('North Korea', 'Czechia (prime minister)')
    """
    name = name_of(actor, roster)
    owner, slash, slug = actor.partition("/")
    if name == actor and slash:
        words = slug.replace("-", " ")
        return visible(words if owner in ("org", "person") else f"{name_of(owner, roster)} ({words})")
    return visible(name)


def headline(claim: Claim, roster: Roster) -> str:
    """Kind and parties by name: `transfer: North Korea → Russia, arms`; a question mark where the doer is not known."""
    doers, others = (_names(roles, roster) for roles in parties(claim))
    arrow = "–" if kinds()[claim.event.kind].symmetric else "→"
    done_to = ", ".join(filter(None, (others, _names(things(claim), roster))))
    if not doers and not others:
        return f"{claim.event.kind}: {done_to or 'nobody is named'}"
    return f"{claim.event.kind}: {f' {arrow} '.join(filter(None, (doers or '?', done_to)))}"


def _names(roles: tuple[Role, ...], roster: Roster) -> str:
    return ", ".join(dict.fromkeys(filter(None, (_name(role, roster) for role in roles))))


def _name(role: Role, roster: Roster) -> str:
    if role.actor is not None:
        return called(role.actor, roster)
    return role.good or role.effect or (shortened(visible(role.span.quote), limit=_LONGEST_PARTY) if role.span else "")


def summary(claim: Claim, roster: Roster) -> str:
    """The claim in one line: headline, modality with polarity, certainty, amounts, time and place."""
    event = claim.event
    parts = [headline(claim, roster), manner(claim), f"certainty {claim.certainty}", *map(amount, event.quantities)]
    parts += [event.occurred.edtf] if event.occurred else []
    parts += [visible(event.place.name)] if event.place else []
    return "; ".join(parts)


def speaker(link: Attribution, roster: Roster) -> str:
    """Whose word one link of an attribution is: the name of the actor, else the words of the source."""
    if link.actor is not None:
        return called(link.actor, roster)
    return visible(link.source.quote) if link.source else f"nobody named ({link.channel})"


def speakers(claim: Claim, roster: Roster) -> str:
    """On whose word, outermost first: `KCNA › Kim Jong Un`; the report itself where nobody is cited."""
    return " › ".join(speaker(link, roster) for link in claim.attribution) or AUTHOR


def carrier(document: Document) -> str:
    """Who brought the words out: the publisher, else the author, else the location."""
    return visible(document.publisher or document.author or document.location)


def address(document: Document) -> str | None:
    """The location, where it is one on the web."""
    return document.location if document.location.startswith(_WEB) else None


def first_day(edtf: str) -> str | None:
    """The first day that a date may mean; None where that side is open, or it is no date."""
    found = bounds(edtf)
    return found.first if found else None


def counted(claims: int, *, one: str, several: str) -> tuple[str, ...]:
    """One sentence for the user on so many claims; none where there are none.

    >>> counted(1, one="is left out", several="are left out"), counted(0, one="is left out", several="are left out")
    (('1 claim is left out',), ())
    """
    if not claims:
        return ()
    return (f"1 claim {one}" if claims == 1 else f"{claims:,} claims {several}",)
