"""Tokenised sentences and running texts in, what spaCy says of them out; runs where spaCy is, without our package."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.speed import SPACY_MODEL

if TYPE_CHECKING:
    from spacy.tokens import Span


def main(arguments: Sequence[str] | None = None) -> None:
    """Read a JSON file of `words`, `named` and `texts`; write `tags`, `names` and `texts` as JSON."""
    import spacy
    from spacy.tokens import Doc

    parser = argparse.ArgumentParser(description="Read sentences with spaCy; started by bench_reader.")
    parser.add_argument("asked", type=Path)
    asked = json.loads(parser.parse_args(arguments).asked.read_text(encoding="utf-8"))
    pipeline = spacy.load(SPACY_MODEL)
    words, named = (
        list(pipeline.pipe([Doc(pipeline.vocab, words=forms, spaces=gaps) for forms, gaps in asked[part]]))
        for part in ("words", "named")
    )
    texts = [[_words(sentence) for sentence in text.sents] for text in pipeline.pipe(asked["texts"])]
    found = {
        "tags": [[token.pos_ for token in sentence] for sentence in words],
        "names": [[(name.start, name.end, name.label_) for name in sentence.ents] for sentence in named],
        # spaCy makes words of white space, and now and then a sentence of nothing else.
        "texts": [[sentence for sentence in text if sentence] for text in texts],
    }
    sys.stdout.write(json.dumps(found))


def _words(sentence: "Span") -> list[tuple[int, int, str, str]]:
    return [(word.idx, word.idx + len(word), word.text, word.pos_) for word in sentence if not word.is_space]


if __name__ == "__main__":
    main()
