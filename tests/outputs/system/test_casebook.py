"""Ids of parties and sources in, what they are called on a page out."""

import pytest

from sayso.outputs.system.casebook import full_name, in_text, name
from tests.outputs.system.told import book


@pytest.mark.parametrize(
    ("party", "called", "in_a_sentence", "with_id"),
    [
        ("PRK", "North Korea", "North Korea", "North Korea (PRK)"),
        ("USA", "United States", "the United States", "United States (USA)"),
        ("org/nyt", "New York Times", "New York Times", "New York Times (org/nyt)"),
        ("KOR/unification-official", *["South Korea (unification official)"] * 2, None),
        ("org/open-source-centre", *["Open Source Centre"] * 2, "Open Source Centre (org/open-source-centre)"),
        ("AP/Reuters desk", *["AP/Reuters desk"] * 2, "AP/Reuters desk"),
        ("a diplomat who asked not to be named", *["a diplomat who asked not to be named"] * 2, None),
        (None, *["a party not named"] * 2, "a party not named"),
    ],
)
def test_names(party: str | None, called: str, in_a_sentence: str, with_id: str | None) -> None:
    assert name(party, book()) == called
    assert in_text(party, book()) == in_a_sentence
    assert with_id is None or full_name(party, book()) == with_id


def test_a_name_that_is_a_page_or_holds_commands_is_cut_and_shown() -> None:
    shown = name("a\x1b[2J " + "very long name " * 100, book())
    assert len(shown) <= 60
    assert "\x1b" not in shown
