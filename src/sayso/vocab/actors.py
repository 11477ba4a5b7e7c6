"""Tables of actors and the user's own file in, one `Roster` out: ids, kinds, terms of office and dated seats, no names.

Names stand in `lang/<code>/actors.toml`, apart from those of the user's own actors, which come with the actor.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sayso.errors import SettingsError
from sayso.records import Actor

_FOLDER = Path(__file__).parent / "actors"
_KINDS = ("state", "body", "group", "company", "media", "person")
_ID = re.compile(r"[A-Z][A-Z0-9]+(/[a-z0-9-]+)?|org/[^\W_A-Z][^\s/]*|person/[^\W_A-Z][^\s/]*")
_STATELESS = ("org", "person")  # first parts of ids of those that belong to no state
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_FIELDS = {"id", "kind", "part_of", "names", "names_in", "terms"}
_LAST = "9999"
_DIGITS = 8  # of the hash of a user's file: he has a handful of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A stretch of time, first day included and last day excluded; open sides are None."""

    holder: str
    """Slug of the person or the seat."""
    office: str
    """Id of what the person is, or the seat stands for, during the term."""
    start: str | None
    end: str | None

    def covers(self, date: str) -> bool:
        """Whether the term runs at an ISO date of any precision; of a year or month, any part of it will do."""
        length = len(date)
        exact = length == len("2000-01-01")
        begun = (self.start or "")[:length] <= date
        ended = (self.end or _LAST)[:length]
        return begun and (date < ended if exact else date <= ended)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alias:
    """A name that the user gave to an actor; `language` is None when it holds in all."""

    id: str
    name: str
    language: str | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Roster:
    """Every actor that is known by name, and who held which office when."""

    actors: Mapping[str, Actor]
    territories: Mapping[str, str]
    """For every state its two-letter code, under which CLDR names it."""
    terms: Mapping[str, tuple[Term, ...]]
    """For every person, by slug, the offices held."""
    seats: Mapping[str, tuple[Term, ...]]
    """For every seat of government what it stands for."""
    offices: frozenset[str]
    """Slugs of `STATE/slug` that stand for one person or several persons, not for a body."""
    populations: frozenset[str]
    """Slugs of `STATE/slug` that stand for people without office."""
    families: Mapping[str, str]
    """For persons whose family name does not come last, their family name as it stands in the slug."""
    women: frozenset[str]
    """Persons, by slug, whom a text calls she."""
    men: frozenset[str]
    """Persons, by slug, whom a text calls he; of the persons of a user's file nobody says."""
    adjectives: Mapping[str, str]
    """For states the word that ids of groups named for them begin with."""
    agencies: frozenset[str]
    """Media that write for other media."""
    state_media: frozenset[str]
    """Media that speak for the state they are part of."""
    hosts: Mapping[str, str]
    """For host names of the web, without `www`, the medium whose they are."""
    aliases: tuple[Alias, ...]
    version: str = ""
    """`+` and a hash of the user's own file; empty without one."""

    def office(self, person: str, date: str | None) -> str | None:
        """What the person, by slug, is at the date; without a date the latest office; None out of office."""
        terms = self.terms.get(person, ())
        if date is None:
            return max(terms, key=lambda term: term.end or _LAST).office if terms else None
        running = [term for term in terms if term.covers(date)]
        return max(running, key=lambda term: term.start or "").office if running else None

    def seat(self, name: str, date: str | None) -> str | None:
        """What a seat of government, by slug, stands for at the date; None when it stands for itself alone."""
        terms = self.seats.get(name, ())
        running = [term for term in terms if date is None or term.covers(date)]
        return running[-1].office if running else None

    def kind(self, actor: str) -> str:
        """`state`, `body`, `group`, `company`, `media` or `person`; of an id made from a text, what its form says."""
        known = self.actors.get(actor)
        if known:
            return known.kind
        owner, _, slug = actor.partition("/")
        if owner == "person" or slug in self.offices:
            return "person"
        return "company" if owner == "org" else "body" if slug else "state"

    def is_state(self, actor: str) -> bool:
        """Whether the id is that of a state or territory, by ISO 3166-1 or the user's file: `FRA/president` is none."""
        return actor in self.territories or (actor in self.actors and self.actors[actor].kind == "state")


def is_actor_id(word: str) -> bool:
    """Whether the word has the form of an id: of a state, of a body of one, of an organisation or of a person.

    >>> is_actor_id("RUS/navy"), is_actor_id("org/wagner"), is_actor_id("Russia")
    (True, True, False)
    """
    return _ID.fullmatch(word) is not None


