"""A scene and the reader's names in, every personal name of the document with the actor it stands for out.

A name is known by the roster, by its title (`Roberto Calzadilla, a Bolivian diplomat`), or by itself; a bare surname is
whoever bears it in the document, else whoever held a high office under it on the day of the document.
"""

from collections.abc import Iterator, Sequence

from sayso.claims.actors.gazetteer import Hit, gazetteer
from sayso.claims.actors.naming import Name, Title, clusters_of
from sayso.claims.actors.owners import Find, belonging, owners_of
from sayso.claims.actors.scene import Scene, View, state_of
from sayso.claims.actors.spelling import joined, keys, pieces, slug_of, uninflected
from sayso.claims.trees import children, marker, relation
from sayso.records import Reading

HIGH = (
    frozenset({"president", "chancellor", "leader", "monarch"}),
    frozenset({"prime-minister", "secretary-general", "crown-prince"}),
)
"""Offices whose holders a report calls by their surname alone, the highest first."""

_OF_STATE = frozenset({"president", "prime-minister", "chancellor", "monarch", "foreign-minister", "defense-minister"})
"""Offices of which a state has one, so that a text about one state means its own."""

_NAMES_TOO = frozenset({"monarch", "leader", "judge", "general", "mayor", "lawmaker"})
"""Offices whose words are names as well: `King`, `Judge`, `Major`."""

_LONGEST_SHORT = 5
"""Letters under which a title may be an abbreviation (`Capt`), so that the point after it ends no sentence."""

_LINKS = frozenset({"flat", "appos", "compound", "nmod", "dep"})
_NOT_FIRST = frozenset({"CCONJ", "SCONJ", "ADV", "ADP", "DET", "PRON", "ADJ", "NOUN", "PART"})
_NOT_NAMES = frozenset({"VERB", "AUX", "ADP", "PRON", "DET", "CCONJ", "SCONJ", "NUM", "ADV"})


class People:
    """The personal names of a document; who one is is worked out when it is first asked, with what was read so far."""

    def __init__(self, scene: Scene, reading: Reading, *, find: Find) -> None:
        self._scene = scene
        self._find = find
        found = [name for number in range(len(scene.views)) for name in _names(scene, reading, number)]
        found.extend(_bare(scene, found))
        self.clusters = clusters_of(found)
        self._of = {name: number for number, cluster in enumerate(self.clusters) for name in cluster}
        self._known: dict[int, str | None] = {}
        self.words = {(name.sentence, word): name for name in found for word in range(name.first, name.end)}
        self.titled = {id(title.hit): name for name in found for title in name.titles}

    def at(self, sentence: int, word: int) -> Name | None:
        """The name that the word is a part of."""
        return self.words.get((sentence, word))

    def by_title(self, title: Hit) -> Name | None:
        """The name that an office is written with."""
        return self.titled.get(id(title))

    def actor(self, name: Name) -> str | None:
        """Who bears the name; None for nobody, as when the owner of a title cannot be known."""
        number = self._of[name]
        if number not in self._known:
            self._known[number] = None
            self._known[number] = _actor(self._scene, self.clusters[number], self._find)
        return self._known[number]

    def foremost(self, barred: Sequence[str]) -> str | None:
        """Whom the document names most often, where one leads; `barred` actors are left out."""
        counted = sorted(
            ((len(cluster), actor) for cluster in self.clusters if (actor := self.actor(cluster[0])) not in barred),
            key=lambda pair: -pair[0],
        )
        clear = bool(counted) and counted[0][0] > 1 and (len(counted) == 1 or counted[0][0] > counted[1][0])
        return counted[0][1] if clear else None


def _names(scene: Scene, reading: Reading, number: int) -> Iterator[Name]:
    view = scene.views[number]
    ranges = [(hit.first, hit.end, hit.key) for hit in view.hits if hit.kind == "person"]
    taken = {word for first, end, _ in ranges for word in range(first, end)}
    for first, end in (*_mentioned(view, reading, number), *_after_titles(view)):
        first, end = _trimmed(view, first, end)
        over = [one for one in ranges if one[0] < end and one[1] > first]
        if over:
            wide = (min(first, over[0][0]), max(end, over[-1][1]), over[0][2])
            ranges = [one for one in ranges if one not in over] + [wide]
        elif first < end and not taken & set(range(first, end)):
            ranges.append((first, end, ""))
            taken.update(range(first, end))
    for first, end, person in sorted(set(ranges)):
        yield _name(scene, number, first=first, end=end, person=person or None)


