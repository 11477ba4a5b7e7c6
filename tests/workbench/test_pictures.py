"""The pictures of the documentation: there, small, and of pages that still look so."""

import tomllib

import pytest

from benchmarks.pictures import FOLDER, LARGEST, MADE_OF, PICTURES, WIDTH, Picture, look


@pytest.mark.parametrize("picture", PICTURES, ids=lambda each: each.name)
def test_a_picture_is_of_the_page_as_it_looks_now(picture: Picture) -> None:
    made_of = tomllib.loads(MADE_OF.read_text(encoding="utf-8"))
    assert made_of[picture.name] == look(picture), "take the pictures again: python -m benchmarks.pictures"


@pytest.mark.parametrize("picture", PICTURES, ids=lambda each: each.name)
def test_a_picture_is_small_and_as_broad_as_the_others(picture: Picture) -> None:
    found = (FOLDER / f"{picture.name}.png").read_bytes()
    assert len(found) <= LARGEST
    assert found.startswith(b"\x89PNG")
    assert int.from_bytes(found[16:20], "big") == WIDTH


def test_there_is_no_picture_of_a_page_that_is_gone() -> None:
    assert {path.stem for path in FOLDER.glob("*.png")} == {each.name for each in PICTURES}
