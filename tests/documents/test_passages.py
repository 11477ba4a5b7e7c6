"""Tests of `sayso.documents.passages`: paragraphs with kind, language and place."""

from hypothesis import given
from hypothesis import settings as budget
from hypothesis import strategies as st

from sayso.documents.passages import main_language, passages
from sayso.documents.repair import repair
from sayso.records import Passage
from sayso.settings import Settings

PAGE = """\
Ministers meet in Geneva

By Jane Miller

The foreign ministers met in Geneva on Friday&nbsp;for the first time in years. They agreed on littlewhich mattered.

«Мы договорились продолжить переговоры в следующем месяце», — сказал министр журналистам после встречи.

Geneva

In Tekmag | The army has a new problem, and it is the weather
"""


def cut(text: str, settings: Settings | None = None) -> tuple[Passage, ...]:
    repaired, alignment = repair(text)
    return passages(text, repaired, alignment, settings=settings or Settings())


def test_a_page() -> None:
    found = [(PAGE[p.start : p.end][:12], p.kind, p.language, p.reason) for p in cut(PAGE)]
    assert found == [
        ("Ministers me", "heading", "en", None),
        ("By Jane Mill", "furniture", "en", "byline"),
        ("The foreign ", "body", "en", None),
        ("«Мы договори", "body", "ru", None),
        ("Geneva", "heading", "en", None),
        ("In Tekmag | ", "furniture", "en", "link to another story"),
    ]
    assert main_language(cut(PAGE)) == "en"


def test_offsets_are_those_of_the_text_as_loaded() -> None:
    body = cut(PAGE)[2]
    assert PAGE[body.start : body.end] == PAGE.split("\n\n")[2]


def test_short_paragraphs_inherit_only_where_the_script_fits() -> None:
    text = "Президент провёл в Кремле встречу с министром обороны.\n\nKim\n\nКим\n\n平壤"
    assert [passage.language for passage in cut(text)] == ["ru", "unknown", "ru", "unknown"]


def test_a_stated_language_decides_where_its_script_fits() -> None:
    text = "Kim in Berlin\n\nПрезидент провёл в Кремле встречу с министром обороны."
    assert [passage.language for passage in cut(text, Settings(language="de"))] == ["de", "ru"]


def test_headings_and_sentences() -> None:
    kinds = {
        "Talks begin in Hanoi": "heading",
        "Talks begin in Hanoi.": "body",
        "MR. KIM: Talks begin. We will see": "body",
        "and then nothing": "body",
        "朝鲜外长抵达河内": "heading",
        "朝鲜外长抵达河内。": "body",
    }
    assert {text: cut(text)[0].kind for text in kinds} == kinds


def test_no_passages_and_no_language() -> None:
    assert cut("") == ()
    assert main_language(()) == "unknown"
    assert main_language(cut("12:30 — 5 %")) == "unknown"


@given(
    st.lists(
        st.sampled_from(["Talks begin. ", "Read more: x", "\n", "\n\n", "Kyiv ", "© 2024", "  ", "\u200b"]), max_size=20
    )
)
@budget(deadline=None)
def test_passages_go_forward_and_lie_inside_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    position = 0
    for passage in cut(text):
        assert position <= passage.start < passage.end <= len(text)
        assert text[passage.start : passage.end].strip()
        assert (passage.reason is not None) == (passage.kind == "furniture")
        assert 0.0 <= passage.garbled <= 1.0
        position = passage.end
