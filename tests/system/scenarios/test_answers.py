"""What-if answers with the numbers of the founding example, each with its citation, and what they say of unknowns."""

from decimal import Decimal

import pytest

from sayso.claims.numbers.edtf import bounds
from sayso.corroboration.intervals import Interval
from sayso.system.records import SystemModel
from sayso.system.scenarios.answers import what_if
from sayso.system.scenarios.findings import decide
from sayso.system.scenarios.language import parse_changes
from sayso.system.scenarios.records import Answer, Finding, Outcome
from sayso.system.scenarios.wording import format_bound, format_change, format_subject
from tests.system.scenarios.known import ARMS, RECORDED, SEED, between, dependence, model


def asked(of: SystemModel, text: str) -> Answer:
    return what_if(of, parse_changes(text))


def outcome(answer: Answer, subject: str, unit: str | None = None) -> Outcome:
    found = [each for each in answer.outcomes if format_subject(each.subject) == subject and unit in (None, each.unit)]
    assert len(found) == 1, [(format_subject(each.subject), each.unit) for each in answer.outcomes]
    return found[0]


def finding(answer: Answer, statement: str) -> Finding:
    (found,) = (
        each for each in answer.findings if f"{format_subject(each.subject)} {format_bound(each.within)}" == statement
    )
    return found


def percent(interval: Interval) -> tuple[str, str]:
    assert interval.low is not None
    assert interval.high is not None
    return f"{interval.low * 100:.1f}", f"{interval.high * 100:.1f}"


def billions(interval: Interval | None) -> tuple[str, str]:
    assert interval is not None
    assert interval.low is not None
    assert interval.high is not None
    return f"{interval.low / 10**9:.4f}", f"{interval.high / 10**9:.4f}"


@pytest.mark.parametrize(
    "addition",
    [
        ARMS,
        "add 1.7..5.5 bn USD over 2.67 years RUS->PRK arms",
        "add 0.64..2.06 bn USD/year RUS->PRK money",
        "add 0.64..2.06 bn USD/year PRK->RUS arms",
    ],
)
def test_arms_of_1_7_to_5_5_billion_move_russia_from_1_24_to_19_7_to_43_4_percent(addition: str) -> None:
    answer = asked(SEED, RECORDED + addition)
    russia, china = outcome(answer, "RUS share of PRK trade"), outcome(answer, "CHN share of PRK trade")
    assert russia.before == between("0.012418772563176895307", "0.012418772563176895307")  # 34.4 / 2770
    # 34.4 + 637.5 of 2770 + 637.5 million is 19.7 %; 34.4 + 2062.5 of 2770 + 2062.5 million is 43.4 %.
    assert percent(russia.after) in {("19.7", "43.4"), ("19.8", "43.4")}
    assert percent(china.before) == ("98.3", "98.3")
    assert percent(china.after) in {("56.3", "79.9"), ("56.4", "79.9"), ("56.4", "79.8")}
    assert russia.claim_ids == ("claim-RUS",)


def test_the_bounds_of_32_months_are_those_of_the_issue() -> None:
    answer = asked(SEED, RECORDED + ARMS)
    assert percent(outcome(answer, "RUS share of PRK trade").after) == ("19.7", "43.4")
    assert percent(outcome(answer, "CHN share of PRK trade").after) == ("56.3", "79.9")
    assert outcome(answer, "PRK trade").after == between("3407.5e6", "4832.5e6")
    assert outcome(answer, "RUS->PRK trade").after == between("671.9e6", "2096.9e6")


def test_over_90_percent_holds_as_long_as_unrecorded_flows_stay_under_a_quarter_of_a_billion() -> None:
    """With 98.3 % exactly the break-even is (0.983 / 0.9 - 1) * 2.77 = 0.2555 bn USD a year; 0.256 is of unrounded
    inputs. With 98.3 % as a figure rounded to a tenth it lies from 0.2539 to 0.2570, and 0.256 within."""
    china = finding(asked(SEED, RECORDED + ARMS), "CHN share of PRK trade > 90%")
    assert (china.before, china.after) == ("holds", "fails")
    assert china.claim_ids == ("claim-CHN",)
    (exact,) = china.break_evens
    assert billions(exact.amount) == ("0.2555", "0.2555")
    assert exact.said == "holds as long as flows between PRK and others than CHN stay under 255.5 m USD/year"
    rounded = asked(SEED, RECORDED.replace("= 98.3%", "= about 98.3%") + ARMS)
    (even,) = finding(rounded, "CHN share of PRK trade > 90%").break_evens
    assert billions(even.amount) == ("0.2539", "0.2570")
    assert decide(Interval(low=Decimal("256e6"), high=Decimal("256e6")), even.amount or between(None, None)) == "holds"
    assert even.said.startswith("surely holds as long as")
    assert "and surely fails once they are over 257 m USD/year" in even.said
    russia = finding(asked(SEED, RECORDED + ARMS), "RUS share of PRK trade < 2%")
    # (0.02 * 2770 - 34.4) / 0.98 = 21.4 million
    assert billions(russia.break_evens[0].amount) == ("0.0214", "0.0214")


