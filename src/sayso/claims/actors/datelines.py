"""The sentences of a text with their names in, the states of the towns that its report comes from out.

`WARSAW/SOFIA, April 26 (Reuters) - ...` comes from Poland and Bulgaria. It says whose a ministry is that the text names
without its state.
"""

from collections.abc import Sequence
from typing import Protocol

from sayso.claims.actors.gazetteer import Hit
from sayso.claims.trees import Tree

_LONGEST = 14
"""Words within which the dash of a dateline stands: town, date, agency in brackets. Tuned on news; 10 to 18 agreed."""
_SENTENCES = 6
"""Sentences among which the first of the body is: title, by-line and place come before."""
_DASHES = frozenset({"—", "–", "-", "--", ".-", ".—", ".–"})
_NAMED = frozenset({"capital", "place", "state"})
_VERBAL = frozenset({"VERB", "AUX"})


class Seen(Protocol):
    """One sentence with the names of the lists in it."""

    @property
    def tree(self) -> Tree:
        """Its tree."""

    @property
    def hits(self) -> tuple[Hit, ...]:
        """Its names and nouns."""


def states_of_dateline(views: Sequence[Seen]) -> tuple[str, ...]:
    """The states of the towns of the dateline that the text names beyond it, as they stand; none without a dateline."""
    for number, view in enumerate(views[:_SENTENCES]):
        end = _end(view)
        if end is None:
            continue
        towns = [hit for hit in view.hits if hit.end <= end and hit.kind in _NAMED]
        states = dict.fromkeys(hit.key.partition("/")[0] for hit in towns)
        beyond = {
            actor.partition("/")[0]
            for at, other in enumerate(views)
            for hit in other.hits
            if at != number or hit.first >= end
            for actor in hit.actors
        }
        return tuple(state for state in states if state in beyond)
    return ()


def _end(view: Seen) -> int | None:
    """The word after the dash of a dateline; None when the sentence does not begin with one."""
    words = view.tree.words
    if not view.hits or view.hits[0].first > 0 or view.hits[0].kind not in _NAMED:
        return None
    for number, word in enumerate(words[:_LONGEST]):
        if word.form in _DASHES and number:
            return number + 1
        if word.upos in _VERBAL:
            return None
    return None
