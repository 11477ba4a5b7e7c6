"""The list of hostile words in, each of them once out."""

import tomllib
from pathlib import Path

_LIST = Path(__file__).with_name("payloads.toml")


def payloads() -> tuple[str, ...]:
    """All hostile words; the overlong ones repeated so many times as the list says."""
    found: list[str] = []
    for group in tomllib.loads(_LIST.read_text(encoding="utf-8")).values():
        found += [words * group.get("times", 1) for words in group["words"]]
    return tuple(found)
