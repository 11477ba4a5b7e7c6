"""Files of function words in, the record of a language's grammar out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.lang import grammar as module
from sayso.lang.grammar import Bound, grammar

HEDGES = """
negation = "not no_one"
conditions = "if provided_that"
unless = "unless"
[modals]
possible = "may might"
future = "will may"
[above]
planned = "want_to plan"
[light]
verbs = "hold carry_out"
undergoing = "face"
[tense]
ongoing_endings = "es"
"""
MARKERS = """
gerund = "ing"
purposes = ["to"]
[classes]
to = ["To", "toward"]
about = ["on"]
on = ["on"]
[endings]
to = ["e"]
from = ["ese"]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of language data for the language `xx`, which no other test asks for."""
    own = tmp_path / "xx"
    own.mkdir()
    (own / "hedges.toml").write_text(HEDGES, encoding="utf-8")
    (own / "markers.toml").write_text(MARKERS, encoding="utf-8")
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    return own


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """What these tests load is not remembered for those that follow."""
    grammar.cache_clear()
    yield
    grammar.cache_clear()


@pytest.mark.usefixtures("folder")
def test_words_are_sorted_into_their_sets() -> None:
    rules = grammar("xx")
    assert rules.negation == {"not", "no one"}
    assert rules.conditions == {"if", "provided that"}
    assert rules.light == {"hold", "carry out"}
    assert rules.undergoing == {"face"}
    assert rules.above == {"want to": "planned", "plan": "planned"}
    assert rules.gerund == "ing"
    assert rules.purposes == {"to"}
    assert rules.ongoing_endings == ("es",)
    assert rules.questions == ("?",)


@pytest.mark.usefixtures("folder")
def test_a_word_of_two_groups_belongs_to_the_first() -> None:
    assert grammar("xx").modals == {"may": "possible", "might": "possible", "will": "future"}


@pytest.mark.usefixtures("folder")
def test_an_adposition_may_be_of_two_classes_and_is_known_in_lower_case() -> None:
    assert grammar("xx").classes == {"to": ("to",), "toward": ("to",), "on": ("about", "on")}


@pytest.mark.usefixtures("folder")
def test_longer_endings_come_first() -> None:
    assert grammar("xx").endings == (("ese", "from"), ("e", "to"))


@pytest.mark.usefixtures("folder")
def test_a_language_without_files_has_no_function_words() -> None:
    rules = grammar("yy")
    assert not rules.negation
    assert not rules.classes
    assert not rules.bound


def test_fillers_stand_alone_or_with_a_particle() -> None:
    bound = Bound(fillers=("것",), particles=("을",))
    assert bound.is_filler("것")
    assert bound.is_filler("것을")
    assert not bound.is_filler("것이다")
    assert not bound.is_filler("말")
