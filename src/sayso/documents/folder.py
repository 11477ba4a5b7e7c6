"""A folder in, the paths of the files below it out, in order."""

import os
from collections.abc import Iterator
from pathlib import Path

from sayso.documents.batch import skipped
from sayso.errors import Unreadable
from sayso.records import Skipped


def files(folder: Path) -> Iterator[Path | Skipped]:
    """Every file at any depth, sorted by path; hidden ones are left out, links to folders are not followed.

    A folder that may not be read becomes a `Skipped`.
    """
    refused: list[OSError] = []
    found: list[Path] = []
    for above, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(above, name) for name in names if not name.startswith(".")]
    yield from sorted(path for path in found if path.is_file() or path.is_symlink())
    for error in sorted(refused, key=str):
        why = Unreadable(f"{error.filename} could not be read: {(error.strerror or str(error)).lower()}.")
        yield skipped(str(error.filename), loader="folder", error=why)