def _bare(scene: Scene, found: Sequence[Name]) -> Iterator[Name]:
    """Surnames of full names of the document that stand alone where the reader saw no name."""
    known = {key for name in found if len(name.parts) > 1 for key in name.parts[-1]}
    taken = {(name.sentence, word) for name in found for word in range(name.first, name.end)}
    for number, view in enumerate(scene.views):
        for word, one in enumerate(view.tree.words):
            free = (number, word) not in taken and word not in view.by_word and not one.form[0].islower()
            if free and one.upos in ("PROPN", "NOUN", "X") and known & keys(one.form, view.names.matching):
                yield _name(scene, number, first=word, end=word + 1, person=None)


def _mentioned(view: View, reading: Reading, number: int) -> Iterator[tuple[int, int]]:
    words = view.tree.words
    for mention in reading.sentences[number].mentions:
        if mention.kind == "person":
            inside = [
                word
                for word, one in enumerate(words)
                if one.start >= mention.span.start and one.end <= mention.span.end
            ]
            if inside:
                yield inside[0], inside[-1] + 1


def _after_titles(view: View) -> Iterator[tuple[int, int]]:
    """Proper nouns right after an office, which the reader may have missed: `spokesman Abdulai Bako`."""
    words = view.tree.words
    for hit in view.hits:
        end = hit.end
        while end < len(words) and words[end].upos == "PROPN" and end not in view.by_word:
            end += 1
        if end > hit.end and hit.slug("office"):
            yield hit.end, end


def _trimmed(view: View, first: int, end: int) -> tuple[int, int]:
    """The range without titles, nationalities and signs at its edges; empty when no name is left."""
    words = view.tree.words
    while first < end and (_is_other(view, first) or not words[first].form[0].isalnum() or _links(view, first)):
        first += 1
    while first < end and (_is_other(view, end - 1) or not words[end - 1].form[0].isalnum() or _is_mark(view, end - 1)):
        end -= 1
    first = _behind_title(view, first, end)
    inside = [view.by_word[word] for word in range(first, end) if word in view.by_word]
    if first > 0 and end - first == 1 and view.lower(first - 1) in view.grammar.not_before_names:
        return first, first  # "the Rohingya" are a people
    named = any(hit.kind in ("body", "seat", "nothing") for hit in inside)
    small = all(words[word].form.islower() or words[word].upos in _NOT_NAMES for word in range(first, end))
    return (first, first) if named or small else (first, end)


def _behind_title(view: View, first: int, end: int) -> int:
    """Where the name begins behind a title that the reader took into it: `Climate Minister Anna Moskwa`."""
    if view.names.letters:
        return first
    for hit in view.hits:
        is_title = hit.slug("office") is not None and hit.slug("office") not in _NAMES_TOO
        if is_title and first < hit.first and hit.end < end and view.tree.words[hit.end].upos == "PROPN":
            first = hit.end
    return first


def _is_other(view: View, word: int) -> bool:
    hit = view.by_word.get(word)
    return hit is not None and hit.kind != "person"


def _links(view: View, word: int) -> bool:
    """Whether a word at the head of a sentence only begins with a capital for that: `Sowohl Kim als auch Trump`."""
    return word == 0 and view.tree.words[word].upos in _NOT_FIRST


def _is_mark(view: View, word: int) -> bool:
    return view.tree.words[word].upos == "PART"


def _name(scene: Scene, number: int, *, first: int, end: int, person: str | None) -> Name:
    view = scene.views[number]
    heads = [word for word in range(first, end) if not first <= view.tree.words[word].head < end]
    forms = [uninflected(view.tree.words[word].form, view.names.matching) for word in range(first, end)]
    written = [part for form in forms for part in pieces(form)]
    if view.names.letters:  # words are cut within names there: a name is all its letters
        written = pieces(scene.document.text[view.tree.words[first].start : view.tree.words[end - 1].end])
    parts = tuple(keys(part, view.names.matching) for part in written)
    head = heads[0] if heads else first
    if person is None and len(parts) > 1:
        person = _by_spelling(scene, view, written) or _by_ends(scene, view, parts)
    titles = tuple(Title(number, hit) for hit in _titles(view, first=first, end=end, head=head))
    if first == 0 and number > 0 and not titles:
        titles = tuple(Title(number - 1, hit) for hit in _cut_off(scene.views[number - 1]))
    return Name(sentence=number, first=first, end=end, head=head, parts=parts, person=person, titles=titles)


