"""How far the passing of a thing has come, by modality, polarity and whose word it is."""

import pytest

from sayso.system.statuses import STATUSES, status_of
from tests.system.factories import told


@pytest.mark.parametrize(
    ("modality", "polarity", "holder", "expected"),
    [
        ("done", "affirmed", None, "delivered"),
        ("ongoing", "affirmed", "KOR", "delivered"),
        ("planned", "affirmed", None, "agreed"),
        ("promised", "affirmed", "RUS", "promised"),
        ("wanted", "affirmed", "PRK", "sought"),
        ("feared", "affirmed", "KOR", "feared"),
        ("possible", "affirmed", None, "possible"),
        ("wanted", "negated", "RUS/president", "refused"),
        ("wanted", "negated", "CHN", "opposed"),
        ("wanted", "negated", None, "refused"),
        ("planned", "negated", None, "refused"),
        ("done", "negated", "PRK", "denied"),
        ("possible", "negated", "USA", "denied"),
    ],
)
def test_the_status_follows_from_how_it_is_told(
    modality: str, polarity: str, holder: str | None, expected: str
) -> None:
    told_so = told(
        "transfer", "giver=RUS", "recipient=PRK", "good=nuclear:", holder=holder, modality=modality, polarity=polarity
    )
    assert status_of(told_so.claim) == expected
    assert expected in STATUSES
