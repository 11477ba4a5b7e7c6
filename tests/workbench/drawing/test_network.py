"""Parties placed on a picture."""

from sayso.workbench.drawing.network import HEIGHT, WIDTH, placed

STRENGTH = {("A", "B"): 9, ("B", "C"): 1, ("C", "D"): 1, ("A", "D"): 4}


def test_the_same_ledger_gives_the_same_picture_whatever_the_order_of_pairs() -> None:
    first = placed("ABCD", STRENGTH)
    assert first == placed("ABCD", dict(reversed(STRENGTH.items())))
    assert len(set(first.values())) == 4, "no two parties stand on one place"


def test_every_party_stands_on_the_picture() -> None:
    parties = [f"P{number}" for number in range(40)]
    points = placed(parties, {(parties[0], each): number for number, each in enumerate(parties[1:], start=1)})
    assert set(points) == set(parties)
    assert all(0 < point.x < WIDTH and 0 < point.y < HEIGHT for point in points.values())


def test_one_party_stands_in_the_middle_and_none_nowhere() -> None:
    assert placed([], {}) == {}
    (only,) = placed(["A"], {}).values()
    assert (only.x, only.y) == (WIDTH / 2, HEIGHT / 2)


def test_parties_without_anything_between_them_and_with_themselves_can_be_placed() -> None:
    assert set(placed(["A", "B"], {("A", "A"): 3, ("A", "X"): 2})) == {"A", "B"}
