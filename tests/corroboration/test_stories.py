"""Profiles made by hand in, the stories that they tell out."""

import random
from dataclasses import replace
from math import exp
from typing import Any

import pytest

from sayso.corroboration.likeness import SAME_LANGUAGE, likeness, reasons
from sayso.corroboration.profiles import KEPT, UNIT, Profile, profile, rarity
from sayso.corroboration.records import Alike
from sayso.corroboration.stories import ALIKE, SHARED, StoryIndex, cluster, keys, pairs, stories
from tests.factories import document, reading, sentence

STRIKE = ("missile", "launch", "pyongyang", "kim", "sea")
TALKS = ("tariff", "beijing", "soybean", "talks", "lighthizer")


def told(document_id: str, *names: str, language: str = "en", **fields: Any) -> Profile:
    """A profile whose words and names are those given, all of the same weight."""
    weights = {name: round(UNIT * len(names) ** -0.5) for name in names}
    blank = Profile(
        document_id=document_id,
        language=language,
        published=None,
        terms=weights,
        names=weights,
        actors={},
        numbers={},
        dates={},
        vector=b"",
    )
    return replace(blank, **fields)


def groups(*profiles: Profile) -> list[set[str]]:
    return [set(story.document_ids) for story in stories(profiles)]


def collection(documents: int) -> list[Profile]:
    """Reports of ten stories, each with words of its own and some that all share."""
    chance = random.Random(4)
    made = []
    for number in range(documents):
        own = [f"story{number % 10}-{word}" for word in range(12)]
        common = [f"common{word}" for word in range(12)]
        made.append(told(f"d{number:03}", *chance.sample(own, 9), *chance.sample(common, 4)))
    return made


def test_reports_of_one_happening_come_together_and_others_stay_apart() -> None:
    found = groups(told("a", *STRIKE), told("b", *STRIKE[1:], "icbm"), told("c", *TALKS), told("d", "volcano", "etna"))
    assert found == [{"a", "b"}, {"c"}, {"d"}]


def test_the_order_of_the_reports_changes_nothing() -> None:
    reports = collection(60)
    expected = stories(reports)
    assert len(expected) == 10
    for seed in range(3):
        random.Random(seed).shuffle(reports)
        assert stories(reports) == expected


def test_a_new_report_changes_only_the_story_it_belongs_to() -> None:
    reports = collection(60)
    new = told("new", *(f"story3-{word}" for word in range(12)))
    before, after = set(stories(reports)), set(stories([*reports, new]))
    (grown,) = after - before
    assert "new" in grown.document_ids
    assert len(before - after) == 1
    # Nothing but the story it touches is needed to know where it stands.
    (old,) = before - after
    touched = [*(report for report in reports if report.document_id in old.document_ids), new]
    assert stories(touched) == (grown,)


def test_a_report_that_touches_two_stories_does_not_join_them() -> None:
    one = [Alike(document_id=a, other_id=b, likeness=0.9) for a, b in (("a", "b"), ("a", "c"), ("b", "c"))]
    two = [Alike(document_id=a, other_id=b, likeness=0.9) for a, b in (("x", "y"), ("x", "z"), ("y", "z"))]
    bridge = Alike(document_id="c", other_id="x", likeness=0.8)
    found = cluster(dict.fromkeys("abcxyz"), [*one, *two, bridge])
    assert [set(story.document_ids) for story in found] == [{*"abc"}, {*"xyz"}]


def test_a_story_keeps_its_id_while_later_reports_come_in_and_lists_them_by_date() -> None:
    first = told("z", *STRIKE, published="2024-03-01")
    later = told("a", *STRIKE, published="2024-03-02")
    undated = told("b", *STRIKE)
    (alone,), (together,) = stories([first]), stories([undated, later, first])
    assert alone.id == together.id
    assert together.document_ids == ("z", "a", "b")


@pytest.mark.parametrize(
    ("published", "joined"),
    [("2024-03-03", True), (None, True), ("2024", True), ("soon", True), ("2012-07-07", False)],
)
def test_the_same_words_years_apart_are_another_story(published: str | None, joined: bool) -> None:
    match = told("a", "klitschko", "thompson", "bout", "ring", published="2024-03-01")
    rematch = told("b", "klitschko", "thompson", "bern", "punch", published=published)
    assert (len(groups(match, rematch)) == 1) == joined


def test_across_languages_words_do_not_count_but_actors_numbers_and_meaning_do() -> None:
    russian = told(
        "a", language="ru", actors={"PRK/leader": 800, "PRK": 600}, numbers={"1437": 1000}, vector=b"\x40" * 9
    )
    german = replace(russian, document_id="b", language="de")
    unrelated = told("c", language="de", actors={"CHN": 1000}, numbers={"12": 1000}, vector=b"\x40\xc0" * 4 + b"\x00")
    assert likeness(russian, german) > ALIKE > likeness(russian, unrelated)
    words = told("d", *STRIKE, language="ru")
    assert likeness(words, replace(words, document_id="e", language="uk", names={})) < ALIKE


