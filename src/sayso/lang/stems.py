"""A word form and its language in, the listed word that it begins with out, where there is no dictionary of forms.

What is listed are the event words, goods and function words of the language: `공급` stands for `공급했다`, and with the
prefixes of `lang/<code>/stems.toml` Arabic `عقوبات` for `والعقوبات`.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from sayso.lang.events import event_words
from sayso.lang.grammar import grammar

_FOLDER = Path(__file__).parent
_FORMS = 50_000  # remembered answers, some 10 MB

SHORTEST = 2
"""Letters of the shortest word that others may begin with, where `stems.toml` asks for no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stems:
    words: Mapping[str, str] = field(default_factory=dict)
    """Listed words as they are compared, to themselves as listed."""
    longest: int = 0
    shortest: int = SHORTEST
    prefixes: tuple[str, ...] = ()
    """What may stand before a word, longest first; always with the empty one."""
    restored: str = ""
    """A letter that a prefix may have taken the place of."""
    short: frozenset[str] = frozenset()
    """Words of one letter that others may begin with all the same."""
    letters: Mapping[int, str | None] = field(default_factory=dict)
    """How letters are compared."""
    ignored: Mapping[int, None] = field(default_factory=dict)
    """Signs that are not written everywhere."""


@lru_cache(maxsize=_FORMS)
def stem(form: str, code: str) -> str:
    """The longest listed word that the form begins with; the form in lower case where none is, or none is listed.

    Of two as long the one that is the whole form, but for a prefix, stands: `القتال` is `قتال` and not `القت`.

    >>> stem("공급했습니다", "ko"), stem("Supplied", "en")
    ('공급', 'supplied')
    """
    known = _stems(code)
    if not known.words:
        return form.lower()
    plain = form.lower().translate(dict(known.letters))
    best, is_whole = "", False
    for begun in _without_prefixes(plain, known):
        if not is_whole and len(begun) == len(best) and begun in known.words:
            best, is_whole = begun, True
        for length in range(min(known.longest, len(begun)), len(best), -1):
            beginning = begun[:length]
            if beginning in known.words and (
                length == len(plain) or length >= known.shortest or beginning in known.short
            ):
                best, is_whole = beginning, length == len(begun)
                break
    return known.words[best] if best else form.lower()


def unmarked(form: str, code: str) -> str:
    """The form without the signs that the language does not write everywhere: `وقّع` as `وقع`."""
    return form.translate(dict(_stems(code).ignored))


def _without_prefixes(plain: str, known: _Stems) -> Iterator[str]:
    yield plain
    for prefix in known.prefixes:
        if plain.startswith(prefix) and len(plain) - len(prefix) >= known.shortest:
            yield plain[len(prefix) :]
            if known.restored:
                yield known.restored + plain[len(prefix) :]


@cache
def _stems(code: str) -> _Stems:
    if not event_words(code).stems:
        return _Stems()
    path = _FOLDER / code / "stems.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    ignored: dict[int, None] = dict.fromkeys(map(ord, data.get("ignored", "")))
    letters: dict[int, str | None] = {**ignored}
    for kept, others in data.get("folded", {}).items():
        letters.update(dict.fromkeys(map(ord, others), kept))
    listed = listed_words(code) | frozenset(data.get("apart", "").split())
    words = {word.translate(letters): word for word in sorted(listed)}
    return _Stems(
        words=words,
        longest=max(map(len, words)),
        shortest=data.get("shortest", SHORTEST),
        prefixes=tuple(sorted(data.get("prefixes", "").split(), key=len, reverse=True)),
        restored=data.get("restored", ""),
        short=frozenset(data.get("short", "").split()),
        letters=letters,
        ignored=ignored,
    )


def listed_words(code: str) -> frozenset[str]:
    """The single words of the language that name events and goods or change how an event is presented."""
    events, rules = event_words(code), grammar(code)
    listed = {lemma for entries in events.entries.values() for entry in entries for lemma in entry.lemmas}
    listed.update(lemma for goods in events.goods.values() for _, lemmas in goods for lemma in lemmas)
    listed.update(word for things in events.things.values() for word in things)
    for words in (rules.negation, rules.modals, rules.adverbs, rules.above, rules.light, rules.conditions):
        listed.update(part for word in words for part in word.split())
    return frozenset(listed)
