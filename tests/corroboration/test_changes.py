"""A claim and its retelling in, what became of it on the way out."""

from dataclasses import replace

import pytest

from sayso.corroboration.changes import changes
from sayso.corroboration.records import Telling
from sayso.records import Attribution, Period, Provenance, Role
from tests.corroboration.factories import report, sale, telling, worth
from tests.factories import role, span

PRICE = "up to $5.5 billion"


def told(**event: object) -> Telling:
    of = report()
    return telling(of, sale(of, **event))  # type: ignore[arg-type]


def priced(low: str | None, high: str | None, unit: str = "USD", *, about: bool = False) -> Telling:
    of = report()
    (quantity,) = worth(of, PRICE, low, high, unit)
    return telling(of, sale(of, quantities=(replace(quantity, approximate=about),)))


def names(before: Telling, after: Telling) -> list[str]:
    return [change.name for change in changes(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (priced("1.7e9", "5.5e9"), priced(None, "5.5e9"), ["lower bound lost"]),
        (priced("1.7e9", "5.5e9"), priced("1.7e9", None), ["upper bound lost"]),
        (priced(None, "300"), priced("300", "300"), ["bound lost"]),
        (priced("90", None, "percent"), priced("90", "90", "percent"), ["bound lost"]),
        (priced("10", "12"), priced("11", "11"), ["range narrowed"]),
        (priced("11", "11"), priced("10", "12"), ["range widened"]),
        (priced("200", "999"), priced("700", "700"), ["range narrowed"]),
        (priced("63", "63"), priced("89", "89"), ["number changed"]),
        (priced("300", "300", about=True), priced("300", "300"), ["approximation lost"]),
        (priced("300", "300"), priced("300", "300", about=True), ["approximation added"]),
        (priced("300", "300", "container"), priced("300", "300", "shell"), ["unit changed"]),
        (priced("300", "300"), told(), ["number lost"]),
        (told(), priced("300", "300"), ["number added"]),
        (priced("300", "300"), priced("300.0", "300.0"), []),
    ],
)
def test_numbers(before: Telling, after: Telling, expected: list[str]) -> None:
    assert names(before, after) == expected


def test_the_nearest_number_of_the_unit_is_compared() -> None:
    of = report()
    (low,), (high,) = worth(of, PRICE, "10", "10"), worth(of, PRICE, "5000", "5000")
    (later,) = worth(of, PRICE, "5001", "5001")
    found = changes(telling(of, sale(of, quantities=(high, low))), telling(of, sale(of, quantities=(low, later))))
    assert [change.name for change in found] == ["number changed"]


def shown(modality: str, certainty: str, polarity: str = "affirmed") -> Telling:
    of = report()
    return telling(of, replace(sale(of), modality=modality, certainty=certainty, polarity=polarity))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (shown("possible", "possible"), shown("done", "certain"), ["hedge lost"]),
        (shown("done", "probable"), shown("done", "certain"), ["hedge lost"]),
        (shown("done", "certain"), shown("done", "possible"), ["hedge added"]),
        (shown("planned", "certain"), shown("done", "certain"), ["modality changed"]),
        (shown("done", "certain"), shown("ongoing", "certain"), []),
        (shown("done", "certain"), shown("done", "certain", "negated"), ["polarity changed"]),
        (shown("wanted", "unstated"), shown("wanted", "certain"), []),
    ],
)
def test_presentation(before: Telling, after: Telling, expected: list[str]) -> None:
    assert names(before, after) == expected


def by(source: str | None, actor: str | None) -> Telling:
    of = report()
    link = Attribution(source=None if source is None else span(of, source), actor=actor, cue=None, channel="said")
    return telling(of, replace(sale(of), attribution=() if source is None and actor is None else (link,)))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (by("Seoul", "KOR"), by(None, None), ["source lost"]),
        (by("Seoul", "KOR"), by("Seoul", "USA"), ["source changed"]),
        (by("Seoul", "KOR/defense"), by("Seoul", "KOR/president"), []),
        (by(None, None), by("Seoul", "org/nyt"), []),
        (by("Seoul", None), by("Seoul", "KOR"), []),
    ],
)
def test_sources(before: Telling, after: Telling, expected: list[str]) -> None:
    assert names(before, after) == expected


def with_roles(*roles: Role) -> Telling:
    return told(roles=roles)


def test_who_gives_is_who_gets() -> None:
    before = with_roles(role("giver", "PRK"), role("recipient", "RUS/defense"))
    assert names(before, with_roles(role("giver", "RUS"), role("recipient", "PRK"))) == ["direction changed"]
    assert names(before, with_roles(role("giver", "PRK/army"), role("recipient", "RUS"))) == []


@pytest.mark.parametrize(
    ("rule", "expected"), [("spend", ["direction changed", "kind changed"]), ("earn", ["kind changed"])]
)
def test_who_earns_is_who_pays(rule: str, expected: list[str]) -> None:
    before, of = priced("5.5e9", "5.5e9"), report()
    provenance: Provenance = replace(before.claim.provenance, rule=f"{rule}: {rule} (verb)")
    roles = (role("actor", "PRK"), role("good", None, good="money"))
    event = replace(before.claim.event, kind="possess", roles=roles)
    after = telling(of, replace(before.claim, event=event, provenance=provenance))
    assert names(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("2024-10-02", None, ["date lost"]),
        ("2024-10-02", "2024-10", []),
        ("2024-10-02", "2024-11", ["date changed"]),
        (None, "2024-11", []),
    ],
)
def test_dates(before: str | None, after: str | None, expected: list[str]) -> None:
    found = [
        told(occurred=None if edtf is None else Period(edtf=edtf, basis="stated", span=None))
        for edtf in (before, after)
    ]
    assert names(*found) == expected


def test_a_change_shows_the_words_before_and_after() -> None:
    (change,) = changes(priced("1.7e9", "5.5e9"), priced(None, "5.5e9"))
    assert change.before is not None
    assert change.before.quote == PRICE
