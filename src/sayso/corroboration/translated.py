"""The sentences of two documents in different languages in, the parts of each that are a translation of the other out.

Sentences are compared by their vectors and by what needs no dictionary: the numbers and actors they name, and their
lengths. A sentence is the translation of another when it is nearer to it than to the others around (the ratio margin of
Artetxe and Schwenk 2019, equation 2), and when most of its neighbours are translated by the neighbours of that one: the
best chain in the order of both texts is found by dynamic programming, as Gale and Church (1993) and Vecalign (Thompson
and Koehn 2019) do. What was moved is looked for afterwards, and a sentence cut in two is joined again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

import numpy as np
from numpy.typing import NDArray

from sayso.claims.numbers.numerals import numbers
from sayso.corroboration.records import Reuse, SharedPassage
from sayso.lang.numbers import numerals
from sayso.records import Span, Statement
from sayso.vocab.actors import owner

LONGEST = 2_000
"""Sentences of a document that are compared: the table of all pairs has four million entries then. No news text is as
long; of a longer one the beginning is compared."""

NEIGHBOURS = 4
"""Nearest sentences that a pair is held against, as many as in Artetxe and Schwenk (2019); 8 gave the same, 2
an area of .992 instead of .998."""

UNLIKE = 0.2
"""Cosine below which sentences are alike in nothing: smaller ones count as this much, lest the margin tell of nothing
but a small denominator. Sentences of one story that do not translate each other lie about it."""

WEIGHTS = (-7.0, 10.5, 1.0, -1.1, -1.0)
"""Log-odds that two sentences are translations: constant, cosine, margin, marks that one alone has, ratio of widths.

Fitted by logistic regression on the pairs of sentences of nine news stories in five languages and of 18 reports of the
same events (benchmarks/measures/translated.py, November 2026), then rounded, the margin and the ratio set by hand: left
to itself the margin takes the place of the cosine, and the nearest sentences of two independent reports pass for
translations. The area under the ROC curve of whole documents is .998; it stays above .991 with the first two a tenth
larger or smaller and the others half or twice as large (the margin at half: .988), is .969 without the margin and .997
without marks (.970 instead of .988 where copies are mixed with other text). Marks in common added nothing beside those
that one alone has."""

MOVED = 1.0  # log-odds that a pair out of order must have where one in order needs 0; -1 to 3 gave the same
JOINED = 0.03
"""By how much the cosine must grow where a second sentence is taken for the rest of the first; 0 to .1 gave the same
area."""

WIDE = 2.5
"""Latin letters that a Chinese, Japanese or Korean character stands for in a translation; 2 to 3 changed nothing."""

_SMALLEST = 2
"""Smaller numbers are left out: one is an article in many languages, and "once" or "half" no number in others."""

_SCALE = 127 * 127
_Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence as it is compared. `vector` is that of `Sentence.vector`; `marks` are what no translation changes."""

    span: Span
    language: str
    vector: bytes
    marks: frozenset[str]


def lines_of(statements: Sequence[Statement]) -> tuple[Line, ...]:
    """The sentences of a document, marked with the numbers that stand in them (`=5500000`) and their actors (`RUS`).

    Of a body or an office of a state the state counts: where one language names the ministry another names the country.
    All numbers count, years too, since a translation keeps them; a statement has those alone that count something.
    """
    return tuple(
        Line(
            span=each.span,
            language=each.language,
            vector=each.vector,
            marks=frozenset((*_numbers(each.span.quote, each.language), *map(owner, each.actors))),
        )
        for each in statements
    )


def _numbers(text: str, code: str) -> Iterator[str]:
    """The numbers of a sentence, each as one mark."""
    known = numerals(code)
    if known is None:
        return
    for number in numbers(text.lower(), known):
        if not number.is_vague and number.low == number.high and number.low >= _SMALLEST:
            yield f"={number.low.normalize():f}"


