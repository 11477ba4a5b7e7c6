"""Documents in one by one, what each shares with those before it out."""

from collections import OrderedDict
from collections.abc import Callable

from sayso.corroboration.records import Reuse
from sayso.corroboration.reuse.comparison import Comparable, compare_with
from sayso.corroboration.reuse.folding import fold
from sayso.corroboration.reuse.prints import Candidate, PrintIndex, prints
from sayso.records import Document

_RECENT = 512
"""Documents kept ready to be compared, as copies come in soon after each other; about 40 kB each."""


class ReuseIndex:
    """Finds the documents that share text; the texts live elsewhere, and `fetch` brings one by its id.

    A kilobyte is kept of a document of 400 words, beside the most recent documents. What is found is the same in
    whatever order documents are added, but for which of a pair is told of the other: each pair once, when its second
    document comes.
    """

    def __init__(self, fetch: Callable[[str], Document]) -> None:
        self._fetch = fetch
        self._prints = PrintIndex()
        self._recent: OrderedDict[str, Comparable] = OrderedDict()

    def __len__(self) -> int:
        """How many documents it knows."""
        return len(self._prints)

    def __contains__(self, document_id: str) -> bool:
        """Whether it knows the document."""
        return document_id in self._prints

    def add(self, document: Document) -> tuple[Reuse, ...]:
        """What the document shares with those before it, in their order; from now on it is one of them.

        A document that is known is compared anew with all others and not added again.
        """
        comparable = Comparable(document, fold(document))
        found = prints(comparable.folded)
        candidates = self._prints.candidates(document.id, found)
        others = [self._comparable(candidate.document_id) for candidate in candidates]
        reuses = tuple(compare_with(comparable, others)) if others else ()
        self._prints.insert(document.id, found)
        self._keep(comparable)
        return reuses

    def insert(self, document: Document) -> None:
        """Add a document without looking for what it shares: to build the index again from a ledger."""
        self._prints.insert(document.id, prints(fold(document)))

    def candidates(self, document: Document) -> tuple[Candidate, ...]:
        """The documents that may share text with this one, with estimates; nothing is fetched, compared or added."""
        return self._prints.candidates(document.id, prints(fold(document)))

    def _comparable(self, document_id: str) -> Comparable:
        known = self._recent.get(document_id)
        return known or self._keep(Comparable(self._fetch(document_id)))

    def _keep(self, comparable: Comparable) -> Comparable:
        self._recent[comparable.document.id] = comparable
        self._recent.move_to_end(comparable.document.id)
        if len(self._recent) > _RECENT:
            self._recent.popitem(last=False)
        return comparable
