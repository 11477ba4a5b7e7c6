"""A sentence of a language with words written together in, the same with what was cut off a word joined to it, out.

Arabic writes "and", "by", "to", "them" together with the word beside them, and parsers cut such a letter off words that
only begin or end with it: "و" off "وزير" (minister), "ب" off "بوليفيا" (Bolivia). Two such words are one where the
whole is known and what is left without the letter is not. Which letters these are stands under `[cut]` in
`lang/<code>/markers.toml`; a language without them is left as it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from sayso.claims.hanging import is_tree
from sayso.lang.events import event_words
from sayso.lang.grammar import grammar
from sayso.lang.names import names, territories
from sayso.lang.stems import listed_words, unmarked
from sayso.records import Argument, Predicate, Sentence, Word

SHORTEST = 3
"""Letters of the shortest word that is known with an ending."""

_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """Words of a language that are written so or with one of its endings."""

    words: frozenset[str]
    functions: frozenset[str]
    endings: tuple[str, ...]
    articles: tuple[str, ...]

    def holds(self, form: str) -> bool:
        """Whether the form is one of the words, with or without an article and an ending."""
        return any(self._is_one(begun) for begun in self._without_article(form))

    def _without_article(self, form: str) -> Iterator[str]:
        yield form
        yield from (form.removeprefix(article) for article in self.articles if form.startswith(article))

    def _is_one(self, form: str) -> bool:
        return form in self.words or any(
            form.endswith(ending) and len(form) - len(ending) >= SHORTEST and form.removesuffix(ending) in self.words
            for ending in self.endings
        )


def join_clitics(sentence: Sentence) -> Sentence:
    """The sentence with fewer words where some were cut in two."""
    cut = grammar(sentence.language).cut
    if not cut:
        return sentence
    known = _known(sentence.language)
    words, joined = list(sentence.words), [False] * len(sentence.words)
    for number in range(1, len(words)):
        first, second = words[number - 1], words[number]
        if (
            joined[number - 1]
            or first.end != second.start
            or not _is_cut(first, second, known=known, language=sentence.language)
        ):
            continue
        words[number] = _whole(words, number, sentence.language)
        joined[number] = True
    return _without(sentence, words, joined) if any(joined) else sentence


@cache
def _known(language: str) -> _Known:
    found = names(language)
    written = [one.name for one in found.named] + [noun.word for noun in found.nouns]
    written += [part for one in found.named if one.kind == "person" for part in one.name.split()]
    written += [name for each in territories(language).values() for name in each]
    functions = {form for form in grammar(language).negation if " " not in form}
    words = {name.split()[0] for name in written if name} | set(listed_words(language))
    words |= {
        lemmas[0] for lemmas in (entry.lemmas for each in event_words(language).entries.values() for entry in each)
    }
    cut = grammar(language).cut
    return _Known(
        words=frozenset(word for word in words if len(word) >= SHORTEST),
        functions=frozenset(functions),
        endings=cut.endings,
        articles=cut.articles,
    )


def _is_cut(first: Word, second: Word, *, known: _Known, language: str) -> bool:
    cut = grammar(language).cut
    whole = first.form + second.form
    if first.form in cut.before:
        if whole in known.functions:
            return second.upos == "PRON"
        whole, rest = unmarked(whole, language), unmarked(second.form, language)
        return second.upos != "PRON" and known.holds(whole) and not known.holds(rest)
    return second.form in cut.behind and whole in known.words and not known.holds(first.form)


def _whole(words: list[Word], number: int, language: str) -> Word:
    """The word that two make, in the tree as it would hang without what was cut off."""
    first, second = words[number - 1], words[number]
    form = first.form + second.form
    if form in grammar(language).negation:
        verb = second.head if second.head >= 0 else number
        return replace(second, start=first.start, form=form, upos="PART", head=verb, relation="advmod")
    if second.head == number - 1:  # what stands behind is taken for an object of what it belongs to
        return replace(first, end=second.end, form=form)
    relation = second.relation
    above = words[second.head] if second.head >= 0 else None
    if above is not None and first.head == number and first.relation in ("case", "cc"):
        if above.upos in _VERBAL and relation in ("obl", "conj") and second.upos not in _VERBAL:
            has_subject = any(word.head == second.head and word.relation == "nsubj" for word in words)
            relation = "obj" if has_subject else "nsubj"
        elif above.upos not in _VERBAL and relation == "conj":
            relation = "nmod"
    return replace(second, start=first.start, form=form, relation=relation)


def _without(sentence: Sentence, words: list[Word], joined: list[bool]) -> Sentence:
    """The sentence without the words that the next ones have taken in."""
    gone = [number + 1 < len(words) and joined[number + 1] for number in range(len(words))]
    place, at = [], 0
    for number in range(len(words)):
        place.append(at)
        at += not gone[number]
    kept = tuple(
        replace(word, head=place[word.head] if word.head >= 0 else -1)
        for number, word in enumerate(words)
        if not gone[number]
    )
    if not is_tree(kept):
        return sentence
    predicates = tuple(
        Predicate(
            word=place[each.word],
            arguments=tuple(
                Argument(role=one.role, start=place[one.start], end=place[one.end - 1] + 1) for one in each.arguments
            ),
        )
        for each in sentence.predicates
    )
    events = tuple(replace(each, word=place[each.word]) for each in sentence.events)
    return replace(sentence, words=kept, predicates=predicates, events=events)
