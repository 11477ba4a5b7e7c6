"""Words that say what ought to be."""

import tomllib
from pathlib import Path

import pytest

from sayso import lang
from sayso.lang.obligations import is_ought

FOLDER = Path(lang.__file__).parent


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/hedges.toml")), ids=lambda path: path.parent.name)
def test_every_language_that_says_what_is_wanted_says_what_ought_to_be(path: Path) -> None:
    words = tomllib.loads(path.read_text(encoding="utf-8"))["ought"].split()
    assert words
    assert all(is_ought(word, path.parent.name) for word in words)


@pytest.mark.parametrize(
    ("word", "code", "expected"),
    [
        ("Must", "en", True),
        ("wants", "en", False),
        ("지원해야", "ko", True),
        ("must", "unknown", False),
        ("", "en", False),
        ("", "zh", False),
    ],
)
def test_what_ought_to_be(word: str, code: str, expected: bool) -> None:
    assert is_ought(word, code) is expected
