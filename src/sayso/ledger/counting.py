"""The claims of a ledger in, who is cited and who takes part, how often and for what, out."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from sayso.ledger.answers import ActorCount, Count, SourceCount
from sayso.ledger.content import folded

_CITED = (
    "FROM attributions JOIN claims ON claims.number = claim "
    "JOIN current_readings ON current_readings.number = claims.reading LEFT JOIN spans ON spans.number = source"
)
_WHO = "attributions.actor, CASE WHEN attributions.actor IS NULL THEN folded(quote) END"
"""An identified source is one however it is named; another one is whoever is named by the same words."""

_PARTIES = (
    "FROM roles JOIN claims ON claims.number = claim "
    "JOIN current_readings ON current_readings.number = claims.reading WHERE actor IS NOT NULL"
)


def count_sources(connection: sqlite3.Connection) -> tuple[SourceCount, ...]:
    """Everybody who is cited in the claims as they were last read, most frequent first."""
    connection.create_function("folded", 1, _folded, deterministic=True)
    names = _counts(connection, f"SELECT {_WHO}, quote, count(*) {_CITED} WHERE quote IS NOT NULL GROUP BY 1, 2, 3")
    kinds = _counts(connection, f"SELECT {_WHO}, kind, count(DISTINCT claim) {_CITED} GROUP BY 1, 2, 3")
    channels = _counts(connection, f"SELECT {_WHO}, channel, count(DISTINCT claim) {_CITED} GROUP BY 1, 2, 3")
    totals = connection.execute(
        f"SELECT {_WHO}, count(DISTINCT claim), count(DISTINCT claims.document_id) {_CITED} "
        "GROUP BY 1, 2 ORDER BY 3 DESC, 4 DESC, attributions.actor IS NULL, 1, 2"
    )
    return tuple(
        SourceCount(
            actor=actor,
            name=names[actor, name][0].name if (actor, name) in names else None,
            claims=claims,
            documents=documents,
            kinds=kinds[actor, name],
            channels=channels[actor, name],
        )
        for actor, name, claims, documents in totals
    )


def count_actors(connection: sqlite3.Connection) -> tuple[ActorCount, ...]:
    """Every actor with a role in the claims as they were last read, most frequent first."""
    roles = _counts(connection, f"SELECT actor, NULL, role, count(DISTINCT claim) {_PARTIES} GROUP BY 1, 3")
    kinds = _counts(connection, f"SELECT actor, NULL, kind, count(DISTINCT claim) {_PARTIES} GROUP BY 1, 3")
    totals = connection.execute(
        f"SELECT actor, count(DISTINCT claim), count(DISTINCT claims.document_id) {_PARTIES} "
        "GROUP BY 1 ORDER BY 2 DESC, 3 DESC, 1"
    )
    return tuple(
        ActorCount(actor=actor, claims=claims, documents=documents, roles=roles[actor, None], kinds=kinds[actor, None])
        for actor, claims, documents in totals
    )


def _counts(connection: sqlite3.Connection, query: str) -> Mapping[tuple[str | None, str | None], tuple[Count, ...]]:
    """For everybody the names with their counts, most frequent first, those as frequent by the alphabet."""
    found: dict[tuple[str | None, str | None], list[Count]] = defaultdict(list)
    for actor, who, name, claims in connection.execute(query):
        found[actor, who].append(Count(name=name, claims=claims))
    return {who: tuple(sorted(each, key=lambda count: (-count.claims, count.name))) for who, each in found.items()}


def _folded(name: str | None) -> str | None:
    return None if name is None else folded(name)
