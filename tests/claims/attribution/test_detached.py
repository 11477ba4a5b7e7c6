"""Trees as the reader makes them in, the speakers out of forms in which no content hangs on the verb of saying."""

from dataclasses import replace

import pytest

from sayso.claims.attribution.sayings import find_contents
from sayso.claims.trees import grow
from sayso.vocab.actors import open_roster
from tests.factories import document, reading, sentence
from tests.sources import Nobody, said

COMPARED = """
The DET 1 det
sanctions NOUN 2 nsubj
take VERB -1 root
effect NOUN 2 obj
on ADP 5 case
Monday PROPN 2 obl
, PUNCT 10 punct
as SCONJ 10 mark
the DET 9 det
council NOUN 10 nsubj
said VERB 2 advcl
on ADP 12 case
Friday PROPN 10 obl
. PUNCT 2 punct
"""
SO = """
Die DET 1 det
Sanktionen NOUN 2 nsubj
treten VERB -1 root
in ADP 4 case
Kraft NOUN 2 obl
, PUNCT 8 punct
so ADV 8 advmod
der DET 8 det
Rat NOUN 2 parataxis
. PUNCT 2 punct
"""
PARTITIVE = """
Vingt NUM 1 nummod
personnes NOUN 3 nsubj:pass
sont AUX 3 aux:pass
mortes VERB -1 root
, PUNCT 3 punct
ont AUX 6 aux
indiqué VERB 3 parataxis
des DET 8 det
témoins NOUN 6 obl
. PUNCT 3 punct
"""
PREDICATE = """
El DET 1 det
presidente NOUN 2 nsubj
calificó VERB -1 root
la DET 4 det
decisión NOUN 2 obj
de ADP 6 case
definitiva ADJ 4 nmod
. PUNCT 2 punct
"""
TOLD_A_PAPER = """
« PUNCT 3 punct
Nous PRON 3 nsubj
avons AUX 3 aux
perdu VERB 8 ccomp
la DET 5 det
ville NOUN 3 obj
» PUNCT 3 punct
, PUNCT 3 punct
raconte VERB -1 root
à ADP 11 case
notre DET 11 det
journal NOUN 8 obl
Pierre PROPN 11 appos
Durand PROPN 12 flat
, PUNCT 16 punct
un DET 16 det
habitant NOUN 11 appos
. PUNCT 8 punct
"""
WHENCE = """
Drei NUM 1 nummod
Menschen NOUN 3 nsubj:pass
wurden AUX 3 aux:pass
festgenommen VERB -1 root
, PUNCT 5 punct
hieß VERB 3 parataxis
es PRON 5 nsubj
aus ADP 9 case
dem DET 9 det
Innenministerium NOUN 5 obl
. PUNCT 3 punct
"""
LIGHT_NOUN = """
L' DET 1 det
armée NOUN 3 nsubj
a AUX 3 aux
fait VERB -1 root
état NOUN 3 obj
de ADP 7 case
vingt NUM 7 nummod
morts NOUN 4 nmod
. PUNCT 3 punct
"""
TORN = """
SEOUL PROPN 9 parataxis
-- PUNCT 3 punct
Pyongyang PROPN 3 nsubj
fired VERB 0 parataxis
a DET 5 det
missile NOUN 3 obj
, PUNCT 3 punct
the DET 8 det
navy NOUN 9 nsubj
said VERB -1 root
, PUNCT 14 punct
in ADP 14 case
its PRON 14 nmod:poss
third ADJ 14 amod
launch NOUN 9 obl
. PUNCT 9 punct
"""


@pytest.mark.parametrize(
    ("rows", "language", "text", "expected"),
    [
        (
            COMPARED,
            "en",
            "The sanctions take effect on Monday, as the council said on Friday.",
            ["the council <said> said: The sanctions take effect on Monday"],
        ),
        (
            SO,
            "de",
            "Die Sanktionen treten in Kraft, so der Rat.",
            ["der Rat <so> said: Die Sanktionen treten in Kraft"],
        ),
        (
            PARTITIVE,
            "fr",
            "Vingt personnes sont mortes, ont indiqué des témoins.",
            ["des témoins <indiqué> said: Vingt personnes sont mortes"],
        ),
        (
            PREDICATE,
            "es",
            "El presidente calificó la decisión de definitiva.",
            ["El presidente <calificó> said: la decisión de definitiva"],
        ),
        (
            TOLD_A_PAPER,
            "fr",
            "« Nous avons perdu la ville », raconte à notre journal Pierre Durand, un habitant.",
            ["Pierre Durand <raconte> said: Nous avons perdu la ville"],
        ),
        (
            WHENCE,
            "de",
            "Drei Menschen wurden festgenommen, hieß es aus dem Innenministerium.",
            ["dem Innenministerium <hieß> said: Drei Menschen wurden festgenommen"],
        ),
        (
            LIGHT_NOUN,
            "fr",
            "L'armée a fait état de vingt morts.",
            ["L' armée <fait état> said: de vingt morts"],
        ),
        (
            TORN,
            "en",
            "SEOUL -- Pyongyang fired a missile, the navy said, in its third launch.",
            ["the navy <said> said: SEOUL Pyongyang fired a missile"],
        ),
    ],
)
def test_the_one_who_speaks_is_found(rows: str, language: str, text: str, expected: list[str]) -> None:
    of = replace(document(text), language=language)
    trees = grow(reading(of, sentence(of, rows)))
    contents = find_contents(trees, of, parties=Nobody(), roster=open_roster())
    assert [said(content, trees[0]) for content in contents] == expected
