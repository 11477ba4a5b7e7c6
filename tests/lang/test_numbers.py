"""The number and date data of every language in; records that hold together out."""

from pathlib import Path

import pytest

from sayso.errors import SettingsError
from sayso.lang import languages
from sayso.lang import numbers as module
from sayso.lang.dates import calendar
from sayso.lang.numbers import numerals
from sayso.vocab.units import units

CODES = [language.code for language in languages() if numerals(language.code)]


def test_thirteen_languages_count_and_date() -> None:
    assert {"ar", "de", "en", "es", "fr", "ja", "ko", "pl", "pt", "ru", "tr", "uk", "zh"} <= set(CODES)
    assert all(calendar(code) for code in CODES)


@pytest.mark.parametrize("code", CODES)
def test_measures_and_moneys_are_of_the_vocabulary(code: str) -> None:
    how = numerals(code)
    assert how is not None
    assert {"percent", "day", "year", "km", "tonne", "USD", "EUR", "RUB", "KRW", "UAH"} <= set(
        how.units.exact.values()
    ) | set(how.units.stems.values())
    assert set(how.signs.values()) <= set(units()) | {"percent"}


@pytest.mark.parametrize("code", CODES)
def test_every_month_and_weekday_has_a_name(code: str) -> None:
    how = calendar(code)
    assert how is not None
    assert {*how.months.exact.values(), *how.months.stems.values()} == {str(number) for number in range(1, 13)}
    assert {*how.weekdays.exact.values(), *how.weekdays.stems.values()} == {str(number) for number in range(1, 8)}


def test_a_wrong_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "numbers.toml").write_text('[cardinals]\nfive = "five"\n', encoding="utf-8")
    monkeypatch.setattr(module, "_FOLDER", tmp_path)
    with pytest.raises(SettingsError, match=r"en/numbers\.toml"):
        numerals.__wrapped__("en")


def test_a_language_without_data_has_none() -> None:
    assert numerals("he") is None
    assert calendar("he") is None
