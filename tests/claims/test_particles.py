"""Trees of Korean with subjects in the wrong place in; the same with them where their particles put them out."""

from dataclasses import replace

import pytest

from sayso.claims.rehanging import rehang
from tests.factories import document, sentence

TOPIC = """
이란은 NOUN 1 det
무기를 NOUN 2 obj
판매했다 VERB -1 root
"""
NOT_A_SUBJECT = """
전문가 NOUN 1 obl
발표했다 VERB -1 root
"""
WITH_CLAUSE_BETWEEN = """
반군이 NOUN 4 nsubj
공항을 NOUN 2 obj
점령하자 VERB 4 advcl
주민이 NOUN 4 nsubj
탈출했다 VERB -1 root
"""
WITH_VERB_ABOVE = """
일본은 NOUN 2 nsubj
중국이 NOUN 2 nsubj
침범했다고 VERB 3 ccomp
말했다 VERB -1 root
"""


@pytest.mark.parametrize(
    ("rows", "word", "head", "relation"),
    [
        (TOPIC, 0, 2, "nsubj"),
        (NOT_A_SUBJECT, 0, 1, "obl"),
        (WITH_CLAUSE_BETWEEN, 0, 2, "nsubj"),
        (WITH_CLAUSE_BETWEEN, 3, 4, "nsubj"),
        (WITH_VERB_ABOVE, 0, 3, "nsubj"),
    ],
)
def test_subjects_stand_where_their_particles_put_them(rows: str, word: int, head: int, relation: str) -> None:
    report = document(" ".join(line.split()[0] for line in rows.strip().splitlines()))
    found = rehang(replace(sentence(report, rows), language="ko")).words[word]
    assert (found.head, found.relation) == (head, relation)