@pytest.mark.parametrize(("added", "verdict"), [("255.4", "holds"), ("255.5", "fails"), ("200..300", "cannot tell")])
def test_just_under_the_break_even_a_statement_holds_and_just_over_it_fails(added: str, verdict: str) -> None:
    answer = asked(SEED, f"{RECORDED} add {added} m USD/year RUS->PRK money")
    assert finding(answer, "CHN share of PRK trade > 90%").after == verdict


def test_premises_say_whether_claims_or_you_give_them_and_what_you_fix_sets_claims_aside() -> None:
    answer = asked(SEED, RECORDED + ARMS)
    rows = [
        (format_subject(each.subject), each.basis, each.claim_ids, each.set_aside is None) for each in answer.premises
    ]
    assert rows == [
        ("PRK trade", "given by you", (), True),
        ("RUS->PRK trade", "given by you", (), True),
        ("CHN share of PRK trade", "given by you", (), True),
        ("CHN share of PRK trade", "stated", ("claim-CHN",), False),
        ("RUS share of PRK trade", "stated", ("claim-RUS",), True),
        ("RUS->PRK arms", "given by you", (), True),
    ]
    assert [(format_change(each.change), each.claim_ids) for each in answer.touched] == [(ARMS.strip(), ("claim-RUS",))]


def test_without_the_total_the_answer_is_a_part_of_it_and_says_that_it_has_to_be_fixed() -> None:
    answer = asked(SEED, "add 0.64..2.06 bn USD/year RUS->PRK money")
    china = finding(answer, "CHN share of PRK trade > 90%")
    assert (china.before, china.after) == ("holds", "cannot tell")
    (even,) = china.break_evens
    # A share s stays at 90 % as long as s / (1 + x) does: x from 0 (s is 0.9) to 1/9 (s is 1).
    assert even.amount is None
    assert even.part is not None
    assert percent(even.part) == ("0.0", "11.1")
    assert "of PRK trade as it is" in even.said
    total = china.needs[0]
    assert (total.what, total.known, total.holds) == ("PRK trade", between(None, None), None)
    # 0.64 bn is over a ninth of any total under 5.76 bn.
    assert billions(total.fails) == ("0.0000", "5.7600")
    assert total.is_deciding
    assert outcome(answer, "CHN share of PRK trade").after == between("0", "1")


def test_with_the_total_fixed_two_claims_of_the_article_are_enough_to_answer() -> None:
    answer = asked(SEED, "fix PRK trade = 2.77 bn USD/year; add 0.64..2.06 bn USD/year RUS->PRK money")
    assert finding(answer, "CHN share of PRK trade > 90%").after == "fails"
    assert finding(answer, "RUS share of PRK trade < 2%").after == "fails"
    # 640 of 3410 is 18.8 %; 55.4 + 2060 of 4830 is 43.8 %.
    assert percent(outcome(answer, "RUS share of PRK trade").after) == ("18.8", "43.8")
    (even,) = finding(answer, "CHN share of PRK trade > 90%").break_evens
    assert billions(even.amount) == ("0.0000", "0.3078")


