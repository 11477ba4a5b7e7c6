"""Which two actors an analyst holds to be one in, a row out, and under which id each actor stands after all of them.

A reader makes an actor of every name that it does not know; where two names are of one body or person, an analyst says
so. The other way round, a mention that is not of the actor it was read as, is put right in its claim (`correct`).
"""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.codec import from_row, row
from sayso.errors import RecordError, UnknownRecord
from sayso.ledger.content import hashed
from sayso.ledger.judging import check_signed
from sayso.ledger.transactions import transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """An analyst's word that one actor is another: what is told of `actor` is told of `same_as`.

    A row without `same_as` withdraws the one whose id is `withdraws`. `at` is an ISO time in UTC.
    """

    id: str
    actor: str
    same_as: str | None
    reviewer: str
    at: str
    reason: str
    withdraws: str | None = None


_COLUMNS = "id, actor, same_as, reviewer, at, reason, withdraws"


def identity_id(identity: Identity) -> str:
    """The id of such a word: a hash of everything it says, whatever id it has now."""
    return hashed(*row(identity)[1:])


def append_identity(connection: sqlite3.Connection, identity: Identity) -> Identity:
    """Adds what an analyst says of two actors, once, and returns it with its id.

    Raises `RecordError` for one that lacks its actors, reason, reviewer or time, or by which an actor would come to
    stand for itself; `UnknownRecord` for one to withdraw that the ledger does not have.
    """
    _check(identity)
    made = replace(identity, id=identity_id(identity))
    with transaction(connection):
        if made.withdraws is not None:
            _check_withdrawn(connection, made)
        else:
            _check_apart(connection, made)
        connection.execute(
            f"INSERT INTO identities ({_COLUMNS}) SELECT {', '.join(f'?{place}' for place in range(1, 8))} "
            "WHERE NOT EXISTS (SELECT 1 FROM identities WHERE id = ?1)",
            row(made),
        )
    return made


def identities_of(connection: sqlite3.Connection) -> tuple[Identity, ...]:
    """Everything that was said of two actors, withdrawn ones included, in the order of giving."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM identities ORDER BY number")
    return tuple(from_row(each, Identity) for each in rows)


def holding_identities(given: Iterable[Identity]) -> tuple[Identity, ...]:
    """Those of them that are not withdrawn, one for every actor."""
    every = tuple(given)
    withdrawn = {each.withdraws for each in every}
    return tuple(each for each in every if each.same_as is not None and each.id not in withdrawn)


def stand_ins(given: Iterable[Identity]) -> Mapping[str, str]:
    """For every actor that is another one the id under which it stands, whoever it was said to be in between."""
    direct = {each.actor: each.same_as for each in holding_identities(given) if each.same_as}
    return {actor: _last(actor, direct) for actor in direct}


def _last(actor: str, direct: Mapping[str, str]) -> str:
    # Ends, since `_check_apart` lets nobody in who would close a ring, and a withdrawal only opens one.
    while actor in direct:
        actor = direct[actor]
    return actor


def _check_apart(connection: sqlite3.Connection, identity: Identity) -> None:
    """Raises `RecordError` where the actor is somebody else already, or would come to stand for itself."""
    given = identities_of(connection)
    known = next((each for each in holding_identities(given) if each.actor == identity.actor), None)
    if known is not None and replace(known, id="") != replace(identity, id=""):
        raise RecordError(f"{known.actor} is {known.same_as} by the word of {known.reviewer}; withdraw that first")
    if stand_ins(given).get(identity.same_as or "", identity.same_as) == identity.actor:
        raise RecordError(f"{identity.same_as} is {identity.actor} already, so the other way round says the same")


def _check(identity: Identity) -> None:
    check_signed(identity.reviewer, identity.at, what="word on two actors")
    if not identity.actor.strip() or (identity.same_as is not None and not identity.same_as.strip()):
        raise RecordError("a word on two actors gives the ids of both")
    if (identity.same_as is None) != (identity.withdraws is not None):
        raise RecordError("it names the actor that this one is, or withdraws what was said before")
    if identity.actor == identity.same_as:
        raise RecordError("an actor is itself without anybody saying so")
    if not identity.reason.strip():
        raise RecordError("a word on two actors says for what reason")


def _check_withdrawn(connection: sqlite3.Connection, identity: Identity) -> None:
    found = connection.execute(
        "SELECT same_as FROM identities WHERE id = ? AND actor = ?", (identity.withdraws, identity.actor)
    ).fetchone()
    if found is None:
        raise UnknownRecord(f"the ledger has no word {identity.withdraws!r} on {identity.actor!r} to withdraw")
    if found[0] is None:
        raise RecordError(f"{identity.withdraws} is itself a withdrawal; say it again instead")
