"""What an analyst holds of a source, a matter or an actor, or takes back, in; the row kept in the register out."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.corroboration.records import Matter
from sayso.errors import RecordError
from sayso.ledger import Credibility, Identity, Ledger, Rating
from sayso.ledger.content import folded
from sayso.ledger.identifying import holding_identities
from sayso.outputs.matters.assessed import assessed, override_of
from sayso.vocab.actors import is_actor_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Who says so, when and why."""

    reviewer: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """Somebody who can be rated: an actor by its id, or who is none by the name."""

    actor: str | None
    name: str | None


def rate(ledger: Ledger, source: Rated, *, letter: str | None, signed: Signed) -> Rating:
    """Keeps the letter of a source; without a letter, withdraws the one that holds.

    Raises `RecordError` where there is none to withdraw, or a word that is needed is missing.
    """
    name = None if source.name is None else folded(source.name)
    return ledger.register.rate(
        Rating(
            id="",
            actor=source.actor,
            name=name,
            letter=letter,
            reviewer=signed.reviewer,
            at=signed.at,
            reason=signed.reason,
            withdraws=None if letter else _holding(ledger.register.ratings(), Rated(actor=source.actor, name=name)),
        )
    )


def credit(ledger: Ledger, matter: Matter, *, digit: int | None, signed: Signed) -> Credibility:
    """Keeps the number of a matter; without a number, withdraws the one that holds. Raises as `rate` does."""
    given = override_of(matter, assessed(ledger))
    if digit is None and given is None:
        raise RecordError(f"matter {matter.id} has no number of an analyst that could be withdrawn")
    return ledger.register.credit(
        Credibility(
            id="",
            claim_ids=() if digit is None else tuple(each.claim.id for each in matter.tellings),
            digit=digit,
            reviewer=signed.reviewer,
            at=signed.at,
            note=signed.reason,
            withdraws=given.id if digit is None and given else None,
        )
    )


def identify(ledger: Ledger, actor: str, *, same_as: str | None, signed: Signed) -> Identity:
    """Keeps that an actor is another one; without the other, withdraws what holds. Raises as `rate` does."""
    for each in (actor, same_as):
        if each is not None and not is_actor_id(each):
            raise RecordError(
                f"{each!r} is no id of an actor, such as RUS, RUS/navy, org/name-of-it or person/full-name"
            )
    holding = [each.id for each in holding_identities(ledger.register.identities()) if each.actor == actor]
    if same_as is None and not holding:
        raise RecordError(f"nobody has said that {actor} is another actor")
    return ledger.register.identify(
        Identity(
            id="",
            actor=actor,
            same_as=same_as,
            reviewer=signed.reviewer,
            at=signed.at,
            reason=signed.reason,
            withdraws=None if same_as else holding[-1],
        )
    )


def _holding(ratings: Sequence[Rating], source: Rated) -> str:
    holding = [each.id for each in ratings if (each.actor, each.name) == (source.actor, source.name)]
    if not holding:
        raise RecordError(f"{source.actor or source.name} has no letter that could be withdrawn")
    return holding[-1]
