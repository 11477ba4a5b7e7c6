"""The packed identifier answers as py3langid does."""

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from sayso.lang.identifier import open_identifier

TEXTS = (
    "North Korea says nuclear disarmament won't come unless it can trust US",
    "Північна Корея відправила боєприпаси, повідомляє розвідка.",
    "北朝鮮は、米国を信頼できない限り核軍縮は実現しないと述べている",
    "2024 — 5,5 %",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_every_probability_is_the_same_to_the_last_digit(text: str) -> None:
    assert open_identifier().rank(text) == LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True).rank(text)
