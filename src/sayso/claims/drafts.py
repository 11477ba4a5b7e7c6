"""A tree and what is known of its parties and sayings in, drafts of claims out: words and ranges, no spans yet."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from sayso.claims.actors.parties import Parties
from sayso.claims.attribution.sayings import Content, holders
from sayso.claims.events.fillers import Filled
from sayso.claims.events.presentation import Standpoint, present
from sayso.claims.events.proposals import PROPOSED, find_proposals
from sayso.claims.events.qualifiers import Presentation
from sayso.claims.events.roles import fill
from sayso.claims.events.triggers import Trigger, find_triggers, particle
from sayso.claims.numbers.shares import whole_of
from sayso.claims.trees import Tree, children, conjuncts, relation
from sayso.lang.grammar import grammar
from sayso.vocab.frames import Frame, frames

SPINE = frozenset({"conj", "xcomp", "ccomp", "parataxis", "obj", "root", "csubj"})
"""Relations between an event and the top of a wanted or feared clause that leave it wanted or feared; below any other
it is presupposed."""

ATTITUDES = frozenset({"wanted", "feared", "planned", "promised", "threatened", "possible"})


INWARD = frozenset({"wanted", "feared", "planned", "possible"})
"""Attitudes that are no word of a source when they are the doer's own: the modality says it all."""

SPEECH = frozenset({"oppose", "request", "support", "threaten"})
"""Kinds of events that are done in being said: who "accuses" has accused."""

ATTITUDINAL = frozenset({"support", "stand_by", "praise_it", "trust", "ready", "wary"})
"""Frames of these kinds that tell of an attitude: who "supports" them does so on other days, too."""

SPOKEN = SPEECH | {"agree", "govern", "meet", "relation"}
"""Kinds whose events a word may tell that also says what was said: "agreed that", "ruled that", "spoke about"."""

_LEADING = frozenset({"ADP", "SCONJ"})

HARMFUL = frozenset({"fight", "coerce", "sanction", "casualty"})
"""Kinds of events that are a threat when their own doer announces them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A claim as words of one tree."""

    tree: Tree
    trigger: Trigger
    frame: Frame
    roles: tuple[Filled, ...]
    shown: Presentation
    chain: tuple[Content, ...]
    """On whose word, outermost first."""
    is_open: bool = False
    """Whether it is a claim only when the text before says who."""
    whole: str | None = None
    """What a share is a part of, in the words of its clause or of another."""

    @property
    def head(self) -> int:
        """The word that governs the trigger."""
        return self.trigger.head

    @property
    def doers(self) -> frozenset[str]:
        """Identified actors of the first role."""
        first = self.frame.kind.doer
        return frozenset(role.actor for role in self.roles if role.role == first and role.actor is not None)


def find_drafts(tree: Tree, contents: Sequence[Content], *, parties: Parties) -> Iterator[Draft]:
    """The drafts of one sentence in order of their triggers."""
    triggers = sorted(find_triggers(tree), key=lambda trigger: trigger.head)
    return _drafts(tree, triggers, told=(contents, parties))


def find_proposed(
    tree: Tree, contents: Sequence[Content], *, parties: Parties, read: Sequence[Draft]
) -> Iterator[Draft]:
    """The drafts of what the reader takes for events, beside those that entries read, in order of their triggers."""
    words = ((word, draft.frame.kind.name) for draft in read for word in (draft.head, *draft.trigger.parts))
    return _drafts(tree, tuple(find_proposals(tree, words)), told=(contents, parties))


def _drafts(tree: Tree, triggers: Sequence[Trigger], *, told: tuple[Sequence[Content], Parties]) -> Iterator[Draft]:
    contents, parties = told
    denials = _denials(contents, tree)
    triggers = [
        trigger
        for trigger in triggers
        if not _only_says(trigger, contents, tree)
        and not _is_in_title(tree, trigger.head, parties)
        and not _is_in_name(tree, trigger, parties)
    ]
    for _, same in groupby(triggers, key=lambda trigger: trigger.head):
        for found in fill(tree, tuple(same), parties=parties):
            if found.trigger.head not in denials:
                draft = _draft(tree, found.trigger, frame=found.frame, roles=found.roles, told=told)
                draft = _with_deniers(draft, parties)
                whole = whole_of(tree, draft.head) if draft.frame.whole is not None else None
                yield replace(draft, is_open=found.is_open, whole=whole)


def proposal(draft: Draft) -> float | None:
    """How likely the reader takes the trigger for an event of its kind; None where an entry read it."""
    if not draft.frame.name.startswith(PROPOSED):
        return None
    return next((event.probability for event in draft.tree.sentence.events if event.word == draft.head), None)


