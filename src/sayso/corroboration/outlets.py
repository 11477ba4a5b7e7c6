"""A text and its language in, where it names agencies and other media of the roster out.

Claims find their actors on the trees of a reader; credits stand in bylines, datelines and broken lines, where there is
no tree. So this is one regular expression per language over the plain text, with the endings, prefixes and capitals
that the language's `Matching` allows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from sayso.lang.credits import CreditCues, credit_cues
from sayso.lang.names import Names, names
from sayso.vocab.actors import Roster

_STEM = 4
"""Letters that a word has at least before an ending is taken off it: `Медуз-а` and `Правд-а`, but not `РИА`."""

_SHOUT = 4  # letters from which a name may stand in capitals: REUTERS, but not TIME

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


@dataclass(frozen=True, slots=True, eq=False)
class _Names:
    pattern: re.Pattern[str]
    each: tuple[tuple[re.Pattern[str], str, bool], ...]
    known: dict[str, tuple[str, bool]] = field(default_factory=dict)


def find_outlets(text: str, code: str, *, roster: Roster) -> tuple[Outlet, ...]:
    """The media named in the text in order, none inside another."""
    known = _names(code, roster)
    found: list[Outlet] = []
    for match in known.pattern.finditer(text):
        written = match["name"]
        if written not in known.known:
            known.known[written] = next((actor, sign) for one, actor, sign in known.each if one.fullmatch(written))
        actor, is_sign = known.known[written]
        start, end = match.span("name")
        # A name and the short form that explains it, `the Associated Press (AP)`, are one.
        if found and found[-1].actor == actor and text[found[-1].end : start].strip() in ("(", "（"):
            end += text[end : end + 1] in (")", "）")
            start, is_sign = found[-1].start, found.pop().is_sign
        found.append(Outlet(start=start, end=end, actor=actor, is_sign=is_sign))
    return tuple(found)


@lru_cache(maxsize=32)
def _names(code: str, roster: Roster) -> _Names:
    of = names(code)
    listed: dict[str, tuple[str, bool]] = {}
    for name, actor, sign in _listed(of, credit_cues(code), roster):
        listed.setdefault(name, (actor, sign))
        if len(name) >= _SHOUT:
            listed.setdefault(name.upper(), (actor, sign))
    ordered = sorted(listed, key=len, reverse=True)
    spelled = {name: _spelled(name, of) for name in ordered}
    prefixes = sorted((one for one in of.matching.prefixes if ":" not in one), key=len, reverse=True)
    prefix = f"(?<!\\w)(?:{'|'.join(map(re.escape, prefixes))})?" if prefixes else ""
    return _Names(
        pattern=re.compile(f"{prefix}(?P<name>{'|'.join(spelled.values()) or '(?!)'})"),
        each=tuple((re.compile(_spelled(name, of, bounded=False)), *listed[name]) for name in ordered),
    )


def _listed(of: Names, cues: CreditCues, roster: Roster) -> Iterator[tuple[str, str, bool]]:
    """Every name with its medium and whether it is a sign: the language's own names come first."""
    for one in of.named:
        if one.kind == "body" and roster.kind(one.id) == "media":
            yield one.name.removeprefix("="), one.id, False
    for actor, written in cues.names.items():
        yield from ((name, actor, False) for name in written)
    for other in cues.names_from:
        for one in names(other).named:
            if one.kind == "body" and roster.kind(one.id) == "media" and one.name not in of.matching.not_from:
                yield one.name.removeprefix("="), one.id, False
    for alias in roster.aliases:
        if roster.kind(alias.id) == "media" and alias.language in (None, of.code):
            yield alias.name, alias.id, False
    for actor, written in cues.signs.items():
        yield from ((name, actor, True) for name in written)


def _spelled(name: str, of: Names, *, bounded: bool = True) -> str:
    """The name as a pattern: its words with the endings of the language, and what may not stand beside it."""
    body = r"\s+".join(_inflected(word, of.matching.endings) for word in name.split())
    if name.isascii() and not name.startswith("The "):
        body = rf"(?:The\s+)?{body}"  # English titles keep their article in every language
    if not bounded:
        return body
    before, after = _beside(name[0], of), _beside(name[-1], of)
    # A prefix, where the language has any, may stand before the name, and is held to the boundary itself.
    return f"{f'(?<!{before})' if before and not of.matching.prefixes else ''}{body}{f'(?!{after})' if after else ''}"


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
