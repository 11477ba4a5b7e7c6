"""Phrases and the normal forms by which they are the same thing."""

import pytest

from sayso.system.influence.concepts import concept


@pytest.mark.parametrize(
    ("phrase", "code", "expected"),
    [
        ("The international sanctions", "en", "international sanction"),
        ("Russia's strategic dependence", "en", "russia strategic dependence"),
        ("Russia’s strategic dependence", "en", "russia strategic dependence"),
        ("this", "en", None),
        ("which", "en", None),
        ("", "en", None),
        ("...!", "en", None),
        ("制裁", "zh", "制裁"),
        ("The sanctions", "unknown", "the sanctions"),
    ],
)
def test_normal_forms(phrase: str, code: str, expected: str | None) -> None:
    assert concept(phrase, code) == expected


def test_who_does_what_to_whom_is_kept() -> None:
    assert concept("attack of wolves on sheep", "en") != concept("attack of sheep on wolves", "en")


def test_a_page_in_the_place_of_a_phrase_is_no_long_key() -> None:
    assert len(str(concept("sanction " * 100_000, "en")).split()) == 12
