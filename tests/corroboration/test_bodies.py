"""Documents with a publisher in, the body that speaks in them out."""

from dataclasses import replace

import pytest

from sayso.corroboration.bodies import body_of
from sayso.vocab.actors import open_roster
from tests.corroboration.factories import report


@pytest.mark.parametrize(
    ("publisher", "language", "expected"),
    [
        ("The Kremlin", "ru", "RUS/president"),
        ("White House", "en", "USA/president"),
        ("European  Commission", "fr", "EU/commission"),
        ("Commission européenne", "fr", "EU/commission"),
        ("Reuters", "en", None),
        ("The Prairie Dispatch", "en", None),
        ("Friends of the Kremlin", "en", None),
        (None, "en", None),
    ],
)
def test_bodies_that_publish(publisher: str | None, language: str, expected: str | None) -> None:
    assert body_of(replace(report(), publisher=publisher, language=language), open_roster()) == expected
