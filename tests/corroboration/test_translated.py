"""Hand-made sentences in two languages in, what is taken for a translation of what out."""

from collections.abc import Sequence
from decimal import Decimal

import numpy as np
import pytest

from sayso.corroboration.records import Reuse
from sayso.corroboration.translated import Line, lines_of, translated
from sayso.records import Span, Statement

WIDTH = 384
SENTENCE = "x" * 80


def vector(topic: int, *, away: float = 0.0) -> bytes:
    """A unit vector that points to a topic, turned a little towards a direction of its own."""
    random = np.random.default_rng(topic)
    made = random.normal(size=WIDTH)
    if away:
        other = np.random.default_rng(10_000 + topic).normal(size=WIDTH)
        made = (1 - away) * made + away * other
    return np.round(made / np.linalg.norm(made) * 127).astype(np.int8).tobytes()


def line(document: str, place: int, topic: int, **changed: object) -> Line:
    """A sentence of 80 letters about a topic."""
    text = str(changed.pop("text", SENTENCE))
    language = str(changed.pop("language", document))
    marks = frozenset(map(str, changed.pop("marks", ())))  # type: ignore[call-overload]
    away = float(changed.pop("away", 0.0))  # type: ignore[arg-type]
    start = 1000 * place
    span = Span(document_id=document, start=start, end=start + len(text), quote=text)
    return Line(span=span, language=language, vector=vector(topic, away=away), marks=marks)


def text(document: str, topics: Sequence[int], **changed: object) -> list[Line]:
    """A document with a sentence about each topic."""
    return [line(document, place, topic, **changed) for place, topic in enumerate(topics)]


