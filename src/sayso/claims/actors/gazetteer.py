"""A sentence in, the names and generic nouns of its language's lists that stand in it out, longest first.

A look-up costs one dictionary access for most words. Where words are written apart, names are matched word by word, by
the form, its lemma, and the form without its endings; elsewhere letter by letter, whatever the words are.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from sayso.claims.actors.spelling import SHORTEST_NAME, SHORTEST_STEM, fold, joined, keys, pieces, stems, uninflected
from sayso.claims.trees import Tree
from sayso.lang.names import Matching, Named, Names, names, territories
from sayso.vocab.actors import Roster

_LONGEST_SHOUT = 6
"""Letters from which a word in capitals is no abbreviation: `TASS` is one, `RUSSIA` in a heading is none."""

_LONG_KANA = 5
"""Letters from which a name in kana may touch others where the reader parts them (`アメリカメディア`); shorter ones
are found in any longer word (`マリ` in `マリウポリ`). Chosen on Japanese news; 4 and 6 gave the same."""

_FORMS = 10_000  # remembered word forms of a language, some 4 MB; with fourteen languages open they add up

_JOINS = frozenset("-‐‑–'’`&./·・")
_HYPHENS = frozenset("-‐‑–")
_PAIRED = ("adjective", "people", "combining")
_RANK = (
    "nothing",
    "person",
    "seat",
    "body",
    "state",
    "short",
    "people",
    "adjective",
    "capital",
    "place",
    "noun",
    "combining",
)


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """A name or noun of the lists where it stands in a sentence."""

    kind: str
    """`Named.kind`, or `noun`."""
    key: str
    """An actor id, or a slug of a person or seat; empty for a noun."""
    nouns: tuple[tuple[str, str], ...]
    """Group and slug of every reading of a noun."""
    first: int
    end: int
    """Half-open range of words."""
    head: int
    """The word of the range on which the others hang."""
    start: int
    stop: int
    """Offsets in the document, for names shorter than a word."""

    @property
    def actors(self) -> tuple[str, ...]:
        """The ids that the name stands for: one, but for names of several states (`中美`)."""
        return tuple(self.key.split("+"))

    def slug(self, *groups: str) -> str | None:
        """The slug of the noun in the first of these groups that it belongs to."""
        return next((slug for group in groups for own, slug in self.nouns if own == group), None)


@dataclass(slots=True)
class _Node:
    # Of 143,000 nodes of fourteen languages most lead nowhere: they share what is empty.
    next: dict[str, "_Node"] = field(default_factory=lambda: _NOWHERE)
    entries: tuple["_Entry", ...] = ()


_NOWHERE: dict[str, _Node] = {}


@dataclass(frozen=True, slots=True, eq=False)
class _Entry:
    kind: str
    key: str
    group: str
    written: str


@dataclass(frozen=True, slots=True, eq=False)
class _Unit:
    keys: tuple[str, ...]
    piece: str
    word: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """The lists of one language, ready for look-up."""

    names: Names
    root: _Node
    families: dict[str, tuple[str, ...]]
    """For every family name, as `keys` has it, the persons of the roster who bear it."""
    initials: dict[str, frozenset[str]]
    """For every person the first letters of the names he or she is listed by."""
    spelled: dict[str, str]
    """For every full name, written in one, the person: spacing and hyphens differ between reports."""
    forms: dict[tuple[str, str], tuple[tuple[str, tuple[str, ...]], ...]]
    """What was worked out for forms and lemmas met before: their pieces with the keys of each."""


@lru_cache(maxsize=32)
def gazetteer(code: str, roster: Roster) -> Gazetteer:
    """The names of a language and those of the roster; built once for each language of a run."""
    of = names(code)
    root = _Node()
    families: dict[str, dict[str, None]] = {}
    initials: dict[str, frozenset[str]] = {}
    spelled: dict[str, str] = {}
    for named in (*of.named, *_others(of, roster)):
        _insert(root, _Entry(named.kind, named.id, "", named.name), of)
        if named.kind == "person":
            for key in _family_keys(named, of, roster):
                families.setdefault(key, {})[named.id] = None
            initials[named.id] = initials.get(named.id, frozenset()) | {fold(named.name[0])}
            spelled.setdefault(joined(pieces(named.name)), named.id)
    for noun in of.nouns:
        _insert(root, _Entry("noun", noun.slug, noun.group, noun.word), of)
    return Gazetteer(
        names=of,
        root=root,
        families={key: tuple(slugs) for key, slugs in families.items()},
        initials=initials,
        spelled=spelled,
        forms={},
    )


def _family_keys(named: Named, of: Names, roster: Roster) -> frozenset[str]:
    parts = pieces(named.name)
    if len(parts) < 2:
        return frozenset()
    family = roster.families.get(named.id)
    if family is None:
        return keys(parts[-1], of.matching)
    if family in [fold(part) for part in parts]:
        return keys(family, of.matching)
    return keys(parts[0], of.matching)


def _others(of: Names, roster: Roster) -> Iterator[Named]:
    known = territories(of.code)
    for state, code in roster.territories.items():
        for name in known.get(code, ()):
            yield Named(id=state, name=name, kind="state")
    if of.matching.slugs:
        for actor in roster.actors:
            if actor.startswith("person/"):
                slug = actor.removeprefix("person/")
                yield Named(id=slug, name=slug.replace("-", " ").title(), kind="person")
    for alias in roster.aliases:
        if alias.language in (None, of.code):
            person = alias.id.startswith("person/")
            kind = "person" if person else "state" if roster.is_state(alias.id) else "body"
            yield Named(id=alias.id.removeprefix("person/"), name=alias.name, kind=kind)


def _insert(root: _Node, entry: _Entry, of: Names) -> None:
    parts = _pieces_of(entry.written, letters=of.letters)
    nodes = [root] if parts else []
    for part in parts:
        known = (fold(part), *stems(fold(part), of.matching.endings, shortest=SHORTEST_STEM))
        nodes = [child for node in nodes for child in _step(node, known)]
    for node in nodes:
        node.entries += (entry,)


def _step(node: _Node, known: Sequence[str]) -> list[_Node]:
    """The nodes that any of the keys leads to; keys that lead nowhere are made to lead there too."""
    reached = [node.next[key] for key in known if key in node.next] or [_Node()]
    if node.next is _NOWHERE:
        node.next = {}
    for key in known:
        node.next.setdefault(key, reached[0])
    return list({id(child): child for child in reached}.values())


def _pieces_of(text: str, *, letters: bool) -> list[str]:
    parts = pieces(text)
    return [letter for part in parts for letter in part] if letters else parts


def scan(tree: Tree, gazetteer: Gazetteer) -> tuple[Hit, ...]:
    """The names and nouns of the sentence in order, none inside another."""
    units = _letters(tree) if gazetteer.names.letters else _units(tree, gazetteer)
    found, at, ended = list[Hit](), 0, 0
    while at < len(units):
        # In words that carry particles a name begins with the word or right behind another name: `한미`, `러시아군`.
        inside = at > ended and gazetteer.names.matching.letters and units[at - 1].word == units[at].word
        end, entries = (at, []) if inside else _longest(units, at, gazetteer)
        if entries and "+" in entries[0].key and _longest(units, end - 1, gazetteer)[0] > end:
            end, entries = at, []  # "11月6日美国" has no 日美 in it
        if entries:
            hit = _hit(tree, entries, units[at:end])
            found.append(_joined(found.pop(), hit) if found and _is_pair(tree, found[-1], hit) else hit)
            ended = end
        at = max(end, at + 1)
    return tuple(hit for hit in found if hit.kind != "combining")


def _is_pair(tree: Tree, one: Hit, other: Hit) -> bool:
    """Whether two adjectives of states are joined by a hyphen: `российско-американский`, `Sino-Russian`."""
    sentence = tree.sentence.span
    at = one.stop - sentence.start  # the reader may leave the hyphen with the second
    is_joined = other.start - one.stop <= 1 and sentence.quote[at : at + 1] in _HYPHENS
    return is_joined and one.kind in _PAIRED and other.kind in ("adjective", "people")


def _joined(one: Hit, other: Hit) -> Hit:
    """One hit for both states, in the order in which they are named."""
    key = one.key if one.key == other.key else f"{one.key}+{other.key}"
    return replace(other, kind="adjective", key=key, first=one.first, start=one.start)


def _units(tree: Tree, gazetteer: Gazetteer) -> list[_Unit]:
    """The words in pieces of letters; a sign that no name contains is a unit without a key, which ends every name."""
    units: list[_Unit] = []
    forms = gazetteer.forms
    if len(forms) > _FORMS:
        forms.clear()
    for number, (word, lemma) in enumerate(zip(tree.words, tree.lemmas, strict=True)):
        form = word.form
        if _is_contracted(tree, number):
            form = lemma = _written(tree, number)
        elif number and _is_contracted(tree, number - 1):
            continue
        known = forms.get((form, lemma))
        if known is None:
            known = forms[form, lemma] = tuple(_keyed(form, lemma, gazetteer.names.matching))
        place = word.start
        cut = _cut_off(tree, number, gazetteer.names.matching)
        for part, found in known:
            at = _written(tree, number).find(part, place - word.start) if len(known) > 1 else -1
            place = word.start + max(at, 0)
            units.append(_Unit((*found, *cut), part, number, place, place + len(part) if at >= 0 else word.end))
    return units


def _cut_off(tree: Tree, number: int, matching: Matching) -> tuple[str, ...]:
    """The word with the letter before it, which the reader took for a prefix of it: `و-اشنطن`."""
    before = tree.words[number - 1] if number and matching.prefixes else None
    if before is None or before.end != tree.words[number].start or before.form not in matching.prefixes:
        return ()
    return tuple(keys(before.form + tree.words[number].form, matching))


def _is_contracted(tree: Tree, word: int) -> bool:
    """Whether an adposition is written in one with the article after it: `du`, `del`, `im`."""
    words = tree.words
    if word + 1 >= len(words) or words[word].upos != "ADP" or words[word + 1].upos != "DET":
        return False
    return (words[word].start, words[word].end) == (words[word + 1].start, words[word + 1].end)


def _written(tree: Tree, word: int) -> str:
    """The word as the text has it, where several words of the tree may be written in one."""
    sentence = tree.sentence.span
    return sentence.quote[tree.words[word].start - sentence.start : tree.words[word].end - sentence.start]


def _keyed(form: str, lemma: str, matching: Matching) -> Iterator[tuple[str, tuple[str, ...]]]:
    parts = pieces(uninflected(form, matching))
    if not parts and form not in _JOINS:
        yield form, ()
    own = [fold(one) for one in ([lemma] if len(parts) == 1 else pieces(lemma))]
    if matching.prefixes or len(own) != len(parts):  # where words have prefixes, theirs are no forms of names
        own = [fold(part) for part in parts]
    for part, lemma_of_part in zip(parts, own, strict=True):
        known = [fold(part), lemma_of_part]
        known.extend(keys(part, matching))
        known.extend(
            put + form[len(taken) :]
            for form in dict.fromkeys(known)
            for taken, put in matching.taken
            if form.startswith(taken) and len(form) - len(taken) >= SHORTEST_NAME
        )
        yield part, tuple(dict.fromkeys(known))


def _letters(tree: Tree) -> list[_Unit]:
    units: list[_Unit] = []
    for number, word in enumerate(tree.words):
        for offset, letter in enumerate(word.form):
            if letter.isalnum() or letter not in _JOINS:
                known = (fold(letter),) if letter.isalnum() else ()
                start = min(word.start + offset, word.end - 1)
                units.append(_Unit(known, letter, number, start, start + 1))
    return units


def _longest(units: Sequence[_Unit], at: int, gazetteer: Gazetteer) -> tuple[int, list[_Entry]]:
    """Where the longest name from a unit on ends, and all that it may be."""
    nodes, end, best, place = [gazetteer.root], at, list[_Entry](), at
    while nodes and place < len(units):
        nodes = [node.next[key] for node in nodes for key in units[place].keys if key in node.next]
        place += 1
        fitting = [
            entry
            for node in {id(node): node for node in nodes}.values()
            for entry in node.entries
            if _in_case(entry, units[at:place]) and _bounded(units, at, place, gazetteer.names)
        ]
        if fitting:
            end, best = place, fitting
    return end, best


def _in_case(entry: _Entry, units: Sequence[_Unit]) -> bool:
    """Whether the text may be this name, by its capitals.

    A name of one word must be written with a capital, an abbreviation in capitals, one of a body in two words with a
    capital at the last (`el país` is not El País); others may be written small (`the international court of justice`).
    What begins with `=` is written just so.
    """
    written, shown = entry.written, [unit.piece for unit in units]
    if written.startswith("="):
        return "".join(shown) == "".join(pieces(written))
    parts = pieces(written)
    if entry.kind == "body" and len(parts) == 2 and len(shown) == 2 and parts[1][0].isupper():
        return not shown[1][0].islower()
    if len(parts) > 1 or not parts[0][0].isupper():
        return True
    if 1 < len(parts[0]) < _LONGEST_SHOUT and parts[0].isupper():
        return all(piece == piece.upper() for piece in shown)
    return not shown[0][0].islower()


def _bounded(units: Sequence[_Unit], first: int, end: int, of: Names) -> bool:
    """Whether a name found letter by letter begins and ends where a name may."""
    if not of.letters:
        return True
    for inside, outside in ((first, first - 1), (end - 1, end)):
        if 0 <= outside < len(units) and _runs_on(units[inside], units[outside], short=end - first < _LONG_KANA):
            return False
    if not of.matching.particles:
        return True
    rest = "".join(unit.piece for unit in units[end:] if unit.word == units[end - 1].word)
    return not rest or rest in of.matching.particles or rest.startswith(of.matching.suffixes)


def _runs_on(inside: _Unit, outside: _Unit, *, short: bool) -> bool:
    """Whether two neighbouring letters belong to one word: Latin letters, or kana, which readers cut at random."""
    both = inside.piece + outside.piece
    if both.isascii():
        return inside.word == outside.word
    touching = inside.end == outside.start or outside.end == inside.start
    kana = touching and all(unicodedata.name(letter, "").startswith("KATAKANA") for letter in both)
    return kana and (short or inside.word == outside.word)


def _hit(tree: Tree, entries: Sequence[_Entry], units: Sequence[_Unit]) -> Hit:
    if len({entry.kind for entry in entries}) > 1 and tree.words[units[0].word].upos == "ADJ":
        # "las tropas rusas": where a people is called as its adjective, the tree tells.
        entries = [entry for entry in entries if entry.kind != "people"] or entries
    entry = min(entries, key=lambda entry: _RANK.index(entry.kind))
    first, end = units[0].word, units[-1].word + 1
    heads = [word for word in range(first, end) if not first <= tree.words[word].head < end]
    return Hit(
        kind=entry.kind,
        key="" if entry.kind == "noun" else entry.key,
        nouns=tuple(dict.fromkeys((one.group, one.key) for one in entries if one.kind == "noun")),
        first=first,
        end=end,
        head=heads[0] if heads else first,
        start=units[0].start,
        stop=units[-1].end,
    )
