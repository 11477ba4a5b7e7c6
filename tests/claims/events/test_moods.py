"""Verbs of Korean with the words bound to them in; what their endings make of the event out."""

import pytest

from sayso.claims.events.presentation import Standpoint, present
from tests.planted import planted

AUTHOR = Standpoint(is_state=False, is_reported=False, speaks_for_doer=True)
CASES = [
    ("ABLE", "이란이/NOUN/1/nsubj 판매할/VERB/3/dep 수/NOUN/3/nsubj 있다/VERB/-1/root", 1, "possible"),
    ("PLANNED", "이란이/NOUN/1/nsubj 판매할/VERB/2/dep 예정이다/VERB/-1/root", 1, "planned"),
    ("RESOLVED", "이란이/NOUN/1/nsubj 판매하기로/VERB/-1/root 했다/AUX/1/aux", 1, "planned"),
    ("OUGHT", "이란이/NOUN/1/nsubj 판매해야/VERB/-1/root 한다/AUX/1/aux", 1, "wanted"),
    ("UNDER_WAY", "이란이/NOUN/1/nsubj 판매하고/VERB/-1/root 있다/AUX/1/aux", 1, "ongoing"),
    ("PRESENT", "이란이/NOUN/1/nsubj 판매한다/VERB/-1/root", 1, "ongoing"),
    ("PAST", "이란이/NOUN/1/nsubj 판매했다/VERB/-1/root", 1, "done"),
    ("PAST_BEFORE_A_NOUN", "이란이/NOUN/1/nsubj 판매한/VERB/2/acl 무기/NOUN/-1/root", 1, "done"),
    (
        "SHARED",
        "이란이/NOUN/1/nsubj 판매하고/VERB/2/advcl 인도할/VERB/3/dep 계획이다/VERB/-1/root",
        1,
        "planned",
    ),
    ("APART", "이란이/NOUN/1/nsubj 판매하자/VERB/2/advcl 경고했다/VERB/-1/root", 1, "done"),
]


@pytest.mark.parametrize(("tree", "word", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_endings_tell_how_an_event_is_presented(tree: str, word: int, wanted: str) -> None:
    assert present(planted(tree, language="ko").tree, word, standpoint=AUTHOR).modality == wanted
