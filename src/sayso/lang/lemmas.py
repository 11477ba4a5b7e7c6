"""A word form and its language in, its dictionary form out."""

from functools import lru_cache

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy

SUPPORTED = frozenset({"de", "en", "es", "fa", "fr", "pl", "pt", "ru", "tr", "uk"})
"""The languages whose forms are reduced; in the others the vocabulary lists what is written."""

_FORMS = 100_000  # remembered answers, some 20 MB: a look-up takes .1 ms, and news repeats nearly all its forms


@lru_cache(maxsize=_FORMS)
def lemma(form: str, code: str) -> str:
    """The dictionary form in lower case; the form itself, in lower case, where the language has no dictionary.

    >>> lemma("Supplied", "en"), lemma("поставки", "ru"), lemma("미사일", "ko")
    ('supply', 'поставка', '미사일')
    """
    word = form.lower()
    if code not in SUPPORTED:
        return word
    return _lemmatizer().lemmatize(word, lang=code).lower()


def is_known(form: str, code: str) -> bool:
    """Whether the dictionary of the language has the form; False where the language has none."""
    return code in SUPPORTED and _strategy().is_dictionary_member(form, code)


@lru_cache(maxsize=1)
def _strategy() -> DefaultStrategy:
    # The packed dictionaries: all ten take 150 MB together, where the plain ones take 1,050.
    return DefaultStrategy(low_memory=True)


@lru_cache(maxsize=1)
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer(lemmatization_strategy=_strategy())
