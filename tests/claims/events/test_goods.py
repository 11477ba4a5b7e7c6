"""Noun phrases in trees written by hand in, their categories of good and the lists they belong to out."""

import pytest

from sayso.claims.events.goods import category, is_one_of
from tests.planted import planted


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        ("artillery/NOUN/1/compound shells/NOUN/-1/root", "shells", "ammunition"),
        ("rocket/NOUN/1/compound engines/NOUN/-1/root", "engines", "missiles"),
        ("natural/ADJ/1/amod gas/NOUN/-1/root", "gas", "gas"),
        ("shipments/NOUN/-1/root of/ADP/2/case wheat/NOUN/0/nmod", "shipments", "food"),
        ("nuclear/ADJ/1/amod technology/NOUN/-1/root", "technology", "nuclear"),
        ("weapon/NOUN/-1/root nuclear/ADJ/0/discourse technology/NOUN/1/discourse", "weapon", "arms"),
        ("solar/ADJ/2/dep panel/NOUN/0/discourse talk/NOUN/-1/root", "talk", None),
        ("two/NUM/1/nummod ideas/NOUN/-1/root", "ideas", None),
        ("ideas/NOUN/-1/root ,/PUNCT/2/punct tanks/NOUN/0/appos", "ideas", None),
    ],
)
def test_a_phrase_is_of_the_category_of_its_head_or_else_of_what_describes_it(
    rows: str, word: str, expected: str | None
) -> None:
    plant = planted(rows)
    assert category(plant.tree, plant.word(word)) == expected


@pytest.mark.parametrize(
    ("rows", "word", "things", "expected"),
    [
        ("soldiers/NOUN/-1/root", "soldiers", "troops", True),
        ("peace/NOUN/1/compound treaty/NOUN/-1/root", "treaty", "deal", True),
        ("treaty/NOUN/1/compound text/NOUN/-1/root", "text", "deal", True),
        ("bread/NOUN/-1/root", "bread", "deal", False),
        ("soldiers/NOUN/-1/root", "soldiers", "no such list", False),
    ],
)
def test_lists_of_things(rows: str, word: str, things: str, expected: bool) -> None:
    plant = planted(rows)
    assert is_one_of(plant.tree, plant.word(word), things=things) is expected
