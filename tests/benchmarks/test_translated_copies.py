"""Pairs of texts of a known kind in, how well copies are told from reports of their own out."""

import math
import tomllib

import numpy as np
import pytest

from benchmarks.measures.translated import INDEPENDENT, KEPT, LANGUAGES, Pair, auc, partial
from sayso.corroboration.translated import Line
from sayso.records import Span


def text(document: str, topics: list[int]) -> tuple[Line, ...]:
    """A document in a language of its own with a sentence about each topic."""
    lines = []
    for place, topic in enumerate(topics):
        vector = np.random.default_rng(topic).normal(size=384)
        span = Span(document_id=document, start=100 * place, end=100 * place + 80, quote="x" * 80)
        made = np.round(vector / np.linalg.norm(vector) * 127).astype(np.int8).tobytes()
        lines.append(Line(span=span, language=document, vector=made, marks=frozenset()))
    return tuple(lines)


COPY = Pair(name="copy", lines=text("en", [1, 2, 3, 4]), others=text("es", [2, 3]), is_copy=True)
MISSED = Pair(name="missed", lines=text("en", [1, 2, 3, 4]), others=text("es", [8, 9]), is_copy=True)
OWN = Pair(name="own", lines=text("en", [1, 2, 3, 4]), others=text("es", [5, 6]), is_copy=False)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [([COPY, OWN], 100.0), ([COPY, MISSED, OWN], 75.0), ([MISSED, OWN], 50.0)],
    ids=["all right", "one missed", "all alike"],
)
def test_the_area_is_how_often_a_copy_has_the_larger_score(pairs: list[Pair], expected: float) -> None:
    assert auc(pairs) == expected


def test_there_is_no_area_without_both_kinds() -> None:
    assert math.isnan(auc([COPY]))


def test_a_partial_copy_is_the_same_each_time_and_adds_nothing() -> None:
    whole = text("en", list(range(20)))
    found = partial(whole, "seed")
    assert found == partial(whole, "seed") != partial(whole, "another")
    assert set(found) < set(whole)
    assert KEPT[0] * 20 <= len(found) <= KEPT[1] * 20


def test_the_reports_of_their_own_cover_every_story_in_several_languages() -> None:
    reports = tomllib.loads(INDEPENDENT.read_text(encoding="utf-8"))["report"]
    assert len({report["story"] for report in reports}) == 9
    assert {report["language"] for report in reports} == set(LANGUAGES)
    assert len({(report["story"], report["language"]) for report in reports}) == len(reports) >= 12
    for report in reports:
        assert 6 <= len(report["text"].strip().splitlines()) <= 10
