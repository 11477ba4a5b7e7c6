"""Settings files and flags in, settings or one clear sentence out."""

from pathlib import Path

import pytest

from sayso.cli.configuration import settings_from
from sayso.errors import SettingsError
from sayso.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_without_a_file_and_flags_the_defaults_hold() -> None:
    assert settings_from(None, {"published": None}) == Settings()


def test_every_setting_can_stand_in_a_file(file: Path) -> None:
    file.write_text(
        'max_bytes = 1_000\ntimeout_seconds = 5\nallow_private = true\npublished = "2018-09"\nlanguage = "ko"\n'
        'threads = 2\n[columns]\ntext = "story"\n',
        encoding="utf-8",
    )
    assert settings_from(file, {}) == Settings(
        max_bytes=1000,
        timeout_seconds=5.0,
        allow_private=True,
        published="2018-09",
        language="ko",
        threads=2,
        columns=(("text", "story"),),
    )


def test_a_flag_overrules_the_file_and_a_flag_not_given_does_not(file: Path) -> None:
    file.write_text('published = "2018"\nlanguage = "ko"\n', encoding="utf-8")
    settings = settings_from(file, {"published": "2019-01-02", "language": None})
    assert (settings.published, settings.language) == ("2019-01-02", "ko")


def test_a_date_may_be_written_as_toml_writes_dates(file: Path) -> None:
    file.write_text("published = 2018-09-30\n", encoding="utf-8")
    assert settings_from(file, {}).published == "2018-09-30"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('langauge = "ko"', "'langauge'; the settings are max_bytes"),
        ("threads = 0", "threads = 0; it must be above zero"),
        ('threads = "two"', r"Expected `int`, got `str` - at `\$.threads`"),
        ("threads = ", "is not TOML"),
        ('language = "xx"', "no language 'xx'"),
        ('published = "yesterday"', "'yesterday' is not a date of publication"),
        ('published = "2018-13"', "'2018-13' is not a date"),
        ('published = "2018-09-3"', "'2018-09-3' is not a date"),
        ("columns = 3", "columns"),
    ],
)
def test_a_wrong_setting_is_one_clear_sentence(file: Path, content: str, message: str) -> None:
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=message) as caught:
        settings_from(file, {})
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_one_that_is_no_text_are_named(file: Path) -> None:
    with pytest.raises(SettingsError, match=r"settings\.toml cannot be read: No such file"):
        settings_from(file, {})
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match=r"settings\.toml is not TOML"):
        settings_from(file, {})
