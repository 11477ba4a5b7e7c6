"""Verbs of languages that write tense on them, in trees written by hand, in; modality and polarity out."""

import pytest

from sayso.claims.events.presentation import Standpoint, present
from tests.planted import planted

AUTHOR = Standpoint(is_state=False, is_reported=False, speaks_for_doer=True)


def shown(rows: str, word: str, *, language: str) -> str:
    plant = planted(rows, language=language)
    found = present(plant.tree, plant.word(word), standpoint=AUTHOR)
    return f"{'not ' if found.is_negated else ''}{found.modality} {found.certainty}"


@pytest.mark.parametrize(
    ("language", "rows", "word", "expected"),
    [
        ("es", "Irán/PROPN/1/nsubj reduciría/VERB/-1/root", "reduciría", "planned certain"),
        ("es", "Irán/PROPN/1/nsubj atacaba/VERB/-1/root", "atacaba", "done certain"),
        ("es", "Irán/PROPN/1/nsubj dispara/VERB/-1/root", "dispara", "ongoing certain"),
        ("es", "Irán/PROPN/1/nsubj firmó/VERB/-1/root cediendo/VERB/1/advcl", "cediendo", "done certain"),
        ("pt", "Irão/PROPN/1/nsubj vendia/VERB/-1/root", "vendia", "done certain"),
        ("fr", "Téhéran/PROPN/1/nsubj durcirait/VERB/-1/root", "durcirait", "planned certain"),
    ],
)
def test_endings_tell_the_tense(language: str, rows: str, word: str, expected: str) -> None:
    assert shown(rows, word, language=language) == expected


@pytest.mark.parametrize(
    ("language", "rows", "word", "expected"),
    [
        pytest.param(
            "fr",
            "Oslo/PROPN/1/nsubj redoute/VERB/-1/root que/SCONJ/5/mark Minsk/PROPN/5/nsubj n'/ADV/5/advmod "
            "attaque/VERB/1/ccomp",
            "attaque",
            "ongoing certain",
            id="ne alone behind que",
        ),
        pytest.param(
            "fr",
            "Oslo/PROPN/1/nsubj craint/VERB/-1/root que/SCONJ/5/mark Minsk/PROPN/5/nsubj ne/ADV/5/advmod "
            "signe/VERB/1/ccomp pas/ADV/5/advmod",
            "signe",
            "not ongoing certain",
            id="ne with pas",
        ),
        pytest.param(
            "es",
            "Sin/ADP/4/cc embargo/NOUN/0/fixed Perú/PROPN/4/nsubj ya/ADV/4/advmod atacó/VERB/-1/root",
            "atacó",
            "done certain",
            id="a conjunction with a negation in it",
        ),
        pytest.param(
            "es",
            "Nadie/PRON/1/nsubj atacó/VERB/-1/root",
            "atacó",
            "not done certain",
            id="nobody",
        ),
        pytest.param(
            "es",
            "Perú/PROPN/1/nsubj acaba/VERB/-1/root de/ADP/3/mark atacar/VERB/1/xcomp",
            "atacar",
            "done certain",
            id="what has just been done",
        ),
        pytest.param(
            "es",
            "Perú/PROPN/1/nsubj prevé/VERB/-1/root atacar/VERB/1/xcomp",
            "atacar",
            "planned certain",
            id="what is foreseen by its own doer",
        ),
        pytest.param(
            "es",
            "Puede/VERB/-1/root que/SCONJ/3/mark Perú/PROPN/3/nsubj atacase/VERB/0/ccomp",
            "atacase",
            "possible possible",
            id="a whole clause is possible",
        ),
        pytest.param(
            "es",
            "Mientras/SCONJ/2/mark Perú/PROPN/2/nsubj vota/VERB/4/advcl otros/PRON/4/nsubj instan/VERB/-1/root",
            "vota",
            "ongoing certain",
            id="a clause of time is not what is wanted",
        ),
    ],
)
def test_small_words_of_other_languages(language: str, rows: str, word: str, expected: str) -> None:
    assert shown(rows, word, language=language) == expected