def places(found: Reuse | None) -> list[tuple[int, int]]:
    """Which sentence goes with which."""
    assert found is not None
    return [(one.span.start // 1000, one.other.start // 1000) for one in found.passages]


def test_a_whole_translation_is_found_sentence_by_sentence() -> None:
    found = translated(text("en", range(6)), text("es", range(6), away=0.2))
    assert places(found) == [(place, place) for place in range(6)]
    assert found is not None
    assert (found.document_id, found.other_id, found.method) == ("en", "es", "translated")
    assert min(found.share, found.other_share) > 0.8


def test_the_result_does_not_depend_on_the_order_of_the_documents() -> None:
    first, second = text("en", [1, 2, 3, 4]), text("es", [2, 9, 4], away=0.2)
    assert translated(first, second) == translated(second, first)


@pytest.mark.parametrize(
    ("topics", "expected"),
    [
        pytest.param([2, 3], [(2, 0), (3, 1)], id="an excerpt"),
        pytest.param([20, 2, 21, 3, 22], [(2, 1), (3, 3)], id="an excerpt among other text"),
        pytest.param([3, 0, 1, 2], [(0, 1), (1, 2), (2, 3), (3, 0)], id="a sentence moved to the front"),
    ],
)
def test_part_of_a_text_is_found_in_the_other(topics: list[int], expected: list[tuple[int, int]]) -> None:
    found = translated(text("en", range(8)), text("es", topics, away=0.2))
    assert places(found) == expected


def test_the_shares_say_how_much_of_each_text_it_is() -> None:
    found = translated(text("en", range(8)), text("es", [2, 3], away=0.2))
    assert found is not None
    assert found.share == pytest.approx(found.other_share / 4, abs=0.01)


def test_a_longer_sentence_is_more_of_a_text() -> None:
    whole = [line("en", 0, 1, text="x" * 300), line("en", 1, 2, text="x" * 100)]
    found = translated(whole, [line("es", 0, 1, text="x" * 300, away=0.2), line("es", 1, 7)])
    assert found is not None
    assert 0.6 < found.share <= 0.75


def test_other_sentences_are_no_translation() -> None:
    assert translated(text("en", range(6)), text("es", range(50, 56))) is None


def test_sentences_in_one_language_are_not_compared() -> None:
    assert translated(text("a", range(4), language="en"), text("b", range(4), language="en")) is None


def test_a_passage_in_another_language_is_compared_even_so() -> None:
    mixed = [*text("b", [30, 31], language="en"), line("b", 2, 2, language="fr")]
    assert places(translated(text("a", range(4), language="en"), mixed)) == [(2, 2)]


def test_numbers_and_actors_decide_where_meanings_are_near() -> None:
    near = 0.55
    plain = translated(text("en", [1, 2]), text("es", [1, 9], away=near))
    marked = translated(
        text("en", [1, 2], marks=["=5500000", "RUS"]), text("es", [1, 9], away=near, marks=["=5500000", "RUS"])
    )
    other = translated(
        text("en", [1, 2], marks=["=5500000", "RUS"]), text("es", [1, 9], away=near, marks=["=12", "FRA"])
    )
    shares = [found.share if found else 0.0 for found in (other, plain, marked)]
    assert shares == sorted(shares)
    assert shares[0] < shares[2]


def test_a_sentence_cut_in_two_is_joined_again() -> None:
    both = (np.frombuffer(vector(1), np.int8).astype(float) + np.frombuffer(vector(2), np.int8)) / np.sqrt(2)
    long = Line(
        span=Span(document_id="en", start=0, end=160, quote="x" * 160),
        language="en",
        vector=np.round(both).astype(np.int8).tobytes(),
        marks=frozenset({"RUS", "PRK", "=7000"}),
    )
    cut = [line("es", 0, 1, text="x" * 130, marks=["RUS", "PRK", "=7000"]), line("es", 1, 2, text="x" * 70)]
    found = translated([long, line("en", 1, 40)], [*cut, line("es", 2, 41)])
    assert places(found) == [(0, 0), (0, 1)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param([], [], id="nothing"),
        pytest.param([], text("es", [1]), id="nothing beside something"),
        pytest.param(
            [Line(span=Span(document_id="en", start=0, end=0, quote=""), language="en", vector=b"", marks=frozenset())],
            text("es", [1]),
            id="an empty sentence without a vector",
        ),
        pytest.param(text("en", [1], text="😀"), text("zh", [99], text="中" * 9), id="odd characters"),
    ],
)
def test_odd_text_has_no_translation_and_does_no_harm(first: list[Line], second: list[Line]) -> None:
    assert translated(first, second) is None


def test_one_sentence_may_be_a_translation() -> None:
    assert places(translated(text("en", [1]), text("ja", [1], text="中" * 32, away=0.1))) == [(0, 0)]


def test_very_long_texts_are_compared_at_their_beginning() -> None:
    found = translated(text("en", [*range(30), *([77] * 3000)]), text("es", range(30), away=0.2))
    assert len(places(found)) == 30
    assert found is not None
    assert found.share < 0.02


@pytest.mark.parametrize(
    ("language", "written", "actors", "expected"),
    [
        pytest.param(
            "en", "Iran sold 5.5 million shells in 2022.", ("IRN",), {"IRN", "=5500000", "=2022"}, id="numbers"
        ),
        pytest.param("de", "Iran verkaufte 2022 5,5 Millionen.", (), {"=5500000", "=2022"}, id="in another language"),
        pytest.param("en", "He spoke.", ("RUS", "RUS/president"), {"RUS"}, id="an office counts as its state"),
        pytest.param("en", "It spoke.", ("org/nato", "person/x-y"), {"org/nato", "person/x-y"}, id="others whole"),
        pytest.param("en", "One of hundreds.", (), set(), id="one and vague numbers are no marks"),
        pytest.param("unknown", "7,000 İ", (), set(), id="a language without numerals"),
    ],
)
def test_the_marks_of_a_sentence_are_its_numbers_and_actors(
    language: str, written: str, actors: tuple[str, ...], expected: set[str]
) -> None:
    statement = Statement(
        span=Span(document_id="x", start=0, end=len(written), quote=written),
        language=language,
        vector=vector(1),
        polarity="positive",
        attribution=(),
        sources=(),
        actors=actors,
        numbers=(Decimal(9),),
    )
    (found,) = lines_of([statement])
    assert found.marks == expected
    assert (found.span, found.language, found.vector) == (statement.span, language, statement.vector)
