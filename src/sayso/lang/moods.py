"""The code of a language in, the chains of endings out by which its verbs show mood and tense.

They stand under `[moods]` in `lang/<code>/hedges.toml`: a word for what is made of the event, and the chains that make
it, the first that matches first. `_` stands for what parts words; a single Korean letter (`ㄹ`) at the beginning is
the final consonant of the syllable before.
"""

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

_FOLDER = Path(__file__).parent
_FORMS = 50_000  # remembered answers, some 10 MB
_FINALS = {"ㄱ": "ᆨ", "ㄴ": "ᆫ", "ㄹ": "ᆯ", "ㅁ": "ᆷ", "ㅂ": "ᆸ", "ㅆ": "ᆻ"}
"""Letters as they are written alone, to the final consonants that they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moods:
    """Chains of endings, in their smallest letters, as `parted` gives them."""

    chains: tuple[tuple[str, str], ...] = ()
    """Pairs of a chain and what it makes of the event."""
    joining: tuple[str, ...] = ()
    """Endings of verbs that have their mood from the verb behind them."""
    parting: tuple[str, ...] = ()
    """Endings of clauses beside the verb behind them, which are no content of it; those in `joining` among them."""
    quoting: tuple[str, ...] = ()
    """Endings of contents that one of the others may be the end of."""
    joiner: str = " "
    """What stands between words."""

    def __bool__(self) -> bool:
        """Whether the language has any."""
        return bool(self.chains)


@cache
def moods(code: str) -> Moods:
    """The chains of the language; none when its folder does not have them."""
    data = _data(code, "hedges.toml").get("moods", {})
    joiner = " " if _data(code, "language.toml").get("spaces", True) else ""
    lists = {name: _chains(data.get(name, ""), joiner) for name in ("joining", "parting", "quoting")}
    chains = [
        (chain, made) for made, written in data.items() if made not in lists for chain in _chains(written, joiner)
    ]
    return Moods(
        chains=tuple(chains),
        joining=lists["joining"],
        parting=(*lists["parting"], *lists["joining"]),
        quoting=lists["quoting"],
        joiner=joiner,
    )


@lru_cache(maxsize=_FORMS)
def parted(form: str) -> str:
    """The word in lower case in its smallest letters, Korean syllables as theirs.

    >>> parted("할").endswith("ᆯ"), parted("Able")
    (True, 'able')
    """
    return normalize("NFD", form.lower())


def _chains(written: str, joiner: str) -> tuple[str, ...]:
    return tuple(_chain(each).replace("_", joiner) for each in written.split())


def _chain(written: str) -> str:
    final = _FINALS.get(written[0])
    return final + parted(written[1:]) if final else parted(written)


def _data(code: str, name: str) -> dict[str, Any]:
    path = _FOLDER / code / name
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
