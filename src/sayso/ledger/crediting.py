"""How credible an analyst holds a matter to be in, a row out, and what holds after all of them for the claims of now.

The numbers are those of the Admiralty code (NATO AJP-2.1): how credible one piece of information is, whoever gave it.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from sayso.codec import row
from sayso.errors import RecordError, UnknownRecord
from sayso.ledger.answers import Credibility, Override
from sayso.ledger.content import hashed
from sayso.ledger.current import CurrentClaims, Saying, sayings
from sayso.ledger.judging import check_signed
from sayso.ledger.transactions import transaction

DIGITS = range(1, 7)
"""From confirmed by other sources (1) to improbable (5); 6 where it cannot be judged."""

_COLUMNS = "id, digit, reviewer, at, note, withdraws"


def credibility_id(credibility: Credibility) -> str:
    """The id of a credibility: a hash of everything it says, whatever id it has now."""
    return hashed(*row(credibility)[1:])


def append_credibility(connection: sqlite3.Connection, credibility: Credibility) -> Credibility:
    """Adds what an analyst says of a matter, once, and returns it with its id.

    Raises `RecordError` for a digit that is none, or when claims, note, reviewer or time are missing; `UnknownRecord`
    for a claim, or a credibility to withdraw, that the ledger does not have.
    """
    _check(credibility)
    made = replace(credibility, id=credibility_id(credibility))
    with transaction(connection):
        _check_withdrawn(connection, made)
        said = sayings(connection, made.claim_ids)
        if missing := [each for each in made.claim_ids if each not in said]:
            raise UnknownRecord(f"the ledger has no claim {missing[0]!r} to call credible or not")
        if connection.execute("SELECT 1 FROM credibilities WHERE id = ?", (made.id,)).fetchone() is None:
            number = connection.execute(
                f"INSERT INTO credibilities ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)",
                (made.id, made.digit, made.reviewer, made.at, made.note, made.withdraws),
            ).lastrowid
            connection.executemany(
                "INSERT INTO credibility_claims (credibility, number, claim_id, content) VALUES (?, ?, ?, ?)",
                [(number, place, each, said[each].content) for place, each in enumerate(made.claim_ids)],
            )
    return made


def _check(credibility: Credibility) -> None:
    check_signed(credibility.reviewer, credibility.at, what="credibility")
    if credibility.digit is not None and credibility.digit not in DIGITS:
        raise RecordError(f"{credibility.digit!r} is no number of credibility; they run from 1 to {max(DIGITS)}")
    if (credibility.digit is None) != (credibility.withdraws is not None):
        raise RecordError("a credibility gives a number, or withdraws the one before")
    if (credibility.digit is None) != (not credibility.claim_ids):
        raise RecordError("a credibility names the claims of its matter, and a withdrawal none")
    if not credibility.note.strip():
        raise RecordError("a credibility says why in its note")


def _check_withdrawn(connection: sqlite3.Connection, credibility: Credibility) -> None:
    if credibility.withdraws is None:
        return
    found = connection.execute("SELECT digit FROM credibilities WHERE id = ?", (credibility.withdraws,)).fetchone()
    if found is None:
        raise UnknownRecord(f"the ledger has no credibility {credibility.withdraws!r} to withdraw")
    if found[0] is None:
        raise RecordError(f"credibility {credibility.withdraws} is itself a withdrawal; give the number again instead")


def credibilities(connection: sqlite3.Connection) -> tuple[Credibility, ...]:
    """Every credibility that was given, withdrawn ones included, in the order of giving."""
    return tuple(credibility for credibility, _ in _given(connection))


def overrides(connection: sqlite3.Connection) -> tuple[Override, ...]:
    """The credibilities that are not withdrawn, in the order of giving, each with its claims as they stand now.

    Claims are known by what they say, so that a later reading that says the same keeps them.
    """
    given = tuple(_given(connection))
    withdrawn = {credibility.withdraws for credibility, _ in given}
    said = sayings(connection, chain.from_iterable(credibility.claim_ids for credibility, _ in given))
    current, found = CurrentClaims(connection), []
    for credibility, contents in given:
        if credibility.digit is not None and credibility.id not in withdrawn:
            now = (
                current.ids(Saying(document_id=said[claim_id].document_id, content=content))
                for claim_id, content in zip(credibility.claim_ids, contents, strict=True)
            )
            found.append(Override(credibility=credibility, claim_ids=tuple(dict.fromkeys(chain.from_iterable(now)))))
    return tuple(found)


def _given(connection: sqlite3.Connection) -> Iterator[tuple[Credibility, tuple[str, ...]]]:
    """Every credibility with what its claims said when it was given."""
    rows = connection.execute(f"SELECT number, {_COLUMNS} FROM credibilities ORDER BY number").fetchall()
    for number, own_id, digit, reviewer, at, note, withdraws in rows:
        claims = connection.execute(
            "SELECT claim_id, content FROM credibility_claims WHERE credibility = ? ORDER BY number", (number,)
        ).fetchall()
        credibility = Credibility(
            id=own_id,
            claim_ids=tuple(claim_id for claim_id, _ in claims),
            digit=digit,
            reviewer=reviewer,
            at=at,
            note=note,
            withdraws=withdraws,
        )
        yield credibility, tuple(content for _, content in claims)
