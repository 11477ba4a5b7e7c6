"""Scores of the event head in, the words that tell of events out."""

import numpy as np

from sayso.reading.events import LEAST, event_scores, trigger_words
from sayso.records import TriggerWord
from sayso.vocab.frames import kinds

NAMES = [*kinds()]


def scores(*rows: dict[str, float]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """The probabilities of the kinds named, word by word, and of no event."""
    table = np.zeros((len(rows), len(NAMES) + 1), np.float32)
    for row, given in zip(table, rows, strict=True):
        for name, sure in given.items():
            row[NAMES.index(name) + 1] = sure
        row[0] = 1 - row.sum()
    return table


def test_a_word_is_told_with_its_likeliest_kind_within_its_sentence() -> None:
    told = scores({}, {"fight": 0.5, "coerce": 0.3}, {}, {"agree": 0.25})
    assert trigger_words(told, [2, 0, 2]) == [
        (TriggerWord(word=1, kind="fight", probability=0.5),),
        (),
        (TriggerWord(word=1, kind="agree", probability=0.25),),
    ]


def test_what_is_too_unlikely_is_passed_over_even_where_no_event_is_likelier_still() -> None:
    (found,) = trigger_words(scores({"meet": LEAST - 0.01}, {"meet": LEAST + 0.01}), [2])
    assert [each.word for each in found] == [1]


def test_no_words_have_no_events() -> None:
    assert trigger_words(np.zeros((0, len(NAMES) + 1), np.float32), [0, 0]) == [(), ()]


def test_the_graph_is_told_of_the_layout_and_of_nothing_else() -> None:
    layout = {name: np.zeros(1, np.int64) for name in ("mask", "padded", "flat")}

    def run(wanted: list[str], feed: dict[str, object]) -> list[np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
        assert wanted == ["kinds"]
        assert set(feed) == {"words", *layout}
        return [np.ones((1, 2), np.float32)]

    found = event_scores(run, np.zeros((1, 4), np.float32), inputs={**layout, "shares": np.zeros(1)})
    assert found.tolist() == [[1, 1]]
