"""Readings in, pictures out."""

import io
import xml.etree.ElementTree as ET

import pytest

from sayso.errors import SettingsError
from sayso.outputs import svg
from sayso.outputs.exporter import Layout
from sayso.outputs.placing import ROW_WIDTH, place
from sayso.records import Outcome, Skipped
from tests.factories import document, fired, predicate, reading, sentence

SVG = "{http://www.w3.org/2000/svg}"


def picture(*outcomes: Outcome, number: int = 1) -> ET.Element:
    stream = io.StringIO()
    svg.write(outcomes, stream, layout=Layout(sentence=number))
    return ET.fromstring(stream.getvalue())


def texts(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def at(root: ET.Element, text: str) -> float:
    return next(float(element.get("x", "nan")) for element in root.iter(f"{SVG}text") if element.text == text)


def test_words_labels_names_and_roles_all_stand_in_the_picture() -> None:
    of = document()
    shown = texts(picture((of, reading(of))))
    for expected in ("North", "Friday", "PROPN", "nummod", "root", "place", "V", "ARG0", "ARG1", "ARGM-TMP"):
        assert expected in shown
    assert shown.index("North") < shown.index("Korea") < shown.index("fired")


def test_what_a_text_says_is_escaped() -> None:
    of = document('<script>&"x"</script> \x00said')
    hostile = sentence(of, '<script>&"x"</script> X 1 dep\nsaid VERB -1 root')
    root = picture((of, reading(of, hostile)))
    assert '<script>&"x"</script>' in texts(root)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {"svg", "title", "rect", "text", "g", "path"}


def test_a_script_from_right_to_left_starts_at_the_right() -> None:
    of = document("أطلقت كوريا صاروخا")
    root = picture((of, reading(of, sentence(of, "أطلقت VERB -1 root\nكوريا PROPN 0 nsubj\nصاروخا NOUN 0 obj"))))
    assert at(root, "أطلقت") > at(root, "كوريا") > at(root, "صاروخا")


def test_a_long_sentence_wraps_and_its_arcs_and_roles_go_on_in_the_next_row() -> None:
    of = document("missiles " * 60)
    rows = "\n".join(f"missiles NOUN {0 if index else -1} {'dep' if index else 'root'}" for index in range(60))
    long = sentence(of, rows, predicates=[predicate(0, ("ARG1", 1, 60))])
    placed = place(long)
    assert len(placed) > 3
    assert all(row.boxes[-1].x + row.boxes[-1].width <= ROW_WIDTH for row in placed)
    assert [box.word for row in placed for box in row.boxes] == list(range(60))
    assert [bar.label for bar in placed[1].bars] == ["ARG1 of missiles"]
    assert placed[0].arcs[-1].opens_after
    assert placed[-1].arcs[0].opens_before


def test_rows_are_about_equally_long_and_a_word_wider_than_a_row_has_one_for_itself() -> None:
    of = document("word " * 21 + "w" * 200)
    rows = "\n".join(f"word NOUN {index - 1} {'dep' if index else 'root'}" for index in range(21))
    lengths = [len(row.boxes) for row in place(sentence(of, rows))]
    assert len(lengths) == 2
    assert abs(lengths[0] - lengths[1]) <= 2
    assert len(place(sentence(of, f"{rows}\n{'w' * 200} X 0 dep"))[-1].boxes) == 1


def test_an_arc_stands_above_those_it_spans() -> None:
    row = place(fired(document()))[0]
    levels = {arc.label: arc.level for arc in row.arcs}
    assert levels["nsubj"] == 1
    assert levels["punct"] > levels["obl"] > levels["obj"] > levels["nummod"] == 1


def test_arcs_of_one_level_do_not_overlap() -> None:
    row = place(fired(document()))[0]
    for one in row.arcs:
        for other in row.arcs:
            apart = max(one.x, other.x) >= min(one.end, other.end)
            assert one is other or one.level != other.level or apart


def test_a_sentence_that_is_not_there_is_refused() -> None:
    of = document()
    with pytest.raises(SettingsError, match=r"sentence 2 was asked for, but report\.txt has 1"):
        picture((of, reading(of)), number=2)


def test_the_first_document_that_was_read_is_drawn_and_no_other_is_asked_for() -> None:
    of = document()

    def outcomes() -> object:
        yield Skipped(location="x", span=None, reader="load", reason="nothing is there")
        yield of, reading(of)
        pytest.fail("a second document was asked for")

    stream = io.StringIO()
    svg.write(outcomes(), stream, layout=Layout())  # type: ignore[arg-type]
    assert "fired" in stream.getvalue()
