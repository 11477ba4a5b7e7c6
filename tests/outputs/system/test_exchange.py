"""What passes between two in, its page and its JSON out."""

import json
from io import StringIO

from sayso.codec import encode
from sayso.outputs.exporter import Layout
from sayso.outputs.system import exchange as page
from sayso.outputs.system import text
from sayso.outputs.system.casebook import casebook
from sayso.system.assembly import assemble
from sayso.system.dossiers import dossier
from sayso.vocab.actors import open_roster
from tests.outputs.system.told import book, pair, said
from tests.system.factories import told


def test_the_page_has_both_ways_and_the_disputed_numbers() -> None:
    stream = StringIO()
    text.write(page.sheet(pair(), book()), stream, layout=Layout(width=100))
    written = stream.getvalue()
    assert written.startswith("What passes between North Korea (PRK) and Russia (RUS) ══")
    titles = [line.split(" ─")[0] for line in written.splitlines() if line.endswith("──")]
    assert titles == ["North Korea to Russia", "Russia to North Korea", "Disputed numbers"]
    assert "rests on 6 claims of 5 matters in 6 texts" in written
    assert "hard currency" not in written, "what it means to them stands in the dossier"


def test_a_sum_of_several_statements_is_explained() -> None:
    sale = ("transfer", "giver=PRK", "recipient=RUS", "good=arms:shells")
    months = ("2024-01", "2024-03")
    sold = [told(*sale, quantities=["good 1000..2000 USD"], occurred=each, origins=["KOR"]) for each in months]
    cases = [said(f"Sold in {number}.", each, number=number) for number, each in enumerate(sold, start=1)]
    of = dossier(assemble(cases), "PRK", "RUS")
    stream = StringIO()
    text.write(page.sheet(of, casebook(cases, open_roster())), stream, layout=Layout(width=120))
    assert (
        "arms, delivered: 2,000 to 4,000 USD in all: 2 statements that go back to one root, which counts once for "
        "each time\n" in stream.getvalue().replace("\n  ", " ")
    )
    assert stream.getvalue().count("1,000 to 2,000 USD · 2024-0") == 2


def test_json_has_every_exchange_and_claim() -> None:
    found = json.loads(encode(page.form(pair(), book())))
    assert list(found) == ["parties", "as_of", "rests_on", "exchanges"]
    assert [(each["giver"], each["good"]) for each in found["exchanges"]] == [
        *(("PRK", good) for good in ("arms", "troops", "workers")),
        *(("RUS", good) for good in ("nuclear", "oil")),
    ]
    assert {each["claim_id"][0] for each in found["rests_on"]["evidence"]} == set("123456")
