"""Tests of `sayso.documents.furniture`: paragraphs to reasons, over the patterns of every language."""

import tomllib
from pathlib import Path

import pytest

from sayso.documents.furniture import Part, parts
from sayso.lang import language, languages

TABLE = Path(__file__).parents[1] / "cases" / "furniture.toml"
CASES = tomllib.loads(TABLE.read_text(encoding="utf-8"))["case"]
REASONS = {
    "advertisement",
    "byline",
    "cookie notice",
    "copyright",
    "link to another story",
    "navigation",
    "newsletter",
    "photo credit",
    "separator",
    "share buttons",
}


@pytest.mark.parametrize("case", CASES, ids=[f"{case['language']}: {case['text'][:30]}" for case in CASES])
def test_furniture(case: dict[str, str]) -> None:
    found = parts(case["text"], language(case["language"]))
    assert found == (Part(start=0, end=len(case["text"]), reason=case.get("reason")),)


def test_the_cases_show_every_reason_and_every_language() -> None:
    assert {case["reason"] for case in CASES if "reason" in case} == REASONS
    assert {case["language"] for case in CASES} == {spoken.code for spoken in languages()}


def test_every_language_uses_the_same_reasons() -> None:
    for spoken in languages():
        assert {furniture.reason for furniture in spoken.furniture} <= REASONS
        assert len({furniture.reason for furniture in spoken.furniture}) >= 8, spoken.code


def test_navigation_run_together_with_text_is_cut_off() -> None:
    body = "Президент провёл встречу. Обсуждалась торговля."
    tail = "Темы Внешняя политика Статус материала Опубликован в разделе: Новости Дата публикации: 5 мая"
    text = f"События {body} {tail}"
    found = [(text[part.start : part.end], part.reason) for part in parts(text, language("ru"))]
    assert found == [("События", "navigation"), (body, None), (tail, "navigation")]


def test_unknown_language_is_held_against_the_shared_patterns() -> None:
    assert parts("© 2024", None)[0].reason == "copyright"
    assert parts("Kim", None)[0].reason is None


@pytest.mark.parametrize("piece", ["A", "A ", "| ", "a| ", "Ab|", "share", "(", "@", "Темы А", "Von A"])
def test_hostile_paragraphs_are_done_with(piece: str) -> None:
    # A pattern that can match the same letters in two ways would take years over one of these.
    for spoken in languages():
        for start in ("", "By ", "Por ", "Von ", "Автор: "):
            found = parts(start + piece * 200 + "\x00", spoken)
            assert found[-1].end >= found[0].end > 0
