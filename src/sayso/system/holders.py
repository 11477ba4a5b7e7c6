"""A claim that something is wanted or feared in, who wants or fears it out.

Section 4 of the contract: who wants or fears is the innermost link of the attribution, or, where it is the event's own
doer, the doer, and the modality alone says so. Between the two lies a link that merely tells: in "he noted that Kim
wants a summit" it is Kim who wants. What "must" or "should" be is the will of the one who speaks, and of no party where
that is the author.
"""

from functools import lru_cache

from sayso.lang.lemmas import lemma
from sayso.lang.obligations import is_ought
from sayso.lang.sayings import sayings
from sayso.records import Attribution, Claim, Span
from sayso.system.parties import party_of

_KEPT = 50_000  # remembered answers, some 5 MB: reports have few words of saying

_CLASSES = ("verb", "noun", "adjective", "adverb", "adposition", "auxiliary")


def holders(claim: Claim) -> tuple[str | None, ...]:
    """The parties that want or fear what the claim tells, each once; `(None,)` where the text names none of them."""
    link = claim.attribution[-1] if claim.attribution else None
    if link is not None and not _merely_tells(link, claim):
        return (party_of(link.actor),)
    if any(is_ought(word.quote, claim.language) for word in claim.provenance.words):
        return (None if link is None else party_of(link.actor),)
    roles = claim.event.roles
    doers = dict.fromkeys(party_of(role.actor) for role in roles if role.role == roles[0].role)
    doers.pop(None, None)
    return tuple(doers) or (None,)


def _merely_tells(link: Attribution, claim: Claim) -> bool:
    """Whether the link reports the will or fear of another: by a plain word of saying, where another word shows it.

    In "he noted that Kim is interested in a summit" the interest is shown by a word of its own, and in "the claim to
    the islands" by none but the claim.
    """
    cue = link.cue
    if link.channel == "believed" or cue is None or not _is_plain(cue.quote, claim.language):
        return False
    trigger = claim.event.trigger
    return any(_is_apart(word, cue) and _is_apart(word, trigger) for word in claim.provenance.words)


def _is_apart(one: Span, other: Span) -> bool:
    return one.end <= other.start or other.end <= one.start


@lru_cache(maxsize=_KEPT)
def _is_plain(cue: str, code: str) -> bool:
    """Whether the words of saying are known and none of them says what becomes of the content, as "urge" does."""
    known = sayings(code)
    found = [
        each
        for word in cue.lower().split()
        for kind in _CLASSES
        for each in known.find(kind, lemma(word, code), form=word)
    ]
    return bool(found) and all(each.modality is None and not each.is_negated for each in found)
