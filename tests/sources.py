"""Contents with their trees in, one line for a person to read out; parties of a few words for tests."""

from dataclasses import dataclass

from sayso.claims.attribution.contents import Content
from sayso.claims.trees import Tree
from sayso.vocab.actors import Roster, open_roster


@dataclass(frozen=True, slots=True)
class Somebody:
    """A party of one actor."""

    actors: tuple[str, ...]
    words: tuple[int, int]
    is_place: bool = False


class Nobody:
    """Parties of a text in which no word refers to anybody known."""

    def at(self, sentence: int, word: int) -> None:
        """Nobody, ever."""


@dataclass(frozen=True, slots=True)
class Named:
    """Parties given word by word: (sentence, word) to actor and words."""

    known: dict[tuple[int, int], tuple[str, tuple[int, int]]]

    def at(self, sentence: int, word: int) -> Somebody | None:
        """The party given for the word."""
        found = self.known.get((sentence, word))
        return Somebody(actors=(found[0],), words=found[1]) if found else None


@dataclass(frozen=True, slots=True)
class Known(Named):
    """Parties given word by word, with the roster that has their ids."""

    roster: Roster


def at(kind: str) -> str:
    """The id of some actor of a kind that the roster knows."""
    return next(actor.id for _, actor in sorted(open_roster().actors.items()) if actor.kind == kind)


def said(content: Content, tree: Tree) -> str:
    """`source <cue> channel [modality] [certainty] [not]: words`, with gaps in square brackets and signs left out."""
    manner = [content.channel, content.modality, content.certainty, "not" if content.is_negated else None]
    return (
        f"{_words(tree, content.source)} <{_words(tree, content.cue)}> "
        f"{' '.join(part for part in manner if part)}: {_content(content, tree)}"
    )


def _words(tree: Tree, place: tuple[int, int, int] | None) -> str:
    return " ".join(word.form for word in tree.words[place[1] : place[2]]) if place else "-"


def _content(content: Content, tree: Tree) -> str:
    opens, closes = {first for first, _ in content.gaps}, {end for _, end in content.gaps}
    line: list[str] = []
    for number in range(*content.words):
        word = tree.words[number]
        if number in closes:
            line[-1] += "]"
        if word.upos == "PUNCT" and number not in opens:
            continue
        line.append(("[" if number in opens else "") + word.form)
    return " ".join(line)
