"""The id of a matter, or of a claim or echo in it, or the beginning of one in, the account of the matter out."""

from typing import TYPE_CHECKING

from sayso.cli.configuration import roster_of
from sayso.errors import UnknownRecord
from sayso.ledger import Ledger

if TYPE_CHECKING:
    from sayso.corroboration.accounts import Account
    from sayso.corroboration.records import Matter

NO_CLAIMS = "the ledger holds no claim, and so no matter; read texts into it with sayso read --ledger"

_SHORTEST_ID = 4
"""Signs of an id that have to be given, as of claims."""


def account_of(ledger: Ledger, matter_id: str, *, actors: str | None) -> "Account":
    """The account of the matter with this id, or with a claim or echo of it; raises `UnknownRecord`."""
    from sayso import pipeline

    if len(matter_id) < _SHORTEST_ID:
        raise UnknownRecord(f"{matter_id!r} is too short for an id; give its first {_SHORTEST_ID} signs or more")
    found = pipeline.accounts(
        ledger,
        roster=roster_of(actors),
        wanted=lambda each: bool(_meant(matter_id, _ids(each))),
    )
    # A claim is in one matter, and an echo may be in several.
    chosen = [each for each in found if _meant(matter_id, claims_of(each.matter))] or list(found)
    ids = sorted({each for one in chosen for each in _meant(matter_id, _ids(one.matter))})
    if not chosen:
        raise UnknownRecord(f"the ledger has no matter, claim or echo {matter_id!r}; sayso matters shows what it has")
    if len(ids) > 1 and matter_id not in ids:
        raise UnknownRecord(f"more than one id begins with {matter_id!r}: {', '.join(ids[:3])}; give more of it")
    if len(chosen) > 1:
        named = ", ".join(each.matter.id for each in chosen[:3])
        raise UnknownRecord(f"{matter_id!r} is an echo of {len(chosen)} matters; give the id of one: {named}")
    return chosen[0]


def claims_of(matter: "Matter") -> list[str]:
    """The ids of the claims of a matter, in its order."""
    return [each.claim.id for each in matter.tellings]


def _ids(matter: "Matter") -> list[str]:
    return [*claims_of(matter), *(each.id for each in (*matter.echoes, *matter.hints))]


def _meant(beginning: str, ids: list[str]) -> list[str]:
    return [each for each in ids if each.startswith(beginning)]
