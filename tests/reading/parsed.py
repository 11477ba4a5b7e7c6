"""Words written with their tree in, what the encoder would say of them out."""

from collections.abc import Sequence

import numpy as np

from sayso.reading.analyses import Analysis, Name
from sayso.reading.tokens import Tokens
from sayso.records import Predicate

WIDTH = 6
"""Numbers in the vector of a word, half of each layer; the true encoder has 768."""

Parsed = tuple[Tokens, Analysis]


def parsed(
    rows: str,
    *,
    names: Sequence[tuple[int, int, str]] = (),
    predicates: Sequence[Predicate] = (),
    style: str = "en_ewt",
) -> Parsed:
    """One sentence from lines of `form UPOS head relation`; heads count from 0, -1 is the root.

    `names` are (first word, last word + 1, kind). The vector of a word depends on its form alone.
    """
    table = [line.split() for line in rows.strip().splitlines()]
    forms = tuple(row[0] for row in table)
    return (
        Tokens(forms=forms, spaced=(True,) * len(forms), style=style),
        Analysis(
            upos=tuple(row[1] for row in table),
            heads=tuple(int(row[2]) for row in table),
            relations=tuple(row[3] for row in table),
            names=tuple(Name(start=start, end=end, kind=kind, confidence=0.9) for start, end, kind in names),
            predicates=tuple(predicates),
            vector=np.full(384, 384**-0.5, np.float32),
            states=np.array([state(form) for form in forms], np.float32).reshape(-1, WIDTH),
            events=(),
        ),
    )


def state(form: str) -> list[float]:
    """The vector of a word: numbers from -1 to 1 that follow from its letters."""
    total = sum(place * ord(letter) for place, letter in enumerate(form.casefold(), 1))
    return [(total * factor % 200 - 100) / 100 for factor in range(1, WIDTH + 1)]
