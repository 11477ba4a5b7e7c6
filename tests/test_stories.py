"""Documents with profiles into a ledger, compared in several orders and portions, the stories that they tell out."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from sayso import pipeline
from sayso.corroboration.profiles import UNIT, Profile
from sayso.corroboration.records import Story
from sayso.ledger import Ledger
from sayso.records import Document
from tests.factories import document

SALE = ("pyongyang", "shells", "train", "warehouse", "vladivostok", "munition")
VOTE = ("lukashenko", "minsk", "ballot", "protest", "tikhanovskaya", "barricade")


def _told(number: int, words: Sequence[str]) -> tuple[Document, Profile]:
    """A report without a claim, whose story is all in its words and names."""
    made = document(f"Report {number} on {' '.join(words)}.", location=f"{number}.txt")
    weights = dict.fromkeys(words, round(UNIT * len(words) ** -0.5))
    return made, Profile(
        document_id=made.id,
        language=made.language,
        published=made.published,
        terms=weights,
        names=weights,
        actors={},
        numbers={},
        dates={},
        vector=b"",
    )


REPORTS = [_told(number, words[:5] if number % 4 else words) for number, words in enumerate((SALE, VOTE) * 4)]


def _append(path: Path, reports: Sequence[tuple[Document, Profile]]) -> tuple[Story, ...]:
    """The stories after these reports have come in and were compared."""
    with Ledger.open(path) as ledger:
        run = ledger.begin("hand", "1", vocabulary_version="1")
        for made, profile in reports:
            ledger.append(made, (), run=run, profile=profile)
        for _ in pipeline.corroborate(ledger):
            pass
        ledger.check()
        return pipeline.stories(ledger)


def test_reports_of_one_story_come_together(tmp_path: Path) -> None:
    found = _append(tmp_path / "whole.sayso", REPORTS)
    expected = [{made.id for made, _ in REPORTS[start::2]} for start in (0, 1)]
    assert sorted(({*story.document_ids} for story in found), key=sorted) == sorted(expected, key=sorted)


@pytest.mark.parametrize("seed", range(3))
def test_stories_are_the_same_in_any_order_and_portions(tmp_path: Path, seed: int) -> None:
    expected = _append(tmp_path / "whole.sayso", REPORTS)
    mixed = random.Random(seed).sample(REPORTS, len(REPORTS))
    for first, last in ((0, 3), (3, 4), (4, len(mixed))):
        found = _append(tmp_path / "portions.sayso", mixed[first:last])
    assert found == expected


def test_what_is_not_compared_or_has_no_profile_is_a_story_of_its_own(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "case.sayso") as ledger:
        run = ledger.begin("hand", "1", vocabulary_version="1")
        for number, (made, profile) in enumerate(REPORTS[:4:2]):
            ledger.append(made, (), run=run, profile=profile if number else None)
        assert len(pipeline.stories(ledger)) == 2
        assert len(list(pipeline.corroborate(ledger))) == 2
        assert len(pipeline.stories(ledger)) == 2
