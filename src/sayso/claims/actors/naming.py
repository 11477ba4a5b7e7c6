"""Personal names of a document in, those that are one person together out: by the same name, a surname or a part."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.claims.actors.gazetteer import Hit


@dataclass(frozen=True, slots=True, eq=False)
class Title:
    """An office written with a name, and the sentence where it stands."""

    sentence: int
    hit: Hit


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A personal name where it stands: words `first` to `end`, `head` the one on which the others hang."""

    sentence: int
    first: int
    end: int
    head: int
    parts: tuple[frozenset[str], ...]
    """For every word of the name the forms under which it may be known."""
    person: str | None
    """Slug of the person when the roster has the full name."""
    titles: tuple[Title, ...]
    """The offices written with the name, the nearest first."""


def clusters_of(found: Sequence[Name]) -> list[list[Name]]:
    """Names that are one person: the same full name, or a part of one that no other full name shares."""
    clusters: list[list[Name]] = []
    for name in sorted(found, key=lambda name: -len(name.parts)):
        home = next((cluster for fits in _FITS for cluster in clusters if fits(name, cluster[0])), None)
        if home is None:
            clusters.append([name])
        else:
            home.append(name)
    return clusters


def _is_same(name: Name, longer: Name) -> bool:
    if name.person and longer.person:
        return name.person == longer.person
    return len(name.parts) == len(longer.parts) and all(map(frozenset.intersection, name.parts, longer.parts))


def _ends(name: Name, longer: Name) -> bool:
    """A surname, of one or more words: `al-Moualem` of `Walid al-Moualem`."""
    return _is_tail(name.parts, longer.parts)


def _begins(name: Name, longer: Name) -> bool:
    """A family name that comes first: `Ri` of `Ri Yong Ho`."""
    return len(name.parts) == 1 and len(longer.parts) > 1 and bool(name.parts[0] & longer.parts[0])


def _stands_in(name: Name, longer: Name) -> bool:
    """The first of two surnames: `Rodríguez` of `Eduardo Rodríguez Veltzé`; and `Donald Trump` of `Donald J. Trump`."""
    if len(name.parts) == 1:
        return any(name.parts[0] & part for part in longer.parts[1:])
    ends = bool(name.parts[0] & longer.parts[0]) and bool(name.parts[-1] & longer.parts[-1])
    return ends and len(longer.parts) > len(name.parts)


_FITS = (_is_same, _ends, _stands_in, _begins)


def _is_tail(parts: tuple[frozenset[str], ...], longer: tuple[frozenset[str], ...]) -> bool:
    tail = longer[-len(parts) :]
    return 0 < len(parts) < len(longer) and all(map(frozenset.intersection, parts, tail))
