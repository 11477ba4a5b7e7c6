"""The words of a question and a pattern in, every way in which the pattern fits them out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from sayso.system.questions.shapes import Element, Given, Slot, Word

LONGEST_SLOT = 7
"""Words that name one party or good at most: "the Democratic People's Republic of Korea" has six."""

Bound: TypeAlias = tuple[tuple[str, object], ...]
"""What fills the slots, and what is given, in the order of the pattern."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a question as written, in lower case, and in its dictionary form."""

    written: str
    lower: str
    lemma: str


Resolve: TypeAlias = Callable[[str, int, int], object]
"""The slot, first word and end in, what they name out; None where they name nothing."""


def fits(pattern: tuple[Element, ...], tokens: tuple[Token, ...], *, resolve: Resolve) -> Iterator[Bound]:
    """Each way in which the whole pattern fits all the words; longer names are tried first."""
    return _fits(pattern, 0, tokens, resolve)


def _fits(elements: tuple[Element, ...], at: int, tokens: tuple[Token, ...], resolve: Resolve) -> Iterator[Bound]:
    if not elements:
        if at == len(tokens):
            yield ()
        return
    first, rest = elements[0], elements[1:]
    if isinstance(first, Word):
        if at < len(tokens) and (tokens[at].lemma in first.forms or tokens[at].lower in first.forms):
            yield from _fits(rest, at + 1, tokens, resolve)
    elif isinstance(first, Slot):
        for end in range(min(at + LONGEST_SLOT, len(tokens)), at, -1):
            found = resolve(first.name, at, end)
            if found is not None:
                yield from (((first.name, found), *more) for more in _fits(rest, end, tokens, resolve))
    elif isinstance(first, Given):
        yield from (((first.name, first.value), *more) for more in _fits(rest, at, tokens, resolve))
    else:
        for option in first.options:
            yield from _fits((*option, *rest), at, tokens, resolve)