def _by_spelling(scene: Scene, view: View, written: Sequence[str]) -> str | None:
    """The person whose name is divided otherwise (`Shin Wonsik`), or has the family name at its other end."""
    spelled = gazetteer(view.tree.language, scene.roster).spelled
    turned = (joined([*written[1:], written[0]]), joined([written[-1], *written[:-1]]))
    return next((spelled[key] for key in (joined(written), *turned) if key in spelled), None)


def _by_ends(scene: Scene, view: View, parts: Sequence[frozenset[str]]) -> str | None:
    """The person with this first and last name, whatever stands between: `Donald J. Trump`."""
    lists = gazetteer(view.tree.language, scene.roster)
    slugs = {slug for key in parts[-1] for slug in lists.families.get(key, ())}
    fitting = [slug for slug in slugs if slug.partition("-")[0] in parts[0]]
    return fitting[0] if len(fitting) == 1 and len(parts) > 2 else None


def _titles(view: View, *, first: int, end: int, head: int) -> Iterator[Hit]:
    """The offices written with a name: right before or after it, hanging on it, or it on the office."""
    offices = [hit for hit in view.hits if hit.slug("office") and not _is_former(view, hit)]
    edge, near = first, _near(view, head)
    for hit in reversed(offices):
        # "navy spokesman Commander Sinha": a title before a title; a point may follow an abbreviation.
        gap = view.tree.words[hit.end : edge] if hit.end <= edge else ()
        if hit.end == edge or (gap and all(word.form == "." for word in gap)):
            edge = hit.first
            yield hit
        elif _is_near(view, hit, end, near):
            yield hit


def _is_near(view: View, hit: Hit, end: int, near: set[int]) -> bool:
    if view.names.letters and hit.first in (end, end - 1):
        return True
    return bool(near & set(range(hit.first, hit.end))) and not marker(view.tree, hit.head)


def _cut_off(view: View) -> Iterator[Hit]:
    """The office at the end of a sentence that was cut at its point: `Navy Capt. | Jeff Davis said`."""
    words = view.tree.words
    last = view.hits[-1] if view.hits else None
    cut = last is not None and all(word.form == "." for word in words[last.end :])
    if last is not None and cut and last.slug("office") and len(words[last.first].form) < _LONGEST_SHORT:
        yield last


def _near(view: View, head: int) -> set[int]:
    """The words that a name hangs on or that hang on it as one phrase."""
    tree = view.tree
    near = set(children(tree, head, *_LINKS))
    above = tree.words[head].head
    # "Clinton spokesman Jesse Lehrich": a name before an office owns it, but for languages that put titles last.
    owns = relation(tree, head) in ("compound", "nmod") and head < above and not view.names.letters
    if relation(tree, head) in _LINKS and not owns and not children(tree, head, "case") and above >= 0:
        near.add(above)
        near.update(children(tree, above, "flat", "appos"))
    return near


def _is_former(view: View, hit: Hit) -> bool:
    """Whether a word denies the office: `former president`, `ex-minister`."""
    tree = view.tree
    beside = [
        word for word in range(max(0, hit.first - 3), hit.first) if tree.words[word].upos not in ("PUNCT", "VERB")
    ]
    below = [child for word in range(hit.first, hit.end) for child in tree.children[word]]
    return any(view.is_among(word, view.grammar.former) for word in (*beside[-3:], *below))


def _actor(scene: Scene, cluster: Sequence[Name], find: Find) -> str | None:
    """Who a name is: by the roster at the date, by a title that says whose, by a title alone, or only by the name."""
    person = next((name.person for name in cluster if name.person), None) or _by_surname(scene, cluster)
    if person:
        office = scene.roster.office(person, scene.date)
        if office:
            return office
    for owned in (True, False):
        for name in cluster:
            for title in name.titles:
                actor = _by_title(scene, name, title, find=find) if owned else _by_context(scene, title, person)
                if actor:
                    return actor
    employed = next(filter(None, (_by_employer(scene, name, find) for name in cluster)), None)
    return employed or (f"person/{person}" if person else _plain_person(scene, cluster))


