"""Names compared by hand."""

import pytest

from benchmarks.metrics.counts import Counts
from benchmarks.metrics.names import NameSpan, name_counts, spans_of_tags

KINDS = ("person", "organisation", "place")


def test_span_and_kind_must_both_be_right() -> None:
    gold = [[(0, 2, "person"), (5, 6, "place"), (8, 10, "organisation")], [(0, 1, "place")]]
    system = [[(0, 2, "person"), (5, 6, "organisation"), (8, 9, "organisation")], [(0, 1, "place"), (3, 4, "place")]]
    counts = name_counts(gold, system, kinds=KINDS)
    assert counts == Counts(correct=2, gold=4, system=5)
    assert counts.f1 == pytest.approx(100 * 4 / 9)


def test_kinds_the_corpus_does_not_mark_are_ignored_on_both_sides() -> None:
    gold = [[(0, 1, "person"), (4, 5, "other")]]
    system = [[(0, 1, "person"), (2, 3, "other")]]
    assert name_counts(gold, system, kinds=KINDS) == Counts(correct=1, gold=1, system=1)


def test_the_same_span_in_another_sentence_is_another_name() -> None:
    assert name_counts([[(0, 1, "place")], []], [[], [(0, 1, "place")]], kinds=KINDS).correct == 0


def test_sides_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="1 sentences"):
        name_counts([[]], [], kinds=KINDS)


@pytest.mark.parametrize(
    ("tags", "spans"),
    [
        ((), ()),
        (("O", "O"), ()),
        (("B-PER", "I-PER", "B-PER"), ((0, 2, "PER"), (2, 3, "PER"))),
        (("B-PER", "I-LOC"), ((0, 1, "PER"), (1, 2, "LOC"))),
        (("B-ORG", "O", "I-ORG"), ((0, 1, "ORG"), (2, 3, "ORG"))),
    ],
)
def test_tags_become_spans(tags: tuple[str, ...], spans: tuple[NameSpan, ...]) -> None:
    assert spans_of_tags(tags) == spans
