"""A reader and the corpora of names, roles and chains in, F1 of each out."""

from benchmarks import corpora
from benchmarks.measures.bench import Bench, Figures, sample
from benchmarks.metrics.coreference import chain_scores
from benchmarks.metrics.names import name_counts
from benchmarks.metrics.roles import PredicateRoles, RoleScores, role_scores
from benchmarks.parts import Analysed
from sayso.reading.tokens import Tokens

_CORPORA = {
    "names.en": ("en_uner-ewt-test", "en_ewt"),
    "names.pt": ("pt_uner-bosque-test", "pt_bosque"),
    "names.zh": ("zh_uner-gsdsimp-test", "zh_gsdsimp"),
    "names.ru": ("ru_factrueval-dev", "ru_factrueval"),
}
"""Name file and style of each measure; where a treebank has the name of the style, it has the same sentences."""

_MARKED = ("person", "organisation", "place")
"""What all four name corpora mark; a name of another kind neither helps nor harms."""


def names(bench: Bench) -> Figures:
    """Names of persons, organisations and places on gold words."""
    for measure in _CORPORA:
        yield from names_of(bench, measure)


def names_of(bench: Bench, measure: str) -> Figures:
    """The same for one measure such as `names.en`: all names, then each kind."""
    corpus, style = _CORPORA[measure]
    treebank = None if style == "ru_factrueval" else f"{style}-test"
    sentences = sample(corpora.named(bench.data, corpus, treebank=treebank), quick=bench.quick)
    tokens = [Tokens(forms=item.forms, spaced=item.spaced, style=style) for item in sentences]
    found = [
        [(name.start, name.end, name.kind) for name in analysis.names]
        for analysis in bench.parts.encoder.analyse(tokens)
    ]
    gold = [item.names for item in sentences]
    yield measure, name_counts(gold, found, kinds=_MARKED).f1
    for kind in _MARKED:
        yield f"{measure}.{kind}", name_counts(gold, found, kinds=(kind,)).f1


def roles(bench: Bench) -> Figures:
    """PropBank roles of English on gold words, with predicates given and found."""
    given = role_figures(bench, given=True)
    yield "roles.given", given.arguments.f1
    yield "roles.given.with_secondary", given.with_secondary.f1
    found = role_figures(bench, given=False)
    yield "roles.found", found.arguments.f1
    yield "roles.found.with_secondary", found.with_secondary.f1
    yield "roles.predicates", found.predicates.f1


def role_figures(bench: Bench, *, given: bool) -> RoleScores:
    """Roles of the Web Treebank's test sentences, the gold predicates given or not."""
    sentences = sample(corpora.roles(bench.data, "test"), quick=bench.quick)
    tokens = [Tokens(forms=item.forms, spaced=item.spaced, style="en_ewt") for item in sentences]
    gold = [item.predicates for item in sentences]
    words = [[word for word, _ in predicates] for predicates in gold] if given else None
    return role_scores(gold, [_roles(analysis) for analysis in bench.parts.encoder.analyse(tokens, words)])


def coreference(bench: Bench) -> Figures:
    """Chains of co-reference in the GUM development documents, on gold sentences and words."""
    gold, found = [], []
    documents = corpora.chains(bench.data, "gum", "dev")
    for document in documents[:2] if bench.quick else documents:
        tokens = [Tokens(forms=forms, spaced=spaced, style="en_gum") for forms, spaced in document.sentences]
        analyses = bench.parts.encoder.analyse(tokens)
        found.append(bench.parts.linker.link(list(zip(tokens, analyses, strict=True))))
        gold.append(document.chains)
    scores = chain_scores(gold, found)
    yield "coreference.conll", scores.conll
    yield "coreference.muc", scores.muc.f1
    yield "coreference.b_cubed", scores.b_cubed.f1
    yield "coreference.ceaf", scores.ceaf.f1


def _roles(analysis: Analysed) -> list[PredicateRoles]:
    return [
        (predicate.word, [(argument.role, argument.start, argument.end) for argument in predicate.arguments])
        for predicate in analysis.predicates
    ]
