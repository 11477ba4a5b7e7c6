"""The vocabulary's data files in, their version out."""

from functools import cache
from hashlib import sha256
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_DIGITS = 12  # of the hash: versions are few, and people read them aloud


@cache
def vocabulary_version() -> str:
    """A short hash of every data file that says what may be claimed or how a language says it.

    Two versions that are equal read the same words in the same way.
    """
    digest = sha256()
    for path in sorted([*(_PACKAGE / "vocab").rglob("*.toml"), *(_PACKAGE / "lang").rglob("*.toml")]):
        digest.update(str(path.relative_to(_PACKAGE).as_posix()).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:_DIGITS]
