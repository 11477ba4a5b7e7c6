"""A word and its language in, whether it says what ought to be out: "must", "sollte", "должен"."""

import tomllib
from functools import cache, lru_cache
from pathlib import Path

from sayso.lang.lemmas import SUPPORTED, lemma

_FOLDER = Path(__file__).parent
_KEPT = 10_000  # remembered answers: the words that show a wish are few


@lru_cache(maxsize=_KEPT)
def is_ought(word: str, code: str) -> bool:
    """Whether the word makes what is wanted the will of the one who speaks, and not of the one who is to do it.

    The words are `ought` of `lang/<code>/hedges.toml`, dictionary forms or forms; where the language has no dictionary
    they may stand within a longer word.

    >>> is_ought("must", "en"), is_ought("должна", "ru"), is_ought("제공해야", "ko"), is_ought("wants", "en")
    (True, True, True, False)
    """
    known, form = _words(code), word.lower()
    if code not in SUPPORTED:
        return any(each in form for each in known)
    return form in known or (bool(form.strip()) and lemma(form, code) in known)


@cache
def _words(code: str) -> frozenset[str]:
    path = _FOLDER / code / "hedges.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return frozenset(data.get("ought", "").split())
