"""A phrase and its language in, the normal form by which it is a node of the graph out.

Two phrases are one thing only where their normal forms are equal: case, inflection and function words are taken away
and nothing is guessed, so that a graph may miss that two phrases mean the same and does not join what may differ.
"""

import re
from functools import lru_cache

from sayso.lang.lemmas import lemma
from sayso.lang.words import words

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")

_COMMON = 6.0
"""Zipf frequency from which a word says nothing of what the phrase is about: one in a thousand words of running text or
more, which are pronouns, articles, adpositions, auxiliaries and some 20 others ("people", "time"). Chosen by looking at
the lists of English, German, Spanish and Russian; from 6.25 on "these" and "them" would be things, under 5.5 "war"."""

_LONGEST = 12
"""Words of a normal form. Longer phrases are whole clauses, which nobody writes the same twice; cut, so that a page of
text in the place of a phrase is no key of a megabyte."""

_KEPT = 50_000  # remembered answers, some 10 MB


@lru_cache(maxsize=_KEPT)
def concept(phrase: str, code: str) -> str | None:
    """The content words of the phrase in dictionary form and lower case; None where it has none, as "this" has not.

    >>> concept("The international sanctions", "en"), concept("international sanction", "en"), concept("this", "en")
    ('international sanction', 'international sanction', None)
    """
    known = words(code)
    found: list[str] = []
    for match in _WORD.finditer(phrase):
        form = _POSSESSIVE.sub("", match[0].casefold())
        is_letter = len(form) == 1 and form.upper() != form  # left of a contraction; one sign of Chinese is a word
        if form and not is_letter and known.zipf(form) < _COMMON:
            found.append(lemma(form, code))
            if len(found) == _LONGEST:
                break
    return " ".join(found) or None
