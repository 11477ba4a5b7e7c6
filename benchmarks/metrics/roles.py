"""Gold and system predicates with their arguments over the same words in, F1 of predicates and arguments out."""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.metrics.counts import Counts, compare

ArgumentSpan = tuple[str, int, int]
"""Role, first word, word after the last."""

PredicateRoles = tuple[int, Sequence[ArgumentSpan]]
"""Index of the predicate's word, its arguments."""

_VERB_ITSELF = ("V", "C-V")
"""Labels of the predicate's own words: no roles."""

_SECONDARY = ("R-", "C-")
"""References (`who` for an ARG0) and continuations of a role: in the secondary figure alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleScores:
    """Counts of predicates, of arguments, and of arguments with `R-` and `C-` roles as labels of their own."""

    predicates: Counts
    arguments: Counts
    with_secondary: Counts


def role_scores(gold: Sequence[Sequence[PredicateRoles]], system: Sequence[Sequence[PredicateRoles]]) -> RoleScores:
    """Compare sentence by sentence: an argument is right when predicate, role and both ends of the span are.

    Where the system finds predicates itself, the arguments of a missed predicate are misses and those of an
    invented one are false; where it is given them, the predicates agree and the same count holds.

    >>> gold = [[(1, [("ARG0", 0, 1), ("ARG1", 2, 4)])]]
    >>> role_scores(gold, [[(1, [("ARG0", 0, 1), ("ARG2", 2, 4)])]]).arguments
    Counts(correct=1, gold=2, system=2)
    """
    if len(gold) != len(system):
        raise ValueError(f"the gold has {len(gold)} sentences and the system {len(system)}")
    return RoleScores(
        predicates=compare(_predicates(gold), _predicates(system)),
        arguments=compare(_arguments(gold, secondary=False), _arguments(system, secondary=False)),
        with_secondary=compare(_arguments(gold, secondary=True), _arguments(system, secondary=True)),
    )


def _predicates(sentences: Sequence[Sequence[PredicateRoles]]) -> set[tuple[int, int]]:
    return {(number, word) for number, predicates in enumerate(sentences) for word, _ in predicates}


def _arguments(sentences: Sequence[Sequence[PredicateRoles]], *, secondary: bool) -> set[tuple[int, int, ArgumentSpan]]:
    return {
        (number, word, (role, start, end))
        for number, predicates in enumerate(sentences)
        for word, arguments in predicates
        for role, start, end in arguments
        if role not in _VERB_ITSELF and (secondary or not role.startswith(_SECONDARY))
    }
