"""Texts of any script in, what the index is given and asked out."""

import sqlite3

import pytest

from sayso.errors import ImpossibleFilter
from sayso.ledger.search import indexed, question

SENTENCES = (
    "The army moved two batteries to the coast.",
    "Armenia reported no losses.",
    "朝鲜向俄罗斯提供了炮弹。",
    "北朝鮮がミサイルを発射した。",
    "북한이 미사일을 발사했다.",
    "Россия обстреляла порт Одессы.",
    "Elles ont été livrées à l'armée.",
    "กองทัพไทยเตรียมพร้อม",
    'He said "we will OR we will not" NEAR the border.',
)


@pytest.mark.parametrize(
    ("looked_for", "found"),
    [
        ("army", [0]),
        ("ARMY coast", [0]),
        ("coast army", [0]),
        ('"coast army"', []),
        ('"army moved"', [0]),
        ("arm*", [0, 1, 6]),
        ("arm", []),
        ("朝鲜", [2]),
        ("炮弹", [2]),
        ("朝", [2, 3]),
        ("ミサイル", [3]),
        ("북한", [4]),
        ("미사일", [4]),
        ("Росс*", [5]),
        ("одессы", [5]),
        ("armee", [6]),
        ("ไทย", [7]),
        ("OR", [8]),
        ("NEAR", [8]),
        ('said "we will', [8]),
        ("batteries OR losses", []),
        ("two -", [0]),
        ("coast. (", [0]),
        ("\0army", [0]),
        ("army\0moved", [0]),
    ],
)
def test_words_are_found_in_every_script(looked_for: str, found: list[int]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE t USING fts5 (q, content='', tokenize='unicode61 remove_diacritics 2')")
    connection.executemany("INSERT INTO t (rowid, q) VALUES (?, ?)", enumerate(map(indexed, SENTENCES)))
    rows = connection.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rowid", (question(looked_for),))
    assert [number for (number,) in rows] == found


@pytest.mark.parametrize("empty", ["", "  ", "*", '""', "- ( )"])
def test_a_question_without_words_is_refused(empty: str) -> None:
    with pytest.raises(ImpossibleFilter, match="no word"):
        question(empty)
