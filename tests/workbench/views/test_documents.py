"""The list of texts: the latest first, each with the number of its claims."""

from sayso.ledger import Ledger
from sayso.workbench.case import Case
from sayso.workbench.views.documents import documents
from tests.workbench.conftest import Stand


def test_every_text_is_listed_once_the_latest_first_with_its_claims(plain: Stand) -> None:
    with Ledger.open(plain.path) as ledger:
        view = documents(Case(ledger, plain.roster))
        ids = {each.id for each in ledger.documents()}
        told = sum(1 for _ in ledger.claims())
    dates = [each.published or "" for each in view.rows]
    assert {each.id for each in view.rows} == ids
    assert len(view.rows) == view.pages.total == len(ids)
    assert dates == sorted(dates, reverse=True)
    assert 0 < sum(each.claims for each in view.rows) <= told


def test_an_empty_ledger_lists_no_text(empty: Stand) -> None:
    assert "not stated" in empty.client.get("/documents").text
