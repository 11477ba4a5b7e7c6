"""Passages with names and colons in, who speaks in them out."""

from dataclasses import replace

from sayso.claims.attribution.sayings import find_contents
from sayso.claims.trees import Tree, grow
from sayso.records import Document, Passage
from sayso.vocab.actors import open_roster
from tests.factories import document, mention, reading, sentence
from tests.sources import Nobody, said

ASKED = "Q NOUN 3 dep\n: PUNCT 0 punct\nWho PRON 3 nsubj\nleft VERB -1 root\n? PUNCT 3 punct"
ANSWERED = "KEMP PROPN 3 dep\n: PUNCT 0 punct\nNobody PRON 3 nsubj\nleft VERB -1 root\n. PUNCT 3 punct"
WENT_ON = "All DET 1 nsubj\nstayed VERB -1 root\n. PUNCT 1 punct"
ASKED_AGAIN = "Q NOUN 3 dep\n: PUNCT 0 punct\nWho PRON 3 nsubj\nstayed VERB -1 root\n? PUNCT 3 punct"


def passages(within: Document, *quotes: str, kind: str = "body") -> Document:
    """The same document in passages that begin with the quotes."""
    starts = [within.text.index(quote) for quote in quotes]
    ends = [*starts[1:], len(within.text)]
    made = tuple(
        Passage(start=start, end=end, kind=kind, language="en", garbled=0.0)
        for start, end in zip(starts, ends, strict=True)
    )
    return replace(within, passages=made)


def heard(found: Document, trees: tuple[Tree, ...]) -> list[tuple[int, tuple[int, int] | None]]:
    contents = find_contents(trees, found, parties=Nobody(), roster=open_roster())
    return [(content.sentence, content.source_head) for content in contents]


def test_in_a_transcript_a_label_speaks_until_the_next_one() -> None:
    text = "Q: Who left?\nKEMP: Nobody left. All stayed.\nQ: Who stayed?"
    found = passages(document(text), "Q: Who left", "KEMP", "Q: Who stayed")
    rows = [(ASKED, 0), (ANSWERED, 12), (WENT_ON, 30), (ASKED_AGAIN, 42)]
    trees = grow(reading(found, *(sentence(found, row, start=start) for row, start in rows)))
    assert heard(found, trees) == [(0, (0, 0)), (1, (1, 0)), (2, (1, 0)), (3, (3, 0))]


def test_a_name_before_a_colon_speaks_its_sentence_only() -> None:
    found = passages(document("Kemp: Nobody left. All stayed."), "Kemp")
    rows = ANSWERED.replace("KEMP", "Kemp")
    trees = grow(
        reading(
            found,
            sentence(found, rows, mentions=[mention(found, "Kemp", kind="person")]),
            sentence(found, WENT_ON, start=18),
        )
    )
    assert heard(found, trees) == [(0, (0, 0))]


def test_a_country_before_a_colon_is_a_topic() -> None:
    found = passages(document("Norway: Nobody left."), "Norway")
    rows = ANSWERED.replace("KEMP", "Norway")
    trees = grow(reading(found, sentence(found, rows, mentions=[mention(found, "Norway")])))
    assert heard(found, trees) == []


def test_a_heading_may_end_with_its_source() -> None:
    found = passages(document("Border to close: minister"), "Border", kind="heading")
    rows = "Border NOUN 2 nsubj\nto PART 2 mark\nclose VERB -1 root\n: PUNCT 4 punct\nminister NOUN 2 parataxis"
    trees = grow(reading(found, sentence(found, rows)))
    (content,) = find_contents(trees, found, parties=Nobody(), roster=open_roster())
    assert said(content, trees[0]) == "minister <-> said: Border to close"
