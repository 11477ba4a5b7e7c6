"""A voice on a matter in, what it rests on out: one function for each reason to trace it to somebody, or to doubt it.

A reason gives roots, whose word it is, or leads, other voices it was taken from. `REASONS` is tried from the
heaviest down and the first reason that applies settles it. To add one, write a function and give it a line there.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sayso.corroboration.cases import Case, holds, is_shared, repeated, share_of
from sayso.corroboration.records import Credit, Reuse, Voice
from sayso.lang.names import names
from sayso.records import Attribution, Span
from sayso.vocab.actors import owner

_SHORTEST_NAME = 8
"""Letters of a publisher's name that are enough to find it in the words for a source; agencies are in the roster."""

_WHOLLY = 0.5
"""Part of a document's text that stands in another from which all of it counts as taken from there, those sentences
too that the comparison did not find again. Copies of the test set share .6 and more, independent reports under .2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a voice rests on: a root, with its `key`, or a lead to another voice, with its id in `lead`.

    Roots with the same key are one origin. `is_certain` is False for a root that may be the same as another.
    """

    said: str
    span: Span | None
    kind: str = "unknown"
    key: str | None = None
    actor: str | None = None
    name: str = ""
    is_certain: bool = True
    lead: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A way to trace a voice; `weight` is how much it is worth: 1 settles it, 0 leaves it open."""

    name: str
    weight: float
    find: Callable[[Voice, Case], Iterable[Ground]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _OwnWords:
    """Words by which an outlet speaks for itself, and what it does in them."""

    does: str
    span: Span


def _cited_source(voice: Voice, case: Case) -> Iterator[Ground]:
    """The innermost sources known by name; a newspaper that is cited leads to its own report, where that is here."""
    for link in reversed(voice.attribution):
        published = _published_by(link, voice, case)
        for other in published:
            said = f"{_named(link)} is named, whose own text is {_who(other)}"
            yield Ground(said=said, span=link.source, lead=other.id)
        if published:
            return
        actors = voice.sources if link is voice.attribution[-1] and voice.sources else (link.actor,)
        for actor in filter(None, actors):
            if case.roster.kind(actor) == "media":
                yield from _outlet(actor, _named(link), link.source, voice=voice, case=case)
            else:
                yield _source(actor, _named(link), link.source, case)
        if any(actors):
            return


def _shared_passage(voice: Voice, case: Case) -> Iterator[Ground]:
    """A voice that names its source and whose sentence stands in a passage that both documents have.

    Whichever was published first: one sentence may name a source that is understood in one of the two only.
    """
    yield from (ground for other, ground in _sharing(voice, case.voices, case) if other.sources)


def _copied_passage(voice: Voice, case: Case) -> Iterator[Ground]:
    """A voice of an earlier document whose sentence stands in a passage that both have."""
    yield from (ground for _, ground in _sharing(voice, _not_later(voice, case), case))


def _outlet_named(voice: Voice, case: Case) -> Iterator[Ground]:
    """Another outlet that the sentence names as the one that reported it."""
    for credit in _credits(voice, case, "outlet"):
        yield from _outlet(credit.actor, credit.span.quote, credit.span, voice=voice, case=case)


def _own_reporting(voice: Voice, case: Case) -> Iterator[Ground]:
    """The outlet's own people, who saw it, were told it, or speak of themselves: `we estimate in this study`.

    Who prints the same sentence later has copied it, with the `we` in it.
    """
    said = _speaking_for_itself(voice, case)
    if said is None:
        return
    printed = [
        ground
        for other, ground in _sharing(voice, case.voices, case)
        if _age(other) < _age(voice) and _speaking_for_itself(other, case) is not None
    ]
    if printed:
        yield from printed
        return
    report = case.reports.get(voice.document_id)
    name = (report.publisher if report else None) or voice.location
    actor = report.outlet if report else None
    key = _outlet_key(actor, name, case)
    yield Ground(said=f"{name} {said.does}", span=said.span, kind="outlet", key=key, actor=actor, name=name)


def _speaking_for_itself(voice: Voice, case: Case) -> _OwnWords | None:
    for link in voice.attribution[-1:]:
        if link.actor is None and link.source is not None and _is_we(link.source.quote, voice.language):
            return _OwnWords(does="speaks of itself", span=link.source)
    for credit in _credits(voice, case, "own reporting"):
        return _OwnWords(does="says that its own people saw it or were told it", span=credit.span)
    return None


def _elsewhere_in_the_document(voice: Voice, case: Case) -> Iterator[Ground]:
    """Other sentences of the same document that name a source: a heading leaves out what the text says."""
    for other in case.voices:
        if other is not voice and other.document_id == voice.document_id and other.attribution:
            said = "the same document says it on the word of somebody"
            yield Ground(said=said, span=other.span, lead=other.id)


def _wire_service(voice: Voice, case: Case) -> Iterator[Ground]:
    """The news agency that signs the text, or publishes it, for what it says on nobody else's word."""
    if any(link.source is not None for link in voice.attribution):
        return
    report = case.reports.get(voice.document_id)
    for credit in _credits(voice, case, "agency"):
        # The span is empty where only the author or publisher field names the agency.
        name = credit.span.quote or (report.publisher if report and report.outlet == credit.actor else credit.actor)
        said = f"the text is credited to {name}"
        key = _outlet_key(credit.actor, name or "", case)
        yield Ground(said=said, span=credit.span, kind="agency", key=key, actor=credit.actor, name=name or "")
    if report is not None and report.is_agency and not _credits(voice, case, "agency"):
        name = report.publisher or report.outlet or ""
        key = _outlet_key(report.outlet, name, case)
        yield Ground(said=f"{name} is a news agency", span=None, kind="agency", key=key, actor=report.outlet, name=name)


