"""Sentences and the claims read in them in, goods that sentences name and no claim of them has, out.

The reader finds a claim in about half of the sentences that careful readers find one in, and in garbled ones in fewer.
So what a dossier does not list may still be told. Sentences that name two parties and a good, of which no claim speaks,
are where to look; that something passes between the two they do not show.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.lang import language
from sayso.lang.events import event_words
from sayso.lang.lemmas import lemma
from sayso.records import Claim, Span, Statement
from sayso.system.parties import party_of

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")

_THINGS = frozenset({"good", "force", "weapon"})
"""Roles of things that somebody has, gives, sends or uses."""

_VAGUE = frozenset({"other", "territory", "intelligence", "training"})
"""Categories whose words are those of any sentence: "support", "region", "information", "instructor"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A sentence that names parties and goods: the categories with the words, of which no claim of it has one."""

    span: Span
    goods: tuple[tuple[str, str], ...]
    parties: tuple[str, ...]


def unread(statements: Iterable[Statement], claims: Iterable[Claim], *, parties: Iterable[str]) -> tuple[Unread, ...]:
    """The sentences of the statements that name all the parties and a good that none of the claims speaks of.

    A claim speaks of its trigger and of the things in its roles: what is only asked for or opposed, as the matter of a
    claim, passes nowhere. In the order of the statements.
    """
    wanted = frozenset(parties)
    taken: dict[str, list[Span]] = {}
    for claim in claims:
        spans = [claim.event.trigger, *(each.span for each in claim.event.roles if each.span and each.role in _THINGS)]
        taken.setdefault(claim.document_id, []).extend(spans)
    return tuple(
        Unread(span=each.span, goods=goods, parties=tuple(sorted(named)))
        for each in statements
        if (named := {party for actor in each.actors if (party := party_of(actor)) is not None}) >= wanted
        and (goods := tuple(_left(each, taken.get(each.span.document_id, ()))))
    )


def _left(statement: Statement, taken: Iterable[Span]) -> Iterator[tuple[str, str]]:
    """Each category once, with the first words for it that no claim has."""
    own = [span for span in taken if span.start < statement.span.end and statement.span.start < span.end]
    found: dict[str, str] = {}
    for start, end, category in _goods(statement.span, statement.language):
        if category not in _VAGUE and not any(span.start <= start and end <= span.end for span in own):
            found.setdefault(category, statement.span.quote[start - statement.span.start : end - statement.span.start])
    yield from found.items()


def _goods(span: Span, code: str) -> Iterator[tuple[int, int, str]]:
    """Where goods are named in the sentence, in code points of the document, with the category of each."""
    vocabulary = event_words(code).goods
    if not language(code).spaces:
        for word, entries in vocabulary.items():
            for match in re.finditer(re.escape(word), span.quote):
                yield from ((span.start + match.start(), span.start + match.end(), name) for name, _ in entries[:1])
        return
    words = list(_WORD.finditer(span.quote))
    lemmas = [lemma(each[0], code) for each in words]
    for number, match in enumerate(words):
        for form in dict.fromkeys((lemmas[number], match[0].lower())):
            fitting = [
                (words[number - len(parts) + 1].start(), name)
                for name, parts in vocabulary.get(form, ())
                if len(parts) == 1
                or (number >= len(parts) - 1 and tuple(lemmas[number - len(parts) + 1 : number + 1]) == parts)
            ]
            if fitting:
                first, name = fitting[0]
                yield span.start + first, span.start + match.end(), name
                break
