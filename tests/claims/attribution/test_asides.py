"""Slavic trees written by hand in; who speaks without being the subject, and of what, out."""

from dataclasses import replace

import pytest

from sayso.claims.attribution.sayings import Content, find_contents
from sayso.claims.trees import Tree, grow
from sayso.vocab.actors import open_roster
from tests.factories import document, reading, sentence
from tests.sources import Named, Nobody, said

SEATED = """
Мост NOUN 1 nsubj
закрыт VERB -1 root
, PUNCT 3 punct
сообщили VERB 1 conj
в ADP 5 case
министерстве NOUN 3 obl
обороны NOUN 5 nmod
. PUNCT 1 punct
"""
PLACED = """
Мост NOUN 1 nsubj
закрыт VERB -1 root
, PUNCT 3 punct
сообщил VERB 1 conj
в ADP 5 case
министерстве NOUN 3 obl
генерал NOUN 3 nsubj
. PUNCT 1 punct
"""
PRESSED = """
Мост NOUN 3 nsubj
закрыт ADJ 0 amod
, PUNCT 3 punct
рассказали VERB -1 root
в ADP 5 case
пресс-службе NOUN 3 obl
ведомства NOUN 5 nmod
. PUNCT 3 punct
"""
DATED = """
Обмен NOUN 1 nsubj
состоялся VERB -1 root
, PUNCT 3 punct
заверил VERB 1 conj
в ADP 5 case
среду NOUN 3 obl
посол NOUN 3 nsubj
Польши PROPN 6 nmod
. PUNCT 1 punct
"""
MISHUNG = """
Запасы NOUN 1 nsubj
выросли VERB -1 root
, PUNCT 3 punct
пишет VERB 1 advcl
агентство NOUN 3 obj
, PUNCT 6 punct
ссылаясь VERB 1 advcl
на ADP 8 case
доклад NOUN 6 obl
. PUNCT 1 punct
"""
AMID = """
Ракета NOUN 5 nsubj
, PUNCT 2 punct
уточнили VERB 5 parataxis
в ADP 4 case
ведомстве NOUN 2 obl
, PUNCT 2 punct
упала VERB -1 root
. PUNCT 6 punct
"""
LED = """
Как SCONJ 1 mark
сообщили VERB 5 advcl
в ADP 3 case
правительстве NOUN 1 obl
, PUNCT 1 punct
пожар NOUN 6 nsubj
потушен VERB -1 root
. PUNCT 6 punct
"""
OBJECT = """
Премьер NOUN 1 nsubj
приехал VERB -1 root
, PUNCT 3 punct
подтвердил VERB 1 conj
визит NOUN 3 obj
. PUNCT 1 punct
"""
PAPER = """
Поставки NOUN 1 nsubj
прекращены VERB -1 root
, PUNCT 3 punct
говорится VERB 1 parataxis
в ADP 5 case
заявлении NOUN 3 obl
компании NOUN 5 nmod
. PUNCT 1 punct
"""
FOLLOWS = """
Из ADP 1 case
доклада NOUN 3 obl
правительства NOUN 1 nmod
следует VERB -1 root
, PUNCT 7 punct
что SCONJ 7 mark
запасы NOUN 7 nsubj
выросли VERB 3 ccomp
. PUNCT 3 punct
"""
CALLED = """
В ADP 1 case
правительстве NOUN 4 obl
этот DET 3 det
обмен NOUN 4 nsubj
назвали VERB -1 root
крупнейшим ADJ 4 xcomp
. PUNCT 4 punct
"""
FOUND = """
У ADP 1 case
посольстві NOUN 3 obl
США PROPN 1 nmod
вважають VERB -1 root
рішення NOUN 3 obj
остаточним ADJ 4 amod
. PUNCT 3 punct
"""
SURE = """
Удар NOUN 1 nsubj
случаен VERB -1 root
, PUNCT 3 punct
уверены ADJ 1 parataxis
в ADP 5 case
посольстве NOUN 3 obl
. PUNCT 1 punct
"""
POLISH = """
W ADP 1 case
ministerstwie NOUN 2 obl
podkreślono NOUN -1 root
, PUNCT 2 punct
że ADJ 6 amod
granica NOUN 6 nsubj
pozostanie VERB 2 conj
zamknięta ADJ 6 xcomp
. PUNCT 2 punct
"""


