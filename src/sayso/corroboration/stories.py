"""Profiles of documents in, the stories they tell out: which reports are about the same happening.

Documents are joined by average linkage, which asks that a document be like all the others of a story and not like one
of them only: a report that touches two stories would else chain them together.
"""

import hashlib
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from sayso.corroboration.joining.views import day
from sayso.corroboration.likeness import likeness
from sayso.corroboration.linkage import Linkage, link
from sayso.corroboration.profiles import Profile
from sayso.corroboration.records import Alike, Story

ALIKE = 0.33
"""Mean likeness from which two groups of documents are one story: the middle of the range, .31 to .35, in which the
score on odd topics of ECB+ stays within half a point of the best."""

FAINT = 0.01
"""Likeness below which a pair is not kept and counts as 0: it would move a mean by less than that."""

SHARED = 2
"""Keys that two documents must share to be compared. On ECB+ 4 pairs in a hundred do, and with them every pair above
`ALIKE` and 99.3 % of those that tell one story; 3 keys are 2 in a hundred and lose .2 % of the pairs above it."""

DAYS = 366
"""Days between two publications up to which documents are compared. Beyond them reports that share nine tenths
of the weight of their names and half of that of their words are alike by .26, under `ALIKE`; only the same text again
would come together, and that is found as reuse."""

_REMEMBERED = 2048
"""Profiles kept ready to be compared; about 30 kB each."""

_KEYS = (("terms", 20), ("names", 12), ("actors", 6), ("numbers", 4), ("dates", 3))
"""How many of its heaviest terms, names and so on a document is found by."""

_YEAR = 4  # letters of a year
_ID_LENGTH = 16
_DIGITS = 4  # to which a likeness is kept
_LAST = "9999"  # comes after every year, so that documents without a date are last


class StoryIndex:
    """Finds documents that tell the story of another; the profiles live elsewhere, `fetch` brings one by its id.

    What is found is the same in whatever order documents are added, but for which of a pair is told of the other: each
    pair once, when its second document comes.
    """

    def __init__(self, fetch: Callable[[str], Profile]) -> None:
        self._fetch = lru_cache(maxsize=_REMEMBERED)(fetch)
        self._ids: list[str] = []
        self._days: list[int | None] = []
        self._known: set[str] = set()
        self._holders: dict[str, array[int]] = {}

    def insert(self, profile: Profile) -> None:
        """Add a document without looking for others: to build the index again from a ledger."""
        if profile.document_id in self._known:
            return
        self._known.add(profile.document_id)
        for key in keys(profile):
            self._holders.setdefault(key, array("I")).append(len(self._ids))
        self._ids.append(profile.document_id)
        self._days.append(day(profile.published))

    def add(self, profile: Profile) -> tuple[Alike, ...]:
        """The documents before it that it is like by at least `FAINT`; from now on it is one of them."""
        shared = Counter(holder for key in keys(profile) for holder in self._holders.get(key, ()))
        when = day(profile.published)
        near = (holder for holder, count in shared.items() if count >= SHARED and _is_near(when, self._days[holder]))
        others = (self._ids[holder] for holder in near)
        found = (alike(profile, self._fetch(other)) for other in sorted(others) if other != profile.document_id)
        kept = tuple(each for each in found if each.likeness >= FAINT)
        self.insert(profile)
        return kept


def _is_near(one: int | None, other: int | None) -> bool:
    return one is None or other is None or abs(one - other) <= DAYS


def alike(profile: Profile, other: Profile) -> Alike:
    """How likely it is that two documents tell the same story; it makes no difference which comes first."""
    first, second = sorted((profile.document_id, other.document_id))
    return Alike(document_id=first, other_id=second, likeness=round(likeness(profile, other), _DIGITS))


def stories(profiles: Iterable[Profile]) -> tuple[Story, ...]:
    """The stories of a collection, each document in one of them; the order of the profiles changes nothing."""
    known = {profile.document_id: profile for profile in profiles}
    return cluster({each: profile.published for each, profile in known.items()}, pairs(known.values()))


def pairs(profiles: Iterable[Profile]) -> tuple[Alike, ...]:
    """The pairs of at least `FAINT` likeness among those that share enough keys, in order of their ids."""
    known = {profile.document_id: profile for profile in profiles}
    index = StoryIndex(known.__getitem__)
    found = [each for profile in known.values() for each in index.add(profile)]
    return tuple(sorted(found, key=lambda each: (each.document_id, each.other_id)))


def keys(profile: Profile) -> tuple[str, ...]:
    """What a document is found by: what weighs most in it.

    Only documents that have `SHARED` keys in common need be compared, so that the candidates of a new document are
    found in an index without reading the others.
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


def cluster(published: Mapping[str, str | None], pairs: Iterable[Alike]) -> tuple[Story, ...]:
    """The stories of documents, given when each was published, whose pairs are known; other pairs count as 0.

    Two documents that no chain of pairs of at least `ALIKE` connects never come together, so that a new document
    changes only the stories that such chains lead to: give these alone and the rest stays as it is.
    """
    scores = {(pair.document_id, pair.other_id): pair.likeness for pair in pairs}
    groups = link(published, scores, linkage=Linkage(least=ALIKE, missing=0.0))
    made = [_story(sorted(group, key=lambda each: (published[each] or _LAST, each))) for group in groups]
    return tuple(sorted(made, key=lambda story: (published[story.document_ids[0]] or _LAST, story.document_ids[0])))


def _story(document_ids: Sequence[str]) -> Story:
    digest = hashlib.sha256(f"story {document_ids[0]}".encode()).hexdigest()
    return Story(id=digest[:_ID_LENGTH], document_ids=tuple(document_ids))
