"""Reports made by hand in a ledger in, what comparing them leads to out: the same whenever and in whatever order."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice, permutations
from pathlib import Path

import pytest

from sayso import pipeline
from sayso.corroboration.accounts import Account
from sayso.ledger import Ledger
from sayso.records import Claim, Document, Statement
from sayso.vocab.actors import open_roster
from tests.corroboration.factories import report, sale, statement
from tests.factories import claim, role, span

SOLD = "North Korea has sold shells and other arms worth billions of dollars to Russia since 2022, Seoul said."
SHELLED = "Russia shelled a railway station in the city of Kherson in Ukraine before dawn on that day, Kyiv said."
DELIVERED = (
    "Guns and other arms from North Korea reached Russia by rail and by sea for a fortune, officials in Seoul told us."
)
MARKET = (
    "Our correspondent walked through the market in the early morning, where traders spoke of rice prices, a late "
    "harvest and the new bridge over the river that nobody has yet been allowed to cross by day or by night."
)
SOLD_PLACE, SHELLED_PLACE, MARKET_PLACE = 1, 2, 3

Told = tuple[Document, Sequence[Claim], Sequence[Statement]]


def _told(name: str, published: str, *sentences: str) -> Told:
    """A report of these sentences, with the claims that they make."""
    of = report(" ".join(sentences), name=name, published=published)
    claims: list[Claim] = []
    stated = []
    for sentence in sentences:
        place = {SOLD: SOLD_PLACE, DELIVERED: SOLD_PLACE, SHELLED: SHELLED_PLACE}.get(sentence, MARKET_PLACE)
        traded = ("KOR", "PRK", "RUS")
        actors = {SOLD: traded, DELIVERED: traded, SHELLED: ("RUS", "UKR")}.get(sentence, ())
        vector = bytes(100 * (axis == place) for axis in range(384))
        stated.append(statement(of, sentence, vector=vector, actors=actors))
        if sentence in (SOLD, DELIVERED):
            trigger = "sold" if sentence == SOLD else "reached"
            claims.append(sale(of, trigger=trigger, source="Seoul", actor="KOR"))
        elif sentence == SHELLED:
            roles = (role("actor", "RUS", span(of, "Russia shelled")), role("target", "UKR", span(of, "Ukraine")))
            claims.append(claim(of, "fight", "shelled", *roles, evidence=sentence))
    return of, [replace(each, published=published) for each in claims], stated


def _names(order: Iterable[Told]) -> str:
    return " ".join(of.location.removesuffix(".txt") for of, _, _ in order)


FIRST = _told("first", "2024-10-14", SOLD, MARKET)
COPY = _told("copy", "2024-10-15", SOLD, MARKET)
OTHER = _told("other", "2024-10-15", SHELLED)
BOTH = _told("both", "2024-10-16", DELIVERED, SHELLED)
LATE = _told("late", "2024-10-17", SHELLED)
TOLD = (FIRST, COPY, OTHER, BOTH, LATE)


def _append(ledger: Ledger, told: Iterable[Told]) -> None:
    run = ledger.begin("hand", "1", vocabulary_version="1")
    for of, claims, stated in told:
        ledger.append(of, claims, run=run, statements=stated)


def _compare(ledger: Ledger) -> list[str]:
    return [document.id for document in pipeline.corroborate(ledger)]


def _accounts(ledger: Ledger) -> tuple[Account, ...]:
    return pipeline.accounts(ledger, roster=open_roster())


def _ids(told: Iterable[Told]) -> list[str]:
    return [of.id for of, _, _ in told]


def _documents(found: Account) -> set[str]:
    return {voice.document_id for voice in found.voices}


@pytest.fixture
def expected(tmp_path: Path) -> tuple[Account, ...]:
    """The accounts of all reports, appended in order and compared at once."""
    with Ledger.open(tmp_path / "expected.sayso") as ledger:
        _append(ledger, TOLD)
        assert _compare(ledger) == _ids(TOLD)
        return _accounts(ledger)


def test_what_says_the_same_is_one_matter_with_the_copy_from_the_original(expected: tuple[Account, ...]) -> None:
    sold, shelled = expected
    assert _documents(sold) == set(_ids([FIRST, COPY, BOTH]))
    assert _documents(shelled) == set(_ids([OTHER, BOTH, LATE]))
    assert [origin.actor for origin in sold.corroboration.origins] == ["KOR"]
    steps = {step.voice: step for step in sold.lineage.steps}
    (copied,) = (each.id for each in COPY[1])
    assert (steps[copied].reason, steps[copied].parent) == ("shared passage", FIRST[1][0].id)


@pytest.mark.parametrize("order", list(islice(permutations(TOLD), 7, 120, 31)), ids=_names)
@pytest.mark.parametrize("at_once", [True, False])
def test_the_order_of_documents_and_how_many_come_at_a_time_change_nothing(
    tmp_path: Path, expected: tuple[Account, ...], order: Sequence[Told], at_once: bool
) -> None:
    with Ledger.open(tmp_path / "case.sayso") as ledger:
        for told in (order,) if at_once else ((each,) for each in order):
            _append(ledger, told)
            assert _compare(ledger) == _ids(told)
        assert _accounts(ledger) == expected


def test_a_new_document_adds_to_the_matters_it_tells_and_touches_no_other(
    tmp_path: Path, expected: tuple[Account, ...]
) -> None:
    with Ledger.open(tmp_path / "case.sayso") as ledger:
        _append(ledger, TOLD[:-1])
        _compare(ledger)
        sold, shelled = _accounts(ledger)
        joins = set(ledger.comparisons.joins())
        _append(ledger, [LATE])
        assert _compare(ledger) == _ids([LATE])
        assert (sold, shelled) != expected
        assert sold == expected[0]
        assert shelled.matter.id == expected[1].matter.id
        assert _documents(expected[1]) - _documents(shelled) == set(_ids([LATE]))
        assert joins < set(ledger.comparisons.joins())


@pytest.mark.parametrize("done", range(1, len(TOLD)))
def test_broken_off_it_goes_on_where_it_stopped(tmp_path: Path, expected: tuple[Account, ...], done: int) -> None:
    path = tmp_path / "case.sayso"
    with Ledger.open(path) as ledger:
        _append(ledger, TOLD)
        assert [document.id for document in islice(pipeline.corroborate(ledger), done)] == _ids(TOLD[:done])
    with Ledger.open(path) as ledger:
        assert _compare(ledger) == _ids(TOLD[done:])
        assert _compare(ledger) == []
        assert _accounts(ledger) == expected
        ledger.check()


def test_another_version_compares_all_again_and_finds_the_same(
    tmp_path: Path, expected: tuple[Account, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Ledger.open(tmp_path / "case.sayso") as ledger:
        _append(ledger, TOLD)
        _compare(ledger)
        monkeypatch.setattr(pipeline, "corroboration_version", lambda: "another")
        assert _compare(ledger) == _ids(TOLD)
        assert _accounts(ledger) == expected


def test_a_document_that_was_read_again_is_compared_again_alone(tmp_path: Path, expected: tuple[Account, ...]) -> None:
    with Ledger.open(tmp_path / "case.sayso") as ledger:
        _append(ledger, TOLD)
        _compare(ledger)
        of, _, stated = BOTH
        again = ledger.begin("hand", "2", vocabulary_version="1")
        ledger.append(of, BOTH[1][:1], run=again, statements=stated)
        assert _compare(ledger) == [of.id]
        sold, shelled = _accounts(ledger)
        assert sold == expected[0]
        assert {each.claim.document_id for each in shelled.matter.tellings} == set(_ids([OTHER, LATE]))
        (echo,) = shelled.matter.echoes
        assert (echo.statement.span.document_id, echo.statement.span.quote) == (of.id, SHELLED)


def test_what_was_not_compared_yet_stands_alone_and_an_empty_ledger_has_nothing(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "case.sayso") as ledger:
        assert _compare(ledger) == []
        assert _accounts(ledger) == ()
        _append(ledger, TOLD)
        assert len(_accounts(ledger)) == sum(len(claims) for _, claims, _ in TOLD)


def test_a_report_too_late_is_compared_when_it_has_the_same_words(tmp_path: Path) -> None:
    late, copied = _told("later", "2025-10-14", SOLD), _told("reprint", "2025-10-14", SOLD, MARKET)
    with Ledger.open(tmp_path / "case.sayso") as ledger:
        _append(ledger, [FIRST, late, copied])
        _compare(ledger)
        pairs = {(each.document_id, each.other_id) for each in ledger.comparisons.reuses()}
        one, other = sorted(_ids([FIRST, copied]))
        assert (one, other) in pairs