def contents_of(
    code: str, *sentences: tuple[str, str], parties: Named | None = None
) -> tuple[list[Content], list[Tree]]:
    of = replace(document(" ".join(text for _, text in sentences)), language=code)
    starts = [sum(len(text) + 1 for _, text in sentences[:number]) for number in range(len(sentences))]
    read = [sentence(of, rows, start=start) for (rows, _), start in zip(sentences, starts, strict=True)]
    trees = grow(reading(of, *read))
    return list(find_contents(trees, of, parties=parties or Nobody(), roster=open_roster())), list(trees)


@pytest.mark.parametrize(
    ("code", "rows", "text", "expected"),
    [
        (
            "ru",
            SEATED,
            "Мост закрыт, сообщили в министерстве обороны.",
            ["министерстве обороны <сообщили> said: Мост закрыт"],
        ),
        ("ru", PLACED, "Мост закрыт, сообщил в министерстве генерал.", ["генерал <сообщил> said: Мост закрыт"]),
        (
            "ru",
            PRESSED,
            "Мост закрыт, рассказали в пресс-службе ведомства.",
            ["ведомства <рассказали> said: Мост закрыт"],
        ),
        (
            "ru",
            DATED,
            "Обмен состоялся, заверил в среду посол Польши.",
            ["посол Польши <заверил> said: Обмен состоялся"],
        ),
        (
            "ru",
            MISHUNG,
            "Запасы выросли, пишет агентство, ссылаясь на доклад.",
            ["агентство <пишет> reported: Запасы выросли [пишет агентство] ссылаясь на доклад"],
        ),
        (
            "ru",
            AMID,
            "Ракета, уточнили в ведомстве, упала.",
            ["ведомстве <уточнили> said: Ракета [уточнили в ведомстве] упала"],
        ),
        (
            "ru",
            LED,
            "Как сообщили в правительстве, пожар потушен.",
            ["правительстве <сообщили> said: пожар потушен"],
        ),
        ("ru", OBJECT, "Премьер приехал, подтвердил визит.", ["Премьер <подтвердил> said: визит"]),
        (
            "ru",
            PAPER,
            "Поставки прекращены, говорится в заявлении компании.",
            ["компании <говорится> said: Поставки прекращены"],
        ),
        (
            "ru",
            FOLLOWS,
            "Из доклада правительства следует, что запасы выросли.",
            ["правительства <следует> said: что запасы выросли"],
        ),
        (
            "ru",
            CALLED,
            "В правительстве этот обмен назвали крупнейшим.",
            ["правительстве <назвали> said: этот обмен [назвали] крупнейшим"],
        ),
        (
            "uk",
            FOUND,
            "У посольстві США вважають рішення остаточним.",
            ["посольстві США <вважають> said: рішення остаточним"],
        ),
        ("ru", SURE, "Удар случаен, уверены в посольстве.", ["посольстве <уверены> believed: Удар случаен"]),
        (
            "pl",
            POLISH,
            "W ministerstwie podkreślono, że granica pozostanie zamknięta.",
            ["ministerstwie <podkreślono> said: że granica pozostanie zamknięta"],
        ),
    ],
)
def test_who_speaks_need_not_be_the_subject(code: str, rows: str, text: str, expected: list[str]) -> None:
    contents, trees = contents_of(code, (rows, text))
    assert [said(content, trees[0]) for content in contents] == expected


