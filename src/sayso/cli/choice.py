"""A word of the user's and the words there are in, the word out, or one sentence that names those near it."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from rapidfuzz import fuzz, process, utils

from sayso.errors import SettingsError
from sayso.lang import languages
from sayso.lang.names import names, territories
from sayso.vocab.actors import Roster

_NEAR = 65.0
"""Likeness (`fuzz.ratio`, 0 to 100) from which a word is suggested. On thirteen wrong kinds the kind meant scored from
73 up (`meeting` for `meet`) and others up to 62 (`export` for `support`); `fuzz.WRatio`, tried first, takes parts of
words for the whole and suggested `USA/president` for `PKR`."""

_SUGGESTED = 3
_FEW = 30
"""Words up to which all are named when none is near."""


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_Format = TypeVar("_Format", bound=_Named)


def by_name(name: str, formats: Iterable[_Format]) -> _Format:
    """The format of this name; raises `SettingsError` with those near it if there is none."""
    known = {each.name: each for each in formats}
    return known[one_of(name, known, what="format")]


def one_of(word: str, words: Iterable[str], *, what: str) -> str:
    """The word if it is one of the words; raises `SettingsError` with those near it if it is not.

    >>> one_of("transfer", ["transfer", "trade"], what="kind")
    'transfer'
    """
    known = list(words)
    if word in known:
        return word
    raise SettingsError(unknown(word, known, what=what))


def unknown(word: str, words: Iterable[str], *, what: str) -> str:
    """The sentence that says that there is no such word.

    >>> unknown("transfre", ["transfer", "trade", "test"], what="kind")
    "there is no kind 'transfre'; did you mean transfer?"
    >>> unknown("no", ["affirmed", "negated"], what="polarity")
    "there is no polarity 'no'; the polarities are affirmed, negated"
    """
    known = list(words)
    near = list(_near(word, known))
    if near:
        return f"there is no {what} {word!r}; did you mean {' or '.join(near)}?"
    if len(known) <= _FEW:
        return f"there is no {what} {word!r}; the {_plural(what)} are {', '.join(known)}"
    return f"there is no {what} {word!r}, and none of {len(known):,} is near it"


def _plural(noun: str) -> str:
    return f"{noun.removesuffix('y')}ies" if noun.endswith("y") else f"{noun}s"


def unknown_actor(word: str, ids: Iterable[str], *, roster: Roster) -> str:
    """The sentence that says that there is no such actor; an actor of that name in any language is the one meant."""
    named = sorted(_called(word.casefold(), roster))
    if named:
        return f"{word!r} is a name, not the id of an actor; did you mean {' or '.join(named[:_SUGGESTED])}?"
    owner = word.partition("/")[0].upper()
    slugs = roster.offices | roster.populations if owner in roster.territories and "/" in word else ()
    return unknown(word, dict.fromkeys([*(f"{owner}/{slug}" for slug in sorted(slugs)), *ids]), what="actor")


def _called(name: str, roster: Roster) -> Iterator[str]:
    states = {code: state for state, code in roster.territories.items()}
    found: set[str] = set()
    for language in languages():
        for code, variants in territories(language.code).items():
            if code in states and name in (each.casefold() for each in variants):
                found.add(states[code])
        found.update(each.id for each in names(language.code).named if name == each.name.casefold())
    return (each for each in found if each in roster.actors or each in roster.territories)


def _near(word: str, words: list[str]) -> Iterator[str]:
    found = process.extract(
        word, words, scorer=fuzz.ratio, processor=utils.default_process, limit=_SUGGESTED, score_cutoff=_NEAR
    )
    return (each for each, *_ in found)
