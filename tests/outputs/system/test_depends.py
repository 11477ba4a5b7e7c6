"""Dependences in, the page of who relies on whom out; the numbers are those of the World Factbook for 2023."""

import json
from io import StringIO

from sayso.codec import encode
from sayso.outputs.exporter import Layout
from sayso.outputs.system import depends as page
from sayso.outputs.system import text
from sayso.outputs.system.casebook import Casebook, casebook
from sayso.outputs.system.forms import dependence as forms
from sayso.system.assembly import assemble
from sayso.system.reference import claims as reference
from sayso.system.reference.checking import check
from sayso.vocab.actors import open_roster
from tests.outputs.system.told import reported


def case(*parties: str) -> tuple[page.Reliance, Casebook]:
    """The reports of `told` and the reference rows of the parties."""
    told = [*reported(), *(each for party in parties for each in reference.testimonies(party))]
    cases = casebook(told, open_roster(), limit=10, verdicts=check(told))
    return page.reliance(assemble(told), parties), cases


def shown(*parties: str) -> str:
    stream = StringIO()
    text.write(page.sheet(*case(*parties)), stream, layout=Layout(width=300))
    return stream.getvalue()


def test_shares_of_one_whole_stand_together_with_their_concentration() -> None:
    written = shown("PRK")
    assert (
        "recorded merchandise exports of North Korea: China 74%, Angola 3%, Austria 3%, Poland 3%, Senegal 3% · "
        "2023 · concentration (HHI) 5,512 to 5,552 of 10,000 · anybody else up to 3% · recorded · 1 origin"
    ) in written
    assert "concentration (HHI) 9,412 of 10,000" in written
    assert "reference data · " in written, "a row of reference data is on nobody's word"


def test_what_reference_data_says_stands_under_the_row() -> None:
    written = shown("PRK")
    row = written.index("trade of North Korea: China at least 90%")
    verdicts = [written.index(f"The World Factbook {verdict}:", row) for verdict in ("cannot tell",)]
    assert all(each < written.index("“Russia is less than 2 % of its trade.”") for each in verdicts)


def test_of_two_it_is_said_who_depends_more() -> None:
    written = shown("PRK", "CHN")
    assert written.startswith("Dependence: North Korea (PRK) and China (CHN) ══")
    assert "North Korea on China: 97% of recorded merchandise imports · 2023 · recorded · 1 origin" in written
    assert (
        "recorded merchandise exports: North Korea depends more; North Korea on China 74%, China on North Korea "
        "up to 4% · 2023 · computed"
    ) in written


def test_a_party_that_nobody_depends_on_is_said_to_be_so() -> None:
    assert shown("PRK").count("not stated") == 1
    assert "Others depend on North Korea" in shown("PRK")


def test_json_has_rows_wholes_and_comparisons() -> None:
    found = json.loads(encode(forms.form(*case("PRK", "CHN"))))
    assert list(found) == ["parties", "as_of", "rests_on", "dependences", "wholes", "comparisons"]
    exports, imports = found["comparisons"]
    assert exports["verdict"] == imports["verdict"] == "first depends more"
    assert exports["first_on_second"] == {"low": 0.74, "high": 0.74, "approximate": False}
    assert imports["second_on_first"]["high"] == 0.06
    index = {(each["party"], each["whole"]): each["concentration"] for each in found["wholes"]}
    assert index["PRK", "recorded merchandise exports"] == {"low": 5512, "high": 5552, "approximate": False}
    known = {each["claim_id"] for each in found["rests_on"]["evidence"]}
    assert all(set(each["claim_ids"]) <= known for each in (*found["dependences"], *found["wholes"]))
