"""The id of an actor in, the party it acts for out: a state for its bodies, forces, people and leaders."""

from sayso.vocab.actors import owner


def party_of(actor: str | None) -> str | None:
    """The party that the actor belongs to, as matters and origins tell parties apart; None for nobody known.

    >>> party_of("RUS/president"), party_of("UN/security-council"), party_of("org/wagner")
    ('RUS', 'UN', 'org/wagner')
    """
    return None if actor is None else owner(actor)