def translated(lines: Sequence[Line], others: Sequence[Line]) -> Reuse | None:
    """How far two documents are translations of each other; None when no sentence seems to be one.

    Only sentences in different languages are compared. `share` is the sum of the widths of the translated sentences,
    each times the probability that it is one, in the width of all; the passages are pairs of sentences in the order of
    the first document.
    """
    if not lines or not others:
        return None
    if others[0].span.document_id < lines[0].span.document_id:
        lines, others = others, lines
    first, second = lines[:LONGEST], others[:LONGEST]
    pairs = _aligned(first, second)
    if not pairs:
        return None
    return Reuse(
        document_id=lines[0].span.document_id,
        other_id=others[0].span.document_id,
        method="translated",
        share=_share(lines, {row: odds for (row, _), odds in sorted(pairs.items(), key=_odds)}),
        other_share=_share(others, {column: odds for (_, column), odds in sorted(pairs.items(), key=_odds)}),
        passages=tuple(SharedPassage(span=first[row].span, other=second[column].span) for row, column in sorted(pairs)),
    )


def _odds(item: tuple[tuple[int, int], float]) -> float:
    return item[1]


def _share(lines: Sequence[Line], odds: dict[int, float]) -> float:
    """The part of the text that is translated, each sentence weighed by how sure that is."""
    widths = [_width(line.span.quote) for line in lines]
    found = sum(widths[row] / (1 + np.exp(-each)) for row, each in odds.items())
    return round(float(found / max(1.0, sum(widths))), 4)


def _width(text: str) -> float:
    """The length of a text in Latin letters."""
    return sum(WIDE if east_asian_width(letter) in "WF" else 1.0 for letter in text)


def _aligned(lines: Sequence[Line], others: Sequence[Line]) -> dict[tuple[int, int], float]:
    """Pairs of sentences that translate each other, with their log-odds."""
    length = max(len(line.vector) for line in (*lines, *others))
    vectors, other_vectors = _vectors(lines, length), _vectors(others, length)
    cosines: _Floats = vectors @ other_vectors.T / np.float32(_SCALE)
    codes = {code: number for number, code in enumerate({line.language: None for line in (*lines, *others)})}
    own, foreign = (np.array([codes[line.language] for line in each]) for each in (lines, others))
    odds = log_odds(cosines, lines, others=others)
    odds[own[:, None] == foreign] = -np.inf
    pairs = _chain(odds)
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    for row, column in _descending(_without(odds, pairs), MOVED):
        if row not in rows and column not in columns:
            pairs.append((row, column))
            rows.add(row)
            columns.add(column)
    found = {(row, column): float(odds[row, column]) for row, column in pairs}
    rest = _rest(pairs, (vectors, other_vectors), cosines)
    return found | {(row, column): found[pair] for (row, column), pair in rest.items()}


def _vectors(lines: Sequence[Line], length: int) -> _Floats:
    """The vectors of sentences (lines, length); what one of them lacks is taken for zeros."""
    raw = b"".join(line.vector.ljust(length, b"\0") for line in lines)
    return np.frombuffer(raw, np.int8).reshape(len(lines), length).astype(np.float32)


def log_odds(cosines: _Floats, lines: Sequence[Line], *, others: Sequence[Line]) -> _Floats:
    """The log-odds (lines, others) that each pair of sentences are translations, from `cosines` and `WEIGHTS`."""
    constant, *weights = WEIGHTS
    total = np.full(cosines.shape, constant, np.float32)
    for weight, sign in zip(weights, signs(cosines, lines, others=others), strict=True):
        total += np.float32(weight) * sign
    return total


def signs(cosines: _Floats, lines: Sequence[Line], *, others: Sequence[Line]) -> tuple[_Floats, ...]:
    """What speaks for or against each pair, in the order of `WEIGHTS` after the constant, each (lines, others).

    The marks that one alone has are counted, and the ratio of the widths taken, as a logarithm from 0.
    """
    widths, other_widths = (np.log([1 + _width(line.span.quote) for line in each]) for each in (lines, others))
    ratio: _Floats = np.abs(widths[:, None] - other_widths).astype(np.float32)
    return cosines, _margin(cosines), np.log1p(_alone(lines, others)), ratio


