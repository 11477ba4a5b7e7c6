"""Wholes, changes and draws at random: bounds hold every concrete case, break-evens are borders, and more is more."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sayso.corroboration.intervals import Interval
from sayso.system.records import Dependence, SystemModel
from sayso.system.scenarios.answers import what_if
from sayso.system.scenarios.optimum import Part, greatest_quotient, is_possible, least_quotient, sums
from sayso.system.scenarios.records import (
    SHARE,
    Add,
    Alter,
    Change,
    Cut,
    Fix,
    Replace,
    Stretch,
    Subject,
    Test,
    Volume,
)

EXAMPLES = 50
"""Cases of each property in a run of the tests; a thousand of each were run when they were written."""

SLACK = Decimal("1e-15")
YEAR = Stretch(number=Decimal(1), unit="year")
PARTNERS = ("CHN", "RUS", "IRN")
TOTAL = Subject(of="PRK", topic="trade")

PLACES = st.decimals(min_value=0, max_value=1, places=3)
SIZES = st.decimals(min_value="0.5", max_value=9, places=1)
FACTORS = st.sampled_from([Decimal("-0.5"), Decimal(2)])
ADDED = st.decimals(min_value=0, max_value=9, places=1)


def passage(partner: str) -> Subject:
    return Subject(of="PRK", topic="trade", partner=partner)


def share(partner: str) -> Subject:
    return replace(passage(partner), is_share=True)


@st.composite
def ranges(draw: st.DrawFn, numbers: st.SearchStrategy[Decimal]) -> Interval:
    low, high = sorted([draw(numbers), draw(numbers)])
    return Interval(low=low, high=high)


def money(interval: Interval) -> Volume:
    return Volume(interval=interval, unit="USD", over=YEAR)


def within(interval: Interval, place: Decimal) -> Decimal:
    """The number at a place from 0 to 1 of the interval."""
    low, high = interval.low or Decimal(0), interval.high or Decimal(0)
    return low + (high - low) * place


@st.composite
def changes(draw: st.DrawFn) -> list[Change]:
    partner = st.sampled_from(PARTNERS)
    one = st.one_of(
        st.builds(
            lambda who, much: Add(subject=Subject(of="PRK", topic="money", partner=who), volume=money(much)),
            partner,
            ranges(ADDED),
        ),
        st.builds(lambda who: Cut(subject=passage(who)), partner),
        st.builds(
            lambda who, by: Alter(subject=passage(who), by=by - 1),
            partner,
            st.sampled_from([Decimal("0.5"), Decimal(3)]),
        ),
        st.builds(lambda who, to: Alter(subject=passage(who), to=money(to)), partner, ranges(ADDED)),
        st.builds(lambda who: Replace(subject=passage(who), supplier="TUR"), partner),
    )
    return draw(st.lists(one, max_size=4))


def concrete(
    size: Decimal, shares: dict[str, Decimal], steps: list[Change], places: list[Decimal]
) -> dict[str | None, Decimal]:
    """What passes with each partner after the changes, None for all others; every amount at its place in its range."""
    held: dict[str | None, Decimal] = {each: size * part for each, part in shares.items()}
    held[None] = size - sum(held.values())
    for step, place in zip(steps, places, strict=True):
        if isinstance(step, Add):
            who = step.subject.partner
            held[who] = held.get(who, Decimal(0)) + within(step.volume.interval, place)
        elif isinstance(step, Cut):
            held[step.subject.partner] = Decimal(0)
        elif isinstance(step, Alter):
            who, to = step.subject.partner, step.to
            held[who] = held.get(who, Decimal(0)) * (1 + (step.by or 0)) if to is None else within(to.interval, place)
        elif isinstance(step, Replace):
            moved = held.pop(step.subject.partner, Decimal(0))
            held[step.supplier] = held.get(step.supplier, Decimal(0)) + moved
    return held


def model(shares: dict[str, Interval]) -> SystemModel:
    rows = tuple(
        Dependence(
            id=partner,
            dependent="PRK",
            provider=partner,
            good=None,
            whole=None,
            share=interval,
            window=None,
            basis="stated",
            polarity="affirmed",
            origins=(),
            claim_ids=(partner,),
        )
        for partner, interval in shares.items()
    )
    return SystemModel(as_of=None, parties=(), exchanges=(), dependences=rows, stakes=())


@settings(max_examples=EXAMPLES)
@given(
    known=st.lists(ranges(PLACES), min_size=1, max_size=3),
    size=ranges(SIZES),
    steps=changes(),
    places=st.lists(PLACES, min_size=8, max_size=8),
    is_sized=st.booleans(),
)
def test_bounds_hold_every_concrete_case(
    known: list[Interval], size: Interval, steps: list[Change], places: list[Decimal], is_sized: bool
) -> None:
    told = dict(zip(PARTNERS, known, strict=False))
    drawn = {
        partner: within(told.get(partner, Interval(low=Decimal(0), high=Decimal(1))), place)
        for partner, place in zip(PARTNERS, places, strict=False)
    }
    assume(sum(drawn.values()) <= 1)
    sized = [Fix(subject=TOTAL, volume=money(size))] if is_sized else []
    half = Volume(interval=Interval(low=Decimal("0.5"), high=None), unit=SHARE)
    tests = [Test(subject=share(each), volume=half) for each in PARTNERS]
    answer = what_if(model(told), [*sized, *steps, *tests])
    after = concrete(within(size, places[3]), drawn, steps, places[4 : 4 + len(steps)])
    whole = sum(after.values(), Decimal(0))
    assume(whole > SLACK)
    for outcome in answer.outcomes:
        if outcome.subject.is_share:
            partner = outcome.subject.partner or ""
            assert _holds(outcome.before, drawn.get(partner, Decimal(0)))
            assert _holds(outcome.after, after.get(partner, Decimal(0)) / whole)
        elif outcome.subject.partner is None:
            assert _holds(outcome.after, whole)
        elif outcome.subject.topic == "trade":
            assert _holds(outcome.after, after.get(outcome.subject.partner, Decimal(0)))
    for finding in answer.findings:
        part = after.get(finding.subject.partner, Decimal(0)) / whole
        if abs(part - Decimal("0.5")) > SLACK:
            assert finding.after in ("cannot tell", "holds" if part > Decimal("0.5") else "fails")


def _ends(interval: Interval) -> tuple[Decimal, Decimal]:
    assert interval.low is not None
    assert interval.high is not None
    return interval.low, interval.high


def _holds(bounds: Interval, number: Decimal) -> bool:
    low, high = bounds.low, bounds.high
    return (low is None or low - SLACK <= number) and (high is None or number <= high + SLACK)


@settings(max_examples=EXAMPLES)
@given(part=PLACES, bound=st.decimals(min_value="0.01", max_value="0.99", places=2), size=SIZES, is_low=st.booleans())
def test_a_break_even_is_the_border_between_holding_and_failing(
    part: Decimal, bound: Decimal, size: Decimal, is_low: bool
) -> None:
    interval = Interval(low=bound if is_low else None, high=None if is_low else bound)
    test = Test(subject=share("CHN"), volume=Volume(interval=interval, unit=SHARE))
    fixed = [
        Fix(subject=TOTAL, volume=money(Interval(low=size, high=size))),
        Fix(subject=share("CHN"), volume=Volume(interval=Interval(low=part, high=part), unit=SHARE)),
    ]
    (finding,) = what_if(model({}), [*fixed, test]).findings
    (even,) = finding.break_evens
    assert even.amount is not None
    amount = even.amount.low or Decimal(0)
    assert abs(amount - (even.amount.high or Decimal(0))) < SLACK
    against = Subject(of="PRK", topic="money", partner="RUS" if is_low else "CHN")
    for factor, expected in ((Decimal("0.999"), "holds"), (Decimal("1.001"), "fails")):
        if finding.after == "fails":
            assert not amount
        elif amount > SLACK:
            much = amount * factor
            add = Add(subject=against, volume=money(Interval(low=much, high=much)))
            (again,) = what_if(model({}), [*fixed, add, test]).findings
            assert again.after == expected


@settings(max_examples=EXAMPLES)
@given(told=ranges(PLACES), size=ranges(SIZES), added=ranges(SIZES), more=ADDED)
def test_more_with_a_partner_is_never_a_smaller_share_of_it_or_a_greater_of_another(
    told: Interval, size: Interval, added: Interval, more: Decimal
) -> None:
    def bounds(much: Interval) -> dict[str | None, Interval]:
        add = Add(subject=Subject(of="PRK", topic="money", partner="RUS"), volume=money(much))
        answer = what_if(model({"CHN": told}), [Fix(subject=TOTAL, volume=money(size)), add])
        return {each.subject.partner: each.after for each in answer.outcomes if each.subject.is_share}

    low, high = added.low or Decimal(0), added.high or Decimal(0)
    little, much = bounds(added), bounds(Interval(low=low + more, high=high + more))
    for partner, sign in (("RUS", 1), ("CHN", -1)):
        before, after = little[partner], much[partner]
        assert ((after.low or 0) - (before.low or 0)) * sign >= -SLACK
        assert ((after.high or 0) - (before.high or 0)) * sign >= -SLACK


@settings(max_examples=EXAMPLES)
@given(told=ranges(PLACES), size=ranges(SIZES), added=ranges(SIZES))
def test_bounds_are_reached_and_no_wider_than_they_have_to_be(told: Interval, size: Interval, added: Interval) -> None:
    add = Add(subject=Subject(of="PRK", topic="money", partner="RUS"), volume=money(added))
    answer = what_if(model({"CHN": told}), [Fix(subject=TOTAL, volume=money(size)), add])
    after = next(each.after for each in answer.outcomes if each.subject == share("CHN"))
    corners = [part * whole / (whole + more) for part in _ends(told) for whole in _ends(size) for more in _ends(added)]
    low, high = _ends(after)
    assert abs(low - min(corners)) < SLACK
    assert abs(high - max(corners)) < SLACK


@settings(max_examples=EXAMPLES)
@given(told=ranges(PLACES), inner=st.tuples(PLACES, PLACES), added=ranges(ADDED), size=ranges(SIZES))
def test_knowing_more_never_widens_the_bounds(
    told: Interval, inner: tuple[Decimal, Decimal], added: Interval, size: Interval
) -> None:
    narrow = Interval(low=within(told, min(inner)), high=within(told, max(inner)))
    add = Add(subject=Subject(of="PRK", topic="money", partner="RUS"), volume=money(added))

    def bounds(known: Interval, *fixed: Change) -> Interval:
        answer = what_if(model({"CHN": known}), [*fixed, add])
        return next(each.after for each in answer.outcomes if each.subject == share("CHN"))

    wide = bounds(told)
    for closer in (bounds(narrow), bounds(told, Fix(subject=TOTAL, volume=money(size)))):
        assert closer.low is not None
        assert closer.high is not None
        assert _holds(wide, closer.low)
        assert _holds(wide, closer.high)


PARTS = st.lists(
    st.builds(
        lambda bounds, above, more: Part(min(bounds), max(bounds), above, above + more),
        st.tuples(PLACES, PLACES),
        st.sampled_from([Decimal(0), Decimal(1), Decimal(2)]),
        st.sampled_from([Decimal(0), Decimal("0.5"), Decimal(1)]),
    ),
    min_size=2,
    max_size=4,
)


@settings(max_examples=EXAMPLES)
@given(parts=PARTS, above=ADDED, more=ADDED, places=st.lists(PLACES, min_size=4, max_size=4))
def test_a_quotient_and_a_sum_over_parts_hold_every_choice_of_them(
    parts: list[Part], above: Decimal, more: Decimal, places: list[Decimal]
) -> None:
    assume(is_possible(parts))
    sizes = [part.low for part in parts]
    left = 1 - sum(sizes)
    for at, place in enumerate(places[: len(parts)]):  # some of what is left to each, then all that it can take
        for extra in ((parts[at].high - sizes[at]) * place,):
            given_away = min(left, extra)
            sizes[at] += given_away
            left -= given_away
    for at, part in enumerate(parts):
        given_away = min(left, part.high - sizes[at])
        sizes[at] += given_away
        left -= given_away
    numerator = above + sum((size * part.above for size, part in zip(sizes, parts, strict=True)), Decimal(0))
    denominator = above + more + sum(size * part.below for size, part in zip(sizes, parts, strict=True))
    assume(denominator > SLACK)
    low = least_quotient(parts, above=above, below=above + more)
    high = greatest_quotient(parts, above=above, below=above + more)
    assert low - SLACK <= numerator / denominator <= high + SLACK
    assert _holds(sums(parts, lambda part: part.above), numerator - above)


@settings(max_examples=EXAMPLES)
@given(
    told=ranges(PLACES),
    size=ranges(SIZES) | st.none(),
    added=st.lists(ranges(SIZES), min_size=2, max_size=2),
    bound=st.decimals(min_value="0.05", max_value="0.95", places=2),
    is_low=st.booleans(),
)
def test_a_value_that_is_said_to_decide_does(
    told: Interval, size: Interval | None, added: list[Interval], bound: Decimal, is_low: bool
) -> None:
    """Both directions are added to, so that one helps the statement and the other does not."""
    bound += Decimal("0.00037")  # a share that no amounts here give: at a border itself a statement still holds
    statement = Interval(low=bound if is_low else None, high=None if is_low else bound)
    test = Test(subject=share("CHN"), volume=Volume(interval=statement, unit=SHARE))
    adds = [
        Add(subject=Subject(of="PRK", topic="money", partner=who), volume=money(much))
        for who, much in zip(("CHN", "RUS"), added, strict=True)
    ]
    sized = [Fix(subject=TOTAL, volume=money(size))] if size is not None else []
    finding = what_if(model({"CHN": told}), [*sized, *adds, test]).findings[0]
    for need in finding.needs:
        for values, verdict in ((need.holds, "holds"), (need.fails, "fails")):
            for value in _inside(values):
                exact = Interval(low=value, high=value)
                if need.what == "PRK trade":
                    known: list[Change] = [Fix(subject=TOTAL, volume=money(exact)), *adds]
                elif need.what == "CHN share of PRK trade":
                    known = [*sized, Fix(subject=share("CHN"), volume=Volume(interval=exact, unit=SHARE)), *adds]
                else:
                    against = "RUS" if is_low else "CHN"
                    changed = [
                        replace(each, volume=money(exact)) if each.subject.partner == against else each for each in adds
                    ]
                    known = [*sized, *changed]
                again = what_if(model({"CHN": told}), [*known, test]).findings[0]
                assert again.after == verdict, need


def _inside(values: Interval | None) -> list[Decimal]:
    """Some numbers within, off the borders, where a verdict turns on the last digit."""
    if values is None:
        return []
    low = values.low or Decimal(0)
    high = low + 5 if values.high is None else values.high
    return [low + (high - low) * Decimal(part) for part in ("0.001", "0.5", "0.999")] if high - low > SLACK else []
