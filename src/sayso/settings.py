"""The settings of one run: read once in `cli/`, passed down whole as one frozen record."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a user may choose; each field has its default and its meaning beside it."""

    max_bytes: int = 32 * 2**20
    """Largest source, in bytes, that a loader reads; larger ones raise `TooLarge`."""

    timeout_seconds: float = 20.0
    """Longest wait for an address, connection and download together."""

    allow_private: bool = False
    """Whether addresses inside private, loopback and link-local ranges may be fetched."""

    columns: tuple[tuple[str, str], ...] = ()
    """For JSON Lines and CSV: pairs of (document field, column name) where the names differ."""

    published: str | None = None
    """ISO date (`2024`, `2024-03` or `2024-03-07`) for documents that do not say when they were published."""

    language: str | None = None
    """Language code for documents known to be in one language; None finds it out paragraph by paragraph."""

    actors: str | None = None
    """Path of a TOML file with actors of the user's own; see docs/actors.md."""

    threads: int = 1
    """Processor threads the reader may use."""
