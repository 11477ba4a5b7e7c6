"""Stories and speeches with their translations, and independent reports of the same events in; how well they are told
apart out.

Copies are partial: of the story in one language every sentence is in the text, of that in the other half or more, some
of them moved. Their counterparts are reports of the same event in another language that nobody translated.
"""

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from pathlib import Path
from random import Random

import numpy as np

from benchmarks import corpora
from benchmarks.archives import member
from benchmarks.measures.bench import Figures
from benchmarks.measures.claims_bench import QUICK_TEXTS, ClaimsBench, read_text
from sayso.claims.composition import composition
from sayso.corroboration.translated import Line, lines_of, translated

LANGUAGES = ("en", "es", "ru", "de", "fr")
INDEPENDENT = Path(__file__).parents[1] / "translated_pairs" / "independent.toml"
ORIGINS = Path(__file__).parents[2] / "tests" / "cases" / "origins"

KEPT = (0.5, 0.8)  # part of the sentences that a partial copy keeps, from the first to the second
SPEECHES = 6  # of twenty: they are long, and no two alike
MOVES = 2  # sentences of a partial copy that change places with the next

Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two texts, and whether one is a translated copy; `name` says of what."""

    name: str
    lines: Lines
    others: Lines
    is_copy: bool

    @property
    def score(self) -> float:
        """The larger share that one has of the other."""
        found = translated(self.lines, self.others)
        return max(found.share, found.other_share) if found else 0.0


def translated_copies(bench: ClaimsBench) -> Figures:
    """Areas under the ROC curve in percent: of news stories, of copies mixed with other text, of the set of origins."""
    stories = list(story_pairs(bench))
    yield "translated.auc", auc(pair for pair in stories if "mixed" not in pair.name)
    yield "translated.auc_mixed", auc(pair for pair in stories if not pair.is_copy or "mixed" in pair.name)
    yield "translated.auc_speeches", auc(speech_pairs(bench))
    yield "translated.auc_origins", auc(origin_pairs(bench))


def auc(pairs: Iterator[Pair] | Sequence[Pair]) -> float:
    """How often, in percent, a copy has a larger score than a report of its own; a tie is half; nan without both."""
    scores: dict[bool, list[float]] = {True: [], False: []}
    for pair in pairs:
        scores[pair.is_copy].append(pair.score)
    if not scores[True] or not scores[False]:
        return float("nan")
    copies, others = np.array(scores[True])[:, None], np.array(scores[False])
    return 100 * float(((copies > others) + (copies == others) / 2).mean())


def story_pairs(bench: ClaimsBench) -> Iterator[Pair]:
    """The NTREX stories with partial copies in the other languages, and with independent reports.

    A mixed copy is the half of a story with the independent report in its language behind it.
    """
    stories = [story for story in corpora.stories(bench.data) if story.language in LANGUAGES]
    numbered = dict(enumerate(sorted({story.id for story in stories}), start=1))
    names = list(numbered.values())[: QUICK_TEXTS if bench.quick else None]
    read = {(one.id, one.language): lines(bench, "\n".join(one.lines), f"{one.id}.{one.language}") for one in stories}
    reports = tomllib.loads(INDEPENDENT.read_text(encoding="utf-8"))["report"]
    own = {
        (numbered[one["story"]], one["language"]): lines(bench, one["text"], f"own.{one['story']}")
        for one in reports
        if one["story"] in numbered
    }
    for name in names:
        for code, other in permutations(LANGUAGES, 2):
            copy = partial(read[name, other], f"{name} {code} {other}")
            yield Pair(name=f"{name} {code} {other}", lines=read[name, code], others=copy, is_copy=True)
            report = own.get((name, other))
            if report is None:
                continue
            yield Pair(name=f"{name} {code} {other}", lines=read[name, code], others=report, is_copy=False)
            yield Pair(
                name=f"{name} {code} {other} mixed",
                lines=read[name, code],
                others=(*copy[: len(read[name, other]) // 2], *report),
                is_copy=True,
            )
        for code, other in combinations([code for story, code in own if story == name], 2):
            yield Pair(name=f"{name} {code} {other}", lines=own[name, code], others=own[name, other], is_copy=False)


def speech_pairs(bench: ClaimsBench) -> Iterator[Pair]:
    """Speeches in Ukrainian with partial copies in English, and with the next two speeches in English."""
    rows = [json.loads(row) for row in member(bench.data, "reporting/zelensky_uk_en.jsonl").decode().splitlines()]
    rows = rows[: QUICK_TEXTS if bench.quick else SPEECHES]
    read = [[lines(bench, row[code]["text"], f"{row['id']}.{code}") for code in ("uk", "en")] for row in rows]
    for number, (row, (original, english)) in enumerate(zip(rows, read, strict=True)):
        yield Pair(name=row["id"], lines=original, others=partial(english, row["id"]), is_copy=True)
        for step in (1, 2)[: len(read) - 1]:
            other = read[(number + step) % len(read)][1]
            yield Pair(name=row["id"], lines=original, others=partial(other, row["id"]), is_copy=False)


def origin_pairs(bench: ClaimsBench) -> Iterator[Pair]:
    """Reports of the set of origins in different languages: those translated, and those with nothing in common.

    What a report shares by copy or paraphrase with another, at whatever remove, is neither and left out.
    """
    for path in sorted(ORIGINS.glob("*.toml"))[: QUICK_TEXTS if bench.quick else None]:
        reports = tomllib.loads(path.read_text(encoding="utf-8"))["report"]
        read = {one["id"]: lines(bench, one["text"], f"{path.stem}.{one['id']}") for one in reports}
        origins = {one["id"]: frozenset[str]() for one in reports}
        for _ in reports:
            for one in reports:
                taken = [origins[step["report"]] | {step["report"]} for step in one["from"]]
                origins[one["id"]] = frozenset().union(*taken)
        for one, other in combinations(reports, 2):
            if one["language"] == other["language"]:
                continue
            steps = [
                (a, step) for a, b in ((one, other), (other, one)) for step in a["from"] if step["report"] == b["id"]
            ]
            is_copy = any(step["how"] == "translation" for _, step in steps)
            related = (origins[one["id"]] | {one["id"]}) & (origins[other["id"]] | {other["id"]})
            if is_copy or not related:
                pair = (read[one["id"]], read[other["id"]])
                yield Pair(name=f"{path.stem} {one['id']}{other['id']}", lines=pair[0], others=pair[1], is_copy=is_copy)


def lines(bench: ClaimsBench, text: str, location: str) -> Lines:
    """The sentences of a text as they are compared."""
    document, reading = read_text(bench, text.strip(), location=location, published=None)
    return lines_of(composition(document, reading, roster=bench.roster).statements)


def partial(whole: Lines, seed: str) -> Lines:
    """Some of the sentences, a few of them moved; the same for the same seed.

    >>> partial((), "")
    ()
    """
    random = Random(seed)
    count = max(1, round(len(whole) * random.uniform(*KEPT)))
    kept = [whole[index] for index in sorted(random.sample(range(len(whole)), min(count, len(whole))))]
    for _ in range(MOVES if len(kept) > 1 else 0):
        place = random.randrange(len(kept) - 1)
        kept[place], kept[place + 1] = kept[place + 1], kept[place]
    return tuple(kept)


def counted(pairs: Sequence[Pair]) -> Mapping[bool, int]:
    """How many copies and how many independent pairs there are."""
    return {kind: sum(pair.is_copy is kind for pair in pairs) for kind in (True, False)}
