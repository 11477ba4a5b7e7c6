"""Annotated reports and sentences in, the weight of each sign of who is meant by an event out: `vocab/implicit.toml`.

    python -m training.implicit TEXTS GOLD [TEXTS GOLD ...] --data ../shared/data [--published TEXTS/published.json]

A side of an event that the rules leave open is a choice between nobody and every party near it or in like events. Who
is right says the claim of the gold that the scores of `sayso eval` pair with the event. Weights are those of a
conditional logit (McFadden 1974) with a quadratic penalty. Prints what was measured on reports left out by turns.

Also fitted to are the 1,477 reports that the event head learns from. On 206 others, 170 of 248 doers and 291 of 426
others that were supplied at .6 are right; by weights fitted without them 110 of 170 and 238 of 358 (2026-11-24).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from sayso.claims.composition import as_said
from sayso.claims.confidence import least
from sayso.claims.implicit.openings import DOER, OTHER, Opening
from sayso.claims.implicit.signs import Option
from sayso.claims.implicit.supplying import groups, likelihoods
from sayso.evaluation.marks import Mark, marks_of
from sayso.evaluation.scores import paired
from sayso.reading import open_reader
from sayso.records import Reading
from sayso.settings import Settings
from sayso.vocab.actors import Roster, open_roster, owner
from training.annotated import Annotated, chosen, command, of_head

PENALTY = 2.0
SENTENCE_SHARE = 0.2
"""What a choice in a sentence by itself counts beside one in a report: it lacks all that the document says."""

SEEN = 10
"""Choices in which a sign must occur to be weighed."""

NEXT_TO_NOTHING = 0.1
FOLDS = 5
LEASTS = tuple(round(0.4 + step / 20, 2) for step in range(9))
LEAST = {"doer": 0.6, "other": 0.6, "second": 0.8, "said": 0.9, "proposed": 0.8}
"""Chosen by the table that is printed: two of three supplied are right there; a second side must be surer."""

OUT = Path(__file__).parents[1] / "src" / "sayso" / "vocab" / "implicit.toml"

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Who may be meant (nobody first), each with its signs, and the places of those who are."""

    report: str
    is_sentence: bool
    side: str
    parties: tuple[str | None, ...]
    signs: tuple[frozenset[str], ...]
    wanted: frozenset[str]

    @property
    def right(self) -> tuple[int, ...]:
        """Places of the options that are right: nobody where nobody is wanted or who is wanted is not among them."""
        found = tuple(number for number, party in enumerate(self.parties) if party in self.wanted)
        return found or (0,)


def choices_of(text: Annotated, reading: Reading, *, roster: Roster) -> Iterator[Choice]:
    """The choices of one annotated text, of the candidates that are paired with a claim of it."""
    found = list(as_said(text.document, reading, roster=roster))
    (marked,) = marks_of(((text.document, each.claim) for each, _ in found), documents=(text.name,)).documents
    golds = {id(mark): gold for mark, gold in paired(marked.claims, text.claims)}
    for mark, (candidate, choices) in zip(marked.claims, found, strict=True):
        gold = golds.get(id(mark))
        if gold is not None and (text.is_sentence or candidate.claim.confidence >= least(candidate.signs)):
            yield from (_choice(text, gold, opening=opening, found=options) for opening, options in choices)


def _choice(text: Annotated, gold: Mark, *, opening: Opening, found: Sequence[Option]) -> Choice:
    doer = gold.parts[0].role if gold.parts else None
    sides = {
        DOER: {owner(part.actor) for part in gold.parts if part.role == doer and part.actor is not None},
        OTHER: {owner(part.actor) for part in gold.parts if part.role != doer and part.actor is not None},
    }
    wanted = sides[opening.side]
    if opening.draft.frame.kind.symmetric:  # who is doer among equals is a matter of order
        wanted = sides[DOER] | sides[OTHER]
    return Choice(
        report=text.name,
        is_sentence=text.is_sentence,
        side=opening.side,
        parties=tuple(owner(each.actor) if each.actor is not None else None for each in found),
        signs=tuple(_named(each, opening) for each in found),
        wanted=frozenset(wanted - opening.known),
    )


def _named(option: Option, opening: Opening) -> frozenset[str]:
    """The signs under the names of the groups in which they are weighed."""
    return frozenset(f"{group}: {sign}" for group in groups(opening) for sign in option.signs)


