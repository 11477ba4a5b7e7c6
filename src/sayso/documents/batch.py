"""What one container yields in, the same out, made safe for a batch: a break in the middle is a row, not an end."""

from collections.abc import Iterator

from sayso.errors import DocumentError, Unreadable
from sayso.records import Document, Skipped


def kept_going(items: Iterator[Document | Skipped], *, location: str, loader: str) -> Iterator[Document | Skipped]:
    """Pass `items` on; a `DocumentError` after the first document becomes a `Skipped` that ends them.

    Raises the error itself when no document came before it, and `Unreadable` when none came at all: then the whole
    location has nothing to read, which the user must hear.
    """
    count, first_reason = 0, "it is empty"
    try:
        for item in items:
            if isinstance(item, Document):
                count += 1
            elif first_reason == "it is empty":
                first_reason = item.reason
            yield item
    except DocumentError as error:
        if not count:
            raise
        yield skipped(location, loader=loader, error=error)
        return
    if not count:
        raise Unreadable(f"{location} holds no document that can be read: {first_reason.rstrip('.')}.")


def skipped(location: str, *, loader: str, error: Exception) -> Skipped:
    """The row that says what `error` kept from being read."""
    return Skipped(location=location, span=None, reader=loader, reason=str(error))
