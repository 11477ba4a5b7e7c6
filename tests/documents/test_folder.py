"""Folders in; the files below them out, in order."""

from pathlib import Path

from sayso.documents.folder import files


def test_files_come_sorted_from_all_depths_and_hidden_ones_stay_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.html", ".hidden.txt", ".git/config", "a/.DS_Store"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    assert list(files(tmp_path)) == [tmp_path / "a/b/c.html", tmp_path / "a/z.txt", tmp_path / "b.txt"]


def test_a_link_in_a_circle_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert list(files(tmp_path)) == [tmp_path / "a.txt"]


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert list(files(tmp_path)) == []
