"""Claims of our own in; what they are coded as in event data out."""

import csv
import io
from dataclasses import replace

import pytest

from sayso.outputs.claims import Found
from sayso.outputs.exports import plover
from sayso.outputs.exports.wording import Pair
from sayso.records import Claim
from sayso.vocab.frames import kinds
from sayso.vocab.scales import MODALITIES, POLARITIES
from tests.factories import attributed, claim, document, role
from tests.outputs.exports.made import contents, remarks, three, written

DOCUMENT = document("Russia did it to Ukraine, said Poland.")


def told(kind: str, modality: str = "done", polarity: str = "affirmed", *, by: str | None = None) -> Claim:
    """A claim of what Russia does to Ukraine, on the word of another where one is given."""
    doer, *others = (name for name, filler in kinds()[kind].roles if filler != "thing")
    roles = [role(doer, "RUS"), *(role(other, "UKR") for other in others[:1])]
    made = replace(claim(DOCUMENT, kind, "did", *roles), modality=modality, polarity=polarity)
    return made if by is None else attributed(made, None, actor=by, cue=None)


@pytest.mark.parametrize(
    ("of", "event"),
    [
        (told("transfer"), "AID"),
        (told("transfer", "planned"), "AGREE"),
        (told("transfer", "promised"), "AGREE"),
        (told("transfer", "wanted", by="POL"), "REQUEST"),
        (told("transfer", "threatened"), "THREATEN"),
        (told("transfer", "planned", "negated"), "REJECT"),
        (told("transfer", "wanted"), "AGREE"),
        (told("meet", "wanted"), "REQUEST"),
        (told("fight", "wanted"), None),
        (told("fight", "wanted", "negated"), None),
        (told("fight", "wanted", "negated", by="POL"), "REQUEST"),
        (told("transfer", "wanted", "negated"), "REJECT"),
        (told("transfer", "wanted", "negated", by="POL"), "REQUEST"),
        (told("transfer", "done", "negated"), None),
        (told("transfer", "possible"), "AID"),
        (told("transfer", "possible", "negated"), None),
        (told("fight"), "ASSAULT"),
        (told("fight", "planned"), "THREATEN"),
        (told("fight", "promised", "negated"), "AGREE"),
        (told("fight", "done", "negated", by="RUS"), None),
        (told("sanction", "done", "negated"), "RETREAT"),
        (told("sanction", "done", "negated", by="RUS"), None),
        (told("meet", "done", "negated"), "REJECT"),
        (told("agree"), "AGREE"),
        (told("request"), "REQUEST"),
        (told("threaten", "threatened"), "THREATEN"),
        (told("possess"), None),
        (told("govern"), None),
        (told("produce"), None),
    ],
    ids=lambda of: of if isinstance(of, str) or of is None else f"{of.event.kind}-{of.modality}-{of.polarity}",
)
def test_kind_and_modality_decide_the_event(of: Claim, event: str | None) -> None:
    found = plover.coded(of)
    assert (found and found.event) == event


def test_what_may_be_is_marked_as_hypothetical_and_what_is_to_be_as_future() -> None:
    for modality, context in (("possible", "hypothetical"), ("feared", "hypothetical"), ("planned", "future")):
        found = plover.coded(told("fight", modality))
        assert found is not None
        assert context in found.contexts


def test_it_is_who_wants_it_that_requests_of_him_who_would_do_it() -> None:
    found = plover.coded(told("transfer", "wanted", by="POL"))
    assert found is not None
    assert found.pairs == (Pair(doer="POL", other="RUS"),)


def test_of_the_dead_it_is_who_killed_them_that_acts() -> None:
    made = claim(DOCUMENT, "casualty", "did", role("victim", "UKR"), role("perpetrator", "RUS"))
    [row] = rows([(DOCUMENT, (made,))])
    assert (row["event"], row["actor"], row["recipient"]) == ("ASSAULT", "RUS", "UKR")
    assert plover.coded(claim(DOCUMENT, "casualty", "did", role("victim", "UKR"))) is None


def test_the_table_knows_every_kind_and_every_event_it_names() -> None:
    table = plover._table()
    assert list(table["kinds"]) == list(kinds())
    assert list(table["affirmed"]) == list(MODALITIES)
    named = {each[key] for each in table["kinds"].values() for key in ("event", "ended", "alone") if key in each}
    tones = {each["tone"] for each in table["kinds"].values()}
    assert set(table["own"]) == set(POLARITIES)
    named |= {event for each in table["own"].values() for tone, event in each.items() if tone in tones}
    for polarity in POLARITIES:
        named |= {event for each in table[polarity].values() for tone, event in each.items() if tone in tones}
    assert named - {"itself", "ended"} <= set(table["events"])
    assert len(table["events"]) == 15


def rows(found: list[Found]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(plover, contents(found)).decode(), newline="")))


def test_a_row_keeps_speaker_modality_and_words_and_says_what_is_left_out() -> None:
    [gave, asked] = rows(three())
    assert (gave["event"], gave["cameo"], gave["quad"]) == ("AID", "07", "2")
    assert (gave["actor"], gave["recipient"], gave["thing"]) == ("POL", "UKR", "ammunition")
    assert (asked["event"], asked["actor_name"], asked["recipient_name"]) == ("REQUEST", "Ukraine", "Germany")
    assert (asked["speaker"], asked["modality"], asked["certainty"]) == ("Ukraine", "wanted", "unstated")
    assert asked["words"] == "Kyiv asked Germany for tanks."
    assert (asked["date"], asked["date_basis"]) == ("2024-05", "published")
    assert remarks(plover, contents(three())) == ["1 claim is no event of PLOVER and left out"]


def test_two_actors_and_two_recipients_are_four_rows_of_one_claim() -> None:
    roles = [role("giver", "POL"), role("giver", "DEU"), role("recipient", "UKR"), role("recipient", "MDA")]
    found = rows([(DOCUMENT, (claim(DOCUMENT, "transfer", "did", *roles),))])
    assert len({row["event_id"] for row in found}) == 4
    assert len({row["claim_id"] for row in found}) == 1
