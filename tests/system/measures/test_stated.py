"""Claims of trade and dependence with a percentage in, whether it is a share, and of what, out."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sayso.corroboration.intervals import Interval
from sayso.records import Claim, Role
from sayso.system.measures.stated import goods_of, names_commerce, stated_shares
from tests.factories import amount, claim, document, role, span

Told = tuple[str, str, str, str, str]
"""Language, text, trigger, words of the number, what the reader says that it counts."""


def made(told: Told, *, kind: str = "trade", rule: str = "trade: trade (noun)", goods: tuple[str, ...] = ()) -> Claim:
    language, text, trigger, number, of = told
    at = document(text)
    things = [role("good", None, span(at, words), good=good) for good, _, words in (g.partition(":") for g in goods)]
    base = claim(at, kind, trigger, role("actor", "PRK"), *things)
    counted = amount(span(at, number), 40, 40, "percent", of=of)
    return replace(
        base,
        language=language,
        event=replace(base.event, quantities=(counted,)),
        provenance=replace(base.provenance, rule=rule),
    )


SHARES: list[tuple[Told, str]] = [
    (("en", "Russia has 40 percent of North Korea's trade.", "trade", "40 percent", "trade"), "North Korea's trade"),
    (("en", "It is 40% of its total foreign trade.", "trade", "40%", "trade"), "its total foreign trade"),
    (("en", "It is 40% of it.", "is", "40%", "North Korea's international trade"), "North Korea's international trade"),
    (("en", "It is 40% of it.", "is", "40%", "recorded merchandise exports"), "recorded merchandise exports"),
    (("en", "40 percent of its trade is with China.", "trade", "40 percent", "partner"), "its trade"),
    (("ru", "На Китай приходится 40 % торговли.", "торговли", "40 %", "торговли"), "торговли"),
    (("de", "China hat 40 Prozent des Handels.", "Handels", "40 Prozent", "handels"), "des Handels"),
    (("fr", "La Chine fait 40 % du commerce.", "commerce", "40 %", "commerce"), "commerce"),
    (("fr", "La Chine fait 40 % des exportations.", "exportations", "40 %", "exportations"), "exportations"),
    (("es", "China hace el 40 % del comercio.", "comercio", "40 %", "comercio"), "comercio"),
    (("pt", "A China faz 40 % do comércio.", "comércio", "40 %", "comércio"), "comércio"),
    (("ja", "中国は北朝鮮の貿易の40%を占める。", "貿易", "40%", "貿易"), "貿易"),
    (("ko", "중국은 북한 무역의 40%를 차지한다.", "무역의", "40%", "무역의"), "무역의"),
    (("zh", "中国占朝鲜贸易的40%。", "贸易", "40%", "贸易"), "贸易"),
    (("zh", "中国占40%的对外贸易。", "贸易", "40%", "贸易"), "对外贸易"),
]

NO_SHARES: list[tuple[str, Told]] = [
    ("a rise behind a comma", ("en", "Its trade with Russia, up 40 percent, grows.", "trade", "40 percent", "trade")),
    ("more trade", ("en", "It had 40 percent more trade with Russia.", "trade", "40 percent", "trade")),
    ("growth", ("en", "It saw 40 percent trade growth.", "trade", "40 percent", "trade")),
    ("a rise in trade", ("en", "A 40 percent rise in trade helped it.", "trade", "40 percent", "trade")),
    ("of a rise in trade", ("en", "40 percent of the rise in trade was his.", "trade", "40 percent", "trade")),
    ("a rise of", ("en", "A rise in trade of 40 percent helped it.", "trade", "40 percent", "trade")),
    ("a fall by", ("en", "Its exports fell by 40 percent.", "exports", "40 percent", "exports")),
    ("counts a tariff", ("en", "A tariff of 40 percent on its exports.", "exports", "40 percent", "tariff")),
    ("counts nothing", ("en", "40 percent of its trade.", "trade", "40 percent", "")),
    ("counts people", ("en", "40 percent of firms trade with it.", "trade", "40 percent", "actor")),
    ("more trade, French", ("fr", "Elle fait 40 % de plus de commerce.", "commerce", "40 %", "commerce")),
    ("by so much, Russian", ("ru", "Торговля выросла на 40 %.", "Торговля", "40 %", "торговля")),
    ("into trade, Russian", ("ru", "Вложили 40 % в торговлю.", "торговлю", "40 %", "торговлю")),
    ("a rise, Japanese", ("ja", "北朝鮮の貿易は40%増えた。", "貿易", "40%", "貿易")),
    ("more trade, Japanese", ("ja", "北朝鮮は40%増の貿易を得た。", "貿易", "40%", "貿易")),
    ("a rise, Korean", ("ko", "북한의 무역이 40% 늘었다.", "무역이", "40%", "무역이")),
    ("a rise, Chinese", ("zh", "朝鲜贸易增长了40%。", "贸易", "40%", "贸易")),
    ("no data for the language", ("xx", "40 percent of its trade.", "trade", "40 percent", "trade")),
]


@pytest.mark.parametrize(("told", "whole"), SHARES, ids=[told[1] for told, _ in SHARES])
def test_a_part_of_trade_is_a_share_of_what_the_words_say(told: Told, whole: str) -> None:
    (found,) = stated_shares(made(told))
    assert found.share == Interval(low=Decimal("0.4"), high=Decimal("0.4"))
    assert (found.whole, found.good) == (whole, None)


@pytest.mark.parametrize("told", [told for _, told in NO_SHARES], ids=[why for why, _ in NO_SHARES])
def test_growth_and_what_counts_something_else_is_no_share(told: Told) -> None:
    rule = "trade: trade (verb)" if told[4] == "actor" else "trade: trade (noun)"
    assert list(stated_shares(made(told, rule=rule))) == []


@pytest.mark.parametrize(
    ("told", "rule", "goods", "whole", "good"),
    [
        (
            ("en", "It depends on China for 40% of its oil.", "depends", "40%", "good"),
            "depend: depend (verb)",
            ("oil:40% of its oil",),
            "its oil",
            "oil",
        ),
        (
            ("en", "It is 40 percent dependent on China for gas.", "dependent", "40 percent", "dependent"),
            "depend: dependent (adjective)",
            ("gas:gas",),
            "gas",
            None,
        ),
        (
            ("ru", "Армения на 40 % зависит от российского газа.", "зависит", "40 %", "good"),
            "depend: зависеть (verb)",
            ("other:на 40 %", "gas:российского газа"),
            "российского газа",
            None,
        ),
        (
            ("en", "Its dependence on China is 40 percent of imports.", "dependence", "40 percent", "imports"),
            "depend: dependence (noun)",
            (),
            "imports",
            None,
        ),
        (
            ("en", "It depends 40 percent on China.", "depends", "40 percent", "depends"),
            "depend: depend (verb)",
            (),
            None,
            None,
        ),
    ],
)
def test_a_part_of_what_is_depended_for_is_a_share(
    told: Told, rule: str, goods: tuple[str, ...], whole: str | None, good: str | None
) -> None:
    (found,) = stated_shares(made(told, kind="depend", rule=rule, goods=goods))
    assert found.whole == whole
    assert (found.good.good if found.good else None) == good


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        (("en", "40 percent of Armenians depend on it.", "depend", "40 percent", "actor"), "depend: depend (verb)"),
        (
            ("en", "It cut its dependence on gas by 40 percent.", "dependence", "40 percent", "dependence"),
            "depend: dependence (noun)",
        ),
        (("en", "It depends on oil, up 40 percent.", "depends", "40 percent", "depends"), "depend: depend (verb)"),
        (("en", "It depends on 40 percent more oil.", "depends", "40 percent", "good"), "depend: depend (verb)"),
    ],
)
def test_a_part_of_the_dependents_or_a_change_is_no_share(told: Told, rule: str) -> None:
    goods = ("oil:40 percent more oil",) if told[4] == "good" else ()
    assert list(stated_shares(made(told, kind="depend", rule=rule, goods=goods))) == []


def test_whose_share_it_is_is_no_part_of_the_whole() -> None:
    told = ("en", "It sends 40% of its exports to China.", "exports", "40%", "its exports to China")
    base = made(told)
    partner = Role(role="partner", actor="CHN", span=replace(base.event.trigger, quote="China"))
    (found,) = stated_shares(replace(base, event=replace(base.event, roles=(*base.event.roles, partner))))
    assert found.whole == "its exports"


@pytest.mark.parametrize(
    ("low", "high", "unit", "expected"),
    [
        (None, "2", "percent", (None, "0.02")),
        ("90", None, "percent", ("0.9", None)),
        ("0", "0.5", "percent", ("0", "0.005")),
        ("100", "100", "percent", ("1", "1")),
        ("150", "150", "percent", None),  # growth: no part is larger than its whole
        ("90", "110", "percent", None),
        ("-3", "-3", "percent", None),
        ("90", "80", "percent", None),
        ("NaN", "NaN", "percent", None),
        (None, None, "percent", None),
        ("40", "40", "USD", None),
    ],
)
def test_only_percentages_from_0_to_100_are_shares(
    low: str | None, high: str | None, unit: str, expected: tuple[str | None, str | None] | None
) -> None:
    base = made(SHARES[0][0])
    number = amount(base.event.quantities[0].span, low, high, unit, of="trade")
    found = list(stated_shares(replace(base, event=replace(base.event, quantities=(number,)))))
    ends = [(each.share.low, each.share.high) for each in found]
    assert ends == ([] if expected is None else [tuple(end and Decimal(end) for end in expected)])


def test_a_claim_whose_spans_lie_outside_of_its_evidence_states_no_share() -> None:
    base = made(SHARES[0][0])
    elsewhere = replace(base.provenance.evidence, start=900, end=950)
    assert list(stated_shares(replace(base, provenance=replace(base.provenance, evidence=elsewhere)))) == []


@pytest.mark.parametrize(
    ("words", "language", "is_commerce"),
    [
        ("North Korea's international trade", "en", True),
        ("recorded merchandise exports", "en", True),
        ("торговли Северной Кореи", "ru", True),
        ("北朝鮮の貿易", "ja", True),
        ("merchandise exports", "ja", True),  # reference data speaks English
        ("its important gas", "en", False),
        ("its oil", "en", False),
        ("", "xx", False),
    ],
)
def test_the_words_for_commerce(words: str, language: str, is_commerce: bool) -> None:
    assert names_commerce(words, language) == is_commerce


def test_a_share_that_was_read_as_a_good_is_none() -> None:
    told = ("ru", "Армения на 40 % зависит от газа.", "зависит", "40 %", "good")
    found = goods_of(made(told, kind="depend", goods=("other:на 40 %", "gas:газа")))
    assert [each.good for each in found] == ["gas"]
