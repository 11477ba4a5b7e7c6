"""Trees over running text compared by hand; the French contraction `du` stands for multiword tokens."""

import pytest

from benchmarks.metrics.counts import Counts
from benchmarks.metrics.raw_text import RawDocument, RawScores, RawWord, raw_attachment


def sentence(text: str, *rows: tuple[str, int, str], at: int = 0) -> list[RawWord]:
    """Words found one after the other in `text` from `at`; rows are (form, head, relation).

    A form such as `du>de+le` stands for the words `de` and `le` of the token `du`, taking up two rows' indices:
    both have the head and relation given, the second joined by `+`.
    """
    words = []
    for form, head, relation in rows:
        surface, _, parts = form.partition(">")
        start = text.index(surface, at)
        at = start + len(surface)
        for number, part in enumerate(parts.split("+") if parts else [surface]):
            words.append(
                RawWord(
                    start=start,
                    end=at,
                    form=part,
                    upos="X",
                    head=head if number == 0 else head + number,
                    relation=relation,
                    multiword=bool(parts),
                )
            )
    return words


TEXT = "Il parle du pacte. Non."
GOLD = [
    sentence(
        TEXT, ("Il", 1, "nsubj"), ("parle", -1, "root"), ("du>de+le", 4, "case"), ("pacte", 1, "obl"), (".", 1, "punct")
    ),
    sentence(TEXT, ("Non", -1, "root"), (".", 0, "punct"), at=19),
]


def scores(system: list[list[RawWord]], gold: list[list[RawWord]] = GOLD, text: str = TEXT) -> RawScores:
    return raw_attachment([RawDocument(text=text, gold=gold, system=system)])


def test_identity_is_perfect() -> None:
    found = scores(GOLD)
    assert found.sentences == Counts(correct=2, gold=2, system=2)
    for counts in (found.words, found.upos, found.uas, found.las):
        assert counts == Counts(correct=8, gold=8, system=8)


def test_a_contraction_left_whole_costs_its_words() -> None:
    """`du` as one word matches neither `de` nor `le`; the heads of the others still agree."""
    system = [
        sentence(
            TEXT, ("Il", 1, "nsubj"), ("parle", -1, "root"), ("du", 3, "case"), ("pacte", 1, "obl"), (".", 1, "punct")
        ),
        GOLD[1],
    ]
    found = scores(system)
    assert found.words == Counts(correct=6, gold=8, system=7)
    assert found.las == Counts(correct=6, gold=8, system=7)
    assert found.words.f1 == pytest.approx(80.0)


def test_words_of_a_contraction_match_by_form_in_order() -> None:
    """`de` is found, `la` is not `le`, and `De` would be: case does not matter."""
    system = [
        sentence(
            TEXT,
            ("Il", 1, "nsubj"),
            ("parle", -1, "root"),
            ("du>De+la", 4, "case"),
            ("pacte", 1, "obl"),
            (".", 1, "punct"),
        ),
        GOLD[1],
    ]
    assert scores(system).words == Counts(correct=7, gold=8, system=8)


def test_a_contraction_cut_into_its_letters_can_still_match() -> None:
    """English `I'm`: the gold has one token of two words, the system two tokens; forms agree, so words do."""
    text = "I'm here"
    gold = [sentence(text, ("I'm>I+'m", 2, "x"), ("here", -1, "root"))]
    system = [sentence(text, ("I", 2, "x"), ("'m", 3, "x"), ("here", -1, "root"))]
    found = scores(system, gold, text)
    assert found.words == Counts(correct=3, gold=3, system=3)
    assert found.uas == Counts(correct=2, gold=3, system=3)


def test_a_word_cut_in_two_is_wrong_and_so_is_what_hangs_on_it() -> None:
    text = "Anti-war marches"
    gold = [sentence(text, ("Anti-war", 1, "amod"), ("marches", -1, "root"))]
    system = [sentence(text, ("Anti", 1, "amod"), ("-war", -1, "root"), ("marches", 1, "dep"))]
    found = scores(system, gold, text)
    assert found.words == Counts(correct=1, gold=2, system=3)
    assert found.uas == Counts(correct=0, gold=2, system=3)


def test_white_space_inside_or_around_words_does_not_count() -> None:
    text = "10 000 tonnes"
    gold = [[*sentence(text, ("10 000", 1, "nummod"), ("tonnes", -1, "root"))]]
    padded = [
        [
            RawWord(start=0, end=7, form="10 000 ", upos="X", head=1, relation="nummod"),
            RawWord(start=7, end=13, form="tonnes", upos="X", head=-1, relation="root"),
        ]
    ]
    assert scores(padded, gold, text).las == Counts(correct=2, gold=2, system=2)


def test_sentences_run_together_lose_both() -> None:
    joined = [[*GOLD[0], *sentence(TEXT, ("Non", 1, "parataxis"), (".", 7, "punct"), at=19)]]
    found = scores(joined)
    assert found.sentences == Counts(correct=0, gold=2, system=1)
    assert found.words.correct == 8
    # The last full stop hangs on `pacte` (word 7 would be itself), `Non` on `parle`: both heads are wrong.
    assert found.uas == Counts(correct=6, gold=8, system=8)


def test_heads_are_those_of_the_sentence_not_of_the_document() -> None:
    found = scores([GOLD[0], sentence(TEXT, ("Non", 1, "root"), (".", -1, "punct"), at=19)])
    assert found.uas == Counts(correct=6, gold=8, system=8)


def test_a_document_left_unread_costs_recall_alone() -> None:
    found = scores([])
    assert found.words == Counts(correct=0, gold=8, system=0)
    assert raw_attachment([]).las == Counts(correct=0, gold=0, system=0)
