"""Dependences in, the page of who relies on whom out; the numbers are those of the World Factbook for 2023."""

import json
from collections.abc import Iterable
from decimal import Decimal
from io import StringIO

from sayso.codec import encode
from sayso.corroboration.intervals import Interval
from sayso.outputs.exporter import Layout
from sayso.outputs.system import depends as page
from sayso.outputs.system import text
from sayso.outputs.system.casebook import Casebook, casebook
from sayso.outputs.system.forms import dependence as forms
from sayso.system.assembly import assemble
from sayso.system.measures.substitution import ELASTICITY
from sayso.system.records import Testimony
from sayso.system.reference import claims as reference
from sayso.system.reference.checking import check
from sayso.vocab.actors import open_roster
from tests.outputs.system.told import reported, said
from tests.system.factories import told

PIPED = (
    said(
        "Iran sold Russia 3 barrels of oil.",
        told("transfer", "giver=IRN", "recipient=RUS", "good=oil:oil", quantities=["good 3 barrel"]),
        number=14,
    ),
)
"""Somebody from whom Russia has the oil that it passes on to North Korea."""


def case(
    *parties: str, elasticity: Interval = ELASTICITY, good: str | None = None, more: Iterable[Testimony] = ()
) -> tuple[page.Reliance, Casebook]:
    """The reports of `told` and the reference rows of the parties."""
    testimonies = [*reported(), *more, *(each for party in parties for each in reference.testimonies(party))]
    cases = casebook(testimonies, open_roster(), limit=10, verdicts=check(testimonies))
    return page.reliance(assemble(testimonies), parties, elasticity=elasticity, good=good), cases


def shown(
    *parties: str, elasticity: Interval = ELASTICITY, good: str | None = None, more: Iterable[Testimony] = ()
) -> str:
    stream = StringIO()
    found = case(*parties, elasticity=elasticity, good=good, more=more)
    text.write(page.sheet(*found), stream, layout=Layout(width=300))
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
    assert list(found) == [
        *("parties", "as_of", "rests_on", "dependences", "wholes", "comparisons", "losses", "passages"),
    ]
    exports, imports = found["comparisons"]
    assert exports["verdict"] == imports["verdict"] == "first depends more"
    assert exports["first_on_second"] == {"low": 0.74, "high": 0.74, "approximate": False}
    assert imports["second_on_first"]["high"] == 0.06
    index = {(each["party"], each["whole"]): each["concentration"] for each in found["wholes"]}
    assert index["PRK", "recorded merchandise exports"] == {"low": 5512, "high": 5552, "approximate": False}
    known = {each["claim_id"] for each in found["rests_on"]["evidence"]}
    assert all(set(each["claim_ids"]) <= known for each in (*found["dependences"], *found["wholes"]))


def test_what_losing_a_provider_would_cost_stands_with_its_assumptions() -> None:
    written = shown("PRK")
    section = written[written.index("What losing a provider would cost") :]
    assert "an elasticity of substitution of 5 to 10 between them (--elasticity)" in section
    assert (
        "North Korea losing China: import prices 1.45 to 2.52 times as high · 97% of recorded merchandise imports · "
        "2023 · recorded · 1 origin"
    ) in section
    assert "losing China: import prices at least 1.29 times as high, without bound · at least 90% of trade" in section
    assert "a share of all trade is taken for that of imports, which it need not be" in section
    assert "recorded merchandise exports" not in section
    assert "sentence quoted above: " in section


def test_the_range_of_elasticities_is_that_of_the_user() -> None:
    written = shown("PRK", elasticity=Interval(low=Decimal(3), high=None))
    assert "an elasticity of substitution of 3 or more" in written
    assert "losing China: import prices anything from as high as before to without bound" in written


def test_through_whom_a_good_must_pass_is_told_with_the_links() -> None:
    assert "Through whom it must pass" not in shown("PRK")
    written = shown("PRK", more=PIPED)
    section = written[written.index("Through whom it must pass") :]
    assert "Oil to North Korea\n  from Iran · in all up to 3 barrels\n" in section
    assert "through Russia: less would pass without it, whatever the unknowns · less by up to 3 barrels" in section
    assert "Iran → Russia: 3 barrels" in section
    assert "“Iran sold Russia 3 barrels of oil.”" in section
    assert "Russia → North Korea: no amount" in section


def test_a_good_that_is_asked_for_and_comes_through_nobody_is_said_to() -> None:
    assert "no claim tells of food that comes through somebody" in shown("PRK", good="food", more=PIPED)
    assert "through Russia" in shown("PRK", good="oil", more=PIPED)


def test_json_has_what_losses_cost_and_ways_with_the_claims_behind_them() -> None:
    found = json.loads(encode(forms.form(*case("PRK", more=PIPED))))
    losses = {(each["provider"], each["whole"]): each for each in found["losses"]}
    imports = losses["CHN", "recorded merchandise imports"]
    assert imports["elasticity"] == {"low": 5, "high": 10, "approximate": False}
    assert (imports["basis"], imports["share_basis"], imports["is_of_all_trade"]) == ("computed", "recorded", False)
    assert losses["CHN", "trade"]["price"]["high"] is None
    (passage,) = found["passages"]
    assert (passage["through"], passage["verdict"], passage["loss"]["high"]) == ("RUS", "chokepoint", 3)
    assert [(each["giver"], each["recipient"]) for each in passage["links"]] == [("IRN", "RUS"), ("RUS", "PRK")]
    known = {each["claim_id"] for each in found["rests_on"]["evidence"]}
    assert all(set(each["claim_ids"]) <= known for each in (*found["losses"], *found["passages"]))
