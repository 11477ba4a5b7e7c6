"""Folders of data files in, the version of the vocabulary out."""

from pathlib import Path

import pytest

from sayso.vocab import version as module
from sayso.vocab.version import vocabulary_version


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with one file of each sort of data."""
    (tmp_path / "vocab").mkdir()
    (tmp_path / "lang" / "en").mkdir(parents=True)
    (tmp_path / "vocab" / "kinds.toml").write_text("[meet]")
    (tmp_path / "lang" / "en" / "events.toml").write_text("[meet]")
    monkeypatch.setattr(module, "_PACKAGE", tmp_path)
    return tmp_path


def fresh() -> str:
    vocabulary_version.cache_clear()
    try:
        return vocabulary_version()
    finally:
        vocabulary_version.cache_clear()


@pytest.mark.parametrize(
    "name",
    ["vocab/kinds.toml", "lang/en/events.toml", "lang/fr/events.toml", "lang/ja/words.txt.xz", "claims/roles.py"],
)
def test_a_word_more_makes_another_version(name: str, package: Path) -> None:
    before = fresh()
    assert before == fresh()
    path = package / name
    path.parent.mkdir(exist_ok=True)
    path.write_text('[meet]\nverbs = "meet"')
    assert fresh() != before


def test_a_file_that_moves_makes_another_version_and_other_files_do_not_count(package: Path) -> None:
    before = fresh()
    (package / "vocab" / "notes.txt").write_text("nothing")
    assert fresh() == before
    (package / "vocab" / "kinds.toml").rename(package / "vocab" / "sorts.toml")
    assert fresh() != before


def test_the_version_is_short() -> None:
    assert len(fresh()) == 12
