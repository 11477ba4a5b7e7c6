"""What was read in, the same out, counted on its way; then a closing summary in words."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from sayso.outputs.display import visible
from sayso.records import Claim, Document, Outcome, Reading, Skipped

_Report = Callable[[str], None]

_NAMED = 3
"""Documents without claims that the summary names; of more it gives the number."""


class Tally:
    """What a run has read, found, left out and failed to read so far."""

    def __init__(self) -> None:
        self.documents = 0
        self.failures = 0
        self.claims = 0
        self.known = 0
        self._sentences = 0
        self._words = 0
        self._languages: Counter[str] = Counter()
        self._left_out: Counter[str] = Counter()
        self._without_claims: list[str] = []

    def count(self, outcomes: Iterable[Outcome], *, warn: _Report, advance: _Report) -> Iterator[Outcome]:
        """Pass the outcomes on; `warn` hears why a location could not be read, `advance` hears the running total."""
        for outcome in outcomes:
            if isinstance(outcome, Skipped):
                self.fail(outcome, warn)
            else:
                self.add(*outcome)
            advance(self.total())
            yield outcome

    def fail(self, skipped: Skipped, warn: _Report) -> None:
        """Count a location that could not be read; `warn` hears why."""
        self.failures += 1
        warn(_sentence(skipped))

    def add(self, document: Document, reading: Reading | None) -> None:
        """Count a document; one without a reading was known before."""
        self.documents += 1
        self._languages[document.language] += 1
        if reading is None:
            self.known += 1
        else:
            self._sentences += len(reading.sentences)
            self._words += sum(len(sentence.words) for sentence in reading.sentences)
            self._left_out.update(each.reason for each in reading.skipped)

    def add_claims(self, document: Document, claims: tuple[Claim, ...]) -> None:
        """Count the claims that were found in a document; there may be none."""
        self.claims += len(claims)
        if not claims:
            self._without_claims.append("standard input" if document.location == "-" else document.location)

    def total(self) -> str:
        """The running total in words."""
        return f"{number(self.documents, 'document')}, {number(self._words, 'word')}"

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
            yield f"Could not read {number(self.failures, 'location')}; the reasons stand above."

    def claims_summary(self, ledger: str | None) -> Iterator[str]:
        """How many claims were found, where they are kept, and which documents have none."""
        kept = f", kept in {visible(ledger)}" if ledger else ""
        yield f"Found {number(self.claims, 'claim')}{kept}."
        if self.known:
            were = "was in the ledger before and was" if self.known == 1 else "were in the ledger before and were"
            yield f"{number(self.known, 'document')} {were} not read again."
        if self._without_claims:
            named = ": " + ", ".join(visible(each) for each in self._without_claims[:_NAMED])
            more = ", and others" if len(self._without_claims) > _NAMED else ""
            yield f"No claims in {number(len(self._without_claims), 'document')}{named}{more}."


def number(count: int, noun: str) -> str:
    """A count with its noun.

    >>> number(1, "document"), number(2048, "word")
    ('1 document', '2,048 words')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _sentence(skipped: Skipped) -> str:
    """The reason, with the location before it unless the reason names it."""
    return skipped.reason if skipped.location in skipped.reason else f"{skipped.location}: {skipped.reason}"
