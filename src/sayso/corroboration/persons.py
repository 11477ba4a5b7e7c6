"""Two ids of persons without office in, whether they are one name written in two languages, out."""

from functools import lru_cache

from anyascii import anyascii
from rapidfuzz import fuzz

_FAMILY = 80.0
"""Likeness of family names in Latin letters, out of 100, from which they are one: `sevryukov` and `sevrioukov` have 84,
`girkin` and `guirkin` 92; `ivanov` and `petrov` 33, `lavrov` and `peskov` 50. From 70 to 83 nothing changed."""

_GIVEN = 60.0
"""The same of given names: `katrin` and `catherine` have 67, `ivan` and `pavel` 44."""

_PERSON = "person/"


def same_person(one: str, other: str) -> bool:
    """Whether both ids are of one person: the family names are alike, and some of the names before them.

    A family name alone is whoever bears it in the same matter.

    >>> same_person("person/сергей-севрюков", "person/serguei-sevrioukov")
    True
    >>> same_person("person/ivan-petrov", "person/pavel-petrov")
    False
    """
    if not (one.startswith(_PERSON) and other.startswith(_PERSON)):
        return one == other
    mine, yours = _names(one), _names(other)
    if not mine or not yours or fuzz.ratio(mine[-1], yours[-1]) < _FAMILY:
        return False
    given = [fuzz.ratio(name, other_name) for name in mine[:-1] for other_name in yours[:-1]]
    return not given or max(given) >= _GIVEN


@lru_cache(maxsize=4096)
def _names(actor: str) -> tuple[str, ...]:
    return tuple(filter(None, anyascii(actor.removeprefix(_PERSON)).lower().split("-")))
