"""A sentence with a contraction in; its text and the way back to its words out."""

from dataclasses import replace

from sayso.claims.numbers.surface import surface
from sayso.claims.trees import grow
from sayso.records import Word
from tests.factories import document, reading, sentence

ROWS = """
Il PRON 1 nsubj
parle VERB -1 root
du ADP 3 case
pays NOUN 1 obl
"""


def test_the_parts_of_a_contraction_are_written_once() -> None:
    report = document("Il parle  du pays")
    made = sentence(report, ROWS)
    du = made.words[2]
    parts = (replace(du, form="de"), replace(du, form="le"))
    words: tuple[Word, ...] = (*made.words[:2], *parts, made.words[3])
    (tree,) = grow(reading(report, replace(made, words=words)))
    line = surface(tree)
    assert line.text == "Il parle du pays"
    assert line.range(9, 11) == (2, 4)
    assert line.range(9, 16) == (2, 5)
    assert line.range(0, 1) == (0, 1)
