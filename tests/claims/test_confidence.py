"""Signs with their strengths in, the reader's own confidence out."""

import pytest

from sayso.claims import confidence as module
from sayso.claims.confidence import confidence, least
from sayso.claims.signs import HEAD


@pytest.fixture
def weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two signs whose weights are known."""
    table = {"least": 0.5, "weights": {"for": 2.0, "against": -2.0}}
    monkeypatch.setattr(module, "_data", lambda is_proposed: {"weights": {}} if is_proposed else table)


@pytest.mark.usefixtures("weights")
@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ({}, 0.5),
        ({"unknown": 1.0}, 0.5),
        ({"for": 1.0}, 0.881),
        ({"against": 1.0}, 0.119),
        ({"for": 1.0, "against": 1.0}, 0.5),
        ({"for": 0.5}, 0.731),
        ({"for": 1000.0}, 1.0),
        ({"against": 1000.0}, 0.0),
        ({"for": 1.0, HEAD: 3.0}, 0.5),
    ],
)
def test_weights_of_signs_add_up_to_a_probability(signs: dict[str, float], expected: float) -> None:
    assert confidence(signs) == pytest.approx(expected, abs=0.001)


def test_a_claim_with_known_doer_is_surer_than_one_with_nobody() -> None:
    nobody = {"always": 1.0, "no party in the sentence": 1.0, "0 known parties": 1.0}
    somebody = {"always": 1.0, "doer known": 1.0, "parties in the sentence": 2 / 3, "2 known parties": 1.0}
    assert confidence(somebody) > confidence(nobody)


def test_the_least_confidence_is_a_probability_that_some_claims_miss() -> None:
    assert 0 < least({}) < 1
    assert 0 < least({HEAD: 1.0}) < 1
