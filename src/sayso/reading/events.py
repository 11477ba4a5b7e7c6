"""Words of the encoder in, those that tell of an event out: what the event head makes of them.

The head looks at the words of a sentence once more. It was trained on reports annotated with claims
(`training/events.py`), and finds events for which no list has a word.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.records import TriggerWord
from sayso.vocab.frames import kinds

LEAST = 0.1
"""Probability below which a word is passed over."""

Floats = NDArray[np.float32]


def event_scores(
    run: Callable[..., Sequence[Any]], words: Floats, *, inputs: Mapping[str, NDArray[np.generic]]
) -> Floats:
    """For each position the probability of no event and of one of each kind (positions, kinds + 1).

    `words` (positions, 768) joins the middle and the last layer, laid out as the `inputs` of the graph of words say;
    `run` is the graph of the head.
    """
    scores: Floats = run(["kinds"], {"words": words, **{name: inputs[name] for name in ("mask", "padded", "flat")}})[0]
    return scores


def trigger_words(scores: Floats, counts: Sequence[int]) -> list[tuple[TriggerWord, ...]]:
    """The words of each sentence, of `counts` words end to end, that are likely events, with their likeliest kind."""
    if not len(scores):
        return [() for _ in counts]
    best = scores[:, 1:].argmax(1) + 1
    sure = scores[np.arange(len(scores)), best]
    return [
        tuple(
            TriggerWord(word=word - start, kind=_names()[best[word] - 1], probability=round(float(sure[word]), 3))
            for word in range(start, start + count)
            if sure[word] >= LEAST
        )
        for start, count in zip(accumulate(counts, initial=0), counts, strict=False)
    ]


@cache
def _names() -> tuple[str, ...]:
    return tuple(kinds())
