"""Drafts of trees written by hand in, the sides on which nobody is identified out."""

import pytest

from sayso.claims.implicit.openings import DOER, OTHER, openings
from tests.planted import drafts_of, planted

SENT = "Kenya/PROPN/1/nsubj/KEN sold/VERB/-1/root shells/NOUN/1/obj ./PUNCT/1/punct"
FULL = """
Kenya/PROPN/1/nsubj/KEN sold/VERB/-1/root shells/NOUN/1/obj to/ADP/4/case Iraq/PROPN/1/obl/IRQ ./PUNCT/1/punct
"""
TALKS = "The/DET/1/det talks/NOUN/2/nsubj lasted/VERB/-1/root ./PUNCT/2/punct"
STRANGERS = "Villagers/NOUN/1/nsubj/? sold/VERB/-1/root shells/NOUN/1/obj to/ADP/4/case Iraq/PROPN/1/obl/IRQ"
OPPONENTS = """
Opponents/NOUN/3/nsubj/? of/ADP/2/case Russia/PROPN/0/nmod/RUS met/VERB/-1/root Latvia/PROPN/3/obj/LVA ./PUNCT/3/punct
"""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(SENT, [(OTHER, "recipient", {"KEN"})], id="nobody bought"),
        pytest.param(FULL, [], id="both sides are named"),
        pytest.param(TALKS, [(DOER, "actor", set()), (OTHER, "partner", set())], id="nobody at all"),
    ],
)
def test_a_side_is_open_where_nobody_is_identified(rows: str, expected: list[tuple[str, str, set[str]]]) -> None:
    (draft,) = drafts_of(planted(rows))
    assert [(each.side, each.role, set(each.known)) for each in openings(draft)] == expected


def test_words_that_mean_nobody_we_know_leave_their_side_open() -> None:
    (opening,) = openings(drafts_of(planted(STRANGERS))[0])
    assert (opening.side, [filler.word for filler in opening.fillers]) == (DOER, [0])


def test_people_named_for_whom_they_are_against_are_nobody_else() -> None:
    met = next(draft for draft in drafts_of(planted(OPPONENTS)) if draft.frame.kind.name == "meet")
    assert [each.side for each in openings(met)] == []
