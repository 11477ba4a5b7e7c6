"""Words that hang on others in, phrases and trees out; and where steps hang words elsewhere a tree stays a tree."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.claims.clitics import join_clitics
from sayso.claims.compounding import compound
from sayso.claims.hanging import Hung, dependents, is_tree, span, spans
from sayso.claims.mending import mend
from sayso.claims.ordering import order
from sayso.claims.rehanging import rehang
from sayso.claims.serialising import serialise
from sayso.records import Sentence
from tests.factories import document, sentence

SOLD = """
North PROPN 1 compound
Korea PROPN 2 nsubj
sold VERB -1 root
shells NOUN 2 obj
to ADP 5 case
Russia PROPN 3 nmod
"""

STEPS: dict[str, tuple[Callable[[Sentence], Sentence], str, str]] = {
    "words cut in two": (join_clitics, "ar", "و ب زير وليفيا هم قال إيران"),
    "Korean": (rehang, "ko", "미국 정부는 대한 것을 수 있다 않았다 하기로 했다 폐기하지 위해 ("),
    "Japanese": (rehang, "ja", "米国 こと ため 対する いる て 訪問 する"),
    "Chinese bound words": (rehang, "zh", "美国 向 提供"),
    "Chinese": (serialise, "zh", "正在 将 在 向 打算 说 并 了 被 与 俄罗斯 访问 导弹 ,"),
    "Arabic": (order, "ar", "قد هددت إيران ب شراء صادرات حرب ه ،"),
    "Turkish": (compound, "tr", "talep etti Fransa'nın Çin'i tanıması Rusya'dan Nijerya silah"),
    "English": (mend, "en", "Russia since that analysis published complicate border although , is reluctant claims"),
}
UPOS = ["NOUN", "PROPN", "PRON", "VERB", "ADJ", "ADV", "ADP", "AUX", "SCONJ", "PART", "PUNCT"]
RELATIONS = [
    "nsubj",
    "nsubj:pass",
    "obj",
    "obl",
    "nmod",
    "nmod:poss",
    "acl",
    "acl:relcl",
    "advcl",
    "ccomp",
    "xcomp",
    "conj",
    "appos",
    "amod",
    "det",
    "case",
    "mark",
    "aux",
    "aux:pass",
    "cop",
    "compound",
    "compound:prt",
    "flat",
    "fixed",
    "dep",
    "cc",
    "punct",
    "parataxis",
]


def read(rows: Sequence[str], code: str) -> Sentence:
    report = document(" ".join(row.split()[0] for row in rows))
    return replace(sentence(report, "\n".join(rows)), language=code)


def test_a_phrase_is_a_word_with_all_that_hangs_on_it() -> None:
    words = Hung(read(SOLD.strip().splitlines(), "en").words)
    assert dependents(words, 2) == [1, 3]
    assert dependents(words, 2, "obj") == [3]
    assert [span(words, number) for number in (0, 1, 3, 2)] == [(0, 1), (0, 2), (3, 6), (0, 6)]
    assert spans(words) == [span(words, number) for number in range(len(words))]


@pytest.mark.parametrize(
    ("heads", "expected"), [((-1, 0, 1), True), ((-1, 2, 1), False), ((-1, -1), False), ((), False)]
)
def test_a_tree_has_one_root_above_all(heads: tuple[int, ...], expected: bool) -> None:
    word = read(SOLD.strip().splitlines(), "en").words[0]
    words = [replace(word, head=head) for head in heads]
    assert is_tree(words) is expected
    assert all(span(words, number)[0] <= number < span(words, number)[1] for number in range(len(words)))


@pytest.mark.parametrize("name", STEPS)
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_whatever_the_tree_the_result_is_a_tree(name: str, data: st.DataObject) -> None:
    step, code, forms = STEPS[name]
    places = data.draw(st.permutations(range(data.draw(st.integers(1, 8)))))
    rows = [""] * len(places)
    for place, number in enumerate(places):
        head = places[data.draw(st.integers(0, place - 1))] if place else -1
        relation = data.draw(st.sampled_from(RELATIONS)) if place else "root"
        rows[number] = (
            f"{data.draw(st.sampled_from(forms.split()))} {data.draw(st.sampled_from(UPOS))} {head} {relation}"
        )
    hung = step(read(rows, code)).words
    assert is_tree(hung)
    assert spans(hung) == [span(hung, number) for number in range(len(hung))]


@pytest.mark.parametrize("is_backward", [False, True])
@pytest.mark.parametrize("name", STEPS)
def test_a_sentence_of_two_thousand_words_in_a_chain_is_no_trouble(name: str, is_backward: bool) -> None:
    step, code, forms = STEPS[name]
    chosen, count = forms.split(), 2_000
    heads = [*range(1, count), -1] if is_backward else range(-1, count - 1)
    rows = [
        f"{chosen[number % len(chosen)]} {UPOS[number % 4]} {head} {'root' if head < 0 else RELATIONS[number % 6]}"
        for number, head in enumerate(heads)
    ]
    assert is_tree(step(read(rows, code)).words)
