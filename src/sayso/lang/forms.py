"""Tables of meanings and the forms that carry them in, one pattern and a look-up from form to meaning out.

In the language data a meaning stands before its forms: `3 = "three"`. The forms are parted by spaces; `_` stands for
a space or hyphen within a form, and a final `~` for any of the endings of the language.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

_GAP = re.compile(r"[ \u00a0\u202f-]")
_LONGEST_ENDING = 8
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys((0xA0, 0x2009, 0x202F, 0x3000), 0x20)

_Trie: TypeAlias = "dict[str, _Trie]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forms:
    """The forms of one table: `pattern` matches any of them, longest first, in text made lower case by `lower`."""

    pattern: str
    exact: Mapping[str, str]
    stems: Mapping[str, str]
    """Forms that take endings, without them."""
    endings: re.Pattern[str]

    def meaning(self, form: str) -> str | None:
        """What a form means; None when it is not in the table."""
        plain = _GAP.sub(" ", form)
        if plain in self.exact:
            return self.exact[plain]
        for cut in range(min(_LONGEST_ENDING, len(plain)) + 1):
            stem = plain[: len(plain) - cut]
            if stem in self.stems and self.endings.fullmatch(plain, len(stem)):
                return self.stems[stem]
        return None

    def __bool__(self) -> bool:
        """Whether there is any form."""
        return bool(self.exact or self.stems)


def forms(table: Mapping[str, str], *, endings: str = "") -> Forms:
    """The table of meanings with their forms made ready; `endings` is the pattern that `~` stands for.

    >>> months = forms({"9": "september sept", "12": "decem~"}, endings="(?:ber)?")
    >>> months.meaning("sept"), months.meaning("december"), months.meaning("may")
    ('9', '12', None)
    """
    exact: dict[str, str] = {}
    stems: dict[str, str] = {}
    for meaning, written in table.items():
        for form in split(written):
            if form.endswith("~"):
                stems.setdefault(form[:-1], meaning)
            else:
                exact.setdefault(form, meaning)
    trie: _Trie = {}
    for form in exact:
        _add(trie, form, "")
    for form in stems:
        _add(trie, form, endings)
    return Forms(pattern=_pattern(trie) or "(?!)", exact=exact, stems=stems, endings=re.compile(endings))


def split(written: str) -> Iterator[str]:
    """The forms of one entry, in lower case, with spaces where `_` was written."""
    for form in written.split():
        yield _GAP.sub(" ", lower(form).replace("_", " "))


def narrow(text: str) -> str:
    """The text with wide digits, letters and signs, and every kind of space, as their plain ones, of the same length.

    >>> narrow("２，０００％")
    '2,000%'
    """
    return text if text.isascii() else text.translate(_WIDE)


def lower(text: str) -> str:
    """The text in lower case, of the same length, so that offsets stay.

    >>> lower("İSTANBUL"), len("İSTANBUL".lower())
    ('istanbul', 9)
    """
    made = text.lower()
    if len(made) == len(text):
        return made
    return "".join("i" if letter == "İ" else letter.lower()[0] for letter in text)


def _add(trie: _Trie, form: str, endings: str) -> None:
    for letter in form:
        trie = trie.setdefault(letter, {})
    trie["" + endings if endings else "\0"] = {}


def _pattern(trie: _Trie) -> str:
    """A pattern that reads letter by letter, so that a word that is no form fails at its first letters."""
    branches, ends = [], []
    for letter, rest in trie.items():
        if not rest:
            ends.append("" if letter == "\0" else letter)
        else:
            branches.append(("[ \u00a0\u202f-]" if letter == " " else re.escape(letter)) + _pattern(rest))
    branches.extend(sorted(ends, key=len, reverse=True))
    if not branches:
        return ""
    return branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
