"""A matter with what is known of its documents in, the account of it out: origins, values, credibility, lineage."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sayso.corroboration.cases import Case, Report
from sayso.corroboration.credibility import Credibility, credibility
from sayso.corroboration.lineage import lineage
from sayso.corroboration.origins import asserted, corroborate, hints_of, voices_of
from sayso.corroboration.records import Corroboration, Lineage, Matter, Reuse, Voice
from sayso.corroboration.values import Lineup, contradicting, line_up
from sayso.vocab.actors import Roster


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """All that the documents say of one matter, and of each other.

    `voices` are in the order of publication, `hints` voices of sentences that may say it and as well may not;
    `contradictions` is how few origins would have to be wrong for no two values to contradict each other.
    """

    matter: Matter
    voices: tuple[Voice, ...]
    hints: tuple[Voice, ...]
    corroboration: Corroboration
    lineup: Lineup
    contradictions: int
    credibility: Credibility
    lineage: Lineage

    @property
    def heard(self) -> Mapping[str, Voice]:
        """Voices and hints by their ids: all that origins rest on."""
        return {voice.id: voice for voice in (*self.voices, *self.hints)}

    @property
    def documents(self) -> int:
        """How many documents say it."""
        return len({voice.document_id for voice in self.voices})

    @property
    def latest(self) -> str:
        """The latest date on which it was published; empty where no date is known."""
        return max((voice.published or "" for voice in self.voices), default="")

    @property
    def earliest(self) -> str:
        """The first date on which it was published; empty where no date is known."""
        return min((voice.published for voice in self.voices if voice.published), default="")


def account(
    matter: Matter,
    *,
    reports: Mapping[str, Report],
    reuses: Mapping[tuple[str, str], Reuse],
    roster: Roster,
) -> Account:
    """The account of a matter; `reports` are by document and hold all that say it, `reuses` by pair of documents."""
    voices = tuple(sorted(voices_of(matter, reports), key=_order))
    case = Case(voices=voices, reports=reports, reuses=reuses, roster=roster)
    hints = tuple(sorted(hints_of(matter, reports), key=_order))
    found = corroborate(matter.id, case, hints=hints)
    lineup = line_up(matter.tellings, _origins_of(found))
    contradictions = contradicting(lineup)
    polarity = asserted(voices)
    sure = [each.claim.certainty for each in matter.tellings if each.claim.polarity == polarity]
    return Account(
        matter=matter,
        voices=voices,
        hints=hints,
        corroboration=found,
        lineup=lineup,
        contradictions=contradictions,
        credibility=credibility(found, sure, contradictions=contradictions),
        lineage=lineage(matter, case, corroboration=found),
    )


def by_importance(one: Account) -> tuple[int, int, str]:
    """Sorts the accounts of most documents first, of those the ones with most origins, of those the latest."""
    return one.documents, one.corroboration.possible, one.latest


def by_doubt(one: Account) -> tuple[int, int, str]:
    """Sorts the accounts that most origins deny or contradict first, then those with most who tell them."""
    return len(one.corroboration.deniers) + one.contradictions, one.documents, one.latest


def by_news(one: Account) -> tuple[str, int, str]:
    """Sorts the accounts that were told latest first, of those the ones of most documents."""
    return one.latest, one.documents, one.matter.id


ORDERS: Mapping[str, Callable[[Account], tuple[object, ...]]] = {
    "importance": by_importance,
    "doubt": by_doubt,
    "news": by_news,
}
"""The ways in which accounts may be sorted, greatest first; the first is the usual one."""


def _origins_of(found: Corroboration) -> dict[str, str]:
    """For each voice the first known origin that it rests on, by its actor or its name."""
    return {
        voice: origin.actor or origin.name
        for origin in reversed((*found.origins, *found.deniers))
        if origin.is_certain
        for voice in origin.voices
    }


def _order(voice: Voice) -> tuple[str, str, int, str]:
    return (f"{voice.published or ''}~", voice.document_id, voice.span.start, voice.id)
