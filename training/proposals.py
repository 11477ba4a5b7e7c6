"""Annotated reports in, the weight of each sign of an event that the reader proposes out: `vocab/proposals.toml`.

    python -m training.proposals TEXTS GOLD [TEXTS GOLD ...] --data ../shared/data [--published TEXTS/published.json]

A proposal counts as right when the scores of `sayso eval` pair it with a claim of the gold that is paired with nothing
that an entry read. The reports are those that the event head has not seen. Least confidence: where the F1 of all claims
found on reports left out is best. Prints what was measured, and the reliability table for the docs.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.claims.composition import candidates
from sayso.claims.confidence import least
from sayso.claims.signs import HEAD
from sayso.evaluation.marks import marks_of
from sayso.evaluation.scores import paired
from sayso.reading import Reader, open_reader
from sayso.settings import Settings
from sayso.vocab.actors import open_roster
from training.annotated import Annotated, chosen, command, unseen
from training.confidence import Text, fit, left_out, reliability, write

PENALTY = 3.0
LEASTS = tuple(round(0.2 + step / 50, 2) for step in range(21))
NEAR_BEST = 0.0015
"""F1 within which the higher bound is taken: of what is proposed without an entry half should be right."""

OUT = Path(__file__).parents[1] / "src" / "sayso" / "vocab" / "proposals.toml"
HEADING = (
    "# Weight of each sign of an event that the reader proposes (claims/signs.py), fitted by training/proposals.py."
)


@dataclass(frozen=True, slots=True)
class Proposed:
    """The proposals of a report, and how many claims entries read in it and how many of those are right."""

    text: Text
    read: int
    read_right: int


def proposed(texts: Iterable[Annotated], reader: Reader) -> Iterator[Proposed]:
    """The proposals of annotated reports."""
    roster = open_roster()
    for each in texts:
        found = list(candidates(each.document, reader.read(each.document), roster=roster))
        kept = [one for one in found if HEAD in one.signs or one.claim.confidence >= least(one.signs)]
        (marked,) = marks_of(((each.document, one.claim) for one in kept), documents=(each.name,)).documents
        pairs = [(mark, HEAD in one.signs) for mark, one in zip(marked.claims, kept, strict=True)]
        plain = [mark for mark, is_proposal in pairs if not is_proposal]
        read = paired(plain, each.claims)
        taken = {id(gold) for _, gold in read}
        ours = [mark for mark, is_proposal in pairs if is_proposal]
        right = {id(mark) for mark, _ in paired(ours, [gold for gold in each.claims if id(gold) not in taken])}
        yield Proposed(
            Text(
                name=each.name,
                signs=tuple(one.signs for one in kept if HEAD in one.signs),
                right=np.array([id(mark) in right for mark in ours], bool),
                gold=len(each.claims),
                is_sentence=False,
            ),
            read=len(plain),
            read_right=len(read),
        )


def f1(found: Sequence[Proposed], sure: Sequence[NDArray[np.float64]], bound: float) -> float:
    """F1 of all claims found, with the proposals of at least this confidence."""
    kept = sum(each.read + int((given >= bound).sum()) for each, given in zip(found, sure, strict=True))
    hits = sum(
        each.read_right + int(each.text.right[given >= bound].sum()) for each, given in zip(found, sure, strict=True)
    )
    return 2 * hits / (kept + sum(each.text.gold for each in found))


def learn(found: Sequence[Proposed]) -> None:
    """Fits, prints what proposals add on reports left out by tenths, and writes the weights."""
    texts = [each.text for each in found]
    names = sorted({name for text in texts for signs in text.signs for name in signs})
    sure = left_out(texts, names=names, penalty=PENALTY)
    scores = {bound: f1(found, sure, bound) for bound in LEASTS}
    best = max(bound for bound, score in scores.items() if score >= max(scores.values()) - NEAR_BEST)
    print(
        f"{len(texts)} reports; found F1 without proposals {f1(found, sure, 2):.3f}, with {scores[best]:.3f} at {best}"
    )
    print({bound: round(score, 3) for bound, score in scores.items()})
    print(*reliability(np.concatenate([text.right for text in texts]), np.concatenate(sure)), sep="\n")
    write(names, fit(texts, names=names, penalty=PENALTY), least=best, out=OUT, head=HEADING)


def main() -> None:
    """Fit, print what was measured on reports left out, and write the weights."""
    texts = (text for text in chosen(command(__doc__).parse_args()) if not text.is_sentence)
    learn(list(proposed([*texts, *unseen()], open_reader(Settings()))))


if __name__ == "__main__":
    main()
