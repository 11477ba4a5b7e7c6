"""Outcomes in, the same outcomes out, counted on their way; then a closing summary in words."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from sayso.records import Outcome, Skipped

_Report = Callable[[str], None]


class Tally:
    """What a run has read, left out and failed to read so far."""

    def __init__(self) -> None:
        self.documents = 0
        self.failures = 0
        self._sentences = 0
        self._words = 0
        self._languages: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()

    def count(self, outcomes: Iterable[Outcome], *, warn: _Report, advance: _Report) -> Iterator[Outcome]:
        """Pass the outcomes on; `warn` hears why a location could not be read, `advance` hears the running total."""
        for outcome in outcomes:
            if isinstance(outcome, Skipped):
                self.failures += 1
                warn(_sentence(outcome))
            else:
                document, reading = outcome
                self.documents += 1
                self._sentences += len(reading.sentences)
                self._words += sum(len(sentence.words) for sentence in reading.sentences)
                self._languages[document.language] += 1
                self._left_out.update(each.reason for each in reading.skipped)
            advance(f"{number(self.documents, 'document')}, {number(self._words, 'word')}")
            yield outcome

    def summary(self, seconds: float) -> Iterator[str]:
        """What was read, what was left out and why, and how much could not be read."""
        languages = ", ".join(f"{code} {count}" for code, count in self._languages.most_common())
        yield (
            f"Read {number(self.documents, 'document')} ({languages or 'none'}): "
            f"{number(self._sentences, 'sentence')}, {number(self._words, 'word')}, in {seconds:.1f} s."
        )
        if self._left_out:
            reasons = ", ".join(f"{reason} {count}" for reason, count in self._left_out.most_common())
            yield f"Left out {number(self._left_out.total(), 'passage')}: {reasons}."
        if self.failures:
            yield f"Could not read {number(self.failures, 'source')}; the reasons stand above."


def number(count: int, noun: str) -> str:
    """A count with its noun.

    >>> number(1, "document"), number(2048, "word")
    ('1 document', '2,048 words')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _sentence(skipped: Skipped) -> str:
    """The reason, with the location before it unless the reason names it."""
    return skipped.reason if skipped.location in skipped.reason else f"{skipped.location}: {skipped.reason}"
