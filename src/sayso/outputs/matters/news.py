"""What has become of matters since a date in, a list for people out: each with what is new in it."""

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.corroboration.news import News
from sayso.outputs.exporter import Layout
from sayso.outputs.matters.assessed import NOTHING_ASSESSED, Assessed
from sayso.outputs.matters.listing import entry
from sayso.outputs.matters.origin_phrases import origin_name, origins_phrase
from sayso.outputs.matters.phrases import carrier, change_phrase
from sayso.outputs.terminal import LABEL, printed

_INDENT = 2
_WORDS = {
    "new": "new",
    "changed": "told again and changed",
    "corroborated": "newly corroborated",
    "contradicted": "newly contradicted",
    "denied": "newly denied",
}


def write(found: Iterable[News], stream: TextIO, *, layout: Layout, judged: Assessed = NOTHING_ASSESSED) -> None:
    """Write every matter with what is new in it."""
    for each in found:
        stream.write(printed((*_blocks(each, judged), Text()), layout))


def _blocks(news: News, judged: Assessed) -> Iterator[RenderableType]:
    yield Text(", ".join(_WORDS[each] for each in news.what), style=LABEL)
    account, before = news.account, news.before
    yield from entry(account, judged)
    lines = []
    voices = {voice.id: voice for voice in account.voices}
    if before is not None and {"corroborated", "contradicted"} & {*news.what}:
        lines.append(
            f"origins {origins_phrase(before.corroboration)} before, {origins_phrase(account.corroboration)} now"
        )
    lines += [f"+ origin {origin_name(origin)}" for origin in news.origins]
    lines += [f"- denied by {origin_name(origin)}" for origin in news.deniers]
    for step in news.steps:
        lines.append(f"! {carrier(voices[step.voice])}: " + "; ".join(map(change_phrase, step.changes)))
    for line in lines:
        yield Padding(Text(line), (0, 0, 0, _INDENT))
