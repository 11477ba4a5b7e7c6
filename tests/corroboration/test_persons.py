"""Names of persons in two languages in, whether they are one person, out."""

import pytest

from sayso.corroboration.persons import same_person


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("person/semyon-pegov", "person/семён-пегов", True),
        ("person/catherine-colonna", "person/катрін-колонна", True),
        ("person/amadou-abdramane", "person/амаду-абдраман", True),
        ("person/anna-moskwa", "person/minister-anna-moskwa", True),
        ("person/tsikhanouskaya", "person/светлана-тихановская", True),
        ("person/ivan-petrov", "person/pavel-petrov", False),
        ("person/ivanov", "person/petrov", False),
        ("person/kim-yong-bok", "person/kim-yong-chol", False),
        ("person/", "person/", False),
        ("org/kyiv-post", "org/kyiv-post", True),
        ("org/kyiv-post", "org/kyiv-posts", False),
        ("person/semyon-pegov", "org/semyon-pegov", False),
    ],
)
def test_one_name_in_two_languages(one: str, other: str, expected: bool) -> None:
    assert same_person(one, other) is expected
    assert same_person(other, one) is expected
