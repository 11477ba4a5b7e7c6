"""Profiles of documents in, the stories they tell out: which reports are about the same happening.

Documents are joined by average linkage, which asks that a document be like all the others of a story and not like one
of them only: a report that touches two stories would else chain them together.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.corroboration.likeness import likeness
from sayso.corroboration.linkage import Linkage, link
from sayso.corroboration.profiles import Profile

ALIKE = 0.33
"""Mean likeness from which two groups of documents are one story: the middle of the range, .31 to .35, in which the
score on odd topics of ECB+ stays within half a point of the best."""

FAINT = 0.01
"""Likeness below which a pair is not kept and counts as 0: it would move a mean by less than that."""

SHARED = 2
"""Keys that two documents must share to be compared. On ECB+ 4 pairs in a hundred do, and with them every pair above
`ALIKE` and 99.3 % of those that tell one story; 3 keys are 2 in a hundred and lose .2 % of the pairs above it."""

_KEYS = (("terms", 20), ("names", 12), ("actors", 6), ("numbers", 4), ("dates", 3))
"""How many of its heaviest terms, names and so on a document is found by."""

_YEAR = 4  # letters of a year
_ID_LENGTH = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two documents, the lesser id first, and how likely it is that they tell the same story, 0 to 1."""

    document_id: str
    other_id: str
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Documents about the same happening, in order of publication, undated ones last.

    `id` is a hash of the first one's id, so that it stays while later reports come in.
    """

    id: str
    document_ids: tuple[str, ...]


def stories(profiles: Iterable[Profile]) -> tuple[Story, ...]:
    """The stories of a collection, each document in one of them; the order of the profiles changes nothing."""
    known = tuple(profiles)
    return cluster(known, pairs(known))


def keys(profile: Profile) -> tuple[str, ...]:
    """What a document is found by: what weighs most in it.

    Only documents that have `SHARED` keys in common need be compared, so that a store which keeps them in an index
    finds the candidates of a new document without reading the others.
    """
    found: list[str] = []
    for part, most in _KEYS:
        weights = getattr(profile, part)
        # A word of one language is not the word of another that is written alike.
        prefix = f"{part}.{profile.language}" if part == "terms" else part
        telling = [key for key in weights if _is_telling(part, key)]
        heaviest = sorted(telling, key=lambda key: (-weights[key], key))[:most]
        found.extend(f"{prefix}:{key}" for key in heaviest)
    return tuple(found)


def _is_telling(part: str, key: str) -> bool:
    """Whether few enough reports have it: not a year, nor a number of one digit."""
    return len(key) > _YEAR if part == "dates" else len(key) > 1


def pairs(profiles: Iterable[Profile]) -> tuple[Pair, ...]:
    """The pairs of at least `FAINT` likeness among those that share enough keys, in order of their ids."""
    ordered = sorted({profile.document_id: profile for profile in profiles}.items())
    return tuple(_pairs([profile for _, profile in ordered]))


def _pairs(ordered: Sequence[Profile]) -> Iterator[Pair]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    found: list[Pair] = []
    for number, profile in enumerate(ordered):
        own = keys(profile)
        shared = Counter(holder for key in own for holder in holders[key])
        for holder in sorted(holder for holder, count in shared.items() if count >= SHARED):
            alike = likeness(ordered[holder], profile)
            if alike >= FAINT:
                found.append(_pair(ordered[holder], profile, alike))
        for key in own:
            holders[key].append(number)
    yield from sorted(found, key=lambda pair: (pair.document_id, pair.other_id))


def _pair(profile: Profile, other: Profile, alike: float) -> Pair:
    return Pair(document_id=profile.document_id, other_id=other.document_id, likeness=alike)


def cluster(profiles: Iterable[Profile], alike: Iterable[Pair]) -> tuple[Story, ...]:
    """The stories of documents whose pairs are known; pairs that are not given count as 0.

    Two documents that no chain of pairs of at least `ALIKE` connects never come together, so that a new document
    changes only the stories that such chains lead to: give these alone and the rest stays as it is.
    """
    published = {profile.document_id: profile.published for profile in profiles}
    scores = {(pair.document_id, pair.other_id): pair.likeness for pair in alike}
    groups = link(published, scores, linkage=Linkage(least=ALIKE, missing=0.0))
    made = [_story(sorted(group, key=lambda each: (published[each] or "9999", each))) for group in groups]
    return tuple(sorted(made, key=lambda story: (published[story.document_ids[0]] or "9999", story.document_ids[0])))


def _story(document_ids: Sequence[str]) -> Story:
    digest = hashlib.sha256(f"story {document_ids[0]}".encode()).hexdigest()
    return Story(id=digest[:_ID_LENGTH], document_ids=tuple(document_ids))
