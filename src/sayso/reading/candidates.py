"""Analysed sentences in, the phrases that may refer to something out, with what makes two of them alike."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.reading.analyses import Analysis
from sayso.reading.encoder import NAME_KINDS
from sayso.reading.tokens import Tokens

TYPES = ("PRON", "PROPN", "NOUN", "DET", "ADJ", "NUM")
"""Parts of speech a referring phrase may have as its head. Phrases joined by a conjunction were tried as one: of 230 in
GUM test 3 were in a chain, and none was found."""

PLACES = ("nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "nmod:poss", "appos", "conj", "root")

OUTSIDE = frozenset(
    (
        "mark",
        "punct",
        "cop",
        "nsubj",
        "nsubj:pass",
        "csubj",
        "csubj:pass",
        "aux",
        "aux:pass",
        "advcl",
        "discourse",
        "parataxis",
        "conj",
        "cc",
        "advmod",
        "expl",
        "vocative",
        "dep",
        "list",
        "orphan",
    )
)
"""Relations to the head that are no part of the phrase: a nominal predicate has a subject, a copula and so on."""

_OWNERS = frozenset(("nmod:poss", "nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod"))
"""Relations in which an adjective or a numeral stands for what it describes; a determiner does so in two more."""

_QUOTES = {"„": "“”", "“": "”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"', "``": "''"}
_OPENING, _CLOSING = frozenset("([{“«„‘「『（《〈\"'"), frozenset(")]}”»“’」』）》〉\"'")
_COLUMNS = (
    *("sentence", "start", "end", "type", "place", "kind", "word", "governor", "quote", "length"),
    *("whole", "head", "prefix", "noun", "initials", "short"),
)
_NAMELESS = frozenset[str]()
_CONTENT = ("NOUN", "PROPN", "ADJ", "NUM", "X")
_WORDS = 8  # words of a phrase that are looked for in another
_PREFIX = 4  # letters that the forms of one word share: enough for the cases of a Slavic or Turkic noun

FEATURES = (
    ("match", 16),
    ("shared", 12),
    ("types", len(TYPES) ** 2),
    ("sentences", 8),
    ("distance", 10),
    ("kinds", (len(NAME_KINDS) + 1) ** 2),
    ("tree", 6),
    ("places", (len(PLACES) + 1) ** 2),
    ("latest", 4),
    ("quoted", 5),
    ("lengths", 16),
    ("frequency", 16),
    ("initials", 2),
)
"""Name and number of values of each feature of a pair."""

OFFSETS = np.cumsum([0, *(count for _, count in FEATURES)])
"""Where the values of each feature begin when all are counted in one row, and at the end their number."""

Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Columns over the candidates of one document, in order of their heads.

    `word` is the place of the head and `governor` that of the word it hangs on; `quote` numbers the quotation it
    stands in, 0 outside. `whole`, `head` and `prefix` number the distinct phrases (without their first determiner),
    heads and beginnings of heads; `length` counts the words of a phrase; `words` (candidates, 8) are the first of
    its content words, -1 for none, and `noun` is the head among them, -2 if it is none; `initials` of a name and
    `short` of its short form are equal. `latest` is the last candidate before with the same head, -1 for none;
    `frequency` says how often the head occurs (1, 2, to 4, more). `names` are the beginnings of the words of the name
    that the head belongs to, empty for none. `states` (candidates, 1536) joins both layers of
    the head with the last layer of the first and of the last word.
    """

    sentence: Indices
    start: Indices
    end: Indices
    type: Indices
    place: Indices
    kind: Indices
    word: Indices
    governor: Indices
    quote: Indices
    length: Indices
    whole: Indices
    head: Indices
    prefix: Indices
    noun: Indices
    initials: Indices
    short: Indices
    words: Indices
    latest: Indices
    frequency: Indices
    names: tuple[frozenset[str], ...]
    states: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.sentence)


class _Numbers(dict[str, int]):
    """Gives every distinct string a number, in order of appearance."""

    def __missing__(self, key: str) -> int:
        self[key] = len(self)
        return self[key]


