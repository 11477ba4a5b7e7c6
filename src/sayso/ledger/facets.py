"""The numbers of claims in, how often each value of the fields that people sort by stands in them out."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.ledger.answers import Count
from sayso.ledger.fetching import AMONG, among


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The numbers of the claims that pass a filter, in the order of appending, and for each facet its values.

    The values are those of all of these claims, most frequent first.
    """

    numbers: Sequence[int]
    facets: tuple[tuple[str, tuple[Count, ...]], ...]


_FIELDS = {
    "kind": f"SELECT kind, count(*) FROM claims WHERE number {AMONG} GROUP BY 1",
    "modality": f"SELECT modality, count(*) FROM claims WHERE number {AMONG} GROUP BY 1",
    "language": f"SELECT language, count(*) FROM claims WHERE number {AMONG} GROUP BY 1",
    "actor": (
        "SELECT CASE WHEN instr(actor, '/') AND substr(actor, 1, 4) != 'org/' AND substr(actor, 1, 7) != 'person/' "
        f"THEN substr(actor, 1, instr(actor, '/') - 1) ELSE actor END, count(DISTINCT claim) FROM roles "
        f"WHERE claim {AMONG} AND actor IS NOT NULL GROUP BY 1"
    ),
    "source": (
        f"SELECT actor, count(DISTINCT claim) FROM attributions WHERE claim {AMONG} AND actor IS NOT NULL GROUP BY 1"
    ),
}
"""For each facet its counts; the actors of a state count as the state."""


def count_facets(connection: sqlite3.Connection, numbers: Sequence[int]) -> Mapping[str, tuple[Count, ...]]:
    """For each facet the values with their counts, most frequent first, those as frequent by the alphabet."""
    wanted = (among(numbers),)
    return {
        field: tuple(
            sorted(
                (Count(name=name, claims=claims) for name, claims in connection.execute(query, wanted)),
                key=lambda count: (-count.claims, count.name),
            )
        )
        for field, query in _FIELDS.items()
    }
