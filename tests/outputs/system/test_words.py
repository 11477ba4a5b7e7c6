"""Amounts, shares and windows in, the words for them out."""

from decimal import Decimal

import pytest

from sayso.claims.numbers.edtf import Bounds, bounds
from sayso.corroboration.intervals import Interval
from sayso.outputs.system.words import NO_AMOUNT, amount_phrase, listed, plural, share_phrase, window_phrase
from sayso.system.records import Amount


def interval(low: str | None, high: str | None, *, approximate: bool = False) -> Interval:
    low_bound, high_bound = (None if each is None else Decimal(each) for each in (low, high))
    return Interval(low=low_bound, high=high_bound, approximate=approximate)


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (None, "5500000000", "USD", "up to 5.5 billion USD"),
        ("0", "5500000000", "USD", "up to 5.5 billion USD"),
        ("0", "0", "missile", "0 missiles"),
        ("1", "1", "ship", "1 ship"),
        ("1", "2", "person", "1 to 2 people"),
        ("10000", None, None, "at least 10,000"),
        ("9e99", "1e120", "shell", "9e+99 to 1e+120 shells"),
        ("-5", "-4", "degree", "-5 to -4 degrees"),
        ("0", None, "USD", NO_AMOUNT),
        (None, None, "barrel", NO_AMOUNT),
    ],
)
def test_amounts(low: str | None, high: str | None, unit: str | None, words: str) -> None:
    assert amount_phrase(Amount(interval=interval(low, high), unit=unit)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        ("0.19712", "0.43398", "19.7 to 43.4%"),
        ("0.0124188", "0.0124188", "1.24%"),
        ("0", "0.0072", "up to 0.72%"),
        ("0.9", None, "at least 90%"),
        ("0.9", "1", "at least 90%"),
        (None, None, "anything from 0 to 100%"),
        ("0", "1", "anything from 0 to 100%"),
        ("0.56341", "0.79878", "56.3 to 79.9%"),
    ],
)
def test_shares_are_rounded_outwards(low: str | None, high: str | None, words: str) -> None:
    assert share_phrase(interval(low, high)) == words


def test_a_share_that_is_about_right_says_so_and_one_that_is_not_told_too() -> None:
    assert share_phrase(interval("0.3", "0.3", approximate=True)) == "about 30%"
    assert share_phrase(None) == "share not stated"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024", "2024"),
        ("2024-10", "2024-10"),
        ("2024-10-13", "2024-10-13"),
        ("2022/..", "from 2022"),
        ("../2022-03", "until 2022-03"),
        ("2023/2024-10", "2023-01 to 2024-10"),
        ("2024-02-28/2024-03-07", "2024-02-28 to 2024-03-07"),
        ("2024-21", "2024-03 to 2024-05"),
    ],
)
def test_windows(edtf: str, words: str) -> None:
    assert window_phrase(bounds(edtf)) == words


def test_no_window_is_no_words() -> None:
    assert window_phrase(None) == window_phrase(Bounds(first=None, until=None)) == ""


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("shell", "shells"),
        ("box", "boxes"),
        ("batch", "batches"),
        ("army", "armies"),
        ("day", "days"),
        ("aircraft", "aircraft"),
        ("cubic metre", "cubic metres"),
        ("metre per second", "metres per second"),
        ("square foot", "square feet"),
        ("KRW", "KRW"),
        ("поставщик", "поставщик"),
        ("T-72", "T-72"),
        ("", ""),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many


def test_a_list_says_how_many_more_there_are() -> None:
    assert listed(["a", "b", "c"], most=3) == "a, b, c"
    assert listed(["a", "b", "c", "d"], most=2) == "a, b and 2 more"
    assert listed([], most=2) == ""