def test_what_would_have_to_be_known_are_values_that_decide() -> None:
    answer = asked(SEED, "fix PRK trade = 2.77 bn USD/year; add 100..200 m USD/year RUS->PRK money")
    china = finding(answer, "CHN share of PRK trade > 90%")
    share, added = china.needs
    assert share.what == "CHN share of PRK trade"
    # With 200 m added, a share holds from 0.9 * 2970 / 2770 on; with 100 m it fails under 0.9 * 2870 / 2770.
    assert percent(share.holds or between(None, None)) == ("96.5", "100.0")
    assert percent(share.fails or between(None, None)) == ("90.0", "93.2")
    held, failed = ("fix CHN share of PRK trade = " + each for each in ("96.499%", "93.248%"))
    for fixed, verdict in ((held, "holds"), (failed, "fails")):
        text = f"fix PRK trade = 2.77 bn USD/year; {fixed}; add 100..200 m USD/year RUS->PRK money"
        assert finding(asked(SEED, text), "CHN share of PRK trade > 90%").after == verdict
    assert added.known == between("100e6", "200e6")
    assert not added.is_deciding


def test_an_amount_and_a_share_give_the_whole() -> None:
    answer = asked(SEED, "fix CHN->PRK trade = 2.7 bn USD/year; add 100 m USD/year RUS->PRK money")
    assert outcome(answer, "PRK trade").before == between("2.7e9", "3e9")  # 90 to 100 % of it are 2.7 bn
    assert [each.basis for each in answer.premises if format_subject(each.subject) == "PRK trade"] == ["computed"]


@pytest.mark.parametrize(
    ("addition", "unknown"),
    [
        ("add 1 bn USD RUS->PRK money", "over what time 1 bn USD RUS->PRK money is told"),
        ("add 1 bn EUR/year RUS->PRK money", "what 1 bn EUR/year RUS->PRK money comes to in USD"),
    ],
)
def test_other_currencies_and_sums_without_a_period_are_never_converted(addition: str, unknown: str) -> None:
    answer = asked(SEED, f"{RECORDED} {addition}")
    china = finding(answer, "CHN share of PRK trade > 90%")
    assert china.after == "cannot tell"
    assert any(each.what.startswith(unknown) for each in china.needs)
    assert any("counted in PRK trade as any amount" in note for note in answer.notes)
    assert outcome(answer, "PRK trade").after == between("2.77e9", None)


def test_goods_that_are_not_valued_in_money_are_left_out_of_commerce_and_the_answer_says_so() -> None:
    answer = asked(SEED, f"{RECORDED} add 1 m barrel/year RUS->PRK oil; test CHN share of PRK trade > 90%")
    assert finding(answer, "CHN share of PRK trade > 90%").after == "holds"
    assert any("RUS->PRK oil" in note and "no sum of money" in note for note in answer.notes)
    assert outcome(answer, "RUS->PRK oil").after == between("1e6", None)  # what comes already is not known


def test_a_change_of_commerce_is_no_change_of_imports_since_it_is_not_said_how_much_is_bought() -> None:
    of = model(dependence("CHN", "0.9", "0.9", whole="recorded imports"), dependence("CHN", "0.8", None))
    for change in (
        "change CHN->PRK trade by -50%",
        "replace CHN->PRK trade by RUS",
        "add 1 bn USD/year RUS->PRK money",
    ):
        answer = asked(of, f"{change}; test CHN share of PRK imports > 80%")
        assert outcome(answer, "CHN share of PRK imports").after == between("0.9", "0.9")
        assert any("is not counted in PRK imports" in note for note in answer.notes), change
    cut = asked(of, "cut CHN->PRK trade")
    assert outcome(cut, "CHN share of PRK imports").after == between("0", "0")
    assert cut.notes == ()


def test_cutting_a_partner_leaves_the_rest_and_replacing_it_gives_all_to_another() -> None:
    cut = asked(SEED, "cut CHN->PRK trade")
    assert outcome(cut, "CHN share of PRK trade").after == between("0", "0")
    assert outcome(cut, "RUS share of PRK trade").after == between("0", "1")
    replaced = asked(SEED, "replace CHN->PRK trade by RUS")
    assert outcome(replaced, "RUS share of PRK trade").after == between("0.9", "1")
    halved = asked(SEED, "fix CHN share of PRK trade = 90%; change CHN->PRK trade by -50%")
    assert percent(outcome(halved, "CHN share of PRK trade").after) == ("81.8", "81.8")  # 45 of 55
    doubled = asked(SEED, "fix CHN share of PRK trade = 90%; change CHN->PRK trade by +100%")
    assert percent(outcome(doubled, "CHN share of PRK trade").after) == ("94.7", "94.7")  # 180 of 190
    assert [each.claim_ids for each in cut.touched] == [("claim-CHN",)]


