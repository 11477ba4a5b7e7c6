"""Analysed sentences in, the phrases that may refer to something out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.candidates import FEATURES, PLACES, TYPES, Candidates, candidates, features
from tests.reading.parsed import WIDTH, Parsed, parsed

ARMY = """
The      DET    1   det
leader   NOUN   7   nsubj
of       ADP    6   case
North    PROPN  4   compound
Korea    PROPN  6   nmod:poss
's       PART   4   case
army     NOUN   1   nmod
resigned VERB   -1  root
.        PUNCT  7   punct
"""

OWN = """
He       PRON   1   nsubj
praised  VERB   -1  root
his      PRON   3   nmod:poss
army     NOUN   1   obj
"""

RELATIVE = """
Kim      PROPN  7   nsubj
,        PUNCT  0   punct
who      PRON   3   nsubj
visited  VERB   0   acl:relcl
Moscow   PROPN  3   obj
,        PUNCT  0   punct
later    ADV    7   advmod
left     VERB   -1  root
"""

CITED = """
Kim      PROPN  2   nsubj
,        PUNCT  2   punct
said     VERB   -1  root
,        PUNCT  2   punct
and      CCONJ  5   cc
left     VERB   2   conj
"""

NOMINAL = """
Kim      PROPN  3   nsubj
is       AUX    3   cop
the      DET    3   det
leader   NOUN   -1  root
of       ADP    6   case
the      DET    6   det
North    PROPN  3   nmod
.        PUNCT  3   punct
"""

JOINED = """
China    PROPN  3   nsubj
and      CCONJ  2   cc
Russia   PROPN  0   conj
agreed   VERB   -1  root
"""

TROOPS = """
Korea    PROPN  1   compound
troops   NOUN   2   nsubj
left     VERB   -1  root
"""

SAID = """
"        PUNCT   2 punct
He       PRON    2 nsubj
left     VERB   -1 root
army     NOUN    2 obj
"        PUNCT   2 punct
in       ADP     6 case
March    NOUN    2 obl
"""

FLAT = """
President NOUN  3   nsubj
Kim      PROPN  0   flat
Il       PROPN  0   flat
spoke    VERB   -1  root
"""

CROSSING = """
A        DET    1   det
hearing  NOUN   3   nsubj:pass
is       AUX    3   aux:pass
planned  VERB   -1  root
on       ADP    6   case
the      DET    6   det
treaty   NOUN   1   nmod
today    NOUN   3   obl
"""

LONE = """
That     DET    1   nsubj
helped   VERB   -1  root
the      DET    3   det
poor     ADJ    1   obj
twice    ADV    1   advmod
"""


def phrases(*sentences: Parsed) -> list[str]:
    """The candidates of the sentences, in words."""
    found = candidates(list(sentences))
    places = zip(found.sentence.tolist(), found.start.tolist(), found.end.tolist(), strict=True)
    return [" ".join(sentences[number][0].forms[start:end]) for number, start, end in places]


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (ARMY, ["The leader of North Korea 's army", "North", "North Korea 's", "North Korea 's army"]),
        (OWN, ["He", "his", "his army"]),
        (RELATIVE, ["Kim , who visited Moscow", "who", "Moscow"]),
        (CITED, ["Kim"]),
        (NOMINAL, ["Kim", "the leader of the North", "the North"]),
        (JOINED, ["China", "Russia"]),
        (FLAT, ["President Kim Il"]),
        (LONE, ["That", "the poor"]),
        (TROOPS, ["Korea", "Korea troops"]),
    ],
    ids=[
        *("possessive", "pronouns", "relative clause", "comma", "nominal predicate", "conjuncts", "flat name", "lone"),
        "name in a compound",
    ],
)
def test_phrases_are_read_off_the_tree(rows: str, wanted: list[str]) -> None:
    assert phrases(parsed(rows)) == wanted


def test_a_phrase_in_two_pieces_is_the_piece_around_its_head() -> None:
    assert phrases(parsed(CROSSING)) == ["A hearing", "the treaty", "today"]


def test_a_name_that_the_tree_knows_nothing_of_is_a_phrase() -> None:
    assert phrases(parsed(FLAT, names=[(1, 3, "person")])) == ["President Kim Il", "Kim Il"]
    assert phrases(parsed(NOMINAL, names=[(6, 7, "place")])) == ["Kim", "the leader of the North", "the North"]


def test_no_sentence_no_word_and_no_noun_give_no_candidate() -> None:
    for sentences in ([], [parsed("")], [parsed(". PUNCT -1 root\n! PUNCT 0 punct")]):
        found = candidates(sentences)
        assert len(found) == 0
        assert found.sentence.shape == found.whole.shape == (0,)
        assert features(found, later=found.sentence, earlier=found.sentence).shape == (0, len(FEATURES))


def test_columns_say_what_each_candidate_is() -> None:
    found = candidates([parsed(ARMY, names=[(3, 5, "place")]), parsed(OWN), parsed(SAID)])
    assert found.sentence.tolist() == [0] * 4 + [1] * 3 + [2] * 3
    types = ["NOUN", "PROPN", "PROPN", "NOUN", "PRON", "PRON", "NOUN", "PRON", "NOUN", "NOUN"]
    assert [TYPES[number] for number in found.type] == types
    places = ["nsubj", "", "nmod:poss", "nmod", "nsubj", "nmod:poss", "obj", "nsubj", "obj", "obl"]
    assert [(*PLACES, "")[number] for number in found.place] == places
    assert found.kind.tolist() == [0, 3, 3, 0] + [0] * 6
    assert found.word.tolist() == [1, 3, 4, 6, 0, 2, 3, 1, 3, 6]
    assert found.governor.tolist() == [7, 4, 6, 1, 1, 3, 1, 2, 2, 2]
    assert found.quote.tolist() == [0] * 7 + [1, 1, 0]
    assert found.length.tolist() == [6, 1, 2, 4, 1, 1, 2, 1, 1, 1]
    assert found.latest.tolist() == [-1, -1, -1, -1, -1, -1, 3, 4, 6, -1]
    assert found.frequency.tolist() == [0, 0, 0, 2, 1, 0, 2, 1, 2, 0]
    assert [set(words) - {-1} for words in found.words.tolist()[:3]] == [{0, 1, 2, 3}, {1}, {1, 2}]
    assert found.noun.tolist()[:5] == [0, 1, 2, 3, -2]
    # The vector of a candidate is that of its head, and the last layer of its first and of its last word.
    assert found.states.shape == (10, 2 * WIDTH)
    his, army = found.states[5, :WIDTH], found.states[6, :WIDTH]
    assert np.array_equal(found.states[6], np.concatenate([army, his[WIDTH // 2 :], army[WIDTH // 2 :]]))


def test_a_relation_that_is_no_known_place_is_another_place() -> None:
    found = candidates([parsed("Kim PROPN -1 vocative")])
    assert found.place.tolist() == [len(PLACES)]


def test_equal_phrases_are_equal_without_determiner_case_mark_and_capitals() -> None:
    one = "The DET 1 det\narmy NOUN -1 root"
    two = "Our PRON 1 nmod:poss\narmy NOUN -1 root"
    three = "an DET 1 det\nARMY NOUN 3 nmod:poss\n's PART 1 case\nside NOUN -1 root"
    found = candidates([parsed(rows) for rows in (one, three, two)])
    by_words = dict(zip(phrases(*[parsed(rows) for rows in (one, three, two)]), found.whole.tolist(), strict=True))
    assert by_words["The army"] == by_words["an ARMY 's"]
    assert by_words["The army"] != by_words["Our army"]
    assert len(set(found.head.tolist())) == 3


def pair(found: Candidates, later: int, earlier: int) -> dict[str, int]:
    """The named features of one pair."""
    values = features(found, later=np.array([later]), earlier=np.array([earlier]))
    return dict(zip([name for name, _ in FEATURES], values[0].tolist(), strict=True))


def test_features_of_a_pair() -> None:
    sentences = [parsed(ARMY, names=[(3, 5, "place")]), parsed(JOINED), parsed(OWN)]
    found = candidates(sentences)
    assert phrases(*sentences)[3::5] == ["North Korea 's army", "his army"]
    same = pair(found, 8, 3)
    assert same["match"] == 2 + 4 + 8  # equal head, named in the other; other words around it
    assert same["shared"] == 1 + 3  # one word, which is all that the later one has
    assert same["types"] == TYPES.index("NOUN") * len(TYPES) + TYPES.index("NOUN")
    assert same["sentences"] == 2
    assert same["distance"] == 4
    assert same["tree"] == 0
    assert same["latest"] == 3
    assert same["places"] == PLACES.index("obj") * (len(PLACES) + 1) + PLACES.index("nmod")
    assert same["initials"] == 0
    assert pair(found, 2, 1)["tree"] == 4
    assert pair(found, 7, 6) == pair(found, 7, 6) | {"match": 0, "sentences": 0, "distance": 1, "tree": 1}


@pytest.mark.parametrize(("short", "linked"), [("UN", 1), ("U.N.", 1), ("un", 0), ("NU", 0), ("U", 0)])
def test_a_short_form_has_the_initials_of_a_name(short: str, linked: int) -> None:
    found = candidates(
        [parsed("the DET 2 det\nUnited ADJ 2 amod\nNations PROPN -1 root"), parsed(f"{short} PROPN -1 root")]
    )
    assert pair(found, 1, 0)["initials"] == linked


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“ a ” b", "1100"),
        ("« a » b « a »", "1100220"),
        ("„ a “ b", "1100"),
        ('" a " b " a', "110022"),
        ("“ a “ b ” a", "112200"),
        ("a ” b", "000"),
    ],
)
def test_quotations_are_numbered(text: str, inside: str) -> None:
    rows = "\n".join(f"{form} NOUN {-1 if not index else 0} dep" for index, form in enumerate(text.split()))
    found = candidates([parsed(rows)])
    assert found.quote.tolist() == [int(inside[word]) for word in found.word]


NOUNS = st.tuples(
    st.sampled_from(["PRON", "PROPN", "NOUN", "DET", "ADJ", "NUM", "VERB", "PUNCT"]),
    st.sampled_from([*PLACES, "det", "case", "punct", "acl:relcl", "compound", "flat", "cop"]),
    st.sampled_from(["he", "He", "army", "Korea", "'s", ",", "the"]),
)


@st.composite
def trees(draw: st.DrawFn) -> Parsed:
    """Sentences with any tree, good or bad, over few words."""
    words = draw(st.lists(NOUNS, min_size=1, max_size=9))
    order = draw(st.permutations(range(len(words))))
    heads = {order[0]: -1}
    for place, word in enumerate(order[1:], 1):
        heads[word] = order[draw(st.integers(0, place - 1))]
    rows = [f"{form} {upos} {heads[index]} {relation}" for index, (upos, relation, form) in enumerate(words)]
    kind = draw(st.sampled_from(["person", "organisation", "place", "other"]))
    return parsed("\n".join(rows), names=[(0, draw(st.integers(1, len(words))), kind)])


@given(st.lists(trees(), max_size=5))
def test_every_phrase_holds_its_head_and_lies_in_its_sentence(sentences: list[Parsed]) -> None:
    found = candidates(sentences)
    spans = list(zip(found.sentence.tolist(), found.start.tolist(), found.end.tolist(), strict=True))
    assert len(set(spans)) == len(spans)
    assert found.sentence.tolist() == sorted(found.sentence.tolist())
    for (number, start, end), head in zip(spans, found.word.tolist(), strict=True):
        assert 0 <= start <= head < end <= len(sentences[number][0].forms)


@given(st.lists(trees(), min_size=2, max_size=12))
def test_the_features_of_every_pair_are_in_range(sentences: list[Parsed]) -> None:
    found = candidates(sentences)
    later, earlier = np.nonzero(np.tri(len(found), k=-1))
    values = features(found, later=later, earlier=earlier)
    assert values.shape == (len(later), len(FEATURES))
    for column, (_, count) in enumerate(FEATURES):
        assert ((values[:, column] >= 0) & (values[:, column] < count)).all()


def test_far_pairs_share_the_last_bucket() -> None:
    sentences = [parsed("Kim PROPN -1 root")] * 1_200
    found = candidates(sentences)
    seen = [pair(found, 1_199, 1_199 - back) for back in (1, 2, 3, 4, 7, 8, 63, 64, 1_199)]
    assert [values["sentences"] for values in seen] == [1, 2, 3, 4, 4, 5, 7, 7, 7]
    assert [values["distance"] for values in seen] == [1, 2, 3, 4, 4, 5, 7, 8, 9]


def test_a_tree_as_deep_as_the_sentence_is_long_is_read() -> None:
    rows = "\n".join(f"army NOUN {index - 1} {'nmod' if index else 'root'}" for index in range(5_000))
    found = candidates([parsed(rows)])
    assert found.end.tolist() == [5_000] * 5_000
