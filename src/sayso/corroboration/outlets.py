"""A text and its language in, where it names agencies and other media of the roster out.

Claims find their actors on the trees of a reader; credits stand in bylines, datelines and broken lines, where there is
no tree. So this is one regular expression per language over the plain text, with the endings, prefixes and capitals
that the language's `Matching` allows.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from sayso.lang import languages
from sayso.lang.credits import CreditCues, credit_cues
from sayso.lang.names import Names, names
from sayso.vocab.actors import Roster

_STEM = 4
"""Letters that a word has at least before an ending is taken off it: `Медуз-а` and `Правд-а`, but not `РИА`."""

_SHOUT = 4  # letters from which a name may stand in capitals: REUTERS, but not TIME

_FOREIGN = r"(?:['’]?[^\W\d_A-Z]{1,3})?"
"""The endings that a language with cases puts to foreign names: `Bloomberga`, `Reuters'ом`."""

_ARTICLE = re.compile(r"The\s+")

_RUNS = ("[A-Za-z0-9]", "[ァ-ヺー]")
"""Letters that make one word with their like where words are not written apart: `タス` is not in `ステータス`. Chinese
characters, and Korean ones with their particles, may stand beside a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A medium where a text names it, at `[start, end)`."""

    start: int
    end: int
    actor: str
    is_sign: bool
    """Whether it is written as agencies sign, which may mean something else anywhere but in a byline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    spelled: str
    """The name as a pattern: its words with the endings of the language."""
    actor: str
    is_sign: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Names:
    pattern: re.Pattern[str]
    by_letter: dict[str, list[_Name]]
    """The names by their first letters, longest first."""
    known: dict[str, _Name] = field(default_factory=dict)
    """Forms that were met, and whose they are."""


def find_outlets(text: str, code: str, *, roster: Roster) -> tuple[Outlet, ...]:
    """The media named in the text in order, none inside another."""
    known = _names(code, roster)
    found: list[Outlet] = []
    for match in known.pattern.finditer(text):
        name = _named(match["name"], known)
        actor, is_sign = name.actor, name.is_sign
        start, end = match.span("name")
        # A name and the short form that explains it, `the Associated Press (AP)`, are one.
        if found and found[-1].actor == actor and text[found[-1].end : start].strip() in ("(", "（"):
            end += text[end : end + 1] in (")", "）")
            start, is_sign = found[-1].start, found.pop().is_sign
        found.append(Outlet(start=start, end=end, actor=actor, is_sign=is_sign))
    return tuple(found)


def medium_called(name: str, *, roster: Roster) -> str | None:
    """The medium that any of the languages calls just so: a translation keeps the publisher's own name."""
    return _called(roster).get(name.casefold())


@lru_cache(maxsize=2)
def _called(roster: Roster) -> Mapping[str, str]:
    return MappingProxyType(
        {
            one.name.removeprefix("=").casefold(): one.id
            for known in languages()
            for one in names(known.code).named
            if one.kind == "body" and roster.kind(one.id) == "media"
        }
    )


def _named(written: str, known: _Names) -> _Name:
    if written not in known.known:
        forms = (written, _ARTICLE.sub("", written))
        known.known[written] = next(
            one for form in forms for one in known.by_letter.get(form[0], ()) if re.fullmatch(one.spelled, form)
        )
    return known.known[written]


@lru_cache(maxsize=32)
def _names(code: str, roster: Roster) -> _Names:
    of = names(code)
    listed: dict[str, _Name] = {}
    for written, name in _listed(of, credit_cues(code), roster):
        listed.setdefault(written, name)
    by_letter: dict[str, list[_Name]] = {}
    branches: dict[str, list[str]] = {}
    for written in sorted(listed, key=len, reverse=True):
        name, after = listed[written], _beside(written[-1], of)
        by_letter.setdefault(written[0], []).append(name)
        end = f"(?!{after})" if after else ""
        branches.setdefault(written[0], []).append(name.spelled.removeprefix(re.escape(written[0])) + end)
    prefixes = sorted((one for one in of.matching.prefixes if ":" not in one), key=len, reverse=True)
    # A prefix, where the language has any, may stand before the name, and is held to the boundary itself.
    prefix = f"(?<!\\w)(?:{'|'.join(map(re.escape, prefixes))})?" if prefixes else ""
    # Branches by first letter, so that most places of a text cost one look.
    found = (
        f"{re.escape(letter)}{'' if prefixes else _behind(letter, of)}(?:{'|'.join(rest)})"
        for letter, rest in branches.items()
    )
    pattern = re.compile(f"{prefix}(?P<name>(?:The\\s+)?(?:{'|'.join(found) or '(?!)'}))")
    return _Names(pattern=pattern, by_letter=by_letter)


def _listed(of: Names, cues: CreditCues, roster: Roster) -> Iterator[tuple[str, _Name]]:
    """Every name with its medium: the language's own first, signs last."""
    endings = of.matching.endings
    own = [(one.name, one.id) for one in of.named if one.kind == "body" and roster.kind(one.id) == "media"]
    own += [(name, actor) for actor, written in cues.names.items() for name in written]
    own += [
        (alias.name, alias.id)
        for alias in roster.aliases
        if roster.kind(alias.id) == "media" and alias.language in (None, of.code)
    ]
    borrowed = [
        (one.name, one.id)
        for other in cues.names_from
        for one in names(other).named
        if one.kind == "body" and roster.kind(one.id) == "media" and one.name not in of.matching.not_from
    ]
    foreign = _FOREIGN if endings else ""
    for written, actor in own:
        # A user may write names with space round them.
        name = " ".join(written.removeprefix("=").split())
        if not name:
            continue
        spelled = r"\s+".join(_inflected(word, endings) for word in name.split())
        yield name, _Name(spelled=spelled, actor=actor, is_sign=False)
        yield from _shouted(name, actor)
    for written, actor in borrowed:
        name = written.removeprefix("=")
        yield name, _Name(spelled=r"\s+".join(map(re.escape, name.split())) + foreign, actor=actor, is_sign=False)
        yield from _shouted(name, actor)
    for actor, signs in cues.signs.items():
        for name in signs:
            yield name, _Name(spelled=r"\s+".join(map(re.escape, name.split())), actor=actor, is_sign=True)


def _shouted(name: str, actor: str) -> Iterator[tuple[str, _Name]]:
    if len(name) >= _SHOUT and name != name.upper():
        spelled = r"\s+".join(map(re.escape, name.upper().split()))
        yield name.upper(), _Name(spelled=spelled, actor=actor, is_sign=False)


def _behind(letter: str, of: Names) -> str:
    """That nothing of the same word stands before the letter just matched."""
    beside = _beside(letter, of)
    return f"(?<!{beside}{re.escape(letter)})" if beside else ""


def _inflected(word: str, endings: tuple[str, ...]) -> str:
    if not endings or not word[-1].isalpha() or (word.isascii() and not word.islower() and len(word) < _STEM):
        return re.escape(word)
    stem = word
    if len(word) > _STEM and not word.isupper():
        taken = [one for one in endings if word.endswith(one) and len(word) - len(one) >= _STEM]
        stem = word[: len(word) - len(max(taken, key=len))] if taken else word
    return f"{re.escape(stem)}(?:{'|'.join(sorted(map(re.escape, endings), key=len, reverse=True))})?"


def _beside(letter: str, of: Names) -> str:
    """The class of letters that may not stand beside a name that begins or ends with this letter."""
    if not of.letters:
        return r"\w"
    return next((one for one in _RUNS if re.match(one, letter)), "")