def test_what_was_added_before_a_partner_is_replaced_goes_to_the_new_one_too() -> None:
    known = "fix PRK trade = 2 bn USD/year; fix CHN share of PRK trade = 90%"
    answer = asked(SEED, f"{known}; add 1 bn USD/year CHN->PRK money; replace CHN->PRK trade by RUS")
    assert outcome(answer, "CHN share of PRK trade").after == between("0", "0")
    # 1.8 and 1 bn of 3 bn, and the 0 to 2 % of 2 bn that Russia had
    assert percent(outcome(answer, "RUS share of PRK trade").after) == ("93.3", "94.7")
    turned = asked(SEED, f"{known}; replace CHN->PRK trade by RUS; add 1 bn USD/year CHN->PRK money")
    assert percent(outcome(turned, "CHN share of PRK trade").after) == ("33.3", "33.3")


def test_replacing_a_partner_changes_what_it_and_the_new_one_trade_as_well() -> None:
    of = model(
        dependence("CHN", "0.9", None),
        dependence("PRK", "0.1", "0.1", dependent="CHN"),
        dependence("CHN", "0.3", "0.3", dependent="RUS"),
    )
    answer = asked(of, "replace CHN->PRK trade by RUS")
    assert outcome(answer, "PRK share of CHN trade").after == between("0", "0")
    # How much Russia's trade grows is not known: its total is not, nor what China's trade with North Korea comes to.
    assert outcome(answer, "CHN share of RUS trade").after == between("0", "0.3")
    assert outcome(answer, "PRK share of RUS trade").after == between("0", "1")


def test_a_share_of_a_good_follows_its_supplier() -> None:
    oil = model(dependence("CHN", "0.8", "0.9", good="oil", whole="its oil"))
    replaced = asked(oil, "replace CHN->PRK oil by RUS")
    assert outcome(replaced, "RUS share of PRK oil").after == between("0.8", "1")
    assert outcome(replaced, "RUS share of PRK oil").before == between("0", "0.2")
    more = asked(
        oil, "fix PRK oil = 4 m barrel/year; add 1 m barrel/year RUS->PRK oil; test CHN share of PRK oil > 60%"
    )
    assert outcome(more, "CHN share of PRK oil").after == between("0.64", "0.72")  # 3.2 to 3.6 of 5
    assert finding(more, "CHN share of PRK oil > 60%").after == "holds"


def test_excluded_claims_are_premises_before_and_not_after() -> None:
    of = model(
        dependence("CHN", "0.9", None, origins=("org/xataka",)),
        dependence(
            "CHN", "0.95", "0.97", basis="recorded", origins=("USA/cia",), claim_ids=("row",), whole="trade, 2023"
        ),
    )
    for choice, after in {
        "exclude recorded": between("0.9", "1"),
        "exclude USA/cia": between("0.9", "1"),
        "exclude org/xataka": between("0.95", "0.97"),
        "exclude recorded; exclude report": between("0", "1"),
        "exclude recorded; include recorded": between("0.95", "0.97"),
    }.items():
        answer = asked(of, f"{choice}; test CHN share of PRK trade > 90%")
        assert outcome(answer, "CHN share of PRK trade").before == between("0.95", "0.97")
        assert outcome(answer, "CHN share of PRK trade").after == after, choice
    excluded = asked(of, "exclude recorded")
    assert [each.claim_ids for each in excluded.premises if each.set_aside] == [("row",)]
    assert [each.claim_ids for each in excluded.touched] == [("row",)]
    assert asked(of, "exclude CIA").notes == (
        "CIA is no kind, no status and no origin of anything here, and changes nothing; "
        "origins here are USA/cia, org/xataka",
    )
    assert asked(of, "exclude usa/CIA; exclude Recorded").notes == ()


def test_exports_and_imports_are_no_shares_of_trade_and_important_trade_is_no_import() -> None:
    of = model(
        dependence("CHN", "0.74", "0.74", whole="recorded merchandise exports", basis="recorded"),
        dependence("CHN", "0.97", "0.97", whole="recorded merchandise imports", basis="recorded"),
        dependence("CHN", "0.9", None, whole="its most important trade"),
    )
    arms = asked(of, "add 1 bn USD/year RUS->PRK arms")
    assert [format_subject(each.subject) for each in arms.outcomes if each.subject.partner == "CHN"] == [
        "CHN share of PRK imports",
        "CHN share of PRK trade",
    ]
    assert outcome(arms, "CHN share of PRK trade").before == between("0.9", "1")
    # Money may be a payment for what is sold, or a gift: it is commerce, and neither import nor export.
    money = asked(of, "add 1 bn USD/year RUS->PRK money")
    assert [each.subject.topic for each in money.outcomes if each.subject.partner == "CHN"] == ["trade"]
    assert money.assumptions == ("what is added counts as trade, and none of it is in PRK trade already",)


