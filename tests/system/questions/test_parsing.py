"""Questions as analysts and others write them in; shape, parties and good out, or why they are not understood."""

import time

import pytest

from sayso.claims.numbers.edtf import Bounds
from sayso.system.questions.parsing import OUTSIDE, parse, worded
from sayso.system.questions.records import Question, Refusal
from sayso.system.questions.shapes import Shape, family
from sayso.system.questions.wording import LONGEST
from sayso.vocab.actors import open_roster

ROSTER = open_roster()
ARMS = ("arms", "ammunition", "missiles", "vehicles")

UNDERSTOOD: tuple[tuple[str, str, str | None, str | None, tuple[str, ...]], ...] = (
    # gives
    ("what does North Korea give Russia", "gives", "PRK", "RUS", ()),
    ("What did north korea give (to) Russia?", "gives", "PRK", "RUS", ()),
    ("What has Pyongyang been sending to Moscow?", "gives", "PRK", "RUS", ()),
    ("what aid does the US give Ukraine", "gives", "USA", "UKR", ()),
    ("What was given to Russia by North Korea?", "gives", "PRK", "RUS", ()),
    ("Does North Korea give Russia arms?", "gives", "PRK", "RUS", ARMS),
    ("did the DPRK send soldiers to the Russian Federation", "gives", "PRK", "RUS", ("troops",)),
    ("what flows from Iran to Russia", "gives", "IRN", "RUS", ()),
    ("How is Iran helping Russia?", "gives", "IRN", "RUS", ()),
    # gains
    ("what does North Korea gain from Russia?", "gains", "PRK", "RUS", ()),
    ("WHAT DOES NORTH KOREA GAIN FROM RUSSIA", "gains", "PRK", "RUS", ()),
    ("What Does Pyongyang Get From The Kremlin?", "gains", "PRK", "RUS/president", ()),
    ("what is North Korea getting out of Russia", "gains", "PRK", "RUS", ()),
    ("what does North Korea gain by sending troops to Russia", "gains", "PRK", "RUS", ()),
    ("what does Pyongyang gain by helping Moscow", "gains", "PRK", "RUS", ()),
    ("what was Russia given?", "gains", "RUS", None, ()),
    ("What's in it for North Korea?", "gains", "PRK", None, ()),
    ("what are the benefits for China", "gains", "CHN", None, ()),
    ("What did North Korea receive in return for its troops?", "gains", "PRK", None, ()),
    ("What is Russia paying North Korea for soldiers?", "gives", "RUS", "PRK", ("money",)),
    ("How has Russia rewarded North Korea?", "gives", "RUS", "PRK", ()),
    # givers and takers
    ("who gives Russia oil", "givers", None, "RUS", ("oil",)),
    ("who gives arms to Russia", "givers", None, "RUS", ARMS),
    ("Who is supplying Russia with shells?", "givers", None, "RUS", ("ammunition",)),
    ("WHO GIVES RUSSIA OIL?", "givers", None, "RUS", ("oil",)),
    ("which countries give Ukraine tanks", "givers", None, "UKR", ("vehicles",)),
    ("from whom does Hamas get money", "givers", None, "org/hamas", ("money",)),
    ("who arms Russia?", "givers", None, "RUS", ARMS),
    ("who buys oil from Iran", "takers", "IRN", None, ("oil",)),
    ("to whom does Iran sell drones", "takers", "IRN", None, ("vehicles",)),
    ("who was given arms by Russia", "takers", "RUS", None, ARMS),
    ("Who is Ukraine's biggest supplier of arms", "givers", None, "UKR", ARMS),
    ("who provides Ukraine with air defense systems", "givers", None, "UKR", ("arms",)),
    # amount and time
    ("How many shells has North Korea supplied Russia with?", "amount", "PRK", "RUS", ("ammunition",)),
    ("how many drones did Russia order from Iran", "amount", "IRN", "RUS", ("vehicles",)),
    ("how much money does North Korea earn from arms sales to Russia", "amount", "PRK", "RUS", ARMS),
    ("how much has the US spent on Ukraine", "amount", "USA", "UKR", ("money",)),
    ("how much does Russia give North Korea", "amount", "RUS", "PRK", ()),
    ("how many troops did North Korea send to Russia", "amount", "PRK", "RUS", ("troops",)),
    ("How many North Korean soldiers are in Russia?", "amount", "PRK", "RUS", ("troops",)),
    ("how much crude oil has Russia been sending to the DPRK?", "amount", "RUS", "PRK", ("oil",)),
    ("how much money did Russia pay North Korea?", "amount", "RUS", "PRK", ("money",)),
    ("since when has North Korea given Russia arms", "when", "PRK", "RUS", ARMS),
    ("When will Russia send oil to North Korea", "when", "RUS", "PRK", ("oil",)),
    # on whose word
    ("who says that North Korea gives Russia arms", "word", "PRK", "RUS", ARMS),
    ("On whose word is it that North Korea sent troops to Russia?", "word", "PRK", "RUS", ("troops",)),
    ("according to whom did Iran give Russia missiles", "word", "IRN", "RUS", ("missiles",)),
    ("who denies that North Korea gave Russia arms", "deniers", "PRK", "RUS", ARMS),
    ("who claims that North Korean troops are in Russia", "word", "PRK", "RUS", ("troops",)),
    ("does Germany refuse to give Ukraine planes", "deniers", "DEU", "UKR", ("vehicles",)),
    ("did Russia deny getting arms from North Korea", "deniers", "PRK", "RUS", ARMS),
    ("what does Iran deny?", "denials", "IRN", None, ()),
    ("what did Scholz refuse", "denials", "DEU/chancellor", None, ()),
    # stakes
    ("what does Kim Jong Un want from Putin", "wants", "PRK/leader", "RUS/president", ()),
    ("What are North Korea's aims?", "wants", "PRK", None, ()),
    ("what does Russia's president want", "wants", "RUS/president", None, ()),
    ("What does South Korea fear?", "fears", "KOR", None, ()),
    ("what is Seoul afraid of", "fears", "KOR", None, ()),
    ("who fears North Korea", "fearers", None, "PRK", ()),
    ("what does North Korea risk by helping Russia", "risks", "PRK", "RUS", ()),
    ("what are the risks for North Korea", "risks", "PRK", None, ()),
    ("what does North Korea have to lose", "risks", "PRK", None, ()),
    ("how will China react to North Korea", "reactions", "CHN", "PRK", ()),
    ("how does China react?", "reactions", "CHN", None, ()),
    ("What is Beijing's stance on North Korea?", "reactions", "CHN", "PRK", ()),
    ("who opposes Russia", "stances", None, "RUS", ()),
    ("Who is threatening South Korea?", "stances", None, "KOR", ()),
    ("who is Russia threatening", "targets", "RUS", None, ()),
    ("does China tolerate North Korea", "stance", "CHN", "PRK", ()),
    # dependence
    ("on whom does North Korea depend", "providers", "PRK", None, ()),
    ("whom does China depend on for oil", "providers", "CHN", None, ("oil",)),
    ("how much does North Korea depend on China?", "share", "PRK", "CHN", ()),
    ("What share of North Korea's trade is with Russia?", "share", "PRK", "RUS", ()),
    ("how much of North Korea’s trade is with China", "share", "PRK", "CHN", ()),
    ("what's Russia's share of North Korea's trade?", "share", "PRK", "RUS", ()),
    ("how dependent is Germany on Russian gas", "share", "DEU", "RUS", ("gas",)),
    ("who depends on Russia for gas", "dependents", None, "RUS", ("gas",)),
    # what is said and done
    ("what does the New York Times say about North Korea", "says", "org/nyt", "PRK", ()),
    ("what did the WHO say about China", "says", "UN/who", "CHN", ()),
    ("what does China say about North Korean troops", "says", "CHN", "PRK", ("troops",)),
    ("who says something about Iran", "speakers", None, "IRN", ()),
    ("when did Putin meet Kim Jong Un", "events", "RUS/president", "PRK/leader", ()),
    ("who sanctioned North Korea", "events", None, "PRK", ()),
    ("what did Russia and North Korea agree on", "agreements", "RUS", "PRK", ()),
    # disputes and gaps
    ("what is disputed between Russia and North Korea", "disputes", "RUS", "PRK", ()),
    ("What is not known about North Korea?", "gaps", "PRK", None, ()),
    ("what don't we know about North Korea and Russia", "gaps", "PRK", "RUS", ()),
    # words around it
    ("Tell me, please: what does the U.S. give Ukraine?", "gives", "USA", "UKR", ()),
    ("  what   does\tRussia give\nIran  ", "gives", "RUS", "IRN", ()),
    ("\ud800what does Russia give Iran", "gives", "RUS", "IRN", ()),
    ("what does Russia\u200b give\x1b Iran?", "gives", "RUS", "IRN", ()),
)


