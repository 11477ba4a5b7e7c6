"""An open ledger in, how analysts hold its sources, matters and actors out, and in."""

import sqlite3
from pathlib import Path

from sayso.ledger.answers import Credibility, Override, Rating
from sayso.ledger.crediting import append_credibility, credibilities, overrides
from sayso.ledger.faults import sound, translated
from sayso.ledger.identifying import Identity, append_identity, identities_of
from sayso.ledger.rating import UNJUDGED, append_rating, holding_ratings, ratings_of


class Register:
    """The register of sources of a ledger, as `Ledger.register`; errors are those of the `Ledger`.

    Every row stays; what is withdrawn is so by a later row.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def rate(self, rating: Rating) -> Rating:
        """Keeps a rating and returns it with its id, whatever id it came with; the same again adds nothing.

        Raises `RecordError` for a letter that is none, or a rating that does not say what it must, and `UnknownRecord`
        for one to withdraw that the ledger does not have.
        """
        with translated(self._path):
            return append_rating(self._connection, rating)

    def history(self, *, actor: str | None = None, name: str | None = None) -> tuple[Rating, ...]:
        """Every rating of this source, or of all, withdrawn ones and withdrawals included, in the order of giving."""
        with sound(self._path):
            return ratings_of(self._connection, actor=actor, name=name)

    def ratings(self) -> tuple[Rating, ...]:
        """The rating that holds for every source that has one: the last that is not withdrawn."""
        with sound(self._path):
            return holding_ratings(self._connection)

    def letter(self, *, actor: str | None = None, name: str | None = None) -> str:
        """How reliable a source is, by the rating that holds; `F` when nobody has judged it."""
        given = self.history(actor=actor, name=name) if (actor, name) != (None, None) else ()
        withdrawn = {each.withdraws for each in given}
        letters = [each.letter for each in given if each.letter is not None and each.id not in withdrawn]
        return letters[-1] if letters else UNJUDGED

    def credit(self, credibility: Credibility) -> Credibility:
        """Keeps what an analyst says of a matter and returns it with its id; the same again adds nothing.

        Raises `RecordError` for a digit that is none, or a credibility that does not say what it must, and
        `UnknownRecord` for a claim, or one to withdraw, that the ledger does not have.
        """
        with translated(self._path):
            return append_credibility(self._connection, credibility)

    def credibilities(self) -> tuple[Credibility, ...]:
        """Every credibility, withdrawn ones and withdrawals included, in the order of giving."""
        with sound(self._path):
            return credibilities(self._connection)

    def overrides(self) -> tuple[Override, ...]:
        """The credibilities that hold, in the order of giving, each with its claims that stand now, the first first.

        The one that holds for a matter is the last whose first claim is in it.
        """
        with sound(self._path):
            return overrides(self._connection)

    def identify(self, identity: Identity) -> Identity:
        """Keeps a word that one actor is another and returns it with its id; the same again adds nothing.

        Raises `RecordError` for one that does not say what it must, or by which an actor would come to stand for
        itself, and `UnknownRecord` for one to withdraw that the ledger does not have.
        """
        with translated(self._path):
            return append_identity(self._connection, identity)

    def identities(self) -> tuple[Identity, ...]:
        """Every such word, withdrawn ones and withdrawals included, in the order of giving."""
        with sound(self._path):
            return identities_of(self._connection)