def _draft(
    tree: Tree,
    trigger: Trigger,
    *,
    frame: Frame,
    roles: tuple[Filled, ...],
    told: tuple[Sequence[Content], Parties],
) -> Draft:
    contents, parties = told
    around = holders(contents, tree.index, word=trigger.head)
    around = tuple(content for content in around if not _is_cue(content, tree, trigger))
    doers = frozenset(role.actor for role in roles if role.role == frame.kind.doer and role.actor is not None)
    chain: list[Content] = []
    attitude: Content | None = None
    for content in around:
        if chain and _is_no_speaker(tree, content, parties):
            continue
        if content.modality in ATTITUDES or content.is_negated:
            on_spine = _is_on_spine(tree, trigger.head, content)
            own = _is_own(content, doers, parties)
            if on_spine:
                attitude = content
            if (own and on_spine and content.modality in INWARD) or (
                not on_spine and content.modality in ATTITUDES and content.channel != "reported"
            ):
                continue
        chain.append(content)
    source = _states(chain[-1], parties) if chain else frozenset()
    shown = present(
        tree,
        trigger.head,
        standpoint=Standpoint(
            is_state=frame.kind.state,
            is_act=frame.kind.name in SPEECH and frame.name not in ATTITUDINAL,
            is_reported=bool(chain),
            speaks_for_doer=not chain or bool({actor.partition("/")[0] for actor in doers} & source),
            attitude=attitude.modality if attitude else None,
            cues=_cues(tree, [*chain, *([attitude] if attitude else [])]),
            certainty=attitude.certainty if attitude else (chain[-1].certainty if chain else None),
            is_negated=sum(
                content.is_negated for content in {id(each): each for each in (*chain, attitude) if each}.values()
            )
            % 2
            == 1,
        ),
    )
    if frame.kind.name in HARMFUL and ((shown.is_announced and chain) or shown.modality == "promised"):
        shown = shown.with_modality("threatened", certainty="unstated")
    if frame.negated is not None and shown.is_negated:
        frame, shown = frames()[frame.negated], shown.turned(True)
    if frame.modality is not None and shown.modality in ("done", "ongoing"):
        shown = shown.with_modality(frame.modality)
    return Draft(
        tree=tree,
        trigger=trigger,
        frame=frame,
        roles=tuple(_with_risk(role, shown) for role in roles),
        shown=shown.turned((frame.polarity == "negated") != _has_negation(tree, trigger)),
        chain=tuple(chain),
    )


def _with_deniers(draft: Draft, parties: Parties) -> Draft:
    """Who denies having done a thing is its doer, where the verb has none: `무기를 거래한 사실을 부인했다`."""
    tree, doer = draft.tree, draft.frame.kind.doer
    if tree.words[draft.head].upos != "VERB" or not draft.chain or not draft.chain[-1].is_negated:
        return draft
    head = draft.chain[-1].source_head
    if head is None or head[0] != tree.index or children(tree, draft.head, "nsubj"):
        return draft
    if any(role.role == doer and (role.actor is not None or role.word is not None) for role in draft.roles):
        return draft
    named = (parties.at(tree.index, word) for word in conjuncts(tree, head[1]))
    deniers = dict.fromkeys(actor for party in named if party is not None for actor in party.actors)
    implied = [Filled(role=doer, actor=actor, word=None, words=None) for actor in deniers]
    return replace(draft, roles=(*implied, *(role for role in draft.roles if role.role != doer))) if implied else draft


def _has_negation(tree: Tree, trigger: Trigger) -> bool:
    """Whether the entry has the negation in it, which then denies nothing: "не хватает"."""
    return any(tree.words[part].form.lower() in grammar(tree.language).negation for part in trigger.parts)


def _with_risk(role: Filled, shown: Presentation) -> Filled:
    """Harm that is only possible or feared is a risk."""
    return replace(role, effect="risk") if role.effect == "harm" and shown.modality in ("feared", "possible") else role


def _is_no_speaker(tree: Tree, content: Content, parties: Parties) -> bool:
    """Whether inside another's word a thing is taken for a speaker: mostly a verb that the tree hung on it wrongly."""
    if content.source_head is None or content.channel not in ("said", "believed") or content.sentence != tree.index:
        return False
    sentence, word = content.source_head
    return sentence == tree.index and tree.words[word].upos == "NOUN" and parties.at(sentence, word) is None


