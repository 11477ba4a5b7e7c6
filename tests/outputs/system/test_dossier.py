"""A dossier in, the page for people, Markdown and JSON out: what stands in every section."""

import json
import re
from collections import Counter
from dataclasses import replace
from io import StringIO

import pytest

from sayso.codec import encode
from sayso.outputs.exporter import Layout
from sayso.outputs.system import dossier as page
from sayso.outputs.system import markdown, text
from sayso.outputs.system.casebook import Casebook, casebook
from sayso.outputs.system.forms import dossier as forms
from sayso.system.assembly import assemble
from sayso.system.dossiers import Dossier, dossier
from sayso.system.records import Testimony
from sayso.system.unread import Unread
from sayso.vocab.actors import open_roster
from tests.outputs.system.told import ARMS, HEBREW, HOSTILE, book, model, pair, reported, said
from tests.system.factories import told

WIDTHS = (60, 80, 120, 200)


def shown(of: Dossier, cases: Casebook, *, width: int = 80, color: bool = False) -> str:
    stream = StringIO()
    text.write(page.sheet(of, cases), stream, layout=Layout(width=width, color=color))
    return stream.getvalue()


def marked(of: Dossier, cases: Casebook) -> str:
    stream = StringIO()
    markdown.write(page.sheet(of, cases), stream, layout=Layout())
    return stream.getvalue()


def sections(written: str) -> dict[str, str]:
    """What stands under each heading of a page that is wide enough for every line."""
    parts = re.split(r"^(.+?) [═─]+$", written, flags=re.MULTILINE)
    return dict(zip(parts[1::2], (each.strip("\n") for each in parts[2::2]), strict=True))


def dossier_of(*told_by: Testimony) -> tuple[Dossier, Casebook]:
    return dossier(assemble(told_by), "PRK", "RUS"), casebook(told_by, open_roster(), limit=10)


SECTIONS = {
    "North Korea (PRK) and Russia (RUS)": """\
all texts, whenever published
rests on 12 claims of 11 matters in 12 texts
3 known origins: South Korea, Ukraine, New York Times; a row without origins has none that is known""",
    "What North Korea gives Russia": """\
         delivered
arms     up to 5.5 billion USD; at least 9 billion USD
troops   10,000 to 12,000 soldiers
workers  no amount

arms, delivered: “the arms”, up to 5.5 billion USD; at least 9 billion USD · from 2022 · 2 origins
  “The paper put the arms at up to $5.5 billion.”
  reports/3.txt, 2024-11-06 · the report itself · 3333333333
  “Kyiv put the arms at 9 billion dollars or more.”
  reports/4.txt, 2024-11-06 · the report itself · 4444444444

troops, delivered: “soldiers”, 10,000 to 12,000 soldiers · 2024-10 · 1 origin
workers, delivered: “its workers” · 1 origin
  “North Korea has sent 10,000 to 12,000 soldiers and its workers to Russia, Seoul said.”
  reports/1.txt, 2024-11-06 · KOR · 1111111111, 2222222222""",
    "What Russia gives North Korea": """\
         delivered  refused
nuclear             no amount
oil      no amount

nuclear, refused: “nuclear technology”
  “Putin will not hand over nuclear technology.”
  reports/6.txt, 2024-11-06 · RUS/president · 6666666666

oil, delivered: “crude oil”
  “Russia delivers crude oil.”
  reports/5.txt, 2024-11-06 · the report itself · 5555555555""",
    "What North Korea wants, gains, fears and risks": """\
not stated: wants, fears, stances

gains
  “hard currency” · through Russia
    “Pyongyang gains hard currency.”
    reports/7.txt, 2024-11-06 · the report itself · 7777777777

risks
  “deserters” · told as possible
    “Deserters are a danger.”
    reports/8.txt, 2024-11-06 · the report itself · 8888888888""",
    "What Russia wants, gains, fears and risks": """\
not stated: gains, fears, risks, stances

wants
  does not want: “nuclear technology” · with regard to North Korea
    “Putin will not hand over nuclear technology.”
    reports/6.txt, 2024-11-06 · RUS/president · 6666666666""",
    "Dependence": """\
on whom North Korea depends
  trade of North Korea: China at least 90%, Russia up to 2% · concentration (HHI) 8,100 to 10,000 of 10,000 · \
anybody else up to 10%
    “Russia is less than 2 % of its trade.”
    reports/b.txt, 2024-11-06 · the report itself · bbbbbbbbbb
    “China is more than 90 % of its trade.”
    reports/c.txt, 2024-11-06 · the report itself · cccccccccc

on whom Russia depends
  not stated""",
    "Third parties": """\
China
  opposes: “the deal” · with regard to Russia
    “Beijing opposes the deal.”
    reports/a.txt, 2024-11-06 · the report itself · aaaaaaaaaa

South Korea
  fears: “against Seoul” · with regard to North Korea · 1 origin
    “South Korea fears that the technology could be used against Seoul.”
    reports/9.txt, 2024-11-06 · KOR · 9999999999""",
    "Disputed numbers": """\
arms from North Korea to Russia, delivered: up to 5.5 billion USD (New York Times, 2024-11-06) against at least 9 \
billion USD (Ukraine, 2024-11-06)
  “The paper put the arms at up to $5.5 billion.”
  reports/3.txt, 2024-11-06 · the report itself · 3333333333
  “Kyiv put the arms at 9 billion dollars or more.”
  reports/4.txt, 2024-11-06 · the report itself · 4444444444""",
    "Not stated": """\
to whom North Korea gives missiles (dddddddddd)
how much passes from North Korea to Russia of workers (2222222222)
how much passes from Russia to North Korea of nuclear (6666666666), oil (5555555555)
from Russia to North Korea, who first told of nuclear (6666666666), oil (5555555555)""",
}


