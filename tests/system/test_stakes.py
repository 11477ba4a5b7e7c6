"""Claims in, and what they mean to whom out."""

from dataclasses import replace
from itertools import permutations

import pytest

from sayso.system.records import Testimony
from sayso.system.stakes import stakes
from tests.system.factories import told

GAIN = ("affect", "cause=RUS/president", "affected=PRK", "effect=gain:foreign money")

CASES = {
    "a gain": (told(*GAIN), [("gain", "PRK", "RUS")]),
    "harm without a cause": (
        told("affect", "cause=:the war", "affected=SYR", "effect=harm:ruin"),
        [("harm", "SYR", None)],
    ),
    "an effect on no party": (
        told("affect", "cause=CHN", "affected=:the region", "effect=risk:x"),
        [("risk", None, "CHN")],
    ),
    "two causes": (
        told("affect", "cause=USA", "cause=CHN", "affected=RUS", "effect=constraint:x"),
        [("constraint", "RUS", "CHN"), ("constraint", "RUS", "USA")],
    ),
    "neither help nor harm": (told("affect", "cause=UN/icj", "affected=BOL", "effect=:much riding on it"), []),
    "support": (told("support", "actor=CHN/president", "target=RUS"), [("support", "CHN", "RUS")]),
    "opposing a matter": (told("oppose", "actor=CHN", "matter=:nuclear help"), [("oppose", "CHN", None)]),
    "asking": (told("request", "actor=UKR", "target=CZE", "matter=:shells"), [("ask", "UKR", "CZE")]),
    "threatening": (told("threaten", "actor=CHN", "target=USA"), [("threaten", "CHN", "USA")]),
    "a plan to have": (told("possess", "actor=IRN", "good=nuclear:x", modality="planned"), [("want", "IRN", None)]),
    "having": (told("possess", "actor=IRN", "good=nuclear:x", modality="ongoing"), []),
    "the fear of another": (
        told("fight", "actor=PRK", "target=KOR", modality="feared", holder="KOR/president"),
        [("fear", "KOR", "PRK")],
    ),
    "a fear of nobody known": (
        told("fight", "actor=:rebels", "target=KOR", modality="feared"),
        [("fear", None, "KOR")],
    ),
    "the doer's own wish": (
        told("meet", "actor=PRK/leader", "partner=USA", modality="wanted"),
        [("want", "PRK", "USA")],
    ),
    "the wish to be given": (
        told("transfer", "giver=RUS", "recipient=PRK", "good=nuclear:technology", modality="wanted", holder="PRK"),
        [("want", "PRK", "RUS")],
    ),
    "a wish of two": (
        told("meet", "actor=PRK", "actor=USA", "partner=KOR", modality="wanted"),
        [("want", "PRK", "USA"), ("want", "USA", "PRK")],
    ),
    "a feared gain is both": (
        told(*GAIN, modality="feared", holder="KOR"),
        [("fear", "KOR", "RUS"), ("gain", "PRK", "RUS")],
    ),
    "a wanted support is both": (
        told("support", "actor=USA", "target=UKR", modality="wanted", holder="UKR"),
        [("want", "UKR", "USA"), ("support", "USA", "UKR")],
    ),
    "what just happened": (told("fight", "actor=RUS", "target=UKR"), []),
    "no roles": (told("meet", modality="wanted"), [("want", None, None)]),
}


@pytest.mark.parametrize(("testimony", "expected"), CASES.values(), ids=CASES)
def test_who_has_which_stake(testimony: Testimony, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [(each.sort, each.party, each.other) for each in stakes([testimony])] == expected


def _again(testimony: Testimony, claim_id: str, **changes: object) -> Testimony:
    claim = replace(testimony.claim, id=claim_id, **changes)  # type: ignore[arg-type]
    return replace(testimony, claim=claim, matter_id="m", origins=(f"o{claim_id}",), named=("PRK", f"N{claim_id}"))


def test_claims_of_one_matter_are_one_stake_with_all_their_origins() -> None:
    once = told(*GAIN)
    rows = [_again(once, "b", published="2024-10-01"), _again(once, "a"), _again(once, "c", published=None)]
    found = {stakes(order) for order in permutations(rows)}
    (((one,),)) = found
    assert one.claim_ids == ("a", "b", "c")
    assert one.origins == ("oa", "ob", "oc")
    assert one.named == ("Na", "Nb", "Nc", "PRK")


def test_the_first_claim_by_date_gives_the_words() -> None:
    late = _again(told(*GAIN), "a")
    early = _again(told("affect", "cause=RUS", "affected=PRK", "effect=gain:oil", published="2023"), "b")
    assert [each.about for each in stakes([late, early])] == ["oil"]


def test_a_denial_is_a_stake_of_its_own() -> None:
    rows = [_again(told(*GAIN), "a"), _again(told(*GAIN), "b", polarity="negated")]
    assert [(each.polarity, each.claim_ids) for each in sorted(stakes(rows), key=lambda each: each.claim_ids)] == [
        ("affirmed", ("a",)),
        ("negated", ("b",)),
    ]


def test_one_matter_alone_gives_the_stakes_that_it_gives_among_others() -> None:
    rows = [testimony for testimony, _ in CASES.values()]
    together = stakes(rows)
    assert sorted(together, key=lambda each: each.id) == sorted(
        (stake for row in rows for stake in stakes([row])), key=lambda each: each.id
    )
    assert len({each.id for each in together}) == len(together)


def test_a_thousand_names_on_both_sides_are_no_million_stakes() -> None:
    many = [f"affected=org/a{number}" for number in range(1_000)] + [f"cause=org/c{number}" for number in range(1_000)]
    found = stakes([told("affect", *many, "effect=harm:x")])
    assert len(found) == 1_000
    assert {each.other for each in found} == {None}


def test_nothing_gives_nothing() -> None:
    assert stakes([]) == ()
