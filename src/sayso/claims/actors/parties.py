"""Trees and a roster of actors in, what every noun phrase, pronoun and adjective of nationality refers to out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.claims.actors.gazetteer import Hit
from sayso.claims.actors.history import History
from sayso.claims.actors.mentions import chains, organisations
from sayso.claims.actors.naming import Name
from sayso.claims.actors.nouns import Nouns, is_definite, widened
from sayso.claims.actors.omitted import omitted
from sayso.claims.actors.people import People
from sayso.claims.actors.places import is_place
from sayso.claims.actors.reference import Reference
from sayso.claims.actors.scene import Party, Scene, View, open_scene, state_of
from sayso.claims.attribution.labels import transcript
from sayso.claims.trees import Tree, children, relation
from sayso.records import Document, Reading
from sayso.vocab.actors import Roster, open_roster

__all__ = ["Parties", "Party", "find_parties", "open_roster"]


@dataclass(frozen=True, slots=True, eq=False)
class Parties:
    """Whom the words of a document refer to."""

    found: dict[tuple[int, int], Party]
    left_out: dict[tuple[int, int], Party]
    roster: Roster = field(default_factory=open_roster)
    """Whose ids the parties have."""

    def at(self, sentence: int, word: int) -> Party | None:
        """What a word refers to as head of a phrase, pronoun, possessive or adjective of nationality; None for things.

        A party without actors is somebody we cannot identify.
        """
        return self.found.get((sentence, word))

    def omitted(self, sentence: int, verb: int) -> Party | None:
        """Who is meant by the subject that a verb leaves out: `dijo`."""
        return self.left_out.get((sentence, verb))


def find_parties(trees: Sequence[Tree], document: Document, *, reading: Reading, roster: Roster) -> Parties:
    """What the words of every sentence refer to; offices are read at the date of the document."""
    scene = open_scene(trees, document, roster=roster)
    known = _Resolver(scene, reading).run()
    verbs = {place for place in known if omitted(trees[place[0]], place[1])}
    return Parties(
        found={place: party for place, party in known.items() if place not in verbs},
        left_out={place: known[place] for place in verbs},
        roster=roster,
    )


class _Resolver:
    """One pass over a document: names first, then the rest in the order of the text."""

    def __init__(self, scene: Scene, reading: Reading) -> None:
        self.scene = scene
        self.known: dict[tuple[int, int], Party | None] = {}
        self.asked: set[tuple[int, int]] = set()
        self.companies = organisations(scene, reading)
        self.history = History(scene=scene, chains=chains(scene, reading))
        self.reference = Reference(scene, self.history, find=self.find)
        self.nouns = Nouns(scene, self.history, reference=self.reference, find=self.find)
        self.people = People(scene, reading, find=self.find)
        self.companies = {
            place: company
            for place, company in self.companies.items()
            if not any((place[0], word) in self.people.words for word in range(*company[1]))
        }
        self.reference.foremost = self.people.foremost

    def run(self) -> dict[tuple[int, int], Party]:
        """Every word in order, each phrase remembered for those that follow."""
        labels = transcript([view.tree for view in self.scene.views])
        for number, view in enumerate(self.scene.views):
            for word in range(len(view.tree.words)):
                party = self.find(number, word)
                # Who speaks says "I" of himself, and whom he speaks to is "you".
                is_beside = word < labels.get(number, 0) or relation(view.tree, word) == "vocative"
                if party and not is_beside and self._is_head(view, word):
                    self.history.meet(number, word, party=party, is_person=self._is_person(number, word))
        return {place: party for place, party in self.known.items() if party}

    def find(self, sentence: int, word: int) -> Party | None:
        """What a word refers to; None while the question is being asked already."""
        place = sentence, word
        if place in self.known:
            return self.known[place]
        if place in self.asked:
            return None
        self.asked.add(place)
        party = self._party(sentence, word)
        self.asked.discard(place)
        self.known[place] = party
        return party

    def _is_person(self, sentence: int, word: int) -> bool:
        view = self.scene.views[sentence]
        hit = view.by_word.get(word)
        spoken = hit is None and view.pronoun(word) in ("he", "she", "i")
        return (
            spoken or self.people.at(sentence, word) is not None or (hit is not None and hit.slug("office") is not None)
        )

    def _is_head(self, view: View, word: int) -> bool:
        hit = view.by_word.get(word)
        return (hit is None or hit.head == word) and relation(view.tree, word) not in ("flat", "det")

    def _party(self, sentence: int, word: int) -> Party | None:
        view = self.scene.views[sentence]
        name = self.people.at(sentence, word)
        hit = view.by_word.get(word)
        if name is None and hit is not None:
            name = self.people.by_title(hit)
        if name is not None:
            return self._person(sentence, name, words=(word, word + 1))
        if (sentence, word) in self.companies and (hit is None or hit.kind == "noun"):
            actor, words = self.companies[sentence, word]
            return Party(actors=(actor,), words=widened(view, words))
        if hit is None or hit.kind == "nothing":
            return self._unlisted(sentence, word) if hit is None else None
        if hit.kind == "noun":
            return self.nouns.party(sentence, hit)
        return self._listed(sentence, hit)

    def _unlisted(self, sentence: int, word: int) -> Party | None:
        """A pronoun, or a noun that is the last word of one body's name: `the commission`."""
        view = self.scene.views[sentence]
        if view.pronoun(word):
            return self.reference.pronoun(sentence, word)
        person = omitted(view.tree, word)
        if person:
            return self.reference.omitted(sentence, word, person=person)
        if view.tree.words[word].upos == "PROPN":
            # "Mr Gunness", "Lord Quell": a form of address that no list has, with the name hanging on it.
            flat = (self.people.at(sentence, child) for child in children(view.tree, word, "flat"))
            name = next((one for one in flat if one), None)
            return self._person(sentence, name, words=(word, name.end)) if name else None
        called = self.scene.bearer(sentence, word) if view.tree.words[word].upos == "NOUN" else None
        if called and is_definite(view, word):
            return Party(actors=(called,), words=widened(view, (word, word + 1)))
        return None

    def _person(self, sentence: int, name: Name, *, words: tuple[int, int]) -> Party:
        """A personal name with the titles beside it; `words` are those asked for, for a title that was cut off."""
        view = self.scene.views[sentence]
        beside = [(title.hit.first, title.hit.end) for title in name.titles if title.sentence == sentence]
        if name.sentence == sentence:
            beside.append((name.first, name.end))
        ranges = [*(widened(view, one) for one in beside), words]
        actor = self.people.actor(name)
        return Party(
            actors=(actor,) if actor else (), words=(min(one[0] for one in ranges), max(one[1] for one in ranges))
        )

    def _listed(self, sentence: int, hit: Hit) -> Party | None:
        """A name of the lists: of a state, its people, its capital, a seat of government or a body."""
        view = self.scene.views[sentence]
        words = widened(view, (hit.first, hit.end))
        if hit.kind in ("state", "short", "adjective", "capital"):
            whole = self._whole(sentence, hit)
            if whole:
                return whole
        if hit.kind == "seat":
            office = self.scene.roster.seat(hit.key, self.scene.date)
            return Party(actors=(office,), words=words, is_place=is_place(view, hit)) if office else None
        if hit.kind == "people":
            some = any(view.is_among(child, view.grammar.vague) for child in view.tree.children[hit.head])
            return Party(actors=() if some else (f"{hit.key}/civilians",), words=words)
        if hit.kind == "body" and hit.nouns:
            other = self.nouns.another(sentence, hit)
            if other:
                return other
        state = state_of(hit.key, self.scene.roster) if hit.kind == "place" else None
        actors = (state,) if state else hit.actors
        return Party(actors=actors, words=words, is_place=is_place(view, hit), joint=len(actors) > 1)

    def _whole(self, sentence: int, hit: Hit) -> Party | None:
        """Where the reader made the state the head of its own minister (`미국 대통령`), the one who is meant."""
        view = self.scene.views[sentence]
        flat = [child for child in children(view.tree, hit.head, "flat") if child >= hit.end]
        found = [self.people.at(sentence, child) for child in flat]
        name = next((one for one in found if one), None)
        if name:
            return self._person(sentence, name, words=(hit.first, hit.end))
        nouns = [view.by_word[child] for child in flat if child in view.by_word]
        noun = next((one for one in reversed(nouns) if one.slug("office", "body", "force", "population")), None)
        return self.nouns.party(sentence, noun) if noun else None
