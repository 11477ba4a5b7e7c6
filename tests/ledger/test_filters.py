"""Claims of several reports in the ledger, a filter in, those that pass out."""

from dataclasses import replace

import pytest

from sayso.errors import ImpossibleFilter, UnknownRecord
from sayso.ledger import Filter, Ledger
from sayso.records import Claim, Period, Place
from tests.factories import attributed, claim, document, role, span
from tests.ledger.reports import begin

TEXT = "The New York Times said the Kremlin sold oil to Cuba. Kyiv struck a depot near Belgorod. США ввели санкции."
WHOLE = document(TEXT, location="first.txt")
OTHER = document("Paris called for talks with Ottawa.", location="second.txt")


def _claims() -> dict[str, Claim]:
    sold = claim(
        WHOLE,
        "transfer",
        "sold",
        role("giver", "RUS/president", span(WHOLE, "the Kremlin")),
        role("recipient", "CUB", span(WHOLE, "Cuba")),
        evidence=TEXT.split(". ")[0] + ".",
    )
    times = span(WHOLE, "The New York Times")
    struck = claim(WHOLE, "fight", "struck", role("actor", "UKR"), evidence="Kyiv struck a depot near Belgorod.")
    place = Place(name="Belgorod", country="RUS", span=span(WHOLE, "Belgorod"))
    banned = claim(WHOLE, "sanction", "санкции", role("actor", "USA"), evidence="США ввели санкции.")
    called = claim(OTHER, "request", "called", role("actor", "FRA"), role("target", "CAN"))
    return {
        "sold": attributed(_dated(sold, "2018-06"), times, actor="org/nyt", cue=span(WHOLE, "said")),
        "struck": replace(_dated(struck, "2018"), event=replace(_dated(struck, "2018").event, place=place)),
        "banned": replace(_dated(banned, "1962/.."), language="ru"),
        "called": replace(called, modality="wanted"),
    }


def _dated(of: Claim, edtf: str) -> Claim:
    return replace(of, event=replace(of.event, occurred=Period(edtf=edtf, basis="stated", span=None)))


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger with four claims in two documents."""
    claims, run = _claims(), begin(ledger)
    ledger.append(WHOLE, [claims["sold"], claims["struck"], claims["banned"]], run=run)
    ledger.append(OTHER, [claims["called"]], run=run)
    return ledger


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Filter(), "sold struck banned called"),
        (Filter(actor="RUS"), "sold"),
        (Filter(actor="RUS/president"), "sold"),
        (Filter(actor="RUS/navy"), ""),
        (Filter(actor="RU"), ""),
        (Filter(actor="UKR"), "struck"),
        (Filter(actor="org/nyt"), ""),
        (Filter(kind="fight"), "struck"),
        (Filter(modality="wanted"), "called"),
        (Filter(language="ru"), "banned"),
        (Filter(source="org/nyt"), "sold"),
        (Filter(source="new york times"), "sold"),
        (Filter(source="Times"), "sold"),
        (Filter(source="time"), ""),
        (Filter(source="York The"), ""),
        (Filter(place="RUS"), "struck"),
        (Filter(place="belgorod"), "struck"),
        (Filter(place="Kyiv"), ""),
        (Filter(text="depot"), "struck"),
        (Filter(text="санкции"), "banned"),
        (Filter(text="oil cuba"), "sold"),
        (Filter(document="second.txt"), "called"),
        (Filter(document=WHOLE.id), "sold struck banned"),
        (Filter(document="nowhere.txt"), ""),
        (Filter(actor="RUS", kind="fight"), ""),
        (Filter(occurred_from="2018-01", occurred_to="2018-12"), "sold struck banned"),
        (Filter(occurred_from="2018-06-15", occurred_to="2018-06-15"), "sold struck banned"),
        (Filter(occurred_from="2018-07"), "struck banned"),
        (Filter(occurred_from="2019"), "banned"),
        (Filter(occurred_to="2018-05"), "struck banned"),
        (Filter(occurred_to="2018-06"), "sold struck banned"),
        (Filter(occurred_to="1961"), ""),
        (Filter(occurred_to="1962-01-01"), "banned"),
    ],
    ids=lambda value: str(value)[:60],
)
def test_a_filter_lets_through_what_meets_every_field(filled: Ledger, chosen: Filter, expected: str) -> None:
    names = {each.id: name for name, each in _claims().items()}
    assert " ".join(names[each.id] for each in filled.claims(chosen)) == expected


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (Filter(kind="figth"), "no kind 'figth'; the kinds are transfer"),
        (Filter(occurred_from="June"), "'June' is no date"),
        (Filter(occurred_to="2018-13"), "'2018-13' is no date"),
        (Filter(text="..."), "no word"),
    ],
)
def test_a_filter_that_no_claim_could_pass_says_why(filled: Ledger, chosen: Filter, said: str) -> None:
    with pytest.raises(ImpossibleFilter, match=said):
        list(filled.claims(chosen))


def test_an_unknown_run_is_named(filled: Ledger) -> None:
    with pytest.raises(UnknownRecord, match="no run 'ffff'"):
        list(filled.claims(Filter(run="ffff")))


def test_a_date_that_is_none_is_kept_and_never_found_by_date(ledger: Ledger) -> None:
    odd = _dated(_claims()["sold"], "one day")
    ledger.append(WHOLE, [odd], run=begin(ledger))
    assert list(ledger.claims()) == [odd]
    assert list(ledger.claims(Filter(occurred_from="0001"))) == []
    assert list(ledger.claims(Filter(occurred_to="9999"))) == []


def test_claims_can_be_judged_and_appended_while_they_are_read(filled: Ledger) -> None:
    reading = filled.claims()
    first = next(reading)
    third = document("Rome sold ships to Oslo.", location="third.txt")
    filled.append(third, [claim(third, "transfer", "sold", role("giver", "ITA"))], run=begin(filled, "2"))
    assert [first, *reading] == list(_claims().values())