def candidates(sentences: Sequence[tuple[Tokens, Analysis]]) -> Candidates:
    """Every noun, name, pronoun and possessive with the phrase it heads."""
    rows, words, states = list[tuple[int, ...]](), list[list[int]](), list[NDArray[np.float32]]()
    names = list[frozenset[str]]()
    wholes, heads, prefixes, vocabulary = _Numbers(), _Numbers(), _Numbers(), _Numbers()
    quotations = _quotations([tokens for tokens, _ in sentences])
    for number, ((tokens, analysis), quoted) in enumerate(zip(sentences, quotations, strict=True)):
        lower = [form.casefold() for form in tokens.forms]
        kinds, name_of = [0] * len(lower), [_NAMELESS] * len(lower)
        for name in analysis.names:
            kinds[name.start : name.end] = [NAME_KINDS.index(name.kind) + 1] * (name.end - name.start)
            stems = [lower[at][:_PREFIX] for at in range(name.start, name.end) if analysis.upos[at] in _CONTENT]
            name_of[name.start : name.end] = [frozenset(stems)] * (name.end - name.start)
        places = list[tuple[int, int, int]]()
        for start, end, word, kind in _referring(tokens, analysis):
            relation = analysis.relations[word]
            first, last = _kernel(analysis, start, end, word)
            found = (at for at in range(first, last) if analysis.upos[at] in _CONTENT)
            inner = sorted({vocabulary[lower[at]] for at, _ in zip(found, range(_WORDS), strict=False)})
            words.append(inner + [-1] * (_WORDS - len(inner)))
            rows.append(
                (
                    number,
                    start,
                    end,
                    kind,
                    PLACES.index(relation) if relation in PLACES else len(PLACES),
                    kinds[word],
                    word,
                    analysis.heads[word],
                    quoted[word],
                    last - first,
                    wholes[" ".join(lower[first:last])],
                    heads[lower[word]],
                    prefixes[lower[word][:_PREFIX]],
                    vocabulary.get(lower[word], -2),
                    *_initials(tokens.forms[first:last], vocabulary),
                )
            )
            names.append(name_of[word])
            places.append((word, start, last - 1))
        if places:
            states.append(_states(analysis, places))
    columns = np.array(rows, np.int64).reshape(-1, len(_COLUMNS)).T
    head = columns[_COLUMNS.index("head")]
    return Candidates(
        **dict(zip(_COLUMNS, columns, strict=True)),
        words=np.array(words, np.int64).reshape(-1, _WORDS),
        latest=_latest(head),
        frequency=np.searchsorted([1, 2, 4], np.bincount(head, minlength=1)[head]),
        names=tuple(names),
        states=np.concatenate(states) if states else np.zeros((0, 0), np.float32),
    )


def _states(analysis: Analysis, places: Sequence[tuple[int, int, int]]) -> NDArray[np.float32]:
    """The vectors of candidates, of which the head, the first and the last word are given."""
    head, first, last = np.array(places).T
    middle = analysis.states.shape[1] // 2
    upper = analysis.states[:, middle:]
    return np.concatenate([analysis.states[head], upper[first], upper[last]], 1)


def _latest(numbers: Indices) -> Indices:
    """For each number the place where it last stood before, -1 for none."""
    last: dict[int, int] = {}
    places = []
    for place, number in enumerate(numbers.tolist()):
        places.append(last.get(number, -1))
        last[number] = place
    return np.array(places, np.int64)


def _quotations(sentences: Sequence[Tokens]) -> Iterator[list[int]]:
    """For each word of each sentence the number of the quotation it stands in, 0 outside."""
    closing, current, count = "", 0, 0
    for tokens in sentences:
        inside = []
        for form in tokens.forms:
            if current and form in closing:
                current = 0
            elif form in _QUOTES:
                count += 1
                closing, current = _QUOTES[form], count
            inside.append(current)
        yield inside


