"""Stories with their reports and matters in, a list for people or JSON Lines for machines out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TextIO

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.codec import encode
from sayso.corroboration.accounts import Account
from sayso.corroboration.backing import backings
from sayso.corroboration.records import Story
from sayso.outputs.claims.page import SHORT_ID
from sayso.outputs.display import isolated, shortened, visible
from sayso.outputs.exporter import Layout
from sayso.outputs.matters.phrases import headline
from sayso.outputs.terminal import DIM, LABEL, printed
from sayso.records import Document
from sayso.vocab.actors import Roster

_SHOWN = 3
"""Matters that a story shows; JSON Lines have them all."""

_LONGEST_PUBLISHER = 24
_LEGEND = (
    "matters: what the texts tell, each once; origins: those known to stand behind the matters, none twice. "
    "Each matter in full: sayso matter LEDGER ID"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportForm:
    """A text of a story."""

    document_id: str
    location: str
    published: str | None
    publisher: str | None
    language: str
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldForm:
    """A matter of a story: how many texts of the story tell it, and how many independent origins it has."""

    id: str
    headline: str
    documents: int
    origins_certain: int
    origins_possible: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryForm:
    """A story as exported: its texts by date, its matters, those that most of them tell first, and known origins.

    `origins` counts everybody known to stand behind one of the matters once, however many of them.
    """

    id: str
    reports: tuple[ReportForm, ...]
    matters: tuple[ToldForm, ...]
    origins: int


def story_forms(
    stories: Iterable[Story], *, documents: Mapping[str, Document], accounts: Sequence[Account], roster: Roster
) -> tuple[StoryForm, ...]:
    """The stories, those of most texts first, then the latest; `accounts` are those of all matters of the ledger."""
    telling: dict[str, list[int]] = {}
    for number, account in enumerate(accounts):
        for document_id in {voice.document_id for voice in account.voices}:
            telling.setdefault(document_id, []).append(number)
    made = []
    for story in stories:
        numbers = sorted({number for each in story.document_ids for number in telling.get(each, ())})
        told = [accounts[number] for number in numbers]
        matters = [_told(account, {*story.document_ids}) for account in told]
        made.append(
            StoryForm(
                id=story.id,
                reports=tuple(_report(documents[each]) for each in story.document_ids),
                matters=tuple(sorted(matters, key=lambda each: (-each.documents, -each.origins_certain, each.id))),
                origins=sum(each.matters > 0 for each in backings(told, roster=roster)),
            )
        )
    return tuple(sorted(made, key=lambda each: (len(each.reports), _latest(each)), reverse=True))


def write(stories: Iterable[StoryForm], stream: TextIO, *, layout: Layout) -> None:
    """Write every story, its texts below it, then what the figures mean; nothing where there are none."""
    blocks = [(_head(each), *(Padding(part, (0, 0, 0, 2)) for part in _parts(each)), Text()) for each in stories]
    for block in blocks:
        stream.write(printed(block, layout))
    if blocks:
        stream.write(printed((Text(_LEGEND, style=DIM),), layout))


def write_lines(stories: Iterable[StoryForm], stream: TextIO) -> None:
    """Write one JSON object per story."""
    for each in stories:
        stream.write(encode(each).decode("utf-8") + "\n")


def _report(document: Document) -> ReportForm:
    return ReportForm(
        document_id=document.id,
        location=document.location,
        published=document.published,
        publisher=document.publisher,
        language=document.language,
        title=document.title,
    )


def _told(account: Account, document_ids: set[str]) -> ToldForm:
    return ToldForm(
        id=account.matter.id,
        headline=headline(account),
        documents=len(document_ids & {voice.document_id for voice in account.voices}),
        origins_certain=account.corroboration.certain,
        origins_possible=account.corroboration.possible,
    )


def _latest(story: StoryForm) -> str:
    return max(report.published or "" for report in story.reports)


def _head(story: StoryForm) -> RenderableType:
    figures = ((len(story.reports), "text"), (len(story.matters), "matter"), (story.origins, "origin"))
    said = ", ".join(f"{count:,} {word}{'' if count == 1 else 's'}" for count, word in figures)
    return Text(story.id[:SHORT_ID], style=LABEL).append(f"  {said}", style="bold")


def _parts(story: StoryForm) -> Iterator[RenderableType]:
    yield _reports(story)
    shared = [each for each in story.matters if each.documents > 1]
    if not shared:
        return
    yield Text(f"told by most, of {len(shared)} that more than one text tells:", style=DIM)
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(3):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for each in shared[:_SHOWN]:
        most = each.origins_possible
        origins = f"{most}" if each.origins_certain == most else f"{each.origins_certain} to {most}"
        cells = (each.id[:SHORT_ID], f"{each.documents} texts", f"origins: {origins}", each.headline)
        table.add_row(*map(Text, cells))
    yield table


def _reports(story: StoryForm) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=len("2024-02-29"), no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for each in story.reports:
        publisher = isolated(shortened(visible(each.publisher), limit=_LONGEST_PUBLISHER)) if each.publisher else ""
        name = isolated(visible(each.title or each.location))
        table.add_row(Text(each.published or "no date"), Text(each.language), Text(publisher), Text(name))
    return table