def _by_employer(scene: Scene, name: Name, find: Find) -> str | None:
    """The body that a person without a title comes from: `Christopher Gunness from the UN Relief and Works Agency`."""
    view = scene.views[name.sentence]
    for child in children(view.tree, name.head, "nmod"):
        hit = view.by_word.get(child)
        if hit is not None and hit.kind == "body" and marker(view.tree, child) in view.grammar.employer_marks:
            party = find(name.sentence, child)
            if party and party.actors and scene.roster.kind(party.actors[0]) == "body":
                return party.actors[0]
    return None


def _by_title(scene: Scene, name: Name, title: Title, *, find: Find) -> str | None:
    """The office that a title gives; None without a title of a state or a body between states."""
    beside = (name.first, name.end) if title.sentence == name.sentence else (0, 0)
    owners = owners_of(scene, title.sentence, hit=title.hit, find=find, beside=beside)
    owned = [belonging(owner, title.hit, roster=scene.roster) for owner in owners.actors[:1]]
    return next((actor for actor in owned if actor and not actor.startswith("org/")), None)


def _by_context(scene: Scene, written: Title, person: str | None) -> str | None:
    """The office of a title that does not say whose: of the state the person served, else the one the text is about."""
    title, sentence = written.hit, written.sentence
    slug = title.slug("office")
    if title.slug("default"):
        return title.slug("default")
    served = {state_of(term.office, scene.roster) for term in scene.roster.terms.get(person or "", ())}
    state = served.pop() if len(served) == 1 else None
    if state is None and slug in _OF_STATE:
        state = scene.only
    if state is None and slug and slug.endswith("minister"):
        state = scene.at_home(sentence)
    return f"{state}/{slug}" if state else None


def _by_surname(scene: Scene, cluster: Sequence[Name]) -> str | None:
    """Who of the roster bears a surname that the document never completes: by the title, else by a high office."""
    name = cluster[0]
    if not name.parts:
        return None  # nothing but titles and particles
    view = scene.views[name.sentence]
    given = [part for part in name.parts[:-1] if not part & view.grammar.name_particles]
    if any(min(map(len, part)) > 1 for part in given):
        return None
    lists = gazetteer(view.tree.language, scene.roster)
    slugs = dict.fromkeys(slug for key in name.parts[-1] for slug in lists.families.get(key, ()))
    if given:
        # "С.Лавров": an initial leaves hardly more than one, whatever his office.
        slugs = dict.fromkeys(slug for slug in slugs if lists.initials.get(slug, frozenset()) & given[0])
        if len(slugs) == 1:
            return next(iter(slugs))
    held = {slug: scene.roster.office(slug, scene.date) for slug in slugs}
    titles = {title.hit.slug("office") for one in cluster for title in one.titles}
    titled = [slug for slug, office in held.items() if office and office.partition("/")[2] in titles]
    high = ([slug for slug, office in held.items() if office and office.partition("/")[2] in rank] for rank in HIGH)
    for choice in (titled, *high):
        if len(choice) == 1:
            return choice[0]
        named = [slug for slug in choice if _is_named(scene, held[slug])]
        if len(named) == 1:
            return named[0]
    return None


def _is_named(scene: Scene, office: str | None) -> bool:
    """Whether the document names the state of an office."""
    state = state_of(office, scene.roster) if office else None
    return any(hit.key == state for view in scene.views for hit in view.hits)


def _plain_person(scene: Scene, cluster: Sequence[Name]) -> str | None:
    """The id made from the fullest form of the name, of several as full the shortest, which has the fewest endings."""
    full = [name for name in cluster if len(name.parts) == len(cluster[0].parts)]
    slug = min((_slug(scene, name) for name in full), key=len)
    return f"person/{slug}" if slug else None


def _slug(scene: Scene, name: Name) -> str:
    view = scene.views[name.sentence]
    words = view.tree.words[name.first : name.end]
    return slug_of(uninflected(scene.document.text[words[0].start : words[-1].end], view.names.matching))
