"""Texts of every script and places in them, counted as a browser does, in; the same places in code points out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import RecordError
from sayso.workbench.offsets import code_points, located, shown, units

PIECES = (
    "قال الرئيس",
    "북한이 미사일을",
    "🚀",
    "👩‍👩‍👧",
    "🇰🇵",
    "é",
    "é",
    "\u2067אבג\u2069",
    "\u202e",
    "plain ",
    "\r\n",
    "𝔘",
    "\ufeff",
    "\0",
    "नमस्ते",
    "\uffff",
)
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=12).map("".join)


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


@given(TEXTS, st.data())
def test_a_place_in_units_is_the_place_in_code_points(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    assert units(text[:place]) == len(_utf16(text[:place])) // 2
    assert code_points(text, units(text[:place])) == place


@given(TEXTS, st.data())
def test_what_a_browser_selects_is_what_the_text_has_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    both = [units(text[:start]), units(text[:end])]
    # What a browser has between the two units of the text that it was shown.
    quote = _utf16(shown(text))[2 * both[0] : 2 * both[1]].decode("utf-16-le")
    selection = {"utf16": both, "quote": quote}
    if start == end:
        with pytest.raises(RecordError):
            located(selection, text)
    else:
        assert located([{"span": selection}], text) == [
            {"span": {"start": start, "end": end, "quote": text[start:end]}}
        ]


@given(TEXTS, st.integers(-2, 60))
def test_a_place_that_is_none_is_refused(text: str, place: int) -> None:
    inside = {at for at in range(units(text) + 1) if _is_whole(text, at)}
    if place in inside:
        assert units(text[: code_points(text, place)]) == place
    else:
        with pytest.raises(RecordError):
            code_points(text, place)


def _is_whole(text: str, at: int) -> bool:
    return at in {units(text[:number]) for number in range(len(text) + 1)}


def test_a_place_inside_a_pair_is_refused() -> None:
    with pytest.raises(RecordError, match="inside a character"):
        code_points("a🚀b", 2)
    assert [code_points("a🚀b", each) for each in (0, 1, 3, 4)] == [0, 1, 2, 3]


def test_the_text_shown_is_as_long_and_can_be_written() -> None:
    text = "a\0b\ud800c\udc00\ud83d"
    assert shown(text) == "a\ufffdb\ufffdc\ufffd\ufffd"
    assert units(text) == len(text)
    shown(text).encode("utf-8")


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        ({"utf16": [0, 3], "quote": "abd"}, "the text has 'abc' there, not 'abd'"),
        ({"utf16": [3, 3], "quote": ""}, "from one unit to a later one"),
        ({"utf16": [3, 1], "quote": "bc"}, "from one unit to a later one"),
        ({"utf16": [0, 99], "quote": "abcdef"}, "lies behind the text"),
        ({"utf16": [-1, 2], "quote": "ab"}, "lies before the text"),
        ({"utf16": [0], "quote": "a"}, "from one unit to a later one"),
        ({"utf16": [0, 1.5], "quote": "a"}, "from one unit to a later one"),
        ({"utf16": [False, True], "quote": "a"}, "from one unit to a later one"),
        ({"utf16": ["0", "1"], "quote": "a"}, "from one unit to a later one"),
        ({"utf16": "01", "quote": "a"}, "a selection is utf16 and quote"),
        ({"utf16": [0, 1]}, "a selection is utf16 and quote"),
        ({"utf16": [0, 1], "quote": "a", "start": 0}, "a selection is utf16 and quote"),
    ],
)
def test_a_selection_that_does_not_fit_is_refused(selection: dict[str, object], said: str) -> None:
    with pytest.raises(RecordError, match=said):
        located(selection, "abcdef")


def test_values_without_a_selection_stay_as_they_are() -> None:
    value = {"a": [1, None, {"start": 0, "end": 1, "quote": "x"}], "b": "utf16"}
    assert located(value, "abc") == value
