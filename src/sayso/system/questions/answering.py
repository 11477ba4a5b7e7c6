"""A question and a system with the claims behind it in, the rows that answer it with their numbers out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sayso.system.assembly import is_told_by
from sayso.system.questions.records import Answer, Hint, Question, Row, Silence
from sayso.system.questions.rows import CLAIMS
from sayso.system.questions.scope import Scope
from sayso.system.questions.selecting import SELECTORS
from sayso.system.records import SystemModel, Testimony
from sayso.system.statuses import STATUSES

_NEARBY = {
    "amount": "gives",
    "when": "gives",
    "word": "gives",
    "deniers": "gives",
    "share": "gains",
    "providers": "gains",
    "wants": "gains",
    "reactions": "says",
    "stance": "reactions",
    "denials": "says",
}
"""Where a shape has no answer, another with the same parties that may have one."""

_ORDER = {group: number for number, group in enumerate(STATUSES)}


def answer(question: Question, model: SystemModel, *, testimonies: Mapping[str, Testimony]) -> Answer:
    """The answer, by the claims of the model; where nothing is told, the numbers of claims that answer near questions.

    `testimonies` are by id of the claim; those published after the date of the model are not looked at.
    """
    told = {name: each for name, each in testimonies.items() if is_told_by(each, model.as_of)}
    found = _answered(question, model, told)
    if found.rows:
        return found
    hints = (
        Hint(change=change, question=near, claims=number)
        for change, near in _near(question)
        if (number := _answered(near, model, told).claims)
    )
    return replace(found, hints=tuple(hints))


def _answered(question: Question, model: SystemModel, testimonies: Mapping[str, Testimony]) -> Answer:
    scope = Scope(question, model, testimonies)
    rows = _in_groups(SELECTORS[question.shape](scope))
    claims = {each for row in rows for each in row.claim_ids}
    behind = [testimonies[each] for each in sorted(claims) if each in testimonies]
    silences = (Silence(reason=reason, claims=len(ids - claims)) for reason, ids in scope.left_out.items())
    return Answer(
        question=question,
        as_of=model.as_of,
        rows=rows,
        claims=len(claims),
        matters=len({each.matter_id for each in behind}),
        origins=len({origin for each in behind for origin in each.origins}),
        silences=tuple(each for each in silences if each.claims),
    )


def _in_groups(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Rows of one group together, by status or as they came; computed ones last."""
    grouped: dict[tuple[str, str], list[Row]] = {}
    for row in dict.fromkeys(rows):
        grouped.setdefault((row.basis, row.group), []).append(row)
    places = {key: number for number, key in enumerate(grouped)}

    def place(key: tuple[str, str]) -> tuple[bool, int, int]:
        basis, group = key
        return basis != CLAIMS, _ORDER.get(group, len(_ORDER)), places[key]

    return tuple(row for key in sorted(grouped, key=place) for row in grouped[key])


def _near(question: Question) -> Iterator[tuple[str, Question]]:
    """The same question with one thing changed, the least change first."""
    if question.window is not None:
        yield "at any time", replace(question, window=None)
    if question.goods:
        yield "of anything", replace(question, goods=(), good=None)
    if question.window is not None and question.goods:
        yield "of anything, at any time", replace(question, window=None, goods=(), good=None)
    if question.party and question.other:
        yield "the other way round", replace(question, party=question.other, other=question.party)
        yield "whoever the other is", replace(question, other=None)
    if question.shape in _NEARBY:
        nearby = replace(question, shape=_NEARBY[question.shape], sort=None)
        if question.shape in ("share", "providers", "wants") or nearby.party or nearby.other:
            yield "asked otherwise", nearby
