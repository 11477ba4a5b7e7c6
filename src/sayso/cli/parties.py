"""A name or id as a user writes it in, the party that is meant out, or one sentence that names those near it."""

from sayso.cli.choice import unknown
from sayso.errors import SettingsError
from sayso.lang import languages
from sayso.lang.calling import actor_called
from sayso.lang.names import names, territories
from sayso.system.parties import party_of
from sayso.vocab.actors import Roster

_SHOWN_KINDS = ("state", "body", "person")
"""Kinds of names that are suggested: adjectives and capitals are understood and not proposed."""


def party_called(name: str, roster: Roster) -> str:
    """The party of whom the name calls in any language, English first; raises `SettingsError` for nobody known.

    >>> from sayso.vocab.actors import open_roster
    >>> [party_called(each, open_roster()) for each in ("North Korea", "the Kremlin", "Corea del Norte", "prk")]
    ['PRK', 'RUS', 'PRK', 'PRK']
    """
    codes = sorted((each.code for each in languages()), key=lambda code: code != "en")
    for code in codes:
        party = party_of(actor_called(name, roster, language=code))
        if party is not None:
            return party
    raise SettingsError(unknown(name, _ids(roster) if _is_like_id(name) else _names(roster), what="actor"))


def _is_like_id(name: str) -> bool:
    return name.isupper() or "/" in name


def _names(roster: Roster) -> list[str]:
    """English names of states, bodies and people: what a mistyped one may have been meant for."""
    states = (name for called in territories("en").values() for name in called)
    named = (each.name.removeprefix("=") for each in names("en").named if each.kind in _SHOWN_KINDS)
    return list(dict.fromkeys((*states, *named, *(each.name for each in roster.aliases))))


def _ids(roster: Roster) -> list[str]:
    return list(dict.fromkeys((*roster.territories, *roster.actors)))
