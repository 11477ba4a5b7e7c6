"""Trees written by hand in; which words belong to which source, by which cue, out."""

from pathlib import Path

import pytest

from sayso.claims.attribution.sayings import Content, find_contents, holders
from sayso.claims.trees import Tree, grow
from sayso.vocab.actors import open_roster
from tests.factories import document, predicate, reading, sentence
from tests.sources import Named, Nobody, at, said

REPORTED = """
Seoul PROPN 1 nsubj
said VERB -1 root
that SCONJ 5 mark
Pyongyang PROPN 5 nsubj
had AUX 5 aux
fired VERB 1 ccomp
missiles NOUN 5 obj
. PUNCT 1 punct
"""
TRAILING = """
The DET 1 det
frigate NOUN 3 nsubj
is AUX 3 cop
late ADJ 8 ccomp
, PUNCT 3 punct
local ADJ 6 amod
media NOUN 8 nsubj
have AUX 8 aux
reported VERB -1 root
. PUNCT 8 punct
"""
BESIDE = """
Moscow PROPN 6 nsubj
, PUNCT 3 punct
he PRON 3 nsubj
wrote VERB 6 parataxis
, PUNCT 3 punct
is AUX 6 aux
waiting VERB -1 root
. PUNCT 6 punct
"""
CALLED_ON = """
Berlin PROPN 1 nsubj
called VERB -1 root
on ADP 3 case
Minsk PROPN 1 obl
to PART 5 mark
free VERB 1 xcomp
prisoners NOUN 5 obj
. PUNCT 1 punct
"""
ACCUSED = """
Kyiv PROPN 1 nsubj
accused VERB -1 root
Moscow PROPN 1 obj
of SCONJ 4 mark
shelling VERB 1 advcl
Kharkiv PROPN 4 obj
. PUNCT 1 punct
"""
FEARED = """
Warsaw PROPN 1 nsubj
fears VERB -1 root
that SCONJ 4 mark
Minsk PROPN 4 nsubj
attacks VERB 1 ccomp
. PUNCT 1 punct
"""
DENIED = """
Beijing PROPN 1 nsubj
denied VERB -1 root
meddling NOUN 1 obj
. PUNCT 1 punct
"""
DISBELIEVED = """
Tokyo PROPN 3 nsubj
does AUX 3 aux
not PART 3 advmod
believe VERB -1 root
that SCONJ 6 mark
Pyongyang PROPN 6 nsubj
disarmed VERB 3 ccomp
. PUNCT 3 punct
"""
UNSAID = """
Rome PROPN 3 nsubj
did AUX 3 aux
not PART 3 advmod
say VERB -1 root
whether SCONJ 6 mark
ships NOUN 6 nsubj
sailed VERB 3 ccomp
. PUNCT 3 punct
"""
CONDITION = """
Experts NOUN 1 nsubj
say VERB -1 root
if SCONJ 4 mark
Beijing PROPN 4 nsubj
waits VERB 6 advcl
prices NOUN 6 nsubj
fall VERB 1 ccomp
. PUNCT 1 punct
"""
REPUTED = """
It PRON 2 nsubj:pass
is AUX 2 aux:pass
said VERB -1 root
to PART 5 mark
have AUX 5 aux
reached VERB 2 xcomp
Kyiv PROPN 5 obj
. PUNCT 2 punct
"""
EMERGED = """
It PRON 1 expl
emerged VERB -1 root
that SCONJ 5 mark
Oslo PROPN 5 nsubj
had AUX 5 aux
paid VERB 1 csubj
. PUNCT 1 punct
"""
NOUN = """
Tehran PROPN 2 nmod:poss
's PART 0 case
claim NOUN 6 nsubj
that SCONJ 5 mark
Baku PROPN 5 nsubj
attacked VERB 2 acl
failed VERB -1 root
. PUNCT 6 punct
"""
SKEPTICISM = """
There PRON 1 expl
is VERB -1 root
skepticism NOUN 1 nsubj
that SCONJ 5 mark
Pyongyang PROPN 5 nsubj
disarms VERB 2 acl
. PUNCT 1 punct
"""
HOPEFUL = """
Bolivians PROPN 1 nsubj
watched VERB -1 root
, PUNCT 3 punct
hopeful ADJ 1 advcl
that SCONJ 6 mark
judges NOUN 6 nsubj
agree VERB 3 ccomp
. PUNCT 1 punct
"""
ACCORDING = """
Commissioning NOUN 2 nsubj:pass
was AUX 2 aux:pass
postponed VERB -1 root
, PUNCT 6 punct
according VERB 6 case
to ADP 4 fixed
sailors NOUN 2 obl
. PUNCT 2 punct
"""
VIDEO = """
The DET 1 det
video NOUN 2 nsubj
shows VERB -1 root
tanks NOUN 2 obj
. PUNCT 2 punct
"""
GUARD = """
Guards NOUN 1 nsubj
showed VERB -1 root
passports NOUN 1 obj
. PUNCT 1 punct
"""
RELATIVE = """
Officials NOUN 4 nsubj
who PRON 2 nsubj
announced VERB 0 acl:relcl
cuts NOUN 2 obj
resigned VERB -1 root
. PUNCT 4 punct
"""
SHARED = """
Ankara PROPN 1 nsubj
objected VERB -1 root
to ADP 3 case
sanctions NOUN 1 obl
and CCONJ 5 cc
warned VERB 1 conj
that SCONJ 8 mark
trade NOUN 8 nsubj
suffers VERB 5 ccomp
. PUNCT 1 punct
"""
CONDEMNED = """
Moscow PROPN 1 nsubj
condemned VERB -1 root
the DET 3 det
strike NOUN 1 obj
. PUNCT 1 punct
"""
PARALLEL = """
Athens PROPN 2 nsubj
has AUX 2 aux
insisted VERB -1 root
that SCONJ 5 mark
names NOUN 5 nsubj
matter VERB 2 ccomp
and CCONJ 8 cc
has AUX 8 aux
objected VERB 5 conj
to ADP 10 case
bids NOUN 8 obl
. PUNCT 2 punct
"""
MISREAD = """
Tariffs NOUN 1 nsubj
hit VERB -1 root
farms NOUN 1 obj
, PUNCT 5 punct
foreign ADJ 5 amod
experts NOUN 2 conj
have AUX 7 aux
said VERB 1 parataxis
. PUNCT 1 punct
"""
ASKED = """
Asked VERB 8 advcl
about ADP 2 case
troops NOUN 0 obl
, PUNCT 0 punct
the DET 5 det
minister NOUN 8 nsubj
quietly ADV 8 advmod
just ADV 8 advmod
left VERB -1 root
. PUNCT 8 punct
"""


