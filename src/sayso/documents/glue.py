"""A text of one paragraph a line in, the edits that part what was glued together and join what was split out.

Where tags were dropped, words run together: `technologywhich`, `New York TimesNorth Korea`, `struggles?especially`. A
glued word is parted only on evidence, for a false split is worse than a missed one: the whole is in no word list, its
halves are common words, and they are not ones that new words are built from.

Measured on Universal Dependencies (dev and test files, PUD) and NTREX, 2026-07: words parted in running text per
100,000, and share found of small-letter words glued at random: MEASURED
"""

import re
from collections.abc import Iterator

from sayso.documents.alignment import Edit
from sayso.lang import Language, language
from sayso.lang.identify import UNKNOWN, fits, identify
from sayso.lang.words import Words, words

_LINE = re.compile(r"[^\n]+")
_TOKEN = re.compile(r"(?<![\w@#/.\\&'’-])[^\W\d_]{5,40}(?![\w@/\\&'’-]|\.[^\W\d_])")
_SMALL = "a-zà-öø-ÿœšžğışćęłńśźżąа-яёіїєґ"
_CAPITAL = "A-ZÀ-ÖØ-ÞŒŠŽĞİŞĆĘŁŃŚŹŻĄА-ЯЁІЇЄҐ"
_CAMEL = re.compile(f"(?<![\\w@#/.\\\\&-])([{_CAPITAL}]?[{_SMALL}]+)([{_CAPITAL}][{_SMALL}]+)(?![\\w@/\\\\&-]|\\.[a-z])")
_MARK = re.compile(
    f"(?<=[{_SMALL}][{_SMALL}])\\.(?=[{_CAPITAL}][{_SMALL}])"
    r"|(?<=[^\W\d_][^\W\d_])[,;…؟،؛](?=[^\W\d_])"
    r"|(?<=[^\W\d_][^\W\d_])[?!](?=[^\W\d_]{2})"
    f"|(?<=[{_SMALL}]{{3}}):(?=[{_CAPITAL}][{_SMALL}])"
    f"|(?<=[^\\W\\d_]{{3}})[)](?=[{_SMALL}{_CAPITAL}]{{2}})"
    r"|(?<=[^\W\d_.,!?])[”»](?=[^\W\d_])"
    f"|(?<=[ (](?:19|20)\\d\\d)(?=[{_CAPITAL}][{_SMALL}]{{2}})"
    f"|(?<=[{_SMALL}]{{3}})(?=[“«(][{_CAPITAL}][{_SMALL}{_CAPITAL}]{{2}})"
)
_ADDRESS = re.compile(r"://|www\.|@|[/\\=]|\.(?:com|org|net|gov|edu|info)\b")
_LOOSE = re.compile(r"(?<=\w) +(?=[,.](?:\s|$))|(?<=\s)\"(?=\s)|\"(?=\"\w)|(?<=[\w.,!?]\")\"(?!\w)")
_SPACES = re.compile(r" +")

_PER_ZIPF = (1.0, 1.15)
"""Evidence per step of the Zipf scale that the first and the second half are common words."""
_PER_BUILDER = (-0.4, -0.4)
"""Evidence per doubling of the words that the first half begins and the second half ends: `time` and `man` make many."""
_VERY_COMMON, _IS_VERY_COMMON = 6.0, 1.5
"""Evidence for each half among the words that stand once in a thousand: they glue as often as they stand."""
_SHORT = {2: -4.3, 3: -1.4}
"""Evidence by the letters of the shorter half: short words are found inside names (Len-in, Jul-en)."""
_IS_CAPITAL = -0.2
_START = -7.9
"""All weights: logistic regression over twelve languages, words glued at random against words in no list, 2026-07."""

_RAREST = 3.0
"""Zipf frequency from which a word may be a half at all."""
_RAREST_CAMEL = 3.25
"""The same where a capital inside the word marks the seam; brands (BlackRock) are mostly in the word lists whole."""


def glue(text: str) -> list[Edit]:
    """The edits that part and join words and marks, in the order of the text."""
    edits: list[Edit] = []
    whole: str | None = None
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
            edits += _paragraph(paragraph, line.start(), spoken)
    return edits


def glued_words(paragraph: str, spoken: Language) -> Iterator[int]:
    """The places in the paragraph where a space is missing inside a word."""
    known = words(spoken.code)
    for found in _CAMEL.finditer(paragraph):
        left, right = found.groups()
        if _is_seam(left, right, known) and found.group() not in spoken.camel:
            yield found.start(2)
    if spoken.splits_from is None:
        return
    for found in _TOKEN.finditer(paragraph):
        token = found.group()
        if not known.knows(token.lower()):
            at = _seam(token, known, spoken.splits_from)
            if at:
                yield found.start() + at


def missing_spaces(paragraph: str) -> Iterator[int]:
    """The places in the paragraph where a space is missing at a mark, outside of addresses."""
    for found in _MARK.finditer(paragraph):
        start = paragraph.rfind(" ", 0, found.start()) + 1
        end = paragraph.find(" ", found.end())
        if not _ADDRESS.search(paragraph[start : end if end >= 0 else len(paragraph)]):
            yield found.end()


def _paragraph(paragraph: str, offset: int, spoken: Language) -> list[Edit]:
    """The edits of one paragraph that begins at `offset` of the text."""
    stretches = [(at, at, " ") for at in {*glued_words(paragraph, spoken), *missing_spaces(paragraph)}]
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


def _is_seam(left: str, right: str, known: Words) -> bool:
    """Whether a capital inside a word begins a word of its own."""
    if min(len(left), len(right)) < min(_SHORT) or known.knows((left + right).lower()):
        return False
    return min(known.zipf(left.lower()), known.zipf(right.lower())) >= _RAREST_CAMEL


def _seam(token: str, known: Words, enough: float) -> int:
    """Where the token falls into two words with evidence enough; 0 when it does not."""
    lower = token.lower()
    shortest = min(_SHORT)
    best, most = 0, enough
    for at in range(shortest, len(token) - shortest + 1):
        left, right = lower[:at], lower[at:]
        zipfs = known.zipf(left), known.zipf(right)
        if min(zipfs) < _RAREST:
            continue
        makes = known.builders.get(left, (0, 0))[0], known.builders.get(right, (0, 0))[1]
        evidence = _START + _weighed(_PER_ZIPF, zipfs) + _weighed(_PER_BUILDER, makes)
        evidence += _IS_VERY_COMMON * sum(zipf >= _VERY_COMMON for zipf in zipfs)
        evidence += _SHORT.get(min(at, len(token) - at), 0.0) + _IS_CAPITAL * token[0].isupper()
        if evidence > most:
            best, most = at, evidence
    return best


def _weighed(weights: tuple[float, float], values: tuple[float, float]) -> float:
    return weights[0] * values[0] + weights[1] * values[1]
