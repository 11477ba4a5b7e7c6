"""Trees in, a `Scene` out: every sentence with the names and generic nouns in it, and the date they are read at."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.claims.actors.datelines import states_of_dateline
from sayso.claims.actors.gazetteer import Hit, gazetteer, scan
from sayso.claims.actors.spelling import fold
from sayso.claims.trees import Tree, children, relation
from sayso.lang.names import Grammar, Names
from sayso.records import Document
from sayso.vocab.actors import Roster

_NOT_NOUNS = frozenset({"VERB", "AUX", "ADV", "ADP", "SCONJ", "INTJ"})
DOMINANT = 0.6
"""Share of all names of states that one state must have for a text to be about it; tuned on the development texts,
where .5 to .7 gave the same and .8 lost `the government` in reports that name a neighbour."""
RIVAL = 3
"""Times that the one state must be named for each time of the next to be the only one; tuned on news of September 2016
and 2018, where at 2 `the president` of American reports on Russia became the Russian one."""
_TELLING = ("state", "adjective", "capital")
FEWEST = 2
"""Names of a state from which a text can be about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """What a noun phrase, a pronoun or an adjective of nationality refers to."""

    actors: tuple[str, ...]
    """Ids of actors; none when it is clearly a party, but nobody we can identify."""
    words: tuple[int, int]
    """Half-open range of words: the phrase with its title and the name beside it, without relative clauses."""
    is_place: bool = False
    """Whether the grammar makes it a place only; `actors` then says which state the place lies in."""
    joint: bool = False
    """Whether one phrase stands for several: `the two countries`."""
    part: str | None = None
    """What it is of a state that the text does not tell, as the end of an id: `military` for "the soldiers"."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """One sentence with what the lists say of its words."""

    tree: Tree
    names: Names
    hits: tuple[Hit, ...]
    by_word: dict[int, Hit]
    """For every word the hit that covers it; where a word is several names, the last."""

    @property
    def grammar(self) -> Grammar:
        """The grammar of names in the language of the sentence."""
        return self.names.grammar

    def lower(self, word: int) -> str:
        """The form of a word in lower case."""
        return self.tree.words[word].form.lower()

    def pronoun(self, word: int) -> str | None:
        """What the word stands for as a pronoun, one of `PERSONS`; None when it is none."""
        form = self.lower(word)
        upos = self.tree.words[word].upos
        if upos in ("VERB", "AUX") or (form in self.grammar.articles and upos != "PRON"):
            return None  # German "sein" is "his" and "to be"
        return self.names.pronouns.get(form)

    def points(self, word: int) -> bool:
        """Whether a noun with nothing beside it points to something known, as its language lets it."""
        below = ("det", "amod", "nummod", "nmod", "acl", "compound", "appos", "flat")
        return self.grammar.bare and not children(self.tree, word, *below)

    def heading(self, word: int) -> str:
        """What a word is called by again: its lemma, or its form where lemmas are those of listed words alone."""
        return fold(self.lower(word)) if self.names.matching.prefixes else self.tree.lemmas[word]

    def is_plural(self, word: int) -> bool:
        """Whether a noun is more than one by its ending; False in languages where cases or genders end so, too."""
        form = self.lower(word)
        return form.endswith(self.grammar.plurals) and form != self.tree.lemmas[word]

    def is_among(self, word: int, listed: Iterable[str]) -> bool:
        """Whether the word, as form or lemma, is one of these."""
        chosen = listed if isinstance(listed, frozenset) else frozenset(listed)
        return self.lower(word) in chosen or self.tree.lemmas[word] in chosen


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A document as the rules for parties see it."""

    document: Document
    views: tuple[View, ...]
    roster: Roster
    about: str | None
    """The state that the text is about, where one prevails."""
    only: str | None
    """The same, where no other state is named even a third as often: whose an army or government must be."""
    home: tuple[str, ...]
    """The states that the report comes from by its dateline, where the text names them."""
    called: dict[str, tuple[tuple[int, str], ...]]
    """For the last words of names of bodies in the text (`court`, `agency`) the bodies that bear it, by sentence."""

    @property
    def date(self) -> str | None:
        """The day at which offices are read."""
        return self.document.published

    def bearer(self, sentence: int, word: int) -> str | None:
        """The body that a last word of names means: the one named last with it, before all the only one."""
        view = self.views[sentence]
        named = list(self.called.get(view.heading(word), ()))
        for head in view.grammar.heads & {view.heading(word), view.lower(word)}:
            named.extend(each for name, bodies in self.called.items() if name.endswith(head) for each in bodies)
        before = [actor for at, actor in sorted(set(named), key=lambda each: each[0]) if at <= sentence]
        only = {actor for _, actor in named}
        return before[-1] if before else only.pop() if len(only) == 1 else None

    def at_home(self, sentence: int) -> str | None:
        """The state of the dateline, of several the only one that the sentence names."""
        view = self.views[sentence]
        named = {state_of(actor, self.roster) for hit in view.hits for actor in hit.actors if hit.kind != "noun"}
        found = [state for state in self.home if len(self.home) == 1 or state in named]
        return found[0] if len(found) == 1 else None


