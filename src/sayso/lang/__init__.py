"""Folders of language data in, one frozen `Language` record per language out.

A language is a folder `lang/<code>/` with `language.toml` and `furniture.toml`, found by its name; nothing is
registered and no other module names a language code. Word lists stand apart, in `sayso.lang.words`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.errors import SettingsError

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """One way in which pages of a language write something that is not part of the report."""

    reason: str
    """What it is, in the same words for every language: `byline`, `photo credit`, `newsletter`, ..."""
    at: str
    """`whole` when the passage must begin with the pattern, `start` or `end` when the pattern is cut off there."""
    longest: int
    """Longest passage, in words, that the pattern may claim."""
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """What the program must know of a language, as its folder says it."""

    code: str
    name: str
    native_name: str
    style: str | None
    """Treebank style asked of the reader; None when no treebank taught it."""
    spaces: bool
    """Whether words are written apart."""
    scripts: tuple[str, ...]
    """Names of the scripts it is written in, from `scripts.toml`."""
    needs: tuple[str, ...] = ()
    """Scripts without which a text of some length is not in this language."""
    letters: str = ""
    """Letters that speak for it among the languages that share its script."""
    absent: str = ""
    """Letters that speak against it."""
    dialects: tuple[str, ...] = ()
    """Other codes under which a language identifier may report it."""
    joins: re.Pattern[str] | None = None
    """Pattern of an apostrophe with stray spaces round it; the spaces inside the match are taken out."""
    splits_from: float | None = None
    """Evidence, in the units of `sayso.documents.glue`, from which two words glued together are parted; None for
    never, where words are built so freely that there is no telling."""
    camel: tuple[str, ...] = ()
    """Words written with a capital inside, which are not glued; `-Innen` stands for every word that ends so."""
    furniture: tuple[Furniture, ...] = ()


@cache
def languages() -> tuple[Language, ...]:
    """Every language there is a folder for, in the order of the codes."""
    return tuple(language(path.parent.name) for path in sorted(_FOLDER.glob("*/language.toml")))


@cache
def language(code: str) -> Language:
    """The language with this code; raises `SettingsError` when there is no folder for it.

    >>> language("uk").native_name
    'українська'
    """
    path = _FOLDER / code / "language.toml"
    if not (code.isalpha() and path.exists()):
        known = ", ".join(sorted(found.parent.name for found in _FOLDER.glob("*/language.toml")))
        raise SettingsError(f"there is no language {code!r}; the languages are {known}")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    data.setdefault("style", None)
    fields: Any = {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
    if "joins" in fields:
        fields["joins"] = re.compile(fields["joins"])
    try:
        return Language(code=code, furniture=furniture_of(path.with_name("furniture.toml")), **fields)
    except TypeError as error:
        raise SettingsError(f"{path.parent.name}/{path.name} of the language data is wrong: {error}") from error


@cache
def scripts() -> Mapping[str, re.Pattern[str]]:
    """For every script its name and a pattern that matches one of its letters."""
    data = tomllib.loads((_FOLDER / "scripts.toml").read_text(encoding="utf-8"))
    return {name: re.compile(f"[{ranges}]") for name, ranges in data.items()}


@cache
def shared_furniture() -> tuple[Furniture, ...]:
    """Furniture that needs no language: signs, names of sites, pages of any language that use English words."""
    return furniture_of(_FOLDER / "furniture.toml")


def furniture_of(path: Path) -> tuple[Furniture, ...]:
    """The patterns of one `furniture.toml`; raises `SettingsError` naming the pattern that is wrong."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(_furniture(entry, path) for entry in data.get("pattern", ()))


def _furniture(entry: dict[str, Any], path: Path) -> Furniture:
    unknown = sorted(set(entry) - {"reason", "at", "longest", "match"})
    at = entry.get("at", "whole")
    if unknown or at not in ("whole", "start", "end") or not {"reason", "match"} <= set(entry):
        raise SettingsError(
            f"{path.parent.name}/{path.name}: the pattern {entry} is not one of reason, match, at, longest"
        )
    try:
        pattern = re.compile(entry["match"])
    except re.error as error:
        raise SettingsError(f"{path.parent.name}/{path.name}: {entry['match']!r} is no pattern: {error}") from error
    return Furniture(reason=entry["reason"], at=at, longest=entry.get("longest", 40), pattern=pattern)
