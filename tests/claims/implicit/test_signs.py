"""Drafts of trees written by hand in, the parties that may be meant by them and the signs for each out."""

from sayso.claims.attribution.sayings import find_contents
from sayso.claims.implicit.discourse import open_discourse
from sayso.claims.implicit.openings import openings
from sayso.claims.implicit.signs import REACH, Option, options
from tests.planted import drafts_of, planted

TAXED = "China/PROPN/1/nsubj/CHN taxed/VERB/-1/root Canada/PROPN/1/obj/CAN ./PUNCT/1/punct"
SANCTIONED = "China/PROPN/1/nsubj/CHN sanctioned/VERB/-1/root Canada/PROPN/1/obj/CAN ./PUNCT/1/punct"
RAIN = "It/PRON/1/expl rained/VERB/-1/root ./PUNCT/1/punct"
SANCTIONS = """
The/DET/1/det sanctions/NOUN/2/nsubj hurt/VERB/-1/root Canada/PROPN/2/obj/CAN said/VERB/2/parataxis
Japan/PROPN/4/nsubj/JPN ./PUNCT/2/punct
"""


def found(*sentences: str) -> dict[str | None, Option]:
    """Who may have imposed the sanctions of the last sentence; nobody stands under None."""
    plant = planted(*sentences)
    drafts = tuple(drafts_of(plant))
    contents = find_contents(plant.trees, plant.document, parties=plant.parties, roster=plant.parties.roster)
    discourse = open_discourse(drafts, trees=plant.trees, parties=plant.parties, contents=contents)
    draft = next(each for each in reversed(drafts) if each.frame.kind.name == "sanction")
    opening = next(iter(openings(draft)))
    made = options(opening, discourse)
    assert made[0].actor is None
    return {option.actor: option for option in made}


def test_everybody_named_near_may_be_meant() -> None:
    assert set(found(TAXED, SANCTIONS)) == {None, "CHN", "CAN", "JPN"}


def test_who_is_far_may_be_meant_where_it_did_the_like() -> None:
    far = found(SANCTIONED, *[RAIN] * 6, SANCTIONS)
    assert far["CHN"].signs >= {"far", "same on its side", "not in the sentence"}
    assert "CHN" not in found(TAXED.replace("taxed", "left"), *[RAIN] * 6, SANCTIONS)


def test_signs_tell_where_a_party_stands_and_what_it_does() -> None:
    near = found(TAXED, SANCTIONS)
    assert near["CHN"].signs >= {"1 back", "1 back as nsubj", "1 back, subject of the root", "in the first sentence"}
    assert near["CAN"].signs >= {"in the sentence", "after", "nearest after", "up nsubj", "hangs as obj"}
    assert near["JPN"].signs >= {"in the sentence", "is a state"}
    assert near[None].signs >= {"nobody", "nobody, noun"}


def test_the_event_itself_is_no_sign_of_what_a_party_does_elsewhere() -> None:
    alone = found("China/PROPN/1/nmod:poss/CHN sanctions/NOUN/2/nsubj hurt/VERB/-1/root Japan/PROPN/2/obj/JPN")
    assert not any(sign.startswith(("same", "lemma")) for option in alone.values() for sign in option.signs)


def test_of_a_sentence_without_end_only_the_parties_within_reach_are_weighed() -> None:
    """Every event of it may mean every party of it: in 1,300 words that took 70 seconds."""
    clause = "China/PROPN/{0}/nsubj/CHN sanctions/NOUN/{0}/obl hurt/VERB/{1}/{2} {3}/PROPN/{0}/obj/{4}"
    rows = [
        clause.format(4 * number + 2, 4 * number - 2 if number else -1, "conj" if number else "root", *named)
        for number, named in enumerate([("Kenya", "KEN"), *[("Japan", "JPN")] * (REACH // 4 + 1)])
    ]
    assert "KEN" in found(" ".join(rows[:-2]))
    assert "KEN" not in found(" ".join(rows))
    assert "JPN" in found(" ".join(rows))
