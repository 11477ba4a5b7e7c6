"""What went wrong in, the page that says so out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemView:
    """One sentence on what was asked for and cannot be shown."""

    title: str
    said: str
