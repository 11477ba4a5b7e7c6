"""Readings in, pages for people out."""

import io

from sayso.outputs import text
from sayso.outputs.display import columns
from sayso.outputs.exporter import Layout
from sayso.records import Chain, Outcome, Skipped
from tests.factories import document, fired, reading, sentence, span

PAGE = """\
report.txt ─────────────────────────────────────────────────────────────────────
publication date not stated · language en · 2 sentences, 12 words · reader hand
1

   1  North Korea fired two missiles on Friday.

      PROPN compound        ╭── North
      PROPN nsubj         ╭─┴ Korea
      VERB  root          ┼ fired
      NUM   nummod        │ ╭── two
      NOUN  obj           ├─┴ missiles
      ADP   case          │ ╭── on
      PROPN obl           ├─┴ Friday
      PUNCT punct         ╰── .

      names       North Korea  place 0.97
      roles       fired
                    ARG0 North Korea
                    ARG1 two missiles
                    ARGM-TMP on Friday
      sentence    [0, 41) · en · 0.90

   2  It said so.

      PRON  nsubj         ╭── It
      VERB  root          ┼ said
      ADV   advmod        ├── so
      PUNCT punct         ╰── .

      sentence    [42, 53) · en · 0.90

Who is who
  North Korea (1) = It (2)

Not read
  byline  By Our Correspondent

"""


def page(*outcomes: Outcome, width: int = 80, color: bool = False) -> str:
    stream = io.StringIO()
    text.write(outcomes, stream, layout=Layout(width=width, color=color))
    return stream.getvalue()


def whole() -> Outcome:
    of = document("North Korea fired two missiles on Friday. It said so.\nBy Our Correspondent")
    said = sentence(of, "It PRON 1 nsubj\nsaid VERB -1 root\nso ADV 1 advmod\n. PUNCT 1 punct", start=42)
    chain = Chain(mentions=(span(of, "North Korea"), span(of, "It")))
    byline = Skipped(location=of.location, span=span(of, "By Our Correspondent"), reader="hand", reason="byline")
    return of, reading(of, fired(of), said, chains=[chain], skipped=[byline])


def test_a_page_shows_sentence_tree_names_roles_chains_and_what_was_left_out() -> None:
    assert page(whole()) == PAGE


def test_colour_changes_no_word() -> None:
    colored = page(whole(), color=True)
    assert "\x1b[" in colored
    plain = "".join(part.split("m", 1)[1] if index else part for index, part in enumerate(colored.split("\x1b[")))
    assert plain.split() == PAGE.split()


def test_a_location_that_could_not_be_read_leaves_no_trace_in_the_text() -> None:
    assert page(Skipped(location="x", span=None, reader="load", reason="nothing is there")) == ""


def test_a_text_cannot_command_the_terminal() -> None:
    of = document("Evil\x1b[2J said.\x07")
    evil = sentence(of, "Evil\x1b[2J PROPN 1 nsubj\nsaid VERB -1 root")
    assert "\x1b" not in page((of, reading(of, evil)))


def test_scripts_from_right_to_left_are_isolated_word_by_word() -> None:
    of = document("أطلقت كوريا صاروخا")
    shown = page((of, reading(of, sentence(of, "أطلقت VERB -1 root\nكوريا PROPN 0 nsubj\nصاروخا NOUN 0 obj"))))
    assert "├── \u2068كوريا\u2069" in shown


def test_wide_characters_fill_the_page_and_do_not_overflow_it() -> None:
    words = ["朝鲜", "发射", "导弹"] * 20
    of = document("".join(words))
    rows = "\n".join(f"{word} NOUN {index - 1} dep" for index, word in enumerate(words))
    shown = page((of, reading(of, sentence(of, rows.replace("-1 dep", "-1 root")))))
    assert "".join(words)[30:60] in shown.replace("\n", "").replace(" ", "")
    assert all(columns(line) <= 80 for line in shown.splitlines()[:8])


def test_a_tree_of_hundreds_of_words_is_left_to_the_machines() -> None:
    of = document("word " * 300)
    rows = "\n".join(f"word NOUN {index - 1} dep" for index in range(300))
    shown = page((of, reading(of, sentence(of, rows))))
    assert "the tree of 300 words is too large to draw" in shown
    assert "╰" not in shown


def test_names_inside_names_are_marked_once() -> None:
    of = document()
    outer, inner = fired(of).mentions[0], fired(of).mentions[0]
    doubled = sentence(of, mentions=[outer, inner])
    assert "   1  North Korea fired two missiles on Friday.\n" in page((of, reading(of, doubled)))