def contents_of(rows: str, text: str) -> tuple[tuple[Content, ...], Tree]:
    of = document(text)
    trees = grow(reading(of, sentence(of, rows)))
    return find_contents(trees, of, parties=Nobody(), roster=open_roster()), trees[0]


@pytest.mark.parametrize(
    ("rows", "text", "expected"),
    [
        (
            REPORTED,
            "Seoul said that Pyongyang had fired missiles.",
            ["Seoul <said> said: that Pyongyang had fired missiles"],
        ),
        (
            TRAILING,
            "The frigate is late, local media have reported.",
            ["local media <reported> reported: The frigate is late"],
        ),
        (BESIDE, "Moscow, he wrote, is waiting.", ["he <wrote> said: Moscow [, he wrote] is waiting"]),
        (
            CALLED_ON,
            "Berlin called on Minsk to free prisoners.",
            ["Berlin <called on> said wanted unstated: to free prisoners"],
        ),
        (ACCUSED, "Kyiv accused Moscow of shelling Kharkiv.", ["Kyiv <accused> said: of shelling Kharkiv"]),
        (
            FEARED,
            "Warsaw fears that Minsk attacks.",
            ["Warsaw <fears> believed feared unstated: that Minsk attacks"],
        ),
        (DENIED, "Beijing denied meddling.", ["Beijing <denied> said not: meddling"]),
        (
            DISBELIEVED,
            "Tokyo does not believe that Pyongyang disarmed.",
            ["Tokyo <believe> believed not: that Pyongyang disarmed"],
        ),
        (
            UNSAID,
            "Rome did not say whether ships sailed.",
            ["Rome <say> said possible unstated: whether ships sailed"],
        ),
        (
            CONDITION,
            "Experts say if Beijing waits prices fall.",
            ["Experts <say> said: if Beijing waits prices fall"],
        ),
        (REPUTED, "It is said to have reached Kyiv.", ["- <said> hearsay unstated: It [is said] to have reached Kyiv"]),
        (EMERGED, "It emerged that Oslo had paid.", ["- <emerged> hearsay unstated: that Oslo had paid"]),
        (NOUN, "Tehran's claim that Baku attacked failed.", ["Tehran <claim> said: that Baku attacked"]),
        (
            SKEPTICISM,
            "There is skepticism that Pyongyang disarms.",
            ["- <skepticism> believed probable not: that Pyongyang disarms"],
        ),
        (
            HOPEFUL,
            "Bolivians watched, hopeful that judges agree.",
            ["Bolivians <hopeful> believed wanted unstated: that judges agree"],
        ),
        (
            ACCORDING,
            "Commissioning was postponed, according to sailors.",
            ["sailors <according to> said: Commissioning was postponed"],
        ),
        (VIDEO, "The video shows tanks.", ["The video <shows> shown: tanks"]),
        (GUARD, "Guards showed passports.", []),
        (RELATIVE, "Officials who announced cuts resigned.", ["Officials <announced> said: cuts"]),
        (
            SHARED,
            "Ankara objected to sanctions and warned that trade suffers.",
            [
                "Ankara <objected> said wanted unstated not: to sanctions",
                "Ankara <warned> said feared unstated: that trade suffers",
            ],
        ),
        (
            PARALLEL,
            "Athens has insisted that names matter and has objected to bids.",
            [
                "Athens <insisted> said: that names matter",
                "Athens <objected> said wanted unstated not: to bids",
            ],
        ),
        (
            MISREAD,
            "Tariffs hit farms, foreign experts have said.",
            ["foreign experts <said> said: Tariffs hit farms"],
        ),
        (ASKED, "Asked about troops, the minister quietly just left.", []),
    ],
)
def test_a_cue_gives_its_content_to_its_source(rows: str, text: str, expected: list[str]) -> None:
    contents, tree = contents_of(rows, text)
    assert [said(content, tree) for content in contents] == expected


