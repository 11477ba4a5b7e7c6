"""How reliable an analyst holds a source to be in, a row out, and the letter that holds after all of them.

The letters are those of the Admiralty code (NATO AJP-2.1): how reliable the source has been, whatever it says now.
"""

import sqlite3
from dataclasses import replace

from sayso.codec import from_row, row
from sayso.errors import RecordError, UnknownRecord
from sayso.ledger.answers import Rating
from sayso.ledger.content import folded, hashed
from sayso.ledger.judging import check_signed
from sayso.ledger.transactions import transaction

LETTERS = "ABCDEF"
"""From completely reliable to unreliable (E); F where it cannot be judged."""

UNJUDGED = "F"
"""The letter of a source that nobody has judged."""

_RATING = "id, actor, name, letter, reviewer, at, reason, withdraws"
_HOLDS = "letter IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ratings AS other WHERE other.withdraws = ratings.id)"


def rating_id(rating: Rating) -> str:
    """The id of a rating: a hash of everything it says, whatever id it has now."""
    return hashed(*row(rating)[1:])


def append_rating(connection: sqlite3.Connection, rating: Rating) -> Rating:
    """Adds the rating, once, and returns it with its id and the name as it is kept.

    Raises `RecordError` for a letter that is none, or a rating that lacks its source, reason, reviewer or time;
    `UnknownRecord` for one to withdraw that the ledger does not have.
    """
    made = replace(rating, name=None if rating.name is None else folded(rating.name))
    check_signed(made.reviewer, made.at, what="rating")
    if (made.actor is None) == (made.name is None) or not (made.actor or made.name or "").strip():
        raise RecordError("a rating is of one source, by the id of an actor or by a name")
    if made.letter is not None and (len(made.letter) != 1 or made.letter not in LETTERS):
        raise RecordError(f"{made.letter!r} is no letter of reliability; they are {', '.join(LETTERS)}")
    if (made.letter is None) != (made.withdraws is not None):
        raise RecordError("a rating gives a letter, or withdraws the rating before")
    if not made.reason.strip():
        raise RecordError("a rating says for what reason")
    made = replace(made, id=rating_id(made))
    with transaction(connection):
        if made.withdraws is not None:
            _check_withdrawn(connection, made)
        connection.execute(
            f"INSERT INTO ratings ({_RATING}) SELECT {', '.join(f'?{place}' for place in range(1, 9))} "
            "WHERE NOT EXISTS (SELECT 1 FROM ratings WHERE id = ?1)",
            row(made),
        )
    return made


def _check_withdrawn(connection: sqlite3.Connection, rating: Rating) -> None:
    found = connection.execute(
        "SELECT letter FROM ratings WHERE id = ? AND actor IS ? AND name IS ?",
        (rating.withdraws, rating.actor, rating.name),
    ).fetchone()
    if found is None:
        raise UnknownRecord(
            f"the ledger has no rating {rating.withdraws!r} of {rating.actor or rating.name!r} to withdraw"
        )
    if found[0] is None:
        raise RecordError(f"rating {rating.withdraws} is itself a withdrawal; give the letter again instead")


def ratings_of(connection: sqlite3.Connection, *, actor: str | None, name: str | None) -> tuple[Rating, ...]:
    """Every rating of a source, or of all where none is named, withdrawn ones included, in the order of giving."""
    condition = "1" if actor is None and name is None else "actor IS ? AND name IS ?"
    values = () if condition == "1" else (actor, None if name is None else folded(name))
    rows = connection.execute(f"SELECT {_RATING} FROM ratings WHERE {condition} ORDER BY number", values)
    return tuple(from_row(each, Rating) for each in rows)


def holding_ratings(connection: sqlite3.Connection) -> tuple[Rating, ...]:
    """The last rating of every source that is not withdrawn, actors first, both by the alphabet."""
    rows = connection.execute(
        f"SELECT {_RATING} FROM ratings WHERE number IN (SELECT max(number) FROM ratings WHERE {_HOLDS} "
        "GROUP BY actor, name) ORDER BY actor IS NULL, actor, name"
    )
    return tuple(from_row(each, Rating) for each in rows)
