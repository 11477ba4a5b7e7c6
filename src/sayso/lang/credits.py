"""The `credits.toml` of a language in, its ways of saying where a text comes from out, ready to be matched.

A pattern is a regular expression with `{}` where the name of an agency or outlet stands; what is left of it must end,
and what is right of it begin, at the name. `{gap}` is up to three words. Patterns that hold in every language, and what
they take their names from, stand in `lang/credits.toml`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sayso.errors import SettingsError

_FOLDER = Path(__file__).parent
_NAME, _GAP = "{}", "{gap}"
_WORDS = r"(?:[^\s,;:.!?()]+\s){0,3}?"
_PLACED = ("opening", "closing", "whole")
_LISTS = (*_PLACED, "material", "outlet", "statement", "own", "first", "photo", "joins", "names_from", "names", "signs")
_NEVER = r"(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A pattern round a name: `before` ends where the name begins, `after` begins where it ends."""

    before: re.Pattern[str]
    after: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditCues:
    """How a language says where a text comes from."""

    opening: tuple[Frame, ...]
    """Datelines; `before` is all that the paragraph has before the agency, and looks like a place and a date."""
    closing: tuple[Frame, ...]
    """Sign-offs; `after` is all that the paragraph has after the agency."""
    whole: tuple[Frame, ...]
    """Bylines, lines of sources and copyright: the paragraph has nothing else."""
    material: tuple[Frame, ...]
    """Words anywhere that name agencies whose material the text uses."""
    outlet: tuple[Frame, ...]
    """Words that make a named outlet the one that reported something or was told it."""
    statement: tuple[Frame, ...]
    """Words that do so for an agency alone: an outlet that "said" something may speak of itself."""
    own: re.Pattern[str]
    """What the outlet's own people saw or were told, without a name: `told this newspaper`."""
    first: re.Pattern[str]
    """Words before the name, known or not, of the outlet that had it first."""
    photo: re.Pattern[str]
    """Words beside which an agency is credited for a picture and not for the text."""
    joins: re.Pattern[str]
    """What may stand between two names that are credited alike."""
    names: Mapping[str, tuple[str, ...]]
    """By actor, names of agencies and outlets beyond those they have in `actors.toml`."""
    signs: Mapping[str, tuple[str, ...]]
    """By actor, what agencies sign with and nobody calls them by: `dpa`, or words that mean other things elsewhere."""
    names_from: tuple[str, ...]
    """Languages whose names of outlets are met in this one too."""


@cache
def credit_cues(code: str) -> CreditCues:
    """The patterns of a language with those of all languages; these alone for a language without the file.

    Raises `SettingsError` when a file is wrong.

    >>> bool(credit_cues("en").own.search("an aide told this newspaper on Monday"))
    True
    """
    path = _FOLDER / code / "credits.toml"
    tables = [_table(_FOLDER / "credits.toml"), *([_table(path)] if code.isalpha() and path.exists() else [])]
    listed = {
        name: [one for table in tables for one in table.get(name, ())]
        for name in _LISTS
        if name not in ("names", "signs")
    }
    try:
        return CreditCues(
            **{name: tuple(_frame(one, placed=True) for one in listed[name]) for name in _PLACED},
            material=tuple(_frame(one) for one in listed["material"]),
            outlet=tuple(_frame(one) for one in listed["outlet"]),
            statement=tuple(_frame(one) for one in listed["statement"]),
            own=_any(listed["own"]),
            first=_any(listed["first"]),
            photo=_any(listed["photo"]),
            joins=re.compile(rf"(?:[\s,/&+;|·・、，=＝]|{_any(listed['joins']).pattern})*", re.IGNORECASE),
            names=MappingProxyType(_names(tables, "names")),
            signs=MappingProxyType(_names(tables, "signs")),
            names_from=tuple(listed["names_from"]),
        )
    except re.error as error:
        raise SettingsError(f"{path.parent.name}/{path.name}: {error.pattern!r} is no pattern: {error}") from error


def _table(path: Path) -> dict[str, Any]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    wrong = sorted(set(table) - set(_LISTS)) + [
        f"{name} = {one}" for name in (*_PLACED, "material", "outlet", "statement") for one in table.get(name, ())
        if one.count(_NAME) != 1
    ]  # fmt: skip
    if wrong:
        raise SettingsError(f"{path.parent.name}/{path.name}: {wrong[0]!r} is no list, or no pattern with one {_NAME}")
    return table


def _frame(pattern: str, *, placed: bool = False) -> Frame:
    """Patterns with a place in the paragraph are told by their capitals; the others may begin a sentence."""
    before, _, after = pattern.replace(_GAP, _WORDS).partition(_NAME)
    flags = re.NOFLAG if placed else re.IGNORECASE
    return Frame(before=re.compile(rf"(?:{before})\Z", flags), after=re.compile(after, flags))


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(one.replace(_GAP, _WORDS) for one in patterns) or _NEVER, re.IGNORECASE)


def _names(tables: list[dict[str, Any]], which: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for actor, names in table.get(which, {}).items():
            found[actor] = (*found.get(actor, ()), *names)
    return found
