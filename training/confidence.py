"""Annotated reports in, the weight of each sign of a claim out: logistic regression, judged on documents left out.

    python -m training.confidence TEXTS GOLD [TEXTS GOLD ...] [--published TEXTS/published.json] [--data ../shared/data]

A candidate counts as right when the scores of `sayso eval` pair it with a claim of the gold. Weights are fitted with
a quadratic penalty; its strength and the least confidence are chosen by the F1 of claims found on documents left out in
turn. Prints the reliability table for the docs and writes `vocab/confidence.toml`.

With `--data` the sentences of `annotations/claims`, in 13 languages, are fitted to as well, each for a part of what a
sentence of a report counts; so the weights that ship are fitted.
"""

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso.claims.composition import candidates
from sayso.documents.build import About, build
from sayso.evaluation.marks import Mark, Marks, marks_of, read_gold
from sayso.evaluation.scores import paired
from sayso.pipeline import read
from sayso.reading import Reader, open_reader
from sayso.records import Document, Reading
from sayso.settings import Settings
from sayso.vocab.actors import Roster, open_roster
from training import corpora
from training.claimed import Claimed, load_claimed

PENALTIES = (3.0, 10.0)
NEAR_BEST = 0.005
"""F1 within which the stronger penalty is taken: fewer claims hang on a sign seen a few times."""

LEASTS = tuple(round(0.2 + step / 50, 2) for step in range(21))
ROUNDS = 40
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

OUT = Path(__file__).parents[1] / "src" / "sayso" / "vocab" / "confidence.toml"


@dataclass(frozen=True, slots=True)
class Text:
    """The candidates of an annotated report or sentence: their signs, whether each is right, and the gold's claims."""

    name: str
    signs: tuple[Mapping[str, float], ...]
    right: NDArray[np.bool_]
    gold: int


def texts_of(folder: Path, gold: Marks, published: Mapping[str, str], *, reader: Reader) -> Iterator[Text]:
    """The candidates of every document of the gold, paired with its claims."""
    roster = open_roster()
    for wanted in gold.documents:
        path = folder / f"{wanted.document}.txt"
        settings = Settings(published=published.get(wanted.document))
        for document, reading in read(str(path), settings=settings, reader=reader):
            yield _text((document, reading), wanted.claims, name=wanted.document, roster=roster)


def sentences_of(claimed: Iterable[Claimed], *, reader: Reader) -> Iterator[Text]:
    """The candidates of annotated sentences; those that name nobody we know have none, as nothing is claimed there."""
    roster = open_roster()
    for number, each in enumerate(claimed):
        about = About(location=f"{number}.txt", loader="text")
        document = build(each.text, about, content=b"", settings=Settings(language=each.language))
        text = _text((document, reader.read(document)), each.claims, name=str(number), roster=roster)
        if any(not signs.get("0 known parties") for signs in text.signs):
            signs = [
                {ALONE: 1.0} | {name: value for name, value in found.items() if name not in OF_DOCUMENT}
                for found in text.signs
            ]
            yield Text(name=text.name, signs=tuple(signs), right=text.right, gold=text.gold)


