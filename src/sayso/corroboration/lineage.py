"""A matter with its origins in, who retold whom and what became of the claim on the way, out.

A voice descends from one that was not published later: from the document whose words it has, from the voice that its
reason leads to, or, likely and not certainly, from the nearest voice with the same origin.
"""

from collections.abc import Callable, Mapping, Sequence

from sayso.corroboration.cases import Case, is_shared, share_of
from sayso.corroboration.changes import changes
from sayso.corroboration.records import Change, Corroboration, Lineage, Matter, Step, Voice

_NO_CHANGES = 99
"""Stands for the number of changes on the way to an echo, of which no claim is known."""


def lineage(matter: Matter, case: Case, *, corroboration: Corroboration) -> Lineage:
    """A step for every voice of the matter, in the order of publication; nobody descends from a later one."""
    tellings = {telling.claim.id: telling for telling in matter.tellings}
    known: dict[tuple[str, str], tuple[Change, ...]] = {}

    def made_of(parent: Voice, voice: Voice) -> tuple[Change, ...]:
        if parent.id not in tellings or voice.id not in tellings:
            return ()
        way = parent.id, voice.id
        if way not in known:
            known[way] = changes(tellings[parent.id], tellings[voice.id])
        return known[way]

    def distance(parent: Voice, voice: Voice) -> int:
        return len(made_of(parent, voice)) if {parent.id, voice.id} <= tellings.keys() else _NO_CHANGES

    leads: dict[str, dict[str | None, str]] = {}
    for each in corroboration.dependencies:
        leads.setdefault(each.voice, {})[each.lead] = each.reason
    voices = sorted(case.voices, key=_order)
    steps = []
    for place, voice in enumerate(voices):
        earlier = [other for other in voices[:place] if other.document_id != voice.document_id]
        parent, reason = _parent(
            voice,
            earlier,
            case=case,
            leads=leads.get(voice.id, {}),
            corroboration=corroboration,
            distance=distance,
        )
        steps.append(
            Step(
                voice=voice.id,
                parent=parent.id if parent else None,
                reason=reason,
                is_certain=reason != _SAME_ORIGIN,
                changes=made_of(parent, voice) if parent else (),
            )
        )
    return Lineage(matter_id=matter.id, steps=tuple(steps))


_SAME_ORIGIN = "same origin"
_FIRST = "first here"


def _parent(
    voice: Voice,
    earlier: Sequence[Voice],
    *,
    case: Case,
    leads: Mapping[str | None, str],
    corroboration: Corroboration,
    distance: Callable[[Voice, Voice], int],
) -> tuple[Voice | None, str]:
    """The voice it descends from, with the reason; of several the nearest, and of those the first."""
    shares = {other.id: _share(voice, other, case) for other in earlier}
    copied = [other for other in earlier if shares[other.id] > 0]
    if copied:
        return max(copied, key=lambda other: (shares[other.id], -distance(other, voice))), "shared passage"
    led = [other for other in earlier if other.id in leads]
    if led:
        nearest = min(led, key=lambda other: distance(other, voice))
        return nearest, leads[nearest.id]
    kin = {each for origin in corroboration.origins if voice.id in origin.voices for each in origin.voices}
    related = [other for other in earlier if other.id in kin]
    if related:
        return min(related, key=lambda other: distance(other, voice)), _SAME_ORIGIN
    return None, _FIRST


def _share(voice: Voice, other: Voice, case: Case) -> float:
    """How much of the voice's document stands in the other's, where this sentence does too."""
    reuse = case.reuse(voice.document_id, other.document_id)
    if reuse is None or not is_shared(voice, other, reuse=reuse):
        return 0.0
    return max(share_of(reuse, voice.document_id), 0.01)


def _order(voice: Voice) -> tuple[str, str, int, str]:
    return (f"{voice.published or ''}~", voice.document_id, voice.span.start, voice.id)