def test_figures_of_reference_data_are_rounded_and_leave_something_to_those_that_are_not_listed() -> None:
    # North Korea's imports in 2023 by the World Factbook: China 97 %, Togo 1 %, Peru 1 %, Gabon 1 %.
    told = {"CHN": "0.97", "TGO": "0.01", "PER": "0.01", "GAB": "0.01"}
    rows = (
        dependence(each, part, part, basis="recorded", whole="recorded merchandise imports")
        for each, part in told.items()
    )
    answer = asked(model(*rows), "test RUS share of PRK imports < 2%; add 1 m USD/year RUS->PRK oil")
    assert outcome(answer, "CHN share of PRK imports").before == between("0.965", "0.975")
    # 1 - 0.965 - 3 * 0.005
    assert outcome(answer, "RUS share of PRK imports").before == between("0", "0.02")
    assert any("rounded to whole per cent" in each for each in answer.assumptions)
    about = Interval(low=Decimal("0.9"), high=Decimal("0.9"), approximate=True)
    of_about = asked(model(dependence("CHN", None, None, share=about)), "test CHN share of PRK trade > 80%")
    assert outcome(of_about, "CHN share of PRK trade").before == between("0.895", "0.905")


def test_of_several_times_the_latest_counts() -> None:
    of = model(
        dependence("CHN", "0.6", "0.6", window=bounds("2005")),
        dependence("CHN", "0.983", "0.983", window=bounds("2023")),
    )
    answer = asked(of, "test CHN share of PRK trade > 90%")
    assert outcome(answer, "CHN share of PRK trade").before == between("0.983", "0.983")
    assert [each.set_aside for each in answer.premises] == ["told of an earlier time than others", None]


def test_claims_that_contradict_each_other_give_bounds_that_hold_all_of_them() -> None:
    of = model(dependence("CHN", "0.9", None), dependence("CHN", None, "0.8", claim_ids=("other",)))
    answer = asked(of, "add 1 bn USD/year RUS->PRK money")
    assert outcome(answer, "CHN share of PRK trade").before == between("0", "1")
    assert any("not all true" in note for note in answer.notes)


def test_premises_that_come_to_more_than_the_whole_give_no_bounds_and_say_why() -> None:
    answer = asked(SEED, "fix CHN share of PRK trade = 99%; fix RUS share of PRK trade = 5%")
    assert outcome(answer, "CHN share of PRK trade").after == between(None, None)
    assert finding(answer, "CHN share of PRK trade > 90%").after == "cannot tell"
    assert any("more than the whole" in note for note in answer.notes)


def test_a_denied_share_is_no_premise_and_no_statement() -> None:
    answer = asked(model(dependence("CHN", "0.9", None, polarity="negated")), "test CHN share of PRK trade > 90%")
    assert finding(answer, "CHN share of PRK trade > 90%").before == "cannot tell"


def test_nothing_known_and_nothing_asked_give_an_answer_without_rows() -> None:
    assert asked(model(), "") == Answer(changes=(), premises=(), outcomes=(), findings=(), touched=(), notes=())
    empty = asked(model(), "add 1 bn USD/year RUS->PRK money; test CHN share of PRK trade > 90%")
    assert finding(empty, "CHN share of PRK trade > 90%").after == "cannot tell"
    assert outcome(empty, "RUS->PRK money").before == between(None, None)


def test_thousands_of_changes_and_claims_are_answered() -> None:
    partners = [f"org/p{number}" for number in range(150)]
    of = model(*(dependence(each, None, "0.9") for each in partners))
    text = "".join(f"add {number + 1} m USD/year {each}->PRK money\n" for number, each in enumerate(partners))
    answer = asked(of, f"fix PRK trade = 1 bn USD/year\n{text}")
    assert len(answer.findings) == 150
    cut = asked(of, "\n".join(f"cut {each}->PRK trade" for each in partners))
    assert {each.after for each in cut.findings} == {"holds"}
