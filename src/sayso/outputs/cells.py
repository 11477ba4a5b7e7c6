"""Texts in, cells of a table out that no spreadsheet takes for a formula; says how many it had to change."""

from collections.abc import Iterable

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Signs that make a spreadsheet take a cell for a formula, the full-width ones in the East Asian editions; a text must
not be able to run one (OWASP, "CSV Injection")."""


LINE_END = "\r\n"
"""The line end of RFC 4180. With any other, the writer of Python before 3.13 leaves a carriage return that stands in a
cell without quotation marks, and what follows it would be read as a row of its own."""


class Cells:
    """Puts an apostrophe before texts that begin like a formula, and counts them.

    >>> cells = Cells()
    >>> cells.row(["=1+1", "-5 °C", "fine", -5, None])
    ["'=1+1", "'-5 °C", 'fine', -5, None]
    >>> cells.changed
    2
    """

    def __init__(self) -> None:
        self.changed = 0

    def row(self, values: Iterable[object]) -> list[object]:
        """The cells of one row; numbers and what is not stated stay as they are."""
        return [self._cell(value) for value in values]

    def _cell(self, value: object) -> object:
        if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
            self.changed += 1
            return f"'{value}"
        return value

    def remarks(self) -> tuple[str, ...]:
        """One sentence for the user, where a cell was changed."""
        if not self.changed:
            return ()
        cells = "1 cell began" if self.changed == 1 else f"{self.changed:,} cells began"
        return (f"{cells} like a formula and got an apostrophe in front",)
