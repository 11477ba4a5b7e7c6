"""The form of a verb and its language in, its dictionary form out, where `lemmas` takes it for a noun or adjective.

Dictionaries without parts of speech answer "demande" for a form of French "demander" and "acusado" for one of Spanish
"acusar". What the endings of verbs turn into stands in `lang/<code>/verbs.toml`; without one the answer is kept.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from sayso.lang.lemmas import is_known, lemma

_FOLDER = Path(__file__).parent
_FORMS = 20_000  # remembered answers, some 5 MB: verbs are a seventh of the words of news


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verbs:
    infinitives: tuple[str, ...] = ()
    """Endings of the dictionary form; an answer with none of them is doubted."""
    endings: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Pairs of an ending and the endings it may stand for, longest first."""
    forms: Mapping[str, str] = field(default_factory=dict)
    """Forms that no ending explains."""
    stems: tuple[str, ...] = ()
    """Dictionary forms with which their forms begin, longest first, where the dictionary cuts more than endings."""
    separable: bool = False
    """Whether a particle that stands apart is the first part of the verb's dictionary form."""


@lru_cache(maxsize=_FORMS)
def verb(form: str, code: str) -> str:
    """The dictionary form of a verb in lower case; what `lemma` says where nothing better is known.

    >>> verb("Demande", "fr"), verb("acusados", "es"), verb("supplied", "en")
    ('demander', 'acusar', 'supply')
    """
    word, verbs = form.lower(), _verbs(code)
    if word in verbs.forms:
        return verbs.forms[word]
    stem = next(filter(word.startswith, verbs.stems), None)
    if stem is not None:
        return stem
    found = lemma(form, code)
    if not verbs.infinitives or found.endswith(verbs.infinitives):
        return found
    for ending, others in verbs.endings:
        if word.endswith(ending):
            for other in others:
                tried = word.removesuffix(ending) + other
                if is_known(tried, code) and lemma(tried, code) == tried:
                    return tried
    return found


def with_particle(found: str, particle: str, *, code: str) -> str:
    """The dictionary form that a verb and the particle that stands apart from it make; the verb's own where none.

    >>> with_particle("greifen", "an", code="de"), with_particle("carry", "out", code="en")
    ('angreifen', 'carry')
    """
    whole = particle.lower() + found
    return whole if _verbs(code).separable and is_known(whole, code) else found


@cache
def _verbs(code: str) -> _Verbs:
    path = _FOLDER / code / "verbs.toml"
    if not path.exists():
        return _Verbs()
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    tails = data.get("tails", "").split()
    endings = [
        (spelled, tuple(others.split()))
        for ending, others in data.get("endings", {}).items()
        for spelled in ([ending[:-1] + tail for tail in ("", *tails)] if ending.endswith("~") else [ending])
    ]
    return _Verbs(
        infinitives=tuple(data.get("infinitives", "").split()),
        endings=tuple(sorted(endings, key=lambda pair: -len(pair[0]))),
        forms=data.get("forms", {}),
        stems=tuple(sorted(data.get("stems", "").split(), key=len, reverse=True)),
        separable=data.get("separable", False),
    )