def _margin(cosines: _Floats) -> _Floats:
    """Each cosine in the mean of the largest of its row and of its column."""
    rows, columns = (_around(table) for table in (cosines, cosines.T))
    margin: _Floats = 2 * cosines / (rows[:, None] + columns)
    return margin


def _around(table: _Floats) -> _Floats:
    """The mean of the largest values of each row; what a short text lacks of neighbours is as if unlike."""
    count = min(NEIGHBOURS, table.shape[1])
    largest = np.partition(table, table.shape[1] - count, axis=1)[:, table.shape[1] - count :]
    total: _Floats = np.maximum(largest, UNLIKE).sum(1) + np.float32(UNLIKE * (NEIGHBOURS - count))
    return total / np.float32(NEIGHBOURS)


def _alone(lines: Sequence[Line], others: Sequence[Line]) -> _Floats:
    """How many marks of each pair of sentences only one of both has."""
    known = sorted(set().union(*(line.marks for line in lines)) & set().union(*(line.marks for line in others)))
    places = {mark: place for place, mark in enumerate(known)}
    tables = []
    for each in (lines, others):
        table = np.zeros((len(each), len(known)), np.float32)
        for row, line in enumerate(each):
            table[row, [places[mark] for mark in line.marks if mark in places]] = 1
        tables.append(table)
    counts, other_counts = (np.array([len(line.marks) for line in each], np.float32) for each in (lines, others))
    alone: _Floats = counts[:, None] + other_counts - 2 * tables[0] @ tables[1].T
    return alone


def _chain(odds: _Floats) -> list[tuple[int, int]]:
    """The pairs of the chain with the largest sum, in the order of both documents; only likely pairs count."""
    gains = np.maximum(odds, 0)
    best = np.zeros((len(gains) + 1, gains.shape[1] + 1), np.float32)
    for row, gain in enumerate(gains):
        np.maximum(best[row, 1:], best[row, :-1] + gain, out=best[row + 1, 1:])
        np.maximum.accumulate(best[row + 1], out=best[row + 1])
    pairs = []
    row, column = gains.shape
    while row and column:
        if best[row, column] == best[row - 1, column]:
            row -= 1
        elif best[row, column] == best[row, column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]


def _without(odds: _Floats, pairs: Sequence[tuple[int, int]]) -> _Floats:
    """The odds without those of sentences that are in a pair."""
    left = odds.copy()
    left[[row for row, _ in pairs], :] = -np.inf
    left[:, [column for _, column in pairs]] = -np.inf
    return left


def _descending(odds: _Floats, least: float) -> list[tuple[int, int]]:
    """The pairs above `least`, likeliest first."""
    rows, columns = np.nonzero(odds > least)
    order = np.lexsort((columns, rows, -odds[rows, columns]))
    return list(zip(rows[order].tolist(), columns[order].tolist(), strict=True))


def _rest(
    pairs: Sequence[tuple[int, int]], vectors: tuple[_Floats, _Floats], cosines: _Floats
) -> dict[tuple[int, int], tuple[int, int]]:
    """Pairs of a sentence beside a translated one with its translation, where the two say it better together.

    The value is the pair that each belongs to. A translator cuts a long sentence in two, or makes one of two.
    """
    taken = ({row for row, _ in pairs}, {column for _, column in pairs})
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for pair in pairs:
        for side in (0, 1):
            own, other = vectors[side], vectors[1 - side][pair[1 - side]]
            for beside in (pair[side] - 1, pair[side] + 1):
                if not 0 <= beside < len(own) or beside in taken[side]:
                    continue
                both = own[pair[side]] + own[beside]
                together = float(both @ other) / (127 * float(np.linalg.norm(both)) + 1)
                if together > cosines[pair] + JOINED:
                    taken[side].add(beside)
                    found[(beside, pair[1]) if side == 0 else (pair[0], beside)] = pair
    return found
