"""What changes would mean by signs alone in, the section of a page out: who or what has more or less, by which paths.

Of conflicting paths one of each sign stands first, so that both sides are seen; each step has its sentences.
"""

from collections.abc import Collection, Iterator, Sequence

from sayso.outputs.display import isolated, visible
from sayso.outputs.system.casebook import Casebook, entries, in_text, origins_of, short_ids
from sayso.outputs.system.sheet import Entry, Point, Section
from sayso.outputs.system.words import number_of, opening, quoted
from sayso.system.influence.consequences import Consequence, Consequences
from sayso.system.influence.records import Edge, Route
from sayso.system.scenarios.meaning import Meaning
from sayso.system.scenarios.wording import format_change

TITLE = "What it would mean, by signs alone"

NOTHING = "no claim leads from it to anybody's gain or harm"

_NOTE = "computed: of several paths the sign is the one that all have in common; how much, no claim says"
_BEYOND = "farther, if whoever fares better does more of what it does, and whoever fares worse does less"

_PATHS = 3
_FAR_PATHS = 1
"""Paths of one effect that are shown, and at least one of either sign; JSON has all that were followed."""

_THINGS = {"nuclear": "nuclear goods", "other": "other things"}
"""What categories are called after whose they are."""

_WORDS = {"+": "more", "-": "less"}
_TURNED = {"+": "-", "-": "+"}


def meaning(meanings: Sequence[Meaning], *, parties: Collection[str], book: Casebook) -> Section | None:
    """A part for each change; None where no change is of what passes."""
    if not meanings:
        return None
    seen: dict[str, str] = {}
    parts = [_part(each, parties, book, seen=seen) for each in meanings]
    is_any = any(one.found for each in meanings for one in each.found)
    return Section(title=TITLE, parts=tuple(parts), notes=(_NOTE,) if is_any else ())


def _node_phrase(node: str, parties: Collection[str], book: Casebook) -> str:
    """A party by its name, a thing of a party as `North Korea's oil`, and other things in quotation marks."""
    owner, colon, thing = node.partition(":")
    if colon and owner in parties:
        return f"{in_text(owner, book)}'s {isolated(visible(_THINGS.get(thing, thing)))}"
    return in_text(node, book) if node in parties else quoted(node)


def _part(found: Meaning, parties: Collection[str], book: Casebook, *, seen: dict[str, str]) -> Section:
    title = isolated(visible(format_change(found.change)))
    if found.said:
        return Section(title=title, notes=(found.said,))
    near, far = (
        [part for each in found.found for part in _stakes(each, parties, book, seen=seen, is_beyond=is_beyond)]
        for is_beyond in (False, True)
    )
    open_ = [one.stake for each in found.found for one in each.found if one.is_beyond and one.becomes is None]
    names = ", ".join(in_text(each, book) for each in open_)
    untold = (f"cannot be told, as not all paths were followed: {names}",) if open_ else ()
    left = sum(each.left_out for each in found.found)
    notes = [NOTHING] if not near else []
    return Section(
        title=title,
        parts=(*near, *((Section(title=_BEYOND, parts=tuple(far), notes=untold),) if far or untold else ())),
        notes=(*notes, *((f"{left:,} more, farther off, are left out",) if left else ())),
    )


def _stakes(
    found: Consequences, parties: Collection[str], book: Casebook, *, seen: dict[str, str], is_beyond: bool
) -> Iterator[Section]:
    for each in found.found:
        if each.is_beyond != is_beyond or (is_beyond and each.becomes is None):
            continue
        paths = _shown(each, most=_FAR_PATHS if is_beyond else _PATHS)
        number = len(each.effect.paths)
        left = f" ({len(paths)} of {number_of(number, 'path')})" if number > len(paths) else ""
        is_alone = len(paths) == 1
        inner: list[Entry] = []
        sections = []
        for path in paths:
            steps = _steps(path, is_more=found.is_more, parties=parties, book=book)
            rows = [entry for row in steps for entry in entries([row], book, seen=seen)]
            if is_alone:
                inner = rows
            else:
                sections.append(Section(title=f"by this path {_end(path, is_more=found.is_more)}", entries=tuple(rows)))
        is_party = each.stake in parties
        called = in_text(each.stake, book) if is_party else _node_phrase(each.stake, parties, book)
        yield Section(
            title=f"{opening(called)}: {_becomes(each, is_party=is_party)}{left}",
            entries=tuple(inner),
            parts=tuple(sections),
        )


def _becomes(found: Consequence, *, is_party: bool) -> str:
    word = {"?": "?, as paths conflict", None: "cannot be told"}.get(found.becomes, found.becomes or "")
    fares = {"more": ", it fares better", "less": ", it fares worse"}.get(found.becomes or "", "") if is_party else ""
    return f"{word}{fares}" if found.effect.is_complete else f"{word}{fares}; not all paths were followed"


def _shown(found: Consequence, *, most: int) -> list[Route]:
    """The first paths; where they conflict, the shortest of either sign before all others."""
    paths = list(found.effect.paths)
    first = [next((path for path in paths if path.sign == sign), None) for sign in dict.fromkeys(p.sign for p in paths)]
    ordered = [*(path for path in first if path is not None), *paths]
    return list(dict.fromkeys(ordered))[: max(most, len(first))]


def _end(path: Route, *, is_more: bool) -> str:
    return _WORDS[path.sign if is_more else _TURNED[path.sign]]


def _steps(
    path: Route, *, is_more: bool, parties: Collection[str], book: Casebook
) -> Iterator[tuple[Point, Sequence[str]]]:
    """Each edge as `less of North Korea's oil → less of North Korea`, with its claims."""
    sign = "+" if is_more else "-"
    for edge in path.edges:
        after = sign if edge.sign == "+" else _TURNED[sign]
        cause, effect = (
            _changed(node, to, parties=parties, book=book) for node, to in ((edge.cause, sign), (edge.effect, after))
        )
        yield Point(label=f"{cause} → {effect}", said="", facts=_facts(edge)), edge.claim_ids
        sign = after


def _changed(node: str, sign: str, *, parties: Collection[str], book: Casebook) -> str:
    """`China fares worse`, `less of North Korea's oil`."""
    if node in parties:
        return f"{in_text(node, book)} fares {'better' if sign == '+' else 'worse'}"
    return f"{_WORDS[sign]} of {_node_phrase(node, parties, book)}"


def _facts(edge: Edge) -> tuple[str, ...]:
    return (
        "told as what may be" if edge.is_possible else "",
        f"denied by {short_ids(edge.against)}" if edge.against else "",
        origins_of(edge.origins),
    )
