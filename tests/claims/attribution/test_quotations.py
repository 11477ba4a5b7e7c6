"""Sentences in their words in, the quotations among them and who speaks in them out."""

from dataclasses import replace

import pytest

from sayso.claims.attribution.quotations import quotations
from sayso.claims.attribution.sayings import find_contents
from sayso.claims.trees import Tree, grow
from sayso.records import Document, Passage
from sayso.vocab.actors import open_roster
from tests.factories import document, reading, sentence
from tests.sources import Nobody, said


def of(text: str, *rows: str, paragraphs: bool = False) -> tuple[Document, tuple[Tree, ...]]:
    """A text with the rows of its sentences; each is a paragraph of its own on request."""
    found = document(text)
    sentences, at = [], 0
    for each in rows:
        made = sentence(found, each, start=at)
        at = made.span.end
        sentences.append(made)
    if paragraphs:
        passages = tuple(
            Passage(start=each.span.start, end=each.span.end, kind="body", language="en", garbled=0.0)
            for each in sentences
        )
        found = replace(found, passages=passages)
    return found, grow(reading(found, *sentences))


def quoted(found: Document, trees: tuple[Tree, ...]) -> list[list[str]]:
    return [
        [" ".join(word.form for word in trees[at].words[first:end]) for at, first, end in quotation.pieces]
        for quotation in quotations(trees, found)
    ]


def heard(found: Document, trees: tuple[Tree, ...]) -> list[str]:
    return [
        said(content, trees[content.sentence])
        for content in find_contents(trees, found, parties=Nobody(), roster=open_roster())
    ]


PLAIN = """
" PUNCT 2 punct
We PRON 2 nsubj
won VERB -1 root
, PUNCT 2 punct
" PUNCT 2 punct
he PRON 6 nsubj
said VERB 2 parataxis
. PUNCT 2 punct
"""
ENDS = """
We PRON 1 nsubj
won VERB -1 root
, PUNCT 1 punct
" PUNCT 1 punct
Mora PROPN 5 nsubj
said VERB 1 parataxis
. PUNCT 1 punct
"""
OPENS = '" PUNCT 2 punct\nWe PRON 2 nsubj\nlost VERB -1 root\nships NOUN 2 obj\n. PUNCT 2 punct'
CLOSES = 'Men NOUN 1 nsubj\ndied VERB -1 root\nthere ADV 1 advmod\n. PUNCT 1 punct\n" PUNCT 1 punct'
LATER = '" PUNCT 2 punct\nThey PRON 2 nsubj\nleft VERB -1 root\nearly ADV 2 advmod\n. PUNCT 2 punct\n" PUNCT 2 punct'
NARRATED = "Ships NOUN 1 nsubj\nsailed VERB -1 root\n. PUNCT 1 punct"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [("“", "”"), ("«", "»"), ("„", "“"), ("„", "”"), ("»", "«"), ("「", "」"), ('"', '"'), ("‘", "’")],
)
def test_marks_of_every_kind_are_paired(opening: str, closing: str) -> None:
    rows = f"{opening} PUNCT 2 punct\nWe PRON 2 nsubj\nwon VERB -1 root\n{closing} PUNCT 2 punct"
    assert quoted(*of(f"{opening}We won{closing}", rows)) == [["We won"]]


def test_an_apostrophe_opens_nothing() -> None:
    rows = "The DET 1 det\nrivals NOUN 3 nmod:poss\n' PART 1 case\nleaders NOUN -1 root\n' PUNCT 3 punct"
    assert quoted(*of("The rivals' leaders '", rows)) == []


def test_a_quotation_runs_over_sentences_to_its_closing_mark() -> None:
    assert quoted(*of('"We lost ships. Men died there."', OPENS, CLOSES)) == [["We lost ships .", "Men died there ."]]


def test_a_lost_closing_mark_ends_the_quotation_with_its_sentence() -> None:
    assert quoted(*of('"We lost ships. Ships sailed.', OPENS, NARRATED)) == [["We lost ships ."]]


def test_a_paragraph_that_opens_again_goes_on() -> None:
    found, trees = of('"We lost ships.\n"They left early."', OPENS, LATER, paragraphs=True)
    assert [quotation.goes_on for quotation in quotations(trees, found)] == [False, True]


def test_a_quotation_belongs_to_the_verb_beside_it_and_the_next_to_the_same_speaker() -> None:
    found, trees = of('"We won," he said. "They left early." Ships sailed.', PLAIN, LATER, NARRATED)
    contents = find_contents(trees, found, parties=Nobody(), roster=open_roster())
    assert [(content.sentence, content.source_head, content.cue) for content in contents] == [
        (0, (0, 5), (0, 6, 7)),
        (1, (0, 5), None),
    ]


def test_a_verb_behind_the_last_sentence_speaks_for_all_of_the_quotation() -> None:
    found, trees = of('"We lost ships. We won," Mora said.', OPENS, ENDS)
    contents = find_contents(trees, found, parties=Nobody(), roster=open_roster())
    assert [(content.sentence, content.source_head, content.cue) for content in contents] == [
        (0, (1, 4), (1, 5, 6)),
        (1, (1, 4), (1, 5, 6)),
    ]


def test_a_name_after_a_dash_signs_a_quotation() -> None:
    rows = (
        "“ PUNCT 2 punct\nWe PRON 2 nsubj\nlost VERB -1 root\nships NOUN 2 obj\n” PUNCT 2 punct\n"
        "— PUNCT 6 punct\nMora PROPN 2 parataxis"
    )
    found, trees = of("“We lost ships” — Mora", rows)
    assert heard(found, trees) == ["Mora <-> said: We lost ships"]


def test_a_name_held_at_arms_length_is_nobodys_speech() -> None:
    found, trees = of("“Alliance”.", "“ PUNCT 1 punct\nAlliance NOUN -1 root\n” PUNCT 1 punct\n. PUNCT 1 punct")
    assert heard(found, trees) == []
