"""Parties, kinds and a day of publication in, the claims that might tell of the same, as last read, out."""

import sqlite3
from collections.abc import Collection, Iterable
from datetime import date

from sayso.codec import encode
from sayso.ledger.corroboration_tables import PARTY
from sayso.vocab.frames import kinds as known_kinds

_AMONG = "IN (SELECT value FROM json_each({}))"
_FOUND = (
    "SELECT DISTINCT claim FROM parties JOIN claims ON claims.number = claim "
    "JOIN current_readings ON current_readings.number = claims.reading "
    f"WHERE parties.state IN (SELECT {PARTY.format('value')} FROM json_each(?1)) AND parties.kind {_AMONG.format('?2')}"
)
_WHEN = f" AND parties.published {_AMONG.format('?3')}"


def candidate_numbers(
    connection: sqlite3.Connection,
    actors: Iterable[str],
    *,
    kinds: Collection[str],
    published: str | None,
    days: int,
) -> list[int]:
    """Numbers of the claims of one of these kinds, any where none is given, in which one of the actors takes part.

    They were published at most so many days before or after, or on a day that is not known; at any time where
    `published` names no day.
    """
    values = [_json(set(actors)), _json(kinds or known_kinds())]
    around = _days(published, days)
    if around:
        values.append(_json(around))
    rows = connection.execute(f"{_FOUND}{_WHEN if around else ''} ORDER BY claim", values)
    return [number for (number,) in rows]


def _days(published: str | None, days: int) -> list[str]:
    """The days around a day, and none for a day that is not known; nothing where no day is given.

    Each is looked up by itself: the index begins with the day, so that a document is written in one place of it.
    """
    try:
        day = date.fromisoformat(published or "").toordinal()
    except ValueError:
        return []
    around = range(max(day - days, date.min.toordinal()), min(day + days, date.max.toordinal()) + 1)
    return ["", *(date.fromordinal(each).isoformat() for each in around)]


def _json(values: Iterable[str]) -> str:
    return encode(sorted(values)).decode()
