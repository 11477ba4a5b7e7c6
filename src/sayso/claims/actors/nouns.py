"""A generic noun in its sentence in, the party it stands for out: `the Russian army`, `its officials`, `the court`."""

from sayso.claims.actors.gazetteer import Hit
from sayso.claims.actors.history import History
from sayso.claims.actors.owners import Find, Owners, belonging, owners_of
from sayso.claims.actors.places import is_place
from sayso.claims.actors.reference import Reference
from sayso.claims.actors.scene import Party, Scene, View, modifiers, state_of
from sayso.claims.trees import ancestors, children, marker, phrase, relation

_GENERIC = ("force", "body", "office", "population")
_MANY = frozenset({"people", "workers", "prisoners", "businesses"})
"""Populations that are nobody's unless the text says whose they are."""
_ANY = frozenset(
    {"ministry", "agency", "minister", "intelligence", "court", "head", "secretary", "official", "commander"}
)
"""Slugs of nouns that stand for any of their kind: `the ministry` is the defence ministry named before."""
_LOCAL = frozenset({"police", "mayor", "governor", "court", "prosecution", "prosecutor"})
"""Those of the place where things happen."""
_AT_HOME = ("ministry", "minister", "defense", "central-bank", "election-commission")
"""Ends of slugs of which a state has one, which a report from its capital names without it."""
_STAFF = frozenset({"general-staff", "joint-chiefs", "military", "army", "defense"})
"""Those who speak for armed forces: the staff in a report on South Korea's military is South Korea's."""
_CLAUSES = frozenset({"ccomp", "advcl", "acl", "parataxis", "csubj", "xcomp"})
_APPOSED = ("outlet", "group", "company", "alliance")
_OUTLET = "state-media"
"""Slug of a body that may have a name of its own beside it: `the state agency KCNA`."""


class Nouns:
    """The rules for generic nouns, over the history of one document."""

    def __init__(self, scene: Scene, history: History, *, reference: Reference, find: Find) -> None:
        self.scene = scene
        self.history = history
        self.reference = reference
        self.find = find

    def party(self, sentence: int, hit: Hit) -> Party | None:
        """Whom the noun stands for; None when it is no party."""
        view = self.scene.views[sentence]
        words = widened(view, (hit.first, hit.end))
        named = self._apposed(view, sentence, hit) or self._part(view, sentence, hit)
        if named:
            return Party(actors=named.actors, words=words, is_place=named.is_place, joint=named.joint)
        owners = owners_of(self.scene, sentence, hit=hit, find=self.find)
        described = None
        if _may_describe(owners, hit, self.scene):
            described = self.reference.description(sentence, hit, owners=owners.actors)
        if owners.actors and not described:
            return self._owned(view, hit, owners, words)
        if owners.is_stated and not described:
            return Party(actors=(), words=words) if hit.slug(*_GENERIC, "outsider") else None
        if described:
            return Party(actors=described.actors, words=words, joint=described.joint)
        return self._unowned(view, sentence, hit, words)

    def another(self, sentence: int, hit: Hit) -> Party | None:
        """Whose a body is that bears a common name, when the text says so: `Peru's Congress` is not that of the USA."""
        owners = owners_of(self.scene, sentence, hit=hit, find=self.find)
        known = hit.key.partition("/")[0]
        if not owners.actors or all(owner.partition("/")[0] == known for owner in owners.actors):
            return None
        view = self.scene.views[sentence]
        return self._owned(view, hit, owners, widened(view, (hit.first, hit.end)))

    def _apposed(self, view: View, sentence: int, hit: Hit) -> Party | None:
        """The name beside a noun of its kind: `Die Zeit newspaper`, `the Wagner group`."""
        outlet = hit.slug("body") == _OUTLET
        kinds = outlet or any(slug in _APPOSED for group, slug in hit.nouns if group == "description")
        if not kinds and hit.slug("outsider") is None:
            return None
        for child in modifiers(view.tree, range(hit.first, hit.end), "compound", "flat", "appos", "nmod"):
            party = None if marker(view.tree, child) else self.find(sentence, child)
            named = party is not None and len(party.actors) == 1 and "/" in party.actors[0]
            if party and named and not kinds:  # "M23 rebels" are M23
                if child + 1 == hit.first and self.scene.roster.kind(party.actors[0]) == "group":
                    return party
            elif party and named and self.scene.roster.kind(party.actors[0]) not in ("person", "state", "body"):
                return party
        return None

    def _part(self, view: View, sentence: int, hit: Hit) -> Party | None:
        """`dozens of Russian soldiers` are Russian soldiers."""
        if hit.slug("part") is None:
            return None
        for child in modifiers(view.tree, range(hit.first, hit.end), "nmod", "obl"):
            if marker(view.tree, child) in view.grammar.owner_marks:
                return self.find(sentence, child)
        return None

    def _owned(self, view: View, hit: Hit, owners: Owners, words: tuple[int, int]) -> Party | None:
        roster = self.scene.roster
        if _is_some(view, hit) and not hit.slug("office", "body", "force"):
            return Party(actors=(), words=words) if hit.slug("population", "outsider") else None
        if hit.slug("body") == "opposition" and self._is_act(view, hit):
            return None
        if hit.slug(*_GENERIC):
            owned = [belonging(owner, hit, roster=roster) for owner in owners.actors]
            actors = tuple(dict.fromkeys(actor for actor in owned if actor))
            return Party(actors=actors, words=words, joint=len(actors) > 1)
        if ("description", "country") in hit.nouns or ("description", "pair") in hit.nouns:
            states = tuple(dict.fromkeys(filter(None, (state_of(owner, roster) for owner in owners.actors))))
            is_meant = ("description", "country") in hit.nouns or len(states) > 1  # a state's partners are others
            if is_meant or not hit.slug("outsider"):
                return Party(actors=states, words=words, joint=len(states) > 1) if states else None
        return Party(actors=(), words=words) if hit.slug("outsider") else None

    def _is_act(self, view: View, hit: Hit) -> bool:
        """Whether an opposition is to something, and so an act and no party."""
        marks = [marker(view.tree, child) for child in children(view.tree, hit.head, "nmod", "obl")]
        return any(mark and mark not in view.grammar.owner_marks | view.grammar.place_marks for mark in marks)

    def _unowned(self, view: View, sentence: int, hit: Hit, words: tuple[int, int]) -> Party | None:
        """Whose a noun is that names no owner: the one of its kind met before, the place's, or the text's state."""
        slug = hit.slug(*_GENERIC)
        if view.tree.words[hit.head].upos == "ADJ" and relation(view.tree, hit.head) == "amod":
            return None  # "military aid" says what kind of aid it is, and not whose
        called = self.scene.bearer(sentence, hit.head)
        if called and is_definite(view, hit.head):
            return Party(actors=(called,), words=words)
        if slug is None:
            return Party(actors=(), words=words) if hit.slug("outsider") else None
        plural = view.lower(hit.head) != view.tree.lemmas[hit.head]
        # Several office-holders are mostly of several states.
        part = None if plural and hit.slug("office") else slug
        if slug in _MANY or _is_some(view, hit):
            return Party(actors=(), words=words, part=part)
        if hit.slug("default"):
            return Party(actors=(str(hit.slug("default")),), words=words)
        met = self.history.holders(slug)
        if slug in _ANY and is_definite(view, hit.head):
            met = met or self.history.called(view.tree.lemmas[hit.head])
        if len(met) == 1 or (len(met) > 1 and plural and hit.slug("office") and is_definite(view, hit.head)):
            return Party(actors=met, words=words, joint=len(met) > 1)
        if len(met) > 1 and not plural and hit.slug("body", "force") and is_definite(view, hit.head):
            latest = self.history.latest(met)
            return Party(actors=(latest,) if latest else (), words=words, part=part)
        state = None if met else self._state(view, sentence, hit, slug)
        actor = belonging(state, hit, roster=self.scene.roster) if state else None
        return Party(actors=(actor,) if actor else (), words=words, part=part)

    def _state(self, view: View, sentence: int, hit: Hit, slug: str) -> str | None:
        """The state of a noun without owner, where the text leaves one."""
        local = self.history.place(sentence) if slug in _LOCAL else None
        prevailing = self.scene.about
        if not hit.slug("population", "force") and not self.history.is_alone(self.scene.only):
            prevailing = None
        if slug == "election-commission":
            prevailing = self.scene.about
        if slug in _STAFF:
            prevailing = self.history.kin(_STAFF) or prevailing
        home = self.scene.at_home(sentence) if slug.endswith(_AT_HOME) else None
        return self._place(view, hit) or local or prevailing or home

    def _place(self, view: View, hit: Hit) -> str | None:
        """The state whose town or soil the clause of a noun stands on: `In Berlin, police arrested ...`."""
        head = view.tree.words[hit.head].head
        if head < 0 or relation(view.tree, hit.head) not in ("nsubj", "obj"):
            return None
        places = {
            state_of(other.key, self.scene.roster)
            for other in view.hits
            if other.kind in ("state", "capital", "place") and is_place(view, other) and _is_in(view, other.head, head)
        }
        return places.pop() if len(places) == 1 else None