def test_likeness_is_symmetric_to_the_last_digit_and_its_reasons_add_up_to_it() -> None:
    reports = collection(20)
    for one in reports:
        for other in reports:
            assert likeness(one, other) == likeness(other, one)
            assert 0 <= likeness(one, other) <= 1
    given = reasons(reports[0], reports[10])
    assert {each.name for each in given} == {"terms", "names"}
    odds = SAME_LANGUAGE.bias + sum(each.weight for each in given)
    assert likeness(reports[0], reports[10]) == pytest.approx(1 / (1 + exp(-odds)))
    assert "both have" in given[0].said


def test_nothing_in_common_and_nothing_at_all() -> None:
    empty = told("a")
    assert likeness(empty, replace(empty, document_id="b")) < ALIKE
    assert groups(empty, replace(empty, document_id="b")) == [{"a"}, {"b"}]
    assert stories([]) == ()
    assert keys(empty) == ()


def test_only_what_shares_keys_is_compared_and_years_and_digits_are_none() -> None:
    report = told("a", *STRIKE, numbers={"7": 100, "1437": 900}, dates={"2024": 100, "2024-03-01": 900})
    assert "numbers:1437" in keys(report)
    assert "dates:2024-03-01" in keys(report)
    assert not {"numbers:7", "dates:2024"} & {*keys(report)}
    assert "terms.en:missile" in keys(report)
    one = told("b", "missile", terms={}, numbers={})
    assert len({*keys(one)} & {*keys(report)}) < SHARED
    assert pairs([report, one]) == ()


def test_every_linked_pair_is_found_by_its_keys() -> None:
    reports = collection(40)
    found = {(pair.document_id, pair.other_id) for pair in pairs(reports)}
    for number, one in enumerate(reports):
        for other in reports[number + 1 :]:
            if likeness(one, other) >= ALIKE:
                assert (one.document_id, other.document_id) in found


def test_a_profile_weighs_rare_words_names_and_numbers() -> None:
    text = document("North Korea fired two missiles on Friday.")
    made = profile(text, reading(text, sentence(text)), claims=())
    assert made.terms["missile"] > made.terms["friday"]
    assert "on" not in made.terms
    assert made.numbers == {"2": UNIT}
    assert sum(weight**2 for weight in made.terms.values()) == pytest.approx(UNIT**2, rel=0.01)
    assert len(made.vector) == 384
    assert made == profile(text, reading(text, sentence(text)), claims=())


def test_the_rarity_of_a_word_with_signs_is_that_of_its_rarest_part() -> None:
    assert rarity("u.s.", "en", common=6.5) < rarity("missile", "en", common=6.5)
    assert rarity("anti-disestablishmentarianism", "en", common=6.5) > 4
    assert rarity("’", "en", common=6.5) == 0
    assert rarity("制裁", "zh", common=6.5) > rarity("的", "zh", common=6.5)


@pytest.mark.parametrize("text", ["?", "🚀🚀🚀", "missile", "ракета missile ミサイル", "x" * 5_000, "peace " * 10_000])
def test_odd_and_enormous_texts_have_a_profile(text: str) -> None:
    odd = document(text)
    rows = "\n".join(f"{word} NOUN -1 root" for word in text.split())
    made = profile(odd, reading(odd, sentence(odd, rows)), claims=())
    assert len(made.terms) <= KEPT
    assert likeness(made, made) <= 1


def test_a_document_without_sentences_has_an_empty_profile() -> None:
    nothing = document("")
    unread = replace(reading(document()), document_id=nothing.id, sentences=())
    made = profile(nothing, unread, claims=())
    assert (made.terms, made.names, made.vector) == ({}, {}, b"")
    assert groups(made) == [{nothing.id}]


def test_an_index_finds_each_pair_once_whichever_comes_first_and_none_years_apart() -> None:
    dates = {"a": "2024-03-01", "b": "2024-03-02", "c": "2020-03-02", "d": None}
    reports = {each: told(each, *STRIKE, published=published) for each, published in dates.items()}
    expected = {("a", "b"), ("a", "d"), ("b", "d"), ("c", "d")}
    for order in ("abcd", "dcba"):
        index = StoryIndex(reports.__getitem__)
        found = [pair for each in order for pair in index.add(reports[each])]
        assert len(found) == len(expected)
        assert {(pair.document_id, pair.other_id) for pair in found} == expected
        assert {(pair.document_id, pair.other_id) for pair in index.add(reports["d"])} == {
            each for each in expected if "d" in each
        }


def test_an_index_built_again_finds_what_it_would_have_found() -> None:
    reports = collection(30)
    grown, again = (StoryIndex({each.document_id: each for each in reports}.__getitem__) for _ in range(2))
    for each in reports[:-1]:
        grown.add(each)
        again.insert(each)
    assert grown.add(reports[-1]) == again.add(reports[-1]) != ()