@pytest.mark.parametrize(("text", "shape", "party", "other", "goods"), UNDERSTOOD, ids=[row[0] for row in UNDERSTOOD])
def test_a_question_is_understood(
    text: str, shape: str, party: str | None, other: str | None, goods: tuple[str, ...]
) -> None:
    found = parse(text, ROSTER)
    assert isinstance(found, Question), found
    assert (found.shape, found.party, found.other, found.goods) == (shape, party, other, goods)


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("who criticised Russia", "oppose"),
        ("who backs Iran", "support"),
        ("whom does Russia threaten", "threaten"),
        ("when did Putin talk to Xi", "meet"),
        ("who attacked Ukraine?", "fight"),
        ("did Russia sign a treaty with North Korea", "agree"),
        ("when did Russia and North Korea sign a treaty", "agree"),
        ("who was attacked by Russia", "fight"),
        ("What is the relationship between Russia and China?", "relation"),
    ],
)
def test_a_word_decides_the_sort_of_stance_or_event(text: str, sort: str) -> None:
    found = parse(text, ROSTER)
    assert isinstance(found, Question)
    assert found.sort == sort


@pytest.mark.parametrize(
    ("when", "first", "until"),
    [
        ("in 2024", "2024-01-01", "2025-01-01"),
        ("in March 2024?", "2024-03-01", "2024-04-01"),
        ("during 2024-03-07", "2024-03-07", "2024-03-08"),
        ("since 2022", "2022-01-01", None),
        ("after March 2023", "2023-04-01", None),
        ("before 2022", None, "2022-01-01"),
        ("between 2022 and 2024", "2022-01-01", "2025-01-01"),
        ("from 2022 to 2023", "2022-01-01", "2024-01-01"),
    ],
)
def test_a_time_at_the_end_is_kept_apart(when: str, first: str | None, until: str | None) -> None:
    found = parse(f"what did Russia give Iran {when}", ROSTER)
    assert isinstance(found, Question)
    assert (found.party, found.other, found.window) == ("RUS", "IRN", Bounds(first=first, until=until))