def test_the_page_of_two_has_every_section_in_order() -> None:
    assert list(sections(shown(pair(), book(), width=200))) == list(SECTIONS)


@pytest.mark.parametrize("title", SECTIONS)
def test_what_stands_in_a_section(title: str) -> None:
    assert sections(shown(pair(), book(), width=200))[title] == SECTIONS[title]


def test_the_page_of_one_says_to_whom_and_from_whom() -> None:
    found = sections(shown(dossier(model(), "PRK"), book(), width=200))
    assert "arms to Russia, delivered: " in found["What North Korea gives"]
    assert "missiles to a party not named, delivered: " in found["What North Korea gives"]
    assert "nuclear from Russia, refused: " in found["What North Korea gets"]
    assert "oil from Russia      no amount" in found["What North Korea gets"]


def test_what_may_pass_between_the_two_stands_apart() -> None:
    sent = replace(told("transfer", "giver=PRK", "good=ammunition:shells"), named=("PRK", "RUS"))
    written = sections(shown(*dossier_of(said("Shells go from the North to Russia.", sent, number=3)), width=200))
    found = written["What North Korea gives Russia"]
    heading = "North Korea to a party not named, where the sentence names Russia too, or nobody else"
    assert found.startswith(f"not stated\n\n{heading}\n")
    assert "ammunition, delivered: “shells”\n    “Shells go from" in found


def test_only_what_is_shown_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    # 20,000 rows took 30 s when a quotation was made for each of them.
    gain = told("affect", "affected=PRK", "cause=RUS", "effect=gain:this")
    many = [said(f"Sentence {number}.", gain, number=number) for number in range(16, 1016)]
    made: list[str] = []

    def quoted(words: str) -> str:
        made.append(words)
        return words

    monkeypatch.setattr("sayso.outputs.system.casebook.quoted", quoted)
    assert "5 of 1,000 are shown" in shown(dossier(assemble(many), "PRK"), casebook(many, open_roster(), limit=5))
    assert len(made) == 5


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_page(width: int) -> None:
    written = shown(pair(), book(), width=width)
    assert max(map(len, written.splitlines())) <= width
    assert all(line == line.rstrip() for line in written.splitlines())


