"""The vocabulary's files in, their version out."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from sayso.vocab.actors import Roster

_PACKAGE = Path(__file__).parents[1]
_FILES = (("vocab", ".toml"), ("lang", ".toml"), ("lang", ".xz"), ("claims", ".py"))
"""Folders and endings of the files that count; the rules of composition count as a part of the vocabulary they read."""

_DIGITS = 12  # of the hash: versions are few, and people read them aloud


def version_with(roster: Roster) -> str:
    """The version of the vocabulary with the user's own actors, which change what is read."""
    return f"{vocabulary_version()}{roster.version}"


@cache
def vocabulary_version() -> str:
    """A short hash of every file that says what may be claimed, how a language says it and how claims are composed.

    Two versions that are equal make the same claims of the same reading.
    """
    digest = sha256()
    for path in sorted(path for folder, ending in _FILES for path in (_PACKAGE / folder).rglob(f"*{ending}")):
        digest.update(str(path.relative_to(_PACKAGE).as_posix()).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:_DIGITS]
