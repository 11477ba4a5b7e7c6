"""The tables of actors in; whether they hold together, and who held which office when, out."""

import re
from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.vocab.actors import Roster, Term, open_roster

ROSTER = open_roster()


def test_the_lists_are_as_long_as_they_must_be() -> None:
    kinds = [actor.kind for actor in ROSTER.actors.values()]
    assert kinds.count("state") >= 249
    offices = {term.office for terms in ROSTER.terms.values() for term in terms}
    assert kinds.count("body") + len(offices) >= 400
    assert kinds.count("group") + kinds.count("media") >= 150
    recent = [slug for slug, terms in ROSTER.terms.items() if any((term.end or "9999") > "2000" for term in terms)]
    assert len(recent) >= 300


def test_every_id_is_well_formed_and_belongs_to_something_known() -> None:
    for actor in ROSTER.actors.values():
        assert re.fullmatch(r"[A-Z][A-Z0-9]+(/[a-z0-9-]+)?|(org|person)/[a-z0-9-]+", actor.id), actor.id
        owner = actor.id.partition("/")[0]
        assert actor.part_of is None or actor.part_of in ROSTER.actors or actor.part_of == owner, actor.id


def test_terms_run_forward_and_seats_stand_for_what_is_known() -> None:
    for terms in (*ROSTER.terms.values(), *ROSTER.seats.values()):
        for term in terms:
            assert term.start is None or term.end is None or term.start < term.end, term
            assert term.office.partition("/")[0] in ROSTER.actors, term


def test_persons_with_family_names_and_women_are_persons_of_the_tables() -> None:
    assert not ROSTER.women & ROSTER.men
    for slug in (*ROSTER.families, *ROSTER.women, *ROSTER.men):
        assert f"person/{slug}" in ROSTER.actors, slug
    for slug, family in ROSTER.families.items():
        assert family in slug.split("-"), slug


@pytest.mark.parametrize(
    ("person", "date", "office"),
    [
        ("donald-trump", "2018-09-30", "USA/president"),
        ("donald-trump", "2022-03-01", None),
        ("donald-trump", "2025", "USA/president"),
        ("vladimir-putin", "2010-06-01", "RUS/prime-minister"),
        ("vladimir-putin", "2012-05-07", "RUS/president"),
        ("angela-merkel", "2021-12-08", None),
        ("angela-merkel", "2021-12", "DEU/chancellor"),
        ("mark-rutte", "2024-10-01", "NATO/secretary-general"),
        ("mark-rutte", None, "NATO/secretary-general"),
        ("nobody-at-all", "2018", None),
    ],
)
def test_an_office_is_read_at_the_date(person: str, date: str | None, office: str | None) -> None:
    assert ROSTER.office(person, date) == office


@pytest.mark.parametrize(
    ("seat", "date", "office"),
    [
        ("blue-house", "2018-09-30", "KOR/president"),
        ("blue-house", "2023-01-01", None),
        ("blue-house", "2026-01-15", "KOR/president"),
        ("yongsan", "2023-01-01", "KOR/president"),
        ("kremlin", None, "RUS/president"),
        ("los-pinos", "2020", None),
    ],
)
def test_a_seat_stands_for_who_sits_there(seat: str, date: str | None, office: str | None) -> None:
    assert ROSTER.seat(seat, date) == office


@pytest.mark.parametrize(
    ("actor", "kind"),
    [
        ("USA", "state"),
        ("USA/president", "person"),
        ("USA/navy", "body"),
        ("BOL/diplomat", "person"),
        ("NATO", "body"),
        ("org/hamas", "group"),
        ("org/reuters", "media"),
        ("org/never-heard-of", "company"),
        ("person/someone", "person"),
    ],
)
def test_an_id_says_its_kind(actor: str, kind: str) -> None:
    assert ROSTER.kind(actor) == kind


def test_a_term_of_a_year_covers_its_last_year() -> None:
    term = Term(holder="x", office="USA/president", start="2017-01-20", end="2021-01-20")
    assert [term.covers(date) for date in ("2016", "2017", "2021", "2021-01-19", "2021-01-20")] == [
        False,
        True,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ('actor = "x"', "only [[actor]]"),
        ("[[actor", "is not TOML"),
        ('[[actor]]\nid = "Some Name"', "is no id of an actor"),
        ('[[actor]]\nid = "org/x"\ncolour = "red"', "unknown field colour"),
        ('[[actor]]\nid = "org/x"\nkind = "planet"', "one of state, body"),
        ('[[actor]]\nid = "org/x"\nnames = "X"', "lists of texts"),
        ('[[actor]]\nid = "org/x"\nnames_in = "X"', "table of languages"),
        ('[[actor]]\nid = "person/x"\nterms = [{from = "2020"}]', "has office, from and until"),
        ('[[actor]]\nid = "person/x"\nterms = [{office = "USA/cia", from = "May"}]', "is no date"),
        ('[other]\nid = "x"', "only [[actor]]"),
    ],
)
def test_a_wrong_file_of_actors_says_what_is_wrong(tmp_path: Path, text: str, part: str) -> None:
    path = tmp_path / "actors.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=re.escape(part)):
        open_roster(path)


def test_a_state_of_the_users_file_is_a_state_and_its_bodies_are_none(tmp_path: Path) -> None:
    path = tmp_path / "actors.toml"
    path.write_text('[[actor]]\nid = "XVN"\nkind = "state"\n[[actor]]\nid = "XVN/navy"\n', encoding="utf-8")
    assert not ROSTER.is_state("XVN")
    roster = open_roster(path)
    assert [roster.is_state(actor) for actor in ("XVN", "XVN/navy", "FRA", "NATO")] == [True, False, True, False]
    assert set(roster.terms) == set(ROSTER.terms)


def test_a_missing_file_of_actors_says_so(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        open_roster(tmp_path / "none.toml")


def test_without_a_file_the_same_roster_comes_again() -> None:
    first: Roster = open_roster()
    assert open_roster() is first
