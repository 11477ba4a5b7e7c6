"""The page of two parties: every amount leads to a claim, and shares are bars from nothing to all."""

from dataclasses import replace

from sayso.ledger import Ledger
from sayso.system.assembly import assemble
from sayso.workbench.case import Case
from sayso.workbench.views.dossier import DossierView, dossier
from tests.system.factories import told
from tests.workbench.conftest import Stand


def shown(stand: Stand, *parties: str) -> DossierView:
    with Ledger.open(stand.path) as ledger:
        return dossier(Case(ledger, stand.roster), *parties)


def pairs(stand: Stand) -> set[tuple[str, str]]:
    with Ledger.open(stand.path) as ledger:
        exchanges = Case(ledger, stand.roster).findings.model.exchanges
    return {(each.giver, each.recipient) for each in exchanges if each.giver and each.recipient}


def test_every_amount_of_a_table_leads_to_a_claim(plain: Stand) -> None:
    assert pairs(plain)
    for one, other in pairs(plain):
        page = plain.client.get("/pair", params={"one": one, "other": other}).text
        grids = [each.grid for each in shown(plain, one, other).sheet.sections if each.grid is not None]
        assert grids
        for grid in grids:
            for row, leads in zip(grid.rows, grid.leads, strict=True):
                for cell, lead in list(zip(row, leads, strict=True))[1:]:
                    assert bool(cell) is bool(lead)
                    assert not lead or f'<td><a href="/claim/{lead}">' in page


def test_shares_are_drawn_on_an_axis_from_nothing_to_all(plain: Stand) -> None:
    share = told("trade", "actor=PRK", "partner=CHN", quantities=["trade 90.. percent"])
    less = told("trade", "actor=PRK", "partner=RUS", quantities=["trade ..2 percent"])
    with Ledger.open(plain.path) as ledger:
        case = Case(ledger, plain.roster)
        # The two are put in place of what the ledger tells.
        case.findings.__dict__["model"] = assemble([share, replace(less, named=("PRK", "RUS"))])
        view = dossier(case, "PRK", "RUS")
    rows = {each.provider: each for each in view.shares}
    assert (rows["China"].bar.x, rows["China"].bar.width, rows["China"].bar.is_open_above) == (540.0, 60.0, True)
    assert (rows["Russia"].bar.x, rows["Russia"].bar.width, rows["Russia"].share) == (0.0, 12.0, "up to 2%")


def test_a_page_without_shares_has_no_bars(plain: Stand) -> None:
    assert shown(plain, "FRA").shares == ()
    assert 'id="shares"' not in plain.client.get("/party", params={"id": "FRA"}).text