def test_what_is_only_judged_belongs_to_nobody() -> None:
    contents, tree = contents_of(CONDEMNED, "Moscow condemned the strike.")
    assert [(said(content, tree), content.is_factive) for content in contents] == [
        ("Moscow <condemned> said: the strike", True)
    ]
    assert holders(contents, 0, word=3) == ()


NESTED = """
Seoul PROPN 1 nsubj
says VERB -1 root
Beijing PROPN 3 nsubj
told VERB 1 ccomp
Moscow PROPN 3 obj
that SCONJ 7 mark
ships NOUN 7 nsubj
sailed VERB 3 ccomp
. PUNCT 1 punct
"""


def test_holders_come_outermost_first_and_gaps_belong_to_nobody() -> None:
    contents, tree = contents_of(NESTED, "Seoul says Beijing told Moscow that ships sailed.")
    assert [said(content, tree) for content in holders(contents, 0, word=7)] == [
        "Seoul <says> said: Beijing told Moscow that ships sailed",
        "Beijing <told> said: that ships sailed",
    ]
    assert len(holders(contents, 0, word=3)) == 1
    assert holders(contents, 0, word=0) == holders(contents, 1, word=0) == ()
    beside, _ = contents_of(BESIDE, "Moscow, he wrote, is waiting.")
    assert [len(holders(beside, 0, word=word)) for word in range(7)] == [1, 0, 0, 0, 0, 1, 1]


RUMOUR = """
Paris PROPN 1 nsubj
says VERB -1 root
Bamako PROPN 4 nsubj
reportedly ADV 4 advmod
paid VERB 1 ccomp
. PUNCT 1 punct
"""


def test_hearsay_beside_a_named_source_adds_no_link() -> None:
    contents, tree = contents_of(RUMOUR, "Paris says Bamako reportedly paid.")
    assert [said(content, tree) for content in contents] == ["Paris <says> said: Bamako reportedly paid"]
    alone, tree = contents_of(
        "Bamako PROPN 2 nsubj\nreportedly ADV 2 advmod\npaid VERB -1 root\n. PUNCT 2 punct", "Bamako reportedly paid."
    )
    assert [said(content, tree) for content in alone] == ["- <reportedly> hearsay unstated: Bamako [reportedly] paid"]


def test_the_words_of_a_party_are_those_of_the_source() -> None:
    of = document("Seoul said that Pyongyang had fired missiles.")
    trees = grow(reading(of, sentence(of, REPORTED)))
    (content,) = find_contents(trees, of, parties=Named({(0, 0): ("KOR", (0, 1))}), roster=open_roster())
    assert content.source == (0, 0, 1)
    assert content.source_head == (0, 0)


def test_a_newspaper_reports_what_others_say() -> None:
    of = document("Seoul said that Pyongyang had fired missiles.")
    trees = grow(reading(of, sentence(of, REPORTED)))
    (content,) = find_contents(trees, of, parties=Named({(0, 0): (at("media"), (0, 1))}), roster=open_roster())
    assert content.channel == "reported"


def test_a_newspaper_of_the_users_file_reports_too(tmp_path: Path) -> None:
    extra = tmp_path / "actors.toml"
    extra.write_text('[[actor]]\nid = "org/vendari-herald"\nkind = "media"\n', encoding="utf-8")
    of = document("Seoul said that Pyongyang had fired missiles.")
    trees = grow(reading(of, sentence(of, REPORTED)))
    herald = Named({(0, 0): ("org/vendari-herald", (0, 1))})
    assert find_contents(trees, of, parties=herald, roster=open_roster())[0].channel == "said"
    assert find_contents(trees, of, parties=herald, roster=open_roster(extra))[0].channel == "reported"


def test_an_argument_stands_in_where_the_tree_has_no_subject() -> None:
    of = document("Die Zeit notes delays.")
    rows = "Die PROPN 2 compound\nZeit PROPN 2 compound\nnotes VERB -1 root\ndelays NOUN 2 obj\n. PUNCT 2 punct"
    trees = grow(reading(of, sentence(of, rows, predicates=[predicate(2, ("ARG0", 0, 2), ("ARG1", 3, 4))])))
    (content,) = find_contents(trees, of, parties=Nobody(), roster=open_roster())
    assert content.source_head == (0, 0)
