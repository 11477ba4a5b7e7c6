"""Pieces of hostile or foreign text in, pieces fit to be shown out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.outputs.display import columns, is_right_to_left, isolated, shortened, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\n  lines\tand a tab", "two lines and a tab"),
        ("\x1b]0;title\x07\x1b[31m", "␛]0;title␇␛[31m"),
        ("\x9b31m", "\ufffd31m"),
        ("abc\u202edcba\u2069", "abcdcba"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("", ""),
    ],
)
def test_what_is_shown_does_nothing(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_nothing_shown_can_act_or_fail_to_be_written(text: str) -> None:
    shown = visible(text)
    shown.encode("utf-8")
    assert not any(character < " " or "\x7f" <= character < "\xa0" or character == "\u202e" for character in shown)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("כוחות צה״ל", True),
        ("قالت كوريا الشمالية (KCNA) إن", True),
        ("North Korea", False),
        ("北朝鮮", False),
        ("12:30", False),
    ],
)
def test_the_direction_is_that_of_most_letters(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected


def test_only_what_needs_it_is_isolated() -> None:
    assert isolated("Seoul") == "Seoul"
    assert isolated("إن") == "\u2068إن\u2069"


@given(st.text(alphabet="abc 北朝鮮é", max_size=80), st.integers(8, 40))
def test_what_is_shortened_fits_and_keeps_both_ends(text: str, limit: int) -> None:
    short = shortened(text, limit=limit)
    assert columns(short) <= limit
    if columns(text) > limit and text.strip() == text:
        head, tail = short.split("…")
        assert text.startswith(head)
        assert text.endswith(tail)
    elif columns(text) <= limit:
        assert short == text
