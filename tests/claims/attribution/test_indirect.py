"""Trees as the reader makes them of German in, the speakers and the forms of another's word that it has out."""

from dataclasses import replace

import pytest

from sayso.claims.attribution.sayings import Content, find_contents
from sayso.claims.trees import Tree, grow
from sayso.records import Sentence
from sayso.vocab.actors import open_roster
from tests.factories import document, reading, sentence
from tests.sources import Nobody, said

THIS = """
Durch ADP 2 case
den DET 2 det
Kanal NOUN 3 obl
fahren VERB -1 root
keine DET 5 det
Tanker NOUN 3 obj
mehr ADV 3 advmod
, PUNCT 9 punct
das PRON 9 nsubj
zeigen VERB 3 parataxis
Daten NOUN 9 nsubj
der DET 12 det
Hafenbehörde NOUN 10 nmod
. PUNCT 3 punct
"""
WHENCE_THIS = """
Durch ADP 2 case
den DET 2 det
Kanal NOUN 3 obl
fahren VERB -1 root
keine DET 5 det
Tanker NOUN 3 obj
mehr ADV 3 advmod
, PUNCT 9 punct
das PRON 9 nsubj
geht VERB 3 conj
aus ADP 12 case
einem DET 12 det
Bericht NOUN 9 obl
der DET 14 det
Hafenbehörde NOUN 12 nmod
hervor ADP 9 compound:prt
. PUNCT 3 punct
"""
WHENCE = """
Aus ADP 2 case
einem DET 2 det
Bericht NOUN 5 obl
der DET 4 det
Hafenbehörde NOUN 2 nmod
geht VERB -1 root
hervor ADV 5 compound:prt
, PUNCT 12 punct
dass SCONJ 12 mark
keine DET 10 det
Tanker NOUN 12 obj
mehr ADV 12 advmod
fahren VERB 5 ccomp
. PUNCT 5 punct
"""
OWN = """
Nach ADP 2 case
eigenen ADJ 2 amod
Angaben NOUN 8 obl
hat AUX 8 aux
die DET 5 det
Miliz NOUN 8 nsubj
zwei NUM 7 nummod
Dörfer NOUN 8 obj
besetzt VERB -1 root
. PUNCT 8 punct
"""
SO_ON = """
„ PUNCT 6 punct
Wir PRON 6 nsubj
werden AUX 6 aux
die DET 4 det
Häfen NOUN 6 obj
nicht PART 6 advmod
öffnen VERB -1 root
“ PUNCT 6 punct
, PUNCT 12 punct
so ADV 12 advmod
der DET 11 det
Sprecher NOUN 12 nsubj
weiter VERB 6 conj
. PUNCT 6 punct
"""
CALLED = """
Der DET 1 det
Präsident NOUN 2 nsubj
nannte VERB -1 root
das DET 4 det
Urteil NOUN 2 obj
einen DET 6 det
Skandal NOUN 2 obj
. PUNCT 2 punct
"""
REPUTED = """
Vier NUM 1 nummod
Schiffe NOUN 3 nsubj:pass
sollen AUX 3 aux
beschlagnahmt VERB -1 root
worden AUX 3 aux:pass
sein AUX 3 aux
. PUNCT 3 punct
"""
REPORTED = """
Die DET 1 det
Hamas PROPN 2 nsubj
warf VERB -1 root
den DET 4 det
Behörden NOUN 2 obj
vor ADP 2 compound:prt
, PUNCT 10 punct
es PRON 10 nsubj
habe AUX 10 aux
Verstöße NOUN 10 obj
gegeben VERB 2 parataxis
. PUNCT 2 punct
"""
COMPARED = """
Oslo PROPN 1 nsubj
liefert VERB -1 root
weitere ADJ 3 amod
Panzer NOUN 1 obj
, PUNCT 10 punct
wie SCONJ 7 mark
eine DET 7 det
Sprecherin NOUN 10 nsubj
des DET 9 det
Ministeriums NOUN 7 nmod
sagte VERB 3 acl
. PUNCT 1 punct
"""
POINTS = """
Vier NUM 1 nummod
Schiffe NOUN 3 nsubj:pass
wurden AUX 3 aux:pass
beschlagnahmt VERB -1 root
. PUNCT 3 punct

Dies DET 3 det
bestätigte VERB -1 root
ein DET 3 det
Sprecher NOUN 1 nsubj
der DET 5 det
Regierung NOUN 3 nmod
. PUNCT 1 punct
"""
GOES_ON = """
Die DET 1 det
Regierung NOUN 2 nsubj
erklärte VERB -1 root
, PUNCT 6 punct
die DET 5 det
Lage NOUN 6 nsubj
sei VERB 2 ccomp
. PUNCT 2 punct

Der DET 1 det
Kapitän NOUN 3 nsubj
werde AUX 3 aux
warten VERB -1 root
. PUNCT 3 punct
"""


