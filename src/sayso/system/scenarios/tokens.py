"""The text of a what-if in, its lines as words that know where they stand, and errors that teach, out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NoReturn

from sayso.errors import ScenarioError

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<arrow>->|→)
    | (?P<range>\.\.|–)
    | (?P<sign>[+-](?=\s*[0-9]))
    | (?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)
    | (?P<compare>>=|<=|[<>=])
    | (?P<percent>%)
    | (?P<word>(?:(?!->|\.\.)[^\s<>=%→–,;#])+)
    | (?P<other>\S)
    )""",
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a line: what it is, as the groups of the pattern are named, its text, and its columns from 0."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """One change as written, the number of its line from 1, and the column at which it begins, from 0."""

    text: str
    number: int
    column: int


def lines(text: str) -> Iterator[Line]:
    """The changes as written, one for each line or part of a line between semicolons; comments are left out."""
    for number, line in enumerate(text.splitlines(), start=1):
        column = 0
        for part in line.partition("#")[0].split(";"):
            if part.strip():
                yield Line(text=part, number=number, column=column)
            column += len(part) + 1


class Cursor:
    """The tokens of one line, read from left to right."""

    def __init__(self, line: Line, *, example: str) -> None:
        self._line = line
        self._example = example
        self._tokens: Sequence[Token] = [
            Token(match.lastgroup or "", match[match.lastgroup or 0], match.start(match.lastgroup or 0), match.end())
            for match in _TOKEN.finditer(line.text)
        ]
        self._at = 0

    @property
    def token(self) -> Token | None:
        """The token that comes next, None at the end of the line."""
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    @property
    def left(self) -> Sequence[Token]:
        """All tokens that are still to come."""
        return self._tokens[self._at :]

    def show(self, example: str) -> None:
        """Have errors show this example from now on."""
        self._example = example

    def take(self, *kinds: str) -> Token | None:
        """The next token if it is of one of the kinds; else None, and it is still to come."""
        found = self.token
        if found is None or found.kind not in kinds:
            return None
        self._at += 1
        return found

    def word(self, *words: str) -> str | None:
        """The next token in lower case if it is one of the words; else None, and it is still to come."""
        found = self.token
        if found is None or found.kind != "word" or found.text.casefold() not in words:
            return None
        self._at += 1
        return found.text.casefold()

    def phrase(self, *words: str) -> str | None:
        """The first of the phrases, of one or more words each, that comes next; else None, and it is still to come."""
        coming = [token.text.casefold() for token in self.left[: max(len(each.split()) for each in words)]]
        for each in words:
            parts = each.split()
            if coming[: len(parts)] == parts:
                self._at += len(parts)
                return each
        return None

    def until(self, end: int) -> Sequence[Token]:
        """The next tokens, as many as lie before this place among those to come."""
        found = self.left[:end]
        self._at += len(found)
        return found

    def rest(self) -> str:
        """All that is left of the line as it is written."""
        found = self.token
        self._at = len(self._tokens)
        return "" if found is None else self._line.text[found.start :].strip()

    def text(self, tokens: Sequence[Token]) -> str:
        """What the tokens are written as, spaces as they stand."""
        return self._line.text[tokens[0].start : tokens[-1].end] if tokens else ""

    def finish(self) -> None:
        """Raise `ScenarioError` if anything is left of the line."""
        if self.token is not None:
            self.fail("the end of the line", self.token)

    def fail(self, expected: str, at: Token | None = None) -> NoReturn:
        """Raise `ScenarioError`: where, what was expected, what was found, and an example that can be read."""
        token = at or self.token
        place = len(self._line.text.rstrip()) if token is None else token.start
        found = "the end of the line" if token is None else repr(token.text)
        raise ScenarioError(
            f"line {self._line.number}, column {self._line.column + place + 1}: expected {expected}, found {found}; "
            f"for example: {self._example}"
        )
