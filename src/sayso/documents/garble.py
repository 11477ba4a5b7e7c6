"""A passage in, a score from 0 (clean prose) to 1 (word salad) out."""

from sayso.lang import Language


def garbled(passage: str, spoken: Language | None, *, glued: int = 0) -> float:
    """How garbled the passage reads."""
    return 0.0
