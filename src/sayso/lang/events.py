"""The code of a language in, its words for events, goods and things out."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso.errors import SettingsError

_FOLDER = Path(__file__).parent
_PARTS = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A word, or several in their order, that name an event: its frame, part of speech and lemmas."""

    frame: str
    part: str
    """`verb`, `noun` or `adjective`."""
    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventWords:
    """What a language says for events and for what passes between parties."""

    entries: Mapping[str, tuple[Entry, ...]]
    """By the first lemma, longer entries first."""
    goods: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
    """By the last lemma: pairs of category and lemmas, longer ones first."""
    things: Mapping[str, frozenset[str]]
    """By name of the list (`people`, `deal`, `sanction`, `weapon`, ...), the nouns in it."""
    idioms: Mapping[str, tuple[tuple[str, ...], ...]]
    """By the first lemma, phrases whose words name no event: "press conference", "declined to comment"."""
    stems: bool = False
    """Whether forms are led back to the listed words that they begin with, for want of a dictionary of forms."""

    @property
    def lemma_count(self) -> int:
        """Number of entries."""
        return sum(map(len, self.entries.values()))


@cache
def event_words(code: str) -> EventWords:
    """The event words of the language; empty when its folder has none. Raises `SettingsError` on a bad file."""
    path = _FOLDER / code / "events.toml"
    if not path.exists():
        return EventWords(entries={}, goods={}, things={}, idioms={})
    entries: dict[str, list[Entry]] = {}
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    stems = bool(data.pop("stems", False))
    idioms: dict[str, list[tuple[str, ...]]] = {}
    for phrase in data.pop("idioms", "").lower().split():
        idioms.setdefault(phrase.partition("_")[0], []).append(tuple(phrase.split("_")))
    for frame, parts in data.items():
        for part, words in parts.items():
            if part not in _PARTS:
                raise SettingsError(f"{code}/events.toml: {frame}.{part} is none of verbs, nouns, adjectives")
            for word in words.split():
                lemmas = tuple(word.lower().split("_"))
                entries.setdefault(lemmas[0], []).append(Entry(frame=frame, part=_PARTS[part], lemmas=lemmas))
    goods, things = _goods(code)
    return EventWords(
        entries={first: tuple(sorted(found, key=lambda each: -len(each.lemmas))) for first, found in entries.items()},
        goods=goods,
        things=things,
        idioms={first: tuple(found) for first, found in idioms.items()},
        stems=stems,
    )


def _goods(
    code: str,
) -> tuple[Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]], Mapping[str, frozenset[str]]]:
    path = _FOLDER / code / "goods.toml"
    if not path.exists():
        return {}, {}
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    goods: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for category, words in data["goods"].items():
        for word in words.split():
            lemmas = tuple(word.lower().split("_"))
            goods.setdefault(lemmas[-1], []).append((category, lemmas))
    things = {name: frozenset(words.lower().split()) for name, words in data["things"].items()}
    ordered = {last: tuple(sorted(found, key=lambda each: -len(each[1]))) for last, found in goods.items()}
    return ordered, {**things, "troops": frozenset(data["goods"]["troops"].split())}
