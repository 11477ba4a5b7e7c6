"""A word form and its language in, its dictionary form out."""

from functools import lru_cache

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy

from sayso.lang.dictionaries import PackedDictionaryFactory
from sayso.lang.stems import stem

SUPPORTED = frozenset({"de", "en", "es", "fa", "fr", "pl", "pt", "ru", "tr", "uk"})
"""The languages whose forms a dictionary reduces; those of others are led back to the listed word they begin with."""

_CAPITALS = str.maketrans("İI", "iı")

_FORMS = 50_000  # remembered answers, some 15 MB: a look-up takes .1 ms, and news repeats nearly all its forms


@lru_cache(maxsize=_FORMS)
def lemma(form: str, code: str) -> str:
    """The dictionary form in lower case; where there is no dictionary, the listed word that the form begins with.

    >>> lemma("Supplied", "en"), lemma("введённые", "ru"), lemma("미사일", "ko")
    ('supply', 'ввести', '미사일')
    """
    if code not in SUPPORTED:
        return stem(form, code)
    word = lowered(form, code)
    found = _lemmatizer().lemmatize(word, lang=code).lower()
    if found == word and "ё" in word:  # most texts, and the dictionary, leave out its dots
        found = _lemmatizer().lemmatize(word.replace("ё", "е"), lang=code).lower()
    return found


def lowered(form: str, code: str) -> str:
    """The form in lower case; Turkish has two letters i, each with a capital of its own.

    >>> lowered("İlişki", "tr"), lowered("Irak", "tr")
    ('ilişki', 'ırak')
    """
    return (form.translate(_CAPITALS) if code == "tr" else form).lower()


def is_known(form: str, code: str) -> bool:
    """Whether the dictionary of the language has the form; False where the language has none."""
    return code in SUPPORTED and _strategy().is_dictionary_member(form, code)


@lru_cache(maxsize=1)
def _strategy() -> DefaultStrategy:
    # All dictionaries stay: unpacking one takes a second, and with the eight that are kept by default reports in ten
    # languages unpack one again and again.
    return DefaultStrategy(dictionary_factory=PackedDictionaryFactory(cache_max_size=len(SUPPORTED)))


@lru_cache(maxsize=1)
def _lemmatizer() -> Lemmatizer:
    return Lemmatizer(cache_max_size=0, lemmatization_strategy=_strategy())  # `lemma` remembers
