"""The map: no territory is left out, and none that is disputed is settled by a line."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from sayso.vocab.actors import open_roster
from sayso.workbench.rendering import STATIC
from tests.workbench.conftest import Stand

DISPUTED = ("TWN", "ESH", "PSE", "XKX")
"""States of the roster whose ground another claims, or that not all recognise."""


@pytest.fixture(scope="module")
def atlas() -> Mapping[str, Any]:
    """The outlines as they lie in the tree."""
    found: Mapping[str, Any] = json.loads((STATIC / "world.json").read_text(encoding="utf-8"))
    return found


def test_every_territory_has_an_outline_within_the_picture_and_a_name(atlas: Mapping[str, Any]) -> None:
    for each in atlas["territories"]:
        assert each["name"]
        assert each["d"].startswith("M")
        assert each["d"].endswith("Z")
        if each["id"]:
            assert 0 <= each["x"] <= atlas["width"]
            assert atlas["top"] <= each["y"] <= atlas["top"] + atlas["height"]
    codes = [each["id"] for each in atlas["territories"] if each["id"]]
    assert set(codes) <= set(open_roster().actors)


def test_disputed_territories_are_neither_hidden_nor_settled(atlas: Mapping[str, Any]) -> None:
    by_name = {each["name"]: each for each in atlas["territories"]}
    marked = {each["id"] or each["name"] for each in atlas["territories"] if each["disputed"]}
    assert set(DISPUTED) & set(open_roster().actors) <= marked
    assert any("Crimea" in name and each["disputed"] for name, each in by_name.items())
    assert any("Somaliland" in name and each["disputed"] for name, each in by_name.items())
    assert any("Cyprus" in name and each["disputed"] for name, each in by_name.items())


def test_every_state_of_the_roster_is_drawn_or_counted_as_elsewhere(plain: Stand, atlas: Mapping[str, Any]) -> None:
    drawn = {each["id"] for each in atlas["territories"]}
    view = plain.client.get("/map.json").json()
    placed = {code: number for code, _, number in view["placed"]}
    assert placed["SGP"] == 1
    assert "SGP" not in drawn
    assert view["elsewhere"] == sum(number for code, number in placed.items() if code not in drawn)
    shaded = {each["id"]: each["events"] for each in view["territories"] if each["events"]}
    assert shaded == {code: number for code, number in placed.items() if code in drawn}


def test_a_shade_grows_with_the_number_and_is_none_for_none(plain: Stand) -> None:
    territories = plain.client.get("/map.json").json()["territories"]
    assert all((each["shade"] > 0) == (each["events"] > 0) for each in territories)
    assert max(each["shade"] for each in territories) == 4


def test_the_picture_says_what_is_disputed_in_words(plain: Stand) -> None:
    page = plain.client.get("/map").text
    for each in plain.client.get("/map.json").json()["territories"]:
        if each["disputed"]:
            assert each["disputed"].replace("'", "&#39;") in page
            assert each["name"].replace("'", "&#39;") in page
