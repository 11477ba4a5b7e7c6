"""A matter and what is known of its documents in, how many independent origins stand behind it, and why, out.

Every voice is traced by `reasons` to roots, whose word it is, or leads to other tellings. What can be reached from a
voice by way of its leads is what it rests on. Roots that are certain make the lower bound; roots that are not, those of
echoes and hints alone, and groups of voices without any, may each be one more. Unknown lineage therefore counts as no
origin of its own. A claim is read in two of three sentences that tell one: the upper bound has to allow for the others.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.corroboration.cases import Case, Report, echoed, told
from sayso.corroboration.persons import same_person
from sayso.corroboration.reasons import REASONS, Ground
from sayso.corroboration.records import Corroboration, Dependency, Echo, Matter, Origin, Voice

_UNKNOWN = Ground(said="nothing shows where it comes from: independence not established", span=None)
_NOBODY = "unknown lineage"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Traced:
    """A voice with its grounds and the name of the reason that gave them."""

    voice: Voice
    reason: str
    grounds: tuple[Ground, ...]


def corroborate(matter_id: str, case: Case, *, hints: Sequence[Voice] = ()) -> Corroboration:
    """The origins behind a matter and behind its denial.

    What more documents say of the two, affirmed or negated, is the assertion; the other is the denial. `hints` may say
    either, and are taken to assert it: they raise what is possible, and nothing else.
    """
    polarity = asserted(case.voices)
    asserting = tuple(voice for voice in case.voices if voice.polarity == polarity)
    sides = ((*asserting, *hints), tuple(voice for voice in case.voices if voice.polarity != polarity))
    (origins, dependencies), (deniers, others) = (_origins(replace(case, voices=side)) for side in sides)
    hinted = {voice.id for voice in hints}
    origins = tuple(replace(each, is_hinted=hinted.issuperset(each.voices)) for each in origins)
    certain = sum(origin.is_certain for origin in origins)
    return Corroboration(
        matter_id=matter_id,
        origins=origins,
        deniers=deniers,
        certain=certain,
        possible=len(origins),
        dependencies=(*dependencies, *others),
    )


def voices_of(matter: Matter, reports: Mapping[str, Report]) -> tuple[Voice, ...]:
    """Tellings and echoes of a matter as voices; `reports` by document."""
    return (*map(told, matter.tellings), *_echoed(matter.echoes, reports))


def hints_of(matter: Matter, reports: Mapping[str, Report]) -> tuple[Voice, ...]:
    """The hints of a matter as voices; `reports` by document."""
    return _echoed(matter.hints, reports)


def _echoed(echoes: Iterable[Echo], reports: Mapping[str, Report]) -> tuple[Voice, ...]:
    return tuple(echoed(echo, reports[echo.statement.span.document_id]) for echo in echoes)


def asserted(voices: Iterable[Voice]) -> str:
    """The polarity in which more documents say it; `affirmed` where as many deny it."""
    found: dict[str, set[str]] = {"affirmed": set(), "negated": set()}
    for voice in voices:
        found.setdefault(voice.polarity, set()).add(voice.document_id)
    return "negated" if len(found["negated"]) > len(found["affirmed"]) else "affirmed"


def _origins(side: Case) -> tuple[tuple[Origin, ...], tuple[Dependency, ...]]:
    """The origins of one side, certain ones first, and why each voice counts as it does."""
    traced = [_trace(voice, side) for voice in side.voices]
    followers: dict[str, list[str]] = {each.voice.id: [] for each in traced}
    for each in traced:
        for ground in each.grounds:
            if ground.lead:
                followers.setdefault(ground.lead, []).append(each.voice.id)
    rooted = _rooted(traced, followers)
    unrooted = set(followers) - {voice for _, ids in rooted.values() for voice in ids}
    claimed = {voice.id for voice in side.voices if not voice.is_echo}
    origins = [_origin(root, ids, claimed=claimed) for root, ids in rooted.values()]
    origins += [_origin(_UNKNOWN, group, claimed=claimed) for group in _unknown(unrooted, followers, side)]
    dependencies = tuple(dependency for each in traced for dependency in _dependencies(each))
    return tuple(sorted(origins, key=lambda one: (not one.is_certain, one.voices))), dependencies


def _unknown(unrooted: set[str], followers: Mapping[str, Sequence[str]], side: Case) -> list[set[str]]:
    """Voices of unknown lineage, with those they were taken from and the others of their document.

    A text that says a thing twice, on nobody's word, is no more than one origin.
    """
    tied: dict[str, list[str]] = {voice: [] for voice in unrooted}
    pairs = [(lead, voice) for lead in unrooted for voice in followers[lead] if voice in unrooted]
    first: dict[str, str] = {}
    pairs += [(first.setdefault(each.document_id, each.id), each.id) for each in side.voices if each.id in unrooted]
    for one, other in pairs:
        tied[one].append(other)
        tied[other].append(one)
    found: list[set[str]] = []
    while tied:
        group = _reached(next(iter(tied)), tied)
        found.append(group)
        tied = {voice: others for voice, others in tied.items() if voice not in group}
    return found


def _reached(start: str, steps: Mapping[str, Sequence[str]]) -> set[str]:
    """What can be reached from the start, itself among it. Most matters have one voice: a graph library would cost
    more than all the rest of the account."""
    found, waiting = {start}, [start]
    while waiting:
        for each in steps[waiting.pop()]:
            if each not in found:
                found.add(each)
                waiting.append(each)
    return found


def _trace(voice: Voice, case: Case) -> _Traced:
    for reason in REASONS:
        grounds = tuple(reason.find(voice, case))
        if grounds:
            return _Traced(voice=voice, reason=reason.name, grounds=grounds)
    return _Traced(voice=voice, reason=_NOBODY, grounds=(_UNKNOWN,))


def _rooted(traced: Sequence[_Traced], followers: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[Ground, set[str]]]:
    """Every root by its key, with the voices that rest on it by themselves or by way of others."""
    found: dict[str, tuple[Ground, set[str]]] = {}
    for each in traced:
        for ground in each.grounds:
            if ground.key is not None:
                key = next((key for key in found if same_person(key, ground.key)), ground.key)
                _, ids = found.setdefault(key, (ground, set()))
                ids |= _reached(each.voice.id, followers)
    return found


def _origin(root: Ground, voices: Collection[str], *, claimed: set[str]) -> Origin:
    """The origin of voices; that of echoes alone is not certain, since no claim of the matter was read there."""
    return Origin(
        kind=root.kind,
        actor=root.actor,
        name=root.name,
        voices=tuple(sorted(voices)),
        is_certain=root.is_certain and root.key is not None and not claimed.isdisjoint(voices),
    )


def _dependencies(traced: _Traced) -> Iterable[Dependency]:
    for ground in traced.grounds:
        yield Dependency(
            voice=traced.voice.id,
            lead=ground.lead,
            reason=traced.reason,
            said=ground.said,
            span=ground.span,
        )
