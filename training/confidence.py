"""Annotated reports in, the weight of each sign of a claim out: logistic regression, judged on documents left out.

    python -m training.confidence TEXTS GOLD [TEXTS GOLD ...] --data ../shared/data [--published TEXTS/published.json]

A candidate counts as right when the scores of `sayso eval` pair it with a claim of the gold. Weights are fitted with
a quadratic penalty; its strength and the least confidence are chosen by the F1 of claims found on documents left out in
turn. Prints the reliability table for the docs and writes `vocab/confidence.toml`.

Our reports, the official statements and the sentences of `annotations/claims`, in 13 languages, are fitted to as well,
a sentence by itself for a part of what one of a report counts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.claims.composition import candidates
from sayso.claims.signs import AGREES, HEAD, TELLS
from sayso.evaluation.marks import marks_of
from sayso.evaluation.scores import paired
from sayso.reading import Reader, open_reader
from sayso.settings import Settings
from sayso.vocab.actors import open_roster
from training.annotated import Annotated, chosen, command

PENALTIES = (3.0, 10.0)
NEAR_BEST = 0.005
"""F1 within which the stronger penalty is taken: fewer claims hang on a sign seen a few times."""

LEASTS = tuple(round(0.2 + step / 50, 2) for step in range(21))
ROUNDS = 40
FOLDS = 10
OF_DOCUMENT = frozenset({"parties in the document", "one state alone in the document", "at the head of the document"})
"""Signs that a sentence by itself does not have."""

ALONE = "a sentence by itself"
"""The sign that takes their place while weights are fitted; no draft has it."""

SENTENCE_SHARE = 0.3
"""What a candidate of an annotated sentence counts beside one of a report. With 0, .3 and 1 the F1 on reports left out
is .638, .640 and .640, on the reports of the issue fitted to .709, .702 and .697, and on the same claims in
translation, the mean of twelve languages, .245, .252 and .252 (2026-11-23)."""

FRAME_SHARE = 0.5
"""How much more a frame's weight is held back than the others: there are many frames and few claims of each."""

HEADING = (
    "# Weight of each sign of a claim (claims/signs.py), fitted by training/confidence.py. Positive speaks for it."
)
OUT = Path(__file__).parents[1] / "src" / "sayso" / "vocab" / "confidence.toml"


@dataclass(frozen=True, slots=True)
class Text:
    """The candidates of an annotated report or sentence: their signs, whether each is right, and the gold's claims."""

    name: str
    signs: tuple[Mapping[str, float], ...]
    right: NDArray[np.bool_]
    gold: int
    is_sentence: bool


def texts_of(annotated: Iterable[Annotated], *, reader: Reader) -> Iterator[Text]:
    """The candidates of annotated texts; sentences that name nobody we know have none, as nothing is claimed there."""
    roster = open_roster()
    for each in annotated:
        found = [
            one
            for one in candidates(each.document, reader.read(each.document), roster=roster)
            if HEAD not in one.signs  # what the reader proposes has weights of its own
        ]
        marks = marks_of(((each.document, one.claim) for one in found), documents=(each.name,))
        ours = marks.documents[0].claims
        right = {id(mark) for mark, _ in paired(ours, each.claims)}
        signs = [one.signs for one in found]
        if each.is_sentence:
            if not any(not one.get("0 known parties") for one in signs):
                continue
            signs = [
                {ALONE: 1.0} | {name: value for name, value in one.items() if name not in OF_DOCUMENT} for one in signs
            ]
        yield Text(
            name=each.name,
            signs=tuple(signs),
            right=np.array([id(mark) in right for mark in ours], bool),
            gold=len(each.claims),
            is_sentence=each.is_sentence,
        )


def matrix(texts: Sequence[Text], names: Sequence[str]) -> NDArray[np.float64]:
    """One row a candidate, one column a sign."""
    place = {name: number for number, name in enumerate(names)}
    rows = [signs for text in texts for signs in text.signs]
    table = np.zeros((len(rows), len(names)))
    for number, signs in enumerate(rows):
        for name, value in signs.items():
            if name in place:
                table[number, place[name]] = value
    return table


