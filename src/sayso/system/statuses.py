"""A claim in, how far the passing of a thing has come by its word out: sought, promised, delivered, denied."""

from collections.abc import Mapping

from sayso.records import Claim
from sayso.system.parties import party_of

STATUSES: Mapping[str, str] = {
    "delivered": "told as having happened, or going on",
    "agreed": "planned, ordered or contracted, and not yet told as done",
    "promised": "pledged by the giver",
    "sought": "wanted, asked for or hoped for",
    "possible": "told as what may be, or be so under a condition",
    "feared": "apprehended or threatened",
    "refused": "not to be, by the word of the giver or the recipient",
    "opposed": "not to be, by the wish of a third party",
    "denied": "told as not having happened, or not going to",
}
"""Every status and what it means, in the order in which they are shown."""

_AFFIRMED = {
    "done": "delivered",
    "ongoing": "delivered",
    "planned": "agreed",
    "promised": "promised",
    "wanted": "sought",
    "possible": "possible",
    "hypothetical": "possible",
    "feared": "feared",
    "threatened": "feared",
}


_WILLS = ("wanted", "promised", "planned", "threatened")
"""Modalities that tell of somebody's will: denied, they are a refusal and say nothing of what happened."""


def status_of(claim: Claim) -> str:
    """The status that the claim gives to what passes, a word of `STATUSES`.

    What somebody wants not to be is refused where he is a party to it, and opposed where he is not; whoever is not
    named is the author, and no party.
    """
    if claim.polarity != "negated":
        return _AFFIRMED[claim.modality]
    if claim.modality not in _WILLS:
        return "denied"
    holder = party_of(claim.attribution[-1].actor) if claim.attribution else None
    parties = {party_of(role.actor) for role in claim.event.roles}
    is_own = holder in parties if holder is not None else not claim.attribution
    return "refused" if is_own else "opposed"
