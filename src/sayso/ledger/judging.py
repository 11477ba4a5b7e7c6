"""A judgement of an analyst in, a row that stays with what the claim says out, and what stands after all of them."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import TypeAlias

from sayso.codec import decode, encode, from_row, row
from sayso.errors import RecordError, UnknownRecord
from sayso.ledger.answers import Standing
from sayso.ledger.content import content_id, hashed
from sayso.ledger.current import CurrentClaims, Saying, sayings
from sayso.ledger.transactions import transaction
from sayso.records import Claim, Judgement

VERDICTS = ("accept", "correct", "reject", "merge", "split", "undo")
"""What an analyst may decide."""

PAIRED = ("merge", "split")
"""Verdicts on two claims: that they tell of one matter, or that they do not; the target is the other claim."""

Pair: TypeAlias = tuple[str, str]
"""Ids of two claims, the lesser first."""

_COLUMNS = "id, claim_id, verdict, reviewer, at, note, correction, target"


def judgement_id(judgement: Judgement) -> str:
    """The id of a judgement: a hash of everything it says, whatever id it has now."""
    return hashed(*row(judgement)[1:])


def append_judgement(connection: sqlite3.Connection, judgement: Judgement) -> Judgement:
    """Adds the judgement, once, and returns it with its id.

    Raises `RecordError` for a verdict that is none or lacks what it needs, `UnknownRecord` for a claim or judgement
    that the ledger does not have.
    """
    _check(judgement)
    made = replace(judgement, id=judgement_id(judgement))
    with transaction(connection):
        if judgement.verdict == "undo":
            content = _content_of_undone(connection, judgement)
        else:
            content = _content_of_claim(connection, judgement.claim_id)
        if judgement.verdict in PAIRED:
            _content_of_claim(connection, judgement.target or "")
        known = connection.execute("SELECT 1 FROM judgements WHERE id = ?", (made.id,)).fetchone()
        if known is None:
            connection.execute(
                f"INSERT INTO judgements ({_COLUMNS}, content) VALUES ({', '.join('?' * 9)})", (*row(made), content)
            )
    return made


def judgements_of(connection: sqlite3.Connection, claim_id: str | None) -> tuple[Judgement, ...]:
    """The judgements of a claim, by its id or by what it says, or all of them, in the order they were given in."""
    if claim_id is None:
        return _judgements(connection, "1", ())
    return _judgements(
        connection,
        "claim_id = ?1 OR content IN (SELECT content FROM claims WHERE id = ?1)",
        (claim_id,),
    )


def standing_of(connection: sqlite3.Connection, claim: Claim) -> Standing:
    """What the judgements make of a claim as one run read it."""
    content = content_id(claim)
    valid = _judgements(connection, "content = ?", (content,))
    lapsed = _judgements(connection, "claim_id = ? AND content <> ?", (claim.id, content))
    return Standing(judgements=valid, lapsed=lapsed)


def standings_of(connection: sqlite3.Connection, *, since: int) -> dict[str, Standing]:
    """What the judgements make of every claim, as last read, that was judged after so many of them, by its id."""
    rows = connection.execute(
        "SELECT DISTINCT claim_id, content FROM judgements WHERE number > ? ORDER BY number", (since,)
    ).fetchall()
    said = sayings(connection, (claim_id for claim_id, _ in rows))
    current = CurrentClaims(connection)
    judged = {
        claim_id: content
        for judged_id, content in rows
        for claim_id in current.ids(replace(said[judged_id], content=content))
    }
    of_content: dict[str, list[Judgement]] = {}
    of_claim: dict[str, list[tuple[str, Judgement]]] = {}
    wanted = (encode(sorted(set(judged.values()))).decode(), encode(sorted(judged)).decode())
    for content, *columns in connection.execute(
        f"SELECT content, {_COLUMNS} FROM judgements WHERE content IN (SELECT value FROM json_each(?)) "
        "OR claim_id IN (SELECT value FROM json_each(?)) ORDER BY number",
        wanted,
    ):
        given = from_row(columns, Judgement)
        of_content.setdefault(content, []).append(given)
        of_claim.setdefault(given.claim_id, []).append((content, given))
    return {
        claim_id: Standing(
            judgements=tuple(of_content[content]),
            lapsed=tuple(given for other, given in of_claim.get(claim_id, ()) if other != content),
        )
        for claim_id, content in judged.items()
    }


def judged_pairs(connection: sqlite3.Connection, verdict: str) -> tuple[Pair, ...]:
    """The pairs of claims, as last read, of which this is the last verdict that is not undone, lesser id first.

    Of two claims only what they say counts, so that a verdict on them holds for later readings that say the same, and
    it does not matter which of them was judged.
    """
    rows = connection.execute(
        "SELECT claim_id, content, target, verdict FROM judgements AS given WHERE verdict IN (?, ?) AND NOT EXISTS "
        "(SELECT 1 FROM judgements WHERE verdict = 'undo' AND target = given.id) ORDER BY number",
        PAIRED,
    ).fetchall()
    said = sayings(connection, (each for claim_id, _, target, _ in rows for each in (claim_id, target)))
    last: dict[frozenset[Saying], str] = {}
    for claim_id, content, target, given in rows:
        last[frozenset((replace(said[claim_id], content=content), said[target]))] = given
    current = CurrentClaims(connection)
    found = {
        (min(pair), max(pair))
        for both, given in last.items()
        if given == verdict
        for pair in product(*map(current.ids, both))
    }
    return tuple(sorted(pair for pair in found if len(set(pair)) == len(pair)))


def _judgements(connection: sqlite3.Connection, condition: str, values: Sequence[str]) -> tuple[Judgement, ...]:
    rows = connection.execute(f"SELECT {_COLUMNS} FROM judgements WHERE {condition} ORDER BY number", values)
    return tuple(from_row(each, Judgement) for each in rows)


def check_signed(reviewer: str, at: str, *, what: str) -> None:
    """Raises `RecordError` unless somebody gave this at some time."""
    if not reviewer.strip() or not at.strip():
        raise RecordError(f"a {what} says who gave it and when")


def _check(judgement: Judgement) -> None:
    if judgement.verdict not in VERDICTS:
        raise RecordError(f"{judgement.verdict!r} is no verdict; the verdicts are {', '.join(VERDICTS)}")
    check_signed(judgement.reviewer, judgement.at, what="judgement")
    if judgement.verdict == "correct":
        if judgement.correction is None:
            raise RecordError("the verdict `correct` needs a correction")
        decode(judgement.correction, dict[str, object])
    elif judgement.correction is not None:
        raise RecordError(f"the verdict `{judgement.verdict}` takes no correction")
    if (judgement.verdict in (*PAIRED, "undo")) != (judgement.target is not None):
        raise RecordError("the verdicts `merge`, `split` and `undo`, and no others, have a target")
    if judgement.target == judgement.claim_id:
        raise RecordError("a claim cannot be merged into itself, or split from itself")


def _content_of_claim(connection: sqlite3.Connection, claim_id: str) -> str:
    found = connection.execute(
        "SELECT content FROM claims JOIN readings ON readings.number = reading "
        "WHERE id = ? ORDER BY run DESC, readings.number DESC LIMIT 1",
        (claim_id,),
    ).fetchone()
    if found is None:
        raise UnknownRecord(f"the ledger has no claim {claim_id!r} to judge")
    return str(found[0])


def _content_of_undone(connection: sqlite3.Connection, judgement: Judgement) -> str:
    found = connection.execute(
        "SELECT content, verdict FROM judgements WHERE id = ? AND claim_id = ?", (judgement.target, judgement.claim_id)
    ).fetchone()
    if found is None:
        raise UnknownRecord(f"the ledger has no judgement {judgement.target!r} of claim {judgement.claim_id!r} to undo")
    if found[1] == "undo":
        raise RecordError(f"judgement {judgement.target} is itself an undoing; give the verdict again instead")
    return str(found[0])