def _initials(forms: Sequence[str], vocabulary: _Numbers) -> tuple[int, int]:
    """The number of the initials of a name of several words, -3 for none, and that of a short form, -4 for none."""
    if len(forms) == 1:
        short = forms[0].replace(".", "") if forms[0].isupper() else ""
        return -3, vocabulary[short] if len(short) > 1 else -4
    capitals = "".join([form[0] for form in forms if form[0].isupper()])
    return vocabulary[capitals] if len(capitals) > 1 else -3, -4


def _referring(tokens: Tokens, analysis: Analysis) -> list[tuple[int, int, int, int]]:
    """First word, last word + 1, head and type of every candidate of a sentence, in order of the heads."""
    wanted = [index for index, upos in enumerate(analysis.upos) if _refers(upos, analysis.relations[index])]
    found = dict[tuple[int, int], tuple[int, int]]()
    for index, (start, end) in zip(wanted, _phrases(analysis, wanted), strict=True):
        if end > start + 1:
            start, end = _trimmed(tokens, analysis, start, end, word=index)
        found.setdefault((start, end), (index, TYPES.index(analysis.upos[index])))
    # A name is a phrase of its own unless it is one already, but for a determiner or a case mark.
    kernels = {_kernel(analysis, start, end, word) for (start, end), (word, _) in found.items() if analysis.names}
    for name in analysis.names:
        inside = range(name.start, name.end)
        head = next((at for at in inside if analysis.heads[at] not in inside), name.start)
        if _kernel(analysis, name.start, name.end, head) not in kernels:
            found.setdefault((name.start, name.end), (head, TYPES.index("PROPN")))
    rows = [(start, end, word, kind) for (start, end), (word, kind) in found.items()]
    return sorted(rows, key=lambda row: (row[2], row[1] - row[0]))


def _refers(upos: str, relation: str) -> bool:
    """Whether a word may head a referring phrase; fixed expressions do not, and in compounds only names do."""
    if upos in ("NOUN", "PROPN", "PRON"):
        return relation not in ("flat", "fixed", "goeswith", "expl") and (upos == "PROPN" or relation != "compound")
    if upos == "DET":
        return relation in _OWNERS or relation in ("conj", "root")
    return upos in ("ADJ", "NUM") and relation in _OWNERS


def _trimmed(tokens: Tokens, analysis: Analysis, start: int, end: int, *, word: int) -> tuple[int, int]:
    """The phrase without punctuation at its ends, brackets and quotation marks excepted."""
    while end - 1 > word and analysis.upos[end - 1] == "PUNCT" and tokens.forms[end - 1] not in _CLOSING:
        end -= 1
    while start < word and analysis.upos[start] == "PUNCT" and tokens.forms[start] not in _OPENING:
        start += 1
    return start, end


def _kernel(analysis: Analysis, start: int, end: int, word: int) -> tuple[int, int]:
    """The phrase without its first determiner and the case mark at its end."""
    first = start + 1 if analysis.upos[start] == "DET" and end > start + 1 else start
    return first, end - 1 if end - first > 1 and analysis.relations[end - 1] == "case" and end - 1 > word else end


def _phrases(analysis: Analysis, wanted: Sequence[int]) -> list[tuple[int, int]]:
    """For each of these words the run of words `[start, end)` around it that belongs to the phrase it heads."""
    count = len(analysis.heads)
    children: list[list[int]] = [[] for _ in range(count)]
    for index, above in enumerate(analysis.heads):
        if above >= 0:
            children[above].append(index)
    # Whole subtrees as half-open runs, from the leaves up; a crossing tree gives a run with gaps filled.
    low, high = list(range(count)), list(range(1, count + 1))
    for index in _bottom_up(analysis.heads, children):
        for child in children[index]:
            low[index], high[index] = min(low[index], low[child]), max(high[index], high[child])
    phrases = []
    for index in wanted:
        start, end = index, index + 1
        if not children[index]:
            phrases.append((start, end))
            continue
        for child in reversed([child for child in children[index] if child < index]):
            if _belongs(analysis.relations[child], before=True) and high[child] == start:
                start = low[child]
            elif high[child] <= start:
                break
        for child in [child for child in children[index] if child > index]:
            if _belongs(analysis.relations[child], before=False) and low[child] == end:
                end = high[child]
            elif analysis.relations[child] == "punct" and low[child] == end:
                # A comma does not end the phrase if what follows it belongs: "Kim, who visited, ...".
                following = [other for other in children[index] if low[other] == high[child]]
                if not following or not _belongs(analysis.relations[following[0]], before=False):
                    break
                end = high[child]
            else:
                break
        phrases.append((start, end))
    return phrases