def _text(read: tuple[Document, Reading], wanted: Sequence[Mark], *, name: str, roster: Roster) -> Text:
    found = list(candidates(*read, roster=roster))
    marks = marks_of(((read[0], each.claim) for each in found), documents=(name,))
    ours = marks.documents[0].claims
    right = {id(mark) for mark, _ in paired(ours, wanted)}
    return Text(
        name=name,
        signs=tuple(each.signs for each in found),
        right=np.array([id(mark) in right for mark in ours], bool),
        gold=len(wanted),
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


def fit(
    texts: Sequence[Text], sentences: Sequence[Text], *, names: Sequence[str], penalty: float
) -> NDArray[np.float64]:
    """Weights that minimise log loss plus the penalty of their squares, by Newton's method."""
    table, held = matrix([*texts, *sentences], names), holding(names, penalty)
    right = np.concatenate([text.right for text in (*texts, *sentences)])
    shares = [*(1.0 for _ in texts), *(SENTENCE_SHARE for _ in sentences)]
    counted = np.repeat(shares, [len(text.right) for text in (*texts, *sentences)])
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


def left_out(
    texts: Sequence[Text], sentences: Sequence[Text], *, names: Sequence[str], penalty: float
) -> list[NDArray[np.float64]]:
    """For every text the confidences that weights fitted to all others and to the sentences give its candidates."""
    found = []
    for text in texts:
        others = [other for other in texts if other is not text]
        weights = fit(others, sentences, names=names, penalty=penalty)
        found.append(1 / (1 + np.exp(-matrix([text], names) @ weights)))
    return found


def holding(names: Sequence[str], penalty: float) -> NDArray[np.float64]:
    """The penalty of every sign; none on the constants."""
    shares = {"always": 0.0, ALONE: 0.0}
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


def write(names: Sequence[str], weights: NDArray[np.float64], *, least: float) -> None:
    """Writes the weights that are not next to nothing."""
    fitted = zip(names, weights, strict=True)
    lines = [f'"{name}" = {weight:.2f}' for name, weight in fitted if abs(weight) >= 0.01 and name != ALONE]
    head = (
        "# Weight of each sign of a claim (claims/signs.py), fitted by training/confidence.py. Positive speaks for it."
    )
    least_line = f"least = {least}  # confidence below which a draft is no claim"
    OUT.write_text("\n".join([head, "", least_line, "", "[weights]", *lines, ""]), encoding="utf-8")


def main() -> None:
    """Fit, print what was measured on texts left out, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER", help="texts and gold by turns")
    parser.add_argument("--data", type=Path, help="data folder with the treebanks, to fit to annotated sentences too")
    parser.add_argument("--published", type=Path, help="JSON: name of text to its date; 2018-09-30 where it has none")
    parser.add_argument("--without", nargs="*", default=(), help="beginnings of names of texts to leave out")
    options = parser.parse_args()
    published = json.loads(options.published.read_text()) if options.published else {}
    texts: list[Text] = []
    reader = open_reader(Settings())
    for folder, gold in zip(options.folders[::2], options.folders[1::2], strict=True):
        marks = read_gold(folder, gold)
        dates = {each.document: published.get(each.document, "2018-09-30") for each in marks.documents}
        texts.extend(
            text
            for text in texts_of(folder, marks, dates, reader=reader)
            if not text.name.startswith(tuple(options.without))
        )
    claimed = load_claimed(corpora.load(options.data)) if options.data else ()
    sentences = list(sentences_of(claimed, reader=reader))
    names = sorted({name for text in (*texts, *sentences) for signs in text.signs for name in signs})
    found = {penalty: left_out(texts, sentences, names=names, penalty=penalty) for penalty in PENALTIES}
    scores = {(each, low): f1(texts, found[each], low) for each in PENALTIES for low in LEASTS}
    good = [choice for choice, reached in scores.items() if reached >= max(scores.values()) - NEAR_BEST]
    penalty = max(each for each, _ in good)
    score, least = max((scores[penalty, low], low) for low in LEASTS)
    everything = [np.ones(len(text.right)) for text in texts]
    print(f"{len(texts)} texts, {len(sentences)} sentences; found F1 of all candidates {f1(texts, everything, 0):.3f}")
    print(f"left out in turn: {score:.3f} with penalty {penalty} and least confidence {least}")
    print("by least confidence:", {low: round(f1(texts, found[penalty], low), 3) for low in LEASTS})
    right = np.concatenate([text.right for text in texts])
    print(*reliability(right, np.concatenate(found[penalty])), sep="\n")
    write(names, fit(texts, sentences, names=names, penalty=penalty), least=least)


if __name__ == "__main__":
    main()
