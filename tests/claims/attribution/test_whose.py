"""Trees by hand and parties of a few words in, whose word a report, a department or a witness is out."""

import pytest

from sayso.claims.attribution.sayings import find_contents
from sayso.claims.attribution.whose import source_actor, sources_of
from sayso.claims.trees import grow
from sayso.vocab.actors import open_roster
from tests.factories import document, reading, sentence
from tests.sources import Known

ROWS = """
The DET 1 det
{noun} NOUN 4 nsubj
of ADP 3 case
Nauru PROPN 1 nmod
said VERB -1 root
that SCONJ 7 mark
boats NOUN 7 nsubj
left VERB 4 ccomp
. PUNCT 4 punct
"""


@pytest.mark.parametrize(
    ("noun", "owner", "whose"),
    [
        ("report", "NRU", "NRU"),
        ("directorate", "NRU", "NRU"),
        ("gardener", "NRU", None),
        ("witness", "NRU", None),
        ("witness", "org/reuters", "org/reuters"),
    ],
)
def test_a_paper_is_the_word_of_its_owner_and_a_witness_that_of_the_paper(
    noun: str, owner: str, whose: str | None
) -> None:
    of = document(f"The {noun} of Nauru said that boats left.")
    trees = grow(reading(of, sentence(of, ROWS.format(noun=noun))))
    parties = Known({(0, 3): (owner, (3, 4))}, open_roster())
    (content,) = find_contents(trees, of, parties=parties, roster=open_roster())
    assert source_actor(content, trees, parties=parties) == whose
    assert sources_of(content, trees, parties=parties) == ((whose,) if whose else ())
