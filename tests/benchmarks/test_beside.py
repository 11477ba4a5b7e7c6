"""What spaCy's answers score; spaCy itself is asked where it is installed."""

import sys
from pathlib import Path

import pytest

from benchmarks import beside as module
from benchmarks.beside import beside
from benchmarks.speed import has_spacy


def test_without_spacy_there_are_no_figures(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "has_spacy", lambda python: False)
    assert list(beside(data, spacy_python="python")) == []


def test_answers_are_scored_as_ours_are(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of thirteen tags is wrong; a city is a place, and a nationality is of no kind that counts."""

    def answer(asked: dict[str, object], python: str) -> object:
        assert asked["words"][0] == [  # type: ignore[index]
            ("Envoys", "can", "n't", "meet", "."),
            (True, False, True, False, True),
        ]
        return module._Answer(
            tags=[
                ["NOUN", "AUX", "PART", "VERB", "PUNCT"],
                ["PROPN", "NOUN"],
                ["NOUN", "PUNCT", "ADV", "PUNCT"],
                ["ADJ", "PUNCT"],
            ],
            names=[[(0, 1, "NORP")], [(0, 1, "GPE")]],
            texts=[
                [[(0, 6, "Envoys", "NOUN"), (7, 10, "can", "AUX")], [(19, 23, "Lima", "PROPN")]],
                [[(0, 5, "Talks", "NOUN")]],
                [[(0, 5, "Talks", "NOUN")]],
            ],
        )

    monkeypatch.setattr(module, "has_spacy", lambda python: True)
    monkeypatch.setattr(module, "_ask", answer)
    figures = dict(beside(data, spacy_python="python"))
    assert figures["spacy.en_ewt.upos"] == pytest.approx(100 * 12 / 13)
    assert figures["spacy.names.en"] == 100.0
    assert figures["spacy.raw.en_ewt.words"] == pytest.approx(200 * 4 / (13 + 4))
    assert figures["spacy.boundaries.en"] == 0.0


@pytest.mark.skipif(not has_spacy(sys.executable), reason="spaCy and its English model are not installed")
def test_spacy_answers_in_the_shape_expected(data: Path) -> None:
    figures = dict(beside(data, spacy_python=sys.executable))
    assert figures["spacy.en_ewt.upos"] > 50.0
    assert figures["spacy.raw.en_ewt.words"] > 50.0