def told(rows: str, text: str) -> tuple[list[Tree], tuple[Content, ...]]:
    """The trees of a German text of one or more sentences, and its contents."""
    of = replace(document(text), language="de")
    read: list[Sentence] = []
    for block in rows.strip().split("\n\n"):
        read.append(sentence(of, block, start=read[-1].span.end if read else 0))
    trees = list(grow(reading(of, *read)))
    return trees, find_contents(trees, of, parties=Nobody(), roster=open_roster())


@pytest.mark.parametrize(
    ("rows", "text", "expected"),
    [
        (
            THIS,
            "Durch den Kanal fahren keine Tanker mehr, das zeigen Daten der Hafenbehörde.",
            ["Daten der Hafenbehörde <zeigen> reported: Durch den Kanal fahren keine Tanker mehr"],
        ),
        (
            WHENCE_THIS,
            "Durch den Kanal fahren keine Tanker mehr, das geht aus einem Bericht der Hafenbehörde hervor.",
            ["einem Bericht der Hafenbehörde <geht> said: Durch den Kanal fahren keine Tanker mehr"],
        ),
        (
            WHENCE,
            "Aus einem Bericht der Hafenbehörde geht hervor, dass keine Tanker mehr fahren.",
            ["einem Bericht der Hafenbehörde <geht> said: dass keine Tanker mehr fahren"],
        ),
        (
            OWN,
            "Nach eigenen Angaben hat die Miliz zwei Dörfer besetzt.",
            ["die Miliz <Nach> said: hat die Miliz zwei Dörfer besetzt"],
        ),
        (
            SO_ON,
            "„Wir werden die Häfen nicht öffnen“, so der Sprecher weiter.",
            ["der Sprecher <so> said: Wir werden die Häfen nicht öffnen"],
        ),
        (
            CALLED,
            "Der Präsident nannte das Urteil einen Skandal.",
            ["Der Präsident <nannte> said: das Urteil einen Skandal"],
        ),
        (
            REPUTED,
            "Vier Schiffe sollen beschlagnahmt worden sein.",
            ["- <sollen> hearsay unstated: Vier Schiffe [sollen] beschlagnahmt worden sein"],
        ),
        (
            REPORTED,
            "Die Hamas warf den Behörden vor, es habe Verstöße gegeben.",
            ["Die Hamas <warf> said: es habe Verstöße gegeben"],
        ),
        (
            COMPARED,
            "Oslo liefert weitere Panzer, wie eine Sprecherin des Ministeriums sagte.",
            ["eine Sprecherin des Ministeriums <sagte> said: Oslo liefert weitere Panzer"],
        ),
    ],
)
def test_who_speaks_is_found(rows: str, text: str, expected: list[str]) -> None:
    trees, contents = told(rows, text)
    assert [said(content, trees[content.sentence]) for content in contents] == expected


@pytest.mark.parametrize(
    ("rows", "text", "expected"),
    [
        pytest.param(
            POINTS,
            "Vier Schiffe wurden beschlagnahmt. Dies bestätigte ein Sprecher der Regierung.",
            (0, (1, 0, 6)),
            id="the next sentence says who said so",
        ),
        pytest.param(
            GOES_ON,
            "Die Regierung erklärte, die Lage sei. Der Kapitän werde warten.",
            (1, (0, 0, 2)),
            id="the verb goes on reporting who spoke before",
        ),
    ],
)
def test_a_sentence_may_be_said_by_whom_another_names(
    rows: str, text: str, expected: tuple[int, tuple[int, int, int]]
) -> None:
    _, contents = told(rows, text)
    assert expected in [(content.sentence, content.source) for content in contents]