def open_roster(extra: Path | None = None) -> Roster:
    """The actors that ship with the program, and those of the user's file; raises `SettingsError` when it is wrong."""
    shipped = _shipped()
    if extra is None:
        return shipped
    try:
        content = extra.read_bytes()
        entries = tomllib.loads(content.decode("utf-8"))
    except OSError as error:
        raise SettingsError(f"the file of actors {extra} cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"the file of actors {extra} is not TOML: {error}") from error
    listed = entries.get("actor", [])
    if set(entries) - {"actor"} or not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise SettingsError(f"{extra}: only [[actor]] tables belong in a file of actors")
    version = f"+{sha256(content).hexdigest()[:_DIGITS]}"
    return replace(_extended(shipped, listed, extra), version=version)


def _extended(shipped: Roster, entries: list[dict[str, Any]], path: Path) -> Roster:
    actors, terms = dict(shipped.actors), dict(shipped.terms)
    aliases: list[Alias] = []
    for entry in entries:
        actor = _actor(entry, path)
        actors[actor.id] = actor
        aliases.extend(Alias(id=actor.id, name=name, language=None) for name in entry.get("names", ()))
        for code, names in entry.get("names_in", {}).items():
            aliases.extend(Alias(id=actor.id, name=name, language=code) for name in names)
        holder = actor.id.removeprefix("person/")
        held = tuple(_user_term(term, holder, path) for term in entry.get("terms", ()))
        if held:
            terms[holder] = (*terms.get(holder, ()), *held)
    return replace(shipped, actors=MappingProxyType(actors), terms=MappingProxyType(terms), aliases=tuple(aliases))


def _actor(entry: dict[str, Any], path: Path) -> Actor:
    name = entry.get("id")
    if not isinstance(name, str) or not _ID.fullmatch(name):
        raise SettingsError(
            f"{path}: {name!r} is no id of an actor; write a state such as UKR, a body such as UKR/navy, "
            "org/name-of-it or person/full-name"
        )
    if set(entry) - _FIELDS:
        raise SettingsError(f"{path}: {name} has the unknown field {min(set(entry) - _FIELDS)}")
    kind = entry.get("kind", "person" if name.startswith("person/") else "body")
    if kind not in _KINDS:
        raise SettingsError(f"{path}: the kind of {name} is one of {', '.join(_KINDS)}, not {kind!r}")
    listed = [entry.get("names", []), *_table(entry.get("names_in", {}), name, path).values()]
    if not all(isinstance(names, list) and all(isinstance(one, str) for one in names) for names in listed):
        raise SettingsError(f"{path}: the names of {name} are lists of texts")
    return Actor(id=name, kind=kind, part_of=entry.get("part_of") or _owner(name))


def _table(value: object, name: str, path: Path) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SettingsError(f"{path}: names_in of {name} is a table of languages with their lists of names")
    return value


def _user_term(entry: object, holder: str, path: Path) -> Term:
    if not isinstance(entry, dict) or set(entry) - {"office", "from", "until"} or "office" not in entry:
        raise SettingsError(f"{path}: a term of {holder} has office, from and until, the last two as dates in quotes")
    try:
        return _term(holder, str(entry["office"]), f"{entry.get('from', '..')}/{entry.get('until', '..')}")
    except ValueError as error:
        raise SettingsError(f"{path}: a term of {holder} is wrong: {error}") from error


def _term(holder: str, office: str, interval: str) -> Term:
    start, _, end = interval.partition("/")
    for date in (start, end):
        if date != ".." and not _DATE.fullmatch(date):
            raise ValueError(f"{date!r} is no date such as 2018-09-30")
    return Term(holder=holder, office=office, start=None if start == ".." else start, end=None if end == ".." else end)


def owner(actor: str) -> str:
    """Whom an actor speaks and acts for: the state of a body or an office; a group or person for itself.

    >>> owner("RUS/president"), owner("org/wagner"), owner("UN/security-council")
    ('RUS', 'org/wagner', 'UN')
    """
    first, _, _ = actor.partition("/")
    return actor if first in _STATELESS else first


def _owner(actor: str) -> str | None:
    state, _, slug = actor.partition("/")
    return state if slug and state not in _STATELESS else None


@cache
def _shipped() -> Roster:
    states = _read("states.toml")
    territories = states["iso"]
    listed = _read("bodies.toml")
    nouns = _read("nouns.toml")
    people = _read("people.toml")
    terms = _terms(_read(path.name) for path in sorted(_FOLDER.glob("terms*.toml")))
    actors = {state: Actor(id=state, kind="state") for state in territories}
    for kind in _KINDS:
        for actor in listed.get(kind, ()):
            actors[actor] = Actor(id=actor, kind=kind, part_of=listed["part_of"].get(actor) or _owner(actor))
    for held in terms.values():
        for term in held:
            actors.setdefault(term.office, Actor(id=term.office, kind="person", part_of=_owner(term.office)))
    for person in (*terms, *people["others"]):
        actors[f"person/{person}"] = Actor(id=f"person/{person}", kind="person")
    return Roster(
        actors=MappingProxyType(actors),
        territories=MappingProxyType(territories),
        terms=MappingProxyType(terms),
        seats=MappingProxyType(_seats(_read("seats.toml"))),
        offices=frozenset(nouns["office"]),
        populations=frozenset(nouns["population"]),
        families=MappingProxyType(people["family"]),
        women=frozenset(people["women"]),
        men=frozenset(terms) - frozenset(people["women"]),
        adjectives=MappingProxyType(states["adjective"]),
        agencies=frozenset(listed["agencies"]),
        state_media=frozenset(listed["state_media"]),
        hosts=MappingProxyType(_read("hosts.toml")["host"]),
        aliases=(),
    )


def _terms(tables: Iterable[dict[str, Any]]) -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for table in tables:
        for office, holders in table.items():
            for holder, intervals in holders.items():
                several = [intervals] if isinstance(intervals, str) else intervals
                found.setdefault(holder, []).extend(_term(holder, office, interval) for interval in several)
    return {holder: tuple(terms) for holder, terms in found.items()}


def _seats(table: dict[str, Any]) -> dict[str, tuple[Term, ...]]:
    return {
        seat: tuple(_term(seat, office, interval) for office, interval in entries)
        for seat, entries in table["seat"].items()
    }


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))
