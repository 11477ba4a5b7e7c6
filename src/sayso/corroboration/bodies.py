"""A document in, the body of a state or of several that published it itself, out: its own word is what it says."""

from functools import lru_cache

from sayso.lang.names import names
from sayso.records import Document
from sayso.vocab.actors import Roster

_ENGLISH = "en"
"""Catalogues name publishers in English whatever the language of the text."""

_BODIES = frozenset({"body", "seat"})


def body_of(document: Document, roster: Roster) -> str | None:
    """The id of the body whose name the publisher field is: a ministry, the Kremlin; None for outlets and the unknown.

    A seat of government stands for whom it stood for on the day of publication.
    """
    name = " ".join((document.publisher or "").split()).casefold().removeprefix("the ")
    if not name:
        return None
    for code in dict.fromkeys((document.language, _ENGLISH)):
        kind, actor = _bodies(code).get(name, ("", ""))
        found = roster.seat(actor, document.published) if kind == "seat" else actor or None
        if found is not None and roster.kind(found) != "media":
            return found
    return None


@lru_cache(maxsize=16)
def _bodies(code: str) -> dict[str, tuple[str, str]]:
    return {each.name.casefold(): (each.kind, each.id) for each in names(code).named if each.kind in _BODIES}
