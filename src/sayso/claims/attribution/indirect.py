"""What is told of who says what in, the sentences that go on reporting it in a form for another's word added out.

German puts "Man habe die Häfen gesperrt" in the subjunctive as long as it is still the speaker of the sentence before.
"""

from sayso.claims.attribution.moods import is_indirect
from sayso.claims.attribution.spoken import Told, heard_before
from sayso.claims.attribution.utterances import Utterance
from sayso.lang.sayings import sayings


def report_on(told: Told) -> None:
    """Give a sentence whose main verb has such a form to who spoke before; nothing is returned, `told` grows."""
    for tree in told.trees:
        known = sayings(tree.language)
        roots = (number for number, word in enumerate(tree.words) if word.head < 0)
        reports = any(is_indirect(tree, root, known=known) for root in roots)
        if not reports or any(each.is_speech for each in told.uttered.get(tree.index, ())):
            continue
        source = heard_before(told, tree.index, first=0)
        if source is not None and source[0] < tree.index:
            told.voices[tree.index] = source
            told.add(
                Utterance(tree=tree, words=frozenset(range(len(tree.words))), source=source, channel="said"),
            )
