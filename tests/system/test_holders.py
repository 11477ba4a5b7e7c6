"""Who wants or fears: the innermost link, the doer, or the one who says what must be."""

from dataclasses import replace

import pytest

from sayso.records import Attribution, Claim
from sayso.system.holders import holders
from tests.factories import claim, document, role, span

CASES = [
    # words of the text, cue, holder and channel of the link, word that shows the modality; who wants it
    ("Trump noted that Kim is interested in a meeting.", "noted", "USA", "said", "interested", ("PRK",)),
    ("Trump said that Kim must come to a meeting.", "said", "USA", "said", "must", ("USA",)),
    ("Trump urged Kim to come to a meeting.", "urged", "USA", "said", "urged", ("USA",)),
    ("Trump called on Kim to come to a meeting.", "called on", "USA", "said", "called", ("USA",)),
    ("Trump's claim to a meeting with Kim.", "claim", "USA", "said", "claim", ("USA",)),
    ("Trump refused a meeting with Kim.", "refused", "USA", "said", "refused", ("USA",)),
    ("Trump fears a meeting with Kim.", "fears", "USA", "believed", "fears", ("USA",)),
    ("Experts warned of a meeting with Kim.", "warned", None, "said", "warned", (None,)),
    ("Kim must come to a meeting.", None, None, None, "must", (None,)),
    ("Kim hopes for a meeting.", None, None, None, "hopes", ("PRK",)),
]


def _wanted(text: str, cue: str | None, actor: str | None, channel: str | None, shown: str) -> Claim:
    of = document(text)
    made = claim(of, "meet", "meeting", role("actor", "PRK/leader", span(of, "Kim")))
    words = (span(of, shown), span(of, "meeting"))
    links: tuple[Attribution, ...] = ()
    if channel is not None:
        at = None if cue is None else span(of, cue)
        links = (Attribution(source=None, actor=actor, cue=at, channel=channel),)
    return replace(made, modality="wanted", attribution=links, provenance=replace(made.provenance, words=words))


@pytest.mark.parametrize(("text", "cue", "actor", "channel", "shown", "expected"), CASES)
def test_who_wants_or_fears(
    text: str, cue: str | None, actor: str | None, channel: str | None, shown: str, expected: tuple[str | None, ...]
) -> None:
    assert holders(_wanted(text, cue, actor, channel, shown)) == expected


def test_a_quotation_without_words_of_saying_is_the_speakers_own_wish() -> None:
    assert holders(_wanted("Kim wants a meeting.", None, "USA", "said", "wants")) == ("USA",)


def test_a_language_that_nothing_is_known_of_leaves_the_wish_to_the_link() -> None:
    made = replace(_wanted("Trump said Kim wants a meeting.", "said", "USA", "said", "wants"), language="unknown")
    assert holders(made) == ("USA",)
