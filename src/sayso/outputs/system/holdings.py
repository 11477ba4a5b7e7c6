"""Stakes in, parts of a page out: what a party wants, gains, fears and risks, each with its words and sentence."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.outputs.system.casebook import Casebook, cut, entries, name, origins_of
from sayso.outputs.system.sheet import Point, Section
from sayso.outputs.system.words import quoted
from sayso.system.records import Stake

VERBS: Mapping[str, tuple[str, str]] = {
    "gain": ("gains", "does not gain"),
    "harm": ("is harmed", "is not harmed"),
    "risk": ("risks", "does not risk"),
    "constraint": ("is held back", "is not held back"),
    "want": ("wants", "does not want"),
    "fear": ("fears", "does not fear"),
    "support": ("supports", "does not support"),
    "oppose": ("opposes", "does not oppose"),
    "ask": ("asks", "does not ask"),
    "threaten": ("threatens", "does not threaten"),
}
"""What a party does, by the sort of stake, affirmed and negated."""

_NEARLY_ALL = 0.75
"""Part of a sentence from which on its words are not quoted above it. Chosen, not tuned."""

_EFFECTS = ("gain", "harm", "risk", "constraint")
_MODALITIES = {
    "done": "told as so",
    "ongoing": "told as going on",
    "planned": "planned",
    "promised": "promised",
    "possible": "told as possible",
    "hypothetical": "under a condition",
    "threatened": "threatened",
}
"""How sure it is told to be. What somebody wants or fears has nothing here, since the verb says it."""


def part(title: str, stakes: Sequence[Stake], book: Casebook, *, seen: dict[str, str]) -> Section | None:
    """The stakes of one party under a heading, None where there are none; a verb that is the heading is left out."""
    if not stakes:
        return None
    rows = [(_point(each, book, title=title), each.claim_ids) for each in stakes]
    shown, more = cut(list(entries(rows, book, seen=seen)), book)
    return Section(title=title, entries=shown, more=more)


def by_party(stakes: Iterable[Stake], book: Casebook) -> list[Section]:
    """The stakes of several parties, a heading for each, in the order in which they come."""
    seen: dict[str, str] = {}
    grouped: dict[str | None, list[Stake]] = {}
    for each in stakes:
        grouped.setdefault(each.party, []).append(each)
    found = (part(name(party, book), rows, book, seen=seen) for party, rows in grouped.items())
    return [each for each in found if each is not None]


def verb_of(stake: Stake) -> str:
    """What the party does: `fears`, `does not want`."""
    affirmed, negated = VERBS.get(stake.sort, (stake.sort, f"not: {stake.sort}"))
    return affirmed if stake.polarity == "affirmed" else negated


def _point(stake: Stake, book: Casebook, *, title: str) -> Point:
    verb, said = verb_of(stake), "" if _is_all(stake, book) else quoted(stake.about)
    return Point(
        label="" if verb == title and said else verb,
        said=said,
        facts=(
            _other(stake, book),
            _MODALITIES.get(stake.modality, ""),
            stake.occurred.edtf if stake.occurred else "",
            _holder(stake, book),
            origins_of(stake.origins),
        ),
    )


def _other(stake: Stake, book: Casebook) -> str:
    if stake.other is None:
        return ""
    if stake.other == stake.party:
        return "by its own doing" if stake.sort in _EFFECTS else ""
    return f"{'through' if stake.sort in _EFFECTS else 'with regard to'} {name(stake.other, book)}"


def _holder(stake: Stake, book: Casebook) -> str:
    """On whose word it is, where that is not who has it."""
    return "" if stake.holder in (None, stake.party) else f"says {name(stake.holder, book)}"


def _is_all(stake: Stake, book: Casebook) -> bool:
    """Whether the words are nearly all of the sentence that stands below them."""
    told = [book.testimonies[each] for each in stake.claim_ids if each in book.testimonies]
    return any(len(stake.about) > _NEARLY_ALL * len(each.claim.provenance.evidence.quote) for each in told)