def _belongs(relation: str, *, before: bool) -> bool:
    """Whether a child is part of the phrase; a case marker only behind its noun (the English 's)."""
    return relation not in OUTSIDE and not (before and relation == "case")


def _bottom_up(heads: Sequence[int], children: Sequence[Sequence[int]]) -> list[int]:
    """The words ordered so that each comes after its children."""
    order, stack = list[int](), [index for index, head in enumerate(heads) if head < 0]
    while stack:
        index = stack.pop()
        order.append(index)
        stack.extend(children[index])
    return order[::-1]


def features(found: Candidates, *, later: Indices, earlier: Indices) -> Indices:
    """The values (pairs, features) of `FEATURES` for pairs of candidate indices."""
    mine, theirs = found.words[later], found.words[earlier]
    common = ((mine[:, :, None] == theirs[:, None, :]) & (mine >= 0)[:, :, None]).any(2).sum(1)
    named = (found.noun[later, None] == theirs).any(1) | (found.noun[earlier, None] == mine).any(1)
    alike = (found.whole[later] == found.whole[earlier]) + 2 * (found.head[later] == found.head[earlier])
    within = (common == (mine >= 0).sum(1)) & (mine[:, 0] >= 0)
    without = (common == (theirs >= 0).sum(1)) & (theirs[:, 0] >= 0)
    here, there = found.quote[later], found.quote[earlier]
    quoted = np.where(here == 0, 2, np.where(there == 0, 3, 4))
    lengths, kinds, places = np.searchsorted([1, 2, 4], found.length), len(NAME_KINDS) + 1, len(PLACES) + 1
    return np.stack(
        [
            alike + 4 * named + 8 * (found.prefix[later] == found.prefix[earlier]),
            np.minimum(common, 2) + 3 * within + 6 * without,
            found.type[later] * len(TYPES) + found.type[earlier],
            bucket(found.sentence[later] - found.sentence[earlier], 8),
            bucket(later - earlier, 10),
            found.kind[later] * kinds + found.kind[earlier],
            _in_tree(found, later, earlier),
            found.place[later] * places + found.place[earlier],
            (found.latest[later] == earlier) + 2 * (found.latest[later] >= 0),
            np.where(here == there, np.minimum(here, 1), quoted),
            lengths[later] * 4 + lengths[earlier],
            found.frequency[later] * 4 + found.frequency[earlier],
            (found.initials[later] == found.short[earlier]) | (found.short[later] == found.initials[earlier]),
        ],
        1,
    )


def _in_tree(found: Candidates, later: Indices, earlier: Indices) -> Indices:
    """How the heads stand to each other: 0 in two sentences, 1 in one, 2 beside, 3 below, 4 above, 5 the same."""
    head, other = found.word[later], found.word[earlier]
    above, beyond = found.governor[later], found.governor[earlier]
    way = np.select([head == other, beyond == head, above == other, above == beyond], [5, 4, 3, 2], 1)
    return np.where(found.sentence[later] == found.sentence[earlier], way, 0)


def bucket(distance: Indices, buckets: int) -> Indices:
    """0, 1, 2, 3 as they are, then by powers of two."""
    distance = np.maximum(distance, 0)
    rough = 2 + np.log2(np.maximum(distance, 1)).astype(np.int64)
    return np.minimum(np.where(distance < 4, distance, rough), buckets - 1)
