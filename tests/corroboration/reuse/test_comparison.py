"""Two documents in, what they share and where out."""

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.corroboration.reuse import COPIED, compare
from sayso.corroboration.reuse.comparison import Comparable, compare_with
from sayso.corroboration.reuse.folding import fold
from sayso.records import Document, Passage
from tests.factories import document

WIRE = (
    "SEOUL - North Korea fired two short-range missiles into the sea on Friday, the South's military said, "
    "hours after a visiting envoy called for the talks to be resumed without conditions. "
    "The launch from the eastern port of Wonsan was the fourth this month and the first at night."
)
OWN = (
    "Our correspondent walked through the market in the early morning, where traders spoke of rice prices, "
    "a late harvest and the new bridge over the river that nobody has yet been allowed to cross."
)
SAID = "“We shall not yield to any pressure from abroad whatever its form and whoever may exert it on our people,”"
CHINESE = "外交部发言人周五在例行记者会上表示，中方对半岛局势表示关切，呼吁有关各方保持冷静克制，避免采取任何刺激行动。"
ARABIC = "قالت وزارة الخارجية يوم الجمعة إن المحادثات مع الوفد الزائر ستستأنف الأسبوع المقبل دون شروط مسبقة في العاصمة"


def named(text: str, name: str) -> Document:
    """A document with an id that sorts as wanted."""
    plain = document(text.encode("utf-8", "replace").decode("utf-8"), location=name)
    return replace(plain, id=name, text=text)


@pytest.mark.parametrize(
    ("text", "other", "share", "other_share"),
    [
        (WIRE, WIRE, (1, 1), (1, 1)),
        (WIRE, WIRE.upper().replace(",", " –\n"), (1, 1), (1, 1)),
        (WIRE, f"{OWN}\n\n{WIRE}", (1, 1), (0.5, 0.65)),
        (WIRE.replace("fired", "launched").replace("visiting", "foreign"), WIRE, (1, 1), (1, 1)),
        (" ".join(WIRE.split()[22:]) + " " + " ".join(WIRE.split()[:22]), WIRE, (1, 1), (1, 1)),
        (CHINESE, "新华社北京电 " + CHINESE, (1, 1), (0.8, 0.99)),
        (ARABIC, "عاجل: " + ARABIC, (1, 1), (0.9, 0.99)),
        ("Cafe\u0301 " + WIRE.replace("missiles", "mis\u00adsiles"), "Café " + WIRE, (1, 1), (1, 1)),
    ],
    ids=["copy", "retyped", "own words added", "words changed", "halves exchanged", "Chinese", "Arabic", "marks"],
)
def test_what_is_shared_is_graded_both_ways(
    text: str, other: str, share: tuple[float, float], other_share: tuple[float, float]
) -> None:
    found = compare(named(text, "a"), named(other, "b"))
    assert found is not None
    assert share[0] <= found.share <= share[1]
    assert other_share[0] <= found.other_share <= other_share[1]
    assert max(found.share, found.other_share) >= COPIED


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (WIRE, OWN),
        ("", WIRE),
        ("?!", "?!"),
        ("No.", "No."),
        (f"{WIRE} {SAID} he said.", f"{OWN} {SAID} he told them."),
        (f"{WIRE} according to the U.S. Geological Survey", f"{OWN} according to the U.S. Geological Survey"),
        (" ".join(WIRE.split()[::-1]), WIRE),
    ],
    ids=["other text", "nothing", "signs", "one word", "one official quoted", "common phrase", "words reversed"],
)
def test_what_anybody_may_write_is_no_reuse(text: str, other: str) -> None:
    assert compare(named(text, "a"), named(other, "b")) is None


def test_a_copy_with_its_quotation_is_a_copy() -> None:
    found = compare(named(f"{WIRE} {SAID} he said.", "a"), named(f"{WIRE} {SAID} he said.", "b"))
    assert found is not None
    assert (found.share, found.other_share) == (1, 1)


def test_furniture_is_no_proof() -> None:
    text = f"{OWN}\n{WIRE}"
    parts = (
        Passage(start=0, end=len(OWN), kind="body", language="en", garbled=0),
        Passage(start=len(OWN) + 1, end=len(text), kind="furniture", language="en", garbled=0, reason="terms"),
    )
    assert compare(named(text, "a"), named(WIRE, "b")) is not None
    assert compare(replace(named(text, "a"), passages=parts), named(WIRE, "b")) is None


def test_a_passage_does_not_reach_over_furniture() -> None:
    halves = WIRE[: WIRE.index("hours")], WIRE[WIRE.index("hours") :]
    text = f"{halves[0]}\nSUBSCRIBE NOW\n{halves[1]}"
    start = text.index("SUBSCRIBE")
    furniture = Passage(start=start, end=start + 13, kind="furniture", language="en", garbled=0, reason="appeal")
    found = compare(replace(named(text, "a"), passages=(furniture,)), named(WIRE, "b"))
    assert found is not None
    assert found.share == 1
    assert all("SUBSCRIBE" not in passage.span.quote for passage in found.passages)


words = st.sampled_from(
    ("the", "a", "of", "sanctions", "talks", "5,000", "said", "“", "”", '"', "中国", "国", "Café", "-", "\n", "x")
)
texts = st.lists(words, max_size=60).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(texts, texts, texts)
def test_shares_and_passages_hold_and_are_symmetric(one: str, two: str, both: str) -> None:
    first, second = named(f"{one} {both}", "a"), named(f"{both} {two}", "b")
    found = compare(first, second)
    assert found == compare(second, first)
    if found is not None:
        assert (found.document_id, found.other_id) == ("a", "b")
        assert 0 <= found.share <= 1
        assert 0 <= found.other_share <= 1
        for passage in found.passages:
            assert first.text[passage.span.start : passage.span.end] == passage.span.quote
            assert second.text[passage.other.start : passage.other.end] == passage.other.quote
            ours, theirs = (set(fold(named(span.quote, "q")).words.tolist()) for span in (passage.span, passage.other))
            assert len(ours & theirs) >= len(ours) / 4


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, min_size=1, max_size=5), st.lists(st.integers(0, 4), min_size=2, max_size=8))
def test_comparing_with_many_at_once_is_comparing_with_each(parts: list[str], drawn: list[int]) -> None:
    documents = [
        named(f"{parts[number % len(parts)]} {WIRE if number % 2 else OWN} {parts[at % len(parts)]}", f"{number}{at}")
        for at, number in enumerate(drawn)
    ]
    first, others = documents[0], documents[1:]
    each = [found for other in others if (found := compare(first, other))]
    assert list(compare_with(Comparable(first), [Comparable(other) for other in others])) == each


@pytest.mark.parametrize(
    "text",
    [
        "ha " * 20_000,
        "ha ho " * 10_000,
        "x" * 100_000,
        "哈" * 20_000,
        "😀" * 10_000,
        '"' * 10_000 + WIRE,
        "\ud800 " + WIRE,
        WIRE * 100,
        " ".join(random.Random(4).choices(WIRE.split(), k=10_000)),
    ],
    ids=["one word", "two words", "one long word", "one sign", "emoji", "marks", "half a pair", "over", "shuffled"],
)
def test_hostile_text_takes_little_time(text: str) -> None:
    started = time.process_time()
    found = compare(named(text, "a"), named(f"{WIRE} {text} {OWN}", "b"))
    assert time.process_time() - started < 2
    assert found is None or 0 <= found.share <= 1