def _may_describe(owners: Owners, hit: Hit, scene: Scene) -> bool:
    """Whether a noun may stand for something named before: it has no owner, an unknown one (`their president`), or
    it is two states of a body of states (`the NATO allies`)."""
    if not owners.actors:
        return not owners.is_stated or hit.slug("office") is not None
    if ("description", "other") in hit.nouns:
        return True
    states = [
        owner for owner in owners.actors if state_of(owner, scene.roster) or owner.startswith(("org/", "person/"))
    ]
    return ("description", "pair") in hit.nouns and not states


def _is_in(view: View, word: int, verb: int) -> bool:
    """Whether a word stands in the clause of a verb itself, and in none that hangs on it."""
    for above in (word, *ancestors(view.tree, word)):
        if above == verb:
            return True
        if relation(view.tree, above) in _CLAUSES:
            return False
    return False


def is_definite(view: View, word: int) -> bool:
    """Whether a noun has an article or pronoun that points to something known, or none where headings drop them."""
    below = children(view.tree, word, "det", "nmod")
    pointed = any(view.is_among(child, view.grammar.definite) for child in below)
    return pointed or not view.grammar.definite or view.points(word)


def _is_some(view: View, hit: Hit) -> bool:
    below = children(view.tree, hit.head, "det", "amod", "nummod", "advmod")
    return any(view.is_among(child, view.grammar.vague) for child in below)


def widened(view: View, words: tuple[int, int]) -> tuple[int, int]:
    """The whole phrase round a name: with articles, titles and names beside it, without clauses and adpositions."""
    tree = view.tree
    heads = [word for word in range(*words) if not words[0] <= tree.words[word].head < words[1]]
    first, end = words
    for head in heads[:1]:
        around = phrase(tree, head)
        first, end = min(first, around[0]), max(end, around[1])
        for beside in children(tree, head, "appos"):
            if tree.words[beside].upos in ("NOUN", "PROPN") and beside >= first:
                end = max(end, phrase(tree, beside)[1])
    return first, end
