"""The table of units in; units that hold together out."""

import re

from sayso.vocab.units import units


def test_a_currency_is_an_iso_code_and_nothing_else_is() -> None:
    for unit in units().values():
        assert (re.fullmatch(r"[A-Z]{3}", unit.id) is not None) == (unit.kind == "currency"), unit.id


def test_a_sign_stands_for_one_unit() -> None:
    signs = [sign for unit in units().values() for sign in unit.signs]
    assert len(signs) == len(set(signs))


def test_what_a_unit_holds_is_smaller() -> None:
    for unit in units().values():
        assert all(many > 1 for many in unit.holds.values()), unit.id
        assert set(unit.holds) <= set(units()) | {"cent"}, unit.id