def _is_in_title(tree: Tree, word: int, parties: Parties) -> bool:
    """Whether a word is part of what a party is called and not its head: "defence" of "the minister of defence"."""
    above = tree.words[word].head
    party = parties.at(tree.index, word)
    if above < 0 or party is None or not party.actors:
        return False
    whole = parties.at(tree.index, above)
    return whole is not None and whole.actors == party.actors and whole.words[0] <= word < whole.words[1]


def _is_in_name(tree: Tree, trigger: Trigger, parties: Parties) -> bool:
    """Whether a noun is part of the name of a group or of a body between states: "European Union"."""
    party = parties.at(tree.index, trigger.head)
    if trigger.entry.part != "noun" or party is None or len(party.actors) != 1:
        return False
    first, end = party.words
    kind = parties.roster.kind(party.actors[0])
    is_named = party.actors[0].startswith("org/") or (kind == "body" and "/" not in party.actors[0])
    return is_named and end - first > 1 and first <= trigger.head < end and tree.words[first].form[0].isupper()


def _denials(contents: Sequence[Content], tree: Tree) -> frozenset[int]:
    """Words that only tell that something is not so: "denied", "rejected the idea that" are no acts of their own."""
    low = bisect_left(contents, tree.index, key=lambda content: content.sentence)
    high = bisect_right(contents, tree.index, key=lambda content: content.sentence)
    denying = (content.cue for content in contents[low:high] if content.is_negated and content.modality is None)
    return frozenset(
        word for cue in denying if cue is not None and cue[0] == tree.index for word in range(cue[1], cue[2])
    )


def _only_says(trigger: Trigger, contents: Sequence[Content], tree: Tree) -> bool:
    """Whether a word that may name an event does no more than put a content into a mouth: "assured that" helps nobody.

    A word of saying or believing still tells of an event of the kinds that are `SPOKEN`, and one that warns or promises
    of what an entry reads in it; one of "according to" of none.
    """
    low = bisect_left(contents, tree.index, key=lambda content: content.sentence)
    high = bisect_right(contents, tree.index, key=lambda content: content.sentence)
    for content in contents[low:high]:
        if not _is_cue(content, tree, trigger) or content.cue is None or content.is_factive or content.is_negated:
            continue
        if tree.words[content.cue[1]].upos in _LEADING:
            return True
        is_plain = content.modality is None or content.channel == "believed"
        if (is_plain or trigger.entry.frame.startswith(PROPOSED)) and frames()[
            trigger.entry.frame
        ].kind.name not in SPOKEN:
            return True
    return False


def _is_cue(content: Content, tree: Tree, trigger: Trigger) -> bool:
    """A speech act that is itself the event is not its own source."""
    if content.cue is None:
        return False
    sentence, first, end = content.cue
    return sentence == tree.index and first <= trigger.head < end


def _cues(tree: Tree, contents: Sequence[Content]) -> frozenset[int]:
    """The words of this sentence by which contents turn what they hold into its opposite or into a wish."""
    found = (content.cue for content in contents if content.is_negated or content.modality is not None)
    return frozenset(
        number for cue in found if cue is not None and cue[0] == tree.index for number in range(cue[1], cue[2])
    )


def _is_on_spine(tree: Tree, word: int, content: Content) -> bool:
    if content.sentence != tree.index:
        return True
    first, end = content.words
    current = word
    while True:
        above = tree.words[current].head
        if not first <= above < end or (content.cue is not None and content.cue[1] <= above < content.cue[2]):
            return True
        if content.modality == "feared" and tree.words[current].relation == "acl:relcl" and _may_be(tree, current):
            return True  # "fears a weapon that could be used": that it could is feared, not known
        if relation(tree, current) not in SPINE or (relation(tree, current) == "obj" and not _passes_on(tree, above)):
            return False
        current = above


def _may_be(tree: Tree, verb: int) -> bool:
    modals = grammar(tree.language).modals
    return any(modals.get(tree.words[child].form.lower()) == "possible" for child in children(tree, verb, "aux"))


def _passes_on(tree: Tree, verb: int) -> bool:
    """Whether a verb only carries its object: what is wanted of "hold talks" is talks."""
    rules = grammar(tree.language)
    return bool({particle(tree, verb), tree.lemmas[verb]} & (rules.light | rules.above.keys()))


def _states(content: Content, parties: Parties) -> frozenset[str]:
    if content.source_head is None:
        return frozenset()
    party = parties.at(*content.source_head)
    return frozenset(actor.partition("/")[0] for actor in party.actors) if party is not None else frozenset()


def _is_own(content: Content, doers: frozenset[str], parties: Parties) -> bool:
    """Whether the one who wants, plans or fears is the event's own doer."""
    return bool(_states(content, parties) & {doer.partition("/")[0] for doer in doers})
