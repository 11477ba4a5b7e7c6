"""Pronouns and descriptions in, whom they mean out: `he`, `its`, `we`, `the country`, `both sides`, `the ministry`.

Each answer is a `Party`, or None where the word means no party or where the text leaves more than one answer.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from sayso.claims.actors.gazetteer import Hit
from sayso.claims.actors.history import REACH, History, Mention
from sayso.claims.actors.owners import Find
from sayso.claims.actors.scene import Party, Scene, View, is_subject, state_of
from sayso.claims.actors.turns import Turns
from sayso.claims.trees import ancestors, children, marker, relation
from sayso.lang.sayings import sayings
from sayso.vocab.actors import Roster

_THINGS = ("state", "body", "group", "company", "media")
_SPEAKERS = ("person", "body", "group", "company", "media")
_PEOPLE = ("several", "people", "nobody")
_NAMED = {
    "country": ("state",),
    "group": ("group",),
    "outlet": ("media",),
    "company": ("company",),
    "alliance": ("body",),
    "person": ("person",),
}
"""What a description may mean, as kinds of actors."""
_SINGLE = frozenset({"country", "person"})
"""Descriptions that mean one alone, and never by a plural: `the experts` are not the president named before."""
_ANY = frozenset({"official", "leader", "head", "diplomat"})
"""Offices by which a text calls whoever it named: `the official` is a minister or a general."""
_SPEAKING = frozenset({"spokesperson", "representative", "general", "commander", "envoy", "ambassador", "adviser"})
"""Offices of persons who stand for the body they speak for."""


class Reference:
    """The rules for words that name nobody, over the history of one document."""

    def __init__(self, scene: Scene, history: History, *, find: Find) -> None:
        self.scene = scene
        self.history = history
        self.turns = Turns(scene, find=find)
        self.find = find
        self.ours: int | None = None
        self.is_spoken: bool | None = None
        self.foremost: Callable[[Sequence[str]], str | None] = lambda barred: None
        """Whom the document names most, of all but these."""

    def pronoun(self, sentence: int, word: int) -> Party | None:
        """Whom a pronoun means."""
        view = self.scene.views[sentence]
        person = view.pronoun(word) or ""
        words = (word, word + 1)
        if person == "relative":
            return self._antecedent(view, sentence, word)
        said = self.turns.speaker(sentence, word)
        if person in ("i", "we"):
            side = self._side(said) if person == "we" and said else said
            return _as(side or self._author(sentence, word, person), words) or Party(actors=(), words=words)
        barred = (*(said.actors if said else ()), *self._together(view, sentence, word))
        if person in ("he", "she"):
            return self._person(sentence, word, person=person, barred=barred)
        if relation(view.tree, word) == "expl" or _is_empty(view, word):
            return None
        if person == "own":
            return _as(self._subject(view, sentence, word), words)
        if person == "either":
            owners = self._owners(view, sentence, word)
            if owners:
                return _as(owners, words)
            order = (("person",), _SPEAKERS) if _speaks(view, word) else (("person", *_THINGS),)
            found = (self.history.best(sentence, word, kinds=kinds, barred=barred) for kinds in order)
            return _as(next(filter(None, found), None), words)
        return _as(self._they(view, sentence, word) if person == "they" else self._it(view, sentence, word), words)

    def _subject(self, view: View, sentence: int, word: int) -> Party | None:
        """The subject of the clause, or where it has none of its own, of the nearest above that has one."""
        for clause in ancestors(view.tree, word):
            subjects = children(view.tree, clause, "nsubj")
            if subjects and subjects[0] not in (word, view.tree.words[word].head):
                return self.find(sentence, subjects[0])
        return None

    def _owners(self, view: View, sentence: int, word: int) -> Party | None:
        """The parties joined in the subject of the clause, where a possessive does not tell one from several: `su`."""
        if relation(view.tree, word) not in ("det", "nmod"):
            return None
        for clause in ancestors(view.tree, word):
            subject = next((one for one in children(view.tree, clause, "nsubj") if one < word), None)
            if subject is not None:
                return self._several(sentence, subject) if children(view.tree, subject, "conj") else None
        return None

    def omitted(self, sentence: int, verb: int, *, person: str) -> Party | None:
        """Whom the subject means that a verb leaves out: the subject of a clause above, else as a pronoun would."""
        words = (verb, verb + 1)
        said = self.turns.speaker(sentence, verb)
        if person in ("i", "we"):
            side = self._side(said) if person == "we" and said else said
            return _as(side or self._author(sentence, verb, person), words)
        tree = self.scene.views[sentence].tree
        for clause in ancestors(tree, verb):
            subject = next(iter(children(tree, clause, "nsubj")), clause)
            party = self.find(sentence, subject) if subject < verb else None
            if party and party.actors and not party.is_place:
                return _as(party, words) if (len(party.actors) > 1) == (person == "they") else None
        if self._may_be_own(sentence, verb):
            return Party(actors=(), words=words)  # somebody, and nobody can tell who
        if person == "they":
            return _as(self._plural_before(sentence), words)
        barred = said.actors if said else ()
        return _as(self.history.best(sentence, verb, kinds=("person", *_THINGS), barred=barred), words)

    def _may_be_own(self, sentence: int, verb: int) -> bool:
        """Whether a verb without a subject may tell of the speaker as well: `Говорив із канцлером` in an address.

        In quotations somebody speaks; of a text its `we` and `our` show it.
        """
        view = self.scene.views[sentence]
        if not view.lower(verb).endswith(view.names.grammar.open_endings or "\0"):
            return False
        if self.is_spoken is None:
            self.is_spoken = any(
                view.pronoun(word) in ("i", "we") and not self.turns.is_quoted(number, word)
                for number, view in enumerate(self.scene.views)
                for word in range(len(view.tree.words))
            )
        return self.is_spoken or self.turns.is_quoted(sentence, verb)

    def _author(self, sentence: int, word: int, person: str) -> Party | None:
        """The state that an official text speaks for: the one it is about, when it says `our country` or `our army`."""
        if person != "we" or self.turns.is_quoted(sentence, word) or self.scene.about is None:
            return None
        if self.ours is None:
            self.ours = sum(
                self._is_home(number, hit) for number, view in enumerate(self.scene.views) for hit in view.hits
            )
        return Party(actors=(self.scene.about,), words=(word, word + 1)) if self.ours else None

    def _is_home(self, sentence: int, hit: Hit) -> bool:
        view = self.scene.views[sentence]
        home = hit.slug("force") or ("description", "country") in hit.nouns
        below = children(view.tree, hit.head, "nmod", "det") if home else ()
        ours = [one for one in below if view.pronoun(one) == "we"]
        return any(not self.turns.is_quoted(sentence, one) for one in ours)

    def _antecedent(self, view: View, sentence: int, word: int) -> Party | None:
        """The noun that a relative clause hangs on."""
        for above in (word, *ancestors(view.tree, word)):
            if view.tree.words[above].relation in ("acl:relcl", "acl"):
                return _as(self.find(sentence, view.tree.words[above].head), (word, word + 1))
        return None

    def _side(self, said: Party) -> Party:
        """Who speaks as `we`: the state of an official, else the speaker's own."""
        sides = tuple(dict.fromkeys(state_of(one, self.scene.roster) or one for one in said.actors))
        return Party(actors=tuple(one for one in sides if not one.startswith("person/")), words=said.words)

    def _together(self, view: View, sentence: int, word: int) -> tuple[str, ...]:
        """Actors that share the verb of a pronoun, and so are somebody else: `Kim met him`."""
        tree = view.tree
        if tree.words[word].relation == "nmod:poss" or relation(tree, word) not in ("nsubj", "obj", "iobj", "obl"):
            return ()
        others = children(tree, tree.words[word].head, "nsubj", "obj", "iobj")
        found = [self.find(sentence, other) for other in others if other < word]
        return tuple(actor for one in found if one for actor in one.actors)

    def _person(self, sentence: int, word: int, *, person: str, barred: Sequence[str]) -> Party | None:
        """The likeliest person before; at the head of a text the one whom it names most."""
        others = (*barred, *self._wrong(person))
        found = self.history.best(sentence, word, kinds=("person",), barred=others)
        if found is None and all(mention.kind != "person" for mention in self.history.met):
            actor = self.foremost(others)
            found = Party(actors=(actor,), words=(word, word + 1)) if actor else None
        return _as(found, (word, word + 1)) or Party(actors=(), words=(word, word + 1))

    def _wrong(self, person: str) -> frozenset[str]:
        """Actors of the roster whom the text would call by the other pronoun.

        An office is none of them when somebody else holds it too, as in a text without a date.
        """
        return _others(self.scene.roster, self.scene.date, person)

    def _it(self, view: View, sentence: int, word: int) -> Party | None:
        """The subject of the clause or of one above it, when that is a thing that acts; else what the chain says."""
        tree = view.tree
        own = tree.words[word].relation == "nmod:poss" or not is_subject(tree, word)
        clauses = list(ancestors(tree, word))
        for clause in clauses if own else clauses[1:]:
            for subject in children(tree, clause, "nsubj"):
                if subject < word and view.pronoun(subject) != "relative":
                    party = self.find(sentence, subject)
                    if self._fits(party, _THINGS) or tree.words[subject].upos in ("NOUN", "PROPN"):
                        return party if self._fits(party, _THINGS) else self._chained(sentence, word, _THINGS)
        before = self._subject_before(sentence, _THINGS)
        reach = 1 if before and own else None
        return self._chained(sentence, word, _THINGS, reach=reach) or before

    def _they(self, view: View, sentence: int, word: int) -> Party | None:
        """The plural subject of a clause above or of the sentence before, else what the chain says."""
        tree = view.tree
        for clause in ancestors(tree, word):
            for subject in children(tree, clause, "nsubj"):
                if subject < word:
                    several = self._several(sentence, subject)
                    if several:
                        return several
        return (
            self._chained(sentence, word, _PEOPLE) or self._plural_before(sentence) or self._plural_here(sentence, word)
        )

    def _plural_here(self, sentence: int, word: int) -> Party | None:
        """The people named before in the sentence, else the only two persons of it."""
        here = [one for one in self.history.recent(sentence, reach=0) if one.word < word]
        people = [one for one in here if one.kind in ("people", "several") and one.is_plural]
        if people:
            return people[0].party
        two = self.history.two(sentence, persons=True, reach=0)
        return Party(actors=two, words=(word, word + 1), joint=True) if two else None

    def _several(self, sentence: int, word: int) -> Party | None:
        """A phrase as one plural party: with all that is coordinated with it, or a people, or several already."""
        tree = self.scene.views[sentence].tree
        party = self.find(sentence, word)
        if party is None:
            return None
        others = [self.find(sentence, one) for one in children(tree, word, "conj")]
        actors = [actor for one in (party, *others) if one for actor in one.actors]
        if others and actors:
            return Party(actors=tuple(dict.fromkeys(actors)), words=party.words, joint=True)
        is_plural = party.joint or any(
            one.is_plural for one in self.history.met if (one.sentence, one.word) == (sentence, word)
        )
        return party if is_plural else None

    def _plural_before(self, sentence: int) -> Party | None:
        for mention in self.history.recent(sentence, reach=1):
            if mention.sentence < sentence and mention.is_subject:
                several = self._several(mention.sentence, mention.word)
                if several:
                    return several
        joint = [one.party for one in self.history.recent(sentence, reach=1) if one.party.joint]
        return joint[0] if joint else None

    def _subject_before(self, sentence: int, kinds: Sequence[str]) -> Party | None:
        """The latest subject of the sentence before that is no person, when it is of one of these kinds."""
        before = [one for one in self.history.recent(sentence, reach=1) if one.sentence < sentence and one.is_subject]
        things = [one for one in before if one.kind != "person"]
        return things[0].party if things and things[0].kind in kinds else None

    def _chained(
        self, sentence: int, word: int, kinds: Sequence[str], *, office: str | None = None, reach: int | None = None
    ) -> Party | None:
        """The latest mention of the chain, when it is of one of these kinds and may bear the office."""
        chain = self.history.chains.get((sentence, word))
        for mention in self.history.recent(sentence, reach=REACH if reach is None else reach):
            if chain is not None and self.history.chains.get((mention.sentence, mention.word)) == chain:
                is_fit = mention.kind in kinds and (office is None or self._bears(mention, office))
                return mention.party if is_fit else None
        return None

    def _fits(self, party: Party | None, kinds: Sequence[str]) -> bool:
        return party is not None and len(party.actors) == 1 and self.scene.roster.kind(party.actors[0]) in kinds

    def description(self, sentence: int, hit: Hit, *, owners: Sequence[str] = ()) -> Party | None:
        """Whom a noun without an owner means: two that were named, or the one of its kind; None when it is no party."""
        view = self.scene.views[sentence]
        words = (hit.first, hit.end)
        counted = any(view.is_among(word, view.grammar.joint) for word in _determiners(view, hit))
        pointed = any(view.is_among(word, view.grammar.definite) for word in _determiners(view, hit))
        definite = pointed or view.points(hit.head)
        slugs = [slug for group, slug in hit.nouns if group == "description"]
        if "other" in slugs and owners:
            return self._other(sentence, owners, words)
        if (counted and hit.nouns) or (
            definite and {"pair", "pair-of-leaders"} & set(slugs) and not _is_told(view, hit)
        ):
            persons = "pair-of-leaders" in slugs
            two = self.history.holders(hit.slug("office") or "") if persons else ()
            two = (len(two) > 1 and two) or self.history.two(sentence, persons=persons)
            return Party(actors=two, words=words, joint=True) if slugs else None
        if not definite:
            return None
        for slug in slugs:
            found = self._described(sentence, hit, slug)
            if found:
                return _as(found, words)
        return None

    def _other(self, sentence: int, owners: Sequence[str], words: tuple[int, int]) -> Party | None:
        """`its neighbour`, where two states are spoken of: the one that is not the owner."""
        two = self.history.two(sentence, persons=False)
        states = {state_of(owner, self.scene.roster) for owner in owners}
        others = tuple(state for state in two if state not in states)
        return Party(actors=others, words=words) if len(others) == 1 else None

    def _described(self, sentence: int, hit: Hit, slug: str) -> Party | None:
        if slug in _SINGLE and self.scene.views[sentence].is_plural(hit.head):
            return None
        kinds = _NAMED.get(slug, ())
        office = hit.slug("office", "body") if slug in ("person", "alliance") else None
        chain = self._chained(sentence, hit.head, kinds, office=office)
        if slug == "country":
            lately = next(filter(None, (self.history.states(sentence, reach=reach) for reach in range(REACH + 1))), [])
            state = lately[0] if len(lately) == 1 or (lately and lately[0] == self.scene.about) else None
            return chain or (Party(actors=(state,), words=(0, 0)) if state else None)
        if slug not in _NAMED:
            return None
        if office is None:
            return chain or self.history.last(sentence, kinds=kinds)
        exact = self.history.last(sentence, kinds=kinds, fits=lambda one: self._bears(one, office))
        return exact or chain

    def _bears(self, mention: Mention, office: str) -> bool:
        """Whether one met before may be called by an office or a body: `the minister` is no president."""
        actor = mention.party.actors[0]
        slug = actor.partition("/")[2]
        if slug == office or slug.endswith("-" + office) or actor.startswith("person/"):
            return True
        if mention.kind != "person":
            return actor.partition("/")[0] == actor or not self.scene.roster.is_state(actor.partition("/")[0])
        return office in _ANY or (slug not in self.scene.roster.offices and office in _SPEAKING)


