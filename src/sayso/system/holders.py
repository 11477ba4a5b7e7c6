"""A claim that something is wanted or feared in, who wants or fears it out.

Section 4 of the contract: who wants or fears is the innermost link of the attribution, or, where it is the event's own
doer, the doer, and the modality alone says so. Between the two lies a link that merely tells: in "he noted that Kim
wants a summit" it is Kim who wants. What "must" or "should" be is the will of the one who speaks, and of no party where
that is the author.
"""

from functools import lru_cache

from sayso.lang.grammar import grammar
from sayso.lang.lemmas import lemma
from sayso.lang.sayings import sayings
from sayso.records import Attribution, Claim
from sayso.system.parties import party_of

_KEPT = 50_000  # remembered answers, some 5 MB: reports have few words of saying

_CLASSES = ("verb", "noun", "adjective", "adverb", "adposition", "auxiliary")


def holders(claim: Claim) -> tuple[str | None, ...]:
    """The parties that want or fear what the claim tells, each once; `(None,)` where the text names none of them."""
    link = claim.attribution[-1] if claim.attribution else None
    if link is not None and not _merely_tells(link, claim):
        return (party_of(link.actor),)
    if any(_is_ought(word.quote, claim.language) for word in claim.provenance.words):
        return (None if link is None else party_of(link.actor),)
    roles = claim.event.roles
    doers = dict.fromkeys(party_of(role.actor) for role in roles if role.role == roles[0].role)
    doers.pop(None, None)
    return tuple(doers) or (None,)


def _merely_tells(link: Attribution, claim: Claim) -> bool:
    """Whether the link reports the will or fear of another; one without words may be its own."""
    return link.channel != "believed" and link.cue is not None and _is_plain(link.cue.quote, claim.language)


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


@lru_cache(maxsize=_KEPT)
def _is_ought(word: str, code: str) -> bool:
    modals = grammar(code).modals
    return modals.get(word.lower()) == "wanted" or modals.get(lemma(word, code)) == "wanted"