def open_scene(trees: Sequence[Tree], document: Document, *, roster: Roster) -> Scene:
    """The sentences with the names found in them."""
    views = tuple(_view(tree, roster) for tree in trees)
    named = {key for view in views for hit in view.hits if hit.kind in (*_TELLING, "body") for key in hit.actors}
    views = tuple(_with_short(view, named, roster) for view in views)
    counted = _counted(views, roster, document.published)
    return Scene(
        document=document,
        views=views,
        roster=roster,
        about=_about(counted),
        only=_only(counted),
        home=states_of_dateline(views),
        called=_called(views),
    )


def _view(tree: Tree, roster: Roster) -> View:
    lists = gazetteer(tree.language, roster)
    hits = tuple(hit for hit in scan(tree, lists) if hit.kind != "noun" or not _is_other_word(tree, hit))
    by_word = {word: hit for hit in hits for word in range(hit.first, hit.end)}
    return View(tree=tree, names=lists.names, hits=hits, by_word=by_word)


def _with_short(view: View, named: set[str], roster: Roster) -> View:
    """Short names (`the North`, `the coalition`) are kept where the text has another, and those of states are nouns."""
    wrong = []
    for hit in view.hits:
        if hit.kind == "short" and not _is_pair(view, hit):
            is_side = not view.names.letters and any(map(roster.is_state, hit.actors)) and _modifies(view.tree, hit)
            if named.isdisjoint(hit.actors) or is_side:
                wrong.append(hit)
    if not wrong:
        return view
    hits = tuple(hit for hit in view.hits if hit not in wrong)
    return replace(view, hits=hits, by_word={word: hit for hit in hits for word in range(hit.first, hit.end)})


def _is_pair(view: View, hit: Hit) -> bool:
    """Whether two states are named in one word, which tells them apart from all else: `美韩`."""
    is_name = view.tree.words[hit.head].upos == "PROPN" or relation(view.tree, hit.head) == "compound"
    return len(hit.actors) > 1 and view.names.letters and is_name


def _modifies(tree: Tree, hit: Hit) -> bool:
    """Whether a short name is but an adjective of what follows; not so in `North and South Korea`."""
    follows = tree.words[hit.end].upos if hit.end < len(tree.words) else ""
    return relation(tree, hit.head) in ("compound", "amod") and follows != "CCONJ"


def _is_other_word(tree: Tree, hit: Hit) -> bool:
    """Whether what looks like a noun is a verb, or an adjective that names nobody: `un periódico oficial`."""
    if tree.words[hit.first].upos == "ADJ" and tree.words[hit.first].relation == "amod" and not hit.slug("force"):
        return hit.end - hit.first == 1
    return hit.end - hit.first == 1 and tree.words[hit.first].upos in _NOT_NOUNS and not is_subject(tree, hit.first)


def is_subject(tree: Tree, word: int) -> bool:
    """Whether the word is the subject of a clause, passive or not."""
    return relation(tree, word) == "nsubj"


def state_of(actor: str, roster: Roster) -> str | None:
    """The state that an actor is or belongs to; None for groups, persons and bodies between states.

    >>> from sayso.vocab.actors import open_roster
    >>> state_of("USA/president", open_roster()), state_of("NATO", open_roster())
    ('USA', None)
    """
    owner = actor.partition("/")[0]
    return owner if roster.is_state(owner) else None


def _called(views: Sequence[View]) -> dict[str, tuple[tuple[int, str], ...]]:
    """`the court` is the International Court of Justice where that was the last court named: the head of a name."""
    bearers: dict[str, list[tuple[int, str]]] = {}
    for number, view in enumerate(views):
        for hit in view.hits:
            if hit.kind == "body" and (hit.end - hit.first > 1 or view.grammar.heads):
                bearers.setdefault(view.heading(hit.head), []).append((number, hit.key))
    return {word: tuple(named) for word, named in bearers.items()}


def _counted(views: Sequence[View], roster: Roster, date: str | None) -> list[tuple[str, int]]:
    """How often each state is named, itself or by its people, capital, bodies or persons; the most frequent first."""
    counted: Counter[str] = Counter()
    for view in views:
        for hit in view.hits:
            actors = (roster.office(hit.key, date),) if hit.kind == "person" else hit.actors
            states = [state_of(actor, roster) for actor in actors if actor]
            if hit.kind not in ("noun", "nothing", "seat"):
                counted.update(state for state in states if state)
    return counted.most_common()


def _about(counted: Sequence[tuple[str, int]]) -> str | None:
    if not counted:
        return None
    state, most = counted[0]
    return state if most >= FEWEST and most >= DOMINANT * sum(times for _, times in counted) else None


def _only(counted: Sequence[tuple[str, int]]) -> str | None:
    state = _about(counted)
    return state if state and (len(counted) < 2 or counted[1][1] * RIVAL <= counted[0][1]) else None


def modifiers(tree: Tree, words: Iterable[int], *relations: str) -> list[int]:
    """The children of any of the words with one of the relations that are not among the words, in order."""
    inside = set(words)
    return sorted(child for word in inside for child in children(tree, word, *relations) if child not in inside)