SAID = """
Кабмин PROPN 1 nsubj
сообщил VERB -1 root
, PUNCT 5 punct
что SCONJ 5 mark
мост NOUN 5 nsubj
закрыт VERB 1 ccomp
. PUNCT 1 punct
"""
ADDED = """
Обмен NOUN 1 nsubj
состоялся VERB -1 root
, PUNCT 3 punct
добавили VERB 1 conj
в ADP 5 case
ведомстве NOUN 3 obl
. PUNCT 1 punct
"""
HE = """
Обмен NOUN 1 nsubj
состоялся VERB -1 root
, PUNCT 3 punct
добавил VERB 1 conj
он PRON 3 nsubj
. PUNCT 1 punct
"""
STATED = (SAID, "Кабмин сообщил, что мост закрыт.")


@pytest.mark.parametrize(
    ("rows", "text", "actor", "head"),
    [
        (ADDED, "Обмен состоялся, добавили в ведомстве.", "RUS/defense", (0, 0)),
        (ADDED, "Обмен состоялся, добавили в ведомстве.", "RUS/president", (1, 5)),
        (HE, "Обмен состоялся, добавил он.", "RUS/president", (0, 0)),
        (HE, "Обмен состоялся, добавил он.", "RUS/defense", (1, 4)),
        (PAPER, "Поставки прекращены, говорится в заявлении компании.", "RUS/defense", (1, 6)),
        (PAPER, "Поставки прекращены, говорится в заявлении компании.", "org/gazprom", (0, 0)),
    ],
)
def test_a_word_for_a_speaker_stands_for_one_of_its_sort_heard_before(
    rows: str, text: str, actor: str, head: tuple[int, int]
) -> None:
    contents, _ = contents_of("ru", STATED, (rows, text), parties=Named({(0, 0): (actor, (0, 1))}))
    assert [content.source_head for content in contents] == [(0, 0), head]


BRIDGE = """
Мост NOUN 1 nsubj
закрыт VERB -1 root
. PUNCT 1 punct
"""
THIS = """
Об ADP 1 case
этом PRON 2 obl
сообщило VERB -1 root
правительство NOUN 2 nsubj
. PUNCT 2 punct
"""


def test_a_sentence_is_said_by_whom_the_next_says_it_is_from() -> None:
    contents, _ = contents_of("ru", (BRIDGE, "Мост закрыт."), (THIS, "Об этом сообщило правительство."))
    assert [(content.sentence, content.source) for content in contents] == [(0, (1, 3, 4)), (1, (1, 3, 4))]
    assert contents[0].words == (0, 2)
    both, _ = contents_of(
        "ru", (SEATED, "Мост закрыт, сообщили в министерстве обороны."), (THIS, "Об этом сообщило правительство.")
    )
    assert [content.source for content in both if content.sentence == 0] == [(0, 5, 7)]


@pytest.mark.parametrize(
    ("rows", "text", "word", "taken", "heard", "head"),
    [
        (ADDED, "Обмен состоялся, добавили в ведомстве.", 5, "RUS/ministry", "RUS/defense", (0, 0)),
        (ADDED, "Обмен состоялся, добавили в ведомстве.", 5, "UKR/ministry", "RUS/defense", (1, 5)),
        (HE, "Обмен состоялся, добавил он.", 4, "RUS", "RUS/president", (0, 0)),
        (HE, "Обмен состоялся, добавил он.", 4, "UKR/president", "RUS/president", (1, 4)),
    ],
)
def test_who_was_heard_tells_more_than_a_ministry_of_the_state_or_a_state_for_he(
    rows: str, text: str, word: int, taken: str, heard: str, head: tuple[int, int]
) -> None:
    parties = Named({(0, 0): (heard, (0, 1)), (1, word): (taken, (word, word + 1))})
    contents, _ = contents_of("ru", STATED, (rows, text), parties=parties)
    assert [content.source_head for content in contents] == [(0, 0), head]
