"""Drafts of one sentence in, the same with what somebody in it does not accept told as that, out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.claims.attribution.contents import Content
from sayso.claims.drafts import Draft
from sayso.claims.events.fillers import Filled
from sayso.claims.trees import relation
from sayso.vocab.frames import frames

_CLAUSES = frozenset({"conj", "xcomp"})


def oppose(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts, where the matter of a negated acceptance is no longer told as a fact.

    What is opposed is a claim of who opposes it, wanted and negated (section 4 of the contract): "does not accept that
    Russia provides technology" says that somebody does not want it, and of Russia nothing.
    """
    refusals = [draft for draft in drafts if draft.frame.name == frames()[draft.trigger.entry.frame].negated]
    return tuple(_told_of(draft, refusals) for draft in drafts)


def _told_of(draft: Draft, refusals: Iterable[Draft]) -> Draft:
    for refusal in refusals:
        matters = {role.word for role in refusal.roles if role.role == "matter" and role.word is not None}
        source = next((role for role in refusal.roles if role.role == refusal.frame.kind.doer), None)
        is_told = any(content.cue is not None and _covers(content.cue, refusal) for content in draft.chain)
        if source is not None and draft.tree is refusal.tree and _top(draft) in matters and not is_told:
            return replace(
                draft,
                shown=replace(
                    draft.shown.with_modality("wanted", certainty="unstated").turned(True),
                    words=(*draft.shown.words, refusal.head),
                ),
                chain=(*draft.chain, _word_of(source, refusal)),
            )
    return draft


def _covers(cue: tuple[int, int, int], refusal: Draft) -> bool:
    """Whether the words of a source's cue are those of the refusal: then it is told already."""
    sentence, first, end = cue
    return sentence == refusal.tree.index and first <= refusal.head < end


def _top(draft: Draft) -> int:
    """The verb of the clause that an event belongs to with what is coordinated with it."""
    tree, word = draft.tree, draft.head
    while relation(tree, word) in _CLAUSES:
        word = tree.words[word].head
    return word


def _word_of(source: Filled, refusal: Draft) -> Content:
    """The refusal as the word of who refuses."""
    sentence, (first, end) = refusal.tree.index, refusal.trigger.words
    return Content(
        sentence=sentence,
        words=(0, len(refusal.tree.words)),
        source=(sentence, *source.words) if source.words is not None else None,
        source_head=(sentence, source.word) if source.word is not None else None,
        cue=(sentence, first, end),
        channel="believed",
        modality="wanted",
        certainty="unstated",
        is_negated=True,
    )
