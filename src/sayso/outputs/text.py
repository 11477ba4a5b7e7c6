"""Readings in, plain text out: for people, with the tree, names, roles and chains of every sentence."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from sayso.outputs.display import collapsed, isolated, shortened, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.terminal import DIM, LABEL, printed
from sayso.outputs.tree import tree_lines
from sayso.records import Document, Mention, Outcome, Predicate, Reading, Sentence, Skipped, Word

name = "text"
description = "for people: each sentence with its tree, names and roles, then co-reference and what was skipped"

_KIND_STYLES = {"person": "bold magenta", "organisation": "bold blue", "place": "bold green", "other": "bold yellow"}

_INDENT = 6
_LABEL_COLUMNS = 12
_UPOS_COLUMNS = 6
_RELATION_COLUMNS = 14

_LONGEST_TREE = 250
"""Words of the longest sentence whose tree is drawn; beyond it (lists, tables, broken pages) nobody can follow it."""

_LONGEST_QUOTE = 48
"""Columns of the longest argument, mention or skipped passage shown; the sentence above holds the whole."""


def write(outcomes: Iterable[Outcome], stream: TextIO, *, layout: Layout) -> None:
    """Write each document as soon as it is read; locations that could not be read are left to the caller to report."""
    for outcome in outcomes:
        if not isinstance(outcome, Skipped):
            document, reading = outcome
            stream.write(printed(_blocks(document, reading, width=layout.width), layout))


def _blocks(document: Document, reading: Reading, *, width: int) -> Iterator[RenderableType]:
    yield Rule(Text(visible(document.location), style="bold"), align="left", characters="─", style=DIM)
    yield _heading(document, reading)
    for number, sentence in enumerate(reading.sentences, start=1):
        yield _sentence(document, sentence, number=number, width=width)
    if reading.chains:
        yield _titled("Who is who", _chains(reading))
    if reading.skipped:
        yield _titled("Not read", _skipped(reading.skipped))


def _heading(document: Document, reading: Reading) -> RenderableType:
    words = sum(len(sentence.words) for sentence in reading.sentences)
    facts = [
        document.publisher,
        document.author,
        document.published or "publication date not stated",
        f"language {document.language}",
        f"{_count(len(reading.sentences), 'sentence')}, {_count(words, 'word')}",
        f"reader {reading.reader} {reading.reader_version}",
    ]
    lines = [Text(" · ".join(visible(fact) for fact in facts if fact), style=DIM), Text()]
    if document.title:
        lines.insert(0, Text(isolated(visible(document.title)), style="bold"))
    return Group(*lines)


def _sentence(document: Document, sentence: Sentence, *, number: int, width: int) -> RenderableType:
    head = Table.grid(padding=0)
    head.add_column(width=_INDENT)
    head.add_column(overflow="fold")
    head.add_row(Text(f"{number:>4}", style=DIM), _marked(sentence))
    body: list[RenderableType] = [head, Text()]
    body.extend(_tree(sentence.words, room=width - _INDENT - _UPOS_COLUMNS - _RELATION_COLUMNS))
    body.extend((Text(), Padding(_findings(document, sentence), (0, 0, 0, _INDENT)), Text()))
    return Group(*body)


def _marked(sentence: Sentence) -> Text:
    """The text of the sentence, names in the colour of their kind."""
    text, at = Text(), sentence.span.start
    for mention in (*sentence.mentions, None):
        start, end = (mention.span.start, mention.span.end) if mention else (sentence.span.end,) * 2
        if start < at:
            continue  # a name inside another name
        text.append(collapsed(sentence.span.quote[at - sentence.span.start : start - sentence.span.start]))
        if mention:
            text.append(collapsed(mention.span.quote), style=_KIND_STYLES.get(mention.kind, "bold"))
        at = end
    return Text("\u2068") + text + Text("\u2069") if isolated(text.plain) != text.plain else text


def _tree(words: tuple[Word, ...], *, room: int) -> Iterator[Text]:
    if len(words) > _LONGEST_TREE:
        yield Text(" " * _INDENT + f"the tree of {len(words)} words is too large to draw; --format jsonl has it", DIM)
        return
    heads = [word.head for word in words]
    forms = [isolated(visible(word.form)) for word in words]
    lines = tree_lines(heads)
    if any(len(line) + 1 + Text(form).cell_len > room for line, form in zip(lines, forms, strict=True)):
        lines = tree_lines(heads, step=1)
    for word, line, form in zip(words, lines, forms, strict=True):
        row = Text(" " * _INDENT, no_wrap=True, overflow="ignore", end="\n")
        row.append(f"{word.upos:<{_UPOS_COLUMNS}}", style=LABEL)
        row.append(f"{word.relation:<{_RELATION_COLUMNS}}", style=DIM)
        row.append(line + " ", style=DIM)
        row.append(form, style="bold" if word.head < 0 else "")
        yield row


def _findings(document: Document, sentence: Sentence) -> Table:
    table = Table.grid(padding=0)
    table.add_column(width=_LABEL_COLUMNS, style=LABEL)
    table.add_column(overflow="fold")
    for label, mention in zip(_labels("names"), sentence.mentions, strict=False):
        table.add_row(label, _name(mention))
    for label, predicate in zip(_labels("roles"), sentence.predicates, strict=False):
        table.add_row(label, _predicate(document, sentence, predicate))
    place = f"[{sentence.span.start}, {sentence.span.end}) · {sentence.language} · {sentence.confidence:.2f}"
    table.add_row(Text("sentence", style=DIM), Text(place, style=DIM))
    return table


def _labels(word: str) -> Iterator[str]:
    yield word
    while True:
        yield ""


def _name(mention: Mention) -> Text:
    text = Text().append(isolated(_short(mention.span.quote)), style=_KIND_STYLES.get(mention.kind, "bold"))
    return text.append(f"  {mention.kind} {mention.confidence:.2f}", style=DIM)


def _predicate(document: Document, sentence: Sentence, predicate: Predicate) -> Text:
    text = Text().append(isolated(visible(sentence.words[predicate.word].form)), style="bold")
    for argument in predicate.arguments:
        first, last = sentence.words[argument.start], sentence.words[argument.end - 1]
        text.append(f"\n  {argument.role} ", style=LABEL)
        text.append(isolated(_short(document.text[first.start : last.end])))
    return text


def _short(text: str) -> str:
    return shortened(visible(text), limit=_LONGEST_QUOTE)


def _titled(title: str, body: RenderableType) -> RenderableType:
    return Group(Text(title, style="bold"), Padding(body, (0, 0, 1, 2)))


def _chains(reading: Reading) -> RenderableType:
    starts = [sentence.span.start for sentence in reading.sentences]
    lines = []
    for chain in reading.chains:
        line = Text()
        for mention in chain.mentions:
            line.append(" = " if line else "", style=DIM)
            line.append(isolated(_short(mention.quote)))
            line.append(f" ({bisect_right(starts, mention.start)})", style=DIM)
        lines.append(line)
    return Group(*lines)


def _skipped(skipped: tuple[Skipped, ...]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    for each in skipped:
        words = Text(isolated(_short(each.span.quote)), style=DIM) if each.span else Text()
        table.add_row(Text(each.reason, style=LABEL), words)
    return table


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
