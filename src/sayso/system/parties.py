"""The id of an actor in, the party it acts for out: a state for its bodies, forces, people and leaders."""

_UNSTATED = ("org", "person")
"""Ids of those that belong to no state: their slug is who they are, and stays."""


def party_of(actor: str | None) -> str | None:
    """The party that the actor belongs to; None for nobody known.

    >>> party_of("RUS/president"), party_of("UN/security-council"), party_of("org/wagner")
    ('RUS', 'UN', 'org/wagner')
    """
    if actor is None:
        return None
    owner, slash, _ = actor.partition("/")
    return actor if slash and owner in _UNSTATED else owner