def _own_word(voice: Voice, case: Case) -> Iterator[Ground]:
    """The body that published the text itself, a ministry or an office, for what it says on nobody else's word."""
    report = case.reports.get(voice.document_id)
    if report is not None and report.body is not None and not any(link.source for link in voice.attribution):
        yield _source(report.body, report.publisher or report.body, None, case)


def _taken_as_a_whole(voice: Voice, case: Case) -> Iterator[Ground]:
    """Another document of which this one is for the most part a copy or a translation."""
    for other in _not_later(voice, case):
        reuse = case.reuse(voice.document_id, other.document_id)
        if reuse is not None and share_of(reuse, voice.document_id) >= _WHOLLY:
            share = f"{share_of(reuse, voice.document_id):.0%}"
            said = f"{share} of the text stands in {_who(other)}"
            yield Ground(said=said, span=None, lead=other.id)


def _repeated_number(voice: Voice, case: Case) -> Iterator[Ground]:
    """An earlier voice that gives the same telling number: somebody counted it once, and nobody else is named."""
    for other in _not_later(voice, case):
        number = repeated(voice, other)
        if number is not None and _age(other)[0] < _age(voice)[0]:
            said = f"it repeats the number {number.normalize():f} of {_who(other)}"
            yield Ground(said=said, span=voice.span, lead=other.id)


def _unnamed_source(voice: Voice, case: Case) -> Iterator[Ground]:
    """Somebody who is not identified: `officials`, `a source`. The outlet alone knows who; others may ask the same."""
    for link in reversed(voice.attribution):
        if link.source is not None:
            name = link.source.quote
            key = f"{voice.document_id}:{name.casefold()}"
            yield Ground(
                said="who that is, nobody can tell",
                span=link.source,
                kind="source",
                key=key,
                name=name,
                is_certain=False,
            )
            return


REASONS = (
    Reason(name="cited source", weight=1.0, find=_cited_source),
    Reason(name="outlet named", weight=0.9, find=_outlet_named),
    Reason(name="own reporting", weight=0.9, find=_own_reporting),
    Reason(name="shared passage", weight=0.9, find=_shared_passage),
    Reason(name="elsewhere in the document", weight=0.7, find=_elsewhere_in_the_document),
    Reason(name="wire service", weight=0.7, find=_wire_service),
    Reason(name="own word", weight=0.7, find=_own_word),
    Reason(name="copied passage", weight=0.65, find=_copied_passage),
    Reason(name="taken as a whole", weight=0.6, find=_taken_as_a_whole),
    Reason(name="repeated number", weight=0.4, find=_repeated_number),
    Reason(name="unnamed source", weight=0.2, find=_unnamed_source),
)
"""Every reason with its weight, the heaviest first."""


