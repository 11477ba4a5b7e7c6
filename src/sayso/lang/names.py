"""The code of a language in, its names of actors, its nouns for offices and peoples, and their grammar out.

They stand in `lang/<code>/actors.toml`; the names of territories come from CLDR as Babel has it. A language without
the file has the CLDR names alone.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from babel import Locale, UnknownLocaleError

from sayso.errors import SettingsError
from sayso.lang import language

_FOLDER = Path(__file__).parent
_TABLES = {"matching", "names", "nouns", "pronouns", "grammar"}
KINDS = (
    "state",
    "short",
    "adjective",
    "combining",
    "people",
    "capital",
    "place",
    "seat",
    "body",
    "person",
    "nothing",
)
"""What a name may be: see `docs` of `Named.kind`."""
GROUPS = ("office", "default", "body", "force", "population", "outsider", "description", "part")
"""What a generic noun may be: see `Noun.group`."""
PERSONS = ("he", "she", "either", "it", "they", "we", "i", "relative", "own")
"""What a pronoun may stand for; `either` where the grammar of a language tells no person from a thing, `own` where it
always means the subject of its clause (`свой`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One name of one actor.

    `kind` is `state`; `short`, a name only where the text has another of the actor (the North); `adjective`
    (Russian); `combining`, a form that stands before another adjective alone (Sino-); `people` (Russians); `capital`;
    `place`, a town or region, where `id` is its state; `seat`, with the slug of a seat of government; `body`, any body,
    group, company or medium; `person`, with a slug; or `nothing`: words that look like an actor and are none (the
    Korean War). A name of several states (`中美`, short for both) has their ids joined by `+`.
    """

    id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """One generic noun.

    `group` is `office`, `body`, `force` or `population`, with a slug of `vocab/actors/nouns.toml`; `default`, with the
    id that an office has where nothing says whose it is (the Taoiseach); `outsider`, people who speak for nobody;
    `description`, a word for something named before (the country); or `part`, a word that passes on what it is a part
    of (dozens of soldiers).
    """

    slug: str
    word: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Words of a language that decide what a name is; all in lower case, verbs and nouns as dictionary forms."""

    owner_marks: frozenset[str] = frozenset()
    """Adpositions before an owner (`of`); a name without an adposition may always own."""
    owners_follow: bool = False
    """Whether an owner may stand right behind its noun without an adposition (`президент США`)."""
    office_marks: frozenset[str] = frozenset()
    """Adpositions before the owner of an office alone (`spokesman for the army`)."""
    employer_marks: frozenset[str] = frozenset()
    """Adpositions between a person and the body he or she works for (`Jane Doe of the State Department`)."""
    place_marks: frozenset[str] = frozenset()
    """Adpositions that make a place of what follows."""
    motion_marks: frozenset[str] = frozenset()
    """Adpositions that make a place of what follows beside a word of motion."""
    toward_endings: tuple[str, ...] = ()
    """Endings of a name after a place mark that tell a direction from a place (`в Иран` from `в Иране`)."""
    receiving_words: frozenset[str] = frozenset()
    """Words beside which a place mark names a receiver: `demander à Moscou`."""
    motion_words: frozenset[str] = frozenset()
    """Verbs and nouns of motion."""
    visit_words: frozenset[str] = frozenset()
    """Verbs whose object, or passive subject, is a place when it is a town."""
    leaving_words: frozenset[str] = frozenset()
    """Verbs whose object is a place even when it is a state: `fled Syria`."""
    place_heads: frozenset[str] = frozenset()
    """Nouns that make a place of a town that owns them: `Kyiv's streets`."""
    party_heads: frozenset[str] = frozenset()
    """Nouns that make a party of a town that stands before them: `the Kyiv government`."""
    place_endings: tuple[str, ...] = ()
    """Endings of a name that make a place of it."""
    name_particles: frozenset[str] = frozenset()
    """Small words that belong to a surname: `al`, `von`, `bin`."""
    not_before_names: frozenset[str] = frozenset()
    """Articles that do not stand before the name of one person."""
    former: frozenset[str] = frozenset()
    """Words that deny the office they stand by."""
    heads: frozenset[str] = frozenset()
    """Last parts of compounds by which a body is called again: `der Rat` for `der Sicherheitsrat`."""
    joint: frozenset[str] = frozenset()
    """Words that count two: `both`, `two`."""
    plurals: tuple[str, ...] = ()
    """Endings of nouns for more than one, in languages where no case or gender of a noun ends so."""
    definite: frozenset[str] = frozenset()
    """Articles and demonstratives that point to something known."""
    bare_verbs: bool = False
    """Whether a verb may leave its subject out."""
    bare_endings: tuple[str, ...] = ()
    """Endings of verb forms that have no person: infinitives, participles."""
    i_verbs: frozenset[str] = frozenset()
    """Verb forms that speak of the speaker alone, where no ending tells."""
    i_endings: tuple[str, ...] = ()
    """Endings of verb forms that speak of the speaker alone."""
    we_endings: tuple[str, ...] = ()
    """Endings of verb forms that speak of the speaker and others."""
    open_endings: tuple[str, ...] = ()
    """Endings of verb forms that tell of the speaker as they do of others: the past of Russian and Ukrainian."""
    they_endings: tuple[str, ...] = ()
    """Endings of verb forms that speak of several."""
    impersonal_verbs: frozenset[str] = frozenset()
    """Verbs, as dictionary forms, that speak of nobody: `haber`."""
    articles: frozenset[str] = frozenset()
    """Forms of the article that are pronouns too, but not as determiners: `la`, `die`."""
    bare: bool = False
    """Whether a noun with nothing beside it may point to something known, as where there are no articles (`страна`)."""
    vague: frozenset[str] = frozenset()
    """Words that make a people into some of them: `many Bolivians` are not Bolivia."""
    foreign: frozenset[str] = frozenset()
    """Owners that are no state: `Western officials`, `local media`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """How names are found in the forms of a text."""

    endings: tuple[str, ...] = ()
    """Endings of inflected names, taken off both the names of the list and the words of a text: `Росси-я`."""
    particles: tuple[str, ...] = ()
    """Endings that a text adds to a name and the list never has: `한국-이`, `Rusya'-ya`."""
    prefixes: tuple[str, ...] = ()
    """What a text writes together with the name that follows: `و-روسيا`; `لل:ال` says what to put back."""
    suffixes: tuple[str, ...] = ()
    """What may follow a name in the same word, where names are matched letter by letter: nouns, and their particles."""
    letters: bool = False
    """Whether names are matched letter by letter, as they always are where words are not written apart."""
    names_from: tuple[str, ...] = ()
    """Languages whose names of bodies and persons are in use in this one too."""
    not_from: frozenset[str] = frozenset()
    """Those of these names that mean something else in this language: `El País`, `Die Welt`."""
    apostrophes: bool = False
    """Whether what follows an apostrophe in a word is an ending: `Trump'ın`."""
    slugs: bool = False
    """Whether persons are written as in their slugs, but for accents and capitals."""

    @property
    def taken(self) -> tuple[tuple[str, str], ...]:
        """Pairs of a prefix and what to put in its place."""
        return tuple((prefix.partition(":")[0], prefix.partition(":")[2]) for prefix in self.prefixes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """All that a language says of actors."""

    code: str
    letters: bool
    """Whether names are matched letter by letter."""
    matching: Matching
    grammar: Grammar
    named: tuple[Named, ...]
    nouns: tuple[Noun, ...]
    pronouns: Mapping[str, str]
    """For every pronoun in lower case one of `PERSONS`."""


@cache
def names(code: str) -> Names:
    """The names of a language; raises `SettingsError` when its file is wrong.

    >>> [one.name for one in names("en").named if one.kind == "adjective" and one.id == "PRK"]
    ['North Korean']
    """
    path = _FOLDER / code / "actors.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if set(data) - _TABLES:
        raise SettingsError(f"{code}/actors.toml: the table {min(set(data) - _TABLES)} is unknown")
    matching = _record(Matching, data.get("matching", {}), code)
    own = tuple(_named(data.get("names", {}), code))
    borrowed = tuple(
        one
        for other in matching.names_from
        for one in names(other).named
        if one.kind in ("body", "person") and one.name not in matching.not_from
    )
    spaces = not (_FOLDER / code / "language.toml").exists() or language(code).spaces
    return Names(
        code=code,
        letters=matching.letters or not spaces,
        matching=matching,
        grammar=_record(Grammar, data.get("grammar", {}), code),
        named=(*own, *borrowed),
        nouns=tuple(_nouns(data.get("nouns", {}), code)),
        pronouns=MappingProxyType(_pronouns(data.get("pronouns", {}), code)),
    )


@cache
def territories(code: str) -> Mapping[str, tuple[str, ...]]:
    """CLDR's names of territories, by two-letter code; a remark in brackets is a name of its own."""
    try:
        known = Locale(code).territories
    except (UnknownLocaleError, ValueError):
        return MappingProxyType({})
    return MappingProxyType({key: tuple(_variants(name)) for key, name in known.items() if len(key) == 2})


def _variants(name: str) -> Iterator[str]:
    """`Myanmar (Burma)` is two names; CLDR's ampersand and its dash are written out by nobody."""
    head, _, remark = name.partition(" (")
    if " - " not in head:
        yield head
    if remark:
        yield remark.rstrip(")")


def _record(record: type[Any], table: dict[str, Any], code: str) -> Any:
    known = {field.name: field.default for field in fields(record)}
    if set(table) - set(known):
        raise SettingsError(f"{code}/actors.toml: the field {min(set(table) - set(known))} is unknown")
    return record(**{name: _shaped(value, known[name]) for name, value in table.items()})


def _shaped(value: Any, default: object) -> object:
    if isinstance(default, frozenset):
        return frozenset(value)
    return tuple(value) if isinstance(default, tuple) else bool(value)


def _named(tables: dict[str, Any], code: str) -> Iterator[Named]:
    for kind, table in tables.items():
        if kind not in KINDS:
            raise SettingsError(f"{code}/actors.toml: [names.{kind}] is not one of {', '.join(KINDS)}")
        for key, written in table.items():
            for name in _list(written, f"{code}/actors.toml: names.{kind}.{key}"):
                yield Named(id=key, name=name, kind=kind)


def _nouns(tables: dict[str, Any], code: str) -> Iterator[Noun]:
    for group, table in tables.items():
        if group not in GROUPS:
            raise SettingsError(f"{code}/actors.toml: [nouns.{group}] is not one of {', '.join(GROUPS)}")
        for slug, written in table.items():
            for word in _list(written, f"{code}/actors.toml: nouns.{group}.{slug}"):
                yield Noun(slug=slug, word=word, group=group)


def _pronouns(table: dict[str, Any], code: str) -> dict[str, str]:
    if set(table) - set(PERSONS):
        raise SettingsError(f"{code}/actors.toml: the pronouns {min(set(table) - set(PERSONS))} are unknown")
    return {form: person for person, forms in table.items() for form in forms}


def _list(value: object, where: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise SettingsError(f"{where} is a list of texts")
    return value
