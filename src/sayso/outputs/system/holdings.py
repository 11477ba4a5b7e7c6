"""Stakes in, parts of a page out: what a party wants, gains, fears and risks, each with its words and sentence."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from sayso.outputs.system.casebook import Casebook, cut, in_text, name, origins_of, shown
from sayso.outputs.system.sheet import Point, Section
from sayso.outputs.system.words import listed, quoted
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

_OTHERS = 4
_EFFECTS = ("gain", "harm", "risk", "constraint")
_MODALITIES = {
    "ongoing": "told as going on",
    "planned": "planned",
    "promised": "promised",
    "possible": "told as possible",
    "hypothetical": "under a condition",
    "threatened": "threatened",
}
"""How it is told. What is told as so, and what somebody wants or fears, has nothing here: the verb says it."""


def part(
    title: str, stakes: Sequence[Stake], *, book: Casebook, seen: dict[str, str], limit: int | None = None
) -> Section | None:
    """The stakes of one party under a heading, None where there are none; a verb that is the heading is left out.

    `limit` may allow fewer rows than the casebook does.
    """
    if not stakes:
        return None
    rows = [
        (partial(_point, told, book, title=title), [claim for each in told for claim in each.claim_ids])
        for told in _alike(stakes)
    ]
    found, more = shown(rows, book, seen=seen, limit=limit)
    return Section(title=title, entries=found, more=more)


def by_party(stakes: Iterable[Stake], book: Casebook, *, limit: int) -> tuple[list[Section], str]:
    """The stakes of several parties, a heading for each, in the order in which they come, and a word on the rest.

    Each has up to `limit` rows, unless all are asked for.
    """
    seen: dict[str, str] = {}
    grouped: dict[str | None, list[Stake]] = {}
    for stake in stakes:
        grouped.setdefault(stake.party, []).append(stake)
    shown, more = cut(list(grouped.items()), book)
    parts = (part(name(party, book), rows, book=book, seen=seen, limit=limit) for party, rows in shown)
    return [each for each in parts if each is not None], more


def verb_of(stake: Stake) -> str:
    """What the party does: `fears`, `does not want`."""
    affirmed, negated = VERBS.get(stake.sort, (stake.sort, f"not: {stake.sort}"))
    return affirmed if stake.polarity == "affirmed" else negated


def _alike(stakes: Iterable[Stake]) -> list[list[Stake]]:
    """The stakes that are one row: in the same words, with several other parties."""
    found: dict[tuple[object, ...], list[Stake]] = {}
    for each in stakes:
        key = (each.matter_id, each.sort, each.polarity, each.about, each.modality, each.holder)
        found.setdefault(key, []).append(each)
    return list(found.values())


def _point(told: Sequence[Stake], book: Casebook, *, title: str) -> Point:
    stake = told[0]
    verb, said = verb_of(stake), "" if _is_all(stake, book) else quoted(stake.about)
    return Point(
        label="" if verb == title and said else verb,
        said=said,
        facts=(
            _others(told, book),
            _MODALITIES.get(stake.modality, ""),
            stake.occurred.edtf if stake.occurred else "",
            _holder(stake, book),
            origins_of(sorted({origin for each in told for origin in each.origins})),
        ),
    )


def _others(told: Sequence[Stake], book: Casebook) -> str:
    """Who causes it, or whom it is about: `through Russia`, `with regard to Russia and China`."""
    is_effect = told[0].sort in _EFFECTS
    names = [in_text(each.other, book) for each in told if each.other not in (None, each.party)]
    if not names:
        return "by its own doing" if is_effect and any(each.other is not None for each in told) else ""
    return f"{'through' if is_effect else 'with regard to'} {listed(names, most=_OTHERS)}"


def _holder(stake: Stake, book: Casebook) -> str:
    """On whose word it is, where that is not who has it."""
    return "" if stake.holder in (None, stake.party) else f"says {in_text(stake.holder, book)}"


def _is_all(stake: Stake, book: Casebook) -> bool:
    """Whether the words are nearly all of the sentence that stands below them."""
    told = [book.testimonies[each] for each in stake.claim_ids if each in book.testimonies]
    return any(len(stake.about) > _NEARLY_ALL * len(each.claim.provenance.evidence.quote) for each in told)