def _sharing(voice: Voice, others: Iterable[Voice], case: Case) -> Iterator[tuple[Voice, Ground]]:
    """Those of other voices that stand in a passage which both documents share, each with the lead to it."""
    for other in others:
        reuse = None if other.document_id == voice.document_id else case.reuse(voice.document_id, other.document_id)
        if reuse is not None and is_shared(voice, other, reuse=reuse):
            said = f"{_manner(reuse)} the passage that stands in {_who(other)} too"
            yield other, Ground(said=said, span=voice.span, lead=other.id)


def _not_later(voice: Voice, case: Case) -> Iterator[Voice]:
    """Voices of other documents that were not published later, as far as the dates say."""
    for other in case.voices:
        if other.document_id == voice.document_id:
            continue
        mine, yours = voice.published, other.published
        if mine is None or yours is None or yours <= mine or mine.startswith(yours) or yours.startswith(mine):
            yield other


def _age(voice: Voice) -> tuple[str, str]:
    """Sorts voices by publication, those without a day last, and documents of one day by their ids."""
    return f"{voice.published or ''}~", voice.document_id


def _credits(voice: Voice, case: Case, kind: str) -> list[Credit]:
    """Credits of one kind that cover the sentence."""
    report = case.reports.get(voice.document_id)
    return [
        credit
        for credit in (report.credits if report else ())
        if credit.kind == kind and (credit.covers is None or holds(credit.covers, voice.span))
    ]


def _outlet(actor: str | None, name: str, span: Span | None, *, voice: Voice, case: Case) -> Iterator[Ground]:
    """A lead to each voice in a report of the outlet, or the outlet itself when none is here."""
    found = [
        other
        for other in case.voices
        if actor is not None
        and other.document_id != voice.document_id
        and (report := case.reports.get(other.document_id)) is not None
        and report.outlet == actor
    ]
    for other in found:
        yield Ground(said=f"{name} is named, whose report is {_who(other)}", span=span, lead=other.id)
    if not found:
        kind = "agency" if actor in case.roster.agencies else "outlet"
        said = f"{name} is named as having reported it"
        yield Ground(said=said, span=span, kind=kind, key=_outlet_key(actor, name, case), actor=actor, name=name)


def _published_by(link: Attribution, voice: Voice, case: Case) -> list[Voice]:
    """Voices in documents published by the one whom a link names, whoever that is: an institute, a ministry."""
    named = "" if link.source is None else link.source.quote.casefold()
    return [
        other
        for other in _not_later(voice, case)
        if (report := case.reports.get(other.document_id)) is not None
        and report.publisher is not None
        and len(report.publisher) >= _SHORTEST_NAME
        and report.publisher.casefold() in named
    ]


def _is_we(quote: str, language: str) -> bool:
    return names(language).pronouns.get(quote.casefold()) in ("we", "i")


def _source(actor: str, name: str, span: Span | None, case: Case) -> Ground:
    _, _, slug = actor.partition("/")
    key = actor if slug in case.roster.populations else owner(actor)
    return Ground(said=f"it is the word of {name}", span=span, kind="source", key=key, actor=actor, name=name)


def _named(link: Attribution) -> str:
    return link.source.quote if link.source is not None else link.actor or ""


def _outlet_key(actor: str | None, name: str, case: Case) -> str:
    """Whose word an outlet's own report is: the state's for those that speak for it, else its own."""
    if actor in case.roster.state_media and actor is not None:
        return case.roster.actors[actor].part_of or actor
    return actor or f"outlet:{name.casefold()}"


def _who(voice: Voice) -> str:
    when = f" of {voice.published}" if voice.published else ""
    return f"{voice.publisher or voice.location}{when}"


def _manner(reuse: Reuse) -> str:
    return "it is a translation of" if reuse.method == "translated" else "it repeats"
