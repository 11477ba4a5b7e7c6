"""`shapes.toml` in, the family of questions that can be asked, with their patterns ready to be compared, out."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

_FILE = Path(__file__).with_name("shapes.toml")
_PIECES = re.compile(
    r"(?P<open>\[)|(?P<close>\])|\{(?P<slot>\w+)\}|\((?P<name>\w+)=(?P<value>\w+)\)|@(?P<phrase>\w+)|(?P<word>[\w'<>|]+)"
)
_SLOT = re.compile(r"\{(\w+)\}")
_GROUP = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the question: any of these dictionary forms."""

    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Slot:
    """Some words of the question that name a party (`x`, `y`) or a good (`good`, `deed`)."""

    name: str


@dataclass(frozen=True, slots=True)
class Given:
    """What follows from the words before: a good or a sort that the question does not name."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences; an empty one where all may be left out."""

    options: tuple[tuple["Element", ...], ...]


Element: TypeAlias = Word | Slot | Given | Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One thing that can be asked; `question` puts it plainly, with what may be left out in brackets."""

    name: str
    says: str
    example: str
    question: str
    patterns: tuple[tuple[Element, ...], ...]

    @property
    def slots(self) -> tuple[str, ...]:
        """The slots of the plain question, parties first."""
        return tuple(sorted(set(_SLOT.findall(self.question)), key=("x", "y", "good", "sort").index))

    @property
    def words(self) -> frozenset[str]:
        """All words of its patterns."""
        return frozenset(word for pattern in self.patterns for word in _words(pattern))


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """All shapes in their order, and the words that are no part of any; `vocabulary` has all words of all patterns."""

    shapes: tuple[Shape, ...]
    dropped: frozenset[str]
    openings: tuple[tuple[str, ...], ...]
    anything: frozenset[str]
    passing: frozenset[str]
    leading: frozenset[str]
    goods: Mapping[str, tuple[str, ...]]
    verbs: Mapping[str, str]
    vocabulary: frozenset[str]

    def shape(self, name: str) -> Shape:
        """The shape of this name; raises `KeyError` where there is none."""
        return {each.name: each for each in self.shapes}[name]


@cache
def family() -> Family:
    """The questions of `shapes.toml`."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    lists = {name: frozenset(words.split()) for name, words in data["words"].items()}
    compiler = _Compiler(lists, data["phrases"])
    shapes = tuple(
        Shape(
            name=each["name"],
            says=each["says"],
            example=each["example"],
            question=each["question"],
            patterns=tuple(map(compiler.compiled, each["patterns"])),
        )
        for each in data["shape"]
    )
    return Family(
        shapes=shapes,
        dropped=frozenset(data["dropped"].split()),
        openings=tuple(tuple(each.split()) for each in data["openings"]),
        anything=frozenset(data["anything"].split()),
        passing=frozenset(data["passing"].split()),
        leading=frozenset(data["leading"].split()),
        goods={word: tuple(categories.split()) for word, categories in data["goods"].items()},
        verbs=data["verbs"],
        vocabulary=frozenset(word for shape in shapes for pattern in shape.patterns for word in _words(pattern)),
    )


def plainly(template: str, fillings: Mapping[str, str]) -> str:
    """A question with its slots filled, and without the brackets of which none is; an empty slot outside is "anybody".

    >>> plainly("what does {x} give[ to {y}]?", {"x": "Iran", "y": ""})
    'what does Iran give?'
    """

    def kept(group: re.Match[str]) -> str:
        return group[1] if all(fillings.get(name) for name in _SLOT.findall(group[1])) else ""

    return _SLOT.sub(lambda slot: fillings.get(slot[1]) or "anybody", _GROUP.sub(kept, template))


class _Compiler:
    """Turns patterns into elements; phrases are compiled once and shared."""

    def __init__(self, lists: Mapping[str, frozenset[str]], phrases: Mapping[str, list[str]]) -> None:
        self._lists = lists
        self._phrases = phrases
        self._known: dict[str, Choice] = {}

    def compiled(self, pattern: str) -> tuple[Element, ...]:
        """The elements of a pattern in their order."""
        stack: list[list[Element]] = [[]]
        for piece in _PIECES.finditer(pattern):
            if piece["open"]:
                stack.append([])
            elif piece["close"]:
                inner = tuple(stack.pop())
                stack[-1].append(Choice((inner, ())))
            elif piece["slot"]:
                stack[-1].append(Slot(piece["slot"]))
            elif piece["name"]:
                stack[-1].append(Given(piece["name"], piece["value"]))
            elif piece["phrase"]:
                stack[-1].append(self._phrase(piece["phrase"]))
            else:
                stack[-1].append(Word(frozenset(self._forms(piece["word"]))))
        return tuple(stack[0])

    def _phrase(self, name: str) -> Choice:
        if name not in self._known:
            self._known[name] = Choice(tuple(map(self.compiled, self._phrases[name])))
        return self._known[name]

    def _forms(self, alternatives: str) -> Iterator[str]:
        for each in alternatives.split("|"):
            if each.startswith("<"):
                yield from self._lists[each.strip("<>")]
            else:
                yield each


def _words(pattern: tuple[Element, ...]) -> Iterator[str]:
    for element in pattern:
        if isinstance(element, Word):
            yield from element.forms
        elif isinstance(element, Choice):
            for option in element.options:
                yield from _words(option)
