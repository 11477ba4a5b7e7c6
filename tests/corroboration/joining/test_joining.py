"""Two tellings in, whether they are joined, and why, out."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from sayso.corroboration.joining.joining import comparable, join
from sayso.corroboration.joining.signs import SIGNS
from sayso.corroboration.joining.views import View, view
from sayso.records import Claim, Document, Period, Place
from sayso.vocab.actors import owner
from tests.corroboration.factories import report, sale, statement, telling, worth
from tests.factories import role, span

BILLIONS = "up to $5.5 billion"
SAME = bytes([100] * 384)


def seen(change: Callable[[Document, Claim], Claim] = lambda of, made: made, **about: str | None) -> View:
    of = report(**about)  # type: ignore[arg-type]
    return view(telling(of, change(of, sale(of)), statement=statement(of, of.text, vector=SAME)))


def values(one: View, other: View) -> dict[str, float]:
    return {sign.name: sign.value(one, other) for sign in SIGNS if sign.value(one, other)}


def with_roles(*pairs: tuple[str, str | None]) -> Callable[[Document, Claim], Claim]:
    return lambda of, made: replace(
        made, event=replace(made.event, roles=tuple(role(name, actor) for name, actor in pairs))
    )


def at(edtf: str) -> Callable[[Document, Claim], Claim]:
    return lambda of, made: replace(
        made, event=replace(made.event, occurred=Period(edtf=edtf, basis="stated", span=None))
    )


def for_price(low: str | None, high: str | None) -> Callable[[Document, Claim], Claim]:
    return lambda of, made: replace(made, event=replace(made.event, quantities=worth(of, BILLIONS, low, high)))


def in_place(name: str, country: str) -> Callable[[Document, Claim], Claim]:
    place = Place(name=name, country=country, span=None)
    return lambda of, made: replace(made, event=replace(made.event, place=place))


@pytest.mark.parametrize(
    ("one", "other", "name", "value"),
    [
        (seen(), seen(name="b"), "same kind", 1),
        (seen(), seen(name="b"), "same doer", 1),
        (seen(), seen(name="b"), "same counterpart", 1),
        (seen(), seen(name="b"), "same thing", 1),
        (seen(), seen(name="b"), "published together", 1),
        (seen(), seen(name="b", published="2024-10-20"), "published together", 0.5),
        (seen(), seen(name="b", published="2024-12-20"), "published apart", 0.5),
        (seen(), seen(name="b", published="2026-12-20"), "published apart", 1),
        (seen(), seen(with_roles(("giver", "PRK/army"), ("recipient", "RUS/defense")), name="b"), "same doer", 1),
        (seen(), seen(with_roles(("giver", "RUS"), ("recipient", "PRK")), name="b"), "parties turned round", 1),
        (seen(), seen(with_roles(("giver", "IRN"), ("recipient", "RUS")), name="b"), "other doer", 1),
        (seen(), seen(with_roles(("giver", "RUS"), ("recipient", "DEU")), name="b"), "other doer", 1),
        (seen(), seen(with_roles(("giver", "RUS"), ("recipient", "PRK")), name="b"), "other doer", 0),
        (seen(), seen(with_roles(("giver", "PRK"), ("recipient", "SYR")), name="b"), "other counterpart", 1),
        (seen(for_price(None, "5.5e9")), seen(for_price("1.7e9", "5.5e9"), name="b"), "same number", 1),
        (seen(for_price(None, "5e9")), seen(for_price("1e9", "5e9"), name="b"), "same number", 0.5),
        (seen(for_price(None, "5e9")), seen(for_price("6e9", None), name="b"), "other number", 1),
        (seen(at("2024-10-02")), seen(at("2024-10"), name="b"), "same days", 1),
        (seen(at("2024-10-02")), seen(at("2024"), name="b"), "same days", 0.3),
        (seen(at("2024-10-02")), seen(at("2024-10-03"), name="b"), "other days", 0.5),
        (seen(at("2024-10-02")), seen(at("2024-11-03"), name="b"), "other days", 1),
        (seen(in_place("Rason", "PRK")), seen(in_place("Rason", "PRK"), name="b"), "same place", 1),
        (seen(in_place("Rason", "PRK")), seen(in_place("Tula", "RUS"), name="b"), "other place", 1),
        (seen(), seen(lambda of, made: replace(made, modality="planned"), name="b"), "presented otherwise", 1),
        (seen(), seen(lambda of, made: replace(made, modality="possible"), name="b"), "presented otherwise", 0.5),
        (seen(), seen(lambda of, made: replace(made, modality="ongoing"), name="b"), "presented otherwise", 0),
    ],
)
def test_signs(one: View, other: View, name: str, value: float) -> None:
    assert values(one, other).get(name, 0) == pytest.approx(value)
    assert values(one, other) == values(other, one)


def test_what_is_said_in_the_same_words_on_the_same_day_is_joined_with_its_evidence() -> None:
    found = join(seen(), seen(name="b"))
    assert found is not None
    assert found.claim_id < found.other_id
    assert {"same kind", "same doer", "same meaning"} <= {each.name for each in found.evidence}
    assert found == join(seen(name="b"), seen())


@pytest.mark.parametrize(
    "other",
    [
        seen(with_roles(("giver", "IRN"), ("recipient", "SYR")), name="b"),
        seen(at("1994-10-02"), name="b", published="1994-10-03"),
        seen(lambda of, made: replace(made, modality="wanted"), name="b", published="2022-10-03"),
    ],
    ids=["other parties", "thirty years apart", "a wish of two years before"],
)
def test_what_is_something_else_is_not(other: View) -> None:
    assert join(seen(at("2024-10-02")), other) is None


def test_a_shared_passage_joins_what_the_rest_would_not() -> None:
    late = seen(name="b", published="2025-01-10")
    late = replace(late, vector=np.array([1, -1] * 192, dtype=np.float32) / np.sqrt(np.float32(384)))
    assert join(seen(), late) is None
    copied = join(seen(), late, is_copied=True)
    assert copied is not None
    assert copied.evidence[-1].name == "same passage"


def test_two_claims_on_one_word_are_never_one() -> None:
    of = report()
    assert not comparable(view(telling(of, sale(of))), view(telling(of, sale(of, source="Seoul", actor="KOR"))))


def test_kinds_that_have_nothing_in_common_are_not_compared() -> None:
    met = seen(lambda of, made: replace(made, event=replace(made.event, kind="casualty")), name="b")
    assert not comparable(seen(), met)


def test_the_wounded_are_not_the_dead() -> None:
    def hurt(rule: str) -> Callable[[Document, Claim], Claim]:
        return lambda of, made: replace(
            made,
            event=replace(made.event, kind="casualty"),
            provenance=replace(made.provenance, rule=f"{rule}: {rule} (verb)"),
        )

    killed, wounded = seen(hurt("kill")), seen(hurt("wound"), name="b")
    assert comparable(killed, seen(hurt("die"), name="b"))
    assert comparable(wounded, seen(hurt("be_wounded")))
    assert not comparable(killed, wounded)


def test_a_person_is_nobody_elses() -> None:
    assert owner("person/x-y") == "person/x-y"


def test_an_unknown_place_in_the_text_has_a_span() -> None:
    of = report()
    assert view(telling(of, sale(of, place=Place(name="Rason", country=None, span=span(of, "Seoul"))))).country is None