def fit(choices: Sequence[Choice]) -> dict[str, float]:
    """The weights that make the right options likeliest, less the penalty of their squares."""
    seen = Counter(sign for choice in choices for sign in frozenset().union(*choice.signs))
    names = sorted(sign for sign, times in seen.items() if times >= SEEN)
    place = {name: number for number, name in enumerate(names)}
    rows = [[place[sign] for sign in signs if sign in place] for choice in choices for signs in choice.signs]
    ends = np.cumsum([0, *map(len, rows)])
    table = csr_matrix((np.ones(ends[-1]), np.concatenate(rows), ends), shape=(len(rows), len(names)))
    sizes = [len(choice.signs) for choice in choices]
    first, owner = np.cumsum(sizes) - sizes, np.repeat(np.arange(len(choices)), sizes)
    right = np.concatenate([np.isin(np.arange(len(choice.signs)), choice.right) for choice in choices])
    share = np.array([SENTENCE_SHARE if choice.is_sentence else 1.0 for choice in choices])

    def cost(weights: Floats) -> tuple[float, Floats]:
        sums = table @ weights
        powers = np.exp(sums - np.maximum.reduceat(sums, first)[owner])
        sure = powers / np.add.reduceat(powers, first)[owner]
        hits = np.add.reduceat(sure * right, first) + 1e-12
        slope = table.T @ (share[owner] * (sure - sure * right / hits[owner]))
        return -(share * np.log(hits)).sum() + PENALTY / 2 * weights @ weights, slope + PENALTY * weights

    found = minimize(cost, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {name: round(float(weight), 2) for name, weight in zip(names, found, strict=True)}


def taken(choice: Choice, weights: Mapping[str, float]) -> tuple[str | None, float]:
    """Who is likeliest, and how likely."""
    sure = likelihoods([Option(None, set(signs)) for signs in choice.signs], (weights,))
    best = int(np.argmax(sure))
    return choice.parties[best], sure[best]


def judged(choices: Sequence[Choice]) -> Iterator[tuple[Choice, str | None, float]]:
    """Every choice of a report with who is taken by weights that were fitted without its tenth of the reports."""
    reports = sorted({choice.report for choice in choices if not choice.is_sentence})
    for fold in range(FOLDS):
        out = set(reports[fold::FOLDS])
        weights = fit([choice for choice in choices if choice.report not in out])
        for choice in choices:
            if choice.report in out:
                yield choice, *taken(choice, weights)


def table(results: Sequence[tuple[Choice, str | None, float]]) -> Iterator[str]:
    """For either side and each bound: how many are supplied, and how many of these are right."""
    yield "| side | least | open | somebody meant | supplied | right | nobody meant |\n" + "|---" * 7 + "|"
    for side in (DOER, OTHER):
        of_side = [each for each in results if each[0].side == side]
        meant = sum(bool(choice.wanted) for choice, _, _ in of_side)
        for least_sure in LEASTS:
            given = [(choice, party) for choice, party, sure in of_side if party is not None and sure >= least_sure]
            right = sum(party in choice.wanted for choice, party in given)
            none = sum(not choice.wanted for choice, _ in given)
            yield f"| {side} | {least_sure} | {len(of_side)} | {meant} | {len(given)} | {right} | {none} |"


def write(weights: Mapping[str, float], leasts: Mapping[str, float]) -> None:
    """Writes the weights that are not next to nothing."""
    lines = ["# Weight of each sign of who is meant by an event (claims/implicit/), fitted by training/implicit.py."]
    lines += ["", "[least]  # probability below which nobody is supplied"]
    lines += [f"{name} = {bound}" for name, bound in leasts.items()]
    tables: dict[str, list[str]] = {}
    for name, weight in sorted(weights.items()):
        group, _, sign = name.partition(": ")
        if abs(weight) >= NEXT_TO_NOTHING:
            tables.setdefault(group, []).append(f'"{sign}" = {weight}')
    for group, rows in tables.items():
        lines += ["", f'[weights."{group}"]', *rows]
    OUT.write_text("\n".join([*lines, ""]), encoding="utf-8")


def main() -> None:
    """Fit, print what was measured on reports left out, and write the weights."""
    options = command(__doc__).parse_args()
    reader, roster = open_reader(Settings()), open_roster()
    choices = [
        choice
        for text in chain(chosen(options), of_head())
        for choice in choices_of(text, reader.read(text.document), roster=roster)
    ]
    print(len(choices), "choices")
    print(*table(list(judged(choices))), sep="\n")
    write(fit(choices), LEAST)


if __name__ == "__main__":
    main()
