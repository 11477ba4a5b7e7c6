"""What analysts keep in the register of a ledger in, the letter of an origin and the number of a matter out.

The letter speaks of a source and is given by an analyst alone; the number speaks of a matter and stands beside the one
that the rules give. Neither touches the other.
"""

from dataclasses import dataclass

from sayso.corroboration.records import Matter, Origin
from sayso.ledger import Credibility, Ledger, Override, Rating
from sayso.ledger.content import folded
from sayso.vocab.actors import owner

UNJUDGED = "F"
"""The letter of a source that nobody has judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """The ratings and overrides that hold in a ledger."""

    ratings: tuple[Rating, ...] = ()
    overrides: tuple[Override, ...] = ()


NOTHING_ASSESSED = Assessed()


def assessed(ledger: Ledger) -> Assessed:
    """What holds now."""
    return Assessed(ratings=ledger.register.ratings(), overrides=ledger.register.overrides())


def rating_of(origin: Origin, judged: Assessed) -> Rating | None:
    """The rating of an origin: of the body itself, else of its state, else of its name."""
    return rating(origin.actor, (origin.name,), judged=judged)


def rating(actor: str | None, names: tuple[str, ...], *, judged: Assessed) -> Rating | None:
    """The rating of a source by its id or that of its state, or by the first of its names that has one."""
    ids = (actor, owner(actor)) if actor else ()
    wanted = [*ids, *(folded(name) for name in names)]
    given = {each.actor or each.name: each for each in judged.ratings}
    return next((given[each] for each in wanted if each in given), None)


def override_of(matter: Matter, judged: Assessed) -> Credibility | None:
    """The number that an analyst has put beside the computed one, None where nobody has."""
    ids = {telling.claim.id for telling in matter.tellings}
    holding = [each.credibility for each in judged.overrides if each.claim_ids and each.claim_ids[0] in ids]
    return holding[-1] if holding else None
