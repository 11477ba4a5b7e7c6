"""The text of a question in, its words as the patterns have them and the time it asks about out."""

import re
import unicodedata
from functools import cache

from babel.dates import get_month_names

from sayso.claims.numbers.edtf import Bounds, bounds
from sayso.lang.lemmas import lemma
from sayso.system.questions.matching import Token
from sayso.system.questions.shapes import family

LANGUAGE = "en"
"""The language of the questions."""

LONGEST = 300
"""Characters of a question. The longest in the tests has 120; what is longer is a text, and asks many things."""

MOST_WORDS = 32
"""Words of a question, for the same reason; the ways to share words among names grow with the cube of their number."""

QUESTION_WORDS = frozenset({"who", "whom", "whose", "what", "which", "when", "where", "how", "why"})
"""Words that stand in no name."""

_WORDS = re.compile(r"[^\W_]+(?:[.'&/-][^\W_]+)*'?")
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\.?")
_ASKING = frozenset({"who", "what", "where", "when", "how", "that", "it", "there"})
_BE = frozenset({"am", "are", "be", "been", "being", "is", "was", "were"})
_NEGATED = "n't"

_TIMES = re.compile(
    r"(?<!\S)(?:(?P<how>in|during|of|between|from|since|after|before|until)\s+)?(?:the\s+year\s+)?"
    r"(?:(?P<month>[a-z]+)\s+)?(?P<year>(?:1[5-9]|20)\d\d)(?P<rest>-\d\d(?:-\d\d)?)?"
    r"(?:\s*(?:-|to|and|until)\s*(?P<last>(?:1[5-9]|20)\d\d))?\W*\Z"
)
_OPEN_END, _OPEN_START = ("since", "after", "from"), ("before", "until")


def cleaned(text: str) -> str:
    """The text on one line, without what cannot be seen, and with one kind of apostrophe."""
    text = unicodedata.normalize("NFC", text.replace("’", "'").replace("ʼ", "'"))
    text = "".join(" " if each in "\t\n\r" else each for each in text if _is_shown(each))
    return " ".join(text.split())


def _is_shown(character: str) -> bool:
    return character in "\t\n\r" or not unicodedata.category(character).startswith("C")


def timed(text: str) -> tuple[str, Bounds | None]:
    """The question without the time at its end, and that time; None where it has none.

    >>> timed("what did Russia give Iran in March 2024?")
    ('what did Russia give Iran', Bounds(first='2024-03-01', until='2024-04-01'))
    """
    found = _TIMES.search(text.lower())
    if found is None or (found["how"] is None and found["last"] is None and found["rest"] is None):
        return text, None
    month = _months().get(found["month"] or "", "")
    if found["month"] and not month:
        return text, None
    told = bounds(f"{found['year']}{f'-{month}' if month else found['rest'] or ''}")
    last = bounds(found["last"]) if found["last"] else None
    if told is None:
        return text, None
    first, until = told.first, told.until if last is None else last.until
    if found["how"] in _OPEN_END and last is None:
        first, until = (until if found["how"] == "after" else first), None
    elif found["how"] in _OPEN_START and last is None:
        first, until = None, first
    return text[: found.start()].rstrip(), Bounds(first=first, until=until)


@cache
def _months() -> dict[str, str]:
    return {name.lower(): f"{number:02}" for number, name in get_month_names("wide", locale=LANGUAGE).items()}


def split(text: str) -> tuple[str, ...]:
    """The words as written; a possessive `'s` and a negation are words of their own, abbreviations have no dots.

    >>> split("What's Russia's share of the U.S. trade?")
    ('What', 'is', 'Russia', "'s", 'share', 'of', 'the', 'US', 'trade')
    """
    found: list[str] = []
    for word in _WORDS.findall(_ABBREVIATION.sub(lambda dotted: dotted[0].replace(".", ""), text)):
        lower = word.lower()
        if lower.endswith(_NEGATED):
            found += [word[: -len(_NEGATED)], "not"]
        elif lower.endswith("'s") and lower[:-2] in _ASKING:
            found += [word[:-2], "is"]
        elif lower.endswith("'s"):
            found += [word[:-2], "'s"]
        elif lower.endswith("'"):
            found += [word[:-1], "'s"]
        else:
            found.append(word)
    return tuple(each for each in found if each)


def token(word: str) -> Token:
    """The word with its dictionary form; every form of `be` is `be`."""
    lower = word.lower()
    return Token(word, lower, "be" if lower in _BE else lemma(lower, LANGUAGE))


def tokens(words: tuple[str, ...]) -> tuple[Token, ...]:
    """The words that patterns are compared with: no articles and auxiliaries, each with its dictionary form.

    A capital keeps a word that could be dropped, as it may be a name (Theresa May), unless all have one.
    """
    known = family()
    is_loud = all(word[:1].isupper() or not word[:1].isalpha() for word in words)
    read = list(map(token, words))
    for opening in known.openings:
        if tuple(each.lower for each in read[: len(opening)]) == opening:
            read = read[len(opening) :]
    kept = [
        each
        for number, each in enumerate(read)
        if not (each.lower in known.dropped or each.lemma in known.dropped)
        or not (is_loud or number == 0 or each.written.islower())
    ]
    shown = [each for number, each in enumerate(kept) if each.lemma != "be" or not _is_going_on(kept[number + 1 :])]
    return tuple(
        each for number, each in enumerate(shown) if number == 0 or not each.lemma == shown[number - 1].lemma == "be"
    )


def _is_going_on(after: list[Token]) -> bool:
    """Whether a form of `be` belongs to a verb in -ing; Beijing is none, as its dictionary form is itself."""
    return any(each.lower.endswith("ing") and each.lemma not in ("be", each.lower) for each in after)