def fit(texts: Sequence[Text], *, names: Sequence[str], penalty: float) -> NDArray[np.float64]:
    """Weights that minimise log loss plus the penalty of their squares, by Newton's method."""
    table, held = matrix(texts, names), holding(names, penalty)
    right = np.concatenate([text.right for text in texts])
    shares = [SENTENCE_SHARE if text.is_sentence else 1.0 for text in texts]
    counted = np.repeat(shares, [len(text.right) for text in texts])
    weights = np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        sure = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (counted * (sure - right)) + held * weights
        bend = (table * (counted * sure * (1 - sure))[:, None]).T @ table + np.diag(held + 1e-6)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def left_out(texts: Sequence[Text], *, names: Sequence[str], penalty: float) -> list[NDArray[np.float64]]:
    """For every report the confidences that weights fitted without its tenth of the reports give its candidates."""
    found: dict[str, NDArray[np.float64]] = {}
    reports = [text for text in texts if not text.is_sentence]
    for fold in range(FOLDS):
        out = reports[fold::FOLDS]
        inside = {text.name for text in out}
        weights = fit([text for text in texts if text.name not in inside], names=names, penalty=penalty)
        for text in out:
            found[text.name] = 1 / (1 + np.exp(-matrix([text], names) @ weights))
    return [found[text.name] for text in reports]


def holding(names: Sequence[str], penalty: float) -> NDArray[np.float64]:
    """The penalty of every sign; none on the constants and on what the reader is sure of."""
    shares = {"always": 0.0, ALONE: 0.0, AGREES: 0.0, TELLS: 0.0}
    return np.array(
        [penalty * (shares.get(name, 1 + FRAME_SHARE if name.startswith("frame ") else 1.0)) for name in names]
    )


def f1(texts: Sequence[Text], sure: Sequence[NDArray[np.float64]], least: float) -> float:
    """F1 of claims found when only candidates of at least this confidence are kept."""
    kept = sum(int((each >= least).sum()) for each in sure)
    hits = sum(int(text.right[each >= least].sum()) for text, each in zip(texts, sure, strict=True))
    return 2 * hits / (kept + sum(text.gold for text in texts))


def reliability(right: NDArray[np.bool_], sure: NDArray[np.float64]) -> Iterator[str]:
    """Lines of a table: band of confidence, number of candidates, mean confidence, share that is right."""
    yield "| confidence | candidates | mean | right |\n|---|---|---|---|"
    for low in np.arange(0, 1, 0.1):
        band = (sure >= low) & (sure < low + 0.1)
        if band.any():
            yield f"| {low:.1f}-{low + 0.1:.1f} | {band.sum()} | {sure[band].mean():.2f} | {right[band].mean():.2f} |"


def write(names: Sequence[str], weights: NDArray[np.float64], *, least: float, out: Path, head: str) -> None:
    """Writes the weights that are not next to nothing."""
    fitted = zip(names, weights, strict=True)
    lines = [f'"{name}" = {weight:.2f}' for name, weight in fitted if abs(weight) >= 0.01 and name != ALONE]
    least_line = f"least = {least}  # confidence below which a draft is no claim"
    out.write_text("\n".join([head, "", least_line, "", "[weights]", *lines, ""]), encoding="utf-8")


def main() -> None:
    """Fit, print what was measured on texts left out, and write the weights."""
    parser = command(__doc__)
    parser.add_argument("--without", nargs="*", default=(), help="beginnings of names of texts to leave out")
    options = parser.parse_args()
    kept = (each for each in chosen(options) if each.is_sentence or not each.name.startswith(tuple(options.without)))
    learn(list(texts_of(kept, reader=open_reader(Settings()))))


def learn(texts: Sequence[Text]) -> None:
    """Chooses the penalty and the least confidence on reports left out, prints what they reach, and writes weights."""
    reports = [text for text in texts if not text.is_sentence]
    names = sorted({name for text in texts for signs in text.signs for name in signs})
    found = {penalty: left_out(texts, names=names, penalty=penalty) for penalty in PENALTIES}
    scores = {(each, low): f1(reports, found[each], low) for each in PENALTIES for low in LEASTS}
    good = [choice for choice, reached in scores.items() if reached >= max(scores.values()) - NEAR_BEST]
    penalty = max(each for each, _ in good)
    score, least = max((scores[penalty, low], low) for low in LEASTS)
    everything = [np.ones(len(text.right)) for text in reports]
    print(f"{len(reports)} reports, {len(texts) - len(reports)} sentences")
    print(f"found F1 of all candidates {f1(reports, everything, 0):.3f}")
    print(f"left out by tenths: {score:.3f} with penalty {penalty} and least confidence {least}")
    print("by least confidence:", {low: round(f1(reports, found[penalty], low), 3) for low in LEASTS})
    right = np.concatenate([text.right for text in reports])
    print(*reliability(right, np.concatenate(found[penalty])), sep="\n")
    write(names, fit(texts, names=names, penalty=penalty), least=least, out=OUT, head=HEADING)


if __name__ == "__main__":
    main()