def test_colour_is_there_only_when_asked_for_and_says_nothing_alone() -> None:
    plain, colored = (shown(pair(), book(), color=color) for color in (False, True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


def test_a_sentence_is_quoted_once_in_a_section_and_then_referred_to() -> None:
    testimony = reported()[2]
    other = replace(told("transfer", "giver=PRK", "recipient=RUS", "good=money:cash"), matter_id="f" * 16)
    of, cases = dossier_of(testimony, said(ARMS, other, number=14), said("A second.", other, number=15, matter=14))
    written = shown(of, cases, width=200)
    assert sections(written)["What North Korea gives Russia"].count(ARMS) == 1
    assert "sentence quoted above: 3333333333" in written


def test_a_text_that_repeats_another_word_for_word_is_named_below_its_sentence() -> None:
    testimony = reported()[2]
    copy = replace(said(ARMS, testimony, number=14, matter=3), location="reports/copy.txt")
    written = sections(shown(*dossier_of(testimony, copy), width=200))["What North Korea gives Russia"]
    assert written.count(ARMS) == 1
    assert "reports/3.txt, 2024-11-06 · the report itself · 3333333333\n  reports/copy.txt, 2024-11-06" in written


def test_a_long_list_is_cut_with_a_count_unless_all_is_asked_for() -> None:
    many = [
        said(f"Sentence {number}.", told("affect", "affected=PRK", "cause=RUS", f"effect=gain:{number}"), number=number)
        for number in range(16, 40)
    ]
    of = dossier(assemble(many), "PRK", "RUS")
    cases = casebook(many, open_roster(), limit=5)
    assert "5 of 24 are shown; --limit 0 shows all" in shown(of, cases)
    assert shown(of, cases).count("“Sentence") == 5
    everything = shown(of, replace(cases, limit=None))
    assert everything.count("“Sentence") == 24
    assert "are shown" not in everything


def test_nothing_is_said_of_parties_that_nothing_is_told_of() -> None:
    written = sections(shown(dossier(model(), "FJI"), book()))
    titles, bodies = list(written), list(written.values())
    assert titles[0] == "Fiji (FJI)"
    assert bodies[0].endswith("rests on 0 claims of 0 matters in 0 texts\nno origin of them is known")
    assert set(bodies[1:]) == {"not stated"}


def test_what_a_text_says_cannot_act_on_a_terminal_or_in_a_viewer() -> None:
    hostile = said(HOSTILE, told("transfer", "giver=PRK", "recipient=RUS", f"good=arms:{HOSTILE}"), number=3)
    right_to_left = said(HEBREW, told("transfer", "giver=RUS", "recipient=PRK", "good=arms:נשק"), number=4)
    of, cases = dossier_of(replace(hostile, location="a\x1b]0;b\x07|c.txt"), right_to_left)
    written = shown(of, cases, width=200)
    assert "\x1b" not in written
    assert "\u202e" not in written
    assert f"“\u2068{HEBREW}\u2069”" in written
    as_markdown = marked(of, cases)
    assert "<b>" not in as_markdown
    assert r"\<b\>bad\</b\> \| \*cut\*" in as_markdown
    assert r"https\://evil.example www\.evil.example \`x\`" in as_markdown
    assert "\x1b" not in as_markdown


def test_what_makes_no_sense_is_shown_as_it_was_told_and_stops_nothing() -> None:
    of, cases = dossier_of(
        said(
            "",
            told("transfer", "giver=PRK", "recipient=RUS", "good=arms:", quantities=["good 9e99..1e120 x"]),
            number=1,
        ),
        said("b", told("transfer", "giver=PRK", "recipient=RUS", "good=:", quantities=["good 5..4 ton"]), number=2),
        said("c", told("trade", "actor=PRK", "partner=RUS", quantities=["trade 99 percent"]), number=3),
        said("d", told("trade", "actor=PRK", "partner=CHN", quantities=["trade 98 percent"]), number=4),
        said("e", told("affect", "affected=PRK", "cause=PRK", "effect=gain:"), number=5),
        said("f", told("oppose"), number=6),
    )
    written = shown(of, cases, width=200)
    assert "9e+99 to 1e+120 xes" in written
    assert "5 to 4 tons" in written
    assert "trade of North Korea: Russia 99%, China 98% · the shares come to more than a whole\n" in written
    assert marked(of, cases)
    assert encode(forms.form(of, cases))


def test_markdown_has_the_same_lines_with_headings_and_tables() -> None:
    written = marked(pair(), book())
    assert written.startswith("# North Korea (PRK) and Russia (RUS)\n\n- all texts, whenever published\n")
    assert re.findall("^## (.*)$", written, re.MULTILINE) == list(SECTIONS)[1:]
    assert "|  | delivered |\n| --- | --- |\n| arms | up to 5.5 billion USD; at least 9 billion USD |\n" in written
    assert "- **workers, delivered:** “its workers” · 1 origin\n\n  > “North Korea has sent" in written
    assert "### gains\n\n- “hard currency” · through Russia\n" in written


def test_json_is_one_object_with_every_row_and_each_claim_once() -> None:
    line = encode(forms.form(pair(), book(limit=1)))
    found = json.loads(line)
    assert list(found) == [
        *(
            "parties",
            "as_of",
            "rests_on",
            "sides",
            "gets",
            "unowned",
            "others",
            "dependences",
            "disputes",
            "gaps",
            "verdicts",
        ),
        "unread",
    ]
    assert found["parties"] == [{"id": "PRK", "name": "North Korea"}, {"id": "RUS", "name": "Russia"}]
    rests_on = found["rests_on"]
    assert (rests_on["claims"], rests_on["matters"], rests_on["texts"]) == (12, 11, 12)
    assert rests_on["origins"] == ["KOR", "UKR", "org/nyt"]
    assert set(Counter(each["claim_id"] for each in rests_on["evidence"]).values()) == {1}
    arms, troops, workers = found["sides"][0]["gives"]
    assert [each["good"] for each in (arms, troops, workers)] == ["arms", "troops", "workers"]
    assert troops["totals"][0]["amount"] == {"low": 10000, "high": 12000, "approximate": False}
    assert [each["amount"]["high"] for each in arms["flows"][0]["figures"]] == [5_500_000_000, None]
    assert arms["flows"][0]["window"] == {"first": "2022-01-01", "until": None}
    assert found["disputes"][0]["second"]["amount"] == {"low": 9_000_000_000, "high": None, "approximate": False}
    assert [(each["sort"], each["polarity"]) for each in found["sides"][1]["wants"]] == [("want", "negated")]
    named = set(re.findall(r'"claim_ids":\[(.*?)\]', line.decode()))
    known = {each["claim_id"] for each in rests_on["evidence"]}
    rows = {claim_id for each in named for claim_id in re.findall("[0-9a-f]{16}", each)}
    assert rows - known == {"d" * 16}, "a gap names a claim that no row has"


def test_sentences_that_may_tell_more_stand_apart_and_say_that_they_show_nothing() -> None:
    some = next(iter(book().testimonies.values())).claim.provenance.evidence
    found = Unread(span=some, goods=(("oil", "crude"), ("food", "wheat")), parties=("PRK", "RUS"))
    written = shown(pair(), replace(book(), unread=(found,)), width=120)
    section = written.partition("Named with both, and no claim that it passes was read")[2]
    assert "oil (“crude”), food (“wheat”)" in section
    assert "is not shown by these sentences" in section
    assert "no claim that it passes was read" not in shown(pair(), book())


def test_a_page_of_a_date_says_so() -> None:
    of = dossier(assemble(reported(), as_of="2024"), "PRK", "RUS")
    assert "as of 2024: texts published later are left out" in shown(of, book())
