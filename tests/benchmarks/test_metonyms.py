"""Decisions right and wrong, the sentences that state them, and the figures they come to."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.measures import ClaimsBench
from benchmarks.measures import metonyms as module
from benchmarks.measures.metonyms import Decision, Sentence, is_right, parties_and_places, party_of, sentences
from sayso.claims.actors.parties import Parties, Party
from sayso.claims.trees import grow
from tests.factories import document, reading, sentence

FEWEST_SENTENCES = 200
FEWEST_LANGUAGES = 6

TEXT = "The White House called Lima"
ROWS = """
The    DET   2  det
White  PROPN 2  compound
House  PROPN 3  nsubj
called VERB  -1 root
Lima   PROPN 3  obj
"""


def _party(*actors: str, is_place: bool = False) -> Party:
    return Party(actors=actors, words=(0, 1), is_place=is_place)


@pytest.mark.parametrize(
    ("actor", "party", "right"),
    [
        ("PER", _party("PER"), True),
        ("PER", _party("PER/army"), False),
        ("PER", _party("CHL"), False),
        ("PER", _party("PER", "CHL"), False),
        ("PER", _party("PER", is_place=True), False),
        ("PER", _party(), False),
        ("PER", None, False),
        (None, None, True),
        (None, _party("PER", is_place=True), True),
        (None, _party("PER"), False),
        (None, _party(), False),
    ],
)
def test_a_decision_is_right_or_wrong(actor: str | None, party: Party | None, right: bool) -> None:
    assert is_right(Decision(start=0, end=4, actor=actor), party) is right


def test_words_are_decided_by_the_one_the_others_hang_on() -> None:
    of = document(TEXT)
    trees = grow(reading(of, sentence(of, ROWS)))
    house, lima = Decision(start=4, end=15, actor="USA"), Decision(start=23, end=27, actor=None)
    both = Parties(found={(0, 1): _party("org/white"), (0, 2): _party("USA/president")}, left_out={})
    assert party_of(house, trees, both) == _party("USA/president")
    assert party_of(house, trees, Parties(found={(0, 1): _party("org/white")}, left_out={})) == _party("org/white")
    assert party_of(lima, trees, both) is None


def test_a_file_of_sentences_is_read_with_the_places_of_its_words(tmp_path: Path) -> None:
    (tmp_path / "xx.toml").write_text(
        '[[sentence]]\ntext = "Lima called Quito"\npublished = "2031-05-01"\n'
        'decisions = [{ words = "Quito", actor = "ECU" }, { words = "Lima", place = true }]\n',
        encoding="utf-8",
    )
    (found,) = sentences(tmp_path)
    assert (found.language, found.published) == ("xx", "2031-05-01")
    assert found.decisions == (Decision(start=12, end=17, actor="ECU"), Decision(start=0, end=4, actor=None))


@pytest.mark.parametrize("words", ["Quito", "i"])
def test_words_that_do_not_stand_once_are_refused(tmp_path: Path, words: str) -> None:
    (tmp_path / "xx.toml").write_text(
        f'[[sentence]]\ntext = "Lima waits"\ndecisions = [{{ words = "{words}", place = true }}]\n', encoding="utf-8"
    )
    with pytest.raises(ValueError, match="must stand once"):
        sentences(tmp_path)


def test_the_figure_is_over_all_decisions(claims_bench: ClaimsBench, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = [
        (Sentence(language=code, text="Lima", published="2031", decisions=()), decided)
        for code, decided in (("en", [True, True]), ("en", [False]), ("fr", [True]))
    ]
    monkeypatch.setattr(module, "answers", lambda bench, sentences: iter(asked))
    assert dict(parties_and_places(claims_bench)) == {
        "metonyms": 75.0,
        "metonyms.en": pytest.approx(200 / 3),
        "metonyms.fr": 100.0,
    }


def test_there_are_enough_sentences_and_none_twice() -> None:
    every = sentences()
    assert len(every) >= FEWEST_SENTENCES
    assert len({one.language for one in every}) >= FEWEST_LANGUAGES
    assert Counter(one.text for one in every).most_common(1)[0][1] == 1
    assert all(one.decisions for one in every)
    kinds = Counter(decision.actor is None for one in every for decision in one.decisions)
    assert min(kinds.values()) > sum(kinds.values()) / 5, "a reader that always says the same must not do well"
