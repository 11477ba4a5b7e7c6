"""Trees of Spanish written by hand in; persons behind an adposition as objects out."""

from sayso.claims.events.arguments import arguments
from sayso.lang.grammar import grammar
from tests.planted import planted

PERSONAL = """
Perú/PROPN/1/nsubj acusó/VERB/-1/root a/ADP/3/case Chile/PROPN/1/obl de/ADP/5/mark atacar/VERB/1/advcl ./PUNCT/1/punct
"""


def test_a_person_behind_an_adposition_is_an_object_and_does_what_it_is_accused_of() -> None:
    tree, rules = planted(PERSONAL, language="es").tree, grammar("es")
    objects = [tree.words[each.word].form for each in arguments(tree, 1, rules=rules) if each.function == "object"]
    doers = [tree.words[each.word].form for each in arguments(tree, 5, rules=rules) if each.function == "subject"]
    assert (objects, doers) == (["Chile"], ["Chile"])
