"""Trees whose heads are function words: content words take their place, all else is left as it is."""

from dataclasses import replace

import pytest

from sayso.claims.rehanging import rehang
from sayso.records import Document, Word
from tests.factories import document, sentence

ABLE = """
그는 PRON 3 nsubj
믿을 VERB 2 dep
수 NOUN 3 nsubj
없다 VERB -1 root
"""
THAT = """
그는 PRON 4 nsubj
약속을 NOUN 2 obj
이행할 VERB 3 dep
것을 NOUN 4 obj
촉구했다 VERB -1 root
"""
ABOUT = """
제재에 NOUN 1 obl
대한 VERB 2 acl:relcl
반대가 NOUN 3 nsubj
커졌다 VERB -1 root
"""
COMPOUND = """
미국 NOUN 3 nsubj
정부는 NOUN 0 flat
핵무기를 NOUN 3 obj
폐기하지 VERB -1 root
않았다 VERB 3 flat
"""
PLAN = """
平壌 PROPN 2 obj
を ADP 0 case
訪問 VERB 4 acl
する AUX 2 aux
こと NOUN 6 obj
を ADP 4 case
望む VERB -1 root
"""
UPSIDE_DOWN = """
이행할 VERB -1 root
대한 VERB 2 acl
것을 NOUN 0 obj
"""


def rehung(rows: str, code: str) -> tuple[Word, ...]:
    report = document(" ".join(line.split()[0] for line in rows.strip().splitlines()))
    read = sentence(report, rows)
    done = rehang(replace(read, language=code))
    assert [(word.form, word.start, word.end) for word in done.words] == [
        (word.form, word.start, word.end) for word in read.words
    ]
    assert [word.head for word in done.words].count(-1) == 1
    return done.words


def hung(rows: str, code: str) -> dict[str, tuple[str, str]]:
    words = rehung(rows, code)
    return {word.form: (words[word.head].form if word.head >= 0 else "", word.relation) for word in reversed(words)}


@pytest.mark.parametrize(
    ("rows", "code", "expected"),
    [
        (
            ABLE,
            "ko",
            {"믿을": ("", "root"), "없다": ("믿을", "aux"), "그는": ("믿을", "nsubj"), "수": ("믿을", "mark")},
        ),
        (THAT, "ko", {"이행할": ("촉구했다", "ccomp"), "것을": ("이행할", "mark"), "약속을": ("이행할", "obj")}),
        (ABOUT, "ko", {"제재에": ("반대가", "nmod"), "대한": ("제재에", "case")}),
        (
            COMPOUND,
            "ko",
            {"정부는": ("폐기하지", "nsubj"), "미국": ("정부는", "compound"), "않았다": ("폐기하지", "aux")},
        ),
        (PLAN, "ja", {"訪問": ("望む", "ccomp"), "こと": ("訪問", "mark")}),
        (UPSIDE_DOWN, "ko", {"이행할": ("", "root"), "대한": ("이행할", "ccomp"), "것을": ("대한", "mark")}),
    ],
)
def test_content_words_take_the_place_of_function_words(
    rows: str, code: str, expected: dict[str, tuple[str, str]]
) -> None:
    found = hung(rows, code)
    assert {form: found[form] for form in expected} == expected


def test_other_languages_are_left_as_they_are() -> None:
    report: Document = document()
    read = sentence(report)
    assert rehang(read) is read
