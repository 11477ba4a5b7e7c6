"""An account in, who says the matter, why each counts as it does and what it changed, as exported, out."""

from collections import defaultdict
from dataclasses import dataclass

from sayso.corroboration.accounts import Account
from sayso.corroboration.records import Change, Dependency, Step, Voice
from sayso.outputs.claims.form import SpanForm, span_form_if_any
from sayso.outputs.matters.phrases import quote_of, sort_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonForm:
    """Why a voice counts for an origin, or for none: the rule, what it saw, and the voice it leads to."""

    reason: str
    said: str
    lead: str | None
    span: SpanForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeForm:
    """What a retelling changed; `before` stands in the document of the parent."""

    name: str
    before: SpanForm | None
    after: SpanForm | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RetellingForm:
    """The voice that another retells, None for nobody's here, the rule that says so, and what became of the claim."""

    parent: str | None
    reason: str
    is_certain: bool
    changes: tuple[ChangeForm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceForm:
    """A claim, or a sentence of a document in which no claim of the matter was read: an echo that says the same, or a
    hint that may; what hints retell is not asked."""

    id: str
    type: str
    document_id: str
    location: str
    publisher: str | None
    published: str | None
    language: str
    polarity: str
    sentence: SpanForm | None
    reasons: tuple[ReasonForm, ...]
    retelling: RetellingForm | None


def voices(account: Account) -> tuple[VoiceForm, ...]:
    """All that say it, in the order of publication, and then what may say it."""
    steps = {step.voice: step for step in account.lineage.steps}
    given: defaultdict[str, list[Dependency]] = defaultdict(list)
    for each in account.corroboration.dependencies:
        given[each.voice].append(each)
    return tuple(
        _voice(voice, account, step=steps.get(voice.id), given=given[voice.id]) for voice in account.heard.values()
    )


def _voice(voice: Voice, account: Account, *, step: Step | None, given: list[Dependency]) -> VoiceForm:
    return VoiceForm(
        id=voice.id,
        type=sort_of(voice, account),
        document_id=voice.document_id,
        location=voice.location,
        publisher=voice.publisher,
        published=voice.published,
        language=voice.language,
        polarity=voice.polarity,
        sentence=span_form_if_any(quote_of(voice, account)),
        reasons=tuple(
            ReasonForm(reason=each.reason, said=each.said, lead=each.lead, span=span_form_if_any(each.span))
            for each in given
        ),
        retelling=None if step is None else _retelling(step),
    )


def _retelling(step: Step) -> RetellingForm:
    return RetellingForm(
        parent=step.parent,
        reason=step.reason,
        is_certain=step.is_certain,
        changes=tuple(map(_change, step.changes)),
    )


def _change(change: Change) -> ChangeForm:
    return ChangeForm(name=change.name, before=span_form_if_any(change.before), after=span_form_if_any(change.after))
