"""Documents by the parties they name and the day they came out in, those that may tell of the same out."""

from itertools import permutations

import pytest

from sayso.corroboration.neighbours import DAYS, Neighbours

DAY = "2024-10-14"


@pytest.mark.parametrize(
    ("actors", "others", "published", "is_near"),
    [
        ("PRK RUS", "PRK RUS", DAY, True),
        ("PRK RUS", "PRK RUS UKR", DAY, True),
        ("PRK RUS", "PRK UKR", DAY, False),
        ("PRK/army RUS/president", "RUS PRK/leader", DAY, True),
        ("RUS/army RUS/president", "RUS UKR", DAY, True),
        ("PRK", "PRK RUS UKR", DAY, True),
        ("PRK RUS UKR", "PRK", DAY, True),
        ("PRK", "RUS", DAY, False),
        ("org/wagner person/merkel", "person/merkel org/wagner", DAY, True),
        ("", "", DAY, False),
        ("", "PRK", DAY, False),
        ("PRK RUS", "PRK RUS", "2024-11-28", True),
        ("PRK RUS", "PRK RUS", "2024-11-29", False),
        ("PRK RUS", "PRK RUS", "2024-08-30", True),
        ("PRK RUS", "PRK RUS", "2024-08-29", False),
        ("PRK RUS", "PRK RUS", None, True),
        ("PRK RUS", "PRK RUS", "nonsense", True),
    ],
)
def test_two_documents_are_neighbours_whichever_comes_first(
    actors: str, others: str, published: str | None, is_near: bool
) -> None:
    documents = (("one", actors, DAY), ("other", others, published))
    for first, second in permutations(documents):
        known = Neighbours()
        known.add(first[0], first[1].split(), published=first[2])
        expected = (first[0],) if is_near else ()
        assert known.near(second[0], second[1].split(), published=second[2]) == expected


def test_the_days_of_the_table_are_those_of_the_constant() -> None:
    assert DAYS == 45


def test_neighbours_come_in_the_order_of_their_ids_without_the_document_itself() -> None:
    known = Neighbours()
    for name in ("c", "a", "b"):
        known.add(name, ["PRK", "RUS"], published=DAY)
    assert known.near("b", ["PRK", "RUS"], published=DAY) == ("a", "c")


def test_a_document_that_is_known_stays_as_it_is() -> None:
    known = Neighbours()
    known.add("a", ["PRK", "RUS"], published=DAY)
    known.add("a", ["USA", "CHN"], published=None)
    assert known.near("b", ["PRK", "RUS"], published=DAY) == ("a",)
    assert known.near("b", ["USA", "CHN"], published=DAY) == ()
