"""The `sayings.toml` of a language in, its cues of saying, believing and showing out, ready to be looked up.

A cue is a word that puts a content into somebody's mouth: a verb ("says"), a noun ("claim that"), an adjective
("hopeful that"), an adverb ("reportedly") or an adposition ("according to"). A language without the file has none.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.errors import SettingsError
from sayso.vocab.scales import CERTAINTIES, CHANNELS, MODALITIES

_FOLDER = Path(__file__).parent

_CHANNELS = frozenset(CHANNELS)
_MODALITIES = frozenset({None, *MODALITIES} - {"done", "ongoing", "hypothetical"})
_CERTAINTIES = frozenset({None, *CERTAINTIES} - {"certain"})
_CLASSES = ("verb", "noun", "adjective", "adverb", "adposition", "auxiliary")
_FRAMES = frozenset({"clause", "object", "infinitive", "others", "predicate", "subject"})
_LISTS = (
    "speaker",
    "possessor",
    "negation",
    "relative",
    "light",
    "media",
    "evidence",
    "whether",
    "impersonal",
    "quotative",
    "that",
    "label",
    "interviewer",
    "hearer",
    "active",
    "bearer",
    "notion",
    "owned",
    "like",
    "partitive",
    "whence",
    "hearing",
    "reporter",
    "us",
    "self",
    "seat",
    "seated",
    "institution",
    "office",
    "paper",
    "whose",
    "as",
    "predicative",
    "back",
    "reflexive",
    "firm",
    "third",
    "indirect",
    "own",
    "indefinite",
    "asking",
    "outlet",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One word of saying and what it makes of its content.

    `companions` must stand with the word ("on" for "call on"). `frames` says how the content hangs on it: `clause`,
    `object`, `infinitive`, `others` (an infinitive of somebody else: "want them to leave"), `predicate` (an object and
    what is said of it: "call the deal a mistake") or `subject` ("it emerged that"); `after` lists the adpositions that
    may lead it. `passive` is the channel of the passive without an agent, None where that passive puts nothing into
    anybody's mouth. `is_factive` cues presuppose their content, and `is_raising` ones pass their own negation on to it
    ("does not believe that").
    """

    word: str
    companions: tuple[str, ...]
    channel: str
    frames: frozenset[str]
    after: frozenset[str]
    modality: str | None = None
    certainty: str | None = None
    passive: str | None = None
    is_negated: bool = False
    is_factive: bool = False
    is_raising: bool = False
    needs_negation: bool = False
    """Whether only its negation says something of the content: "will not accept help"."""
    needs_name: bool = False
    """Whether a bare noun behind it is no source: a name, or a noun that is pointed to, is one."""
    needs: str | None = None
    """Name of the list of small words that the source must stand in: only `evidence` can show a thing."""
    of: str | None = None
    """Name of the list that an object must stand in: only a `notion` is rejected as untrue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """The cues of one language and the small words that stand round them."""

    cues: Mapping[str, Mapping[str, tuple[Cue, ...]]]
    """For `verb`, `noun`, `adjective`, `adverb`, `adposition` and `auxiliary` the cues by their first word."""
    stems: Mapping[str, tuple[int, ...]]
    """For each class the lengths of the beginnings of words that stand for all words that begin so."""
    words: Mapping[str, frozenset[str]]
    """Small words by use: `speaker` (adpositions of the one who speaks), `negation`, `relative`,
    `light` (verbs that lend a noun of saying their subject), `media`, `evidence`, `whether`, `label`;
    `active` holds the endings of active participles. `seat` are the adpositions of the body a word comes from,
    `seated` the endings of verbs that leave out who speaks there, `institution` and `office` nouns of such bodies (an
    office speaks for what it belongs to), `paper` nouns of what they publish; `whose` pronouns of an owner; `as` opens
    an aside ("as X reports"); `predicative` holds the endings of what an object is called. `back` are pronouns
    for what the sentence before says; `reflexive` holds the endings of a passive that is made from the verb;
    `firm` nouns of companies, `third` the pronouns of the third person that may speak. `owned` holds
    papers and departments, which are their owner's word, `reporter` those who are a paper's; `like` opens a clause of
    comparison ("as X said"), `us` are pronouns of the author; `partitive` and `hearing` hold adpositions of speakers
    and of those who are told, `whence` those of where a rumour comes from. `indirect` are verb forms that report what
    another says, `own` words that make an account that of the subject ("nach eigenen Angaben"), `indefinite` articles
    of a paper not met before, `outlet` nouns of one paper or agency, `asking` words that lead what somebody is asked
    to do."""

    drops_subjects: bool = False
    """Whether a verb may stand without a subject and still speak of somebody named before."""
    verb_last: bool = False
    """Whether what is said stands between the speaker and the verb."""

    def find(self, kind: str, lemma: str, *, form: str) -> tuple[Cue, ...]:
        """The cues of a class that begin with the word; those with companions first."""
        known = self.cues.get(kind, {})
        found = known.get(lemma) or known.get(form)
        if found is None:
            for length in self.stems.get(kind, ()):
                found = known.get(form[:length] + "*")
                if found:
                    break
        return found or ()


@cache
def sayings(code: str) -> Sayings:
    """The sayings of a language; empty where its folder has none. Raises `SettingsError` when the file is wrong.

    >>> [cue.companions for cue in sayings("en").find("verb", "call", form="called")][0]
    ('on',)
    """
    path = _FOLDER / code / "sayings.toml"
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    unknown = sorted(set(data) - set(_CLASSES) - {"words", "drops_subjects", "verb_last"}) + sorted(
        set(data.get("words", {})) - set(_LISTS)
    )
    if unknown:
        raise SettingsError(f"{code}/sayings.toml: there is no {unknown[0]!r}")
    cues = {kind: _by_word(data.get(kind, ()), code) for kind in _CLASSES}
    return Sayings(
        cues=cues,
        stems={kind: _lengths(known) for kind, known in cues.items()},
        words={name: frozenset(data.get("words", {}).get(name, "").split()) for name in _LISTS},
        drops_subjects=data.get("drops_subjects", False),
        verb_last=data.get("verb_last", False),
    )


def _by_word(entries: list[dict[str, Any]], code: str) -> Mapping[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for entry in entries:
        for cue in _cues(entry, code):
            found.setdefault(cue.word, []).append(cue)
    return {word: tuple(sorted(cues, key=lambda cue: -len(cue.companions))) for word, cues in found.items()}


def _cues(entry: dict[str, Any], code: str) -> list[Cue]:
    rest = {name: value for name, value in entry.items() if name not in ("words", "frames", "after", "channel")}
    frames, after = frozenset(entry.get("frames", "").split()), entry.get("after", "").split()
    wrong = (
        (frames - _FRAMES)
        | ({entry.get("channel"), entry.get("passive", "said")} - _CHANNELS)
        | ({entry.get("modality")} - _MODALITIES)
        | ({entry.get("certainty")} - _CERTAINTIES)
        | ({entry.get("needs"), entry.get("of")} - {None, *_LISTS})
    )
    if wrong:
        raise SettingsError(f"{code}/sayings.toml: {sorted(map(str, wrong))[0]!r} is not known, at {entry['words']!r}")
    try:
        return [
            Cue(
                word=word,
                companions=tuple(companions),
                channel=entry["channel"],
                frames=frames,
                after=frozenset(phrase.replace("_", " ") for phrase in after),
                **rest,
            )
            for word, *companions in (phrase.split("_") for phrase in entry["words"].split())
        ]
    except TypeError as error:
        raise SettingsError(f"{code}/sayings.toml: {error}, at {entry['words']!r}") from error


def _lengths(known: Mapping[str, tuple[Cue, ...]]) -> tuple[int, ...]:
    """Longest first, so that the most telling beginning is found."""
    return tuple(sorted({len(word) - 1 for word in known if word.endswith("*")}, reverse=True))
