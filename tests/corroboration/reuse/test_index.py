"""Documents in any order in, the same pairs out."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.corroboration.records import Reuse
from sayso.corroboration.reuse import ReuseIndex, compare
from sayso.corroboration.reuse import prints as prints_module
from sayso.corroboration.reuse.folding import fold
from sayso.corroboration.reuse.prints import Candidate, PrintIndex, prints
from sayso.records import Document
from tests.corroboration.reuse.test_comparison import OWN, WIRE
from tests.factories import document

CHANCE = random.Random(4)
WORDS = ["".join(CHANCE.choices("abcdefghij", k=CHANCE.randrange(2, 9))) for _ in range(3000)]
BOILERPLATE = (
    "All rights reserved. This material may not be published, broadcast, rewritten or redistributed by anyone."
)


def text_of(count: int) -> str:
    """So many words drawn by chance."""
    return " ".join(CHANCE.choices(WORDS, k=count))


STOCK = [
    *(text_of(150) for _ in range(4)),
    *(f"{text_of(60)}\n{WIRE}" for _ in range(3)),
    *(f"{text_of(90)}\n{BOILERPLATE}" for _ in range(4)),
    f"{WIRE} {OWN}",
    OWN,
    WIRE.upper(),
    BOILERPLATE,
    "",
]


def found_in(documents: list[Document]) -> set[Reuse]:
    """All that an index finds while it takes them in."""
    by_id = {one.id: one for one in documents}
    index = ReuseIndex(by_id.__getitem__)
    return {reuse for one in documents for reuse in index.add(one)}


def stock() -> list[Document]:
    return [document(text, location=f"{number}.txt") for number, text in enumerate(STOCK)]


def test_the_index_finds_what_comparing_all_finds() -> None:
    documents = stock()
    pairs = {compare(one, other) for one in documents for other in documents if one.id < other.id} - {None}
    assert found_in(documents) == pairs
    assert len(pairs) > 10


@settings(max_examples=15, deadline=None)
@given(st.permutations(range(len(STOCK))))
def test_the_same_is_found_in_any_order(order: list[int]) -> None:
    documents = stock()
    assert found_in([documents[number] for number in order]) == found_in(documents)


def test_a_known_document_is_not_added_again_and_no_copy_of_itself() -> None:
    one = document(WIRE)
    index = ReuseIndex({one.id: one}.__getitem__)
    assert index.add(one) == index.add(one) == ()
    assert len(index) == 1
    assert one.id in index


def test_an_index_built_again_from_a_ledger_finds_the_same() -> None:
    documents = stock()
    by_id = {one.id: one for one in documents}
    index = ReuseIndex(by_id.__getitem__)
    for one in documents[:-3]:
        index.insert(one)
    kept = ReuseIndex(by_id.__getitem__)
    for one in documents[:-3]:
        kept.add(one)
    assert [index.add(one) for one in documents[-3:]] == [kept.add(one) for one in documents[-3:]]


def test_what_is_common_is_looked_up_for_the_short_and_changes_no_candidate(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        f"{text_of(CHANCE.choice((5, 30, 60, 200, 600)))} {BOILERPLATE if number % 3 else WIRE}"
        for number in range(150)
    ]
    found = [(str(number), prints(fold(document(text)))) for number, text in enumerate(texts)]

    def candidates() -> list[tuple[Candidate, ...]]:
        index, gathered = PrintIndex(), []
        for name, own in found:
            gathered.append(index.candidates(name, own))
            index.insert(name, own)
        return gathered

    plain = candidates()
    monkeypatch.setattr(prints_module, "_COMMON", 3)
    assert candidates() == plain
    assert any(plain)


def test_prints_are_the_same_wherever_a_stretch_stands() -> None:
    shared = set(prints(fold(document(WIRE))).tolist())
    assert len(shared) > 5
    assert shared <= set(prints(fold(document(f"{OWN}\n{WIRE.lower()} {OWN}"))).tolist())


def test_an_index_stays_small() -> None:
    index = PrintIndex()
    for number in range(300):
        index.insert(str(number), prints(fold(replace(document(text_of(400)), id=str(number)))))
    assert sum(segment.nbytes for segment in index._segments) < 1000 * len(index)
    assert len(index._segments) < 5
