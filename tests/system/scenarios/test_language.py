"""Lines of the what-if language: what they mean, what is wrong with others, and that each can be written again."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.corroboration.intervals import Interval
from sayso.errors import ScenarioError
from sayso.system.scenarios.amounts import PERIODS, yearly
from sayso.system.scenarios.language import EXAMPLES, GOODS, parse_changes
from sayso.system.scenarios.records import (
    SHARE,
    Add,
    Alter,
    Change,
    Choose,
    Cut,
    Fix,
    Gauge,
    Replace,
    Stretch,
    Subject,
    Test,
    Volume,
)
from sayso.system.scenarios.wording import format_change, say
from sayso.vocab.units import units

HALF_YEAR = Stretch(number=Decimal(6), unit="month")
YEAR = Stretch(number=Decimal(1), unit="year")
TRADE = Subject(of="PRK", topic="trade")
OIL = Subject(of="PRK", topic="oil", partner="CHN")
NEED = Subject(of="PRK", topic="oil")
FROM_CHINA = Subject(of="PRK", topic="trade", partner="CHN", is_share=True)


def between(low: str | None, high: str | None, *, approximate: bool = False) -> Interval:
    return Interval(
        low=None if low is None else Decimal(low), high=None if high is None else Decimal(high), approximate=approximate
    )


def volume(low: str | None, high: str | None, unit: str, over: Stretch | None = None) -> Volume:
    return Volume(interval=between(low, high), unit=unit, over=over)


MEANINGS = [
    (
        "add 0.64..2.06 bn USD/year RUS->PRK money",
        Add(subject=Subject(of="PRK", topic="money", partner="RUS"), volume=volume("640e6", "2060e6", "USD", YEAR)),
    ),
    (
        "ADD RUS→PRK arms 1.7–5.5 billion usd over 32 months",
        Add(
            subject=Subject(of="PRK", topic="arms", partner="RUS"),
            volume=volume("1.7e9", "5.5e9", "USD", Stretch(number=Decimal(32), unit="month")),
        ),
    ),
    (
        "add up to 5.5bn USD PRK->RUS ammunition",
        Add(subject=Subject(of="RUS", topic="ammunition", partner="PRK"), volume=volume(None, "5.5e9", "USD")),
    ),
    ("cut CHN->PRK oil  # all of it", Cut(subject=OIL)),
    ("cut prk/ministry -> chn/customs trade", Cut(subject=Subject(of="CHN", topic="trade", partner="PRK"))),
    ("change CHN->PRK oil to 3 m barrels/year", Alter(subject=OIL, to=volume("3e6", "3e6", "barrel", YEAR))),
    ("change CHN->PRK oil by -20%", Alter(subject=OIL, by=Decimal("-0.2"))),
    ("replace CHN->PRK oil by RUS", Replace(subject=OIL, supplier="RUS")),
    ("exclude recorded", Choose(word="recorded", is_included=False)),
    ("include  org/Daily  NK", Choose(word="org/Daily NK", is_included=True)),
    ("fix PRK trade = 2.77 bn USD/year", Fix(subject=TRADE, volume=volume("2.77e9", "2.77e9", "USD", YEAR))),
    ("fix CHN share of PRK trade = 98.3%", Fix(subject=FROM_CHINA, volume=volume("0.983", "0.983", SHARE))),
    (
        "fix CHN share of PRK trade = about 98.3 %",
        Fix(subject=FROM_CHINA, volume=Volume(interval=between(".9825", ".9835", approximate=True), unit=SHARE)),
    ),
    (
        "fix PRK trade = about 12,000 USD",
        Fix(subject=TRADE, volume=Volume(interval=between("11500", "12500", approximate=True), unit="USD")),
    ),
    (
        "fix RUS->PRK trade = 34.4 m USD/year",
        Fix(subject=Subject(of="PRK", topic="trade", partner="RUS"), volume=volume("34.4e6", "34.4e6", "USD", YEAR)),
    ),
    (
        "fix PRK need of oil = 4 m barrels/year",
        Gauge(sort="need", subject=NEED, volume=volume("4e6", "4e6", "barrel", YEAR)),
    ),
    (
        "fix prk NEED oil = 4 m barrel a year",
        Gauge(sort="need", subject=NEED, volume=volume("4e6", "4e6", "barrel", YEAR)),
    ),
    ("fix PRK needs of oil = 4 barrel/year", Gauge(sort="need", subject=NEED, volume=volume("4", "4", "barrel", YEAR))),
    ("fix PRK stock oil = 1 m barrel", Gauge(sort="stock", subject=NEED, volume=volume("1e6", "1e6", "barrel"))),
    (
        "fix PRK stock of oil = 1 m barrel over 6 months",
        Gauge(
            sort="stock", subject=NEED, volume=volume("1e6", "1e6", "barrel", Stretch(number=Decimal(6), unit="month"))
        ),
    ),
    (
        "fix capacity CHN->PRK oil = ..5 m barrel/year",
        Gauge(sort="capacity", subject=OIL, volume=volume(None, "5e6", "barrel", YEAR)),
    ),
    (
        "fix capacity of CHN->PRK oil = 5.. barrel/day",
        Gauge(sort="capacity", subject=OIL, volume=volume("5", None, "barrel", Stretch(number=Decimal(1), unit="day"))),
    ),
    ("test CHN share of PRK trade > 90%", Test(subject=FROM_CHINA, volume=volume("0.9", None, SHARE))),
    ("test CHN share of PRK trade less than 90 per cent", Test(subject=FROM_CHINA, volume=volume(None, "0.9", SHARE))),
    ("test CHN share of PRK trade = 80..90%", Test(subject=FROM_CHINA, volume=volume("0.8", "0.9", SHARE))),
    ("test PRK trade under 3 bn USD per year", Test(subject=TRADE, volume=volume(None, "3e9", "USD", YEAR))),
    (
        "add 5 square miles CHN->PRK territory",
        Add(subject=Subject(of="PRK", topic="territory", partner="CHN"), volume=volume("5", "5", "square mile")),
    ),
]


@pytest.mark.parametrize(("text", "change"), MEANINGS, ids=[text for text, _ in MEANINGS])
def test_a_line_is_one_change_and_reads_the_same_when_it_is_written_again(text: str, change: Change) -> None:
    assert parse_changes(text) == (change,)
    assert parse_changes(format_change(change)) == (change,)


@pytest.mark.parametrize("verb", EXAMPLES)
def test_the_example_of_each_verb_can_be_read_and_is_written_just_so(verb: str) -> None:
    (change,) = parse_changes(EXAMPLES[verb])
    assert format_change(change) == EXAMPLES[verb]


def test_changes_stand_on_lines_or_between_semicolons_and_comments_are_none() -> None:
    text = "# what if\n\ncut CHN->PRK oil; exclude recorded # no customs\n ; \nreplace CHN->PRK oil by RUS"
    assert [type(change) for change in parse_changes(text)] == [Cut, Choose, Replace]
    assert parse_changes("") == parse_changes(" ;; \n# nothing") == ()


ERRORS = [
    ("ad 5", 1, 1, "add, cut, change", "'ad'"),
    ("add lots of money", 1, 5, "an amount", "'lots'"),
    ("add $5 RUS->PRK money", 1, 5, "money by its code", "'$5'"),
    ("add 5", 1, 6, "a unit", "the end of the line"),
    ("add 5 RUS->PRK money", 1, 7, "a unit between", "'RUS'"),
    ("add 5% RUS->PRK money", 1, 6, "a unit", "'%'"),
    ("add 5 USD RUS PRK money", 1, 11, "a direction with ->", "'RUS'"),
    ("add 5 USD RUS->PRK", 1, 16, "arms, ammunition", "'PRK'"),
    ("add 5 USD RUS->PRK trade", 1, 20, "arms, ammunition", "'trade'"),
    ("add 5 USD/fortnight RUS->PRK money", 1, 21, "year, quarter, month", "'RUS'"),
    ("add 5 USD over 0 years RUS->PRK money", 1, 16, "a length of time over 0", "'0'"),
    ("add 5..3 USD RUS->PRK money", 1, 5, "the lower end", "'5'"),
    ("add up to 3..5 USD RUS->PRK money", 1, 12, "one number after 'up to'", "'..'"),
    ("fix PRK trade = about 0 USD", 1, 23, "over 0", "'0'"),
    ("add 1..2..3 USD RUS->PRK money", 1, 9, "a unit", "'..'"),
    ("add 123456789012345678901 USD RUS->PRK money", 1, 5, "at most 20 digits", "'123456789012345678901'"),
    ("cut Atlantis->PRK oil", 1, 5, "a party that is known", "'Atlantis'"),
    ("cut ->PRK oil", 1, 5, "a party", "'->'"),
    ("cut PRK->PRK oil", 1, 5, "two different parties", "'PRK'"),
    ("cut CHN->PRK oil now", 1, 18, "after the party", "'now'"),
    ("change CHN->PRK oil", 1, 20, "'to' and an amount, or 'by'", "the end of the line"),
    ("change CHN->PRK oil by half", 1, 24, "per cent", "'half'"),
    ("change CHN->PRK oil by -120%", 1, 24, "at most -100%", "'-'"),
    ("replace CHN->PRK oil by", 1, 24, "a party", "the end of the line"),
    ("replace CHN->PRK oil by PRK", 1, 25, "other than the two", "'PRK'"),
    ("exclude", 1, 8, "recorded, report", "the end of the line"),
    ("fix PRK trade 3", 1, 15, "after the party", "'3'"),
    ("fix CHN share of PRK trade = 2 bn USD", 1, 35, "per cent", "'USD'"),
    ("fix CHN share of PRK trade = 120%", 1, 30, "from 0% to 100%", "'120'"),
    ("fix PRK share of PRK trade = 20%", 1, 5, "another party's whole", "'PRK'"),
    ("fix PRK need of oil = 4 m barrel", 1, 23, "an amount in a time, as a need is so much a day", "'4'"),
    ("fix capacity of CHN->PRK oil = 4 barrel", 1, 32, "as a capacity is so much a day", "'4'"),
    ("fix PRK need = 4 barrel/year", 1, 14, "a good, after 'need of': arms, ammunition", "'='"),
    ("fix PRK need of trade = 4 USD/year", 1, 17, "a good, after 'need of'", "'trade'"),
    ("fix PRK stock of oil 4 barrel", 1, 22, "'='", "'4'"),
    ("fix need of oil = 4 barrel/year", 1, 5, "a party, such as PRK", "'need'"),
    ("fix capacity of PRK oil = 4 barrel/year", 1, 17, "a direction with ->", "'PRK'"),
    ("fix PRK need of oil = .. barrel/year", 1, 26, "a number", "'barrel/year'"),
    ("fix PRK trade = 5 barrels", 1, 17, "an amount of money", "'5'"),
    ("change CHN->PRK trade to 5 barrels", 1, 26, "an amount of money", "'5'"),
    ("test PRK imports < 5 barrels", 1, 18, "an amount of money", "'<'"),
    ("test CHN share of PRK trade", 1, 28, "a comparison", "the end of the line"),
    ("test CHN share of PRK trade > 80..90%", 1, 38, "one number after the comparison", "the end of the line"),
    ("cut CHN->PRK oil\ncut CHN->PRK oil; cut CHN->PRK", 2, 28, "after the party", "'PRK'"),
]


@pytest.mark.parametrize(("text", "line", "column", "expected", "found"), ERRORS, ids=[row[0] for row in ERRORS])
def test_an_error_says_where_what_was_expected_and_what_would_do(
    text: str, line: int, column: int, expected: str, found: str
) -> None:
    with pytest.raises(ScenarioError) as raised:
        parse_changes(text)
    where, _, example = str(raised.value).partition("; for example: ")
    assert where.startswith(f"line {line}, column {column}: expected ")
    assert expected in where
    assert where.endswith(f"found {found}")
    assert len(parse_changes(example)) == 1


def test_names_are_understood_where_the_caller_resolves_them() -> None:
    names = {
        "north korea": "PRK",
        "russia": "RUS",
        "the people's republic of china": "CHN",
        "the kremlin": "RUS/president",
    }
    text = """
        add 3 m barrels/year Russia -> North Korea oil
        fix The People's Republic of China share of North Korea trade = 98.3%
        replace Russia->North Korea oil by the people's republic of china
        cut the Kremlin->North Korea oil
    """
    changes = parse_changes(text, resolve=lambda name: names.get(name.casefold()))
    assert [format_change(change) for change in changes] == [
        "add 3 m barrel/year RUS->PRK oil",
        "fix CHN share of PRK trade = 98.3%",
        "replace RUS->PRK oil by CHN",
        "cut RUS->PRK oil",
    ]
    with pytest.raises(ScenarioError, match="column 5: expected a party that is known"):
        parse_changes("cut North Korea->RUS oil")


NUMBERS = st.decimals(min_value=0, max_value=10**14, places=3).map(lambda number: number.normalize() + 0)
PERCENTS = st.decimals(min_value=0, max_value=100, places=2).map(lambda number: number.normalize() / 100)
PARTIES = st.sampled_from(["PRK", "RUS", "CHN", "EU", "UN", "org/wagner", "person/a-b"])
PASSAGES = st.builds(
    lambda pair, topic: Subject(of=pair[0], topic=topic, partner=pair[1]),
    st.lists(PARTIES, min_size=2, max_size=2, unique=True),
    st.sampled_from(GOODS),
)
STRETCHES = st.none() | st.builds(
    Stretch,
    number=st.decimals(min_value="0.01", max_value=1000, places=2).map(lambda number: number.normalize() + 0),
    unit=st.sampled_from(list(PERIODS)),
)


@st.composite
def intervals(draw: st.DrawFn, numbers: st.SearchStrategy[Decimal], *, is_open: bool = True) -> Interval:
    low, high = sorted([draw(numbers), draw(numbers)])
    shape = draw(st.sampled_from(["both", "low", "high", "one"] if is_open else ["both", "one"]))
    return Interval(
        low=None if shape == "high" else low, high=None if shape == "low" else low if shape == "one" else high
    )


VOLUMES = st.builds(
    Volume,
    interval=intervals(NUMBERS),
    unit=st.sampled_from([each for each in units() if each != "percent"] + ["shell", "missile", "soldier", "gas"]),
    over=STRETCHES,
)
SHARES = st.builds(Volume, interval=intervals(PERCENTS), unit=st.just(SHARE))
COMMERCE = ["trade", "exports", "imports"]
SUMS = st.builds(
    Volume, interval=intervals(NUMBERS), unit=st.sampled_from(["USD", "EUR", "KRW", "KPW"]), over=STRETCHES
)
WHOLES = st.builds(Subject, of=PARTIES, topic=st.sampled_from(COMMERCE))
SUBJECTS = PASSAGES | st.builds(Subject, of=PARTIES, topic=st.sampled_from(GOODS))
PARTS = st.builds(
    lambda pair, topic: Subject(of=pair[0], topic=topic, partner=pair[1], is_share=True),
    st.lists(PARTIES, min_size=2, max_size=2, unique=True),
    st.sampled_from([*COMMERCE, *GOODS]),
)
NEEDED = st.builds(Subject, of=PARTIES, topic=st.sampled_from(GOODS))
RATES = VOLUMES.filter(lambda volume: volume.over is not None)
CHANGES = st.one_of(
    st.builds(Add, subject=PASSAGES, volume=VOLUMES),
    st.builds(Cut, subject=PASSAGES),
    st.builds(Gauge, sort=st.sampled_from(["need", "stock"]), subject=NEEDED, volume=RATES),
    st.builds(Gauge, sort=st.just("capacity"), subject=PASSAGES, volume=RATES),
    st.builds(Alter, subject=PASSAGES, to=VOLUMES),
    st.builds(Alter, subject=PASSAGES, by=st.decimals(min_value=-1, max_value=20, places=4).map(Decimal.normalize)),
    st.builds(Replace, subject=PASSAGES, supplier=st.just("IRN")),
    st.builds(Choose, word=st.sampled_from(["recorded", "promised", "org/nyt", "Daily NK"]), is_included=st.booleans()),
    st.builds(Fix, subject=SUBJECTS, volume=VOLUMES),
    st.builds(Fix, subject=WHOLES, volume=SUMS),
    st.builds(Test, subject=WHOLES, volume=SUMS),
    st.builds(Fix, subject=PARTS, volume=SHARES),
    st.builds(Test, subject=SUBJECTS, volume=VOLUMES),
    st.builds(Test, subject=PARTS, volume=SHARES),
)


@given(CHANGES)
def test_every_change_reads_the_same_when_it_is_written(change: Change) -> None:
    assert parse_changes(format_change(change)) == (change,)


@given(st.decimals(min_value="0.001", max_value=10**9, places=3), st.sampled_from(["", " k", " m", " bn"]))
def test_a_rounded_amount_reads_the_same_when_it_is_written(number: Decimal, scale: str) -> None:
    for text in (
        f"fix PRK trade = about {number}{scale} USD",
        f"fix PRK trade = about {number.normalize():f}{scale} USD",
    ):
        (change,) = parse_changes(text)
        assert parse_changes(format_change(change)) == (change,)


@given(st.decimals(min_value="0.01", max_value=100, places=2))
def test_a_rounded_share_reads_the_same_when_it_is_written(number: Decimal) -> None:
    for text in (f"fix CHN share of PRK trade = about {number}%", f"fix CHN share of PRK trade = about {number:.0f}%"):
        if "about 0%" not in text:
            (change,) = parse_changes(text)
            assert parse_changes(format_change(change)) == (change,)


PIECES = st.lists(st.sampled_from([*"->=;#%.,/ 0123", "add", "USD", "PRK", "over", "to", "\n"])).map(" ".join)


@given(st.text(max_size=60) | PIECES)
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    said = "line ; for example: "
    try:
        parse_changes(text)
    except ScenarioError as error:
        said = str(error)
    assert re.match(r"line .*; for example: ", said, re.DOTALL)


def test_a_length_of_time_makes_a_rate_and_months_are_twelfths_exactly() -> None:
    # 1.7 to 5.5 bn USD in 32 months, that is 8/3 of a year: 0.6375 to 2.0625 bn a year.
    (change,) = parse_changes("add 1.7..5.5 bn USD over 32 months RUS->PRK arms")
    assert isinstance(change, Add)
    assert yearly(change.volume) == between("637.5e6", "2062.5e6")
    daily = Volume(interval=between("1", "1"), unit="barrel", over=Stretch(number=Decimal(1), unit="day"))
    assert yearly(daily) == between("365.2425", "365.2425")


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (between(None, None), "not known"),
        (between("255455555.5", "255455555.5"), "255.5 m USD"),
        (between("253916666.6", "256994444.4"), "253.9 to 257 m USD"),
        (between("640e6", "2060e6"), "0.64 to 2.06 bn USD"),
        (between("5e6", "2e9"), "5 m to 2 bn USD"),
        (between(None, "5.5e9"), "at most 5.5 bn USD"),
        (between("0", None), "at least 0 USD"),
    ],
)
def test_bounds_are_said_in_few_figures_and_never_narrower(interval: Interval, words: str) -> None:
    assert say(interval, unit="USD") == words