def _as(party: Party | None, words: tuple[int, int]) -> Party | None:
    return Party(actors=party.actors, words=words, joint=len(party.actors) > 1) if party else None


def _is_empty(view: View, word: int) -> bool:
    """The `it` that announces a clause: `it is clear that`, `it was feared that`."""
    tree = view.tree
    head = tree.words[word].head
    if head < 0 or not is_subject(tree, word):
        return False
    return bool(children(tree, head, "csubj", "ccomp") and children(tree, head, "cop", "aux:pass"))


def _is_told(view: View, hit: Hit) -> bool:
    """Whether a complement says who is meant: `the governments of the region`."""
    return any(marker(view.tree, child) in view.grammar.owner_marks for child in children(view.tree, hit.head, "nmod"))


def _determiners(view: View, hit: Hit) -> list[int]:
    """What determines a noun, without what stands before "and": "the" of "the United States and other nations"."""
    tree = view.tree
    joints = [child for word in range(hit.first, hit.end) for child in children(tree, word, "cc") if child < hit.first]
    start = max(joints, default=-1)
    return [
        child
        for word in range(hit.first, hit.end)
        for child in children(tree, word, "det", "nummod", "nmod:poss", "amod", "advmod", "case")
        if child > start
    ]


def _speaks(view: View, word: int) -> bool:
    """Whether a pronoun is the subject of a verb of saying: who says a thing is seldom a state."""
    head = view.tree.words[word].head
    if head < 0 or not is_subject(view.tree, word):
        return False
    cues = sayings(view.tree.language).find("verb", view.tree.lemmas[head], form=view.lower(head))
    return any("clause" in cue.frames and cue.channel == "said" for cue in cues)


@lru_cache(maxsize=64)  # reports of one day have the same, and there are 1,200 persons to go through
def _others(roster: Roster, date: str | None, person: str) -> frozenset[str]:
    wrong = roster.women if person == "he" else roster.men
    right = {roster.office(one, date) for one in roster.terms if one not in wrong}
    return frozenset(roster.office(one, date) or f"person/{one}" for one in wrong) - right
