"""The id of an actor in, what a language calls it out; and a name in, the id of whom it calls out."""

from functools import lru_cache

from anyascii import anyascii

from sayso.lang.names import names, territories
from sayso.vocab.actors import Roster

_KINDS = ("state", "body", "person", "seat", "people", "adjective", "capital")
"""Kinds of names that call a party, those that say most surely whom first: a capital is a town, too."""

_NAMING = ("state", "body", "person")
"""Kinds of names that an actor may be shown by."""


def name_of(actor: str, roster: Roster, *, language: str = "en") -> str:
    """The name of a state, body, group or person as the language has it; the id where it has none.

    >>> from sayso.vocab.actors import open_roster
    >>> name_of("PRK", open_roster()), name_of("org/nyt", open_roster())
    ('North Korea', 'New York Times')
    """
    own = [alias.name for alias in roster.aliases if alias.id == actor and alias.language in (None, language)]
    if own:
        return own[0]
    # CLDR's names with a dash, which nobody writes, are left out there: the language's own list has those.
    called = territories(language).get(roster.territories.get(actor, ""))
    if called:
        return called[0]
    known = listed_name(actor, language=language)
    if known is not None:
        return known
    owner, _, slug = actor.partition("/")
    return slug.replace("-", " ").title() if owner == "person" else actor


def listed_name(actor: str, *, language: str = "en") -> str | None:
    """The first name that the language's own list has for a body, group or person; None where it has none."""
    return _names(language).get(actor)


def actor_called(name: str, roster: Roster, *, language: str = "en") -> str | None:
    """The id of whom the name calls in the language, or the id itself; None where nobody is known by it.

    A seat of government calls whom it stands for now, an adjective, a people or a capital its state, and a person the
    office held last; a family name is enough where one person alone has it.

    >>> from sayso.vocab.actors import open_roster
    >>> [actor_called(each, open_roster()) for each in ("North Korea", "russian", "the Kremlin", "prk", "Narnia")]
    ['PRK', 'RUS', 'RUS/president', 'PRK', None]
    """
    given = " ".join(name.split())
    for known in (given, given.upper()):
        if known in roster.actors:
            return known
    wanted = _folded(given)
    if not wanted:
        return None
    for alias in roster.aliases:
        if _folded(alias.name) == wanted:
            return alias.id
    state = _states(roster).get(_territories(language).get(wanted, ""))
    if state is not None:
        return state
    kind, actor = _called(language).get(wanted, ("person", _slug(wanted, roster)))
    if kind == "seat":
        return roster.seat(actor, None)
    if kind == "person" and actor:
        return roster.office(actor, None) or f"person/{actor}"
    return actor or None


def _slug(name: str, roster: Roster) -> str:
    """The slug of the person with this name, or of the only one with this family name; empty where there is none."""
    slug = anyascii(name).lower().replace(" ", "-")
    if slug in roster.terms or f"person/{slug}" in roster.actors:
        return slug
    found = _families(roster).get(slug, ())
    return found[0] if len(found) == 1 else ""


@lru_cache(maxsize=2)
def _families(roster: Roster) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for slug in roster.terms:
        family = roster.families.get(slug, slug.rpartition("-")[2])
        found[family] = (*found.get(family, ()), slug)
    return found


def _folded(name: str) -> str:
    return " ".join(name.casefold().removeprefix("=").removeprefix("the ").split())


@lru_cache(maxsize=16)
def _territories(language: str) -> dict[str, str]:
    return {_folded(name): code for code, called in territories(language).items() for name in called}


@lru_cache(maxsize=2)
def _states(roster: Roster) -> dict[str, str]:
    return {code: state for state, code in roster.territories.items()}


@lru_cache(maxsize=16)
def _called(language: str) -> dict[str, tuple[str, str]]:
    """Names, folded, with the kind and id of whom they call; of two, the one of the surer kind, else the first."""
    found: dict[str, tuple[str, str]] = {}
    ordered = sorted(
        (each for each in names(language).named if each.kind in _KINDS), key=lambda e: _KINDS.index(e.kind)
    )
    for each in ordered:
        if "+" not in each.id:
            found.setdefault(_folded(each.name), (each.kind, each.id))
    return found


@lru_cache(maxsize=16)
def _names(language: str) -> dict[str, str]:
    """The first name that the language has for each body and group; the longest is often the official one."""
    found: dict[str, str] = {}
    for each in names(language).named:
        if each.kind in _NAMING:
            actor = f"person/{each.id}" if each.kind == "person" else each.id
            found.setdefault(actor, each.name.removeprefix("="))
    return found
