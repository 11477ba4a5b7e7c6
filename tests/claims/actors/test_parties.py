"""Texts with their trees in, whom their words refer to out; and the same over the grown file of a user."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.claims.actors.parties import Party, find_parties, open_roster
from sayso.claims.trees import Tree, grow
from sayso.records import Chain, Document, Mention, Reading
from tests.factories import READER, document, reading, sentence

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "parties.toml").read_text(encoding="utf-8"))["case"]


def opened(case: dict[str, Any]) -> tuple[Document, Reading, tuple[Tree, ...]]:
    """The document of a case with the reading that its rows say."""
    of = replace(document(case["text"]), published=case["date"], language=case.get("language", "en"))
    mentions = [
        Mention(span=of.span(start, start + len(quote)), kind=kind, confidence=0.9, reader=READER)
        for quote, kind, start in case["names"]
    ]
    sentences, at = [], 0
    for rows in case["rows"]:
        read = sentence(of, rows, start=at)
        inside = [one for one in mentions if at <= one.span.start < read.span.end]
        sentences.append(replace(read, mentions=tuple(inside)))
        at = read.span.end
    chains = [Chain(mentions=tuple(of.span(*place) for place in chain)) for chain in case["chains"]]
    of_it = reading(of, *sentences, chains=chains)
    return of, of_it, grow(of_it)


def place(trees: tuple[Tree, ...], word: str, occurrence: int) -> tuple[int, int]:
    """Sentence and number of an occurrence of a word."""
    places = [(tree.index, at) for tree in trees for at, one in enumerate(tree.words) if one.form == word]
    return places[occurrence]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_words_refer_to_whom_they_mean(case: dict[str, Any]) -> None:
    of, read, trees = opened(case)
    parties = find_parties(trees, of, reading=read, roster=open_roster())
    for wanted in case["party"]:
        found = parties.at(*place(trees, wanted["word"], wanted.get("occurrence", 0)))
        if "actors" not in wanted:
            assert found is None, wanted
        else:
            assert found is not None, wanted
            assert set(found.actors) == set(wanted["actors"]), wanted
            assert found.is_place == wanted.get("place", False), wanted
            assert found.joint == wanted.get("joint", False), wanted


MET = {
    "text": "Rear Admiral Ilse Brandt of the Vendari Fleet met Lord Quell.",
    "date": "2031-05-01",
    "names": [["Ilse Brandt", "person", 13], ["Vendari Fleet", "organisation", 32], ["Quell", "person", 55]],
    "chains": [],
    "rows": [
        "Rear ADJ 1 amod\nAdmiral PROPN 2 nmod\nIlse PROPN 8 nsubj\nBrandt PROPN 2 flat\nof ADP 7 case\nthe DET 7 det\n"
        "Vendari PROPN 7 compound\nFleet PROPN 2 nmod\nmet VERB -1 root\nLord PROPN 8 obj\n"
        "Quell PROPN 9 flat\n. PUNCT 8 punct"
    ],
}


def test_a_user_may_add_actors_and_their_terms(tmp_path: Path) -> None:
    extra = tmp_path / "actors.toml"
    extra.write_text(
        '[[actor]]\nid = "org/vendari-fleet"\nkind = "group"\nnames = ["Vendari Fleet"]\n'
        '[[actor]]\nid = "person/otto-quell"\nnames = ["Otto Quell", "Lord Quell"]\n'
        'terms = [{office = "NZL/prime-minister", from = "2031", until = "2033-01-01"}]\n',
        encoding="utf-8",
    )
    of, read, trees = opened(MET)
    parties = find_parties(trees, of, reading=read, roster=open_roster(extra))
    fleet, quell = parties.at(0, 7), parties.at(0, 9)
    assert fleet == Party(actors=("org/vendari-fleet",), words=(5, 8))
    assert quell == Party(actors=("NZL/prime-minister",), words=(9, 11))
    shipped = find_parties(trees, of, reading=read, roster=open_roster())
    assert shipped.at(0, 9) == Party(actors=("person/quell",), words=(9, 11))


def test_a_phrase_holds_title_and_name_but_no_clause() -> None:
    case = next(one for one in CASES if one["name"] == "a name with its title beside it")
    of, read, trees = opened(case)
    found = find_parties(trees, of, reading=read, roster=open_roster()).at(0, 0)
    assert found is not None
    first, end = found.words
    assert " ".join(one.form for one in trees[0].words[first:end]) == "Ana Petrescu , Romania 's defence minister"


def test_a_language_without_lists_still_knows_territories() -> None:
    rows = "Rusija PROPN 1 nsubj\nodbila VERB -1 root\nponudu NOUN 1 obj\n. PUNCT 1 punct"
    case = {"text": "Rusija odbila ponudu.", "date": "2018-09-30", "names": [], "chains": [], "rows": [rows]}
    of, read, trees = opened({**case, "language": "hr"})
    found = find_parties(trees, of, reading=read, roster=open_roster()).at(0, 0)
    assert found == Party(actors=("RUS",), words=(0, 1))


def told_of(person: str, pronoun: str, date: str | None) -> dict[str, Any]:
    """Two sentences of a person, who is a pronoun in the second."""
    given, family = person.split()
    return {
        "text": f"{person} left. {pronoun} will return.",
        "date": date,
        "names": [[person, "person", 0]],
        "chains": [],
        "rows": [
            f"{given} PROPN 2 nsubj\n{family} PROPN 0 flat\nleft VERB -1 root\n. PUNCT 2 punct",
            f"{pronoun} PRON 2 nsubj\nwill AUX 2 aux\nreturn VERB -1 root\n. PUNCT 2 punct",
        ],
    }


@pytest.mark.parametrize(
    ("person", "pronoun", "date", "actors"),
    [
        ("Boris Johnson", "He", None, ("GBR/prime-minister",)),
        ("Theresa May", "She", None, ("GBR/prime-minister",)),
        ("Olaf Scholz", "He", None, ("DEU/chancellor",)),
        ("Mike Pompeo", "He", None, ("USA/secretary-of-state",)),
        ("Boris Johnson", "He", "2020-05-01", ("GBR/prime-minister",)),
        ("Boris Johnson", "She", "2020-05-01", ()),
        ("Theresa May", "He", "2018-05-01", ()),
    ],
)
def test_an_office_is_barred_only_where_the_other_gender_alone_holds_it(
    person: str, pronoun: str, date: str | None, actors: tuple[str, ...]
) -> None:
    of, read, trees = opened(told_of(person, pronoun, date))
    found = find_parties(trees, of, reading=read, roster=open_roster()).at(1, 0)
    assert found is not None
    assert found.actors == actors


@pytest.mark.parametrize("pronoun", ["He", "She"])
@pytest.mark.parametrize("terms", ["", 'terms = [{office = "NZL/prime-minister", from = "2031"}]'])
def test_a_person_of_the_users_file_may_be_called_either(tmp_path: Path, pronoun: str, terms: str) -> None:
    extra = tmp_path / "actors.toml"
    extra.write_text(f'[[actor]]\nid = "person/ilse-brandt"\nnames = ["Ilse Brandt"]\n{terms}\n', encoding="utf-8")
    of, read, trees = opened(told_of("Ilse Brandt", pronoun, "2031-05-01"))
    found = find_parties(trees, of, reading=read, roster=open_roster(extra)).at(1, 0)
    assert found is not None
    assert found.actors == (("NZL/prime-minister",) if terms else ("person/ilse-brandt",))