@pytest.mark.parametrize("number", ["at 2024", "2024", "2024 tanks", "in Smarch 2024"])
def test_a_number_that_is_no_time_is_none(number: str) -> None:
    assert isinstance(parse(f"what did Russia give Iran {number}", ROSTER), Refusal)


@pytest.mark.parametrize(
    ("text", "reason", "near"),
    [
        ("What does Narnia gain from Russia", "nobody is known by the name 'Narnia'", None),
        ("what does Rusia gain from Iran", "nobody is known by the name 'Rusia'", "what does Russia get from Iran?"),
        ("who gives Russia oyl", "no good is known by the word 'oyl'", "who gives Russia oil?"),
        ("what does North Korea gian from Russia", OUTSIDE, "what does North Korea get from Russia?"),
        ("waht dose North Korea give Russia", OUTSIDE, "what does North Korea give to Russia?"),
        ("what does Russia give Moscow", "both names call one party", None),
        ("who gives Narnia oil", "nobody is known by the name 'Narnia'", None),
        ("why did Russia attack Ukraine?", OUTSIDE, None),
        ("what does the weather look like", OUTSIDE, None),
        ("what can can give can", OUTSIDE, None),
    ],
)
def test_what_is_not_understood_is_refused_with_what_is_near(text: str, reason: str, near: str | None) -> None:
    found = parse(text, ROSTER)
    assert isinstance(found, Refusal)
    assert found.reason == reason
    assert near is None or near in found.near


@pytest.mark.parametrize(
    "near", ["what does Rusia gain from Nroth Korea", "who gives Russia oyl", "is Iran with Russia"]
)
def test_what_is_suggested_is_understood(near: str) -> None:
    found = parse(near, ROSTER)
    assert isinstance(found, Refusal)
    assert found.near
    assert all(isinstance(parse(each, ROSTER), Question) for each in found.near)


HOSTILE = (
    "",
    "   ",
    "?",
    "\x00\x1b[31m",
    "'; DROP TABLE claims; --",
    "what does Russia give Iran'; DELETE FROM claims WHERE '1'='1",
    "что Россия даёт КНДР?",
    "ロシアは北朝鮮に何を与えるか",
    "ماذا تعطي روسيا لكوريا الشمالية؟",
    "what does 🇷🇺 give 🇰🇵",
    "what " * 2000,
    "x" * 10_000,
    "give " * 32,
    "who who who who",
    "Russia " * 30,
    "what does {x} give {y}",
    "[[what]] (good=oil) @giving",
    "../../etc/passwd",
    "what doesn't Russia give Iran",
)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:30]))
def test_hostile_input_is_refused_at_once(text: str) -> None:
    begun = time.process_time()
    found = parse(text, ROSTER)
    assert time.process_time() - begun < 5
    assert isinstance(found, Refusal)
    assert found.reason
    assert len(found.text) <= LONGEST + 1


def test_every_shape_is_understood_in_its_plainest_words() -> None:
    for shape in family().shapes:
        sort = {"stances": "oppose", "targets": "oppose", "stance": "oppose", "events": "meet"}.get(shape.name)
        asked = Question(
            text="",
            shape=shape.name,
            party="PRK" if "x" in shape.slots else None,
            other="RUS" if "y" in shape.slots else None,
            goods=("oil",) if "good" in shape.slots else (),
            good="oil" if "good" in shape.slots else None,
            sort=sort,
        )
        found = parse(worded(asked, ROSTER), ROSTER)
        assert isinstance(found, Question), worded(asked, ROSTER)
        assert (found.shape, found.party, found.other, found.goods) == (
            asked.shape,
            asked.party,
            asked.other,
            asked.goods,
        ), worded(asked, ROSTER)


@pytest.mark.parametrize("shape", family().shapes, ids=lambda shape: shape.name)
def test_the_example_of_a_shape_is_of_that_shape(shape: Shape) -> None:
    found = parse(shape.example, ROSTER)
    assert isinstance(found, Question)
    assert found.shape == shape.name
