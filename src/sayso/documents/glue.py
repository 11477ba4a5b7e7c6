"""A text of one paragraph a line in, the edits that part what was glued together and join what was split out.

Where tags were dropped, words run together: `technologywhich`, `New York TimesNorth Korea`, `struggles?especially`. A
glued word is parted only on evidence, for a false split is worse than a missed one: the whole is in no word list, its
halves are common words, and they are not ones that new words are built from.

Measured 2026-11 on Universal Dependencies, NTREX and the White House, Kremlin and Zelensky texts: words parted in
running text, per 100,000, and the share found of words glued at random. English 3.7 (300,000 words; 7 of the 11 are
glued in the original, so 1.3 are false) and .56; Spanish 1.8 and .29; French 0 and .36; German 5.6 and .47;
Portuguese 4.8 and .28; Russian 0 and .21; Ukrainian 1.6 and .25; Polish 0 (2,400 words) and .26; Arabic 9.8 (one word,
truly glued) and .14; Hebrew 5.4 (one word, truly glued) and .04. Persian, Turkish and Korean part words only at a
capital or a mark.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from sayso.documents.alignment import Edit
from sayso.lang import Language, language
from sayso.lang.identify import UNKNOWN, fits, identify
from sayso.lang.words import Words, words

_WORD = re.compile(r"[^\W\d_]+")
_LINE = re.compile(r"[^\n]+")
_SHORTEST = 5
"""Letters of the shortest word that is looked at."""
_TOKEN = re.compile(rf"(?<![\w@#/.\\&'’-])[^\W\d_]{{{_SHORTEST},40}}(?![\w@/\\&'’-]|\.[^\W\d_])")
_SMALL = "a-zà-öø-ÿœšžğışćęłńśźżąа-яёіїєґ"
_CAPITAL = "A-ZÀ-ÖØ-ÞŒŠŽĞİŞĆĘŁŃŚŹŻĄА-ЯЁІЇЄҐ"
_CAMEL = re.compile(
    f"(?<![\\w@#/.\\\\&-])([{_CAPITAL}]?[{_SMALL}]+)([{_CAPITAL}][{_SMALL}]+)(?![\\w@/\\\\&-]|\\.[a-z])"
)
_NEAR_MARK = re.compile(r"[.,;…؟،؛?!:)”»](?=[^\W\d_])|[“«(](?=[^\W\d_])|(?:19|20)\d\d(?=[^\W\d_])")
_MARK = re.compile(
    f"(?<=[{_SMALL}][{_SMALL}])\\.(?=[{_CAPITAL}][{_SMALL}])"
    r"|(?<=[^\W\d_][^\W\d_])[,;…؟،؛](?=[^\W\d_])"
    r"|(?<=[^\W\d_][^\W\d_])[?!](?=[^\W\d_]{2})"
    f"|(?<=[{_SMALL}]{{3}}):(?=[{_CAPITAL}][{_SMALL}])"
    f"|(?<=[^\\W\\d_]{{3}})[)](?=[{_SMALL}{_CAPITAL}]{{2}})"
    f"|(?<=[^\\W\\d_])[”»](?=[{_SMALL}{_CAPITAL}])"
    f"|(?<=[ (])(?:19|20)\\d\\d(?=[{_CAPITAL}][{_SMALL}]{{2}})"
    f"|(?<=[{_SMALL}]{{3}})(?=[“«(][{_CAPITAL}][{_SMALL}{_CAPITAL}]{{2}})"
)
"""Where a space is missing; tried only near the marks that the cheaper pattern above finds."""
_ADDRESS = re.compile(r"://|www\.|@|[/\\=]|\.(?:com|org|net|gov|edu|info)\b")
_LOOSE = re.compile(r"(?<=\w) +(?=[,.](?:\s|$))|(?<=\s)\" |\"(?=\"\w)|(?<=[\w.,!?]\")\"(?!\w)")
_SPACES = re.compile(r" +")

_PER_ZIPF = (1.17, 1.14)
"""Evidence per step of the Zipf scale that the first and the second half are common words."""
_PER_BUILDER = (-0.72, -0.54)
"""Evidence per doubling of the words that the first half begins and the second half ends; `time` makes many."""
_BUILDS_NONE, _LONG_BUILDS_NONE = (-2.35, -1.62), (-0.73, -0.35)
"""Evidence of a half that makes no other word, below and from `_LONG` letters: if short, it is hardly a word at all."""
_LONG = 6
_VERY_COMMON, _PER_VERY_COMMON = 6.0, (1.13, 1.6)
"""Evidence for a half among the words that stand once in a thousand: they glue as often as they stand."""
_SHORT = {2: -3.67, 3: -0.66}
"""Evidence by the letters of the shorter half: short words are found inside names (Len-in, Jul-en)."""
_IS_CAPITAL = -0.52
_START = -6.37
"""All weights above: logistic regression, ten languages, words glued at random against words in no list, 2026-11."""
_RECURS = 1.5
"""Evidence that a long half stands elsewhere in the text as a word. Set by hand: 2 parts no more in 1.3 million
characters of White House and Kremlin texts, 1 misses `soldiersnor` beside `soldiers`."""

_RAREST = 3.0
"""Zipf frequency from which a word may be a half at all."""
_RAREST_CAMEL, _RAREST_SMALL, _SHORTEST_CAMEL = 3.25, 4.0, 3
"""The same where a capital inside the word marks the seam, and for a first half in small letters (not the `wiki` of
wikiHow), with the letters of the shorter half (not McCloud). Tuned on 29 such words in 299,187 English ones."""


def glue(text: str) -> list[Edit]:
    """The edits that part and join words and marks, in the order of the text."""
    edits: list[Edit] = []
    whole: str | None = None
    seen = Counter(_WORD.findall(text))
    for line in _LINE.finditer(text):
        paragraph = line.group()
        code = identify(paragraph)
        if code == UNKNOWN:
            whole = whole or identify(text)
            if whole == UNKNOWN or not fits(paragraph, language(whole)):
                continue
            code = whole
        spoken = language(code)
        if spoken.spaces:
            edits += _paragraph(paragraph, line.start(), spoken, seen)
    return edits


def glued_words(paragraph: str, spoken: Language, *, seen: Mapping[str, int]) -> Iterator[int]:
    """The places in the paragraph where a space is missing inside a word; `seen` counts the words of the whole text."""
    known = words(spoken.code)
    for found in _CAMEL.finditer(paragraph):
        # What is written so twice is a name: dropped tags glue at random.
        if seen[found.group()] < 2 and _is_seam(found, spoken, known):
            yield found.start(2)
    if spoken.splits_from is None:
        return
    unknown = {word for word in _WORD.findall(paragraph) if len(word) >= _SHORTEST and not known.knows(word.lower())}
    if not unknown:
        return
    for found in _TOKEN.finditer(paragraph):
        token = found.group()
        if token in unknown:
            at = _seam(token, known, seen, spoken.splits_from)
            if at:
                yield found.start() + at


def missing_spaces(paragraph: str) -> Iterator[int]:
    """The places in the paragraph where a space is missing at a mark, outside of addresses."""
    for near in _NEAR_MARK.finditer(paragraph):
        found = _MARK.match(paragraph, near.start())
        if not found:
            continue
        start = paragraph.rfind(" ", 0, found.start()) + 1
        end = paragraph.find(" ", found.end())
        if not _ADDRESS.search(paragraph[start : end if end >= 0 else len(paragraph)]):
            yield found.end()


def _paragraph(paragraph: str, offset: int, spoken: Language, seen: Mapping[str, int]) -> list[Edit]:
    """The edits of one paragraph that begins at `offset` of the text."""
    stretches = [(at, at, " ") for at in {*glued_words(paragraph, spoken, seen=seen), *missing_spaces(paragraph)}]
    stretches += [(found.start(), found.end(), "") for found in _LOOSE.finditer(paragraph)]
    if spoken.joins:
        for found in spoken.joins.finditer(paragraph):
            for gap in _SPACES.finditer(paragraph, found.start(), found.end()):
                stretches.append((gap.start(), gap.end(), ""))
    edits: list[Edit] = []
    for start, end, new in sorted(stretches):
        if not edits or start + offset >= edits[-1].end:
            edits.append(Edit(start=start + offset, end=end + offset, text=new))
    return edits


def _is_seam(found: re.Match[str], spoken: Language, known: Words) -> bool:
    """Whether a capital inside a word begins a word of its own, and not the second half of a name (BlackRock)."""
    token, (left, right) = found.group(), found.groups()
    if min(len(left), len(right)) < _SHORTEST_CAMEL or known.knows(token.lower()) or token in spoken.camel:
        return False
    if any(token.endswith(ending[1:]) for ending in spoken.camel if ending.startswith("-")):
        return False
    zipfs = known.zipf(left.lower()), known.zipf(right.lower())
    if min(zipfs) < _RAREST_CAMEL:
        return False
    if left[0].islower():
        return zipfs[0] >= _RAREST_SMALL
    if max(zipfs) >= _VERY_COMMON:
        return True
    text = found.string
    before, after = text[: found.start()].rsplit(" ", 2)[-2:-1], text[found.end() :].split(" ", 2)[1:2]
    return bool(before and after) and before[0][:1].isupper() and after[0][:1].isupper()


def _seam(token: str, known: Words, seen: Mapping[str, int], enough: float) -> int:
    """Where the token falls into two words with evidence enough; 0 when it does not."""
    lower = token.lower()
    shortest = min(_SHORT)
    best, most = 0, enough
    for at in range(shortest, len(token) - shortest + 1):
        left, right = lower[:at], lower[at:]
        zipfs = known.zipf(left), known.zipf(right)
        if min(zipfs) < _RAREST:
            continue
        makes = known.builds(left)[0], known.builds(right)[1]
        evidence = _START + _SHORT.get(min(at, len(token) - at), 0.0) + _IS_CAPITAL * token[0].isupper()
        for side, half in enumerate((token[:at], token[at:])):
            evidence += _PER_ZIPF[side] * zipfs[side] + _PER_BUILDER[side] * makes[side]
            if not makes[side]:
                evidence += (_LONG_BUILDS_NONE if len(half) >= _LONG else _BUILDS_NONE)[side]
            if zipfs[side] >= _VERY_COMMON:
                evidence += _PER_VERY_COMMON[side]
            if len(half) >= _LONG and seen[half]:
                evidence += _RECURS
        if evidence > most:
            best, most = at, evidence
    return best
