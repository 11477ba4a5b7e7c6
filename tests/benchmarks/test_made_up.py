"""A made-up ledger: as large as asked, the same every time, and with matters of every sort in it."""

from pathlib import Path

from benchmarks.made_up import fill
from sayso.ledger import Ledger
from sayso.outputs.matters.disputes import is_disputed
from sayso.pipeline import accounts, uncompared
from sayso.vocab.actors import open_roster


def test_a_made_up_ledger_is_compared_and_has_matters_of_every_sort(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "made.sayso") as ledger:
        fill(ledger, 400)
        ledger.check()
        assert len(list(ledger.claims())) == 400
        assert uncompared(ledger) == 0
        found = accounts(ledger, roster=open_roster())
        assert {1, 2} <= {each.documents for each in found}
        assert any(map(is_disputed, found))
        first = [each.id for each in ledger.claims()]
    with Ledger.open(tmp_path / "again.sayso") as ledger:
        fill(ledger, 400)
        assert [each.id for each in ledger.claims()] == first
