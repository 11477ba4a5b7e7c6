"""Dependences in, what losing each provider would cost out."""

from decimal import Decimal

import pytest

from sayso.corroboration.intervals import Interval
from sayso.system.losses import losses
from tests.system.scenarios.known import between, dependence

FIVE = Interval(low=Decimal(5), high=Decimal(5))


def rounded(interval: Interval) -> tuple[str | None, str | None]:
    return tuple(None if each is None else f"{each:.3f}" for each in (interval.low, interval.high))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("low", "high", "price"),
    [
        # (1 - w) ** (-1 / 4): Feenstra (1994); Arkolakis, Costinot and Rodríguez-Clare (2012).
        ("0.02", "0.02", ("1.005", "1.005")),
        ("0.5", "0.9", ("1.189", "1.778")),
        (None, "0.02", ("1.000", "1.005")),
        ("0.9", None, ("1.778", None)),
        ("1", "1", (None, None)),
    ],
)
def test_bounds_of_a_share_are_bounds_of_the_price(low: str, high: str, price: tuple[str, str]) -> None:
    (found,) = losses([dependence("CHN", low, high, whole="its imports")], elasticity=FIVE)
    assert rounded(found.price) == price
    assert (found.dependent, found.provider, found.claim_ids) == ("PRK", "CHN", ("claim-CHN",))


def test_the_range_of_elasticities_widens_the_price_and_is_kept() -> None:
    (found,) = losses([dependence("CHN", "0.9", "0.9")])
    assert rounded(found.price) == ("1.292", "1.778")
    assert rounded(found.elasticity) == ("5.000", "10.000")


@pytest.mark.parametrize(
    ("whole", "good", "of_all_trade"),
    [
        ("recorded merchandise exports", None, None),
        ("exportaciones", None, None),
        ("экспорт нефти", "oil", None),
        ("recorded merchandise imports", None, False),
        ("импорта страны", None, False),
        ("North Korea's international trade", None, True),
        ("exports and imports", None, True),
        (None, None, True),
        ("its gas", "gas", False),
    ],
)
def test_a_share_of_what_is_sold_is_none_of_what_is_bought(
    whole: str | None, good: str | None, of_all_trade: bool | None
) -> None:
    found = losses([dependence("CHN", "0.5", "0.5", whole=whole, good=good)])
    assert [each.is_of_all_trade for each in found] == ([] if of_all_trade is None else [of_all_trade])


def test_rounded_figures_are_as_wide_as_they_are_rounded_and_shown_as_told() -> None:
    (found,) = losses([dependence("CHN", "0.97", "0.97", basis="recorded", whole="imports")], elasticity=FIVE)
    assert found.share == between("0.97", "0.97")
    assert rounded(found.weight) == ("0.965", "0.975")
    assert rounded(found.price) == ("2.312", "2.515")


def test_shares_of_one_whole_that_differ_give_one_price_that_holds_both() -> None:
    rows = [dependence("CHN", "0.5", "0.5"), dependence("CHN", "0.9", "0.9", id="other", claim_ids=("claim-other",))]
    (found,) = losses(rows, elasticity=FIVE)
    assert rounded(found.price) == ("1.189", "1.778")
    assert set(found.claim_ids) == {"claim-CHN", "claim-other"}


def test_what_is_denied_or_has_no_share_costs_nothing_that_is_known() -> None:
    assert (
        losses([dependence("CHN", "0.5", "0.5", polarity="negated"), dependence("RUS", None, None, share=None)]) == ()
    )
    assert losses([]) == ()


def test_no_other_provider_makes_up_for_a_loss_at_an_elasticity_of_one() -> None:
    with pytest.raises(ValueError, match="over 1"):
        losses([dependence("CHN", "0.5", "0.5")], elasticity=between("1", "1"))
