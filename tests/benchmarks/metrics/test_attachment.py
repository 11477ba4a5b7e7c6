"""Trees compared by hand."""

import pytest

from benchmarks.metrics.attachment import Attachment, Parse, attachment

GOLD = Parse(upos=("PROPN", "VERB", "NOUN", "PUNCT"), heads=(1, -1, 1, 1), relations=("nsubj", "root", "obj", "punct"))


def test_identity_is_perfect() -> None:
    assert attachment([GOLD], [GOLD]) == Attachment(upos=100.0, uas=100.0, las=100.0, words=4)


def test_each_kind_of_error_lowers_its_own_figure() -> None:
    system = Parse(
        upos=("NOUN", "VERB", "NOUN", "PUNCT"), heads=(1, -1, 1, 2), relations=("nsubj", "root", "iobj", "punct")
    )
    assert attachment([GOLD], [system]) == Attachment(upos=75.0, uas=75.0, las=50.0, words=4)


def test_subtypes_do_not_matter_on_either_side() -> None:
    gold = Parse(upos=("PRON", "VERB"), heads=(1, -1), relations=("nsubj:pass", "root"))
    system = Parse(upos=("PRON", "VERB"), heads=(1, -1), relations=("nsubj:outer", "root"))
    assert attachment([gold], [system]).las == 100.0


def test_words_weigh_alike_across_sentences() -> None:
    short = Parse(upos=("INTJ",), heads=(-1,), relations=("root",))
    wrong = Parse(upos=("X",), heads=(-1,), relations=("root",))
    assert attachment([GOLD, short], [GOLD, wrong]).upos == 80.0


def test_an_empty_corpus_scores_nothing() -> None:
    assert attachment([], []) == Attachment(upos=0.0, uas=0.0, las=0.0, words=0)


def test_sides_of_different_length_are_refused() -> None:
    with pytest.raises(ValueError, match="sentence 0"):
        attachment([GOLD], [Parse(upos=("X",), heads=(-1,), relations=("root",))])
    with pytest.raises(ValueError):
        attachment([GOLD], [])
