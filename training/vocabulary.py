"""The vocabulary of e5-small and lists of words in, the pieces that the reader keeps out.

    python -m training.vocabulary

The feasibility study kept the 65,536 pieces that its corpora used. None of these was Polish, few were Arabic or Hebrew,
and none held the names of the news: two Polish words of three were cut otherwise than e5 learnt them, and one in six of
our own Russian and Arabic reports. The pieces added here are those that the commonest words of each language, our own
reports and the names of actors need most; the rows of the word table that come with them are e5's own, and no training
touches them. Pieces that were there keep their ids, so weights trained before fit as they are.
"""

import json
import lzma
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import sayso.lang
from sayso.lang.lexicon import lexicon
from sayso.lang.words import words
from sayso.reading.pieces import SPACE_MARK, unigram
from training.claimed import CLAIMS, read_reports
from training.labels import WEIGHTS
from training.start import e5_pieces

STUDY = 65_536
ADDED = 24_576
"""With that, one word in a hundred of each list is still cut otherwise, and the table grows by 5 MB."""

LANGUAGES = ("en", "es", "fr", "de", "pt", "ru", "uk", "pl", "zh", "ko", "ja", "ar", "fa", "tr", "he")
UNSPACED = ("zh", "ja")
ALL = 1_000_000
"""More words than any list has."""
CAPITALISED = 0.3
"""The part of a listed word that begins with a capital; the lists are in lower case."""
LISTED, REPORTED, NAMED = 1.0, 1.0, 0.3
"""What the list of words, the reports and the names of actors of a language weigh."""

WORD = re.compile(r"\w+")


def needed(code: str) -> dict[str, float]:
    """The words of a language as they are cut up, with a space mark where one precedes them, and what each weighs."""
    mark = "" if code in UNSPACED else SPACE_MARK
    found: dict[str, float] = defaultdict(float)
    known = words(code)
    listed = {word: 10.0 ** known.zipf(word) for word in known.commonest(ALL)}
    for word, share in _shares(listed or dict.fromkeys(lexicon(code).weights, 1.0)):
        found[mark + word] += LISTED * share * (1 if code in UNSPACED else 1 - CAPITALISED)
        found[mark + word.title()] += LISTED * share * (0 if code in UNSPACED else CAPITALISED)
    reports = CLAIMS / "head" / f"{code}.tsv"
    told = [report.text for report in read_reports(reports)] if reports.exists() else []
    actors = Path(sayso.lang.__file__).parent / code / "actors.toml"
    names = _strings(tomllib.loads(actors.read_text(encoding="utf-8"))) if actors.exists() else ()
    for texts, weight in ((told, REPORTED), (names, NAMED)):
        for word, share in _shares(Counter(word for text in texts for word in WORD.findall(text))):
            found[mark + word] += weight * share
    return found


def _shares(counts: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    total = sum(counts.values())
    return ((word, count / total) for word, count in counts.items())


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def main() -> None:
    """Write the pieces that are kept, with their scores and their rows in the word table of e5."""
    pieces = e5_pieces()
    path = WEIGHTS / "pieces.json.xz"
    with lzma.open(path, "rt", encoding="utf-8") as file:
        kept = json.load(file)["original"][:STUDY]
    known, whole = frozenset(kept), unigram(pieces)
    missing: dict[int, float] = defaultdict(float)
    for code in LANGUAGES:
        weights = needed(code)
        total, lacking = sum(weights.values()), 0.0
        encodings = whole.encode_batch([unicodedata.normalize("NFKC", word) for word in weights])
        for weight, encoding in zip(weights.values(), encodings, strict=True):
            unknown = set(encoding.ids) - known
            lacking += weight if unknown else 0
            for piece in unknown:
                missing[piece] += weight / total
        print(f"{code}: {100 * lacking / total:.1f} % of words need pieces that the study left out", flush=True)
    kept += sorted(sorted(missing, key=lambda piece: -missing[piece])[:ADDED])
    stored = {
        "pieces": [pieces[row][0] for row in kept],
        "scores": [round(pieces[row][1], 4) for row in kept],
        "original": kept,
    }
    with lzma.open(path, "wt", encoding="utf-8") as file:
        json.dump(stored, file, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main()
