"""A TOML file and the flags of a command in, one `Settings` record out."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path

import msgspec

from sayso.errors import SettingsError
from sayso.lang import language
from sayso.settings import Settings
from sayso.vocab.actors import Roster, open_roster

_POSITIVE = ("max_bytes", "timeout_seconds", "threads")
_DATE_FORMS = {len("2024"): "{}-01-01", len("2024-03"): "{}-01", len("2024-03-07"): "{}"}


def settings_from(path: Path | None, flags: Mapping[str, object]) -> Settings:
    """The defaults, overruled by the file, overruled by those flags that are not None.

    Raises `SettingsError` for a file that cannot be read, an unknown key, or a value that makes no sense.
    """
    values = _values(path) if path else {}
    values.update({name: value for name, value in flags.items() if value is not None})
    try:
        settings = msgspec.convert(values, Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{_where(path)} has a wrong value: {error}") from error
    for name in _POSITIVE:
        if getattr(settings, name) <= 0:
            raise SettingsError(f"{_where(path)} has {name} = {getattr(settings, name)}; it must be above zero")
    if settings.published is not None:
        _check_date(settings.published)
    if settings.language is not None:
        language(settings.language)
    return settings


def roster_of(actors: str | None) -> Roster:
    """The roster, with the actors of a file of the user's own; raises `SettingsError` for a file that is wrong."""
    return open_roster(None if actors is None else Path(actors))


def _values(path: Path) -> dict[str, object]:
    """The keys of the file, its `[columns]` table as pairs and its dates as text."""
    try:
        values: dict[str, object] = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"the settings file {path} cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"the settings file {path} is not TOML: {error}") from error
    known = [field.name for field in fields(Settings)]
    unknown = [key for key in values if key not in known]
    if unknown:
        raise SettingsError(f"the settings file {path} has {unknown[0]!r}; the settings are {', '.join(known)}")
    columns = values.get("columns")
    if isinstance(columns, dict):
        values["columns"] = list(columns.items())
    if isinstance(values.get("published"), date):
        values["published"] = str(values["published"])
    return values


def _check_date(published: str) -> None:
    try:
        date.fromisoformat(_DATE_FORMS[len(published)].format(published))
    except (KeyError, ValueError) as error:
        raise SettingsError(
            f"{published!r} is not a date of publication: write it as 2024, 2024-03 or 2024-03-07"
        ) from error


def _where(path: Path | None) -> str:
    return f"the settings file {path}" if path else "the command"
